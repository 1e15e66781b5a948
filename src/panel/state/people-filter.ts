import { signal } from '@preact/signals';
import type { PeopleNow } from '../../domain/people/field.ts';
import { compileSegment } from '../../domain/people/filter.ts';
import type { PeopleOrder } from '../../domain/people/order.ts';
import type { Condition, Segment, SegmentFilter } from '../../domain/segment.ts';

/** What the people list is narrowed to: what was typed, the three quick choices ('' = any), a saved segment, and conditions that are being tried. */
export interface PeopleFilter {
  text: string;
  stage: string;
  list: string;
  tag: string;
  segment: string;
  tried: SegmentFilter;
}

export const NO_CONDITIONS: SegmentFilter = { match: 'all', conditions: [] };
export const NO_FILTER: PeopleFilter = { text: '', stage: '', list: '', tag: '', segment: '', tried: NO_CONDITIONS };

/** What the rep was looking at: coming back from a person's page finds it as it was left. */
export const filter = signal<PeopleFilter>(NO_FILTER);
export const sorting = signal<{ order: PeopleOrder; reversed: boolean }>({ order: 'newest', reversed: false });
export const chosen = signal<ReadonlySet<string>>(new Set());
export const mode = signal<'list' | 'map'>('list');

/** Is the list narrowed at all? */
export function isFiltering({ text, stage, list, tag, segment, tried }: PeopleFilter): boolean {
  return text.trim() !== '' || [stage, list, tag, segment].some((one) => one !== '') || tried.conditions.length > 0;
}

/** Those of the slots that the filter leaves, in their order; what was typed is not looked at. */
export function narrowed(slots: Uint32Array, people: PeopleNow, { stage, list, tag, segment, tried }: Omit<PeopleFilter, 'text'>, segments: readonly Segment[]): Uint32Array {
  const quick = ([['stage', stage], ['lists', list], ['tags', tag]] as const).flatMap(([field, value]): Condition[] => (value === '' ? [] : [{ field, is: 'any-of', values: [value] }]));
  const saved = segments.find(({ id }) => id === segment)?.filter ?? NO_CONDITIONS;
  const tests = [{ match: 'all' as const, conditions: quick }, saved, tried].filter(({ conditions }) => conditions.length > 0).map((one) => compileSegment(one, people));
  return tests.length === 0 ? slots : slots.filter((slot) => tests.every((test) => test(slot)));
}

/** How many people a segment has. */
export function countSegment(slots: Uint32Array, people: PeopleNow, { filter: wanted }: Pick<Segment, 'filter'>): number {
  const test = compileSegment(wanted, people);
  let count = 0;
  for (const slot of slots) if (test(slot)) count++;
  return count;
}
