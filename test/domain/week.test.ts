import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBusinessDay } from '../../src/domain/business-day.ts';
import { snoozes } from '../../src/domain/snooze.ts';
import { addDays, instantsOf, isoDay, wallAt, weekday } from '../../src/domain/wall-time.ts';
import { byRegion, checkWeek, daysOfWeek, daysToWeekend, intoWeek, lastWorkday, MONDAY_WEEK, weekOf, type Week } from '../../src/domain/week.ts';
import { parseWhen } from '../../src/domain/when.ts';

const SUNDAY: Week = { firstDay: 7, weekend: [6, 7] };
const EGYPT: Week = { firstDay: 6, weekend: [5, 6] };
const IRAN: Week = { firstDay: 6, weekend: [5] };
const said = (words: string, day: string, week: Week): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const when = parseWhen(words, instantsOf({ year, month, day: date, hour: 8, minute: 0 }, 'UTC')[0], 'UTC', { week });
  return 'error' in when ? when.error : when.day;
};

describe('words of the calendar', () => {
  // 22 November 2026 is a Sunday
  test.each<[string, string, Week, string]>([
    ['next week', '2026-11-22', MONDAY_WEEK, '2026-11-23'], ['next week', '2026-11-22', SUNDAY, '2026-11-30'], ['next week', '2026-11-21', SUNDAY, '2026-11-23'], ['next week', '2026-11-24', EGYPT, '2026-11-29'], ['next week', '2026-11-24', IRAN, '2026-11-28'],
    ['next tue', '2026-11-22', MONDAY_WEEK, '2026-11-24'], ['next tue', '2026-11-22', SUNDAY, '2026-12-01'], ['next sun', '2026-11-24', SUNDAY, '2026-11-29'], ['next sun', '2026-11-24', MONDAY_WEEK, '2026-12-06'],
    ['eow', '2026-11-22', SUNDAY, '2026-11-27'], ['eow', '2026-11-22', MONDAY_WEEK, '2026-11-27'], ['eow', '2026-11-24', EGYPT, '2026-11-26'], ['eow', '2026-11-27', EGYPT, '2026-12-03'], ['eow', '2026-11-28', IRAN, '2026-12-03'],
    ['weekend', '2026-11-24', EGYPT, '2026-11-27'], ['weekend', '2026-11-28', EGYPT, '2026-12-04'], ['weekend', '2026-11-22', SUNDAY, '2026-11-28'],
    ['in 3 business days', '2026-11-24', EGYPT, '2026-11-29'], ['in 3 business days', '2026-11-24', IRAN, '2026-11-28'], ['next month', '2026-11-24', { firstDay: 1, weekend: [2] }, '2026-12-02'],
  ])('%s on %s in the week %j is %s', (words, day, week, expected) => expect(said(words, day, week)).toBe(expected));

  test('the next week of what is put off begins on its first working day', () => {
    const on = (week: Week): string => isoDay(wallAt(snoozes(Date.parse('2026-11-22T08:00:00Z'), 'UTC', week).find(({ id }) => id === 'week')?.dueAt ?? 0, 'UTC'));
    expect(on(SUNDAY)).toBe('2026-11-30');
    // it is tomorrow, which stands there already
    expect(on(MONDAY_WEEK)).toBe('1970-01-01');
    expect(on(EGYPT)).toBe('2026-11-29');
  });
});

test.each([['en-US', 7], ['en-GB', 1], ['de', 1], ['pt-BR', 7], ['ar-EG', 6], ['fa', 6], ['', 1], ['no locale at all', 1]])('the week of %s begins on day %i', (locale, day) => {
  expect(weekOf(locale).firstDay).toBe(day);
});

test('the table agrees with what is known of regions', () => {
  expect([byRegion('US'), byRegion('DE'), byRegion('EG'), byRegion('IR')]).toEqual([SUNDAY, MONDAY_WEEK, EGYPT, IRAN]);
});

test('what is stored and is no week is none', () => {
  expect([null, {}, { firstDay: 0, weekend: [] }, { firstDay: 1 }, { firstDay: 1, weekend: [1, 2, 3, 4, 5, 6, 7] }, { firstDay: 1, weekend: 'x' }].map(checkWeek)).toEqual([null, null, null, null, null, null]);
  expect(checkWeek({ firstDay: 7, weekend: [6, 9, 6] })).toEqual({ firstDay: 7, weekend: [6] });
});

test('in every week the days are counted alike', () => {
  const anyWeek = fc.record({ firstDay: fc.integer({ min: 1, max: 7 }), weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }).map((days) => days.toSorted((a, b) => a - b)) });
  fc.assert(fc.property(anyWeek, fc.integer({ min: 0, max: 400 }), (week, later) => {
    const day = addDays({ year: 2026, month: 1, day: 1, hour: 0, minute: 0 }, later);
    expect(daysOfWeek(week)[intoWeek(weekday(day), week)]).toBe(weekday(day));
    expect(week.weekend).not.toContain(lastWorkday(week));
    const ahead = daysToWeekend(day, week);
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThan(8);
    if (week.weekend.length > 0) expect([isBusinessDay(addDays(day, ahead), week), isBusinessDay(addDays(day, ahead - 1), week)]).toEqual([false, true]);
  }), { numRuns: 100 });
});
