import type { EntityTable, Table } from 'dexie';
import type { BookTable, BookTables } from '../domain/book.ts';
import type { Account } from '../domain/account.ts';
import type { FollowUp, Note, Touch } from '../domain/activity.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import { activeIcp } from './fit.ts';

/** Rows read at once: few enough that a big book needs little memory, enough that reading is not waiting. */
const SLICE = 500;


/** A book row by row: the numbers first, then each table once, in slices. `settings` are those that belong to the book, not to this machine. */
export interface Dump {
  counts: Record<BookTable, number>;
  settings: Record<string, unknown>;
  rows: { [T in BookTable]: AsyncIterable<BookTables[T]> };
}

/** Where the rows of each table of a book lie. */
export const BOOK_STORE = {
  prospects: 'prospects', accounts: 'accounts', notes: 'notes', touches: 'touches', followUps: 'followUps', lists: 'lists', icps: 'icpVersions', personas: 'personas', segments: 'segments', rules: 'ruleVersions', templates: 'templates', cadences: 'cadences', enrolments: 'enrolments', spends: 'spends', suppressions: 'suppressions', history: 'history',
} as const satisfies Record<BookTable, string>;

/** What a second machine should take over; what was told already and what connects to others stays here. */
export const BOOK_SETTINGS = ['quiet', 'morning', 'recipes', 'activeRule', 'deal', 'privacy'] as const;

/** How many rows each table has. */
export async function countRows(book: Book): Promise<Record<BookTable, number>> {
  const names = Object.keys(BOOK_STORE) as BookTable[];
  const counts = await book.transaction('r', book.tables, () => Promise.all(names.map((name) => tableOf(book, name).count())));
  return Object.fromEntries(names.map((name, at) => [name, counts[at]!])) as Record<BookTable, number>;
}

/**
 * Reads a whole book. Which rows belong to it is decided once, in one transaction: what is added while it is being written to a file
 * is not half in it; what is removed meanwhile is left out. `more` are settings that a copy for the same rep takes along as well.
 */
export async function readDump(book: Book, more: readonly string[] = []): Promise<Dump> {
  const names = Object.keys(BOOK_STORE) as BookTable[];
  const { keys, settings, icp } = await book.transaction('r', book.tables, async () => {
    const erased = new Set((await book.erasures.toArray()).flatMap(({ people }) => people));
    // who can still be brought back here is not to be brought back by a file
    const left = erased.size === 0 ? [] : await book.history.where('subject').anyOf([...erased]).primaryKeys();
    const all = await Promise.all(names.map((name) => tableOf(book, name).toCollection().primaryKeys()));
    return {
      icp: await activeIcp(book), settings: await book.settings.bulkGet([...BOOK_SETTINGS, ...more]),
      keys: left.length === 0 ? all : all.map((some, at) => (names[at] === 'history' ? some.filter(((gone) => (seq: unknown) => !gone.has(seq))(new Set<unknown>(left))) : some)),
    };
  });
  return {
    counts: Object.fromEntries(names.map((name, at) => [name, keys[at]!.length])) as Record<BookTable, number>,
    settings: { ...(icp ? { activeIcp: icp.id } : {}), ...Object.fromEntries(settings.filter((one) => one !== undefined).map(({ key, value }) => [key, value])) },
    rows: Object.fromEntries(names.map((name, at) => [name, inSlices(tableOf(book, name), keys[at]!)])) as unknown as Dump['rows'],
  };
}

/** A prospect with everything that hangs on it; lists and ICP are names already. */
export interface Entry {
  prospect: Prospect;
  account: Account | undefined;
  notes: Note[];
  touches: Touch[];
  followUps: FollowUp[];
  lists: string[];
  icp: string | undefined;
}

/** Reads these prospects (all when no ids are given) in this order, in slices; who is gone meanwhile is left out. */
export async function* readEntries(book: Book, ids?: readonly string[]): AsyncGenerator<Entry> {
  const keys = ids ?? await book.prospects.toCollection().primaryKeys();
  for (let from = 0; from < keys.length; from += SLICE) yield* await entries(book, keys.slice(from, from + SLICE));
}

function entries(book: Book, ids: readonly string[]): Promise<Entry[]> {
  return book.transaction('r', [book.prospects, book.accounts, book.notes, book.touches, book.followUps, book.lists, book.icps], async () => {
    const prospects = (await book.prospects.bulkGet([...ids])).filter((one) => one !== undefined);
    const accountIds = [...new Set(prospects.flatMap(({ accountId }) => accountId ?? []))];
    const [accounts, notes, touches, followUps, lists, icps] = await Promise.all([
      book.accounts.bulkGet(accountIds), hangingOn(book.notes, ids), hangingOn(book.touches, ids), hangingOn(book.followUps, ids), book.lists.toArray(), book.icps.toArray(),
    ]);
    const accountOf = new Map(accounts.flatMap((one) => (one ? [[one.id, one]] : [])));
    const listName = new Map(lists.map(({ id, name }) => [id, name]));
    const icpName = new Map(icps.map(({ id, name }) => [id, name]));
    return prospects.map((prospect) => ({
      prospect, account: accountOf.get(prospect.accountId ?? ''),
      notes: notes.get(prospect.id) ?? [], touches: touches.get(prospect.id) ?? [], followUps: followUps.get(prospect.id) ?? [],
      lists: prospect.lists.flatMap((id) => listName.get(id) ?? []), icp: icpName.get(prospect.fit?.icpId ?? ''),
    }));
  });
}

async function hangingOn<R extends { id: string; prospectId: string }>(table: EntityTable<R, 'id'>, ids: readonly string[]): Promise<Map<string, R[]>> {
  const mine = new Map<string, R[]>();
  for (const row of await table.where('prospectId').anyOf(ids).toArray() as unknown as R[]) {
    const found = mine.get(row.prospectId);
    if (found) found.push(row);
    else mine.set(row.prospectId, [row]);
  }
  return mine;
}

async function* inSlices(table: Table<object, unknown>, keys: readonly unknown[]): AsyncGenerator<object> {
  for (let from = 0; from < keys.length; from += SLICE) {
    for (const row of await table.bulkGet(keys.slice(from, from + SLICE))) if (row) yield row;
  }
}

function tableOf(book: Book, name: BookTable): Table<object, unknown> {
  return book[BOOK_STORE[name]] as unknown as Table<object, unknown>;
}
