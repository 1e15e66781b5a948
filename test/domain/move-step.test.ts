import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cadence, CadenceStep } from '../../src/domain/cadence.ts';
import { enrol, planDates } from '../../src/domain/enrol.ts';
import { movedStep, stepsAfter } from '../../src/domain/move-step.ts';
import { DEFAULT_WINDOWS, isInWindow, windowOf } from '../../src/domain/sending-hours.ts';

const means = { zone: 'Europe/Berlin', windows: DEFAULT_WINDOWS };
const step = (id: string, days: number, business = true): CadenceStep => ({ id, kind: 'message', channel: 'linkedin', days, business, text: id });
const cadence: Cadence = { id: 'c', version: 1, name: 'c', steps: [step('a', 0), step('b', 2), step('c', 3, false)], priorities: [], createdAt: 1, updatedAt: 1 };
const iso = (at: number): string => new Date(at).toISOString().slice(0, 16);
const NOW = Date.parse('2026-12-03T10:00:00Z'); // a Thursday

test('a step goes to an earlier or later working day, never into the past or out of its hours', () => {
  const due = Date.parse('2026-12-04T09:00:00Z');
  expect([1, 3, -1, -5].map((days) => iso(movedStep(step('b', 2), due, days, NOW, means)))).toEqual(['2026-12-07T09:00', '2026-12-09T09:00', '2026-12-03T10:00', '2026-12-03T10:00']);
  expect(iso(movedStep(step('c', 2, false), due, 1, NOW, means))).toBe('2026-12-07T07:00'); // a Saturday is outside the hours: Monday at 8
});

test('the steps after it come as much later as their own delays say', () => {
  const { enrolment } = enrol(cadence, 'p', NOW, 'key', means)!;
  expect(stepsAfter(cadence, enrolment, NOW, means).map(({ step: { id }, at }) => `${id} ${iso(at)}`)).toEqual(['b 2026-12-07T07:00', 'c 2026-12-10T07:00']);
  expect(stepsAfter(cadence, { ...enrolment, past: [{ stepId: 'b', at: 1, done: false }] }, NOW, means).map(({ step: { id } }) => id)).toEqual(['c']);
  expect(stepsAfter(cadence, { ...enrolment, stepId: 'c' }, NOW, means)).toEqual([]);
});

test('later never comes earlier, and all of it stands within the hours', () => {
  fc.assert(fc.property(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }), fc.boolean(), fc.integer({ min: 0, max: 400 * 24 }), (one, other, business, hours) => {
    const at = Date.parse('2026-01-01T00:00:00Z') + hours * 3_600_000;
    const one_ = movedStep(step('b', 2, business), at, Math.min(one, other), at - 86_400_000, means);
    const other_ = movedStep(step('b', 2, business), at, Math.max(one, other), at - 86_400_000, means);
    expect(one_).toBeLessThanOrEqual(other_);
    for (const due of [one_, other_]) expect(isInWindow(due, windowOf(means.windows, 'linkedin'), means.zone)).toBe(true);
    const dates = stepsAfter(cadence, { stepId: 'a', past: [] }, other_, means).map((each) => each.at);
    expect(dates).toEqual(planDates(cadence.steps.slice(1), other_, means));
  }), { numRuns: 100 });
});
