import { ENTITIES, LOADED } from './entity.ts';
import type { EntityType } from './field.ts';
import type { Search } from './query.ts';
import { found, isAttribute, pick, show, type Shown } from './show.ts';
import type { State } from './state.ts';
import type { Row } from './table.ts';
import { lookUp, modifiedFrom, testOf, type Test } from './where.ts';
import { Refusal } from './wire.ts';

const PAGE = 20;
const MOST = 200;

/** Number of rows wanted: more than 200 is refused with a 403, less than none breaks the server. */
export function pageSize(maxSize: unknown): number {
  if (maxSize === undefined) return PAGE;
  const size = Number.parseInt(String(maxSize), 10) || 0;
  if (size > MOST) throw new Refusal(403, `Max size should not exceed ${MOST}. Use offset and limit.`);
  if (size < 0) throw new Refusal(500);
  return size;
}

export interface Listed {
  rows: Row[];
  total: number;
}

/** First place of a list ordered by modifiedAt where it is not before `from`. */
function firstFrom(rows: readonly Row[], from: string, strictly: boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = (rows[middle] as Row).modifiedAt;
    if (strictly ? at <= from : at < from) low = middle + 1; else high = middle;
  }
  return low;
}

const text = (value: unknown): string => String(value ?? '').toLowerCase();
/** A name is ordered by its parts. */
const orderKey = (state: State, row: Row, by: string): string => (by === 'name' && ENTITIES[row.type].person ? `${text(row.values['firstName'])}\n${text(row.values['lastName'])}` : text(show(state, row, by)));

function sort(state: State, rows: Row[], by: string, descending: boolean): Row[] {
  const sign = descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: orderKey(state, row, by) }));
  return keyed.sort((a, b) => sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.id < b.row.id ? -1 : 1)).map(({ row }) => row);
}

/** Which records a request means, one page of them. `only` narrows the list to those of a link. */
export function search(state: State, type: EntityType, asked: Search, options: { noTotal?: boolean; only?: Test; among?: readonly Row[] } = {}): Listed {
  const size = pageSize(asked.maxSize);
  const offset = Math.max(0, Number.parseInt(String(asked.offset ?? 0), 10) || 0);
  const orderBy = asked.orderBy ?? 'createdAt';
  if (!isAttribute(state, type, orderBy)) throw new Refusal(400, `Order by non-existing field '${orderBy}'.`);
  const descending = asked.order === undefined ? asked.orderBy === undefined : /^desc|^true$/i.test(asked.order);

  let tests = asked.where.map((where) => testOf(state, type, where));
  if (options.only) tests.push(options.only);
  const table = state.tables[type];
  const key = options.among ? undefined : lookUp(state, type, asked.where);
  const from = key || options.among ? undefined : modifiedFrom(asked.where);
  let rows: readonly Row[];
  let start = 0;
  let backwards = false;
  if (options.among || key) {
    rows = sort(state, [...(options.among ?? table.match((key as { attribute: string }).attribute, (key as { values: string[] }).values))], orderBy, descending);
  } else if (orderBy === 'modifiedAt' || orderBy === 'createdAt') {
    rows = table.ordered(orderBy);
    backwards = descending;
    if (from && orderBy === 'modifiedAt') {
      start = firstFrom(rows, from.from, from.where.type !== 'greaterThanOrEquals');
      tests = tests.filter((_, i) => asked.where[i] !== from.where);
    }
  } else {
    const all = table.ordered('modifiedAt');
    rows = sort(state, from ? all.slice(firstFrom(all, from.from, false)) : [...all], orderBy, descending);
  }

  const listed: Row[] = [];
  const end = rows.length;
  const count = end - start;
  if (tests.length === 0) {
    for (let i = offset; i < Math.min(offset + size, count); i += 1) listed.push(rows[backwards ? end - 1 - i : start + i] as Row);
    return { rows: listed, total: options.noTotal ? (count > offset + size ? -1 : -2) : count };
  }
  let seen = 0;
  for (let i = 0; i < count; i += 1) {
    const row = rows[backwards ? end - 1 - i : start + i] as Row;
    if (!tests.every((test) => test(row))) continue;
    if (seen >= offset && listed.length < size) listed.push(row);
    seen += 1;
    if (options.noTotal && seen > offset + size) break;
  }
  return { rows: listed, total: options.noTotal ? (seen > offset + size ? -1 : -2) : seen };
}

/** The attributes a list shows: the selected ones that exist, and those that the server always adds. */
export function listed(state: State, type: EntityType, row: Row, asked: Search, besides: readonly string[] = []): Shown {
  if (!asked.select) return found(state, row);
  const entity = ENTITIES[type];
  const attributes = new Set(['id', ...asked.select.filter((attribute) => isAttribute(state, type, attribute) && !LOADED.has(attribute)), ...entity.listed, ...besides]);
  if (asked.orderBy === undefined) attributes.add('createdAt');
  else attributes.add(asked.orderBy);
  if (asked.orderBy === 'name' && entity.person) for (const part of ['salutationName', 'firstName', 'lastName', 'middleName']) attributes.add(part);
  const shown = pick(state, row, [...attributes]);
  // the parent is not joined in a list
  if ('parentName' in shown && !asked.select.includes('parentId')) shown['parentName'] = null;
  return shown;
}
