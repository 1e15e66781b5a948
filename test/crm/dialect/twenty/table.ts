import { parts, uniquePart, uniquePath, type Field, type ObjectType, type Values } from './schema.ts';

/** One stored record; never changed, only replaced. `text` keeps its JSON once it was asked for. */
export interface Row {
  readonly values: Values;
  text?: string;
}

/** The records of one kind, with what finds them fast: by id, by unique value, by relation, by id order and by time order. */
export interface Table {
  object: ObjectType;
  /** How many records pass certain tests, by a name of the test; kept up to date by every write. */
  counts: Map<string, { count: number; test(values: Values): boolean }>;
  size(): number;
  get(id: string): Row | undefined;
  put(values: Values): Row;
  drop(id: string): void;
  /** The id that holds a unique value (see uniqueValues), deleted or not. */
  holder(name: string, value: string): string | undefined;
  /** The records whose relation column holds an id, deleted or not. */
  linked(column: string, id: string): Iterable<Row>;
  /** The ids of the records that have anything in a list like `emails.additionalEmails`. */
  filled(path: string): Iterable<string>;
  all(): Iterable<Row>;
  /** All records in ascending order of id, or of updatedAt and id. Not to be changed. */
  inOrder(by: 'id' | 'updatedAt'): readonly Row[];
}

/** The unique values of a record that are not empty, by path; an empty value clashes with nothing. */
export function uniqueValues(object: ObjectType, values: Values): { field: string; path: string; value: string }[] {
  const found: { field: string; path: string; value: string }[] = [];
  for (const field of object.fields) {
    if (!field.unique) continue;
    const value = uniqueValue(field, values);
    if (typeof value === 'string' && value !== '') found.push({ field: field.name, path: uniquePath(field), value });
  }
  if (object.pair) {
    const [first, second] = object.pair.map((column) => values[column]);
    if (first && second) found.push({ field: object.pair.join(), path: object.pair.join(), value: `${String(first)} ${String(second)}` });
  }
  return found;
}

const uniqueValue = (field: Field, values: Values): unknown =>
  uniquePart[field.type] === undefined ? values[field.name] : (values[field.name] as Record<string, unknown>)[uniquePart[field.type]!];

/** Makes an empty table. */
export function openTable(object: ObjectType): Table {
  const rows = new Map<string, Row>();
  const holders = new Map<string, Map<string, string>>();
  const relations = new Map<string, Map<string, Set<string>>>();
  const orders = { id: openOrder((row) => row.values.id), updatedAt: openOrder((row) => row.values.updatedAt + row.values.id) };
  const filled = new Map<string, Set<string>>();
  for (const field of object.fields) {
    if (field.one) relations.set(field.one.column, new Map());
    for (const [part, type] of Object.entries(parts[field.type] ?? {})) if (type === 'RAW_JSON') filled.set(`${field.name}.${part}`, new Set());
  }
  const lists = [...filled].map(([path, ids]) => ({ name: path.split('.')[0]!, part: path.split('.')[1]!, ids }));

  const unindex = (row: Row): void => {
    for (const kept of table.counts.values()) if (kept.test(row.values)) kept.count--;
    for (const { ids } of lists) ids.delete(row.values.id);
    for (const { path, value } of uniqueValues(object, row.values)) if (holders.get(path)?.get(value) === row.values.id) holders.get(path)!.delete(value);
    for (const [column, index] of relations) index.get(row.values[column] as string)?.delete(row.values.id);
    orders.id.remove(row);
    orders.updatedAt.remove(row);
  };

  const table: Table = {
    object,
    counts: new Map(),
    size: () => rows.size,
    get: (id) => rows.get(id),
    put(values) {
      const before = rows.get(values.id);
      if (before) unindex(before);
      const row: Row = { values };
      rows.set(values.id, row);
      for (const { path, value } of uniqueValues(object, values)) {
        if (!holders.has(path)) holders.set(path, new Map());
        holders.get(path)!.set(value, values.id);
      }
      for (const [column, index] of relations) {
        const to = values[column];
        if (typeof to !== 'string') continue;
        const ids = index.get(to);
        if (ids) ids.add(values.id);
        else index.set(to, new Set([values.id]));
      }
      for (const { name, part, ids } of lists) {
        const list = (values[name] as Record<string, unknown> | null)?.[part];
        if (Array.isArray(list) ? list.length > 0 : list) ids.add(values.id);
      }
      for (const kept of table.counts.values()) if (kept.test(values)) kept.count++;
      orders.id.add(row);
      orders.updatedAt.add(row);
      return row;
    },
    drop(id) {
      const row = rows.get(id);
      if (!row) return;
      unindex(row);
      rows.delete(id);
    },
    holder: (path, value) => holders.get(path)?.get(value),
    linked: (column, id) => [...(relations.get(column)?.get(id) ?? [])].map((linked) => rows.get(linked)!),
    filled: (path) => filled.get(path) ?? [],
    all: () => rows.values(),
    inOrder: (by) => orders[by].rows(),
  };
  return table;
}

interface Order {
  add(row: Row): void;
  remove(row: Row): void;
  rows(): readonly Row[];
}

// Changes wait until somebody asks for the order: a few are put in place one by one, many are sorted in together.
function openOrder(key: (row: Row) => string): Order {
  let sorted: Row[] = [];
  let added = new Set<Row>();
  let removed = new Set<Row>();
  const byKey = (left: Row, right: Row): number => (key(left) < key(right) ? -1 : 1);
  return {
    add: (row) => { added.add(row); },
    remove(row) { if (!added.delete(row)) removed.add(row); },
    rows() {
      if (added.size + removed.size > 32) {
        sorted = [...sorted.filter((row) => !removed.has(row)), ...added].sort(byKey);
      } else {
        for (const row of removed) sorted.splice(firstAtOrAfter(sorted, key(row), key), 1);
        for (const row of added) sorted.splice(firstAtOrAfter(sorted, key(row), key), 0, row);
      }
      if (added.size > 0) added = new Set();
      if (removed.size > 0) removed = new Set();
      return sorted;
    },
  };
}

/** The place of the first row whose key is `wanted` or after it, in rows that are sorted by `key`. */
export function firstAtOrAfter(rows: readonly Row[], wanted: string, key: (row: Row) => string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (key(rows[middle]!) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
