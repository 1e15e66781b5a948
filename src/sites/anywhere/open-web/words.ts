// What headings, role lines and addresses of many languages have in common. Stems where one serves several languages.

/** Words that make a capitalised line something other than a person's name. */
const NOT_NAME = /^(i(['’]m)?|hi|hello|about|our|us|your?|my|the|and|und|et|for|of|in|to|with|from|not|read|more|learn|view|get|how|what|meet|new|welcome|home|homepage|page|website|site|menu|search|results?|log|sign|teams?|staff|people|board|directors?|contact|kontakt|contacto|news|blog|posts?|press|media|events?|careers?|services?|products?|projects?|publications?|research|privacy|policy|legal|law|real|estate|business|public|city|general|information|office|department|faculty|school|college|university|universität|institute?|cent(er|re)|foundation|association|society|fund|trust|group|company|inc|llc|llp|ltd|gmbh|ag|sa|solutions|systems|technologies|studios?|shop|museum|hotel|bank|church|club|online|phone|email|address|location|hours|über|uns|wir|für|der|die|das|verein|notre|nos|nous|équipe|nuestro|equipo|sobre|azienda|chi|over|ons|om|oss|нас|о)$/iu;
const PARTICLE = /^(d[aeiou]|de[lnrs]|della|la|le|van|von|zu[rm]?|ten|ter|bin|ibn|al|el|y|e|af|av)$/i;
const HONORIFIC = /^((dr|prof(essor)?|mr|mrs|ms|sir|dame|lord|lady|hon|rev|herr|frau|mme|sra?)\.?|\p{Lu}\p{Ll}[\p{L}.-]*\.)$/iu;
const AFTER_NAME = /^(Ph\.? ?D|Esq|[JS]r|[A-Z][a-z]{0,2}\.?[A-Z]\.?[A-Z.]{0,4}|[IVX]+)\.?$/;
const WORD = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*$/u;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,5}$/u;

/**
 * The text as a person's name, `Last, First` turned; null when it does not look like one. Titles and letters after the name stay as shown.
 * Looks only: any capitalised heading of two words passes too, so callers ask for more evidence.
 */
export function personName(text: string): string | null {
  const shown = text.replace(/\s*\([^)]{1,25}\/[^)]{1,25}\)/, '');
  if (shown.length > 60 || /[\d@:;!?|/\\<>[\]{}_=+*#&]/.test(shown)) return null;
  const [last = '', ...after] = shown.replace(/\s*\([^)]*\)/g, '').split(', ');
  const turned = `${after[0]} ${last}`;
  if (after.length === 1 && /^([a-z]+ )?\S+$/.test(last) && !ROLE.test(after[0]!) && isName(turned)) return turned;
  return isName(last) && after.every((one) => AFTER_NAME.test(one)) ? shown : null;
}

function isName(text: string): boolean {
  const given = nameWords(text).filter((word) => !PARTICLE.test(word));
  return UNSPACED.test(text) || given.length > 1 && given.length < 6 && given.every((word) => WORD.test(word)) && !text.split(' ').some((word) => NOT_NAME.test(word));
}

/** The words of a name without titles before and letters after it. */
export function nameWords(name: string): string[] {
  const words = name.split(', ')[0]!.split(' ');
  while (words.length > 2 && HONORIFIC.test(words[0]!)) words.shift();
  while (words.length > 2 && /\p{Ll}/u.test(words[0]!) && AFTER_NAME.test(words.at(-1)!)) words.pop();
  return words;
}

/** The words that tell a name from others, `compact`: initials do not, but one letter of an ideographic script does. */
export function telling(name: string): string[] {
  return nameWords(name).map(compact).filter((word) => word.length > 2 || /^[\p{Script=Han}\p{Script=Hangul}]/u.test(word));
}

/** Letters and digits only, without accents and case: what two spellings of one name share. */
export function compact(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/ø/g, 'o').replace(/ß/g, 'ss').replace(/[^\p{L}\d]/gu, '');
}

