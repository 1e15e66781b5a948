import { headcountOf, revenueOf } from '../band.ts';
import { engagementAt } from '../engagement.ts';
import { placeOf } from '../place.ts';
import type { Condition } from '../segment.ts';
import { DEPARTMENTS, SENIORITIES } from '../title.ts';
import type { ValueColumn } from './column.ts';
import { reviewAt } from './review.ts';
import type { NumberColumn, SetColumn, TextColumn } from './row.ts';
import type { BestScores } from './scores.ts';
import type { PeopleTable } from './table.ts';

/** What a field of a filter is: one of a few names, several of them, free text, a number, a moment. */
export type FieldKind = 'choice' | 'names' | 'text' | 'number' | 'time';

/** The table with what was computed of it, at a moment. `priority` is 1..4 = P1..P4 by slot. */
export interface PeopleNow {
  table: PeopleTable;
  scores: BestScores;
  priority: Uint8Array;
  /** Ids of the ICPs that `scores` counts. */
  icps: readonly string[];
  now: number;
  /** How long people are kept (see retention.ts); absent = as by default. */
  keepMonths?: number;
}

/** How a field is read: `column` holds it, whose distinct values `namesOf` gives as names by code, all or those from a code on; the others are read slot by slot. */
export type FieldReading =
  | { kind: 'choice' | 'names' | 'text'; column: Pick<ValueColumn<unknown>, 'codes' | 'size'>; namesOf: (from?: number) => Iterable<readonly string[]> }
  | { kind: 'choice' | 'names'; namesAt: (slot: number) => readonly string[] }
  /** NaN = not known. */
  | { kind: 'number' | 'time'; numberAt: (slot: number) => number };

type Read = (people: PeopleNow) => FieldReading;
/** What one slot has, where reading the whole field costs more: names, or a number that is NaN when it is not known. */
type At = (people: PeopleNow, slot: number) => readonly string[] | number;
interface FieldOf {
  kind: FieldKind;
  read: Read;
  at?: At;
}

const one = (kind: 'choice' | 'text', column: TextColumn): FieldOf => ({
  kind, read: ({ table: { texts: { [column]: of } } }) => ({ kind, column: of, namesOf: (from) => mapped(of.values(from), (text) => (text === '' ? [] : [text])) }),
  at: ({ table }, slot) => { const text = table.texts[column].get(slot); return text === '' ? [] : [text]; },
});
const several = (column: SetColumn): FieldOf => ({ kind: 'names', at: ({ table }, slot) => table.sets[column].get(slot), read: ({ table: { sets: { [column]: of } } }) => ({ kind: 'names', column: of, namesOf: (from) => of.values(from) }) });
const number = (column: NumberColumn, absent = 0): FieldOf => ({
  kind: 'number', read: ({ table }) => ({ kind: 'number', numberAt: (slot) => (table.numbers[column][slot] === absent ? Number.NaN : table.numbers[column][slot]!) }),
});
const time = (column: NumberColumn): FieldOf => ({ ...number(column), kind: 'time' });
const named = (column: NumberColumn, names: readonly string[]): FieldOf => ({
  kind: 'names', read: ({ table }) => ({ kind: 'names', namesAt: (slot) => names.filter((_, at) => ((table.numbers[column][slot]! >>> at) & 1) === 1) }),
});
const band = (column: TextColumn, spanOf: typeof headcountOf): FieldOf => ({
  kind: 'number', at: ({ table }, slot) => spanOf(table.texts[column].get(slot))?.min ?? Number.NaN, read: ({ table }) => {
    // the lower end: "at least 50" is sure for 51-200
    const { codes, values } = table.texts[column];
    const from = Array.from(values(), (text) => spanOf(text)?.min ?? Number.NaN);
    return { kind: 'number', numberAt: (slot) => from[codes[slot]!]! };
  },
});

