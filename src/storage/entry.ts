import type { EntityTable } from 'dexie';
import type { Account } from '../domain/account.ts';
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
  const accounts: Shelf = new Map();
  if (ids) for await (const entries of readAhead(slicesOf(ids), (slice) => readSlice(book, { ids: slice }, needs, names, accounts))) yield entries;
  else yield* readAll(book, needs, names, accounts);
}

/** The same one by one. */
export async function* readEntries(book: Book, ids?: readonly string[], needs: EntryNeeds = ENTRY_PARTS): AsyncGenerator<Entry> {
  for await (const entries of readEntrySlices(book, ids, needs)) yield* entries;
}

async function* readAll(book: Book, needs: EntryNeeds, names: Names, accounts: Shelf): AsyncGenerator<Entry[]> {
  if (needs.includes('account')) await readAccounts(book, accounts);
  let next: Promise<Entry[]> | undefined = readSlice(book, { after: '' }, needs, names, accounts);
  try {
    while (next) {
      const entries: Entry[] = await next;
      const last = entries.at(-1);
      next = last && entries.length === SLICE ? readSlice(book, { after: last.prospect.id }, needs, names, accounts) : undefined;
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

function readSlice(book: Book, slice: Slice, needs: EntryNeeds, names: Names, known: Shelf): Promise<Entry[]> {
  return book.transaction('r', [book.prospects, book.accounts, book.notes, book.touches, book.followUps], async () => {
    const isRange = 'after' in slice;
    const there = isRange ? await book.prospects.where('id').above(slice.after).limit(SLICE).toArray() : (await book.prospects.bulkGet([...slice.ids])).filter((one) => one !== undefined);
    const ids = there.map(({ id }) => id);
    const wants = (part: EntryNeeds[number]): boolean => ids.length > 0 && needs.includes(part);
    const hanging = <R extends { id: string; prospectId: string }>(part: EntryNeeds[number], table: EntityTable<R, 'id'>): Promise<ReadonlyMap<string, R[]>> => (wants(part) ? hangingOn(table, ids, isRange) : Promise.resolve(new Map<string, R[]>()));
    const missing = wants('account') ? [...new Set(there.flatMap(({ accountId }) => (accountId === undefined || known.has(accountId) ? [] : [accountId])))] : [];
    const [notes, touches, followUps, accounts] = await Promise.all([
      hanging('notes', book.notes), hanging('touches', book.touches), hanging('followUps', book.followUps),
      missing.length > 0 ? book.accounts.bulkGet(missing) : [],
    ]);
    for (const one of accounts) if (one) shelve(known, one);
    const entries = there.map((prospect): Entry => ({
      prospect, account: take(known, prospect.accountId),
      notes: notes.get(prospect.id) ?? [], touches: touches.get(prospect.id) ?? [], followUps: followUps.get(prospect.id) ?? [],
      lists: prospect.lists.flatMap((id) => names.lists.get(id) ?? []), icp: names.icps.get(prospect.fit?.icpId ?? ''),
    }));
    if (known.size > ACCOUNTS) known.clear();
    return entries;
  });
}

/** Accounts by id, as text: as objects so many would be looked through at each collection of garbage, of which there are many while a book is read. */
type Shelf = Map<string, string>;

function shelve(shelf: Shelf, account: Account): void {
  shelf.set(account.id, JSON.stringify(account));
}

function take(shelf: Shelf, id: string | undefined): Account | undefined {
  const text = id === undefined ? undefined : shelf.get(id);
  return text === undefined ? undefined : JSON.parse(text) as Account;
}

/** Accounts that are kept while everybody is read: colleagues stand anywhere in the book, and asking for each account with each of them takes longer than all else. */
const ACCOUNTS = 30_000;
const ACCOUNTS_AT_ONCE = 1_000;

/** Reads all accounts when they are not too many, some at a time. */
async function readAccounts(book: Book, known: Shelf): Promise<void> {
  if (await book.accounts.count() > ACCOUNTS) return;
  let some: Account[];
  let after = '';
  do {
    some = await book.accounts.where('id').above(after).limit(ACCOUNTS_AT_ONCE).toArray();
    for (const one of some) shelve(known, one);
    after = some.at(-1)?.id ?? '';
  } while (some.length === ACCOUNTS_AT_ONCE);
}

/** What hangs on these people, by their id. Of people in a row it is one read of the index from the first to the last. */
async function hangingOn<R extends { id: string; prospectId: string }>(table: EntityTable<R, 'id'>, ids: readonly string[], ordered: boolean): Promise<ReadonlyMap<string, R[]>> {
  const where = table.where('prospectId');
  return byProspect(await (ordered ? where.between(ids[0], ids.at(-1), true, true) : where.anyOf(ids)).toArray() as unknown as R[]);
}

function named(rows: readonly { id: string; name: string }[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}
