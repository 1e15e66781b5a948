import type { Row } from './untrusted.ts';

/** Which rows a page is to hold: written at `from` or later (epoch ms) in order of time and id, or with `after` those of that one second with a greater id, in order of id. */
export interface Asked {
  from: number;
  after?: number;
}

/**
 * The next page of changes where the clock has whole seconds and rows move to the end while one pages: never by offset. A page that
 * is full goes on with the second of its last row; a second that fills a whole page is read by id. `at` and `id` tell of a row.
 * Repeats rows, skips none, ends.
 */
export async function bySecond(since: number, cursor: string | undefined, size: number, read: (asked: Asked) => Promise<Row[]>, at: (row: Row) => number): Promise<{ rows: Row[]; next: string | null }> {
  const asked: Asked = cursor ? JSON.parse(cursor) as Asked : { from: since };
  const rows = await read(asked);
  const last = rows.at(-1);
  const next = (then: Asked): { rows: Row[]; next: string } => ({ rows, next: JSON.stringify(then) });
  if (rows.length < size || !last) return asked.after === undefined ? { rows, next: null } : next({ from: asked.from + 1_000 });
  if (asked.after !== undefined) return next({ from: asked.from, after: Number(last['id']) });
  return at(last) > asked.from ? next({ from: at(last) }) : next({ from: asked.from, after: 0 });
}
