import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recurrence } from '../../src/domain/activity.ts';
import { nextOccurrence } from '../../src/domain/recurrence.ts';
import { instantsOf, isoDay, isoTime, wallAt, weekday } from '../../src/domain/wall-time.ts';

const at = (text: string, zone = 'Europe/Berlin'): number => {
  const [year, month, day, hour, minute] = text.split(/\D/).map(Number) as [number, number, number, number, number];
  return instantsOf({ year, month, day, hour, minute }, zone)[0];
};

/** The next few, each from the one before, as local days with their time when it is not nine. */
function next(repeat: Recurrence, from: string, count: number, zone = 'Europe/Berlin'): string {
  const anchor = at(from, zone);
  const found: string[] = [];
  let last: number | null = anchor;
  while (found.length < count && (last = nextOccurrence({ ...repeat, from: anchor }, last, zone, { dueAt: last })) !== null) {
    const wall = wallAt(last, zone);
    found.push(isoDay(wall).slice(2) + (isoTime(wall) === '09:00' ? '' : ` ${isoTime(wall)}`));
  }
  return found.join(', ');
}

describe('what comes again', () => {
  it.each<[string, Recurrence, string, string]>([
    ['each day', { every: 1, unit: 'day' }, '2026-12-30 09:00', '26-12-31, 27-01-01, 27-01-02'],
    ['each third day', { every: 3, unit: 'day' }, '2028-02-27 09:00', '28-03-01, 28-03-04, 28-03-07'],
    ['each working day', { every: 1, unit: 'workday' }, '2026-11-26 09:00', '26-11-27, 26-11-30, 26-12-01'],
    ['each fifth working day', { every: 5, unit: 'workday' }, '2026-11-27 09:00', '26-12-04, 26-12-11, 26-12-18'],
    ['each working day, from a Saturday', { every: 1, unit: 'workday' }, '2026-11-28 09:00', '26-11-30, 26-12-01, 26-12-02'],
    ['each week', { every: 1, unit: 'week' }, '2026-11-24 09:00', '26-12-01, 26-12-08, 26-12-15'],
    ['each second Tuesday and Thursday', { every: 2, unit: 'week', weekdays: [4, 2] }, '2026-11-24 09:00', '26-11-26, 26-12-08, 26-12-10'],
    ['each second Sunday: a week ends with it', { every: 2, unit: 'week', weekdays: [1, 7] }, '2026-11-22 09:00', '26-11-30, 26-12-06, 26-12-14'],
    ['the 31st of each month', { every: 1, unit: 'month', monthDay: 31 }, '2027-12-31 09:00', '28-01-31, 28-02-29, 28-03-31'],
    ['the 31st again after a short month', { every: 1, unit: 'month', monthDay: 31 }, '2027-02-28 09:00', '27-03-31, 27-04-30, 27-05-31'],
    ['each quarter', { every: 3, unit: 'month' }, '2026-11-30 09:00', '27-02-28, 27-05-30, 27-08-30'],
    ['each 29 February', { every: 1, unit: 'year' }, '2028-02-29 09:00', '29-02-28, 30-02-28, 31-02-28, 32-02-29'],
    ['until a day', { every: 1, unit: 'day', until: at('2026-11-26 09:00') }, '2026-11-24 09:00', '26-11-25, 26-11-26'],
  ])('%s', (_name, repeat, from, expected) => expect(next(repeat, from, expected.split(', ').length + (repeat.until ? 1 : 0))).toBe(expected));

  it.each<[string, Recurrence, string, string, string]>([
    ['a time that clocks jump over comes later that day, and where it was the day after', { every: 1, unit: 'day' }, 'Europe/Berlin', '2026-03-27 02:30', '26-03-28 02:30, 26-03-29 03:30, 26-03-30 02:30'],
    ['a time that comes twice comes once', { every: 1, unit: 'day' }, 'Europe/Berlin', '2026-10-24 02:30', '26-10-25 02:30, 26-10-26 02:30'],
    ['half an hour at Lord Howe', { every: 1, unit: 'day' }, 'Australia/Lord_Howe', '2026-10-03 02:15', '26-10-04 02:45, 26-10-05 02:15'],
    ['nine stays nine when clocks change', { every: 1, unit: 'week' }, 'America/Santiago', '2026-08-31 09:00', '26-09-07, 26-09-14'],
    ['a day that a country left out', { every: 1, unit: 'day' }, 'Pacific/Apia', '2011-12-29 09:00', '11-12-31, 12-01-01'],
  ])('%s', (_name, repeat, zone, from, expected) => expect(next(repeat, from, expected.split(', ').length, zone)).toBe(expected));

  it('does not pile up: after nine days asleep it comes once', () => {
    const dueAt = at('2026-11-02 09:00');
    expect(nextOccurrence({ every: 1, unit: 'day' }, at('2026-11-11 10:00'), 'Europe/Berlin', { dueAt })).toBe(at('2026-11-12 09:00'));
  });
  it('is counted from where it began, also when one was put off', () => {
    const repeat: Recurrence = { every: 1, unit: 'week', from: at('2026-11-24 09:00') };
    expect(nextOccurrence(repeat, at('2026-11-26 16:00'), 'Europe/Berlin', { dueAt: at('2026-11-26 15:00') })).toBe(at('2026-12-01 09:00'));
  });
  it.each([0, -1, 1.5, NaN, Infinity, 1e15])('every %s is no recurrence', (every) => expect(nextOccurrence({ every, unit: 'day' }, 0, 'UTC', { dueAt: 0 })).toBeNull());

  it('is always later, on a day that fits, with none left out, in any zone', () => {
    const repeats = fc.record({
      every: fc.integer({ min: 1, max: 60 }), unit: fc.constantFrom('day', 'workday', 'week', 'month', 'year'), weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), monthDay: fc.integer({ min: 1, max: 31 }),
    }) as fc.Arbitrary<Recurrence>;
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Africa/Casablanca', 'America/St_Johns');
    fc.assert(fc.property(repeats, zones, fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) }), fc.integer({ min: -400, max: 4_000 }), (repeat, zone, dueAt, days) => {
      const after = dueAt + days * 86_400_000;
      const found = nextOccurrence(repeat, after, zone, { dueAt })!;
      expect(found).toBeGreaterThan(after);
      expect(found).toBeGreaterThanOrEqual(dueAt);
      if (found !== dueAt && repeat.unit === 'week') expect(repeat.weekdays).toContain(weekday(wallAt(found, zone)));
      if (found !== dueAt && repeat.unit === 'workday') expect(weekday(wallAt(found, zone))).toBeLessThan(6);
      // nothing between: asked at any moment before it, it is still the next
      const between = after + Math.floor((found - after) * 0.7);
      if (between < found) expect(nextOccurrence(repeat, between, zone, { dueAt })).toBe(found);
    }));
  });
});
