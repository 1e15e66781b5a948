import { PERSON_COLUMNS, personRow, type PersonRow } from '../domain/person-row.ts';
import type { Book } from './database.ts';

const FORMAT = 1;
/** Journal entries after which the snapshot is packed anew; reading a row costs about as much as ten packed ones. */
const JOURNAL_MAX = 300;

/** The list lines of all prospects, and how far the journal was read. */
export interface PeopleIndex {
  rows: Map<string, PersonRow>;
  seq: number;
}

/** Reads the packed snapshot and what the journal says has changed since. Rebuilt from the rows when it is missing, of another format, unreadable, or disagrees with their number. */
export async function loadPeople(book: Book): Promise<PeopleIndex> {
  const index = await book.transaction('r', [book.snapshots, book.journal, book.prospects, book.followUps], async () => {
    const snapshot = await book.snapshots.get('people');
    const unpacked = snapshot && unpack(snapshot.format, snapshot.packed);
    if (!snapshot || !unpacked) return null;
    const loaded: PeopleIndex = { rows: unpacked, seq: snapshot.seq };
    await swallow(book, loaded);
    return loaded.rows.size === await book.prospects.count() ? loaded : null;
  });
  return index ?? rebuildPeople(book);
}

/** Brings an index up to date with the journal; true when anything changed. */
export function catchUp(book: Book, index: PeopleIndex): Promise<boolean> {
  return book.transaction('r', [book.journal, book.prospects, book.followUps], () => swallow(book, index));
}

/** Makes the index from the rows themselves and packs it. */
export async function rebuildPeople(book: Book): Promise<PeopleIndex> {
  const index = await book.transaction('r', [book.journal, book.snapshots, book.prospects, book.followUps], async () => {
    const last = Math.max((await book.journal.orderBy('seq').last())?.seq ?? 0, (await book.snapshots.get('people'))?.seq ?? 0);
    const rows = new Map<string, PersonRow>();
    const open = await book.followUps.where('[open+dueAt]').above([1]).toArray();
    const mine = new Map<string, typeof open>();
    for (const one of open) mine.set(one.prospectId, [...(mine.get(one.prospectId) ?? []), one]);
    await book.prospects.each((prospect) => void rows.set(prospect.id, personRow(prospect, mine.get(prospect.id) ?? [])));
    return { rows, seq: last };
  });
  await packPeople(book, index);
  return index;
}

/** Packs the index when the journal has grown; a journal entry goes only with the snapshot that swallowed it. */
export async function packIfGrown(book: Book, index: PeopleIndex): Promise<void> {
  if (await book.journal.count() > JOURNAL_MAX) await packPeople(book, index);
}

async function packPeople(book: Book, index: PeopleIndex): Promise<void> {
  const rows = [...index.rows.values()];
  // columns, not rows: names are not repeated, and JSON.parse is the fastest decoder there is
  const packed = JSON.stringify({ names: PERSON_COLUMNS, columns: PERSON_COLUMNS.map((name) => rows.map((row) => row[name])) });
  await book.transaction('rw', [book.snapshots, book.journal], async () => {
    const stored = await book.snapshots.get('people');
    if (stored && stored.format === FORMAT && stored.seq > index.seq) return;
    await book.snapshots.put({ name: 'people', format: FORMAT, seq: index.seq, packed });
    // the newest swallowed entry stays: another panel sees by it that it was overtaken
    await book.journal.where('seq').below(index.seq).delete();
  });
}

async function swallow(book: Book, index: PeopleIndex): Promise<boolean> {
  const entries = await book.journal.where('seq').above(index.seq).toArray();
  if (entries.length === 0) return false;
  const ids = [...new Set(entries.map(({ prospectId }) => prospectId))];
  const prospects = await book.prospects.bulkGet(ids);
  const followUps = await book.followUps.where('prospectId').anyOf(ids).toArray();
  ids.forEach((id, at) => {
    const prospect = prospects[at];
    if (prospect) index.rows.set(id, personRow(prospect, followUps.filter(({ prospectId }) => prospectId === id)));
    else index.rows.delete(id);
  });
  index.seq = entries.at(-1)!.seq!;
  return true;
}

function unpack(format: number, packed: string): Map<string, PersonRow> | null {
  if (format !== FORMAT) return null;
  try {
    const { names, columns } = JSON.parse(packed) as { names: string[]; columns: unknown[][] };
    const rows = new Map<string, PersonRow>();
    const length = columns[0]?.length ?? 0;
    if (names.join() !== PERSON_COLUMNS.join() || columns.length !== names.length || columns.some((column) => column.length !== length)) return null;
    for (let at = 0; at < length; at++) {
      const row: Record<string, unknown> = {};
      names.forEach((name, column) => { row[name] = columns[column]![at]; });
      rows.set(row['id'] as string, row as unknown as PersonRow);
    }
    return rows;
  } catch {
    return null;
  }
}
