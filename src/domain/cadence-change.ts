import type { FollowUp } from './activity.ts';
import type { Cadence, Enrolment } from './cadence.ts';
import { partsOf, type PlanMeans, standing, type Standing, stepAfter, stepDate, stop } from './enrol.ts';

/** What an edit of a cadence does to one who is in it. */
export type EditEffect = 'stays' | 'moves' | 'next-step' | 'finishes';

/**
 * Somebody in a cadence after its edit: who stands at a step that is left keeps its date, unless its delay was changed and it is still to come; who
 * stands at one that is gone goes on to its successor; without one the cadence is finished. No step that is past comes again.
 */
export function edited(enrolment: Enrolment, followUp: FollowUp | undefined, before: Cadence, after: Cadence, at: number, means: PlanMeans & { key: string }): Standing & { effect: EditEffect } {
  if (enrolment.state === 'stopped') return { enrolment, effect: 'stays' };
  const moved: Enrolment = { ...enrolment, version: after.version, updatedAt: at };
  const old = before.steps.find(({ id }) => id === enrolment.stepId);
  const step = after.steps.find(({ id }) => id === enrolment.stepId);
  const since = Math.max(enrolment.startedAt, ...enrolment.past.map((one) => one.at));
  if (!step) {
    const next = successor(enrolment, before, after);
    if (!next) return { enrolment: { ...stop(moved, 'finished', at), stepId: '' }, effect: 'finishes' };
    const onward = standing({ ...moved, stepId: next.id }, next, Math.max(stepDate(since, next, means), stepDate(at, { ...next, days: 0 }, means)), at, means.key, means);
    // while it is paused nothing is open: the follow-up is made when it goes on
    if (enrolment.state === 'active') return { ...onward, effect: 'next-step' };
    const { followUpId: _none, ...paused } = { ...moved, stepId: next.id };
    return { enrolment: paused, effect: 'next-step' };
  }
  if (!followUp || enrolment.state !== 'active') return { enrolment: moved, effect: 'stays' };
  const { templateId: _old, ...rest } = followUp;
  const same: FollowUp = { ...rest, ...partsOf(step), updatedAt: at };
  const isChanged = !!old && (old.days !== step.days || old.business !== step.business);
  if (!isChanged || followUp.dueAt <= at) return { enrolment: moved, followUp: same, effect: 'stays' };
  const dueAt = Math.max(stepDate(since, step, means), stepDate(at, { ...step, days: 0 }, means));
  return { enrolment: moved, followUp: { ...same, dueAt }, effect: dueAt === followUp.dueAt ? 'stays' : 'moves' };
}

/** The first step that came after the current one and is left, else what follows on the steps that are past. */
function successor({ stepId, past }: Enrolment, before: Cadence, after: Cadence): Cadence['steps'][number] | undefined {
  const gone = new Set(past.map((one) => one.stepId));
  const here = before.steps.findIndex(({ id }) => id === stepId);
  const later = before.steps.slice(here + 1).map(({ id }) => after.steps.find((one) => one.id === id)).find((one) => one && !gone.has(one.id));
  return later ?? stepAfter(after.steps, { stepId, past });
}
