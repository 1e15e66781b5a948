import type { DialectMeans } from '../dialect.ts';
import { invalid, notFound, secondsOf } from './answer.ts';

export type Kind = 'person' | 'organization' | 'activity' | 'note';

/** One record; `fields` is replaced, never changed, because the search keeps old ones. Times in whole seconds. */
export interface Row {
  id: number;
  fields: Readonly<Record<string, unknown>>;
  added: number;
  updated: number;
  /** Epoch ms; null = not deleted. */
  deletedAt: number | null;
}

interface Place {
  row: Row;
  updated: number;
  live: boolean;
}

/** All records of one kind, by id and by the second of their last change. */
export interface Table {
  kind: Kind;
  byId: Map<number, Row>;
  /** In the order of ids. */
  rows: Row[];
  /** In the order (updated, id), with the places that records have left. */
  places: Place[];
  placeOf: Map<number, Place>;
  left: number;
}

export const openTable = (kind: Kind): Table => ({ kind, byId: new Map(), rows: [], places: [], placeOf: new Map(), left: 0 });

const DAYS_UNTIL_PURGE = 30 * 86_400_000;

/** The record, also a deleted one as long as it is not purged; 404 otherwise. */
export function rowOf(means: DialectMeans, table: Table, id: unknown): Row {
  const row = table.byId.get(Number(id));
  if (!row || isPurged(means, row)) throw notFound(table.kind[0]!.toUpperCase() + table.kind.slice(1));
  return row;
}

export const isPurged = (means: DialectMeans, row: Row): boolean => row.deletedAt !== null && row.deletedAt < means.now() - DAYS_UNTIL_PURGE;

/** Writes fields into a record (null = a new one) and moves its time, whether or not anything changed. */
export function write(means: DialectMeans, table: Table, row: Row | null, fields: Record<string, unknown>, nextId: () => number): Row {
  const now = Math.floor(means.now() / 1000);
  const target: Row = row ?? { id: nextId(), fields: {}, added: now, updated: now, deletedAt: null };
  target.fields = { ...target.fields, ...fields };
  if (!row) {
    table.rows.push(target);
    table.byId.set(target.id, target);
  }
  move(table, target, now);
  return target;
}

/** Marks as deleted. */
export function remove(means: DialectMeans, table: Table, row: Row): void {
  row.deletedAt ??= means.now();
  move(table, row, Math.floor(means.now() / 1000));
}

function move(table: Table, row: Row, now: number): void {
  const old = table.placeOf.get(row.id);
  if (old) {
    old.live = false;
    table.left++;
  }
  row.updated = now;
  const place: Place = { row, updated: now, live: true };
  table.places.splice(firstAt(table, now, row.id), 0, place);
  table.placeOf.set(row.id, place);
  if (table.left > 1000 && table.left * 2 > table.places.length) {
    table.places = table.places.filter(({ live }) => live);
    table.left = 0;
  }
}

/** The first place at or after (updated, id). */
function firstAt(table: Table, updated: number, id: number): number {
  let low = 0;
  let high = table.places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { updated: its, row } = table.places[middle]!;
    if (its < updated || (its === updated && row.id < id)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A page of a v2 list. `keep` is the list's own filter. */
export function page(means: DialectMeans, table: Table, query: URLSearchParams, sorts: readonly string[], keep: (row: Row) => boolean): { rows: Row[]; next: string | null } {
  const limit = whole(query, 'limit', 100, 500);
  const sortBy = choice(query, 'sort_by', ['id', ...sorts], 'id');
  const down = choice(query, 'sort_direction', ['asc', 'desc'], 'asc') === 'desc';
  const since = query.has('updated_since') ? secondsOf(query.get('updated_since')!, 'updated_since') : null;
  const until = query.has('updated_until') ? secondsOf(query.get('updated_until')!, 'updated_until') : null;
  const ids = query.has('ids') ? new Set(query.get('ids')!.split(',').map(Number)) : null;
  if (ids && ids.size > 100) throw invalid('ids must hold at most 100 ids');
  const cursor = query.has('cursor') ? readCursor(query.get('cursor')!, sortBy, down) : null;
  const keyOf = (row: Row): number => (sortBy === 'update_time' ? row.updated : sortBy === 'add_time' ? row.added : sortBy === 'due_date' ? Date.parse(String(row.fields['due_date'] ?? '9999-12-31')) / 1000 : 0);
  const from = sortBy === 'update_time' && !down ? firstAt(table, cursor ? cursor.value : since ?? 0, cursor ? cursor.id + 1 : 0) : 0;
  // deleted ones are listed only to those who ask for changes
  const passes = (row: Row): boolean => (row.deletedAt === null || since !== null) && !isPurged(means, row) && (since === null || row.updated >= since) && (until === null || row.updated < until) && (ids === null || ids.has(row.id)) && keep(row)
    && (cursor === null || (down ? keyOf(row) < cursor.value || (keyOf(row) === cursor.value && row.id < cursor.id) : keyOf(row) > cursor.value || (keyOf(row) === cursor.value && row.id > cursor.id)));
  const found: Row[] = [];
  if (sortBy === 'update_time' && !down) {
    for (let at = from; at < table.places.length && found.length <= limit; at++) {
      const { row, live } = table.places[at]!;
      if (live && passes(row)) found.push(row);
    }
  } else if (sortBy === 'id' && !down) {
    for (let at = cursor ? afterId(table.rows, cursor.id) : 0; at < table.rows.length && found.length <= limit; at++) if (passes(table.rows[at]!)) found.push(table.rows[at]!);
  } else found.push(...table.rows.filter(passes).sort((a, b) => (keyOf(a) - keyOf(b) || a.id - b.id) * (down ? -1 : 1)));
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? Buffer.from(JSON.stringify({ field: sortBy, fieldValue: keyOf(last), sortDirection: down ? 'desc' : 'asc', id: last.id })).toString('base64url') : null };
}

function afterId(rows: Row[], id: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.id <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A cursor goes on with the list that gave it. */
function readCursor(text: string, sortBy: string, down: boolean): { value: number; id: number } {
  let read: { field?: unknown; fieldValue?: unknown; sortDirection?: unknown; id?: unknown };
  try {
    read = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as typeof read;
  } catch {
    throw invalid('cursor is not valid');
  }
  if (read.field !== sortBy || read.sortDirection !== (down ? 'desc' : 'asc')) throw invalid('cursor belongs to another list');
  return { value: Number(read.fieldValue), id: Number(read.id) };
}

/** A whole number of the query from 1 to `most`. */
export function whole(query: URLSearchParams, name: string, usual: number, most: number, least = 1): number {
  const text = query.get(name);
  if (text === null) return usual;
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) throw invalid(`${name} must be a number from ${least} to ${most}`);
  return number;
}

export function choice(query: URLSearchParams, name: string, allowed: readonly string[], usual: string): string {
  const value = query.get(name) ?? usual;
  if (!allowed.includes(value)) throw invalid(`${name} must be one of ${allowed.join(', ')}`);
  return value;
}
