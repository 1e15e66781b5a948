import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessDays, isBusinessDay, type DaysOff } from '../../src/domain/business-day.ts';
import { isoDay, isoTime, wallAt } from '../../src/domain/wall-time.ts';

const day = (text: string, days: number, off?: DaysOff): string => isoDay(wallAt(addBusinessDays(Date.parse(`${text}T10:00:00Z`), days, 'UTC', off), 'UTC'));

describe('working days', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'], ['2026-11-20', 5, '2026-11-27'], ['2026-11-21', 1, '2026-11-23'], ['2026-11-22', 0, '2026-11-23'], ['2026-11-23', 0, '2026-11-23'], ['2026-11-21', 2, '2026-11-24'],
    ['2026-12-31', 1, '2027-01-01'], ['2026-11-23', -1, '2026-11-20'], ['2026-11-22', -1, '2026-11-20'], ['2028-02-28', 2, '2028-03-01'],
  ])('%s and %i is %s', (from, days, expected) => expect(day(from, days)).toBe(expected));
  it('holidays and another weekend are stepped over', () => {
    expect(day('2026-12-24', 1, { holidays: ['2026-12-25'] })).toBe('2026-12-28');
    expect(day('2026-11-19', 1, { weekend: [5, 6] })).toBe('2026-11-22');
  });
  it('a week without working days does not hang', () => expect(day('2026-11-20', 1, { weekend: [1, 2, 3, 4, 5, 6, 7] })).toBe('2026-11-21'));
  it('keep the time of day over a change of clocks', () => {
    const at = addBusinessDays(Date.parse('2026-10-23T07:00:30Z'), 1, 'Europe/Berlin');
    expect([isoTime(wallAt(at, 'Europe/Berlin')), new Date(at).toISOString()]).toEqual(['09:00', '2026-10-26T08:00:30.000Z']);
  });
  it('are working days, in order, whatever the start', () => {
    fc.assert(fc.property(fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2032, 0) }), fc.integer({ min: 1, max: 60 }), fc.constantFrom('UTC', 'America/Santiago', 'Asia/Kathmandu', 'Australia/Lord_Howe'), (from, days, zone) => {
      const found = addBusinessDays(from, days, zone);
      expect(isBusinessDay(wallAt(found, zone))).toBe(true);
      expect(found).toBeGreaterThan(addBusinessDays(from, days - 1, zone) - 1);
      if (days > 1) expect(addBusinessDays(addBusinessDays(from, 1, zone), days - 1, zone)).toSatisfy((one: number) => isoDay(wallAt(one, zone)) === isoDay(wallAt(found, zone)));
    }));
  });
});
