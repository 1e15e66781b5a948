import { filter, type Condition } from './condition.ts';
import { matching } from './list.ts';
import { bad, coded, dangling, duplicate } from './refused.ts';
import type { Field, Values } from './schema.ts';
import { writer, type Store } from './store.ts';
import { uniqueValues, type Row, type Table } from './table.ts';
import { isUuid, reference, written } from './value.ts';

/** At most so many rows in one batch, and at most so many records in one change by filter. */
export const batchLimit = 200;
export const bulkLimit = 100;

/** Checks the fields of one input and gives the new column values; what is not sent stays as in `old`. */
export function overwrite(store: Store, table: Table, old: Values, input: Record<string, unknown>): Values {
  const { object } = table;
  const values: Values = { ...old };
  for (const [name, value] of Object.entries(input)) {
    const field = object.fields.find((known) => known.name === name || known.one?.column === name);
    if (!field || field.many) throw bad(`Object ${object.singular} doesn't have any "${name}" field.`);
    if (field.one) {
      values[field.one.column] = name === field.one.column ? (value === null ? null : reference(value, name)) : connected(store, field, value, object.singular);
    } else if (name !== 'id') {
      const next = written(field, value, old[name]);
      if (next !== undefined) values[name] = next;
    }
  }
  return values;
}

function connected(store: Store, field: Field, value: unknown, singular: string): string | null {
  if (value === null) return null;
  const where = (value as { connect?: { where?: Record<string, unknown> } }).connect?.where;
  if (!where) throw bad(`Invalid object value for field "${field.name}"`);
  const [name = '', wanted] = Object.entries(where)[0] ?? [];
  const path = typeof wanted === 'object' && wanted !== null ? [name, Object.keys(wanted)[0]!] : [name];
  const to = store.bySingular.get(field.one!.to)!;
  const [row] = matching(to, filter(to.object, { path, comparator: 'eq', value: path.length > 1 ? Object.values(wanted as object)[0] : wanted }));
  if (!row) throw dangling(singular, field.one!.constraint);
  return row.values.id;
}

/** What an upsert does with one row: the record that has one of its unique values, or its id, is written over. */
interface Plan {
  old: Row | undefined;
  values: Values;
}

/**
 * Creates records, or writes over those that the CRM knows by id or unique value; all or nothing. Records that were written over
 * come first in the answer, and come back to life if they were deleted. `lost` makes a record that is known already a duplicate,
 * as it is for the slower one of two simultaneous upserts.
 */
export function create(store: Store, table: Table, inputs: Record<string, unknown>[], upsert: boolean, lost: (known: Row) => boolean): Row[] {
  if (inputs.length > batchLimit) throw bad(`Maximum number of records to upsert is ${batchLimit}.`);
  const plans = inputs.map((input) => plan(store, table, input, upsert));
  for (const { old, values } of plans) if (old && lost(old)) throw duplicate(table.object.singular, uniqueValues(table.object, values)[0]?.field ?? 'id', old.values.id);
  const ordered = [...plans.filter(({ old }) => old), ...plans.filter(({ old }) => !old)];
  const ids = new Set<string>();
  for (const { values } of ordered) {
    if (ids.has(values.id)) throw duplicate(table.object.singular, 'id', values.id);
    ids.add(values.id);
  }
  const deleted = ordered.filter(({ old }) => old && old.values.deletedAt !== null);
  for (const { values } of deleted) store.revive(table, values.id);
  return store.commit(table, ordered.map(({ values }) => values));
}

function plan(store: Store, table: Table, input: Record<string, unknown>, upsert: boolean): Plan {
  const id = input['id'];
  if (id !== undefined && id !== null && !isUuid(id)) throw coded(`Value ${JSON.stringify(id)} is not a valid UUID`, 'INVALID_QUERY_INPUT');
  const chosen = isUuid(id) ? id.toLowerCase() : undefined;
  const at = store.now();
  const fresh = overwrite(store, table, store.fresh(table, chosen ?? store.newId(), at), input);
  if (!upsert) {
    if (chosen !== undefined && table.get(chosen)) throw duplicate(table.object.singular, 'Id', chosen);
    return { old: undefined, values: fresh };
  }
  const old = known(table, fresh, chosen);
  if (!old) return { old, values: fresh };
  return { old, values: { ...overwrite(store, table, { ...old.values, updatedAt: at, updatedBy: writer }, input), deletedAt: null } };
}

function known(table: Table, values: Values, chosen: string | undefined): Row | undefined {
  const hits = uniqueValues(table.object, values).flatMap((unique) => {
    const holder = table.holder(unique.path, unique.value);
    return holder === undefined ? [] : [{ ...unique, holder }];
  });
  if (chosen !== undefined && table.get(chosen)) hits.unshift({ field: 'id', path: 'id', value: chosen, holder: chosen });
  if (new Set(hits.map(({ holder }) => holder)).size > 1) {
    const named = hits.map(({ field, path, value }) => `${field} (${path}: ${value})`).join('; ');
    throw bad(`Multiple records found with the same unique field values for ${named}. Cannot determine which record to update.`);
  }
  return hits[0] && table.get(hits[0].holder);
}

/** Changes one record, deleted or not; the modification time moves even if nothing is sent. */
export function update(store: Store, table: Table, id: string, input: Record<string, unknown>): Row {
  return change(store, table, store.need(table, id), input);
}

function change(store: Store, table: Table, row: Row, input: Record<string, unknown>): Row {
  const values = overwrite(store, table, { ...row.values, updatedAt: store.now(), updatedBy: writer }, input);
  return store.commit(table, [values])[0]!;
}

/** The records that a change by filter is for; refuses more than the limit. */
export function affected(table: Table, condition: Condition | undefined): Row[] {
  const rows = [...matching(table, filter(table.object, condition))].sort((left, right) => (left.values.id < right.values.id ? -1 : 1));
  if (rows.length > bulkLimit) throw bad(`Maximum number of records to update is ${bulkLimit}.`);
  return rows;
}

/** Changes every record that the filter lets through. */
export function updateMany(store: Store, table: Table, condition: Condition | undefined, input: Record<string, unknown>): Row[] {
  return affected(table, condition).map((row) => change(store, table, row, input));
}

/** Brings deleted records back; their links come with them. */
export function restore(store: Store, table: Table, condition: Condition | undefined): Row[] {
  const wanted: Condition = { join: 'and', of: [...(condition ? [condition] : []), { path: ['deletedAt'], comparator: 'is', value: 'NOT_NULL' }] };
  return affected(table, wanted).map((row) => {
    store.revive(table, row.values.id);
    return table.put({ ...row.values, deletedAt: null, updatedAt: store.now() });
  });
}
