import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverOf, HEADCOUNT_BANDS, pressBand, REVENUE_BANDS, type Bounds } from '../../src/domain/size-band.ts';

const band = (at: number): Bounds => HEADCOUNT_BANDS[at]!;
const pressed = (bounds: Bounds, bands = HEADCOUNT_BANDS): number[] => bands.flatMap((one, at) => (coverOf(bounds, one) === 'all' ? [at] : []));

describe('bands of a size', () => {
  test('are pressed into bounds, and out of them again', () => {
    expect(pressBand({}, band(2), HEADCOUNT_BANDS)).toEqual({ min: 51, max: 200 });
    expect(pressBand({ min: 51, max: 200 }, band(4), HEADCOUNT_BANDS)).toEqual({ min: 51, max: 1_000 });
    expect(pressBand({ min: 51, max: 1_000 }, band(2), HEADCOUNT_BANDS)).toEqual({ min: 201, max: 1_000 });
    expect(pressBand({ min: 51, max: 1_000 }, band(4), HEADCOUNT_BANDS)).toEqual({ min: 51, max: 500 });
    expect(pressBand({ min: 51, max: 1_000 }, band(3), HEADCOUNT_BANDS)).toEqual({ min: 201, max: 500 });
    expect(pressBand({ min: 51, max: 200 }, band(2), HEADCOUNT_BANDS)).toEqual({});
  });

  test('the last one is open at the top', () => {
    expect(pressBand({ min: 201, max: 500 }, band(7), HEADCOUNT_BANDS)).toEqual({ min: 201 });
    expect(pressed({ min: 201 })).toEqual([3, 4, 5, 6, 7]);
  });

  test('a band that the bounds cut is there in part, and a shared edge is not', () => {
    expect(coverOf({ min: 100, max: 300 }, band(2))).toBe('part');
    expect(coverOf({ min: 1e6, max: 1e7 }, REVENUE_BANDS[2]!)).toBe('none');
    expect(coverOf({ min: 1e7, max: 5e7 }, REVENUE_BANDS[1]!)).toBe('none');
    expect(coverOf({}, band(0))).toBe('none');
  });

  test('what was pressed is what stands there: never a gap, never an end before its beginning', () => {
    fc.assert(fc.property(fc.constantFrom(HEADCOUNT_BANDS, REVENUE_BANDS), fc.array(fc.nat(7), { maxLength: 12 }), (bands, presses) => {
      let bounds: Bounds = {};
      for (const press of presses) {
        const one = bands[press % bands.length]!;
        const was = coverOf(bounds, one);
        bounds = pressBand(bounds, one, bands);
        const now = pressed(bounds, bands);
        expect(now).toEqual(now.map((_, at) => now[0]! + at));
        expect((bounds.min ?? 0) <= (bounds.max ?? Infinity)).toBe(true);
        if (was !== 'all') expect(coverOf(bounds, one)).toBe('all');
      }
    }));
  });
});
