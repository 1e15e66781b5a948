import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cadence, CadenceStep } from '../../src/domain/cadence.ts';
import { edited } from '../../src/domain/cadence-change.ts';
import { advance, enrol, pause, planDates, resume, stepDate, stop, type PlanMeans } from '../../src/domain/enrol.ts';
import { isBusinessDay } from '../../src/domain/business-day.ts';
import { wallAt } from '../../src/domain/wall-time.ts';
import { DEFAULT_WINDOWS, isInWindow, windowOf } from '../../src/domain/sending-hours.ts';

const berlin: PlanMeans = { zone: 'Europe/Berlin', windows: DEFAULT_WINDOWS };
const at = (iso: string): number => Date.parse(iso);
const step = (id: string, part: Partial<CadenceStep> = {}): CadenceStep => ({ id, kind: 'message', channel: 'linkedin', days: 2, business: true, text: id, ...part });
const cadence = (...steps: CadenceStep[]): Cadence => ({ id: 'c', version: 1, name: 'C', steps, priorities: [], createdAt: 1, updatedAt: 1 });
const three = cadence(step('a', { days: 0 }), step('b'), step('c', { days: 4 }));

describe('when a step comes due', () => {
  test.each([
    // [from, step, due]: a Monday is 2 March 2026
    ['2026-03-02T10:30:00+01:00', { days: 0 }, '2026-03-02T10:30:00+01:00'],
    ['2026-03-02T06:30:00+01:00', { days: 0 }, '2026-03-02T08:00:00+01:00'],
    ['2026-03-02T19:30:00+01:00', { days: 0 }, '2026-03-03T08:00:00+01:00'],
    ['2026-03-06T19:30:00+01:00', { days: 0 }, '2026-03-09T08:00:00+01:00'],
    ['2026-03-02T16:30:00+01:00', { days: 2 }, '2026-03-04T08:00:00+01:00'],
    ['2026-03-05T16:30:00+01:00', { days: 2 }, '2026-03-09T08:00:00+01:00'],
    ['2026-03-05T16:30:00+01:00', { days: 2, business: false }, '2026-03-09T08:00:00+01:00'],
    ['2026-03-02T16:30:00+01:00', { days: 1, channel: 'call' }, '2026-03-03T09:00:00+01:00'],
    // clocks go forward on 29 March
    ['2026-03-27T16:30:00+01:00', { days: 1 }, '2026-03-30T08:00:00+02:00'],
  ])('%s with %j is %s', (from, part, due) => {
    expect(new Date(stepDate(at(from), step('a', part), berlin)).toISOString()).toBe(new Date(at(due)).toISOString());
  });

  test('it is never before what it follows on, within the window, and on a working day when it says so', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC');
    fc.assert(fc.property(fc.integer({ min: at('2024-01-01'), max: at('2030-01-01') }), fc.integer({ min: 0, max: 40 }), fc.boolean(), fc.constantFrom('call', 'linkedin'), zones, (from, days, business, channel, zone) => {
      const due = stepDate(from, { days, business, channel }, { ...berlin, zone });
      expect(due).toBeGreaterThanOrEqual(from);
      expect(isInWindow(due, windowOf(DEFAULT_WINDOWS, channel), zone)).toBe(true);
      if (business) expect(isBusinessDay(wallAt(due, zone))).toBe(true);
    }));
  });

  test('a window on days off alone wins over working days, and ends', () => {
    const sunday = { zone: 'UTC', windows: { '': { from: '10:00', to: '11:00', days: [7] } } };
    expect(new Date(stepDate(at('2026-03-02T00:00:00Z'), step('a'), sunday)).getUTCDay()).toBe(0);
  });

  test('the plan before enrolling is what comes of doing each step when it is due', () => {
    const start = at('2026-03-02T10:30:00+01:00');
    const dates = planDates(three.steps, start, berlin);
    let standing = enrol(three, 'p', start, 'k', berlin)!;
    const seen: number[] = [];
    while (standing.followUp) {
      seen.push(standing.followUp.dueAt);
      standing = advance(standing.enrolment, three, { stepId: standing.enrolment.stepId, done: true, at: standing.followUp.dueAt }, { ...berlin, key: `k${seen.length}` });
    }
    expect(seen).toEqual(dates);
    expect(standing.enrolment).toMatchObject({ state: 'stopped', reason: 'finished', stepId: '' });
  });
});