const WORKERS = 'partner|attorney|lawyer|professor|director|member|fellow|research(er|ers)(?!\\p{L})|advis[eo]r|minist|senato?r|senado|councill|d[eé]put|diputad|broker|agent|doctor|student|vorstand|mitarbeiter|anw[aä]lt|docent|medewerk|medarb|ansatt|сотрудник|депутат';

/** Does a short line name somebody's work? */
export const ROLE = new RegExp(`(?<!\\p{L})(${WORKERS}|d[ií]re[ckt]|manag|pr[eäé]sid|prezes|solicitor|counsel|assoc|prof|lectur|research|scien|engin|ing[eé]n|develop|design|chief|c[etfiom]o(?!\\p{L})|s?vp(?!\\p{L})|vice|offic|found|gründ|fond|chair|head|lead|consult|berat|analy|[ck]oord|se[ck]ret|treasur|dean|postdoc|phd|teach|instruct|[es]?spe[ck]ial|assist|admin|exec|owner|produ[ck]|ar[cq][hu]it|physici|surgeon|nurse|editor|author|artist|photogr|leiter|leitung|geschäftsf|ansprech|referent|wissensch|notar|respons|gérant|avocat|geren|jefe|abogad|socio|socia|avvocat|advog|hoogler|voorzit|chef|ansvar|ordför|råd|lektor|dyrek|kierow|johtaja|juht|edustaja|директор|менедж|руковод|начальн|профессор|代表|取締|社長|部長|准?教授|講師|助教|研究員|弁護士|经理|总裁|董事|工程师|研究员|主任|교수|대표|이사|부장|과장|연구원|변호사)`, 'iu');

/** Is this line somebody's work, rather than a sentence, a byline or an address? */
export function isRole(line: string): boolean {
  return line.length < 120 && ROLE.test(line) && !/[.!?…]$|@|https?:|^(by|von|par|por|di) /i.test(line);
}

/** Addresses, titles and headings of people's pages and of teams. */
export const PEOPLE = new RegExp(`(?<!\\p{L})(${WORKERS}|team|people|person|staff|leader|management|board|executive|trustee|faculty|bios?(?!\\p{L})|profile|speaker|expert|employee|directory|group|ansprechpartner|[eé]quip|collabora|membre|persone|pessoa|henkil|kansanedus|liik|töötaj|tootaj|zesp|ludzi|команд)`, 'iu');

/** Addresses, titles and headings (`compact`) of pages on which a company speaks of itself. */
export const COMPANY = /^(about|contact[eioz]*|[ck]onta[ck]t[aei]?|company|corporate|whoweare|getintouch|imprint|impressum|unternehmen|firma|ue?beruns|apropos|quisommes|mentionslegales|nosotros|quienessomos|sobre|empresa|chisiamo|contatti|azienda|contato|quemsomos|overons|omo[sn]s|yhteystiedot|onas|ofirmie|онас|окомпании|контакты|会社概要|企業情報|关于我们|联系我们)(us|me|our|the|company|info|information|page|form|profile|nous|nos|nosotros|oss|today)*$/;

/** Is this path segment a page of the site itself, where others have a name? */
export function isReserved(segment: string): boolean {
  return COMPANY.test(compact(segment)) || PUBLISHED.test(segment) || /^(settings|edit|new|me|all|list|index|password|register|signup|sign[-_]in|logout|preferences|explore|pricing|features|help|support|terms|privacy|top|popular|latest)$/i.test(segment);
}

/** Path segments of what is published, sold or asked rather than of whom it is about. */
export const PUBLISHED = /^(blog|news|posts?|stor(y|ies)|tags?|categor(y|ies)|archives?|search|products?|shop|store|cart|events?|jobs?|careers?|login|signin|wiki|testimonials?|aktuelles|noticias|actualites|packages?|project|albums?|tracks?|songs?|episodes?|playlists?|videos?|watch|movies?|films?|books?|courses?|recipes?|rezepte?|topics?|threads?|questions?|datasets?|listings?|status(es)?|shots)$/i;

/** Somebody speaking of themselves. */
export const FIRST_PERSON = /(?<!\p{L})(I|I['’]m|My|Ich|Je suis|Soy|Sono|Ik ben|Jag|Jeg|Jestem|Sou|Я)(?!\p{L})|私は|我是/u;
