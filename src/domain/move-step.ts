import { addBusinessDays } from './business-day.ts';
import type { Cadence, CadenceStep, Enrolment } from './cadence.ts';
import { type PlanMeans, stepDate } from './enrol.ts';
import { addDays, instantsOf, wallAt } from './wall-time.ts';

/** When the current step is due (epoch ms) after it was moved so many days from `dueAt`, working days when the step counts those: within its window, and never before `at`. */
export function movedStep(step: CadenceStep, dueAt: number, days: number, at: number, means: PlanMeans): number {
  const { zone, off = {} } = means;
  const there = step.business ? addBusinessDays(dueAt, days, zone, off) : instantsOf(addDays(wallAt(dueAt, zone), days), zone)[0];
  return stepDate(Math.max(there, at), { ...step, days: 0 }, means);
}

/** The steps that are still to come after the current one, with their dates (epoch ms) if that one is done at `dueAt` and each when it is due. */
export function stepsAfter({ steps }: Pick<Cadence, 'steps'>, { stepId, past }: Pick<Enrolment, 'stepId' | 'past'>, dueAt: number, means: PlanMeans): { step: CadenceStep; at: number }[] {
  const gone = new Set(past.map((one) => one.stepId));
  let last = dueAt;
  return steps.slice(steps.findIndex(({ id }) => id === stepId) + 1).filter(({ id }) => !gone.has(id)).map((step) => ({ step, at: (last = stepDate(last, step, means)) }));
}
