import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priorityOf, readinessOf, signalsAt, valueOf } from '../../src/domain/priority.ts';
import { STAGES, type Signal, type Stage } from '../../src/domain/prospect.ts';
import { PRIORITIES } from '../../src/domain/qualification.ts';

const DAY = 86_400_000;
const NOW = 2_000 * DAY;
const share = fc.integer({ min: 0, max: 100 });
const amount = fc.double({ min: 0.01, max: 1e12, noNaN: true });
const signal = (at: number, state: Signal['state'] = 'open'): Signal => ({ id: 's', kind: 'news', at, field: '', from: '', to: 'x', url: '', state });
const OPEN: Stage[] = ['nurture', 'new', 'working', 'engaged', 'meeting', 'sales-ready'];

describe('readiness', () => {
  test('weighs stage, BANT, engagement and signals', () => {
    expect(readinessOf({ stage: 'new', bant: 40, engagement: 0, signals: 0 })).toEqual({ readiness: 16, closed: false, parts: { stage: 10, bant: 40, engagement: 0, signals: 0 } });
    expect(readinessOf({ stage: 'sales-ready', bant: 100, engagement: 100, signals: 100 }).readiness).toBe(100);
  });

  test('is nothing where nothing is to be won now', () => {
    for (const stage of ['won', 'lost', 'disqualified'] as const) expect(readinessOf({ stage, bant: 100, engagement: 100, signals: 100 })).toMatchObject({ readiness: 0, closed: true });
  });

  test('more of anything never lowers it, and it stays within 0..100', () => {
    fc.assert(fc.property(fc.constantFrom(...OPEN), share, share, share, fc.constantFrom('bant', 'engagement', 'signals'), share, (stage, bant, engagement, signals, which, more) => {
      const inputs = { stage, bant, engagement, signals };
      const before = readinessOf(inputs).readiness;
      const after = readinessOf({ ...inputs, [which]: Math.min(100, inputs[which] + more) }).readiness;
      expect(after >= before && before >= 0 && after <= 100).toBe(true);
      const later = OPEN[Math.min(OPEN.length - 1, OPEN.indexOf(stage) + 1)]!;
      expect(readinessOf({ ...inputs, stage: later }).readiness).toBeGreaterThanOrEqual(before);
    }));
  });

  test('every stage has its place', () => {
    for (const stage of STAGES) expect(Number.isFinite(readinessOf({ stage, bant: 0, engagement: 0, signals: 0 }).parts.stage)).toBe(true);
  });

  test('signals count while they are open, and fade', () => {
    expect(signalsAt(undefined, NOW)).toBe(0);
    expect(signalsAt([signal(NOW)], NOW)).toBe(50);
    expect(signalsAt([signal(NOW), signal(NOW + 900 * DAY)], NOW)).toBe(75);
    expect(signalsAt([signal(NOW, 'taken'), signal(NOW, 'left')], NOW)).toBe(0);
    expect(signalsAt([signal(NOW - 30 * DAY)], NOW)).toBeCloseTo(29.3, 1);
  });
});

describe('value', () => {
  test('is measured by the typical deal', () => {
    expect([10_000, 100_000, 1_000_000, 1_000, 0].map((deal) => valueOf(deal, 10_000))).toEqual([50, 76, 91, 24, 0]);
  });

  test('is neutral while it is not known, or while nothing can be compared', () => {
    for (const [deal, typical] of [[undefined, 10], [10, undefined], [10, 0], [NaN, 10], [-5, 10], [10, Infinity]] as const) expect(valueOf(deal, typical)).toBe(50);
  });

  test('rises with the deal, and an order of magnitude is never more than 29 points', () => {
    fc.assert(fc.property(amount, amount, fc.double({ min: 1, max: 10, noNaN: true }), (deal, typical, times) => {
      const [before, after] = [valueOf(deal, typical), valueOf(deal * times, typical)];
      expect(after).toBeGreaterThanOrEqual(before);
      expect(after - before).toBeLessThanOrEqual(29);
      expect(before >= 0 && after <= 100).toBe(true);
    }));
  });
});

describe('priority', () => {
  test.each([
    [{ readiness: 90, value: 76, fit: 90 }, 'P1'],
    [{ readiness: 67, value: 50, fit: 80 }, 'P1'],
    [{ readiness: 40, value: 50, fit: 80 }, 'P2'],
    [{ readiness: 16, value: 50, fit: 80 }, 'P3'],
    [{ readiness: 16, value: 50, fit: 50 }, 'P4'],
    [{ readiness: 100, value: 100, fit: 0 }, 'P4'],
    [{ readiness: 0, value: 100, fit: 100 }, 'P4'],
  ])('%j is %s', (inputs, level) => {
    expect(priorityOf(inputs).level).toBe(level);
  });

  test('more of any input never makes it less urgent', () => {
    fc.assert(fc.property(share, share, share, fc.constantFrom('readiness', 'value', 'fit'), share, (readiness, value, fit, which, more) => {
      const inputs = { readiness, value, fit };
      const [before, after] = [priorityOf(inputs), priorityOf({ ...inputs, [which]: Math.min(100, inputs[which] + more) })];
      expect(after.score).toBeGreaterThanOrEqual(before.score);
      expect(PRIORITIES.indexOf(after.level)).toBeLessThanOrEqual(PRIORITIES.indexOf(before.level));
    }));
  });

  test('the size of a deal alone does not swamp the rest', () => {
    fc.assert(fc.property(amount, fc.integer({ min: 0, max: 18 }), fc.integer({ min: 0, max: 45 }), (deal, readiness, fit) => {
      expect(['P3', 'P4']).toContain(priorityOf({ readiness, value: valueOf(deal, 1), fit }).level);
    }));
    expect(priorityOf({ readiness: 70, value: valueOf(1_000_000, 1_000), fit: 30 }).score).toBeLessThan(priorityOf({ readiness: 70, value: valueOf(2_000, 1_000), fit: 90 }).score);
  });

  test("the rep's word wins, and what would be computed stays to be seen", () => {
    fc.assert(fc.property(share, share, share, fc.constantFrom(...PRIORITIES), (readiness, value, fit, level) => {
      const override = { level, reason: 'met the board', at: 5 };
      expect(priorityOf({ readiness, value, fit, override })).toEqual({ ...priorityOf({ readiness, value, fit }), level, override });
    }));
  });

  test('a word that is no priority is not heard, and an unknown fit is neutral', () => {
    expect(priorityOf({ readiness: 50, value: 50, fit: 50, override: { level: 'P0' as 'P1', reason: '', at: 1 } })).toEqual(priorityOf({ readiness: 50, value: 50, fit: undefined }));
  });
});
