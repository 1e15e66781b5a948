import type { FollowUp, Touch } from '../domain/activity.ts';
import { personRow } from '../domain/people/row.ts';
import { packTable, peopleTable, type PeopleTable, unpackTable } from '../domain/people/table.ts';
import type { Book } from './database.ts';

/** Grows with every change of what a line holds: an older snapshot is built anew. */
const FORMAT = 4;
/** Journal entries after which the snapshot is packed anew; reading a row costs about as much as ten packed ones. */
const JOURNAL_MAX = 300;

/** The lines of all prospects, and how far the journal was read. */
export interface PeopleIndex {
  table: PeopleTable;
  seq: number;
}

/** Reads the packed snapshot and what the journal says has changed since. Rebuilt from the rows when it is missing, of another format, unreadable, or disagrees with their number. */
export async function loadPeople(book: Book): Promise<PeopleIndex> {
  const index = await readPeople(book);
  return index && await isWhole(book, index) ? index : rebuildPeople(book);
}

/** The same without counting the rows, which takes longer than all else; null when it has to be rebuilt. To be checked by `isWhole` as soon as there is time. */
export function readPeople(book: Book): Promise<PeopleIndex | null> {
  return book.transaction('r', tables(book), async () => {
    const snapshot = await book.snapshots.get('people');
    const table = snapshot?.format === FORMAT ? unpackTable(snapshot.packed) : null;
    if (!snapshot || !table) return null;
    const loaded: PeopleIndex = { table, seq: snapshot.seq };
    await swallow(book, loaded);
    return loaded;
  });
}

/** Has the index as many lines as there are prospects? Of one that the journal has overtaken nothing is said: true. */
export function isWhole(book: Book, { table, seq }: PeopleIndex): Promise<boolean> {
  return book.transaction('r', tables(book), async () => await book.journal.where('seq').above(seq).count() > 0 || table.slotOf.size === await book.prospects.count());
}

/** Brings an index up to date with the journal; the ids of who changed, came or went. */
export function catchUp(book: Book, index: PeopleIndex): Promise<string[]> {
  return book.transaction('r', tables(book), () => swallow(book, index));
}

/** Makes the index from the rows themselves and packs it. */
export async function rebuildPeople(book: Book): Promise<PeopleIndex> {
  const index = await book.transaction('r', tables(book), async () => {
    const last = Math.max((await book.journal.orderBy('seq').last())?.seq ?? 0, (await book.snapshots.get('people'))?.seq ?? 0);
    const table = peopleTable();
    const accounts = new Map((await book.accounts.toArray()).map((one) => [one.id, one]));
    const followUps = byProspect(await book.followUps.where('[open+dueAt]').above([1]).toArray());
    const touches = byProspect(await book.touches.toArray());
    await book.prospects.each((prospect) => {
      const { id, accountId = '' } = prospect;
      table.put(personRow(prospect, { account: accounts.get(accountId), followUps: followUps.get(id) ?? [], touches: touches.get(id) ?? [] }));
    });
    return { table, seq: last };
  });
  await packPeople(book, index);
  return index;
}

/** Packs the index when the journal has grown; a journal entry goes only with the snapshot that swallowed it. */
export async function packIfGrown(book: Book, index: PeopleIndex): Promise<void> {
  if (await book.journal.count() > JOURNAL_MAX) await packPeople(book, index);
}

async function packPeople(book: Book, index: PeopleIndex): Promise<void> {
  const packed = packTable(index.table);
  await book.transaction('rw', [book.snapshots, book.journal], async () => {
    const stored = await book.snapshots.get('people');
    if (stored && stored.format === FORMAT && stored.seq > index.seq) return;
    await book.snapshots.put({ name: 'people', format: FORMAT, seq: index.seq, packed });
    // the newest swallowed entry stays: another panel sees by it that it was overtaken
    await book.journal.where('seq').below(index.seq).delete();
  });
}

async function swallow(book: Book, index: PeopleIndex): Promise<string[]> {
  const entries = await book.journal.where('seq').above(index.seq).toArray();
  if (entries.length === 0) return [];
  const ids = [...new Set(entries.flatMap(({ prospectId, more = [] }) => [prospectId, ...more]))];
  const prospects = await book.prospects.bulkGet(ids);
  const accounts = new Map((await book.accounts.bulkGet([...new Set(prospects.flatMap((one) => one?.accountId ?? []))])).flatMap((one) => (one ? [[one.id, one] as const] : [])));
  const followUps = byProspect(await book.followUps.where('prospectId').anyOf(ids).toArray());
  const touches = byProspect(await book.touches.where('prospectId').anyOf(ids).toArray());
  ids.forEach((id, at) => {
    const prospect = prospects[at];
    if (prospect) index.table.put(personRow(prospect, { account: accounts.get(prospect.accountId ?? ''), followUps: followUps.get(id) ?? [], touches: touches.get(id) ?? [] }));
    else index.table.remove(id);
  });
  index.seq = entries.at(-1)!.seq!;
  return ids;
}

function byProspect<R extends FollowUp | Touch>(rows: readonly R[]): Map<string, R[]> {
  const mine = new Map<string, R[]>();
  for (const row of rows) {
    const found = mine.get(row.prospectId);
    if (found) found.push(row);
    else mine.set(row.prospectId, [row]);
  }
  return mine;
}

function tables(book: Book): typeof book.tables {
  return [book.snapshots, book.journal, book.prospects, book.accounts, book.followUps, book.touches] as unknown as typeof book.tables;
}
