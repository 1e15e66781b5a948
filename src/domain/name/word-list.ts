const set = (words: string): ReadonlySet<string> => new Set(words.split('|'));

/** What stands before a name, lower case without its dot. */
export const prefixes = (): ReadonlySet<string> => set('dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|lord|lady|rev|reverend|hon|capt|captain|col|maj|major|lt|sgt|herr|frau|hr|fr|mme|mlle|monsieur|madame|sra|srta|dra|dott|dott.ssa|avv|arch|ing|mag|di|drs|ir|dhr|mevr|dipl.-ing|dipl.-kfm|dipl.-kffr|dipl.-inf|dipl.-wirt|dipl.-betriebsw|dr.-ing|dr.med|dr.-med|med|h.c|pd|adv|er|smt|shri|sheikh|rabbi|imam|inż|mgr|dr.rer.nat');

/** Degrees and professional letters, lower case without dots; others are known by their capitals. */
export const degrees = (): ReadonlySet<string> => set('phd|dphil|md|do|dds|dmd|jd|llm|llb|mba|emba|msc|ms|ma|ba|bsc|bs|beng|meng|mphil|mph|mpa|mfa|mres|edd|edm|med|bed|psyd|pharmd|dvm|dba|rn|bsn|msn|np|pa-c|cpa|cfa|cfp|ca|acca|fca|fcca|cima|cipd|fcipd|mcipd|pmp|pmi-acp|csm|cspo|sphr|phr|shrm-cp|shrm-scp|cissp|cisa|cism|pe|peng|ceng|frsa|frics|mrics|riba|esq|esquire|qc|kc|obe|mbe|cbe'
  + '|msw|lcsw|lpc|lmft|pcc|acc|mcc|capm|itil|prince2|safe|cia|cma|cscp|cpim|aia|mrcp|frcs|facs|habil|dipl-ing|dipl-kfm|mbb|bcom|bba|bbm|mcom|bfa|bca|mca|btech|mtech|bpharm');

/** "Jr." and the like, lower case without dots. */
export const suffixes = (): ReadonlySet<string> => set('jr|jnr|sr|snr|ii|iii|iv');

/** Capitals behind a comma that are no degree. */
export const noDegrees = (): ReadonlySet<string> => set('ceo|cto|cfo|coo|cmo|cio|cro|cpo|vp|svp|evp|usa|us|uk|uae|eu|emea|apac|dach|nyc|la|sf|hr|it|b2b|saas|ai|ml');

/** Small words with which a family name begins, lower case. */
export const particles = (): ReadonlySet<string> => set("van|von|vom|zu|zum|zur|der|den|ter|ten|te|'t|op|de|del|della|dello|delle|degli|dei|di|da|das|do|dos|du|des|d'|la|le|los|las|af|av|bin|ibn|bint|ben|bat|al|el|abu|st|st.|san|santa|mac|بن|ابن|بنت|آل|בן|בת|בר|y|e");

/** Words that belong to the next one: "عبد الله" is one name. */
export const joiners = (): ReadonlySet<string> => set('عبد|أبو|ابو|أم|עבד|אבו');

/** Chinese and Korean family names of two characters, and the most frequent Japanese ones. */
export const familyPairs = (): ReadonlySet<string> => set('欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|东方|東方|慕容|司徒|皇甫|尉迟|尉遲|公孙|公孫|令狐|夏侯|端木|南宫|남궁|황보|제갈|선우|독고|사공|서문'
  + '|佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|山本|中村|小林|加藤|吉田|山田|山口|松本|井上|木村|斎藤|清水|山崎|阿部|池田|橋本|石川|山下|中島|石井|小川|前田|岡田|長谷|藤田|後藤|近藤|村上|遠藤|青木|坂本|斉藤|福田|太田|西村|藤井|金子|岡本|藤原|中野|三浦|原田|中川|松田|竹内|小野|田村|中山|和田|石田|森田|上田|柴田|酒井|工藤|横山|宮崎|宮本|内田|高木|安藤|谷口|大野|丸山|今井|河野|藤本|武田|村田|上野|杉山|増田|平野|大塚|千葉|久保|松井|小島|岩崎|桜井|野口|松尾|野村|木下|菊地|菅原|新井|北村|本田');

/** Vietnamese family names, with their marks: only so written does the family name come first. */
export const vietnamese = (): ReadonlySet<string> => set('nguyễn|trần|phạm|hoàng|huỳnh|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|phan|lê|đinh|trương|đoàn|lâm');

/** Two capitals that are a family name, not initials: "LI Xiaolong". */
export const shortFamilies = (): ReadonlySet<string> => set('LI|WU|XU|MA|HE|HU|YU|LU|SU|DU|VO|HO|GU|NI|AN|OH|DO|LE|LY|XI|YE|JI|QI|FU|SI');
