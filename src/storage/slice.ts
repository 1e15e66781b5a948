import type { Table } from 'dexie';

/** Rows read at once: few enough that a big book needs little memory and nobody waits for one slice, enough that reading is not waiting. */
export const SLICE = 250;

/** Cuts a list into slices, in order. */
export function slicesOf<T>(list: readonly T[], size = SLICE): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}

/**
 * Reads slice after slice, the next one while this one is in use; each is given as a whole. Ended early, it waits for what it began.
 */
export async function* readAhead<S, R>(slices: Iterable<S> | AsyncIterable<S>, read: (slice: S) => Promise<R>): AsyncGenerator<R> {
  const source = Symbol.asyncIterator in slices ? slices[Symbol.asyncIterator]() : slices[Symbol.iterator]();
  const begin = async (): Promise<{ rows: R } | undefined> => {
    const { value, done } = await source.next();
    return done ? undefined : { rows: await read(value) };
  };
  let next = begin();
  try {
    for (let now = await next; now; now = await next) {
      next = begin();
      // one that fails while nobody waits for it fails when it is waited for
      next.catch(() => undefined);
      yield now.rows;
    }
  } finally {
    await next.catch(() => undefined);
    await source.return?.();
  }
}

/** Keys read at once: hundreds of thousands would hold everything else up. */
const KEYS = 10_000;

/** All primary keys of a table in their order, page by page. */
export async function* keyPages(table: Pick<Table<unknown, unknown>, 'toCollection' | 'where'>): AsyncGenerator<unknown[], void> {
  let page: unknown[] = [];
  do {
    page = await (page.length === 0 ? table.toCollection() : table.where(':id').above(page.at(-1))).limit(KEYS).primaryKeys();
    if (page.length > 0) yield page;
  } while (page.length === KEYS);
}

/** All primary keys of a table in their order. */
export async function allKeys(table: Pick<Table<unknown, unknown>, 'toCollection' | 'where'>): Promise<unknown[]> {
  const pages: unknown[][] = [];
  for await (const page of keyPages(table)) pages.push(page);
  return pages.flat();
}

/** The rows of these primary keys, which stand in the order of the table: one read of all between the first and the last, which costs a fraction of asking for each. Rows that are not named are left out, and so are those that are gone. */
export async function readBetween(table: Table<object, unknown>, keys: readonly unknown[]): Promise<object[]> {
  const keyPath = table.schema.primKey.keyPath ?? '';
  const found = await table.where(':id').between(keys[0], keys.at(-1), true, true).toArray();
  if (found.length === keys.length) return found;
  const named = new Set(keys.map((key) => JSON.stringify(key)));
  const keyOf = (row: object): unknown => (Array.isArray(keyPath) ? keyPath.map((part) => (row as Record<string, unknown>)[part]) : (row as Record<string, unknown>)[keyPath]);
  return found.filter((row) => named.has(JSON.stringify(keyOf(row))));
}
