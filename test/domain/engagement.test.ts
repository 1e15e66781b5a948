import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Touch } from '../../src/domain/activity.ts';
import { engagementAt, engagementReasons, HALF_LIFE, heatOf, joinHeat, weightOf } from '../../src/domain/engagement.ts';
import { CHANNELS } from '../../src/domain/qualification.ts';

const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;
const touch = (part: Partial<Touch> = {}): Touch => ({ id: 't', prospectId: 'p', channel: 'email', direction: 'in', at: NOW, createdAt: part.at ?? NOW, updatedAt: NOW, ...part });
const touches = fc.array(fc.record({
  channel: fc.oneof(fc.constantFrom(...CHANNELS), fc.string()), direction: fc.constantFrom('in' as const, 'out' as const),
  outcome: fc.constantFrom(undefined, 'replied', 'clicked', 'not-interested', 'Meeting booked', '__proto__'), at: fc.integer({ min: NOW - 2_000 * DAY, max: NOW }),
}).map(({ outcome, ...rest }) => touch({ ...rest, ...(outcome ? { outcome } : {}) })), { maxLength: 12 });

describe('the weight of a touch', () => {
  test('is what happened, else the channel; what we did ourselves is nothing', () => {
    expect(weightOf(touch({ channel: 'email' }))).toBe(10);
    expect(weightOf(touch({ channel: 'email', outcome: 'Clicked' }))).toBe(3);
    expect(weightOf(touch({ channel: 'meeting', outcome: 'attended' }))).toBe(20);
    expect(weightOf(touch({ channel: 'webinar', outcome: 'attended' }))).toBe(10);
    expect(weightOf(touch({ channel: 'pigeon', outcome: 'landed' }))).toBe(4);
    expect(weightOf(touch({ channel: 'constructor' }))).toBe(4);
    expect(weightOf(touch({ direction: 'out', outcome: 'replied' }))).toBe(0);
    expect(weightOf(touch({ outcome: 'not interested' }))).toBe(0);
  });
});

describe('engagement', () => {
  test('a fresh weight of 20 is 50, half of it after fourteen days is 29, and so on', () => {
    const heat = heatOf([touch({ channel: 'meeting' })]);
    expect([0, 14, 28, 56, 1_000].map((days) => engagementAt(heat, NOW + days * DAY))).toEqual([50, 29, 16, 4, 0]);
    expect(engagementAt(heatOf([]), NOW)).toBe(0);
    expect(heatOf([touch({ direction: 'out' })])).toBe(-Infinity);
  });

  test('stays within 0..100, whatever the touches and the moment', () => {
    fc.assert(fc.property(touches, fc.integer({ min: -8.64e15, max: 8.64e15 }), (some, now) => {
      const engagement = engagementAt(heatOf(some), now);
      expect(engagement >= 0 && engagement <= 100).toBe(true);
    }));
  });

  test('one more touch never lowers it, and time never raises it', () => {
    fc.assert(fc.property(touches, touches, fc.nat(500), (some, more, days) => {
      const heat = heatOf(some);
      expect(heatOf([...some, ...more])).toBeGreaterThanOrEqual(heat - 1e-9);
      expect(engagementAt(heat, NOW + days * DAY)).toBeLessThanOrEqual(engagementAt(heat, NOW));
    }));
  });

  test('who has more heat has at least as much engagement, today and always', () => {
    fc.assert(fc.property(touches, touches, fc.integer({ min: -100, max: 2_000 }), (one, other, days) => {
      const [low, high] = [heatOf(one), heatOf(other)].toSorted((a, b) => a - b) as [number, number];
      expect(engagementAt(high, NOW + days * DAY)).toBeGreaterThanOrEqual(engagementAt(low, NOW + days * DAY));
    }));
  });

  test('the heat of all is the log of the sum of what the parts are logs of, in any order', () => {
    fc.assert(fc.property(touches, touches, touches, (a, b, c) => {
      const whole = heatOf([...a, ...b, ...c]);
      const parts = joinHeat([heatOf(c), heatOf(a), heatOf(b)]);
      expect(parts === whole || Math.abs(parts - whole) < 1e-9).toBe(true);
    }));
  });

  test('a touch with a date ahead counts from when it was written, or from the moment that is asked for', () => {
    const ahead = touch({ at: NOW + 5_000 * DAY, createdAt: NOW });
    expect(heatOf([ahead])).toBe(heatOf([touch()]));
    const bothAhead = touch({ at: 8.64e15, createdAt: 8.64e15 });
    expect(heatOf([bothAhead], NOW)).toBe(heatOf([touch()]));
    expect(engagementAt(heatOf([bothAhead]), NOW)).toBe(100);
  });

  test('its reasons add up to it, the most telling first, and leave out what counts nothing', () => {
    fc.assert(fc.property(touches, (some) => {
      const reasons = engagementReasons(some, NOW);
      const sum = reasons.reduce((all, { points }) => all + points, 0);
      expect(Math.abs(sum - engagementAt(heatOf(some), NOW))).toBeLessThanOrEqual(0.5 + 1e-6);
      expect(reasons.every(({ points, weight }, at) => weight > 0 && points <= (reasons[at - 1]?.points ?? Infinity))).toBe(true);
    }));
    const [first, second] = engagementReasons([touch({ channel: 'website', direction: 'in' }), touch({ channel: 'call', at: NOW - 14 * DAY }), touch({ direction: 'out' })], NOW);
    expect([first, second]).toMatchObject([{ weight: 12, left: 6 }, { weight: 3, left: 3 }]);
  });

  test('half of it is left after a half-life', () => {
    expect(heatOf([touch({ channel: 'email' })]) - heatOf([touch({ channel: 'email', at: NOW - HALF_LIFE })])).toBeCloseTo(1, 9);
  });
});
