import { invalid, members } from './answer.ts';
import type { Links } from './association.ts';
import { ALIASES, modifiedName, timeOf, type Property } from './property.ts';
import type { Doc } from './search-index.ts';
import { show, systemOf, type Portal, type Table } from './table.ts';

const CEILING = 10_000;
const PAGE = 200;
const LONGEST_BODY = 3000;

type Test = (doc: Doc) => boolean;

/** POST /crm/v3/objects/{type}/search: what the index shows, at most 10,000 rows of it, in a body of at most 3,000 characters. */
export function search(portal: Portal, table: Table, links: Links, body: string, asked: unknown): object {
  if (body.length > LONGEST_BODY) throw invalid(`The request body is longer than ${LONGEST_BODY} characters`);
  const query = members(asked) ?? {};
  const limit = whole(query['limit'] ?? 10, 'limit');
  const after = whole(query['after'] ?? 0, 'after');
  if (limit > PAGE) throw invalid(`The maximum allowed limit is ${PAGE}`);
  if (after + limit > CEILING) throw invalid(`The maximum number of results is ${CEILING}`);
  const groups = list(query['filterGroups'], 'filterGroups').map((group) => list(members(group)?.['filters'], 'filters').map((filter) => testOf(table, links, filter)));
  if (groups.length > 5 || groups.some((group) => group.length > 6) || groups.flat().length > 18) throw invalid('There are too many filters in this request');
  const words = typeof query['query'] === 'string' ? query['query'].toLowerCase() : '';
  const since = groups.length > 0 ? Math.min(...groups.map((group) => Math.max(0, ...group.map(({ since }) => since)))) : 0;
  const known = portal.tables[table.type].index.since(since, portal.means.now());
  // a pull asks for nothing but the time, which the index has looked after already
  const isPull = groups.length === 1 && groups[0]!.length === 1 && groups[0]![0]!.isSince && words === '';
  const found = isPull ? known : known.filter((doc) => (groups.length === 0 || groups.some((group) => group.every(({ test }) => test(doc)))) && (words === '' || Object.values(doc.properties).some((value) => value.toLowerCase().includes(words))));
  sort(table, found, list(query['sorts'], 'sorts'));
  const names = list(query['properties'], 'properties').map(String);
  const page = found.slice(after, after + limit);
  const next = after + page.length;
  return {
    total: found.length,
    results: page.map((doc) => show(table, doc.row, names, doc)),
    ...(page.length > 0 && next < found.length ? { paging: { next: { after: String(next), link: `?after=${next}` } } } : {}),
  };
}

function whole(value: unknown, name: string): number {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value === '' ? 0 : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) throw invalid(`Invalid input JSON: ${name} must be a whole number`);
  return number;
}

function list(value: unknown, name: string): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid(`Invalid input JSON: ${name} must be a list`);
  return value;
}

/** The value of a property in the index, also of those that the record does not store as text. */
function valueOf(table: Table, doc: Doc, name: string): string | undefined {
  return doc.properties[name] ?? systemOf(table, doc.row, doc.modified)[name];
}

const comparable = (property: Property, value: string): number | string =>
  (property.type === 'datetime' ? timeOf(value) ?? Number.NaN : property.type === 'number' || property.name === 'hs_object_id' ? Number(value) : value.toLowerCase());

