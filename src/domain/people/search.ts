import { plain } from '../word.ts';
import type { SetColumn, TextColumn } from './row.ts';
import { almost, EXACT, forgiven, meets, NONE, PREFIX, tokensOf, TYPO } from './token.ts';

/** What is searched, with what a match in it is worth: less is better. Of one person the best counts for each typed word. */
export const SEARCHED = [
  { column: 'name', worth: 0 }, { column: 'company', worth: 2 }, { column: 'title', worth: 3 }, { column: 'headline', worth: 3 }, { column: 'location', worth: 3 }, { column: 'tags', worth: 3 }, { column: 'notes', worth: 4 },
] as const satisfies readonly { column: TextColumn | SetColumn; worth: number }[];
export type SearchedColumn = (typeof SEARCHED)[number]['column'];

/** What was typed: each term has to be found somewhere, all words of one ("co-founder") in the same text. */
export type Query = readonly (readonly string[])[];

const TERMS = 8;
const LETTERS = 60;
/** Found with every letter as typed fewer than these, words that are almost the typed ones count as well. */
export const FEW = 3;
/** The worst that anybody's sum can be is less than this. */
export const NOT_FOUND = 255;

/** What is meant by a typed text; null when nothing is. */
export function parseQuery(text: string): Query | null {
  const terms = text.trim().split(/\s+/).slice(0, TERMS).map((term) => tokensOf(term.slice(0, LETTERS)).slice(0, 4)).filter((words) => words.length > 0);
  return terms.length === 0 ? null : terms;
}

/** What a match (EXACT, PREFIX or TYPO) in a field of this worth adds to somebody's rank. */
export function rankOf(worth: number, quality: number): number {
  return (worth === 0 && quality === PREFIX ? 1 : worth) + (quality === TYPO ? 6 : 0);
}

/** The rank of all terms together; the whole name, and nothing else, goes before all. */
export function rankOfAll(sum: number, query: Query, nameWords: number): number {
  return sum === 0 && nameWords === query.reduce((count, words) => count + words.length, 0) ? 0 : sum + 1;
}

/** How the words of one text meet a term: as well as the worst of its words does, NONE when one is not there. */
export function meetsTerm(words: readonly string[], term: readonly string[], withTypos: boolean): number {
  let worst = EXACT;
  for (const typed of term) {
    let best = NONE;
    for (const word of words) {
      const met = meets(word, typed) || (withTypos && almost(word, typed, forgiven(typed)) ? TYPO : NONE);
      if (met !== NONE && (best === NONE || met < best)) best = met;
    }
    if (best === NONE) return NONE;
    if (best > worst) worst = best;
  }
  return worst;
}

/** Somebody's texts by what is searched. */
export type Texts = Record<SearchedColumn, string>;

/** Somebody's rank, or NOT_FOUND: what search says, without any index. */
export function rankText(texts: Texts, query: Query, withTypos: boolean): number {
  const words = SEARCHED.map(({ column }) => tokensOf(texts[column]));
  let sum = 0;
  for (const term of query) {
    let best = NOT_FOUND;
    SEARCHED.forEach(({ worth }, at) => {
      const met = meetsTerm(words[at]!, term, withTypos);
      if (met !== NONE) best = Math.min(best, rankOf(worth, met));
    });
    if (best === NOT_FOUND) return NOT_FOUND;
    sum += best;
  }
  return rankOfAll(sum, query, words[0]!.length);
}

/** Parts of a text for its display, those that were met marked. */
export type Pieces = { text: string; met: boolean }[];

// what tokens are split at, and accents that plain letters lose
const WORD = /[^\0-/:-@[-`{-\u00bf\u2000-\u206f\u3000-\u303f]+/g;

/** A text in pieces, with what was typed marked in it; null when nothing of it was. */
export function markText(text: string, query: Query): Pieces | null {
  const typed = query.flat();
  const pieces: Pieces = [];
  let last = 0, any = false;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const span = spanIn(word, typed);
    if (!span) continue;
    any = true;
    if (index + span[0] > last) pieces.push({ text: text.slice(last, index + span[0]), met: false });
    pieces.push({ text: text.slice(index + span[0], last = index + span[1]), met: true });
  }
  if (!any) return null;
  if (last < text.length) pieces.push({ text: text.slice(last), met: false });
  return pieces;
}

/** From where to where a word is what was typed: the longest such piece, or all of it when it is almost that. */
function spanIn(word: string, typed: readonly string[]): [number, number] | null {
  const low = plain(word);
  const met = typed.filter((one) => meets(low, one) !== NONE).toSorted((a, b) => b.length - a.length)[0];
  if (met === undefined) return typed.some((one) => almost(low, one, forgiven(one))) ? [0, word.length] : null;
  const at = low.startsWith(met) ? 0 : low.indexOf(met);
  return [shownLength(word, low, at), shownLength(word, low, at + met.length)];
}

/** How many letters of a word make so many of its plain form: "ß" is one and makes two. */
function shownLength(word: string, low: string, length: number): number {
  if (low.length === word.length) return length;
  let at = 0, made = 0;
  for (const letter of word) {
    if (made >= length) break;
    made += plain(letter).length;
    at += letter.length;
  }
  return at;
}