describe('on the way', () => {
  const start = at('2026-03-02T10:30:00+01:00');
  const begun = (): NonNullable<ReturnType<typeof enrol>> => enrol(three, 'p', start, 'k', berlin)!;

  test('the same step told twice counts once', () => {
    const done = { stepId: 'a', done: true, at: start + 1 };
    const next = advance(begun().enrolment, three, done, { ...berlin, key: 'k2' });
    expect(next.enrolment).toMatchObject({ stepId: 'b', past: [{ stepId: 'a', done: true }] });
    expect(advance(next.enrolment, three, done, { ...berlin, key: 'k3' })).toEqual({ enrolment: next.enrolment });
  });

  test('a pause of a week moves the date by a week, into the window', () => {
    const next = advance(begun().enrolment, three, { stepId: 'a', done: true, at: start }, { ...berlin, key: 'k2' });
    const paused = pause(next.enrolment, start);
    const again = resume(paused, three, { ...next.followUp!, open: 0, doneAt: start }, start + 7 * 86_400_000, { ...berlin, key: 'k3' });
    expect(again.followUp).toMatchObject({ id: next.followUp!.id, open: 1, dueAt: next.followUp!.dueAt + 7 * 86_400_000 });
    expect(again.enrolment.state).toBe('active');
  });

  test('who is stopped stays stopped, for the first reason', () => {
    const once = stop(begun().enrolment, 'replied', 5);
    expect(stop(once, 'by-hand', 6)).toBe(once);
    expect(resume(once, three, undefined, 7, { ...berlin, key: 'k' })).toEqual({ enrolment: once });
  });
});

describe('an edit', () => {
  const start = at('2026-03-02T10:30:00+01:00');
  const means = { ...berlin, key: 'edit' };
  const inB = (): ReturnType<typeof advance> => advance(enrol(three, 'p', start, 'k', berlin)!.enrolment, three, { stepId: 'a', done: true, at: start }, { ...berlin, key: 'k2' });
  const after = (...steps: CadenceStep[]): Cadence => ({ ...cadence(...steps), version: 2 });

  test('leaves the date of an unchanged step and takes its new text over', () => {
    const { enrolment, followUp } = inB();
    const moved = edited(enrolment, followUp, three, after(three.steps[0]!, { ...three.steps[1]!, text: 'other' }, step('x')), start + 1, means);
    expect(moved).toMatchObject({ effect: 'stays', enrolment: { version: 2, stepId: 'b' }, followUp: { dueAt: followUp!.dueAt, text: 'other' } });
  });

  test('moves a step that is still to come when its delay was changed, and none that is due', () => {
    const { enrolment, followUp } = inB();
    const later = after(three.steps[0]!, { ...three.steps[1]!, days: 3 }, three.steps[2]!);
    expect(edited(enrolment, followUp, three, later, start + 1, means)).toMatchObject({ effect: 'moves', followUp: { id: followUp!.id, dueAt: at('2026-03-05T08:00:00+01:00') } });
    expect(edited(enrolment, followUp, three, later, followUp!.dueAt, means)).toMatchObject({ effect: 'stays', followUp: { dueAt: followUp!.dueAt } });
  });

  test('takes who stands at a removed step to its successor, and finishes who has none', () => {
    const { enrolment, followUp } = inB();
    expect(edited(enrolment, followUp, three, after(three.steps[0]!, three.steps[2]!), start + 1, means)).toMatchObject({ effect: 'next-step', enrolment: { stepId: 'c' }, followUp: { stepId: 'c', open: 1 } });
    const over = edited(enrolment, followUp, three, after(three.steps[0]!), start + 1, means);
    expect(over).toMatchObject({ effect: 'finishes', enrolment: { state: 'stopped', reason: 'finished' } });
    expect(over.followUp).toBeUndefined();
  });

  test('never leads back to a step that is past, wherever it stands now', () => {
    const { enrolment, followUp } = inB();
    expect(edited(enrolment, followUp, three, after(three.steps[2]!, three.steps[0]!), start + 1, means).enrolment.stepId).toBe('c');
  });
});
