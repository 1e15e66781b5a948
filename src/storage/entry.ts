import type { EntityTable } from 'dexie';
import { ENTRY_PARTS, type Entry, type EntryNeeds } from '../domain/entry.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import { readAhead, readBetween, slicesOf } from './slice.ts';

/** Names that entries say instead of ids; read once for all. */
interface Names {
  lists: ReadonlyMap<string, string>;
  icps: ReadonlyMap<string, string>;
}

/**
 * Reads these prospects with what hangs on them, in this order, in slices; everybody, by id, when no ids are given, which costs much less than naming each.
 * Only what is needed is read. Who is gone meanwhile is left out. Ended early, it stops reading.
 */
export async function* readEntries(book: Book, ids?: readonly string[], needs: EntryNeeds = ENTRY_PARTS): AsyncGenerator<Entry> {
  const [keys, lists, icps] = await Promise.all([ids ?? book.prospects.toCollection().primaryKeys(), book.lists.toArray(), book.icps.toArray()]);
  const names = { lists: named(lists), icps: named(icps) };
  for await (const entries of readAhead(slicesOf(keys), (slice) => readSlice(book, slice, ids === undefined, needs, names))) yield* entries;
}

function readSlice(book: Book, ids: readonly string[], ordered: boolean, needs: EntryNeeds, names: Names): Promise<Entry[]> {
  return book.transaction('r', [book.prospects, book.accounts, book.notes, book.touches, book.followUps], async () => {
    const wants = (part: EntryNeeds[number]): boolean => needs.includes(part);
    const hanging = <R extends { id: string; prospectId: string }>(part: EntryNeeds[number], table: EntityTable<R, 'id'>): Promise<ReadonlyMap<string, R[]>> => (wants(part) ? hangingOn(table, ids, ordered) : Promise.resolve(new Map<string, R[]>()));
    const [prospects, notes, touches, followUps] = await Promise.all([
      ordered ? readBetween(book.prospects as never, ids) as Promise<Prospect[]> : book.prospects.bulkGet([...ids]),
      hanging('notes', book.notes), hanging('touches', book.touches), hanging('followUps', book.followUps),
    ]);
    const there = (prospects as (Prospect | undefined)[]).filter((one) => one !== undefined);
    const accounts = wants('account') ? await book.accounts.bulkGet([...new Set(there.flatMap(({ accountId }) => accountId ?? []))]) : [];
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
  const mine = new Map<string, R[]>();
  const where = table.where('prospectId');
  const rows = await (ordered ? where.between(ids[0], ids.at(-1), true, true) : where.anyOf(ids)).toArray() as unknown as R[];
  for (const row of rows) {
    const found = mine.get(row.prospectId);
    if (found) found.push(row);
    else mine.set(row.prospectId, [row]);
  }
  return mine;
}

function named(rows: readonly { id: string; name: string }[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}
