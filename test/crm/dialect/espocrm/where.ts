import { ENTITIES } from './entity.ts';
import type { EntityType } from './field.ts';
import type { Where } from './query.ts';
import { isAttribute, show } from './show.ts';
import type { State } from './state.ts';
import { fold, type Row } from './table.ts';
import { Refusal } from './wire.ts';

export type Test = (row: Row) => boolean;

const TIMES = new Set(['createdAt', 'modifiedAt', 'streamUpdatedAt', 'dateEnd', 'dateStart', 'dateCompleted', 'convertedAt']);

/** A time as the database reads it: ISO form is accepted, nonsense is before every time. */
export function readTime(value: unknown): string {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d))?/.exec(String(value));
  return match ? `${match[1]} ${match[2] ?? '00:00:00'}` : '0000-00-00 00:00:00';
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

/** The texts of an attribute to compare with: every address of a record counts, and is compared in lower case. */
function textsOf(state: State, type: EntityType, attribute: string): (row: Row) => string[] {
  if (attribute === 'emailAddress') return (row) => row.emails.filter((mail) => !mail.unlinked).map((mail) => mail.value.toLowerCase());
  if (attribute === 'phoneNumber') return (row) => row.phones.map((phone) => phone.value);
  // the role of any account counts, not only of the first
  if (attribute === 'title' && type === 'Contact') return (row) => [...row.accounts.values()].flatMap(({ role }) => (role === null ? [] : [fold(role)]));
  return (row) => { const value = show(state, row, attribute); return value === null || value === undefined ? [] : [fold(value === true ? '1' : value === false ? '0' : String(value))]; };
}

type Compare = (texts: string[], wanted: string[]) => boolean;
const some = (is: (text: string, wanted: string) => boolean): Compare => (texts, wanted) => texts.some((text) => wanted.some((want) => is(text, want)));
const like = (pattern: string): RegExp => new RegExp(`^${pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/%/g, '.*').replace(/_/g, '.')}$`, 's');

const equal = some((text, wanted) => text === wanted);
const inside = some((text, wanted) => text.includes(wanted));
const COMPARE: Record<string, Compare> = {
  equals: equal, in: equal, notEquals: (texts, wanted) => !equal(texts, wanted), notIn: (texts, wanted) => !equal(texts, wanted),
  contains: inside, notContains: (texts, wanted) => !inside(texts, wanted), startsWith: some((text, wanted) => text.startsWith(wanted)), endsWith: some((text, wanted) => text.endsWith(wanted)),
  like: some((text, wanted) => like(wanted).test(text)), notLike: (texts, wanted) => !some((text, want) => like(want).test(text))(texts, wanted),
  isNull: (texts) => texts.length === 0, isNotNull: (texts) => texts.length > 0, isTrue: equal, isFalse: equal,
  greaterThan: some((text, wanted) => text > wanted), after: some((text, wanted) => text > wanted), greaterThanOrEquals: some((text, wanted) => text >= wanted),
  lessThan: some((text, wanted) => text < wanted), before: some((text, wanted) => text < wanted), lessThanOrEquals: some((text, wanted) => text <= wanted),
  between: (texts, [low, high]) => texts.some((text) => text >= (low ?? '') && text <= (high ?? '')),
};
const NUMERIC = new Set(['versionNumber', 'entryCount', 'number', 'opportunityAmount']);

/** One condition as a test of a record. An unknown type or attribute is refused. */
export function testOf(state: State, type: EntityType, where: Where): Test {
  const parts = (): Test[] => listOf(where.value).map((part) => testOf(state, type, part as Where));
  if (where.type === 'and') { const all = parts(); return (row) => all.every((test) => test(row)); }
  if (where.type === 'or') { const any = parts(); return (row) => any.some((test) => test(row)); }
  if (where.type === 'not') { const all = parts(); return (row) => !all.every((test) => test(row)); }
  const attribute = where.attribute ?? '';
  if (where.type === 'linkedWith' || where.type === 'notLinkedWith') {
    const ids = new Set(listOf(where.value).map(String));
    const has: Test = (row) => [...linkedIds(state, row, attribute)].some((id) => ids.has(id));
    return where.type === 'linkedWith' ? has : (row) => !has(row);
  }
  const compare = Object.hasOwn(COMPARE, where.type) ? COMPARE[where.type] : undefined;
  if (!compare) throw new Refusal(400, `Unknown where item type '${where.type}'.`);
  if (!isAttribute(state, type, attribute)) throw new Refusal(400, `Not existing attribute '${attribute}' in where.`);
  const wanted = where.type === 'isTrue' ? ['1'] : where.type === 'isFalse' ? ['0'] : listOf(where.value).map((value) => (TIMES.has(attribute) ? readTime(value) : fold(String(value))));
  if (NUMERIC.has(attribute) && wanted.length === 1 && /Than/.test(where.type)) {
    const limit = Number(wanted[0]);
    return (row) => { const value = Number(show(state, row, attribute)); return where.type.startsWith('greater') ? value > limit || (value === limit && where.type.endsWith('Equals')) : value < limit || (value === limit && where.type.endsWith('Equals')); };
  }
  const texts = textsOf(state, type, attribute);
  return (row) => compare(texts(row), wanted);
}

function linkedIds(state: State, row: Row, link: string): Iterable<string> {
  if (link === 'accounts') return row.accounts.keys();
  if (link === 'targetLists') return state.tables.TargetList.ordered('createdAt').filter((list) => list.members.has(row.id)).map((list) => list.id);
  const id = ENTITIES[row.type].links[`${link}Id`] || link === 'parent' ? row.values[`${link}Id`] : undefined;
  return typeof id === 'string' ? [id] : [];
}

/** The first condition that an index answers: which attribute has which values. */
export function lookUp(state: State, type: EntityType, wheres: readonly Where[]): { attribute: string; values: string[] } | undefined {
  const where = wheres.find(({ type: kind, attribute }) => (kind === 'equals' || kind === 'in') && attribute !== undefined && state.tables[type].indexed(attribute) && isAttribute(state, type, attribute));
  return where && { attribute: where.attribute as string, values: listOf(where.value).map(String) };
}

/** The condition that only sets the earliest modifiedAt, if there is one. */
export function modifiedFrom(wheres: readonly Where[]): { where: Where; from: string } | undefined {
  const where = wheres.find(({ type, attribute }) => attribute === 'modifiedAt' && (type === 'greaterThanOrEquals' || type === 'after' || type === 'greaterThan'));
  return where && { where, from: readTime(where.value) };
}
