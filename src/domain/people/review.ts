import { DEFAULT_PRIVACY, dueOf } from '../retention.ts';
import type { PeopleNow } from './field.ts';
import { slotsOf } from './table.ts';

/** When somebody is due for review, epoch ms; Infinity = never. */
export function reviewAt({ table: { numbers }, keepMonths = DEFAULT_PRIVACY.keepMonths }: Pick<PeopleNow, 'table' | 'keepMonths'>, slot: number): number {
  return dueOf(numbers.createdAt[slot]!, keepMonths, numbers.keepUntil[slot]!);
}

/** Slots are counted below this. */
const SLOTS = 2 ** 20;

/** Slots of those who are due for review now, who has waited longest (to the second) first. */
export function dueForReview(people: Pick<PeopleNow, 'table' | 'keepMonths' | 'now'>): Uint32Array {
  const due: number[] = [];
  for (const slot of slotsOf(people.table)) {
    const at = reviewAt(people, slot);
    // second and slot as one number: those are sorted without a comparison, which counts when everybody is due
    if (at <= people.now) due.push(Math.floor(at / 1_000) * SLOTS + slot);
  }
  return Uint32Array.from(Float64Array.from(due).sort(), (one) => one - Math.floor(one / SLOTS) * SLOTS);
}
