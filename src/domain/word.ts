const BEYOND_ASCII = /[\u0080-\uffff]/;
const SPECIAL: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };
// only accents go: the marks of Indic and Japanese scripts change the letter itself
const ACCENT = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
// scripts written without spaces between words; Korean has spaces but glues words and particles together
const SOLID = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u30fc\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const SOLID_RUN = new RegExp(`[${SOLID}]+`, 'gu');
const SOLID_START = new RegExp(`^[${SOLID}]`, 'u');
const SOLID_END = new RegExp(`[${SOLID}]$`, 'u');
// plus and hash belong to a word only at its end: "C++", "C#", but not "#sales" or "sales+marketing"
const SIGN = /(?<=[\p{L}\p{N}])(\+\+|#)(?![\p{L}\p{N}])|[+#]/gu;
const HYPHENED = /[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)+/gu;

/** Lower case, without accents: "Geschäftsführer" → "geschaftsfuhrer", "Ｓales" → "sales". Punctuation stays. */
export function plain(text: string): string {
  const low = text.toLowerCase();
  if (!BEYOND_ASCII.test(low)) return low;
  return low.normalize('NFKD').replace(ACCENT, '').replace(/[ßæœøłđðþı]/g, (letter) => SPECIAL[letter] ?? letter).normalize('NFC');
}

/** The words of a text as `fold` has them, in a row; a run of a script without spaces is one. */
export function wordsOf(text: string): string[] {
  const spaced = spacedOut(plain(text));
  return spaced === '' ? [] : spaced.split(' ');
}

function spacedOut(low: string): string {
  const signed = low.includes('+') || low.includes('#') ? low.replace(SIGN, (_sign, kept: string | undefined) => kept ?? ' ') : low;
  // most texts are plain ASCII, which is several times faster without Unicode classes
  return (BEYOND_ASCII.test(signed) ? signed.replace(SOLID_RUN, ' $& ').replace(/[^\p{L}\p{M}\p{N}+#]+/gu, ' ') : signed.replace(/[^a-z0-9+#]+/g, ' ')).trim();
}

/**
 * A text as words to look things up in: folded, one space before and after each word, "R&D" → " r d ", "C++ / C#" → " c++ c# ".
 * Hyphened words are also there joined, behind a double space that no phrase can cross: "co-founder" → " co founder  cofounder ".
 */
export function fold(text: string): string {
  const low = plain(text);
  const joined = low.includes('-') || low.includes('\u2010') || low.includes('\u2011') ? low.match(HYPHENED) : null;
  const spaced = spacedOut(low);
  return spaced === '' ? '' : ` ${spaced} ${joined ? ` ${joined.map((word) => word.replace(/[-\u2010\u2011]/g, '')).join('  ')} ` : ''}`;
}

/**
 * What to look for with `includes` in folded texts to find a wanted word or phrase; [] when nothing is left of it.
 * Whole words only; a trailing `*` also takes words that begin so ("engineer*"); scripts without spaces match anywhere.
 */
export function patterns(wanted: string): string[] {
  const prefix = /\*\s*$/.test(wanted);
  const folded = fold(wanted.replace(/\*/g, ' '));
  if (folded === '') return [];
  const [phrase, ...joined] = folded.trim().split(/ {2,}/) as [string, ...string[]];
  // the joined spelling stands for the whole wanted word, not for a part of a phrase
  const spellings = joined.length === 1 && joined[0] === phrase.replaceAll(' ', '') ? [phrase, joined[0]] : [phrase];
  return spellings.map((spelling) => (SOLID_START.test(spelling) ? '' : ' ') + spelling + (prefix || SOLID_END.test(spelling) ? '' : ' '));
}

const EXCERPT = 160;

/** The part of a text around a pattern from `patterns`, as written, at most 160 characters with … where it was cut. */
export function excerpt(text: string, pattern: string): string {
  if (text.length <= EXCERPT) return text;
  const letters = (word: string): string => [...word].map((letter) => letter.replace(/[+#]/, '\\$&')).join('[-\\u2010\\u2011]?');
  const words = pattern.trim().split(' ').map(letters).join('[^\\p{L}\\p{N}]*');
  const low = plain(text);
  const found = new RegExp(`${pattern.startsWith(' ') ? '(?<![\\p{L}\\p{N}])' : ''}${words}${pattern.endsWith(' ') ? '(?![\\p{L}\\p{N}])' : ''}`, 'u').exec(low);
  const from = Math.max(0, originalIndex(text, low, found?.index ?? 0) - EXCERPT / 2);
  const space = text.indexOf(' ', from);
  const start = from > 0 && space >= from && space < from + 20 ? space + 1 : from;
  const part = text.slice(start, start + EXCERPT - 2);
  const end = start + part.length < text.length ? Math.max(part.lastIndexOf(' '), EXCERPT - 22) : part.length;
  return `${start > 0 ? '…' : ''}${part.slice(0, end).trim()}${start + end < text.length ? '…' : ''}`.toWellFormed();
}

/** Where in a text the letter at `index` of its plain form stands: "ß" is one letter there and two here. */
function originalIndex(text: string, low: string, index: number): number {
  if (low.length === text.length) return index;
  let at = 0, shown = 0;
  for (const letter of text) {
    if (at >= index) break;
    at += letter <= '\x7f' ? 1 : plain(letter).length;
    shown += letter.length;
  }
  return shown;
}
