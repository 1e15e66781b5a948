// What headings, role lines and addresses of many languages have in common. Stems, not words: `direct` is director, directrice, direktør's cousin.

/** Words that make a capitalised heading something other than a person's name. */
const NOT_NAME = new RegExp(`^(${[
  'about|our|us|we|you|your|my|me|the|and|und|et|of|for|in|to|by|with|from|at|on|is|are|all|more|read|view|see|get|how|why|what|who|where|new|next|latest|welcome|hello|hi|back|home(page)?|page|site|website|main|menu|search|results?|sign|log|login|register|subscribe|share|follow|print|download',
  'teams?|staff|people|persons?|members?|leaders?(hip)?|management|board|directors?|executives?|faculty|contacts?|office|directory|profiles?|biograph(y|ies)|bio|speakers?|partners|attorneys|lawyers|committees?',
  'news|blog|posts?|articles?|press|media|events?|careers?|jobs?|services?|products?|projects?|publications?|research|teaching|education|experience|skills|awards?|gallery|photos?|videos?|books?|courses?|papers|talks|resources|support|help|faq|privacy|policy|terms|legal|cookies?|copyright|law|real|estate|business|information|general|details?|overview|summary|history|mission|vision|values|customers?|clients|quick|links|social|related|popular|categor(y|ies)|tags?|archives?|comments?|phone|email|address|location|hours|map|january|february|march|april|june|july|august|september|october|november|december',
  'inc|llc|llp|ltd|plc|gmbh|ag|kg|co|corp|company|corporation|sa|srl|spa|bv|oy|ab|group|holdings?|foundation|association|society|institute|university|college|school|academy|cent(er|re)|department|dept|museum|library|hospital|clinic|church|hotel|restaurant|caf[eé]|bank|shop|store|club|agency|studios?|solutions|systems|technolog(y|ies)|software|consulting|ventures|capital|labs?|media|design|digital|international|national|global|united|city|county|state',
  'über|uns|unser[es]?|wir|willkommen|kontakte?|impressum|datenschutz|unternehmen|leistungen|produkte|aktuelles|startseite|der|die|das|für|mit|verein|stiftung|universität|institut|à|propos|qui|sommes|nous|notre|nos|équipe|accueil|actualités|mentions|légales|les?|des|une?|sobre|nosotros|nuestr[oa]s?|quiénes|somos|equipo|contacto|inicio|noticias|servicios|empresa|chi|siamo|azienda|contatti|il|lo|gli|con|per|equipa|quem|contato|over|ons|wie|zijn|het|een|om|oss|kontakta|yhteystiedot|o|nas|zespół|aktualności|нас|контакты|команда|новости',
].join('|')})$`, 'iu');

const PARTICLE = /^(de|da|di|du|del|della|den|der|des|dos|do|la|le|van|von|vom|zu|zur|ten|ter|bin|bint|ibn|al|el|y|e|i|af|av|ap)$/i;
const HONORIFIC = /^((dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|lord|lady|hon|rev|herr|frau|mme|sr|sra|judge|justice|senator|councillor|deputy)\.?|\p{Lu}\p{Ll}[\p{L}.-]*\.)$/iu;
const AFTER_NAME = /^(Ph\.? ?D|Esq|[JS]r|[A-Z]{2,6}|[A-Z][a-z]{0,2}\.?[A-Z]\.?[A-Z.]{0,4}|[IVX]+)\.?$/;
const WORD = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.‑-]*$/u;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,5}$/u;

/**
 * The text as a person's name, `Last, First` turned; null when it does not look like one. Titles and letters after the name stay as shown.
 * Looks only: any capitalised heading of two words passes too, so callers ask for more evidence.
 */
