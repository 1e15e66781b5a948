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
export async function* readAhead<S, R>(slices: readonly S[], read: (slice: S) => Promise<R>): AsyncGenerator<R> {
  let next = slices.length > 0 ? read(slices[0]!) : undefined;
  try {
    for (let at = 0; at < slices.length; at++) {
      const rows = await next!;
      next = at + 1 < slices.length ? read(slices[at + 1]!) : undefined;
      // one that fails while nobody waits for it fails when it is waited for
      next?.catch(() => undefined);
      yield rows;
    }
  } finally {
    await next?.catch(() => undefined);
  }
}

/** Keys read at once: hundreds of thousands would hold everything else up. */
const KEYS = 10_000;

/** All primary keys of a table in their order, page by page. */
export async function keyPages(table: Pick<Table<unknown, unknown>, 'toCollection' | 'where'>): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  do pages.push(await (pages.length === 0 ? table.toCollection() : table.where(':id').above(pages.at(-1)!.at(-1))).limit(KEYS).primaryKeys());
  while (pages.at(-1)!.length === KEYS);
  return pages;
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
