import type { Database } from './database.ts';

/** A stored value: null is SQL's NULL; a moment is in microseconds, a day is text, a link an id, a list of links its ids. */
export type Value = string | number | boolean | null | readonly number[];

/** One record. Fields that were never set may be absent: the same as null. */
export interface Row {
  readonly id: number;
  [field: string]: Value | undefined;
}

export type FieldType =
  | 'char' | 'text' | 'html' | 'integer' | 'boolean' | 'date' | 'datetime'
  | 'many2one' | 'many2one_reference' | 'many2many' | 'one2many' | 'selection';

export interface Field {
  type: FieldType;
  /** The label people see. */
  string: string;
  required?: boolean;
  readonly?: boolean;
  /** Longer text is cut. */
  size?: number;
  relation?: string;
  selection?: readonly (readonly [string, string])[];
  /** Kept in an index, so that a search for one value is quick. */
  indexed?: boolean;
  /** What a new record has that was not told a value. */
  initial?: Value | ((database: Database) => Value);
  /** Not stored: made from the record whenever it is read. */
  compute?: (database: Database, row: Row) => Value;
}

export interface Model {
  name: string;
  /** As messages about rights call it. */
  description: string;
  /** Order of a search that asks for none. */
  order: string;
  /** What a link to such a record shows; without it the field `name`. */
  title?: (database: Database, row: Row) => string;
  fields: Record<string, Field>;
  /** First id of a record made after the seed. */
  first: number;
}

const log: Record<string, Field> = {
  id: { type: 'integer', string: 'ID', readonly: true },
  create_date: { type: 'datetime', string: 'Created on', readonly: true },
  write_date: { type: 'datetime', string: 'Last Updated on', readonly: true },
  create_uid: { type: 'many2one', relation: 'res.users', string: 'Created by', readonly: true },
  write_uid: { type: 'many2one', relation: 'res.users', string: 'Last Updated by', readonly: true },
  __last_update: { type: 'datetime', string: 'Last Modified on', readonly: true, compute: (_database, row) => row.write_date ?? null },
};

/** A model with the fields that every model has. */
export function model(name: string, description: string, first: number, order: string, fields: Record<string, Field>, title?: Model['title']): Model {
  const shown = title ?? ((_database: Database, row: Row) => typeof row.name === 'string' ? row.name : `${name},${row.id}`);
  const display: Field = { type: 'char', string: 'Display Name', readonly: true, compute: shown };
  return { name, description, first, order, title: shown, fields: { ...fields, display_name: display, ...log } };
}

export function char(string: string, more: Partial<Field> = {}): Field {
  return { type: 'char', string, ...more };
}

export function link(relation: string, string: string, more: Partial<Field> = {}): Field {
  return { type: 'many2one', relation, string, ...more };
}

export function flag(string: string, initial: boolean): Field {
  return { type: 'boolean', string, initial };
}
