import type { EntityTable } from 'dexie';
import { ENTRY_PARTS, type Entry, type EntryNeeds } from '../domain/entry.ts';
import { byProspect } from './by-prospect.ts';
import type { Book } from './database.ts';
import { readAhead, SLICE, slicesOf } from './slice.ts';

/** Names that entries say instead of ids; read once for all. */
interface Names {
  lists: ReadonlyMap<string, string>;
  icps: ReadonlyMap<string, string>;
}

/**
 * Reads these prospects with what hangs on them, in this order, in slices; everybody, by id, when no ids are given, which costs much less than naming each.
 * Only what is needed is read, and the next slice while one is in use. Who is gone meanwhile is left out. Ended early, it stops reading.
 */
export async function* readEntrySlices(book: Book, ids?: readonly string[], needs: EntryNeeds = ENTRY_PARTS): AsyncGenerator<Entry[]> {
  const [lists, icps] = await Promise.all([book.lists.toArray(), book.icps.toArray()]);
  const names = { lists: named(lists), icps: named(icps) };
  if (ids) for await (const entries of readAhead(slicesOf(ids), (slice) => readSlice(book, { ids: slice }, needs, names))) yield entries;
  else yield* readAll(book, needs, names);
}

/** The same one by one. */
export async function* readEntries(book: Book, ids?: readonly string[], needs: EntryNeeds = ENTRY_PARTS): AsyncGenerator<Entry> {
  for await (const entries of readEntrySlices(book, ids, needs)) yield* entries;
}

async function* readAll(book: Book, needs: EntryNeeds, names: Names): AsyncGenerator<Entry[]> {
  let next: Promise<Entry[]> | undefined = readSlice(book, { after: '' }, needs, names);
  try {
    while (next) {
      const entries: Entry[] = await next;
      const last = entries.at(-1);
      next = last && entries.length === SLICE ? readSlice(book, { after: last.prospect.id }, needs, names) : undefined;
      // one that fails while nobody waits for it fails when it is waited for
      next?.catch(() => undefined);
      yield entries;
    }
  } finally {
    await next?.catch(() => undefined);
  }
}

/** Those of the ids, or the next after this id. */
type Slice = { ids: readonly string[] } | { after: string };

function readSlice(book: Book, slice: Slice, needs: EntryNeeds, names: Names): Promise<Entry[]> {
  return book.transaction('r', [book.prospects, book.accounts, book.notes, book.touches, book.followUps], async () => {
    const isRange = 'after' in slice;
    const there = isRange ? await book.prospects.where('id').above(slice.after).limit(SLICE).toArray() : (await book.prospects.bulkGet([...slice.ids])).filter((one) => one !== undefined);
    const ids = there.map(({ id }) => id);
    const wants = (part: EntryNeeds[number]): boolean => ids.length > 0 && needs.includes(part);
    const hanging = <R extends { id: string; prospectId: string }>(part: EntryNeeds[number], table: EntityTable<R, 'id'>): Promise<ReadonlyMap<string, R[]>> => (wants(part) ? hangingOn(table, ids, isRange) : Promise.resolve(new Map<string, R[]>()));
    const [notes, touches, followUps, accounts] = await Promise.all([
      hanging('notes', book.notes), hanging('touches', book.touches), hanging('followUps', book.followUps),
      wants('account') ? book.accounts.bulkGet([...new Set(there.flatMap(({ accountId }) => accountId ?? []))]) : [],
    ]);
    const accountOf = new Map(accounts.flatMap((one) => (one ? [[one.id, one]] : [])));
    return there.map((prospect): Entry => ({
      prospect, account: accountOf.get(prospect.accountId ?? ''),
      notes: notes.get(prospect.id) ?? [], touches: touches.get(prospect.id) ?? [], followUps: followUps.get(prospect.id) ?? [],
      lists: prospect.lists.flatMap((id) => names.lists.get(id) ?? []), icp: names.icps.get(prospect.fit?.icpId ?? ''),
    }));
  });
}

/** What hangs on these people, by their id. Of people in a row it is one read of the index from the first to the last. */
async function hangingOn<R extends { id: string; prospectId: string }>(table: EntityTable<R, 'id'>, ids: readonly string[], ordered: boolean): Promise<ReadonlyMap<string, R[]>> {
  const where = table.where('prospectId');
  return byProspect(await (ordered ? where.between(ids[0], ids.at(-1), true, true) : where.anyOf(ids)).toArray() as unknown as R[]);
}

function named(rows: readonly { id: string; name: string }[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}
