import { describe, expect, it } from 'vitest';
import { formatWhen } from '../../src/domain/when-shown.ts';

const now = Date.UTC(2026, 10, 24, 13, 0);
const hours = (count: number): number => now + count * 3_600_000;
const shown = (dueAt: number, locale = 'en', zone = 'Europe/Berlin'): string => formatWhen(dueAt, now, zone, locale).replace(/\s/g, ' ');

describe('a due time is shown', () => {
  it.each([
    [0.5, 'today 14:30'], [-5, 'today 9:00'], [19, 'tomorrow 9:00'], [6 * 24 - 5, 'Mon 9:00'], [7 * 24, '1 Dec'], [365 * 24, '24 Nov 2027'], [-24, '1 day late'], [-48, '2 days late'],
  ])('%s hours away as %s', (away, expected) => expect(shown(hours(away))).toBe(expected));

  it('as the locale has it', () => {
    expect(shown(hours(19), 'en-US')).toBe('tomorrow 9:00 AM');
    expect(shown(hours(19), 'de')).toBe('morgen 9:00');
    expect(shown(hours(24 * 9), 'de')).toBe('3. Dez.');
    expect(shown(hours(24 * 9), 'en-US')).toBe('Dec 3');
  });
  it('in the words of the UI when it is late', () => expect(formatWhen(hours(-48), now, 'Europe/Berlin', 'de', (span) => `${span} zu spät`)).toBe('2 Tage zu spät'));
  it('by the day of the zone, not of UTC', () => {
    expect(shown(Date.UTC(2026, 10, 24, 23, 30))).toBe('tomorrow 0:30');
    expect(shown(Date.UTC(2026, 10, 24, 23, 30), 'en', 'America/New_York')).toBe('today 18:30');
  });
});
