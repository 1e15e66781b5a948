import type { DialectMeans } from '../dialect.ts';
import { createdName, DEFAULTS, modifiedName, ownProperties, STAGES, type ObjectType, type Property } from './property.ts';
import { openIndex, type SearchIndex } from './search-index.ts';

/** One record. `properties` is replaced, never changed: the search index keeps old ones. */
export interface Row {
  id: string;
  properties: Readonly<Record<string, string>>;
  created: number;
  modified: number;
  archivedAt: number | null;
  /** Merged into another record or erased: no list shows it any more. */
  gone: boolean;
}

/** All records of one type. */
export interface Table {
  type: ObjectType;
  properties: Map<string, Property>;
  /** In the order of ids, which is the order of creation. */
  rows: Row[];
  byId: Map<string, Row>;
  /** Property -> value -> who has it; archived records have given their values back. */
  owners: Map<string, Map<string, Row>>;
  /** Ids that went in a merge -> the record that came of it. */
  merged: Map<string, string>;
  index: SearchIndex;
  /** Names of the unique properties, of so many properties. */
  unique: { of: number; names: string[] };
}

/** What all parts of the server share. */
export interface Portal {
  means: DialectMeans;
  tables: Record<ObjectType, Table>;
  /** Takes a forced outcome if it was asked for. */
  take(race: string): boolean;
  nextId(): string;
}

export function openTable(type: ObjectType, now: number): Table {
  return { type, properties: ownProperties(type, now), rows: [], byId: new Map(), owners: new Map(), merged: new Map(), index: openIndex(), unique: { of: 0, names: [] } };
}

const DAYS_IN_BIN = 90 * 86_400_000;

/** The record with this id, if it is there in the asked state. */
export function rowOf(portal: Portal, table: Table, id: string, archived = false): Row | null {
  const forward = table.merged.get(id);
  if (forward !== undefined) return portal.take('merged-id-forwards') ? rowOf(portal, table, forward, archived) : null;
  const row = table.byId.get(id);
  if (!row || row.gone || (row.archivedAt !== null) !== archived) return null;
  return row.archivedAt !== null && row.archivedAt < portal.means.now() - DAYS_IN_BIN ? null : row;
}

/** Who has this value of a unique property; e-mail in any case and also as a further address. */
export function ownerOf(table: Table, property: string, value: string): Row | null {
  return table.owners.get(property)?.get(property === 'email' ? value.trim().toLowerCase() : value) ?? null;
}

function own(table: Table, row: Row, properties: Readonly<Record<string, string>>, take: boolean): void {
  if (table.unique.of !== table.properties.size) table.unique = { of: table.properties.size, names: [...table.properties.values()].filter(({ unique }) => unique).map(({ name }) => name) };
  for (const name of table.unique.names) {
    const values = [properties[name] ?? '', ...(name === 'email' ? (properties['hs_additional_emails'] ?? '').split(';') : [])];
    let owners = table.owners.get(name);
    if (!owners) table.owners.set(name, owners = new Map());
    for (const value of values) {
      if (value === '') continue;
      if (take) owners.set(value, row);
      else if (owners.get(value) === row) owners.delete(value);
    }
  }
}

/** Writes values into a record (null = a new one), moves its time, whether or not anything changed, and tells the index. */
export function write(portal: Portal, table: Table, row: Row | null, values: Record<string, string>): Row {
  const now = portal.means.now();
  const target: Row = row ?? { id: portal.nextId(), properties: {}, created: now, modified: now, archivedAt: null, gone: false };
  const properties: Record<string, string> = { ...target.properties, ...values };
  for (const [name, value] of Object.entries(values)) if (value === '') delete properties[name];
  // the stage moves forward only; going back is ignored without a word
  const [from, to] = [target.properties['lifecyclestage'], values['lifecyclestage']];
  if (from && to && STAGES.indexOf(to) < STAGES.indexOf(from)) properties['lifecyclestage'] = from;
  if (values['hs_task_status'] === 'COMPLETED' && target.properties['hs_task_status'] !== 'COMPLETED') properties['hs_task_completion_date'] = new Date(now).toISOString();
  own(table, target, target.properties, false);
  own(table, target, properties, true);
  target.properties = properties;
  target.modified = now;
  if (!row) {
    table.rows.push(target);
    table.byId.set(target.id, target);
  }
  table.index.put(target, false, now, portal.take('slow-index'));
  return target;
}

/** Puts a record in the recycle bin (`bin`) or away for good. */
export function remove(portal: Portal, table: Table, row: Row, bin: boolean): void {
  const now = portal.means.now();
  own(table, row, row.properties, false);
  if (bin) {
    row.archivedAt = now;
    row.modified = now;
  } else {
    row.gone = true;
    table.byId.delete(row.id);
  }
  table.index.put(row, true, now, portal.take('slow-index'));
}

/** The times and the id, which every answer holds. */
export function systemOf(table: Table, row: { id: string; created: number }, modified: number): Record<string, string> {
  return { [createdName(table.type)]: new Date(row.created).toISOString(), [modifiedName(table.type)]: new Date(modified).toISOString(), hs_object_id: row.id };
}

/** A record as answers show it: the asked properties (null where empty), else the usual ones; system properties always. */
export function show(table: Table, row: Row, asked: readonly string[] | null, state: { properties: Readonly<Record<string, string>>; modified: number } = row): Record<string, unknown> {
  const system = systemOf(table, row, state.modified);
  const properties: Record<string, string | null> = {};
  for (const name of asked && asked.length > 0 ? asked : DEFAULTS[table.type]) if (table.properties.has(name)) properties[name] = state.properties[name] ?? null;
  return { id: row.id, properties: { ...properties, ...system }, ...times(row, state.modified) };
}

/** A record as the answer to a write shows it: all that it holds, and "" where the write cleared. */
export function showWritten(table: Table, row: Row, values: Record<string, string>): Record<string, unknown> {
  const cleared = Object.fromEntries(Object.entries(values).filter(([, value]) => value === ''));
  return { id: row.id, properties: { ...row.properties, ...cleared, ...systemOf(table, row, row.modified) }, ...times(row, row.modified) };
}

const times = (row: Row, modified: number): object => ({
  createdAt: new Date(row.created).toISOString(), updatedAt: new Date(modified).toISOString(), archived: row.archivedAt !== null,
  ...(row.archivedAt !== null ? { archivedAt: new Date(row.archivedAt).toISOString() } : {}),
});
