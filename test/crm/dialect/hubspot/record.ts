import { idOf, invalid, members, notFound } from './answer.ts';
import type { Links } from './association.ts';
import { ALIASES, type ObjectType } from './property.ts';
import { ownerOf, remove, rowOf, show, write, type Portal, type Row, type Table } from './table.ts';

/** Names in the query: repeated, or with commas. */
export const namesOf = (query: URLSearchParams, name: string): string[] => query.getAll(name).flatMap((value) => value.split(',')).filter(Boolean);

/** The record that a path names, by id or by `idProperty`; 404 when it is archived, merged or unknown. */
export function find(portal: Portal, table: Table, id: string, query: URLSearchParams): Row {
  const property = query.get('idProperty');
  if (property && property !== 'hs_object_id' && !table.properties.get(property)?.unique) throw invalid(`${property} is not a unique property of ${table.type}`);
  const row = property && property !== 'hs_object_id' ? ownerOf(table, property, id) : rowOf(portal, table, id, query.get('archived') === 'true');
  if (!row) throw notFound();
  return row;
}

/** GET of one record, with its links where `associations` asks for them. */
export function showOne(table: Table, links: Links, row: Row, query: URLSearchParams): object {
  const associations: Record<string, object> = {};
  for (const name of namesOf(query, 'associations')) {
    const type = ALIASES[name];
    if (!type) throw invalid(`unknown object type ${name}`);
    const found = links.of(table.type, row.id, type);
    if (found.length > 0) associations[type] = { results: found.map(([id]) => ({ id, type: `${singular(table.type)}_to_${singular(type)}` })) };
  }
  return { ...show(table, row, namesOf(query, 'properties')), ...(Object.keys(associations).length > 0 ? { associations } : {}) };
}

const singular = (type: ObjectType): string => ({ contacts: 'contact', companies: 'company', notes: 'note', tasks: 'task' })[type];

const PAGE = 100;
/** The cursor is opaque and comes percent-encoded already, as the documentation shows it. */
const cursorOf = (id: string): string => encodeURIComponent(Buffer.from(`${id}\n`).toString('base64'));

/** GET of all records by id, straight from the records: without the lag of the search. */
export function list(portal: Portal, table: Table, links: Links, query: URLSearchParams): object {
  const limit = Number(query.get('limit') ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE) throw invalid(`The maximum allowed limit is ${PAGE}`);
  const archived = query.get('archived') === 'true';
  const after = query.get('after');
  const from = after ? Number(Buffer.from(decodeURIComponent(after), 'base64').toString('utf8')) : 0;
  if (!Number.isFinite(from)) throw invalid(`after: ${after} is no cursor`);
  let at = firstAfter(table.rows, from);
  const page: Row[] = [];
  for (; at < table.rows.length && page.length <= limit; at++) {
    const row = table.rows[at]!;
    if (!row.gone && rowOf(portal, table, row.id, archived)) page.push(row);
  }
  const shown = page.slice(0, limit);
  const next = page.length > limit ? cursorOf(shown.at(-1)!.id) : null;
  return { results: shown.map((row) => showOne(table, links, row, query)), ...(next ? { paging: { next: { after: next, link: `?after=${next}` } } } : {}) };
}

function firstAfter(rows: Row[], id: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(rows[middle]!.id) <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** DELETE: into the recycle bin; what is not there is fine. */
export function archive(portal: Portal, table: Table, links: Links, id: string): void {
  const row = rowOf(portal, table, id);
  if (!row) return;
  links.clear(table.type, id);
  remove(portal, table, row, true);
}

/** POST …/gdpr-delete: away for good, by id or by e-mail; nothing remains to be listed. */
export function erase(portal: Portal, table: Table, links: Links, body: unknown): void {
  const sent = members(body) ?? {};
  const id = String(sent['objectId'] ?? '');
  const row = typeof sent['idProperty'] === 'string' ? ownerOf(table, sent['idProperty'], id) : rowOf(portal, table, id) ?? rowOf(portal, table, id, true);
  if (!row) throw notFound();
  links.clear(table.type, row.id);
  remove(portal, table, row, false);
}

/** POST …/merge: both ids go, a record with a new one comes; its empty fields are filled from the loser, whose e-mail stays as a further one. */
export function merge(portal: Portal, table: Table, links: Links, body: unknown): object {
  const primary = idOf({ id: members(body)?.['primaryObjectId'] });
  const other = idOf({ id: members(body)?.['objectIdToMerge'] });
  if (!primary || !other || primary === other) throw invalid('primaryObjectId and objectIdToMerge must name two records');
  const winner = rowOf(portal, table, primary);
  const loser = rowOf(portal, table, other);
  if (!winner || !loser) throw notFound();
  const values: Record<string, string> = { ...loser.properties, ...winner.properties };
  const several = (name: string, ...more: string[]): string => [...new Set([...(winner.properties[name] ?? '').split(';'), ...(loser.properties[name] ?? '').split(';'), ...more])].filter(Boolean).join(';');
  values['hs_merged_object_ids'] = several('hs_merged_object_ids', winner.id, loser.id);
  if (table.type === 'contacts') values['hs_additional_emails'] = several('hs_additional_emails', loser.properties['email'] ?? '').split(';').filter((email) => email !== values['email']).join(';');
  remove(portal, table, winner, false);
  remove(portal, table, loser, false);
  const made = write(portal, table, null, values);
  made.created = Math.min(winner.created, loser.created);
  for (const id of [winner.id, loser.id]) {
    links.move(table.type, id, made.id);
    table.merged.set(id, made.id);
  }
  return show(table, made, [...table.properties.keys()].filter((name) => made.properties[name] !== undefined));
}
