import { collated } from './collate.ts';
import type { Codes, ValueColumn } from './column.ts';
import { FEW, meetsTerm, NOT_FOUND, type Query, rankOf, rankOfAll, SEARCHED, type SearchedColumn } from './search.ts';
import { scratchBytes, scratchNumbers } from './scratch.ts';
import { type PeopleTable, slotsOf } from './table.ts';
import { almost, EXACT, forgiven, isSolid, mayBegin, meets, NONE, PREFIX, tokensOf, TYPO } from './token.ts';

/** Which values of a column hold which word: those of word `n` are `codes` from `starts[n]` to `starts[n + 1]`. Values that came later are looked at one by one. */
export interface Postings {
  size: number;
  starts: Uint32Array;
  codes: Uint32Array;
}

/** All words of the searched columns in the order of their letters, and where each stands. */
export interface SearchIndex {
  words: string[];
  /** Numbers of the words that are written without spaces: a match may begin anywhere in them. */
  solid: Uint32Array;
  postings: Postings[];
  /** Words in each name, by code. */
  nameWords: Uint8Array;
}

/** What was found, by slot: a rank, less is better; NOT_FOUND = not found. */
export interface Found {
  ranks: Uint8Array;
  count: number;
}

const VALUES = 400;
const PAIRS = 20_000;

/** Makes the index of a table. Yields often; values that come meanwhile, or later, are found without it. */
export function* buildSearch(table: PeopleTable): Generator<void, SearchIndex> {
  const numbers = new Map<string, number>();
  const pairs: { words: Uint32Array; codes: Uint32Array; size: number; length: number }[] = [];
  const nameWords: number[] = [];
  for (const { column: name } of SEARCHED) {
    const { size } = columnOf(table, name);
    const own = { words: longer(new Uint32Array(size)), codes: longer(new Uint32Array(size)), size, length: 0 };
    let code = 0;
    for (const text of textsOf(table, name)) {
      if (code >= size) break;
      const tokens = tokensOf(text);
      if (name === 'name') nameWords.push(Math.min(255, tokens.length));
      for (const token of tokens) {
        let number = numbers.get(token);
        if (number === undefined) numbers.set(token, number = numbers.size);
        if (own.length === own.words.length) [own.words, own.codes] = [longer(own.words), longer(own.codes)];
        own.words[own.length] = number;
        own.codes[own.length++] = code;
      }
      if (++code % VALUES === 0) yield;
    }
    pairs.push(own);
  }
  const unsorted = [...numbers.keys()];
  numbers.clear();
  yield;
  const order = yield* collated(unsorted, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const words = Array.from(order, (number) => unsorted[number]!);
  const places = new Uint32Array(words.length);
  order.forEach((number, place) => { places[number] = place; });
  yield;
  const postings: Postings[] = [];
  for (const own of pairs) postings.push(yield* posted(own, places));
  const solid: number[] = [];
  for (const [at, word] of words.entries()) {
    if (isSolid(word)) solid.push(at);
    if (at % PAIRS === PAIRS - 1) yield;
  }
  return { words, solid: Uint32Array.from(solid), postings, nameWords: Uint8Array.from(nameWords) };
}

function* posted({ words, codes, size, length }: { words: Uint32Array; codes: Uint32Array; size: number; length: number }, places: Uint32Array): Generator<void, Postings> {
  const starts = new Uint32Array(places.length + 1);
  for (let at = 0; at < length; at++) starts[places[words[at]!]! + 1]!++;
  for (let word = 0; word < places.length; word++) starts[word + 1]! += starts[word]!;
  const filled = starts.slice();
  const sorted = new Uint32Array(length);
  for (let at = 0; at < length; at++) {
    sorted[filled[places[words[at]!]!]!++] = codes[at]!;
    if (at % PAIRS === PAIRS - 1) yield;
  }
  return { size, starts, codes: sorted };
}

/** How many values came after the index was made: it is made anew when they are many. */
export function behind(index: SearchIndex, table: PeopleTable): number {
  return SEARCHED.reduce((sum, { column }, at) => sum + columnOf(table, column).size - index.postings[at]!.size, 0);
}

/** Everybody in whom all terms are found. When few are found as typed, words that are almost the typed ones count as well. */
export function search(table: PeopleTable, index: SearchIndex, query: Query): Found {
  const found = searchOnce(table, index, query, false);
  return found.count >= FEW || !query.flat().some((typed) => forgiven(typed) > 0) ? found : searchOnce(table, index, query, true);
}

function searchOnce(table: PeopleTable, index: SearchIndex, query: Query, withTypos: boolean): Found {
  const size = table.ids.length;
  const ranks = new Uint8Array(size).fill(NOT_FOUND);
  const sums = scratchBytes('sums', size);
  const left = slotsOf(table, scratchNumbers('left', table.slotOf.size));
  let count = left.length;
  for (const term of query) {
    const best = scratchBytes('best', size, NOT_FOUND);
    for (const [at, { column, worth }] of SEARCHED.entries()) {
      const qualities = marks(table, index, at, column, term, withTypos);
      if (qualities) spread(columnOf(table, column).codes, qualities, Uint8Array.of(NOT_FOUND, rankOf(worth, EXACT), rankOf(worth, PREFIX), rankOf(worth, TYPO)), left, count, best);
    }
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const slot = left[at]!;
      if (best[slot] === NOT_FOUND) continue;
      sums[slot]! += best[slot]!;
      left[kept++] = slot;
    }
    count = kept;
  }
  const { codes } = table.texts.name;
  for (let at = 0; at < count; at++) {
    const slot = left[at]!;
    const code = codes[slot]!;
    // only where no letter is missing the number of words in the name counts
    ranks[slot] = rankOfAll(sums[slot]!, query, sums[slot] === 0 ? index.nameWords[code] ?? tokensOf(table.texts.name.valueAt(code)).length : 0);
  }
  return { ranks, count };
}

