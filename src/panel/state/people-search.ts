import { signal } from '@preact/signals';
import { NOT_FOUND, type Query } from '../../domain/people/search.ts';
import { behind, buildSearch, type Found, search, type SearchIndex } from '../../domain/people/search-index.ts';
import { scratchNumbers } from '../../domain/people/scratch.ts';
import type { PeopleTable } from '../../domain/people/table.ts';
import { atOnce, inTurns } from './turn.ts';

/** Values of which a book has so few are indexed when they are asked for. */
const SMALL = 1_500;
/** More new values than these, and the index is made anew. */
const MOST_BEHIND = 2_000;

/** The index of words, and of which table it is: who searches reads it, to be drawn again when there is another. */
export const wordIndex = signal<{ table: PeopleTable; index: SearchIndex } | undefined>(undefined);

/** Of books so small that they need not wait. */
const small = new WeakMap<PeopleTable, SearchIndex>();

/** Everybody in whom this is found; undefined while the words of a big book are still being read. */
export function searchPeople(table: PeopleTable, query: Query): Found | undefined {
  const { value: ready } = wordIndex;
  let index = ready?.table === table ? ready.index : small.get(table);
  if (!index) {
    if (table.slotOf.size > SMALL) return undefined;
    small.set(table, index = atOnce(buildSearch(table)));
  }
  return search(table, index, query);
}

/** Those of the slots who were found, in their order, or the best match first. */
export function foundOf(slots: Uint32Array, { ranks }: Found, bestFirst: boolean): Uint32Array {
  const found = scratchNumbers('found', slots.length);
  const starts = new Uint32Array(NOT_FOUND + 1);
  let count = 0;
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]!;
    const rank = ranks[slot]!;
    if (rank === NOT_FOUND) continue;
    starts[rank + 1]!++;
    found[count++] = slot;
  }
  if (!bestFirst) return found.slice(0, count);
  for (let rank = 0; rank < NOT_FOUND; rank++) starts[rank + 1]! += starts[rank]!;
  const best = new Uint32Array(count);
  for (let at = 0; at < count; at++) best[starts[ranks[found[at]!]!]!++] = found[at]!;
  return best;
}

/** The index of words that was stored with this table. */
export function takeWords(table: PeopleTable, index: SearchIndex): void {
  wordIndex.value = { table, index };
}

/** Makes the index of words when there is none or it is behind, by anything if it `mustBeWhole`; meanwhile the old one is searched. */
export async function indexWords(table: PeopleTable, mustBeWhole: boolean, isOver: () => boolean): Promise<SearchIndex | undefined> {
  const now = wordIndex.peek();
  if (now?.table === table && behind(now.index, table) <= (mustBeWhole ? 0 : MOST_BEHIND)) return now.index;
  const index = await inTurns(buildSearch(table), isOver);
  if (index) wordIndex.value = { table, index };
  return index;
}
