import { column, filter, type Condition, type Filter } from './condition.ts';
import { bad } from './refused.ts';
import type { ObjectType, Values } from './schema.ts';
import { firstAtOrAfter, type Row, type Table } from './table.ts';

/** One key to sort by; ties go by id, ascending. */
export interface Sorting {
  path: string[];
  descending: boolean;
  nullsLast: boolean;
}

/** What a list is asked for. */
export interface ListRequest {
  condition: Condition | undefined;
  order: Sorting[];
  limit: number;
  after: string | undefined;
}

/** One page of a list; the cursors are null on an empty page. */
export interface Page {
  rows: Row[];
  total: number;
  start: string | null;
  end: string | null;
  more: boolean;
}

const directions = ['AscNullsFirst', 'AscNullsLast', 'DescNullsFirst', 'DescNullsLast'];

/** Reads `field[Direction],field.part`. */
export function readOrder(text: string): Sorting[] {
  return text.split(',').map((key) => {
    const [, path = key, direction = 'AscNullsFirst'] = /^([^[]+)\[([^\]]*)\]$/.exec(key) ?? [];
    if (!directions.includes(direction)) {
      throw bad(`'order_by' direction '${direction}' invalid. Allowed values are '${directions.join("', '")}'. eg: ?order_by=field_1[AscNullsFirst],field_2[DescNullsLast],field_3`);
    }
    return { path: path.split('.'), descending: direction.startsWith('Desc'), nullsLast: direction.endsWith('Last') };
  });
}

/** Finds one page. Records that are written between two pages are neither skipped nor doubled, unless they move behind the cursor. */
export function list(table: Table, request: ListRequest): Page {
  const { object } = table;
  const wanted = filter(object, request.condition);
  const compare = comparison(object, request.order);
  const after = request.after === undefined ? undefined : readCursor(request.after);
  const found = walk(table, wanted, request, after) ?? sorted(table, wanted, request.limit, compare, after);
  const cursor = (row: Row | undefined): string | null => (row ? writeCursor(object, request.order, row.values) : null);
  return { ...found, start: cursor(found.rows[0]), end: cursor(found.rows.at(-1)) };
}

/** All records that a filter lets through, in no promised order. */
export function* matching(table: Table, wanted: Filter): Generator<Row> {
  for (const row of narrowed(table, wanted) ?? table.all()) if (wanted.test(row.values)) yield row;
}

type Found = Omit<Page, 'start' | 'end'>;
type Cursor = Record<string, unknown> & { id: string };

// The usual pulls, by id or by time, walk along an order that is kept anyway.
function walk(table: Table, wanted: Filter, { order, limit, condition }: ListRequest, after: Cursor | undefined): Found | undefined {
  const [first, ...rest] = order;
  const byTime = first?.path.join('.') === 'updatedAt' && !first.descending && rest.length === 0;
  if ((first && !byTime) || narrowed(table, wanted)) return undefined;
  const rows = table.inOrder(byTime ? 'updatedAt' : 'id');
  const key = byTime ? (row: Row) => row.values.updatedAt + row.values.id : (row: Row) => row.values.id;
  const bound = byTime && wanted.since !== undefined ? firstAtOrAfter(rows, wanted.since, key) : 0;
  const from = after ? firstAtOrAfter(rows, `${byTime ? text(after['updatedAt']) : ''}${after.id}\u0001`, key) : bound;
  const page: Row[] = [];
  for (let at = Math.max(bound, from); at < rows.length && page.length <= limit; at++) if (wanted.test(rows[at]!.values)) page.push(rows[at]!);
  return { rows: page.slice(0, limit), total: total(table, rows, bound, wanted, JSON.stringify(condition)), more: page.length > limit };
}

// A pull asks for the same total again with every page; the table keeps it up to date.
function total(table: Table, rows: readonly Row[], from: number, wanted: Filter, condition: string): number {
  const kept = table.counts.get(condition);
  if (kept) return kept.count;
  let count = 0;
  for (let at = from; at < rows.length; at++) if (wanted.test(rows[at]!.values)) count++;
  if (table.counts.size >= 8) table.counts.clear();
  table.counts.set(condition, { count, test: wanted.test });
  return count;
}

function sorted(table: Table, wanted: Filter, limit: number, compare: (left: Values, right: Values) => number, after: Cursor | undefined): Found {
  const all = [...matching(table, wanted)].sort((left, right) => compare(left.values, right.values));
  const rest = after ? all.filter((row) => compare(row.values, inflate(after)) > 0) : all;
  return { rows: rest.slice(0, limit), total: all.length, more: rest.length > limit };
}

// The records that can pass at all, where the filter names values that the table can look up.
function narrowed(table: Table, wanted: Filter): Row[] | undefined {
  if (!wanted.known) return undefined;
  const found = wanted.known.flatMap(({ path, values }) => {
    if (values === 'filled') return [...table.filled(path)];
    if (path === 'id') return values;
    if (table.object.fields.some((field) => field.one?.column === path)) return values.flatMap((value) => [...table.linked(path, value)].map((row) => row.values.id));
    return values.map((value) => table.holder(path, value)).filter((id) => id !== undefined);
  });
  return [...new Set(found)].map((id) => table.get(id)).filter((row) => row !== undefined);
}

function comparison(object: ObjectType, order: Sorting[]): (left: Values, right: Values) => number {
  const keys = order.map((sorting) => ({ ...sorting, read: column(object, sorting.path).read }));
  return (left, right) => {
    for (const { read, descending, nullsLast } of keys) {
      const [one, two] = [read(left) ?? '', read(right) ?? ''] as [string | number, string | number];
      if (one === two) continue;
      if (one === '' || two === '') return (one === '') === nullsLast ? 1 : -1;
      return (one < two) === descending ? 1 : -1;
    }
    return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
  };
}

function writeCursor(object: ObjectType, order: Sorting[], values: Values): string {
  const cursor: Record<string, unknown> = {};
  for (const { path } of order) {
    const value = column(object, path).read(values);
    if (path.length === 1) cursor[path[0]!] = value;
    else cursor[path[0]!] = { ...(cursor[path[0]!] as object | undefined), [path[1]!]: value };
  }
  return Buffer.from(JSON.stringify({ ...cursor, id: values.id })).toString('base64');
}

function readCursor(text: string): Cursor {
  try {
    const cursor = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as Cursor;
    if (typeof cursor.id === 'string') return cursor;
  } catch {
    // told below
  }
  throw bad(`Invalid cursor: ${text}`);
}

const inflate = (cursor: Cursor): Values => cursor as unknown as Values;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
