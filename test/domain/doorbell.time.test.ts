import { describe, expect, test } from 'vitest';
import { ring, type DueState } from '../../src/domain/doorbell.ts';
import { nextFollowUp } from '../../src/domain/follow-up-next.ts';
import { nextOccurrence } from '../../src/domain/recurrence.ts';
import { instantsOf } from '../../src/domain/wall-time.ts';
import { parsePlanned } from '../../src/domain/when-repeated.ts';
import { formatWhen } from '../../src/domain/when-shown.ts';
import { HARD_TIMES } from './time.table.ts';

const at = (text: string, zone: string): number => {
  const [year, month, day, hour, minute] = text.split(/\D/).map(Number) as [number, number, number, number, number];
  return instantsOf({ year, month, day, hour, minute }, zone)[0];
};
const utc = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

describe('hard times', () => {
  test.each(HARD_TIMES)('$why: "$words"', ({ zone, said, words, due }) => {
    const planned = parsePlanned(words, at(said, zone), zone);
    if ('error' in planned) throw new Error(planned.error);
    const found = [planned.dueAt];
    while (found.length < due.length) found.push(nextOccurrence(planned.repeat!, found.at(-1)!, zone, planned)!);
    expect(found.map(utc)).toEqual(due);
  });
});

describe('a follow-up that is open while', () => {
  const dueAt = Date.UTC(2026, 10, 24, 8);
  test('the rep travels is due at the same instant, and shown by the clock that is there', () => {
    const shown = (zone: string): string => formatWhen(dueAt, dueAt - 3_600_000, zone, 'en');
    expect(['Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Kiritimati'].map(shown)).toEqual(['today 9:00', 'tomorrow 0:00', 'today 13:45', 'today 22:00']);
  });
  test('the rep travels comes again by the zone in which it was typed', () => {
    const repeat = { every: 1, unit: 'day' as const, from: dueAt };
    const next = nextFollowUp({ id: 'f', prospectId: 'p', dueAt, open: 0, words: '', zone: 'Europe/Berlin', text: '', doneAt: dueAt, repeat, createdAt: 0, updatedAt: 0 }, dueAt + 1)!;
    expect(utc(next.dueAt)).toBe('2026-11-25T08:00');
  });
  test.each([['asleep for nine days', 9 * 24, 2], ['back a day on the clock', -24, 0], ['ahead a day on the clock', 24, 2]])('the machine is %s: what is due counts, told once', (_why, hours, fresh) => {
    const now = dueAt + hours * 3_600_000;
    const state = (part: Partial<DueState>): DueState => ({ now, due: fresh, fresh, next: undefined, told: { until: dueAt - 1 }, hour: 10, quietEnds: now, quiet: { from: 20, to: 8 }, ...part });
    const first = ring(state({}));
    expect(first.badge).toBe(fresh ? String(fresh) : '');
    expect(first.digest).toBe(fresh);
    expect(first.told.until).toBe(Math.min(now, Math.max(dueAt - 1, now)));
    expect(ring(state({ fresh: 0, told: first.told })).digest).toBe(0);
  });
});
