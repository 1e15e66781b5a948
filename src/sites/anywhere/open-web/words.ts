import { lettered } from './lettered.ts';

// What headings, role lines and addresses of many languages have in common. Stems where one serves several languages.

/** Words that make a capitalised line something other than a person's name. */
const NOT_NAME = new Set(("i i'm i’m hi hello about our us you your my the and und et for of in to with from not read more learn view get how what meet new welcome home homepage page website site menu search result results log sign team "
  + 'teams staff people board director directors contact kontakt contacto news blog post posts press media event events career careers service services product products project projects publication publications '
  + 'research privacy policy legal law real estate business public city general information office department faculty school college university universität institut institute center centre foundation association '
  + 'society fund trust group company inc llc llp ltd gmbh ag sa solutions systems technologies studio studios shop museum hotel bank church club online phone email address location hours über uns wir für der die '
  + 'das verein notre nos nous équipe nuestro equipo sobre azienda chi over ons om oss нас о').split(' '));
const PARTICLE = /^(d[aeiou]|de[lnrs]|della|la|le|van|von|zu[rm]?|ten|ter|bin|ibn|al|el|y|e|af|av)$/i;
const HONORIFIC = lettered('^((dr|prof(essor)?|mr|mrs|ms|sir|dame|lord|lady|hon|rev|herr|frau|mme|sra?)\\.?|[\\p{Lu}][\\p{Ll}][\\p{L}.-]*\\.)$');
const AFTER_NAME = /^(Ph\.? ?D|Esq|[JS]r|[A-Z][a-z]{0,2}\.?[A-Z]\.?[A-Z.]{0,4}|[IVX]+)\.?$/;
/** A capitalised word of any script, or one of a script without case; a function, since what knows all scripts takes long to make. */
const isAnyWord = (word: string): boolean => /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*$/u.test(word);
/** The same for words in the letters of western Europe. */
const WESTERN_WORD = /^[A-ZÀ-ÖØ-Þªº][A-Za-zªµºÀ-ÖØ-öø-ÿ'’.-]*$/;
const TWO_CAPITALS = /(?:^|[ )])[A-Z][^]*[ )][A-Z]|[ªºÀ-\u1fff\u2070-\uffff]/;
const isUnspaced = (text: string): boolean => /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,5}$/u.test(text);

/**
 * The text as a person's name, `Last, First` turned; null when it does not look like one. Titles and letters after the name stay as shown.
 * Looks only: any capitalised heading of two words passes too, so callers ask for more evidence.
 */
export function personName(text: string): string | null {
  if (!mayName(text)) return null;
  const shown = text.includes('(') ? text.replace(/\s*\([^)]{1,25}\/[^)]{1,25}\)/, '') : text;
  if (shown.length > 60 || /[\d@:;!?|/\\<>[\]{}_=+*#&]/.test(shown)) return null;
  const [last = '', ...after] = shown.replace(/\s*\([^)]*\)/g, '').split(', ');
  const turned = `${after[0]} ${last}`;
  if (after.length === 1 && /^([a-z]+ )?\S+$/.test(last) && !ROLE.test(after[0]!) && isName(turned)) return turned;
  return isName(last) && after.every((one) => AFTER_NAME.test(one)) ? shown : null;
}

/** Has the text two words that may be capitalised, or any letter of another script? Without them there is no name in it. */
export function mayName(text: string): boolean {
  return TWO_CAPITALS.test(text);
}

function isName(text: string): boolean {
  const given = nameWords(text).filter((word) => !PARTICLE.test(word));
  return isIdeographic(text) && isUnspaced(text) || given.length > 1 && given.length < 6 && given.every(isWord) && !text.split(' ').some((word) => NOT_NAME.has(word.toLowerCase()));
}

function isWord(word: string): boolean {
  return /[^\0-ÿ’]/.test(word) ? isAnyWord(word) : WESTERN_WORD.test(word);
}

/** May it hold letters of scripts that need no spaces? */
function isIdeographic(text: string): boolean {
  return /[\u1100-\uffff]/.test(text);
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
  return nameWords(name).map(compact).filter((word) => word.length > 2 || isIdeographic(word) && /^[\p{Script=Han}\p{Script=Hangul}]/u.test(word));
}

/** Letters and digits only, without accents and case: what two spellings of one name share. */
export function compact(text: string): string {
  // most texts are plain, with no signs but dashes and quotation marks
  if (!/[^\0-\x7f©·\u2010-\u201f\u2022]/.test(text)) return text.toLowerCase().replace(/[^a-z\d]+/g, '');
  return text.normalize('NFKD').toLowerCase().replace(/ø/g, 'o').replace(/ß/g, 'ss').replace(/[^\p{L}\d]/gu, '');
}

