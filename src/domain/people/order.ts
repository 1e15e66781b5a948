import { engagementAt } from '../engagement.ts';
import type { ValueColumn } from './column.ts';
import type { PeopleNow } from './field.ts';
import { slotsOf, type PeopleTable } from './table.ts';

export const PEOPLE_ORDERS = ['newest', 'name', 'company', 'fit', 'engagement', 'priority', 'value', 'touched', 'due'] as const;
export type PeopleOrder = (typeof PEOPLE_ORDERS)[number];

/** Compares names as the rep's language does. */
export type Collate = (a: string, b: string) => number;

/** A rank by slot: smaller comes first; Infinity = has no such value, and comes last either way. */
type Rank = (slot: number) => number;

/**
 * The slots of everybody in this order, `reversed` turns it round; who has no such value comes last either way, equals stand newest first.
 */
export function orderPeople(people: PeopleNow, order: PeopleOrder, reversed: boolean, collate: Collate): Uint32Array {
  const { table } = people;
  const slots = slotsOf(table);
  const { createdAt } = table.numbers;
  const turn = reversed ? -1 : 1;
  const rank = rankOf(people, order, collate);
  // the ranks as keys, so that the engine sorts numbers: a call for each comparison is several times slower
  const newest = slots.toSorted((a, b) => createdAt[b]! - createdAt[a]! || (table.ids[a]! < table.ids[b]! ? 1 : -1));
  if (order === 'newest') return reversed ? newest.toReversed() : newest;
  const keys = new Float64Array(newest.length);
  newest.forEach((slot, place) => {
    const value = rank(slot);
    keys[place] = value === Infinity ? value : turn * value;
  });
  const places = Uint32Array.from(newest.keys());
  places.sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b));
  return places.map((place) => newest[place]!);
}

function rankOf({ table, scores, priority, now }: PeopleNow, order: PeopleOrder, collate: Collate): Rank {
  const least = (value: number, absent: number): number => (value === absent ? Infinity : value);
  const most = (value: number, absent: number): number => (value === absent ? Infinity : -value);
  switch (order) {
    case 'newest': return () => 0;
    case 'name': return byText(table.texts.name, collate);
    case 'company': {
      const [company, name] = [byText(table.texts.company, collate), byText(table.texts.name, collate)];
      const names = table.texts.name.values.length + 1;
      return (slot) => company(slot) * names + Math.min(names - 1, name(slot));
    }
    // coverage breaks ties
    case 'fit': return (slot) => (scores.icp[slot] ? -(scores.fit[slot]! * 128 + scores.coverage[slot]!) : Infinity);
    case 'engagement': return (slot) => most(engagementAt(table.numbers.heat[slot]!, now), 0);
    case 'priority': return (slot) => (priority[slot] ? priority[slot]! * 128 - (scores.fit[slot] ?? 0) : Infinity);
    case 'value': return (slot) => most(table.numbers.dealValue[slot]!, -1);
    case 'touched': return (slot) => most(table.numbers.lastTouch[slot]!, 0);
    case 'due': return (slot) => least(table.numbers.nextDue[slot]!, 0);
  }
}

const ranks = new WeakMap<ValueColumn<string>, { collate: Collate; count: number; ranks: Float64Array }>();

/** The place of each distinct text among all; worked out once for as long as no new text comes. */
function byText(column: ValueColumn<string>, collate: Collate): Rank {
  const { values, codes } = column;
  let known = ranks.get(column);
  if (known?.collate !== collate || known.count !== values.length) {
    const sorted = Uint32Array.from(values.keys()).sort((a, b) => collate(values[a]!, values[b]!));
    const places = new Float64Array(values.length);
    let place = 0;
    sorted.forEach((code, at) => {
      // two spellings that the language takes for one are equal
      if (at > 0 && collate(values[sorted[at - 1]!]!, values[code]!) !== 0) place = at;
      places[code] = place;
    });
    ranks.set(column, known = { collate, count: values.length, ranks: places });
  }
  const { ranks: places } = known;
  return (slot) => (values[codes[slot]!] === '' ? Infinity : places[codes[slot]!]!);
}

/** How many people each value has, as choices of a filter. */
export function countValues(table: PeopleTable, column: ValueColumn<string> | ValueColumn<readonly string[]>): Map<string, number> {
  const perCode = new Uint32Array(column.values.length);
  for (const slot of slotsOf(table)) perCode[column.codes[slot]!]!++;
  const counts = new Map<string, number>();
  for (const [code, value] of column.values.entries()) {
    for (const name of typeof value === 'string' ? [value] : value) if (name !== '' && perCode[code]! > 0) counts.set(name, (counts.get(name) ?? 0) + perCode[code]!);
  }
  return counts;
}
