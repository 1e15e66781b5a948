import type { Database } from './database.ts';
import { condition } from './domain.ts';
import { unknownField } from './fault.ts';
import type { Model, Row, Value } from './model.ts';
import { valueOf } from './value.ts';

export interface Page {
  order?: string | undefined;
  offset?: number | undefined;
  limit?: number | undefined;
}

interface Key {
  name: string;
  down: boolean;
}

const words = new Intl.Collator('en', { sensitivity: 'variant', ignorePunctuation: true });

/** The records that a domain finds, in order. */
export function search(database: Database, model: Model, domain: unknown, page: Page = {}): Row[] {
  const keys = keysOf(model, page.order || model.order);
  const offset = page.offset ?? 0;
  const end = page.limit === undefined ? Number.POSITIVE_INFINITY : offset + page.limit;
  const asked = condition(database, model, domain);
  const table = database.table(model.name);
  const hideArchived = database.context.active_test !== false && !asked.speaksOfActive && model.fields.active !== undefined;
  const fits = (row: Row): boolean => (!hideArchived || row.active === true) && asked.test(row);

  const found: Row[] = [];
  if (asked.candidates) {
    for (const id of new Set(asked.candidates)) {
      const row = table.rows.get(id);
      if (row && fits(row)) found.push(row);
    }
  } else if (asked.from !== null || (keys[0]?.name === 'write_date' && !keys[0].down)) {
    // that way is already in order: a page needs only its own records
    const sorted = keys[0]?.name === 'write_date' && !keys[0].down && (keys.length === 1 || (keys[1]!.name === 'id' && !keys[1]!.down));
    table.since(asked.from ?? 0, (row) => {
      if (fits(row)) found.push(row);
      return sorted && found.length >= end;
    });
    if (sorted) return found.slice(offset, end);
  } else if (asked.after !== null && keys[0]?.name === 'id' && !keys[0].down) {
    for (let id = asked.after + 1; id < table.next && found.length < end; id++) {
      const row = table.rows.get(id);
      if (row && fits(row)) found.push(row);
    }
    return found.slice(offset, end);
  } else {
    for (const row of table.rows.values()) if (fits(row)) found.push(row);
  }
  return sort(database, model, found, keys).slice(offset, end);
}

/** How many records a domain finds. */
export function count(database: Database, model: Model, domain: unknown): number {
  return search(database, model, domain, { order: 'id' }).length;
}

function keysOf(model: Model, order: string): Key[] {
  return order.split(',').map((part) => {
    const [name = '', direction = 'asc'] = part.trim().split(/\s+/);
    if (!model.fields[name]) throw unknownField(model.name, name);
    return { name, down: direction.toLowerCase() === 'desc' };
  });
}

function sort(database: Database, model: Model, rows: Row[], keys: readonly Key[]): Row[] {
  if (keys[0]?.name === 'id') return rows.sort(keys[0].down ? (a, b) => b.id - a.id : (a, b) => a.id - b.id);
  const held = rows.map((row) => ({ row, by: keys.map(({ name }) => valueOf(database, model.fields[name]!, row, name)) }));
  held.sort((a, b) => {
    for (const [at, { down }] of keys.entries()) {
      const way = compare(a.by[at]!, b.by[at]!);
      if (way !== 0) return down ? -way : way;
    }
    // nothing promises an order here; this one was seen
    return b.row.id - a.row.id;
  });
  return held.map(({ row }) => row);
}

/** NULL comes last, as the database puts it. */
function compare(a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'string' && typeof b === 'string') return words.compare(a, b);
  return Number(a) - Number(b);
}
