import { degrees, familyPairs, joiners, noDegrees, particles, prefixes, shortFamilies, suffixes, vietnamese } from './name/word-list.ts';

/** The parts of a person's name; '' where a part is not there. `display` is the name to show: without titles, degrees, pronouns, emoji and slogans. */
export interface NameParts {
  given: string;
  family: string;
  middle?: string;
  prefix?: string;
  suffix?: string;
  degrees: string[];
  pronouns?: string;
  /** A name in quotes or brackets, or the same name in another script. */
  nickname?: string;
  display: string;
}

interface Words {
  prefixes: ReadonlySet<string>; degrees: ReadonlySet<string>; suffixes: ReadonlySet<string>; noDegrees: ReadonlySet<string>; particles: ReadonlySet<string>;
  joiners: ReadonlySet<string>; familyPairs: ReadonlySet<string>; vietnamese: ReadonlySet<string>; shortFamilies: ReadonlySet<string>;
}

let made: Words | null = null;
function words(): Words {
  made ??= {
    prefixes: prefixes(), degrees: degrees(), suffixes: suffixes(), noDegrees: noDegrees(), particles: particles(), joiners: joiners(), familyPairs: familyPairs(), vietnamese: vietnamese(), shortFamilies: shortFamilies(),
  };
  return made;
}

const MAX_NAME = 200;
// bidi and zero-width controls; the joiners of Persian and Indic words stay
const INVISIBLE = /(?!\u200c|\u200d)[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const SYMBOL = /\p{Regional_Indicator}|\p{Emoji_Modifier}|[\u{fe0e}\u{fe0f}\u{20e3}\u{e0020}-\u{e007f}]|(?![©®])\p{Extended_Pictographic}|\p{So}|(?<!\p{L})[\u200c\u200d]|[\u200c\u200d](?!\p{L})/gu;
const PRONOUN = 'she|her|hers|he|him|his|they|them|theirs|ze|zir|xe|xem|hir|sie|ihr|er|ihm|ihn|elle|il|iel|lui|ella|él|elle|lei|ela|ele|dela|dele|zij|haar|hij|hem|die|hen|hun|ona|jej|on|jego|hon|henne|han|honom|any|all';
const PRONOUNS = new RegExp(`[([]?\\s*(?<![\\p{L}])((?:${PRONOUN})(?:\\s?[/|]\\s?(?:${PRONOUN})){1,3})(?![\\p{L}])\\s*[)\\]]?`, 'iu');
const QUOTED = /(?<=^|\s)(?:"([^"]{1,40})"|“([^”]{1,40})”|„([^“”]{1,40})[“”]|«([^»]{1,40})»|'([^']{2,40})'(?=\s|$)|‘([^’]{2,40})’(?=\s|$))/u;
const BRACKETED = /\s*[([（【]([^)\]）】]*)[)\]）】]?/u;
const TAIL = /\s+[|•·~/\\]+\s*.*$|\s*\|.*$|\s+[-–—]+\s+.*$|\s*[—:].*$|\s+@.*$|\s+(?:at|bei|chez|née|geb\.?|geborene|z domu)\s.*$/su;
const SLOGAN = /\s*#.*$|\s*[-–—,|]?\s*(?<!\p{L})(?:open\s*to\s*work|opentowork|open\s*for|(?:we\s?(?:'|’)?re |we are |is |now )?hiring|looking for|seeking|available|actively|ask me|lion(?=\s|$)|verified|auf jobsuche|jobsuchend|en recherche|à l['’]écoute|en búsqueda|disponible|in cerca|procurando|op zoek|szukam)(?!\p{L}).*$/isu;
const HAN = /^[\p{sc=Han}々]+$/u;
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u;
const HANGUL = /^\p{sc=Hangul}+$/u;
const EASTERN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

const bare = (token: string): string => token.toLowerCase().replace(/[.,]+$/, '');
const undotted = (token: string): string => token.toLowerCase().replace(/[.\s®™]/g, '');
const isUpper = (token: string): boolean => token.length > 1 && /\p{Lu}/u.test(token) && token === token.toUpperCase() && !/^\p{Lu}\.?(?:\p{Lu}\.)*$/u.test(token);

