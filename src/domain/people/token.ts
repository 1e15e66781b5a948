import { plain } from '../word.ts';

// punctuation of Latin, general and CJK use; all else, emoji too, can be searched for
const BETWEEN = /[\0-/:-`{-\u00bf\u2000-\u206f\u3000-\u303f]+/;
// scripts that put no space between words: a match may begin anywhere
const SOLID = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const BEYOND_LATIN = /[\u0e00-\uffff]/;

/** The words of a text as search has them: lower case, without accents, split at spaces and punctuation. */
export function tokensOf(text: string): string[] {
  return plain(text).split(BETWEEN).filter(Boolean);
}

/** Is something of it written in a script without spaces between words? */
export function isSolid(word: string): boolean {
  return BEYOND_LATIN.test(word) && SOLID.test(word);
}

/** How a word of a text meets a word that was typed; less is better. */
export const NONE = 0, EXACT = 1, PREFIX = 2, TYPO = 3;

/** Is the text's word what was typed, or does it begin so? In scripts without spaces it is enough that it is in it. */
export function meets(word: string, typed: string): number {
  if (word.length === typed.length && word === typed) return EXACT;
  return word.startsWith(typed) || (isSolid(typed) && word.includes(typed)) ? PREFIX : NONE;
}

/** Wrong letters that are forgiven in a typed word of this length: longer words take two. */
export function forgiven(typed: string): number {
  return isSolid(typed) || typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
}

/** First letters of words that may be meant: that of the typed word, or its second when the first was turned round or is too much. */
export function mayBegin(typed: string): readonly [string, string] {
  return [typed[0]!, typed[1]!];
}

/**
 * Does the word, or its beginning, become the typed one by so many single letters that are missing, too much, wrong or turned round with
 * their neighbour? Only words that begin as `mayBegin` says.
 */
export function almost(word: string, typed: string, most: number): boolean {
  const [first, second] = mayBegin(typed);
  if (most === 0 || (word[0] !== first && word[0] !== second) || word.length < typed.length - most) return false;
  const width = Math.min(word.length, typed.length + most, ROOM - 2);
  let [before, last, next] = ROWS;
  for (let at = 0; at <= Math.min(width, most); at++) last[at] = at;
  last[Math.min(width, most) + 1] = FAR;
  for (let row = 1; row <= typed.length; row++) {
    // a letter can only have moved by as many places as are forgiven
    const from = Math.max(0, row - most), to = Math.min(width, row + most);
    if (from > to) return false;
    let least = FAR;
    if (from > 0) next[from - 1] = FAR;
    for (let at = from; at <= to; at++) {
      const same = at > 0 && typed[row - 1] === word[at - 1];
      let cost = at === 0 ? row : Math.min(last[at - 1]! + (same ? 0 : 1), last[at]! + 1, next[at - 1]! + 1);
      if (row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1]) cost = Math.min(cost, before[at - 2]! + 1);
      next[at] = cost;
      if (cost < least) least = cost;
    }
    next[to + 1] = FAR;
    if (least > most) return false;
    [before, last, next] = [last, next, before];
  }
  for (let at = Math.max(0, typed.length - most); at <= Math.min(width, typed.length + most); at++) if (last[at]! <= most) return true;
  return false;
}

const ROOM = 80;
const FAR = 99;
/** Written anew at each call: a hundred thousand words are looked at. */
const ROWS: [Uint8Array, Uint8Array, Uint8Array] = [new Uint8Array(ROOM), new Uint8Array(ROOM), new Uint8Array(ROOM)];
