import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadDays } from '../../src/domain/spread-days.ts';
import { isoDay, wallAt, weekday } from '../../src/domain/wall-time.ts';

const FRIDAY = Date.UTC(2026, 2, 6, 9);

test('no working day gets more than it is meant to hold, nothing goes back in time, and the hour stays', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.nat(12), { maxLength: 5 }), fc.integer({ min: 1, max: 60 }), (perDay, full, count) => {
    const held = (day: string): number => full[Number(day.slice(-2)) % 5] ?? 0;
    if (full.length === 5 && full.every((one) => one >= perDay)) return;
    const due = spreadDays(FRIDAY, perDay, 'Europe/Berlin', held);
    const days = Array.from({ length: count }, (_, at) => due(at));
    const perDate = new Map<string, number>();
    for (const at of days) perDate.set(isoDay(wallAt(at, 'Europe/Berlin')), (perDate.get(isoDay(wallAt(at, 'Europe/Berlin'))) ?? 0) + 1);
    for (const [day, number] of perDate) expect(number + held(day)).toBeLessThanOrEqual(Math.max(perDay, held(day)));
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(new Set(days.map((at) => `${wallAt(at, 'Europe/Berlin').hour} ${weekday(wallAt(at, 'Europe/Berlin')) < 6}`))).toEqual(new Set(['10 true']));
  }), { numRuns: 50 });
});