/** Gives each of the slots the rank that its value has in this column, when it is a better one. */
function spread(codes: Codes, qualities: Uint8Array, rankBy: Uint8Array, slots: Uint32Array, count: number, best: Uint8Array): void {
  for (let at = 0; at < count; at++) {
    const slot = slots[at]!;
    const rank = rankBy[qualities[codes[slot]!]!]!;
    if (rank < best[slot]!) best[slot] = rank;
  }
}

/** By code how a column's values meet a term, good until the next call; null when none does. */
function marks(table: PeopleTable, index: SearchIndex, at: number, name: SearchedColumn, term: readonly string[], withTypos: boolean): Uint8Array | null {
  const { starts, codes, size } = index.postings[at]!;
  const total = columnOf(table, name).size;
  let met: Uint8Array | null = null;
  for (const typed of term) {
    const own = scratchBytes(met ? 'own' : 'met', total, NONE);
    let any = false;
    for (const { word, until, quality } of wordsLike(index, typed, withTypos)) {
      for (let place = starts[word]!; place < starts[until]!; place++) {
        const code = codes[place]!;
        any = true;
        if (own[code] === NONE || quality < own[code]!) own[code] = quality;
      }
    }
    if (!any) met = scratchBytes('met', total, NONE);
    else if (met) for (let code = 0; code < size; code++) met[code] = met[code] === NONE || own[code] === NONE ? NONE : Math.max(met[code]!, own[code]!);
    else met = own;
  }
  for (let code = size; code < total; code++) met![code] = meetsTerm(tokensOf(textAt(table, name, code)), term, withTypos);
  return met!.includes(EXACT) || met!.includes(PREFIX) || met!.includes(TYPO) ? met : null;
}

interface Like { word: number; until: number; quality: number }

/** Of what was typed last: most of it is typed still. */
const likes = new WeakMap<SearchIndex, Map<string, Like[]>>();
const LIKES = 24;

/** Runs of words that meet a typed one. */
function wordsLike(index: SearchIndex, typed: string, withTypos: boolean): Like[] {
  const key = `${withTypos ? '~' : '='}${typed}`;
  let kept = likes.get(index);
  if (!kept) likes.set(index, kept = new Map());
  const known = kept.get(key);
  if (known) return known;
  const { words, solid } = index;
  const first = lowerBound(words, typed);
  const last = lowerBound(words, after(typed));
  const found: Like[] = [];
  if (first < last) {
    const exact = words[first] === typed ? 1 : 0;
    if (exact) found.push({ word: first, until: first + 1, quality: EXACT });
    if (first + exact < last) found.push({ word: first + exact, until: last, quality: PREFIX });
  }
  if (isSolid(typed)) for (const at of solid) if ((at < first || at >= last) && meets(words[at]!, typed) === PREFIX) found.push({ word: at, until: at + 1, quality: PREFIX });
  const most = withTypos ? forgiven(typed) : 0;
  for (const letter of most > 0 ? new Set(mayBegin(typed)) : []) {
    const end = lowerBound(words, after(letter));
    for (let at = lowerBound(words, letter); at < end; at++) if ((at < first || at >= last) && almost(words[at]!, typed, most)) found.push({ word: at, until: at + 1, quality: TYPO });
  }
  if (kept.size >= LIKES) kept.clear();
  kept.set(key, found);
  return found;
}

/** What comes behind all words that begin so. */
function after(beginning: string): string {
  return beginning.slice(0, -1) + String.fromCharCode(beginning.charCodeAt(beginning.length - 1) + 1);
}

function lowerBound(words: readonly string[], wanted: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The column in which a searched name stands. */
export function columnOf(table: PeopleTable, name: SearchedColumn): ValueColumn<string> | ValueColumn<readonly string[]> {
  return name === 'tags' ? table.sets.tags : table.texts[name];
}

function* textsOf(table: PeopleTable, name: SearchedColumn): Generator<string, void> {
  if (name === 'tags') for (const tags of table.sets.tags.values()) yield tags.join(' ');
  else yield* table.texts[name].values();
}

function textAt(table: PeopleTable, name: SearchedColumn, code: number): string {
  return name === 'tags' ? table.sets.tags.valueAt(code).join(' ') : table.texts[name].valueAt(code);
}

function longer(array: Uint32Array): Uint32Array {
  const next = new Uint32Array(Math.max(64, array.length * 2));
  next.set(array);
  return next;
}