/** The parts of a name as a page shows it. Western order unless the script, capitals or a comma say otherwise. At most 200 characters are read; never throws. */
export function nameParts(shown: string): NameParts {
  return plainParts(shown) ?? readParts(shown);
}

// two words of small letters behind a capital, as most names are; letters for formulas are none
const PLAIN = /^(?=[A-Za-z\u00c0-\u052f -]+$)(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) (\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)$/u;
/** What may stand in a slogan ("Open ToWork") or asks for a closer look, beside the lists of words. */
const SUSPECT = 'open|opentowork|hiring|wehiring|looking|seeking|available|actively|ask|lion|verified|auf|jobsuchend|en|à|disponible|in|procurando|op|szukam|we|is|are|now';
let suspects: Set<string> | null = null;

/** The parts of a name that can only be read in one way, many times as fast; null for any other. */
function plainParts(shown: string): NameParts | null {
  const [, given, family] = (shown.length <= 60 ? PLAIN.exec(shown) : null) ?? [];
  if (given === undefined || family === undefined) return null;
  suspects ??= new Set([...Object.values(words()).flatMap((some: ReadonlySet<string>) => [...some]), ...SUSPECT.split('|')]);
  if (suspects.has(given.toLowerCase()) || suspects.has(family.toLowerCase()) || shown !== shown.normalize('NFC')) return null;
  return { given, family, degrees: [], display: shown };
}

/** The same of any name. */
function readParts(shown: string): NameParts {
  let text = shown.slice(0, MAX_NAME).toWellFormed().replace(INVISIBLE, ' ').replaceAll('\ufffd', ' ')
    .replace(/[\u{1d400}-\u{1d7ff}\uff21-\uff3a\uff41-\uff5a]/gu, (letter) => letter.normalize('NFKC')).normalize('NFC');
  const said = text.replace(/\s+/g, ' ').trim();
  text = text.replace(SYMBOL, ' ').replace(/\s+/g, ' ').trim();

  let pronouns: string | undefined, nickname: string | undefined;
  text = text.replace(PRONOUNS, (_all, found: string) => { pronouns = found.toLowerCase().replace(/\s/g, '').replaceAll('|', '/'); return ' '; });
  text = text.replace(SLOGAN, '');
  text = text.replace(QUOTED, (_all, ...found: unknown[]) => { nickname = found.slice(0, 6).find((each) => typeof each === 'string') as string; return ' '; });
  for (let round = 0; round < 3; round += 1) {
    text = text.replace(BRACKETED, (_all, inside: string) => { if (isName(inside)) nickname ??= inside.trim(); return ' '; });
  }
  text = text.replace(/\s+/g, ' ').replace(TAIL, '').replace(/^[\s,;.*_~-]+|[\s,;*_~-]+$/gu, '');

  const { name, found, inverted } = byCommas(text);
  let tokens = name.split(' ').filter((token) => token !== '' && !token.includes('@'));
  const titles = [...takePrefixes(tokens), ...takePrefixes(inverted ?? [])];
  const letterings: string[] = [];
  let suffix: string | undefined;
  // two words are a name, unless the second can be nothing but a degree
  const least = titles.length > 0 || inverted !== null || isDegree(tokens.at(-1) ?? '', true) ? 1 : 2;
  while (tokens.length > least) {
    const last = tokens.at(-1)!;
    if (tokens.length > 2 && words().suffixes.has(bare(last)) && suffix === undefined) suffix = tokens.pop();
    else if (isDegree(last, false)) letterings.unshift(tokens.pop()!);
    else break;
  }
  suffix ??= found.find((each) => words().suffixes.has(bare(each)));
  // a number is no part of a name
  tokens = tokens.filter((token) => /\p{L}/u.test(token) && !/\d/.test(token));

  const other = tokens.filter((token) => EASTERN.test(token));
  if (other.length > 0 && other.length < tokens.length) {
    nickname ??= other.join(' ');
    tokens = tokens.filter((token) => !EASTERN.test(token));
  }
  const split = inverted !== null ? { given: inverted[0] ?? '', family: tokens.join(' '), middle: inverted.slice(1).join(' ') } : EASTERN.test(tokens.join('')) ? eastern(tokens) : western(tokens);
  const [given, family, middle] = recased(split.given, split.family, 'middle' in split ? (split.middle as string) : '');
  const asWritten = inverted === null && (EASTERN.test(tokens.join('')) || words().vietnamese.has(family.toLowerCase()));
  const display = asWritten ? tokens.join(' ') : [given, middle, family].filter(Boolean).join(' ');
  return {
    given, family, degrees: [...letterings, ...found.filter((each) => !words().suffixes.has(bare(each)))], display: display || said,
    ...(middle ? { middle } : {}), ...(titles.length > 0 ? { prefix: titles.join(' ') } : {}), ...(suffix ? { suffix } : {}),
    ...(pronouns ? { pronouns } : {}), ...(nickname?.trim() ? { nickname: nickname.trim() } : {}),
  };
}

