import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ring, type DueState } from '../../src/domain/doorbell.ts';

const HOUR = 3_600_000;
const state = (over: Partial<DueState> = {}): DueState => ({ now: 100 * HOUR, due: 0, fresh: 0, next: undefined, told: { until: 0 }, hour: 10, quietEnds: 120 * HOUR, quiet: { from: 20, to: 8 }, ...over });

describe('the doorbell', () => {
  test('the badge counts what is due, and is empty when nothing is', () => {
    expect(ring(state()).badge).toBe('');
    expect(ring(state({ due: 7 })).badge).toBe('7');
    expect(ring(state({ due: 5_000 })).badge).toBe('999+');
  });

  test('a digest tells of what became due, once', () => {
    const first = ring(state({ due: 3, fresh: 2 }));
    expect(first).toMatchObject({ digest: 3, told: { until: 100 * HOUR } });
    expect(ring(state({ due: 3, fresh: 0, told: first.told })).digest).toBe(0);
  });

  test.each([[21], [23], [0], [7]])('at %i o\'clock the digest waits for the morning, the badge does not', (hour) => {
    expect(ring(state({ due: 3, fresh: 3, hour }))).toMatchObject({ badge: '3', digest: 0, told: { until: 0 } });
  });

  test('quiet hours that end where they begin are never', () => {
    expect(ring(state({ due: 1, fresh: 1, hour: 3, quiet: { from: 0, to: 0 } })).digest).toBe(1);
  });

  test('after the clock was set back, what becomes due again is told again', () => {
    expect(ring(state({ told: { until: 900 * HOUR } })).told).toEqual({ until: 100 * HOUR });
  });

  test('looks again when the next one is due, and at least each half hour while something is open', () => {
    expect(ring(state({ next: 100 * HOUR + 60_000 })).wakeAt).toBe(100 * HOUR + 60_000);
    expect(ring(state({ next: 500 * HOUR })).wakeAt).toBe(100 * HOUR + HOUR / 2);
    expect(ring(state({ due: 1 })).wakeAt).toBe(100 * HOUR + HOUR / 2);
    expect(ring(state()).wakeAt).toBeUndefined();
  });

  test('whenever and however often it is looked at, no follow-up is told of twice and none is left untold by day', () => {
    const plan = fc.array(fc.record({ due: fc.integer({ min: 1, max: 200 }), done: fc.option(fc.integer({ min: 1, max: 300 }), { nil: 1_000 }) }), { maxLength: 8 });
    fc.assert(fc.property(plan, fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 60 }), (items, pauses) => {
      let now = 0;
      let told = { until: 0 };
      const times = items.map(() => 0);
      for (const pause of [...pauses, 300, 12]) {
        now += pause * HOUR;
        const hour = Math.floor(now / HOUR) % 24;
        const open = items.map(({ due, done }) => due * HOUR <= now && done * HOUR > now);
        const fresh = items.filter(({ due }, at) => open[at] && due * HOUR > told.until).length;
        const quietEnds = now + ((24 + 8 - hour) % 24 || 24) * HOUR;
        const answer = ring({ now, due: open.filter(Boolean).length, fresh, next: undefined, told, hour, quietEnds, quiet: { from: 20, to: 8 } });
        expect(answer.badge).toBe(open.some(Boolean) ? String(open.filter(Boolean).length) : '');
        if (answer.digest) items.forEach(({ due }, at) => { if (open[at] && due * HOUR > told.until) times[at]!++; });
        if (hour >= 8 && hour < 20) expect(answer.digest > 0).toBe(fresh > 0);
        told = answer.told;
      }
      expect(Math.max(0, ...times)).toBeLessThanOrEqual(1);
    }));
  });
});
