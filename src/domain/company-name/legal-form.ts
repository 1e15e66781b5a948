/**
 * Legal forms as companies write them behind their names, by where they are used: folded, without dots and spaces ("Sp. z o.o." is "spzoo"),
 * after the public list of entity legal forms (ISO 20275) and common short spellings.
 */
const AFTER: Record<string, string> = {
  german: 'gmbh ggmbh mbh gesmbh ag kg kgaa ohg og ug ughaftungsbeschrankt haftungsbeschrankt ev eg ek ekfm ekfr gbr se eu partg partgmbb klg gmbhandcokg gmbhandcokgaa gmbhandcoohg agandcokg agandcokgaa ugandcokg seandcokg seandcokgaa andcokg gmbhcokg gesellschaftmitbeschrankterhaftung aktiengesellschaft kommanditgesellschaft',
  english: 'ltd limited plc llp lp llc lllp pllc inc incorporated corp corporation co company pc cic ulc na dac clg coltd coinc collc corpltd companylimited publiclimitedcompany limitedliabilitycompany andco andcompany andsons andcoltd andcompanylimited',
  commonwealth: 'ptyltd pty proprietarylimited pteltd pte pvtltd pvt privatelimited pltd opcpvtltd sdnbhd bhd pcl publiccompanylimited tbk opc rf npc',
  french: 'sa sas sasu sarl sarlau eurl snc sca scs sci scop scp gie societeanonyme societeparactionssimplifiee etcie andcie etcompagnie cie',
  dutch: 'bv nv cv vof bvba sprl cvba srlbe bvbasprl beslotenvennootschap naamlozevennootschap',
  italian: 'srl srls spa sapa scarl scrl sagl societaperazioni societaaresponsabilitalimitata',
  spanish: 'sl slu sau sll slne slp sociedadlimitada sociedadanonima sadecv sderldecv sapidecv sabdecv sac saa eirl cia cialtda ltda ycia',
  portuguese: 'lda ltda epp eireli sgps unipessoallda limitada',
  nordic: 'ab abpubl as asa aps ans hf ehf oy oyj oyab abp ky tmi kb hb amba ivs nuf aktiebolag aktieselskab anpartsselskab osakeyhtio aksjeselskap',
  polish: 'spzoo spj spk spzoospk spzooskspk spzoospkomandytowa spkomandytowa psa sposloganiczona spolkazograniczonaodpowiedzialnoscia spolkaakcyjna',
  czech: 'sro spolsro vos zs ops akciovaspolecnost',
  hungarian: 'kft zrt nyrt bt kkt rt',
  balkan: 'doo jdoo dd dno ood eood ead adoo shpk dooel',
  baltic: 'uab sia ou mb vsi',
  greek: 'ae epe ike anonimietairia',
  turkish: 'ltdsti limitedsirketi anonimsirketi sanayiveticaret sanvetic sanvetical ticaret tic sti',
  russian: 'ooo oao zao pao nao ao tov too pat pp llcru jsc ojsc cjsc pjsc',
  gulf: 'fze fzco fzc fzllc dmcc difc pjsc psc wll saoc saog kscc ksc sae spc bsc',
  asian: 'kk gk yk kabushikikaisha kabushikigaisha godokaisha tnhh jscvn בעמ',
};

/** Forms that stand before the name. */
const BEFORE = 'ooo oao zao pao nao ao ip tov too pat pt uab sia ou ab oy sc congtytnhh congtycophan kabushikikaisha firma'.split(' ');

/** Forms of scripts without spaces, before or behind the name. */
const SOLID = ['株式会社', '有限会社', '合同会社', '(株)', '(有)', '股份有限公司', '有限责任公司', '有限責任公司', '有限公司', '株式會社', '주식회사', '유한회사', '(주)'];

/** Also words: a form only in capitals, in mixed case or with dots ("S.p.A.", "SpA", not "Day Spa"). */
const WORDS = new Set(['spa', 'as', 'is', 'ans', 'mb', 'oe', 'ip', 'pt', 'sc', 'ou', 'ev', 'eg', 'tic', 'pp', 'co', 'ad', 'pc', 'spc', 'ek', 'bt', 'eu', 'too', 'cia', 'ac', 'og', 'rf', 'firma', 'dd', 'andsons', 'se', 'na']);

const KIND = new Map<string, string>();
for (const [group, forms] of Object.entries(AFTER)) for (const form of forms.split(' ')) if (!KIND.has(form)) KIND.set(form, group);
const FIRST = new Set(BEFORE);
const LONGEST = 6;

/** One word of a name: as written and folded. */
export interface Word {
  raw: string;
  folded: string;
}

/** A name in scripts without spaces without its legal form, and the form that was taken off ('' = none). */
export function withoutSolidForm(name: string): { rest: string; form: string } {
  const text = name.trim();
  for (const form of SOLID) {
    const rest = text.startsWith(form) ? text.slice(form.length) : text.endsWith(form) ? text.slice(0, -form.length) : null;
    if (rest?.trim()) return { rest: rest.trim(), form };
  }
  return { rest: text, form: '' };
}

/** The words of a name without its legal forms, which are told apart: at the end, however many, and at the beginning. A name that is nothing but a form keeps it. */
export function withoutForms(words: readonly Word[]): { core: Word[]; forms: string[] } {
  let core = [...words];
  const forms: string[] = [];
  for (let size = tail(core); size > 0; size = tail(core)) {
    forms.unshift(joined(core.slice(-size)));
    core = core.slice(0, -size);
  }
  // "Müller & Co": what connects goes with what it connects
  while (core.length > 1 && core.at(-1)!.folded === 'and') core = core.slice(0, -1);
  for (let size = head(core); size > 0; size = head(core)) {
    forms.push(joined(core.slice(0, size)));
    core = core.slice(size);
  }
  return { core, forms };
}

/** How many words at the end are one legal form; never all there are. */
function tail(words: readonly Word[]): number {
  for (let size = Math.min(LONGEST, words.length - 1); size > 0; size--) {
    const some = words.slice(-size);
    const form = joined(some);
    if (KIND.has(form) && (size > 1 || !WORDS.has(form) || isWrittenAsForm(some[0]!.raw))) return size;
  }
  return 0;
}

function head(words: readonly Word[]): number {
  for (let size = Math.min(3, words.length - 1); size > 0; size--) {
    const some = words.slice(0, size);
    if (FIRST.has(joined(some)) && isWrittenAsForm(some[0]!.raw)) return size;
  }
  return 0;
}

function joined(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join('');
}

function isWrittenAsForm(raw: string): boolean {
  return raw.includes('.') || raw.includes('/') || /\p{L}.*\p{Lu}/u.test(raw) || raw.toLowerCase() === 'co' || raw === 'Se';
}
