import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, instantsOf, isDay, isoDay, isoTime, isZone, wallAt, type WallTime, weekday } from '../../src/domain/wall-time.ts';

const wall = (text: string): WallTime => {
  const [year, month, day, hour, minute] = text.split(/\D/).map(Number) as [number, number, number, number, number];
  return { year, month, day, hour, minute };
};
const show = (time: WallTime): string => `${isoDay(time)} ${isoTime(time)}`;
const utc = (text: string, zone: string): string[] => instantsOf(wall(text), zone).map((instant) => new Date(instant).toISOString().slice(0, 16).replace('T', ' '));

describe('a wall time in a zone', () => {
  it.each([
    ['Europe/Berlin', '2026-07-01 09:00', ['2026-07-01 07:00']],
    ['Asia/Kathmandu', '2026-07-01 09:00', ['2026-07-01 03:15']],
    ['Pacific/Kiritimati', '2026-07-01 09:00', ['2026-06-30 19:00']],
    ['Pacific/Niue', '2026-07-01 09:00', ['2026-07-01 20:00']],
    ['Europe/Berlin', '2026-10-25 02:30', ['2026-10-25 00:30', '2026-10-25 01:30']],
    ['America/New_York', '2026-11-01 01:30', ['2026-11-01 05:30', '2026-11-01 06:30']],
    ['Australia/Lord_Howe', '2026-04-05 01:45', ['2026-04-04 14:45', '2026-04-04 15:15']],
  ])('in %s %s is %s UTC', (zone, text, expected) => expect(utc(text, zone)).toEqual(expected));

  it.each([
    ['Europe/Berlin', '2026-03-29 02:30', '2026-03-29 03:30'],
    ['America/New_York', '2026-03-08 02:15', '2026-03-08 03:15'],
    ['Australia/Lord_Howe', '2026-10-04 02:15', '2026-10-04 02:45'],
  ])('in %s %s is jumped over and becomes %s', (zone, text, expected) => expect(instantsOf(wall(text), zone).map((instant) => show(wallAt(instant, zone)))).toEqual([expected]));

  it('comes back from any instant', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Casablanca', 'America/St_Johns', 'Pacific/Chatham');
    fc.assert(fc.property(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) }).map((ms) => ms - (ms % 60_000)), zone, (instant, name) => {
      expect(instantsOf(wallAt(instant, name), name)).toContain(instant);
    }));
  });
});

describe('the calendar', () => {
  it('keeps a month after the 31st within the next month', () => {
    expect(isoDay(addMonths(wall('2026-01-31 09:00'), 1))).toBe('2026-02-28');
    expect(isoDay(addMonths(wall('2028-01-31 09:00'), 1))).toBe('2028-02-29');
    expect(isoDay(addMonths(wall('2028-02-29 09:00'), 12))).toBe('2029-02-28');
    expect(isoDay(addMonths(wall('2026-11-30 09:00'), 3))).toBe('2027-02-28');
  });
  it('crosses years by days', () => expect(isoDay(addDays(wall('2026-12-31 09:00'), 1))).toBe('2027-01-01'));
  it('counts weekdays from Monday', () => expect([weekday(wall('2026-11-23 00:00')), weekday(wall('2026-11-29 00:00'))]).toEqual([1, 7]));
  it('knows which days there are', () => {
    expect(isDay({ year: 2028, month: 2, day: 29 })).toBe(true);
    for (const [year, month, day] of [[2026, 2, 29], [2026, 13, 1], [2026, 0, 1], [2026, 4, 31], [2026, 1, 0], [2026, 1, 1.5]] as const) expect(isDay({ year, month, day })).toBe(false);
  });
  it('knows which zones there are', () => {
    expect(isZone('Europe/Berlin')).toBe(true);
    for (const zone of ['', 'Mars/Olympus', '../etc']) expect(isZone(zone)).toBe(false);
  });
});
