import type { EntityTable } from 'dexie';
import type { Account } from '../domain/account.ts';
import { ENTRY_PARTS, type Entry, type EntryNeeds } from '../domain/entry.ts';
import { byProspect } from './by-prospect.ts';
import type { Book } from './database.ts';
import { keyPages, readAhead, SLICE, slicesOf } from './slice.ts';

/** Names that entries say instead of ids; read once for all. */
interface Names {
  lists: ReadonlyMap<string, string>;
  icps: ReadonlyMap<string, string>;
}

/** People by id, from the first behind `after` to `upTo`. */
export interface IdSpan {
  after: string;
  upTo: string;
}

const EVERYBODY: IdSpan = { after: '', upTo: '\uffff' };

/** Reads prospects with what hangs on them; what many of them have to do with is read once, however often it is asked. */
export interface EntryReader {
  /** Those of the ids in this order, or those of a span by id, which costs much less; in slices, the next read while one is in use. Who is gone is left out. Ended early, it stops reading. */
  slices(who?: readonly string[] | IdSpan): AsyncGenerator<Entry[]>;
}

/** Makes a reader of entries with no more than is needed, so many people at once. */
export function entryReader(book: Book, needs: EntryNeeds = ENTRY_PARTS, size = SLICE): EntryReader {
  let around: Promise<{ names: Names; accounts: Shelf }> | undefined;
  const read = async (isMany: boolean): Promise<{ names: Names; accounts: Shelf }> => {
    const [lists, icps] = await Promise.all([book.lists.toArray(), book.icps.toArray()]);
    return { names: { lists: named(lists), icps: named(icps) }, accounts: isMany && needs.includes('account') ? await readAccounts(book) : new Map() };
  };
  return {
    slices: async function* slices(who = EVERYBODY) {
      const isSpan = 'after' in who;
      const { names, accounts } = await (around ??= read(isSpan));
      if (isSpan) yield* readSpan(who, size, (slice) => readSlice(book, slice, needs, names, accounts));
      else yield* readAhead(slicesOf(who, size), (ids) => readSlice(book, { ids }, needs, names, accounts));
    },
  };
}

/** Everybody as spans of about so many people, by id. */
export async function spansOf(book: Book, size: number): Promise<IdSpan[]> {
  const spans: IdSpan[] = [];
  for (const keys of await keyPages(book.prospects)) for (const part of slicesOf(keys as string[], size)) spans.push({ after: spans.at(-1)?.upTo ?? '', upTo: part.at(-1)! });
  return spans;
}

async function* readSpan({ after, upTo }: IdSpan, limit: number, read: (slice: Slice) => Promise<Entry[]>): AsyncGenerator<Entry[]> {
  let next: Promise<Entry[]> | undefined = read({ after, upTo, limit });
  try {
    while (next) {
      const entries: Entry[] = await next;
      const last = entries.at(-1);
      next = last && entries.length === limit ? read({ after: last.prospect.id, upTo, limit }) : undefined;
      // one that fails while nobody waits for it fails when it is waited for
      next?.catch(() => undefined);
      yield entries;
    }
  } finally {
    await next?.catch(() => undefined);
  }
}

/** Those of the ids, or the next of a span. */
type Slice = { ids: readonly string[] } | IdSpan & { limit: number };

function readSlice(book: Book, slice: Slice, needs: EntryNeeds, names: Names, known: Shelf): Promise<Entry[]> {
  return book.transaction('r', [book.prospects, book.accounts, book.notes, book.touches, book.followUps], async () => {
    const isRange = 'after' in slice;
    const there = isRange ? await book.prospects.where('id').between(slice.after, slice.upTo, false, true).limit(slice.limit).toArray() : (await book.prospects.bulkGet([...slice.ids])).filter((one) => one !== undefined);
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

/** All accounts when they are not too many, read some at a time. */
async function readAccounts(book: Book): Promise<Shelf> {
  const shelf: Shelf = new Map();
  if (await book.accounts.count() > ACCOUNTS) return shelf;
  let some: Account[];
  let after = '';
  do {
    some = await book.accounts.where('id').above(after).limit(ACCOUNTS_AT_ONCE).toArray();
    for (const one of some) shelve(shelf, one);
    after = some.at(-1)?.id ?? '';
  } while (some.length === ACCOUNTS_AT_ONCE);
  return shelf;
}

/** What hangs on these people, by their id. Of people in a row it is one read of the index from the first to the last. */
async function hangingOn<R extends { id: string; prospectId: string }>(table: EntityTable<R, 'id'>, ids: readonly string[], ordered: boolean): Promise<ReadonlyMap<string, R[]>> {
  const where = table.where('prospectId');
  return byProspect(await (ordered ? where.between(ids[0], ids.at(-1), true, true) : where.anyOf(ids)).toArray() as unknown as R[]);
}

function named(rows: readonly { id: string; name: string }[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}