/** The two columns that files have for a name: first name with what follows it, and last name; what cannot be told is absent. */
export function firstAndLast(shown: string): { first?: string; last?: string } {
  const { given, middle, family } = nameParts(shown);
  const first = [given, middle].filter(Boolean).join(' ');
  return { ...(first ? { first } : {}), ...(family ? { last: family } : {}) };
}

/** Takes the titles off the front of a name, in place; the last word stays a name. */
function takePrefixes(tokens: string[]): string[] {
  const taken: string[] = [];
  while (tokens.length > 1 && words().prefixes.has(bare(tokens[0]!)) && !(tokens[0] === 'DI' && tokens.length < 3)) taken.push(tokens.shift()!);
  return taken;
}

/** What stands before the commas and what behind them means: degrees ("Ada Example, PhD"), the given name ("Example, Ada"), or nothing of a name. */
function byCommas(text: string): { name: string; found: string[]; inverted: string[] | null } {
  const [name = '', ...rest] = text.split(/\s*[,،、;]\s*/).filter(Boolean);
  const found: string[] = [];
  let inverted: string[] | null = null;
  for (const [index, part] of rest.entries()) {
    const pieces = part.split(' ');
    if (pieces.every((piece) => isDegree(piece, false) || words().suffixes.has(bare(piece)))) { found.push(...pieces); continue; }
    const family = name.split(' ').filter((token) => !words().particles.has(token.toLowerCase()));
    if (index === 0 && isName(part) && pieces.length <= 3 && (family.length === 1 || name.split(' ').every(isUpper))) inverted = pieces;
    else break;
  }
  return { name, found, inverted };
}

