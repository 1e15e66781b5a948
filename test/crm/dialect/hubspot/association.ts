import { idOf, inputs, invalid, members, notFound } from './answer.ts';
import type { ObjectType } from './property.ts';
import { rowOf, write, type Portal } from './table.ts';

/** Which records hang together, and how (type ids). */
export interface Links {
  /** [id, type ids] of the records of `to` that are linked to this one. */
  of(type: ObjectType, id: string, to: ObjectType): [string, number[]][];
  add(from: ObjectType, fromId: string, to: ObjectType, toId: string, typeId: number): void;
  drop(from: ObjectType, fromId: string, to: ObjectType, toId: string): void;
  /** Moves all links of one record to another. */
  move(type: ObjectType, fromId: string, toId: string): void;
  clear(type: ObjectType, id: string): void;
}

/** The id of the unlabelled link between two types; the way back is another one. */
const DEFAULT: Record<string, number> = {
  'contacts companies': 279, 'companies contacts': 280, 'notes contacts': 202, 'contacts notes': 201, 'notes companies': 190, 'companies notes': 189,
  'tasks contacts': 204, 'contacts tasks': 203, 'tasks companies': 192, 'companies tasks': 191,
};
/** The marked ("primary") link, which holds the unlabelled one as well. */
const PRIMARY: Record<string, number> = { 'contacts companies': 1, 'companies contacts': 2 };
const TYPES: ObjectType[] = ['contacts', 'companies', 'notes', 'tasks'];

export function openLinks(): Links {
  const all = new Map<string, Map<string, number[]>>();
  const side = (type: ObjectType, id: string, to: ObjectType): Map<string, number[]> => {
    const key = `${type}/${id}/${to}`;
    let found = all.get(key);
    if (!found) all.set(key, found = new Map());
    return found;
  };
  const links: Links = {
    of: (type, id, to) => [...(all.get(`${type}/${id}/${to}`) ?? [])],
    add(from, fromId, to, toId, typeId) {
      const isPrimary = PRIMARY[`${from} ${to}`] === typeId;
      const typesOf = (a: ObjectType, b: ObjectType): number[] => [...(isPrimary ? [PRIMARY[`${a} ${b}`]!] : []), DEFAULT[`${a} ${b}`]!];
      if (isPrimary) for (const [id, types] of side(from, fromId, to)) if (id !== toId) side(from, fromId, to).set(id, types.filter((one) => one !== typeId));
      const kept = side(from, fromId, to).get(toId) ?? [];
      side(from, fromId, to).set(toId, [...new Set([...typesOf(from, to), ...kept])]);
      side(to, toId, from).set(fromId, [...new Set([...typesOf(to, from), ...(side(to, toId, from).get(fromId) ?? [])])]);
    },
    drop(from, fromId, to, toId) {
      all.get(`${from}/${fromId}/${to}`)?.delete(toId);
      all.get(`${to}/${toId}/${from}`)?.delete(fromId);
    },
    move(type, fromId, toId) {
      for (const to of TYPES) for (const [id, types] of links.of(type, fromId, to)) for (const typeId of [...types].reverse()) links.add(type, toId, to, id, typeId);
      links.clear(type, fromId);
    },
    clear(type, id) {
      for (const to of TYPES) for (const [other] of links.of(type, id, to)) links.drop(type, id, to, other);
    },
  };
  return links;
}

const spec = (typeId: number): object => ({ category: 'HUBSPOT_DEFINED', typeId, label: null });
const defaultType = (from: ObjectType, to: ObjectType): number => {
  const typeId = DEFAULT[`${from} ${to}`];
  if (typeId === undefined) throw invalid(`No association type is defined between ${from} and ${to}`);
  return typeId;
};

/** Links two records that exist; a contact's first company stands in the contact, whose time moves. */
export function link(portal: Portal, links: Links, from: ObjectType, fromId: string, to: ObjectType, toId: string, typeId = defaultType(from, to)): object {
  const row = rowOf(portal, portal.tables[from], fromId);
  const other = rowOf(portal, portal.tables[to], toId);
  if (!row || !other) throw notFound(`${row ? to : from} ${row ? toId : fromId} does not exist`);
  if (![DEFAULT[`${from} ${to}`], PRIMARY[`${from} ${to}`]].includes(typeId)) throw invalid(`association type id ${typeId} does not exist between ${from} and ${to}`);
  links.add(from, row.id, to, other.id, typeId);
  for (const [type, one] of [[from, row], [to, other]] as const) if (type === 'contacts') touch(portal, links, one.id);
  return { from: { id: row.id }, to: { id: other.id }, associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: typeId } };
}

