import { engagementAt } from '../engagement.ts';
import { STAGES } from '../prospect.ts';
import { type Collate, collated, insertInto, placesOf } from './collate.ts';
import type { ValueColumn } from './column.ts';
import { type FilterField, type PeopleNow, readField } from './field.ts';
import { newestFirst } from './newest.ts';
import { slotsOf, type PeopleTable } from './table.ts';

export const PEOPLE_ORDERS = ['newest', 'name', 'company', 'fit', 'engagement', 'priority', 'value', 'touched', 'due'] as const;
/** One of the usual orders, or that of any field. */
export type PeopleOrder = (typeof PEOPLE_ORDERS)[number] | FilterField;

/** A rank by slot: smaller comes first; Infinity = has no such value, and comes last either way. */
type Rank = (slot: number) => number;

const SLOTS = 10_000;
/** More new texts than these are put in order with all others. */
const FEW = 300;

/**
 * The slots of everybody in this order, `reversed` turns it round; who has no such value comes last either way, equals stand newest first.
 * Yields often; the table must not change until it is done.
 */
export function* orderPeople(people: PeopleNow, order: PeopleOrder, reversed: boolean, collate: Collate): Generator<void, Uint32Array> {
  const newest = newestFirst(people.table);
  if (order === 'newest') return reversed ? newest.toReversed() : newest;
  yield;
  const rank = yield* rankOf(people, order, collate);
  const turn = reversed ? -1 : 1;
  const keys = new Float64Array(newest.length);
  for (let place = 0; place < newest.length; place++) {
    const value = rank(newest[place]!);
    keys[place] = value === Infinity ? value : turn * value;
    if (place % SLOTS === SLOTS - 1) yield;
  }
  return yield* byKeys(keys, newest);
}

/** Slots by ascending keys, equals as they stand: numbers are sorted by the engine alone, as a call for each comparison is several times slower. */
function* byKeys(keys: Float64Array, slots: Uint32Array): Generator<void, Uint32Array> {
  const distinct = keys.toSorted();
  yield;
  let count = 0;
  for (let at = 0; at < distinct.length; at++) if (at === 0 || distinct[at] !== distinct[count - 1]) distinct[count++] = distinct[at]!;
  const ranks = new Uint32Array(keys.length);
  const starts = new Uint32Array(count + 1);
  for (let at = 0; at < keys.length; at++) {
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (distinct[middle]! < keys[at]!) low = middle + 1;
      else high = middle;
    }
    ranks[at] = low;
    starts[low + 1]!++;
    if (at % SLOTS === SLOTS - 1) yield;
  }
  for (let rank = 0; rank < count; rank++) starts[rank + 1]! += starts[rank]!;
  const sorted = new Uint32Array(slots.length);
  for (let at = 0; at < slots.length; at++) sorted[starts[ranks[at]!]!++] = slots[at]!;
  return sorted;
}

function* rankOf(people: PeopleNow, order: PeopleOrder, collate: Collate): Generator<void, Rank> {
  const { table, scores, priority, now } = people;
  const { codes } = table.texts.stage;
  const least = (value: number, absent: number): number => (value === absent ? Infinity : value);
  const most = (value: number, absent: number): number => (value === absent ? Infinity : -value);
  // eslint-disable-next-line typescript/switch-exhaustiveness-check -- all others are ordered as fields are
  switch (order) {
    case 'newest': return () => 0;
    case 'name': return yield* byText(table.texts.name, collate);
    case 'company': {
      const company = yield* byText(table.texts.company, collate);
      const name = yield* byText(table.texts.name, collate);
      const names = table.texts.name.size + 1;
      return (slot) => company(slot) * names + Math.min(names - 1, name(slot));
    }
    // coverage breaks ties
    case 'fit': return (slot) => (scores.icp[slot] ? -(scores.fit[slot]! * 128 + scores.coverage[slot]!) : Infinity);
    case 'engagement': return (slot) => most(engagementAt(table.numbers.heat[slot]!, now), 0);
    case 'priority': return (slot) => (priority[slot] ? priority[slot]! * 128 - (scores.fit[slot] ?? 0) : Infinity);
    case 'value': return (slot) => most(table.numbers.dealValue[slot]!, -1);
    case 'touched': return (slot) => most(table.numbers.lastTouch[slot]!, 0);
    case 'due': case 'nextDue': return (slot) => least(table.numbers.nextDue[slot]!, 0);
    case 'stage': {
      const places = Array.from(table.texts.stage.values(), (stage) => (STAGES as readonly string[]).indexOf(stage));
      return (slot) => least(places[codes[slot]!]!, -1);
    }
    default: return yield* byField(people, order, collate);
  }
}

/** Names in the order of the language, numbers and moments the highest first. */
function* byField(people: PeopleNow, field: FilterField, collate: Collate): Generator<void, Rank> {
  const column = (people.table.texts as Record<string, ValueColumn<string> | undefined>)[field];
  if (column) return yield* byText(column, collate);
  const reading = readField(field, people);
  yield;
  if (!reading) return () => 0;
  if ('numberAt' in reading) {
    const { numberAt } = reading;
    return (slot) => { const value = numberAt(slot); return Number.isNaN(value) ? Infinity : -value; };
  }
  const text = (names: readonly string[]): string => names.join(', ');
  if ('column' in reading) {
    const { codes } = reading.column;
    const texts = Array.from(reading.namesOf(), text);
    const places = yield* placesOf(yield* collated(texts, collate), texts, collate);
    return (slot) => (texts[codes[slot]!] === '' ? Infinity : places[codes[slot]!]!);
  }
  const { namesAt } = reading;
  const numbers = new Map<string, number>();
  for (const slot of slotsOf(people.table)) numbers.set(text(namesAt(slot)), 0);
  [...numbers.keys()].toSorted(collate).forEach((one, at) => numbers.set(one, one === '' ? Infinity : at));
  return (slot) => numbers.get(text(namesAt(slot))) ?? Infinity;
}

const kept = new WeakMap<ValueColumn<string>, { collate: Collate; sorted: Uint32Array; places: Uint32Array }>();

/** The place of each distinct text among all; worked out once, and again when many new texts have come. */
function* byText(column: ValueColumn<string>, collate: Collate): Generator<void, Rank> {
  let known = kept.get(column);
  if (known?.collate !== collate || known.sorted.length !== column.size) {
    const texts = [...column.values()];
    yield;
    const sorted = known?.collate === collate && texts.length - known.sorted.length < FEW ? insertInto(known.sorted, texts, collate) : yield* collated(texts, collate);
    kept.set(column, known = { collate, sorted, places: yield* placesOf(sorted, texts, collate) });
  }
  const { places } = known;
  const { codes } = column;
  // the empty text has code 0
  return (slot) => (codes[slot] === 0 ? Infinity : places[codes[slot]!]!);
}

/** How many people each value has, as choices of a filter. */
export function countValues(table: PeopleTable, column: ValueColumn<string> | ValueColumn<readonly string[]>): Map<string, number> {
  const perCode = new Uint32Array(column.size);
  const { codes } = column;
  for (let slot = 0; slot < table.ids.length; slot++) if (table.ids[slot] !== '') perCode[codes[slot]!]!++;
  const counts = new Map<string, number>();
  let code = 0;
  for (const value of column.values()) {
    for (const name of typeof value === 'string' ? [value] : value) if (name !== '' && perCode[code]! > 0) counts.set(name, (counts.get(name) ?? 0) + perCode[code]!);
    code++;
  }
  return counts;
}