function isName(text: string): boolean {
  const pieces = text.trim().split(/\s+/);
  return pieces.length <= 3 && pieces.every((piece) => /^\p{L}(?:[\p{L}\p{M}'’.-]|\u200c|\u200d)*$/u.test(piece) && !words().noDegrees.has(bare(piece))) && !SLOGAN.test(text);
}

/** `sure`: only what can be no name. */
function isDegree(token: string, sure: boolean): boolean {
  const plain = undotted(token);
  if (sure && plain.length < 3) return false;
  if (words().noDegrees.has(plain)) return false;
  if (words().degrees.has(plain)) return /\p{Lu}.*\p{Lu}/u.test(token) || token.includes('.') || (!sure && /^(?:esq|esquire|habil)/.test(plain));
  return !sure && /^[A-Z][A-Za-z0-9.®-]{1,9}$/.test(token) && (token.match(/[A-Z]/g)?.length ?? 0) >= 3 && !/[AEIOU]/.test(token.slice(1, 3)) && token === token.toUpperCase();
}

function western(tokens: readonly string[]): { given: string; family: string; middle: string } {
  const { particles: small, joiners: join, vietnamese: viet, shortFamilies: short } = words();
  const names: string[] = [];
  for (const token of tokens) {
    if (names.length > 0 && join.has(names.at(-1)!.split(' ').at(-1)!)) names[names.length - 1] += ` ${token}`;
    else names.push(token);
  }
  const [first = '', ...others] = names;
  if (others.length === 0) return { given: first, family: '', middle: '' };
  // "LI Xiaolong", "DUPONT Marie": the family name is the one in capitals
  const mixed = names.some((name) => !isUpper(name) && /\p{Ll}/u.test(name));
  if (mixed && (isUpper(first) ? first.length > 2 || short.has(first) : false) && !others.some(isUpper)) return { given: others[0]!, family: first, middle: others.slice(1).join(' ') };
  if (viet.has(first.toLowerCase()) && names.length > 2 && !viet.has(names.at(-1)!.toLowerCase())) return { given: names.at(-1)!, family: first, middle: names.slice(1, -1).join(' ') };
  if (small.has(first.toLowerCase()) && first === first.toLowerCase()) return { given: '', family: names.join(' '), middle: '' };
  const at = names.findIndex((name, index) => index > 0 && index < names.length - 1 && isParticle(name));
  // "Ortega y Gasset": the small word stands between two family names
  const from = at < 0 ? names.length - 1 : /^[ye]$/i.test(names[at]!) ? Math.max(1, at - 1) : at;
  return { given: first, family: names.slice(from).join(' '), middle: names.slice(1, from).join(' ') };
}

// in capitals these are names of their own: "Kim Do Young"
const LOW_ONLY = new Set(['do', 'e', 'y', 'te', 'op', 'af', 'av', 'zu', 'bat', 'bar', 'al', 'st']);

function isParticle(name: string): boolean {
  return words().particles.has(name.toLowerCase()) && (name === name.toLowerCase() || isUpper(name) || !LOW_ONLY.has(name.toLowerCase()));
}

function eastern(tokens: readonly string[]): { given: string; family: string } {
  const [first = '', ...others] = tokens;
  // foreign names spelled by sound keep their own order: "ジョン・スミス", "约翰·史密斯"
  const parts = tokens.join('・').split(/[・·•･]/).filter(Boolean);
  if (others.length === 0 && parts.length > 1) return { given: parts[0]!, family: parts.slice(1).join('・') };
  if (others.length > 0) return { given: others.join(' '), family: first };
  // by characters: rare ones take two code units
  const letters = [...first];
  const cut = (length: number): { given: string; family: string } => ({ family: letters.slice(0, length).join(''), given: letters.slice(length).join('') });
  const pair = words().familyPairs.has(letters.slice(0, 2).join('')) && letters.length > 2;
  if (HANGUL.test(first)) return letters.length < 2 || letters.length > 4 ? cut(0) : cut(pair ? 2 : 1);
  if (KANA.test(first)) return cut([.../^[\p{sc=Han}々]{1,3}(?=[\p{sc=Hiragana}\p{sc=Katakana}])/u.exec(first)?.[0] ?? ''].length);
  if (!HAN.test(first) || letters.length < 2 || letters.length > 5) return cut(0);
  const again = letters.indexOf('々');
  // four characters are two and two: a Japanese name, or a Chinese family name of two characters
  return cut(again >= 0 ? again + (again < 2 ? 2 : 1) : pair || letters.length >= 4 ? 2 : 1);
}

/** "ADA EXAMPLE", "ada example" and "EXAMPLE, Ada" as names are written; mixed case is left as it is. */
function recased(given: string, family: string, middle: string): [string, string, string] {
  const all = [given, middle, family].join(' ').trim();
  const low = all === all.toLowerCase() && all.includes(' ');
  const fix = (part: string): string => part.split(' ').map((token) => {
    if (words().particles.has(token.toLowerCase()) && (low || (isUpper(token) && part.includes(' ')))) return token.toLowerCase();
    if (!low && (!isUpper(token) || token.length < 2)) return token;
    if (!low && token.length === 2 && !(words().shortFamilies.has(token) && part === family)) return token;
    return token.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
  }).join(' ');
  return [fix(given), fix(family), fix(middle)];
}