const WORKERS = 'partner|attorney|lawyer|professor|director|member|fellow|research(er|ers)(?![\\p{L}])|advis[eo]r|minist|senato?r|senado|councill|d[eé]put|diputad|broker|agent|doctor|student|vorstand|mitarbeiter|anw[aä]lt|docent|medewerk|medarb|ansatt|сотрудник|депутат';

/** Does a short line name somebody's work? */
export const ROLE = lettered(`(?<![\\p{L}])(${WORKERS}|d[ií]re[ckt]|manag|pr[eäé]sid|prezes|solicitor|counsel|assoc|prof|lectur|research|scien|engin|ing[eé]n|develop|design|chief|c[etfiom]o(?![\\p{L}])|s?vp(?![\\p{L}])|vice|offic|found|gründ|fond|chair|head|lead|consult|berat|analy|[ck]oord|se[ck]ret|treasur|dean|postdoc|phd|teach|instruct|[es]?spe[ck]ial|assist|admin|exec|owner|produ[ck]|ar[cq][hu]it|physici|surgeon|nurse|editor|author|artist|photogr|leiter|leitung|geschäftsf|ansprech|referent|wissensch|notar|respons|gérant|avocat|geren|jefe|abogad|socio|socia|avvocat|advog|hoogler|voorzit|chef|ansvar|ordför|råd|lektor|dyrek|kierow|johtaja|juht|edustaja|директор|менедж|руковод|начальн|профессор|代表|取締|社長|部長|准?教授|講師|助教|研究員|弁護士|经理|总裁|董事|工程师|研究员|主任|교수|대표|이사|부장|과장|연구원|변호사)`);

/** Is this line somebody's work, rather than a sentence, a byline or an address? */
export function isRole(line: string): boolean {
  return line.length < 120 && !/[.!?…]$|@|https?:|^(by|von|par|por|di) /i.test(line) && ROLE.test(line);
}

/** Addresses, titles and headings of people's pages and of teams. */
export const PEOPLE = lettered(`(?<![\\p{L}])(${WORKERS}|team|people|person|staff|leader|management|board|executive|trustee|faculty|bios?(?![\\p{L}])|profile|speaker|expert|employee|directory|group|ansprechpartner|[eé]quip|collabora|membre|persone|pessoa|henkil|kansanedus|liik|töötaj|tootaj|zesp|ludzi|команд)`);

/** Addresses, titles and headings (`compact`) of pages on which a company speaks of itself. */
export const COMPANY = /^(about|contact[eioz]*|[ck]onta[ck]t[aei]?|company|corporate|whoweare|getintouch|imprint|impressum|unternehmen|firma|ue?beruns|apropos|quisommes|mentionslegales|nosotros|quienessomos|sobre|empresa|chisiamo|contatti|azienda|contato|quemsomos|overons|omo[sn]s|yhteystiedot|onas|ofirmie|онас|окомпании|контакты|会社概要|企業情報|关于我们|联系我们)(us|me|our|the|company|info|information|page|form|profile|nous|nos|nosotros|oss|today)*$/;

/** Is this path segment a page of the site itself, where others have a name? */
export function isReserved(segment: string): boolean {
  return COMPANY.test(compact(segment)) || PUBLISHED.test(segment) || /^(settings|edit|new|me|all|list|index|password|register|signup|sign[-_]in|logout|preferences|explore|pricing|features|help|support|terms|privacy|top|popular|latest)$/i.test(segment);
}

/** Path segments of what is published, sold or asked rather than of whom it is about. */
export const PUBLISHED = /^(blog|news|posts?|stor(y|ies)|tags?|categor(y|ies)|archives?|search|products?|shop|store|cart|events?|jobs?|careers?|login|signin|wiki|testimonials?|aktuelles|noticias|actualites|packages?|project|albums?|tracks?|songs?|episodes?|playlists?|videos?|watch|movies?|films?|books?|courses?|recipes?|rezepte?|topics?|threads?|questions?|datasets?|listings?|status(es)?|shots)$/i;

/** Somebody speaking of themselves. */
export const FIRST_PERSON = lettered("(?<![\\p{L}])(I|I['’]m|My|Ich|Je suis|Soy|Sono|Ik ben|Jag|Jeg|Jestem|Sou|Я)(?![\\p{L}])|私は|我是", '');
