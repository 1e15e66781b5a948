import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_PRIVACY, dueOf, monthsAfter, privacyOf, reviewDue } from '../../src/domain/retention.ts';

test('due is counted from the capture alone, and moved by nothing but a review that kept them', () => {
  const at = Date.UTC(2026, 0, 31, 12);
  expect(new Date(monthsAfter(at, 1)).toISOString()).toBe('2026-02-28T12:00:00.000Z');
  expect(new Date(reviewDue({ createdAt: at }, 24)).toISOString()).toBe('2028-01-31T12:00:00.000Z');
  const moved = { basis: 'consent' as const, note: 'n', at: 1 };
  expect(reviewDue({ createdAt: at, lawful: moved }, 24)).toBe(reviewDue({ createdAt: at }, 24));
  expect(reviewDue({ createdAt: at, lawful: { ...moved, keepUntil: at + 1e12 } }, 24)).toBe(at + 1e12);
  // looked at early: nobody is due before they would have been
  expect(reviewDue({ createdAt: at, lawful: { ...moved, keepUntil: at } }, 24)).toBe(reviewDue({ createdAt: at }, 24));
  expect(reviewDue({ createdAt: at }, 0)).toBe(Infinity);
});

test('a month later is what the calendar says', () => {
  fc.assert(fc.property(fc.integer({ min: -2e12, max: 8e12 }), fc.integer({ min: 0, max: 120 }), (at, months) => {
    const date = new Date(at);
    const wanted = new Date(at);
    wanted.setUTCDate(1);
    wanted.setUTCMonth(wanted.getUTCMonth() + months);
    const last = new Date(Date.UTC(wanted.getUTCFullYear(), wanted.getUTCMonth() + 1, 0)).getUTCDate();
    wanted.setUTCDate(Math.min(date.getUTCDate(), last));
    expect(monthsAfter(at, months)).toBe(wanted.getTime());
  }), { numRuns: 500 });
});

test('more months are never earlier, and a line of the index says what the row says', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 1, max: 119 }), fc.option(fc.integer({ min: 1, max: 4e12 }), { nil: undefined }), (at, months, keepUntil) => {
    expect(monthsAfter(at, months + 1)).toBeGreaterThan(monthsAfter(at, months));
    expect(dueOf(at, months, keepUntil ?? 0)).toBe(reviewDue({ createdAt: at, ...(keepUntil === undefined ? {} : { lawful: { basis: 'consent', note: '', at: 1, keepUntil } }) }, months));
  }));
});

test('a setting that is no sound one is as by default', () => {
  for (const wrong of [null, 'x', [], { keepMonths: -1, undoMinutes: 1.5, basis: 'because', note: 3 }, { keepMonths: 1e9 }]) expect(privacyOf(wrong)).toEqual(DEFAULT_PRIVACY);
  expect(privacyOf({ basis: 'consent', note: 'x', keepMonths: 0, undoMinutes: 0 })).toEqual({ basis: 'consent', note: 'x', keepMonths: 0, undoMinutes: 0 });
});
