import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallAt, isoDay, isoTime, weekday } from '../../src/domain/wall-time.ts';
import { DEFAULT_WINDOWS, intoWindow, isInWindow, windowOf } from '../../src/domain/sending-hours.ts';

const WORK = { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] };
const into = (at: string, window = WORK, zone = 'America/New_York'): string => {
  const wall = wallAt(intoWindow(Date.parse(at), window, zone), zone);
  return `${isoDay(wall)} ${isoTime(wall)}`;
};

describe('a window', () => {
  it.each([
    ['2026-11-23T15:00:00Z', '2026-11-23 10:00'], ['2026-11-23T12:00:00Z', '2026-11-23 09:00'], ['2026-11-23T22:00:00Z', '2026-11-24 09:00'], ['2026-11-20T23:00:00Z', '2026-11-23 09:00'],
    ['2026-11-21T15:00:00Z', '2026-11-23 09:00'], ['2026-11-23T21:59:00Z', '2026-11-23 16:59'],
  ])('at %s opens %s', (at, expected) => expect(into(at)).toBe(expected));
  it('over midnight belongs to the day on which it begins', () => {
    const night = { from: '22:00', to: '06:00', days: [5] };
    expect(into('2026-11-21T08:00:00Z', night)).toBe('2026-11-21 03:00');
    expect(into('2026-11-21T11:00:00Z', night)).toBe('2026-11-27 22:00');
  });
  it('of a whole day is a whole day', () => expect(into('2026-11-21T15:00:00Z', { from: '00:00', to: '24:00', days: [6] })).toBe('2026-11-21 10:00'));
  it('that clocks jump over opens when they have', () => expect(into('2026-03-29T00:30:00Z', { from: '02:00', to: '02:30', days: [7] }, 'Europe/Berlin')).toBe('2026-03-29 03:00'));
  it.each([[{ ...WORK, days: [] }], [{ ...WORK, from: '' }], [{ ...WORK, to: '99:00' }], [{ ...WORK, days: [0, 9] }]])('that is broken holds nothing back', (window) => expect(intoWindow(5, window, 'UTC')).toBe(5));
  it('of a channel is its own, else that of all', () => {
    expect(windowOf(DEFAULT_WINDOWS, 'call').from).toBe('09:00');
    expect(windowOf(DEFAULT_WINDOWS, 'constructor')).toBe(DEFAULT_WINDOWS['']);
    expect(windowOf({}, 'email').days).toHaveLength(7);
  });
  it('is entered once, never before the time that was asked for, and on one of its days', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns');
    fc.assert(fc.property(fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2032, 0) }), fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 24 }), fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), zones, (at, from, to, days, zone) => {
      fc.pre(to > from);
      const window = { from: `${from}:00`, to: `${to}:00`, days };
      const found = intoWindow(at, window, zone);
      expect(found).toBeGreaterThanOrEqual(at);
      expect(isInWindow(found, window, zone)).toBe(true);
      expect(days).toContain(weekday(wallAt(found, zone)));
      expect(found - at).toBeLessThanOrEqual(7 * 86_400_000 + 3_600_000);
    }));
  });
});