/** A contact changes with its links. */
function touch(portal: Portal, links: Links, id: string): void {
  const companies = links.of('contacts', id, 'companies');
  const first = companies.find(([, types]) => types.includes(1)) ?? companies[0];
  const row = rowOf(portal, portal.tables.contacts, id);
  if (row) write(portal, portal.tables.contacts, row, { associatedcompanyid: first?.[0] ?? '' });
}

export function unlink(portal: Portal, links: Links, from: ObjectType, fromId: string, to: ObjectType, toId: string): void {
  links.drop(from, fromId, to, toId);
  if (from === 'contacts') touch(portal, links, fromId);
  if (to === 'contacts') touch(portal, links, toId);
}

/** What `associations` of a new record ask for, checked before anything is written. */
export function wantedLinks(portal: Portal, from: ObjectType, sent: unknown): { to: ObjectType; id: string; typeId: number }[] {
  if (sent === undefined || sent === null) return [];
  if (!Array.isArray(sent)) throw invalid('Invalid input JSON: associations must be a list');
  return sent.flatMap((one) => {
    const id = idOf(members(one)?.['to']);
    const types = members(one)?.['types'];
    if (id === null || !Array.isArray(types) || types.length === 0) throw invalid('Invalid input JSON: an association needs to.id and types');
    return types.map((type) => {
      const typeId = Number(members(type)?.['associationTypeId']);
      const to = TYPES.find((name) => DEFAULT[`${from} ${name}`] === typeId || PRIMARY[`${from} ${name}`] === typeId);
      if (!to) throw invalid(`association type id ${typeId} does not exist for ${from}`);
      if (!rowOf(portal, portal.tables[to], id)) throw invalid(`One or more associations are not valid: ${to} ${id} does not exist`);
      return { to, id, typeId };
    });
  });
}

/** The batch endpoints of /crm/v4/associations: [status, body], null = no body. */
export function batchLinks(portal: Portal, links: Links, from: ObjectType, to: ObjectType, action: string, body: unknown): [number, object | null] {
  const list = inputs(body, action === 'read' ? 1000 : 2000);
  const at = new Date(portal.means.now()).toISOString();
  const done = (results: object[], errors: object[] = []): object => ({ status: 'COMPLETE', results, startedAt: at, completedAt: at, ...(errors.length > 0 ? { numErrors: errors.length, errors } : {}) });
  const ends = list.map((one) => ({ from: idOf(action === 'read' ? one : one['from']) ?? missing('from'), one }));
  if (action === 'read') {
    const errors: object[] = [];
    const results = ends.flatMap(({ from: id }) => {
      const found = links.of(from, id, to);
      if (found.length > 0) return [{ from: { id }, to: found.map(([other, types]) => ({ toObjectId: other, associationTypes: types.map(spec) })) }];
      errors.push({ status: 'error', category: 'OBJECT_NOT_FOUND', subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND', message: `No ${to} is associated with ${from} ${id}.`, context: { fromObjectId: [id] }, errors: [], links: {} });
      return [];
    });
    return [errors.length > 0 ? 207 : 200, done(results, errors)];
  }
  if (action === 'archive') {
    for (const { from: id, one } of ends) for (const target of Array.isArray(one['to']) ? one['to'] : [one['to']]) unlink(portal, links, from, id, to, idOf(target) ?? missing('to'));
    return [204, null];
  }
  const typeOf = (one: Record<string, unknown>): number => {
    const types = one['types'];
    return Array.isArray(types) && types.length > 0 ? Number(members(types[0])?.['associationTypeId']) : missing('types');
  };
  const results = ends.map(({ from: id, one }) => link(portal, links, from, id, to, idOf(one['to']) ?? missing('to'), action === 'create' ? typeOf(one) : undefined));
  return [action === 'create' ? 201 : 200, done(results)];
}

function missing(name: string): never {
  throw invalid(`Invalid input JSON: Some required fields were not set: [${name}]`);
}

/** GET …/associations/{to}: links of one record, in pages. */
export function listLinks(links: Links, from: ObjectType, id: string, to: ObjectType, query: URLSearchParams): object {
  const found = links.of(from, id, to);
  const start = Number(query.get('after') ?? 0);
  const end = start + Math.min(Number(query.get('limit') ?? 500), 500);
  return {
    results: found.slice(start, end).map(([toObjectId, types]) => ({ toObjectId, associationTypes: types.map(spec) })),
    ...(end < found.length ? { paging: { next: { after: String(end), link: `?after=${end}` } } } : {}),
  };
}
