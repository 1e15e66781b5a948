import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilson } from '../../src/domain/wilson.ts';

test('the interval is the one that tables of it have', () => {
  for (const [hits, count, low, high] of [[0, 10, 0, 0.2775], [10, 10, 0.7225, 1], [1, 10, 0.0179, 0.4042], [5, 20, 0.1119, 0.4687], [50, 100, 0.4038, 0.5962]] as const) {
    expect(wilson(hits, count).low).toBeCloseTo(low, 3);
    expect(wilson(hits, count).high).toBeCloseTo(high, 3);
  }
});

test('nothing tried is nothing known', () => { expect(wilson(0, 0)).toEqual({ share: 0, low: 0, high: 1 }); });

test('it lies within 0 and 1, holds the share, mirrors, and narrows with more of the same', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 5_000 }).chain((count) => fc.tuple(fc.constant(count), fc.nat(count))), ([count, hits]) => {
    const { share, low, high } = wilson(hits, count);
    const mirrored = wilson(count - hits, count), more = wilson(hits * 4, count * 4);
    expect(low >= 0 && low <= share && share <= high && high <= 1).toBe(true);
    expect(mirrored.low).toBeCloseTo(1 - high, 9);
    expect(more.high - more.low).toBeLessThan(high - low);
  }));
});
