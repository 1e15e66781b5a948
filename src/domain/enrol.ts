import type { FollowUp } from './activity.ts';
import { addBusinessDays, type DaysOff, isBusinessDay } from './business-day.ts';
import type { Cadence, CadenceStep, Enrolment, STOP_REASONS } from './cadence.ts';
import { derivedId } from './derived-id.ts';
import { addDays, instantsOf, wallAt } from './wall-time.ts';
import { intoWindow, type SendingWindows, windowOf } from './sending-hours.ts';

export type StopReason = (typeof STOP_REASONS)[number];

/** By whose clock and calendar steps are planned: the prospect's zone (IANA name), sending windows, days off. */
export interface PlanMeans {
  zone: string;
  windows: SendingWindows;
  off?: DaysOff;
}

/** Where somebody in a cadence stands after a move, and the follow-up that stands for the current step; none when nothing is open. */
export interface Standing {
  enrolment: Enrolment;
  followUp?: FollowUp;
}

/** More than any cadence has. */
export const MOST_STEPS = 40;
const MORE_WEEKS = 60;

/** When a step comes due (epoch ms) that follows on `from`: the same moment for 0 days, else the beginning of the window of that day; never outside the window, and on a working day when the step says so. */
export function stepDate(from: number, step: Pick<CadenceStep, 'days' | 'business' | 'channel'>, { zone, windows, off = {} }: PlanMeans): number {
  const days = Math.max(0, Math.trunc(step.days));
  const window = windowOf(windows, step.channel);
  const onDay = step.business ? addBusinessDays(from, days, zone, off) : days > 0 ? instantsOf(addDays(wallAt(from, zone), days), zone)[0] : from;
  let at = intoWindow(onDay === from ? from : Math.max(from, midnight(onDay, zone)), window, zone);
  // a window may open on days off alone: then the window holds
  for (let tries = 0; step.business && tries < MORE_WEEKS && !isBusinessDay(wallAt(at, zone), off); tries += 1) at = intoWindow(midnight(at, zone, 1), window, zone);
  return at;
}

/** The dates (epoch ms) of all steps from now on, if each is done when it comes due. */
export function planDates(steps: readonly CadenceStep[], from: number, means: PlanMeans): number[] {
  let last = from;
  return steps.map((step) => (last = stepDate(last, step, means)));
}

/** One enrolment for one person in one cadence, whoever makes it: a second one cannot be. */
export function enrolmentId(cadenceId: string, prospectId: string): string {
  return derivedId(0, `${cadenceId} ${prospectId}`);
}

/** Somebody at the beginning of a cadence, with the follow-up of its first step, due at `dueAt` (epoch ms) when that is known already. Null when it has no steps. */
export function enrol(cadence: Cadence, prospectId: string, at: number, key: string, means: PlanMeans, dueAt?: number): Standing | null {
  const first = cadence.steps[0];
  if (!first) return null;
  const id = enrolmentId(cadence.id, prospectId);
  const enrolment: Enrolment = { id, prospectId, cadenceId: cadence.id, version: cadence.version, state: 'active', stepId: first.id, past: [], startedAt: at, createdAt: at, updatedAt: at };
  return standing(enrolment, first, dueAt ?? stepDate(at, first, means), at, key, means);
}

/** The step after the current one that is neither done nor skipped; undefined when none is left. */
export function stepAfter(steps: readonly CadenceStep[], { stepId, past }: Pick<Enrolment, 'stepId' | 'past'>): CadenceStep | undefined {
  const gone = new Set([...past.map((one) => one.stepId), stepId]);
  const here = steps.findIndex(({ id }) => id === stepId);
  const last = here >= 0 ? here : Math.max(-1, ...past.map((one) => steps.findIndex(({ id }) => id === one.stepId)));
  return steps.find(({ id }, at) => at > last && !gone.has(id));
}

/**
 * The step named in `result` is done, or skipped: the next one stands, or the cadence is finished. Nothing moves when another step is the
 * current one or nobody is on the way: what is told twice counts once. `key` (the change's id) makes the id of the next follow-up.
 */
export function advance(enrolment: Enrolment, cadence: Pick<Cadence, 'steps' | 'version'>, result: { stepId: string; done: boolean; at: number }, means: PlanMeans & { key: string }): Standing {
  const { stepId, done, at } = result;
  if (enrolment.state !== 'active' || enrolment.stepId !== stepId) return { enrolment };
  const past = [...enrolment.past, { stepId, at, done }];
  const next = stepAfter(cadence.steps, { stepId, past });
  if (!next) return { enrolment: { ...stop({ ...enrolment, past }, 'finished', at), stepId: '' } };
  const { followUpId: _closed, ...rest } = enrolment;
  return standing({ ...rest, version: cadence.version, stepId: next.id, past, updatedAt: at }, next, stepDate(at, next, means), at, means.key, means);
}

/** Nothing comes due until it is resumed. */
export function pause(enrolment: Enrolment, at: number): Enrolment {
  return enrolment.state === 'active' ? { ...enrolment, state: 'paused', updatedAt: at } : enrolment;
}

/** Goes on where it was paused: the current step is due as much later as the pause was long, within its window. `followUp` is the one that was closed by the pause. */
export function resume(enrolment: Enrolment, cadence: Cadence, followUp: FollowUp | undefined, at: number, means: PlanMeans & { key: string }): Standing {
  if (enrolment.state !== 'paused') return { enrolment };
  const active: Enrolment = { ...enrolment, state: 'active', updatedAt: at };
  const step = cadence.steps.find(({ id }) => id === enrolment.stepId);
  if (!followUp || followUp.stepId !== enrolment.stepId) return step ? standing(active, step, stepDate(at, step, means), at, means.key, means) : { enrolment: active };
  const { doneAt = at, ...rest } = followUp;
  const left = Math.max(0, followUp.dueAt - doneAt);
  const dueAt = stepDate(at + left, { days: 0, business: step?.business ?? false, channel: followUp.channel ?? '' }, means);
  return { enrolment: active, followUp: { ...rest, ...(step ? partsOf(step) : {}), open: 1, dueAt, updatedAt: at } };
}

/** Over, for a reason. Who is out already keeps the first one. */
export function stop(enrolment: Enrolment, reason: StopReason, at: number): Enrolment {
  if (enrolment.state === 'stopped') return enrolment;
  const { followUpId: _closed, ...rest } = enrolment;
  return { ...rest, state: 'stopped', reason, stoppedAt: at, updatedAt: at };
}

/** A follow-up that stands for a step of somebody's cadence. */
export function standing(enrolment: Enrolment, step: CadenceStep, dueAt: number, at: number, key: string, { zone }: PlanMeans): Standing {
  const id = derivedId(at, `${key} ${enrolment.id} ${step.id}`);
  const { prospectId } = enrolment;
  const followUp: FollowUp = { id, prospectId, dueAt, open: 1, words: '', zone, ...partsOf(step), enrolmentId: enrolment.id, stepId: step.id, createdAt: at, updatedAt: at };
  return { enrolment: { ...enrolment, followUpId: id }, followUp };
}

/** What a follow-up takes over from its step. */
export function partsOf({ text, channel, templateId }: CadenceStep): Pick<FollowUp, 'text' | 'channel' | 'templateId'> {
  return { text, channel, ...(templateId ? { templateId } : {}) };
}

function midnight(at: number, zone: string, later = 0): number {
  return instantsOf({ ...addDays(wallAt(at, zone), later), hour: 0, minute: 0 }, zone)[0];
}
