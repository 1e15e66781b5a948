import type { EntityTable } from 'dexie';
import type { Account } from '../domain/account.ts';
import type { FollowUp, Note, Touch } from '../domain/activity.ts';
import { ENTRY_PARTS, type Entry, type EntryNeeds } from '../domain/entry.ts';
import type { Prospect } from '../domain/prospect.ts';
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

/** Reads prospects with what hangs on them; what many of them have to do with is read once, however often it is asked. */
export interface EntryReader {
  /** All of the ids in this order, or all of a span by id, which costs much less, at once. Who is gone is left out. */
  read(who: readonly string[] | IdSpan): Promise<Entry[]>;
  /** Those of the ids in this order, or everybody by id, in slices, the next read while one is in use. Ended early, it stops reading. */
  slices(ids?: readonly string[]): AsyncGenerator<Entry[]>;
}

/** Makes a reader of entries with no more than is needed. */
export function entryReader(book: Book, needs: EntryNeeds = ENTRY_PARTS): EntryReader {
  let around: Promise<{ names: Names; accounts: Shelf }> | undefined;
  const readAround = async (isMany: boolean): Promise<{ names: Names; accounts: Shelf }> => {
    const [lists, icps] = await Promise.all([book.lists.toArray(), book.icps.toArray()]);
    return { names: { lists: named(lists), icps: named(icps) }, accounts: isMany && needs.includes('account') ? await readAccounts(book) : new Map() };
  };
  const read = async (who: readonly string[] | IdSpan): Promise<Entry[]> => {
    around ??= readAround('after' in who);
    const [some, { names, accounts }] = await Promise.all([readPart(book, who, needs), around]);
    const held = needs.includes('account') ? await accountsOf(book, some.people, accounts) : accounts;
    return some.people.map((prospect): Entry => ({
      prospect, account: held.get(prospect.accountId ?? ''),
      notes: some.notes.get(prospect.id) ?? [], touches: some.touches.get(prospect.id) ?? [], followUps: some.followUps.get(prospect.id) ?? [],
      lists: prospect.lists.flatMap((id) => names.lists.get(id) ?? []), icp: names.icps.get(prospect.fit?.icpId ?? ''),
    }));
  };
  return { read, slices: (ids) => readAhead(ids ? slicesOf(ids) : spansOf(book, SLICE), read) };
}

/** Everybody as spans of so many people at most, by id; the first of them long before all ids are read. */
export async function* spansOf(book: Book, size: number): AsyncGenerator<IdSpan, void> {
  let after = '';
  for await (const keys of keyPages(book.prospects)) {
    for (const part of slicesOf(keys as string[], size)) {
      const upTo = part.at(-1)!;
      yield { after, upTo };
      after = upTo;
    }
  }
}

interface Part {
  people: Prospect[];
  notes: ReadonlyMap<string, Note[]>;
  touches: ReadonlyMap<string, Touch[]>;
  followUps: ReadonlyMap<string, FollowUp[]>;
}

/** People with what hangs on them, as it is in one moment. All is asked for together: what hangs on people in a row lies in a row as well. */
function readPart(book: Book, who: readonly string[] | IdSpan, needs: EntryNeeds): Promise<Part> {
  return book.transaction('r', [book.prospects, book.notes, book.touches, book.followUps], async () => {
    const hanging = async <R extends { id: string; prospectId: string }>(part: EntryNeeds[number], table: EntityTable<R, 'id'>): Promise<ReadonlyMap<string, R[]>> => {
      if (!needs.includes(part)) return new Map<string, R[]>();
      const where = table.where('prospectId');
      return byProspect(await ('after' in who ? where.between(who.after, who.upTo, false, true) : where.anyOf([...who])).toArray() as unknown as R[]);
    };
    const [people, notes, touches, followUps] = await Promise.all([
      'after' in who ? book.prospects.where('id').between(who.after, who.upTo, false, true).toArray() : book.prospects.bulkGet([...who]),
      hanging('notes', book.notes), hanging('touches', book.touches), hanging('followUps', book.followUps),
    ]);
    return { people: people.filter((one) => one !== undefined), notes, touches, followUps };
  });
}

/** The accounts of these people: from the shelf, or read and put there. */
async function accountsOf(book: Book, people: readonly Prospect[], shelf: Shelf): Promise<Shelf> {
  const held: Shelf = new Map();
  const missing: string[] = [];
  for (const id of new Set(people.flatMap(({ accountId }) => accountId ?? []))) {
    const account = shelf.get(id);
    if (account) held.set(id, account);
    else missing.push(id);
  }
  for (const account of missing.length > 0 ? await book.accounts.bulkGet(missing) : []) if (account) for (const one of [shelf, held]) one.set(account.id, account);
  // who is being read meanwhile holds what is needed there
  if (shelf.size > ACCOUNTS) shelf.clear();
  return held;
}

type Shelf = Map<string, Account>;

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
    for (const one of some) shelf.set(one.id, one);
    after = some.at(-1)?.id ?? '';
  } while (some.length === ACCOUNTS_AT_ONCE);
  return shelf;
}

function named(rows: readonly { id: string; name: string }[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}