/** One filter as a test, with the earliest change (epoch ms) that it can let through; `isSince` = it asks for nothing else. */
function testOf(table: Table, links: Links, filter: unknown): { test: Test; since: number; isSince?: boolean } {
  const { propertyName, operator, value, values, highValue } = members(filter) ?? {};
  if (typeof propertyName !== 'string' || typeof operator !== 'string') throw invalid('Invalid input JSON: a filter needs propertyName and operator');
  const several = (): string[] => {
    if (!Array.isArray(values)) throw invalid(`${operator} needs values`);
    return values.map(String);
  };
  const one = (given: unknown = value): string => {
    if (typeof given !== 'string' && typeof given !== 'number' && typeof given !== 'boolean') throw invalid(`${operator} needs a value`);
    return String(given);
  };
  if (propertyName.startsWith('associations.')) {
    const type = ALIASES[propertyName.slice('associations.'.length)];
    if (!type) throw invalid(`unknown association ${propertyName}`);
    const ids = new Set(operator === 'EQ' ? [one()] : operator === 'IN' ? several() : []);
    return { since: 0, test: (doc) => links.of(table.type, doc.row.id, type).some(([id]) => ids.has(id)) };
  }
  const property = table.properties.get(propertyName);
  if (!property) throw invalid('There was a problem with the request.', [{ message: `Property "${propertyName}" does not exist`, code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: [propertyName] } }]);
  const read = (doc: Doc): string | undefined => valueOf(table, doc, propertyName);
  const bound = (given?: unknown): number | string => {
    const to = comparable(property, one(given));
    if (Number.isNaN(to)) throw invalid(`${one(given)} is no value for ${propertyName}`);
    return to;
  };
  const compared = (verdict: (is: number | string) => boolean): Test => (doc) => {
    const text = read(doc);
    return text !== undefined && verdict(comparable(property, text));
  };
  const isClock = propertyName === modifiedName(table.type);
  switch (operator) {
    case 'EQ': { const to = bound(); return { since: isClock ? Number(to) : 0, test: compared((is) => is === to) }; }
    case 'NEQ': { const to = bound(); return { since: 0, test: compared((is) => is !== to) }; }
    case 'GT': { const to = bound(); return { since: isClock ? Number(to) : 0, test: compared((is) => is > to) }; }
    case 'GTE': { const to = bound(); return { since: isClock ? Number(to) : 0, isSince: isClock, test: isClock ? (doc) => doc.modified >= Number(to) : compared((is) => is >= to) }; }
    case 'LT': { const to = bound(); return { since: 0, test: compared((is) => is < to) }; }
    case 'LTE': { const to = bound(); return { since: 0, test: compared((is) => is <= to) }; }
    case 'BETWEEN': { const [low, high] = [bound(), bound(highValue)]; return { since: isClock ? Number(low) : 0, test: compared((is) => is >= low && is <= high) }; }
    // IN compares with the lower-case text of the index: a capital letter in the request finds nothing
    case 'IN': { const set = new Set(several()); return { since: 0, test: (doc) => { const text = read(doc); return text !== undefined && set.has(text.toLowerCase()); } }; }
    case 'NOT_IN': { const set = new Set(several()); return { since: 0, test: (doc) => { const text = read(doc); return text !== undefined && !set.has(text.toLowerCase()); } }; }
    case 'HAS_PROPERTY': return { since: 0, test: (doc) => read(doc) !== undefined };
    case 'NOT_HAS_PROPERTY': return { since: 0, test: (doc) => read(doc) === undefined };
    case 'CONTAINS_TOKEN': { const word = one().toLowerCase().replaceAll('*', ''); return { since: 0, test: (doc) => (read(doc) ?? '').toLowerCase().includes(word) }; }
    default: throw invalid(`Invalid input JSON: unknown operator ${operator}`);
  }
}

/** Sorts in place; without a wish, and by time of change upward, the index already stands right. */
function sort(table: Table, docs: Doc[], sorts: unknown[]): void {
  if (sorts.length > 1) throw invalid('Only one sort is allowed');
  const wish = sorts[0];
  if (wish === undefined) return;
  const asked = typeof wish === 'string' ? wish : String(members(wish)?.['propertyName'] ?? '');
  const down = asked.startsWith('-') || members(wish)?.['direction'] === 'DESCENDING';
  const name = asked.replace(/^-/, '');
  const property = table.properties.get(name);
  if (!property) throw invalid('There was a problem with the request.', [{ message: `Property "${name}" does not exist`, code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: [name] } }]);
  if (name === modifiedName(table.type)) {
    if (down) docs.reverse();
    return;
  }
  const keys = new Map(docs.map((doc) => { const text = valueOf(table, doc, name); return [doc, text === undefined ? null : comparable(property, text)]; }));
  docs.sort((a, b) => {
    const [left, right] = [keys.get(a) ?? null, keys.get(b) ?? null];
    if (left === right) return 0;
    if (left === null || right === null) return left === null ? 1 : -1;
    return (left < right ? -1 : 1) * (down ? -1 : 1);
  });
}
