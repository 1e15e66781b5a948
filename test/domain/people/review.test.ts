import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueForReview } from '../../../src/domain/people/review.ts';
import { personRow } from '../../../src/domain/people/row.ts';
import { peopleTable } from '../../../src/domain/people/table.ts';
import { reviewDue } from '../../../src/domain/retention.ts';
import { prospectOf } from '../prospect-of.ts';

test('those due are the ones whose rows say so, who has waited longest first', () => {
  fc.assert(fc.property(fc.array(fc.record({ createdAt: fc.integer({ min: 1, max: 4e12 }), keepUntil: fc.option(fc.integer({ min: 1, max: 4e12 }), { nil: undefined }) }), { maxLength: 20 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 4e12 }), (all, keepMonths, now) => {
    const people = all.map(({ createdAt, keepUntil }, at) => prospectOf({ id: `p${at}`, createdAt, ...(keepUntil === undefined ? {} : { lawful: { basis: 'consent', note: '', at: 1, keepUntil } }) }));
    const table = peopleTable();
    for (const one of people) table.put(personRow(one, { followUps: [], touches: [] }));
    const due = people.filter((one) => reviewDue(one, keepMonths) <= now);
    const found = Array.from(dueForReview({ table, keepMonths, now }), (slot) => people.find(({ id }) => id === table.ids[slot])!);
    expect(new Set(found)).toEqual(new Set(due));
    const times = found.map((one) => Math.floor(reviewDue(one, keepMonths) / 1_000));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }));
});