export function personName(text: string): string | null {
  if (text.length < 2 || text.length > 60 || /[\d@:;!?|/\\<>[\]{}_=+*#&]/.test(text)) return null;
  const [before = '', ...after] = text.replace(/\s*\([^)]{1,25}\)/g, '').split(/\s*,\s*/).filter(Boolean);
  const [given] = after;
  if (given && after.length === 1 && (!before.includes(' ') || !AFTER_NAME.test(given))) {
    return isName(`${given} ${before}`) && before.split(' ').length < 3 ? `${given} ${before}` : null;
  }
  return isName(before) && after.every((one) => AFTER_NAME.test(one)) ? [before, ...after].join(', ') : null;
}

function isName(text: string): boolean {
  if (UNSPACED.test(text)) return true;
  const words = nameWords(text);
  const given = words.filter((word) => !PARTICLE.test(word));
  return given.length > 1 && given.length < 6 && given.every((word) => WORD.test(word) && !NOT_NAME.test(word));
}

/** The words of a name without titles before and letters after it. */
export function nameWords(name: string): string[] {
  const words = name.split(/,\s/)[0]!.split(' ');
  while (words.length > 2 && HONORIFIC.test(words[0]!)) words.shift();
  while (words.length > 2 && AFTER_NAME.test(words.at(-1)!)) words.pop();
  return words;
}

/** Does a short line name somebody's work? */
export const ROLE = /(?<!\p{L})(direct|direkt|dire(t|tt)or|manag|presid|präsid|partner|attorney|lawyer|solicitor|barrister|counsel|associate|profes|professeur|lecturer|research|scientist|engineer|develop|design|chief|head of|lead|c[eftiompd]o(?!\p{L})|s?vp(?!\p{L})|vice|found|gründ|fondat|chair|vorsitz|vorstand|consult|conseil|berat|analyst|coordinat|koordinat|secretar|sekret|treasur|member|mitglied|minist|senator|deput|dean|fellow|postdoc|phd|doctoral|student|teacher|instructor|specialist|spezialist|spécialist|especialist|assist|administr|advis|executive|officer|owner|inhaber|propriet|produc|architect|architekt|physician|surgeon|nurse|therap|pastor|rector|rektor|broker|agent|realtor|editor|redakt|writer|author|autor|artist|photograph|curator|programm|geschäftsf|leit(er|ung)|ansprech|referent|mitarbeit|wissenschaft|(rechts)?anw[aä]lt|notar|steuer|responsable|responsabile|gérant|chargée?|avocat|ingéni|ingenier|cherch|maître|jefe|gerente|abogad|socio|soci[aé]|investig|profesor|docent|diputad|consejer|consigli|avvocat|ricercat|diretor|advogad|medewerk|hoogler|advis|voorzit|bestuur|chef|ansvarig|ordför|leder|rådgiv|forsk|lektor|dyrekt|kierown|prezes|adwokat|specjal|johtaja|päällikkö|juht|liige|директор|менедж|руковод|начальн|заместит|профессор|代表|取締役|社長|部長|課長|教授|准教授|講師|経理|经理|总裁|主任|董事)/iu;

/** Addresses, titles and headings of people pages and teams. */
export const PEOPLE = /(?<!\p{L})((meet|our|the)[-_ ])*(teams?|people|persons?|staff|leader(s|ship)?|management|board|executives?|officers|directors|trustees|attorneys?|lawyers?|faculty|members?|bios?|profiles?|speakers?|experts?|advisors?|agents?|brokers?|realtors|employees?|doctors?|physicians?|providers?|researchers?|scholars?|fellows|councillors?|senators?|deputies|mitarbeiter(innen|in)?|personen|ansprechpartner|vorstand|team|equipe|équipe|collaborateurs|membres?|equipo|personal|personas?|docentes|diputad[oa]s?|persone|persona|docenti|equipa|pessoas|medewerkers?|mensen|medarbet(are)?|medarbeidere|medarbejdere?|ansatte|ansatt|henkilosto|henkilöt|ihmiset|liikmed|saadik|tootajad|zespol|pracownicy|ludzie|osoby|lide|команда|сотрудники|депутаты?|персоны?|staff-member)(?!\p{L})/iu;

/** Addresses, titles and headings of pages on which a company speaks of itself. */
export const COMPANY = /^(about([-_ ]?us|[-_ ]the[-_ ]company)?|contact([-_ ]?us|o|os|ez-nous|enos)?|company([-_ ](info|profile|overview))?|who[-_ ]we[-_ ]are|get[-_ ]in[-_ ]touch|our[-_ ](company|story)|imprint|impressum|kontakt(e|ieren-sie-uns)?|(ue|ü)ber[-_ ]uns|unternehmen|firma|wir[-_ ]ueber[-_ ]uns|a[-_ ]propos|à propos|qui[-_ ]sommes[-_ ]nous|mentions[-_ ]legales|l-entreprise|sobre([-_ ]nos(otros)?)?|nosotros|empresa|quienes[-_ ]somos|aviso-legal|chi[-_ ]siamo|contatti|azienda|contato|quem-somos|over[-_ ]ons|om[-_ ]oss|om[-_ ]os|kontakta-oss|kontakt-oss|yhteystiedot|yritys|meist|o[-_ ]nas|o[-_ ]firmie|kapcsolat|rolunk|о[-_ ](компании|нас)|контакты|会社概要|企業情報|お問い合わせ|关于我们|联系我们|回社概要)$/i;

/** Path segments of what is published, sold or asked rather than of whom it is about. */
export const PUBLISHED = /^(blog|news|posts?|stories|press|tags?|category|categories|topics?|archives?|search|products?|shop|store|cart|checkout|events?|jobs?|careers?|login|signin|register|signup|feed|recipes?|courses?|wiki|aktuelles|blogs|noticias|actualites|nyheter|uutiset|novosti|termine|veranstaltungen)$/i;

/** Somebody speaking of themselves. */
export const FIRST_PERSON = /(?<!\p{L})(I|I['’]m|My|Ich|Mein|Je suis|Soy|Mi nombre|Sono|Mi chiamo|Ik ben|Mijn|Jag är|Jag heter|Jeg er|Jestem|Eu sou|Sou|Olen|Я|私は|我是|我叫|저는)(?!\p{L})/u;
