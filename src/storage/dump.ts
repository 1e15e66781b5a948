import type { Table } from 'dexie';
import type { BookTable, BookTables } from '../domain/book.ts';
import type { Enrolment } from '../domain/cadence.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import { activeIcp } from './fit.ts';
import { allKeys, readAhead, readBetween, slicesOf } from './slice.ts';

/** A book slice by slice: the numbers first, then each table once. `settings` are those that belong to the book, not to this machine. */
export interface Dump {
  counts: Record<BookTable, number>;
  settings: Record<string, unknown>;
  /** What is in it, table by table in order; whether that is all there is. `readRows` takes parts of it. */
  keys: Record<BookTable, readonly unknown[]>;
  isWhole: boolean;
  rows: { [T in BookTable]: AsyncIterable<readonly BookTables[T][]> };
}

/** Where the rows of each table of a book lie. */
export const BOOK_STORE = {
  prospects: 'prospects', accounts: 'accounts', notes: 'notes', touches: 'touches', followUps: 'followUps', lists: 'lists', icps: 'icpVersions', personas: 'personas', segments: 'segments', rules: 'ruleVersions', templates: 'templates', cadences: 'cadences', enrolments: 'enrolments', spends: 'spends', suppressions: 'suppressions', history: 'history',
} as const satisfies Record<BookTable, string>;

/** What a second machine should take over; what was told already and what connects to others stays here. */
export const BOOK_SETTINGS = ['quiet', 'morning', 'recipes', 'activeRule', 'deal', 'privacy'] as const;

/** Rows read at once. */
const ROWS = 500;

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
    const all = await Promise.all(names.map((name) => allKeys(tableOf(book, name))));
    return {
      icp: await activeIcp(book), settings: await book.settings.bulkGet([...BOOK_SETTINGS, ...more]),
      keys: left.length === 0 ? all : all.map((some, at) => (names[at] === 'history' ? some.filter(((gone) => (seq: unknown) => !gone.has(seq))(new Set<unknown>(left))) : some)),
    };
  });
  return {
    ...dumpOf(book, Object.fromEntries(names.map((name, at) => [name, keys[at]!])) as unknown as Dump['keys'], true),
    settings: { ...(icp ? { activeIcp: icp.id } : {}), ...Object.fromEntries(settings.filter((one) => one !== undefined).map(({ key, value }) => [key, value])) },
  };
}

/**
 * Reads these people as a book of their own: with their accounts, notes, touches, follow-ups, lists, cadences and history, and all versions of the ICPs that their fit names. It has no settings. Who is gone
 * is left out.
 */
export async function readPeopleDump(book: Book, ids: readonly string[]): Promise<Dump> {
  const keys = await book.transaction('r', book.tables, async () => {
    const found: { [T in BookTable]: Set<string | number> } = Object.fromEntries(Object.keys(BOOK_STORE).map((name) => [name, new Set()])) as never;
    const add = (name: BookTable, some: readonly unknown[]): void => { for (const one of some) if (one !== undefined) found[name].add(one as string); };
    for (const slice of slicesOf(ids)) {
      const [people, notes, touches, followUps, enrolments, history] = await Promise.all([
        book.prospects.bulkGet(slice), ...[book.notes, book.touches, book.followUps].map((table) => table.where('prospectId').anyOf(slice).primaryKeys()),
        book.enrolments.where('prospectId').anyOf(slice).toArray(), book.history.where('subject').anyOf(slice).primaryKeys(),
      ] as const) as unknown as [(Prospect | undefined)[], string[], string[], string[], Enrolment[], number[]];
      add('prospects', people.map((one) => one?.id));
      add('accounts', people.map((one) => one?.accountId));
      add('lists', people.flatMap((one) => one?.lists ?? []));
      add('notes', notes);
      add('touches', touches);
      add('followUps', followUps);
      add('enrolments', enrolments.map(({ id }) => id));
      add('cadences', enrolments.map(({ cadenceId }) => cadenceId));
      add('history', history);
    }
    const all: { [T in BookTable]?: unknown[] } = { icps: await book.icpVersions.toCollection().primaryKeys() };
    for (const name of ['prospects', 'accounts', 'lists', 'notes', 'touches', 'followUps', 'enrolments', 'cadences', 'history'] as const) {
      const some = [...found[name]].toSorted((a, b) => (a < b ? -1 : 1));
      // a person may name an account or a list that is no more
      const there = name === 'accounts' || name === 'lists' || name === 'cadences' ? new Set(await tableOf(book, name).where('id').anyOf(some as string[]).primaryKeys()) : undefined;
      all[name] = there ? some.filter((one) => there.has(one)) : some;
    }
    return all;
  });
  return dumpOf(book, Object.fromEntries((Object.keys(BOOK_STORE) as BookTable[]).map((name) => [name, keys[name] ?? []])) as unknown as Dump['keys'], false);
}

/** These rows of a table, in slices. Of the whole of it they are read from the first to the last, which costs much less than one by one. */
export function readRows(book: Book, name: BookTable, keys: readonly unknown[], isWhole: boolean): AsyncGenerator<object[]> {
  return inSlices(tableOf(book, name), keys, isWhole ? readBetween : (table, slice) => table.bulkGet([...slice]));
}

function dumpOf(book: Book, keys: Dump['keys'], isWhole: boolean): Dump {
  const each = <T>(of: (name: BookTable) => T): Record<BookTable, T> => Object.fromEntries((Object.keys(BOOK_STORE) as BookTable[]).map((name) => [name, of(name)])) as Record<BookTable, T>;
  return { counts: each((name) => keys[name].length), settings: {}, keys, isWhole, rows: each((name) => readRows(book, name, keys[name], isWhole)) as unknown as Dump['rows'] };
}

async function* inSlices(table: Table<object, unknown>, keys: readonly unknown[], read: (table: Table<object, unknown>, keys: readonly unknown[]) => PromiseLike<(object | undefined)[]>): AsyncGenerator<object[]> {
  for await (const rows of readAhead(slicesOf(keys, ROWS), async (slice) => read(table, slice))) yield rows.filter((row) => row !== undefined);
}

function tableOf(book: Book, name: BookTable): Table<object, unknown> {
  return book[BOOK_STORE[name]] as unknown as Table<object, unknown>;
}
