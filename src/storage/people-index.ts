import type { KeptAlong } from '../domain/people/packed.ts';
import type { PersonRow } from '../domain/people/row.ts';
import { peopleTable, type PeopleTable } from '../domain/people/table.ts';
import type { Book } from './database.ts';
import { inPieces, type Pause } from './pause.ts';
import { forgetFirst } from './people-first.ts';
import { isSameLine, linesBetween, linesOf } from './people-line.ts';
import { readSnapshot, writeSnapshot } from './people-snapshot.ts';

/** Journal entries after which the snapshot is packed anew; reading a row costs about as much as ten packed ones. */
const JOURNAL_MAX = 300;
/** People that are read at once. */
const SLICE = 250;
/** People that are compared with their rows at once: little enough that nobody notices. */
const LOOK = 80;

/** The lines of all prospects, and how far the journal was read; what was stored along with them, if anything. */
export interface PeopleIndex extends KeptAlong {
  table: PeopleTable;
  seq: number;
  /** Ids of those who changed since it was stored. */
  loose: string[];
}

/** Reads the packed snapshot and what the journal says has changed since. Rebuilt from the rows when it is missing, of another format, spoilt, or disagrees with their number. */
export async function loadPeople(book: Book, pause: Pause = inPieces()): Promise<PeopleIndex> {
  const index = await readPeople(book, pause);
  return index && await isWhole(book, index) ? index : rebuildPeople(book, pause);
}

/** The same without counting the rows, which takes longer than all else; null when it has to be rebuilt. To be checked by `isWhole` as soon as there is time. */
export async function readPeople(book: Book, pause: Pause = inPieces()): Promise<PeopleIndex | null> {
  let stored = await readSnapshot(book, pause);
  // another panel may have stored a later one meanwhile
  if (stored && await isOvertaken(book, stored)) stored = await readSnapshot(book, pause);
  // entries that are in no snapshot and no longer in the journal are lost
  if (!stored || await isOvertaken(book, stored)) return null;
  const index: PeopleIndex = { ...stored, loose: [] };
  index.loose = await catchUp(book, index, pause);
  return index;
}

/** Has another context packed changes away that this index has not seen? */
export async function isOvertaken(book: Book, { seq }: Pick<PeopleIndex, 'seq'>): Promise<boolean> {
  const first = await book.journal.orderBy('seq').first();
  return first?.seq !== undefined && first.seq > seq + 1;
}

/** Has the index as many lines as there are prospects? Of one that the journal has overtaken nothing is said: true. */
export function isWhole(book: Book, { table, seq }: PeopleIndex): Promise<boolean> {
  return book.transaction('r', [book.journal, book.prospects], async () => await book.journal.where('seq').above(seq).count() > 0 || table.slotOf.size === await book.prospects.count());
}

/** Brings an index up to date with the journal, in slices; the ids of who changed, came or went. */
export async function catchUp(book: Book, index: PeopleIndex, pause: Pause = inPieces()): Promise<string[]> {
  const entries = await book.journal.where('seq').above(index.seq).toArray();
  if (entries.length === 0) return [];
  const ids = [...new Set(entries.flatMap(({ prospectId, more = [] }) => [prospectId, ...more]))];
  for (let from = 0; from < ids.length; from += SLICE) {
    // who changes once more meanwhile is in the journal once more
    const some = ids.slice(from, from + SLICE);
    putLines(index.table, some, await linesOf(book, some));
    await pause();
  }
  index.seq = entries.at(-1)!.seq!;
  return ids;
}

/** Makes the index from the rows themselves, in slices, and packs it. */
export async function rebuildPeople(book: Book, pause: Pause = inPieces()): Promise<PeopleIndex> {
  const index: PeopleIndex = {
    table: peopleTable(), loose: [],
    seq: await book.transaction('r', [book.journal, book.snapshots], async () => Math.max((await book.journal.orderBy('seq').last())?.seq ?? 0, (await book.snapshots.get('people'))?.seq ?? 0)),
  };
  for (let last: string | undefined; ;) {
    const { lines, end } = await linesBetween(book, last, SLICE);
    for (const line of lines) index.table.put(line);
    await pause();
    if (end === undefined) break;
    last = end;
  }
  // what changed while it was read
  await catchUp(book, index, pause);
  await writeSnapshot(book, { table: index.table, seq: index.seq }, pause);
  return index;
}

/** Has the journal grown so that the index should be packed? */
export async function isGrown(book: Book): Promise<boolean> {
  return await book.journal.count() > JOURNAL_MAX;
}

/** Packs the index when the journal has grown. */
export async function packIfGrown(book: Book, index: PeopleIndex): Promise<void> {
  if (await isGrown(book)) await packPeople(book, index, {});
}

/** Packs the index anew whatever the journal's length, and forgets what lists show first: what nobody has any more is in neither then. */
export async function repackPeople(book: Book): Promise<void> {
  await forgetFirst(book);
  await packPeople(book, await loadPeople(book), {});
}

/** Packs the index, with what is worth storing along with it; journal entries go only with the snapshot that swallowed them. */
export function packPeople(book: Book, { table, seq }: Pick<PeopleIndex, 'table' | 'seq'>, along: KeptAlong, pause: Pause = inPieces()): Promise<void> {
  return writeSnapshot(book, { table, seq, ...along }, pause);
}

/**
 * Compares some lines with the rows they were made of, those behind the id `from`, and puts right what differs: a lost journal entry, or a row that was
 * changed past the write door. Which id to go on behind (undefined = all were seen), and whose lines were put right. An index that the
 * journal has overtaken is left alone.
 */
export async function lookThrough(book: Book, { table, seq }: PeopleIndex, from: string | undefined): Promise<{ next: string | undefined; mended: string[] }> {
  const { lines, end, isCurrent } = await linesBetween(book, from, LOOK, seq);
  if (!isCurrent) return { next: from, mended: [] };
  const mended: string[] = [];
  const there = new Set(lines.map(({ id }) => id));
  for (const line of lines) {
    const slot = table.slotOf.get(line.id);
    if (slot !== undefined && isSameLine(line, table.rowAt(slot))) continue;
    table.put(line);
    mended.push(line.id);
  }
  for (const id of table.slotOf.keys()) {
    if ((from === undefined || id > from) && (end === undefined || id <= end) && !there.has(id)) mended.push(id);
  }
  for (const id of mended) if (!there.has(id)) table.remove(id);
  return { next: end, mended };
}

function putLines(table: PeopleTable, ids: readonly string[], lines: ReadonlyMap<string, PersonRow>): void {
  for (const id of ids) {
    const line = lines.get(id);
    if (line) table.put(line);
    else table.remove(id);
  }
}
