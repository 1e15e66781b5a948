import type { DialectMeans } from '../dialect.ts';
import { objects } from './object.ts';
import { dangling, duplicate, notFound } from './refused.ts';
import { blank, fixedId, plain, type ObjectType, type Values } from './schema.ts';
import { openTable, uniqueValues, type Row, type Table } from './table.ts';

/** The records of one workspace and the rules that hold between them. */
export interface Store {
  byPlural: Map<string, Table>;
  bySingular: Map<string, Table>;
  now(): string;
  newId(): string;
  /** A new record with blanks, not stored yet. */
  fresh(table: Table, id: string, at: string): Values;
  /** Stores all or, when one clashes or points nowhere, nothing. */
  commit(table: Table, all: Values[]): Row[];
  /** A record, deleted or not; throws 404. */
  need(table: Table, id: string): Row;
  /** Sets deletedAt on a record and on the links that hang on it. */
  softDelete(table: Table, id: string): Row;
  /** Takes deletedAt away from a record and from the links that went with it; the caller stores the record itself. */
  revive(table: Table, id: string): void;
  /** Removes a record without a trace: its links go too, other records lose the reference without a new updatedAt. */
  destroy(table: Table, id: string): void;
}

/** Who the server says has written by an API key. */
export const writer = { source: 'API', workspaceMemberId: null, name: 'ext', context: {} };

/** The user of the workspace. */
export const user = { id: fixedId('user'), email: 'admin@example.com' };
export const workspace = { id: fixedId('workspace'), displayName: 'Acme' };

/** An empty workspace in which people and companies have the unique text field `externalKey`. */
export function openStore(means: DialectMeans): Store {
  const tables = objects().map(openTable);
  const bySingular = new Map(tables.map((table) => [table.object.singular, table]));
  const now = (): string => new Date(means.now()).toISOString();
  const opened = now();
  for (const name of ['person', 'company']) {
    bySingular.get(name)!.object.fields.push(plain('externalKey', 'TEXT', 'External key', 'Key of the record in the extension', '', { unique: true, createdAt: opened }));
  }
  const places = new WeakMap<Table, number>();
  const system = { source: 'MANUAL', workspaceMemberId: null, name: 'System', context: null };

  const store: Store = {
    byPlural: new Map(tables.map((table) => [table.object.plural, table])),
    bySingular,
    now,
    newId: () => uuid(means),
    fresh(table, id, at) {
      const place = places.get(table) ?? 0;
      places.set(table, place - 1);
      const values: Values = { id, createdAt: at, updatedAt: at, deletedAt: null };
      for (const field of table.object.fields) {
        if (field.many || field.name in values) continue;
        if (field.one) values[field.one.column] = null;
        else values[field.name] = field.type === 'ACTOR' ? writer : field.type === 'POSITION' ? place : blank(field);
      }
      return values;
    },
    commit(table, all) {
      const taken = new Map<string, string>();
      for (const values of all) {
        for (const { field, path, value } of uniqueValues(table.object, values)) {
          const holder = table.holder(path, value) ?? taken.get(`${path} ${value}`);
          if (holder !== undefined && holder !== values.id) throw duplicate(table.object.singular, capital(field), holder);
          taken.set(`${path} ${value}`, values.id);
        }
        checkReferences(bySingular, table.object, values);
      }
      return all.map((values) => table.put(values));
    },
    need(table, id) {
      const row = table.get(id);
      if (!row) throw notFound();
      return row;
    },
    softDelete(table, id) {
      const before = store.need(table, id).values;
      const at = now();
      for (const [linked, row] of hanging(bySingular, table.object.singular, id)) {
        if (row.values.deletedAt === null) linked.put({ ...row.values, deletedAt: at, updatedAt: at });
      }
      return table.put({ ...before, deletedAt: at, updatedAt: at });
    },
    revive(table, id) {
      const since = store.need(table, id).values.deletedAt;
      if (since === null) return;
      for (const [linked, row] of hanging(bySingular, table.object.singular, id)) {
        if (row.values.deletedAt === since) linked.put({ ...row.values, deletedAt: null, updatedAt: now() });
      }
    },
    destroy(table, id) {
      for (const [linked, row] of hanging(bySingular, table.object.singular, id)) linked.drop(row.values.id);
      for (const [other, column] of pointing(bySingular, table.object.singular, 'SET_NULL')) {
        for (const row of other.linked(column, id)) other.put({ ...row.values, [column]: null });
      }
      table.drop(id);
    },
  };
  const members = bySingular.get('workspaceMember')!;
  members.put({
    ...store.fresh(members, fixedId('member'), opened), createdBy: system, updatedBy: system, userEmail: user.email, userId: user.id, colorScheme: 'System', locale: 'en',
    timeZone: 'system', dateFormat: 'SYSTEM', timeFormat: 'SYSTEM', numberFormat: 'SYSTEM', calendarStartDay: 7,
  });
  return store;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function checkReferences(tables: Map<string, Table>, object: ObjectType, values: Values): void {
  for (const { one } of object.fields) {
    const to = one ? values[one.column] : null;
    if (one && typeof to === 'string' && !tables.get(one.to)!.get(to)) throw dangling(object.singular, one.constraint);
  }
}

function* pointing(tables: Map<string, Table>, singular: string, onDelete: 'SET_NULL' | 'CASCADE'): Generator<[Table, string]> {
  for (const table of tables.values()) {
    for (const { one } of table.object.fields) if (one?.to === singular && one.onDelete === onDelete) yield [table, one.column];
  }
}

function* hanging(tables: Map<string, Table>, singular: string, id: string): Generator<[Table, Row]> {
  for (const [table, column] of pointing(tables, singular, 'CASCADE')) for (const row of table.linked(column, id)) yield [table, row];
}

function uuid(means: DialectMeans): string {
  const hex = (digits: number): string => Math.floor(means.random() * 16 ** digits).toString(16).padStart(digits, '0');
  const variant = '89ab'[Math.floor(means.random() * 4)] ?? '8';
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}
