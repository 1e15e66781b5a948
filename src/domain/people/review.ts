import { DEFAULT_PRIVACY, dueOf } from '../retention.ts';
import type { PeopleNow } from './field.ts';
import { slotsOf } from './table.ts';

/** When somebody is due for review, epoch ms; Infinity = never. */
export function reviewAt({ table: { numbers }, keepMonths = DEFAULT_PRIVACY.keepMonths }: Pick<PeopleNow, 'table' | 'keepMonths'>, slot: number): number {
  return dueOf(numbers.createdAt[slot]!, keepMonths, numbers.keepUntil[slot]!);
}

/** Slots of those who are due for review now, who has waited longest first. */
export function dueForReview(people: Pick<PeopleNow, 'table' | 'keepMonths' | 'now'>): Uint32Array {
  return slotsOf(people.table).filter((slot) => reviewAt(people, slot) <= people.now).toSorted((a, b) => reviewAt(people, a) - reviewAt(people, b));
}
