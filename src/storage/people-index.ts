import type { KeptAlong } from '../domain/people/packed.ts';
import type { PersonRow } from '../domain/people/row.ts';
import { peopleTable, type PeopleTable } from '../domain/people/table.ts';
import type { Book } from './database.ts';
import { inPieces, type Pause } from './pause.ts';
import { forgetFirst } from './people-first.ts';
import { isSameLine, linesBetween, linesOf } from './people-line.ts';
import { readBegun, readSnapshot, writeBegun, writeSnapshot } from './people-snapshot.ts';

/** Journal entries after which the snapshot is packed anew; reading a row costs about as much as ten packed ones. */
const JOURNAL_MAX = 300;
/** People that are read at once. */
const SLICE = 250;
/** People after whom a rebuild is stored as far as it is: some seconds of work. */
const PART = 20_000;
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

/** How a rebuild is cut: people that are read at once, and after how many more what there is so far is stored. */
interface RebuildSteps {
  slice: number;
  part: number;
}

/**
 * Makes the index from the rows themselves, in slices, and packs it. One that was cut off goes on where it was: whom it had read and who changed since is in the journal behind the
 * place at which it began. When that is lost, or it disagrees with the number of rows in the end, it begins anew. Another panel may be done before it: then that one's is read.
 */
export async function rebuildPeople(book: Book, pause: Pause = inPieces(), steps: RebuildSteps = { slice: SLICE, part: PART }): Promise<PeopleIndex> {
  const begun = await readBegun(book, pause);
  const resumed = begun && !await isOvertaken(book, begun) ? await readOn(book, begun, pause, steps) : null;
  const index = resumed && await isWhole(book, resumed) ? resumed : await readOn(book, { table: peopleTable(), seq: await lastSeq(book), upTo: undefined }, pause, steps);
  if (!index) return await readPeople(book, pause) ?? rebuildPeople(book, pause, steps);
  await writeSnapshot(book, { table: index.table, seq: index.seq }, pause, { anew: true });
  return index;
}

/** Reads everybody behind an id, and what changed since `seq`; null when entries of the journal went meanwhile. */
async function readOn(book: Book, { table, seq, upTo }: Pick<PeopleIndex, 'table' | 'seq'> & { upTo: string | undefined }, pause: Pause, { slice, part }: RebuildSteps): Promise<PeopleIndex | null> {
  const index: PeopleIndex = { table, loose: [], seq };
  let unsaved = 0;
  for (let last = upTo; ;) {
    const { lines, end } = await linesBetween(book, last, slice);
    for (const line of lines) table.put(line);
    await pause();
    if (end === undefined) break;
    last = end;
    unsaved += lines.length;
    if (unsaved < part) continue;
    unsaved = 0;
    await writeBegun(book, { table, seq, upTo: last }, pause);
  }
  // what changed while it was read
  await catchUp(book, index, pause);
  return await isOvertaken(book, { seq }) ? null : index;
}

/** The place in the journal behind which nothing has been written yet. */
function lastSeq(book: Book): Promise<number> {
  return book.transaction('r', [book.journal, book.snapshots], async () => Math.max((await book.journal.orderBy('seq').last())?.seq ?? 0, (await book.snapshots.get('people'))?.seq ?? 0));
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