/** All fields that lists can be narrowed by, in the order they are offered. `custom:<name>` stands for the rep's own fields. */
export const FILTER_FIELDS = {
  stage: one('choice', 'stage'), priority: { kind: 'choice', read: ({ priority }) => ({ kind: 'choice', namesAt: (slot) => (priority[slot] ? [`P${priority[slot]}`] : []) }) },
  fit: { kind: 'number', read: ({ scores }) => ({ kind: 'number', numberAt: (slot) => (scores.icp[slot] ? scores.fit[slot]! : Number.NaN) }) },
  coverage: { kind: 'number', read: ({ scores }) => ({ kind: 'number', numberAt: (slot) => (scores.icp[slot] ? scores.coverage[slot]! : Number.NaN) }) },
  engagement: { kind: 'number', read: ({ table, now }) => ({ kind: 'number', numberAt: (slot) => Math.round(engagementAt(table.numbers.heat[slot]!, now)) }) },
  icp: { kind: 'choice', read: ({ scores, icps }) => ({ kind: 'choice', namesAt: (slot) => icps.slice(scores.icp[slot]! - 1, scores.icp[slot]!) }) },
  persona: one('choice', 'personaId'), tags: several('tags'), lists: several('lists'), signals: several('signals'),
  seniority: named('seniorities', SENIORITIES), department: named('departments', DEPARTMENTS),
  title: one('text', 'title'), headline: one('text', 'headline'), name: one('text', 'name'), about: one('text', 'about'),
  company: one('text', 'company'), industry: one('text', 'industry'), headcount: band('headcount', headcountOf), revenue: band('revenue', revenueOf), model: one('text', 'model'), tech: several('tech'), tier: number('tier'),
  location: one('text', 'location'),
  country: { kind: 'names', at: ({ table }, slot) => placeOf(table.texts.location.get(slot)).countries, read: ({ table: { texts: { location } } }) => ({ kind: 'names', column: location, namesOf: (from) => mapped(location.values(from), (text) => placeOf(text).countries) }) },
  committee: one('choice', 'committee'), kind: one('choice', 'kind'), lead: one('choice', 'lead'), leadSource: one('choice', 'leadSource'), campaign: one('choice', 'campaign'),
  channel: one('choice', 'channel'), reach: several('reach'), aside: one('choice', 'aside'), importId: one('choice', 'importId'),
  bant: { kind: 'number', read: ({ table }) => ({ kind: 'number', numberAt: (slot) => answered(table.numbers.bant[slot]!) }) },
  qualified: { kind: 'number', read: ({ table }) => ({ kind: 'number', numberAt: (slot) => table.numbers.qualified[slot]! }) },
  dealValue: number('dealValue', -1), lifetimeValue: number('lifetimeValue', -1), touches: { kind: 'number', read: ({ table }) => ({ kind: 'number', numberAt: (slot) => table.numbers.touches[slot]! }) },
  unanswered: { kind: 'number', read: ({ table }) => ({ kind: 'number', numberAt: (slot) => table.numbers.unanswered[slot]! }) }, doNotContact: time('doNotContact'),
  lastTouch: time('lastTouch'), lastIn: time('lastIn'), nextDue: time('nextDue'), resumeAt: time('resumeAt'), qualifiedAt: time('qualifiedAt'), lawful: one('choice', 'lawful'), reviewDue: { kind: 'time', read: (people) => ({ kind: 'time', numberAt: (slot) => finite(reviewAt(people, slot)) }) }, createdAt: time('createdAt'), updatedAt: time('updatedAt'),
} as const satisfies Record<string, FieldOf>;

export type FilterField = keyof typeof FILTER_FIELDS;
const CUSTOM = 'custom:';

/** How a field can be compared. */
export const COMPARISONS: Record<FieldKind, readonly Condition['is'][]> = {
  choice: ['any-of', 'none-of', 'known', 'unknown'], names: ['any-of', 'none-of', 'known', 'unknown'], text: ['contains', 'any-of', 'none-of', 'known', 'unknown'],
  number: ['at-least', 'at-most', 'known', 'unknown'], time: ['within-days', 'before-days', 'known', 'unknown'],
};

/** The kind of a field; null for one that there is not. */
export function kindOf(field: string): FieldKind | null {
  if (field.startsWith(CUSTOM)) return 'text';
  return Object.hasOwn(FILTER_FIELDS, field) ? FILTER_FIELDS[field as FilterField].kind : null;
}

/** How a field is read of these people; null for one that there is not. */
export function readField(field: string, people: PeopleNow): FieldReading | null {
  if (field.startsWith(CUSTOM)) {
    const { custom } = people.table.texts;
    const name = field.slice(CUSTOM.length);
    return { kind: 'text', column: custom, namesOf: (from) => mapped(custom.values(from), (text) => Object.entries(text === '' ? {} : JSON.parse(text) as { [name: string]: string }).flatMap(([own, value]) => (own === name ? [value] : []))) };
  }
  const read: Read | undefined = Object.hasOwn(FILTER_FIELDS, field) ? FILTER_FIELDS[field as FilterField].read : undefined;
  return read?.(people) ?? null;
}

/** What somebody has in a field: names, or a number that is NaN when it is not known. */
export function fieldAt(field: FilterField, people: PeopleNow, slot: number): readonly string[] | number {
  const { read, at }: FieldOf = FILTER_FIELDS[field];
  if (at) return at(people, slot);
  const reading = read(people);
  if ('numberAt' in reading) return reading.numberAt(slot);
  if ('namesAt' in reading) return reading.namesAt(slot);
  for (const names of reading.namesOf(reading.column.codes[slot])) return names;
  return [];
}

function* mapped<T, N>(values: Iterable<T>, name: (value: T) => N): Generator<N, void> {
  for (const value of values) yield name(value);
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

function answered(bits: number): number {
  return [0, 2, 4, 6].filter((at) => ((bits >>> at) & 3) !== 0).length;
}
