import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryAfter, retryAt } from '../../../src/domain/sync/backoff.ts';

test('each failure waits longer, never more than half an hour, never less than half of its turn', () => {
  expect([1, 2, 3, 20].map((tries) => retryAt(0, tries, 1))).toEqual([5_000, 10_000, 20_000, 1_800_000]);
  fc.assert(fc.property(fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }), (tries, chance) => {
    const wait = retryAt(0, tries, chance);
    expect(wait).toBeGreaterThanOrEqual(2_500);
    expect(wait).toBeLessThanOrEqual(1_800_000);
  }));
});

test('Retry-After is seconds or a date; nonsense says nothing; nobody makes us wait more than a day', () => {
  const now = Date.UTC(2026, 0, 1);
  expect(retryAfter('30', now)).toBe(now + 30_000);
  expect(retryAfter('Thu, 01 Jan 2026 00:01:00 GMT', now)).toBe(now + 60_000);
  expect(retryAfter('Wed, 31 Dec 2025 00:01:00 GMT', now)).toBe(now);
  expect(retryAfter('soon', now)).toBeUndefined();
  expect(retryAfter(null, now)).toBeUndefined();
  expect(retryAfter('99999999', now)).toBe(now + 86_400_000);
});
