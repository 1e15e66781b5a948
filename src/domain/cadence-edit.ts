import { type Cadence, type CadenceStep, type Enrolment, STEP_KINDS, type StepKind } from './cadence.ts';
import { MOST_STEPS } from './enrol.ts';
import { CHANNELS, PRIORITIES, type Priority } from './qualification.ts';

/** What an edit of a cadence says; the rest of it stays. */
export type CadenceEdit = Pick<Cadence, 'name' | 'steps' | 'priorities'>;

export const LONGEST_NAME = 120;
export const LONGEST_TEXT = 500;
/** Days between two steps. */
export const MOST_DAYS = 365;

/** An edit as it is kept: single spaces, bounded texts, days and steps; each step once. */
export function tidied({ name, steps, priorities }: CadenceEdit): CadenceEdit {
  const seen = new Set<string>();
  return {
    name: name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME),
    steps: steps.filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, MOST_STEPS).map(tidiedStep),
    priorities: PRIORITIES.filter((one) => priorities.includes(one)),
  };
}

function tidiedStep({ id, kind, channel, days, business, templateId, text }: CadenceStep): CadenceStep {
  return {
    id, kind: STEP_KINDS.includes(kind) ? kind : 'message', channel: (CHANNELS as readonly string[]).includes(channel) ? channel : 'other',
    days: Number.isFinite(days) ? Math.min(MOST_DAYS, Math.max(0, Math.round(days))) : 0, business,
    ...(templateId ? { templateId } : {}), text: text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT),
  };
}

const WARM_UP: ReadonlySet<StepKind> = new Set<StepKind>(['viewed', 'followed', 'reacted', 'commented', 'shared']);

/** Does this step only show up, and ask nothing of the person? */
export function isWarmUp(kind: StepKind): boolean {
  return WARM_UP.has(kind);
}

/** Does a cadence ask something of people before it has shown up anywhere? Cadences of telephone and mail alone are not asked to. */
export function asksCold(steps: readonly Pick<CadenceStep, 'kind' | 'channel'>[]): boolean {
  const first = steps.findIndex(({ kind }) => !isWarmUp(kind));
  return first === 0 && steps.some(({ channel }) => channel === 'linkedin' || channel === 'x');
}

/** The usual channel of a kind of step. */
export function channelOf(kind: StepKind): string {
  return kind === 'call' || kind === 'email' || kind === 'meeting' ? kind : 'linkedin';
}

/** The cadence that is the default for a priority: the one edited last when two say so. */
export function cadenceFor(cadences: readonly Cadence[], priority: Priority): Cadence | undefined {
  return cadences.filter(({ priorities, steps }) => priorities.includes(priority) && steps.length > 0).toSorted((a, b) => b.updatedAt - a.updatedAt)[0];
}

/** What came of a step: how many stand at it now, did it, skipped it, and after whom it was the last thing done when they answered or a meeting came. */
export interface StepOutcome {
  here: number;
  done: number;
  skipped: number;
  replied: number;
}

/** What came of each step, by its id, from everybody who is or was in the cadence. */
export function stepOutcomes(enrolments: readonly Enrolment[]): Map<string, StepOutcome> {
  const outcomes = new Map<string, StepOutcome>();
  const at = (id: string): StepOutcome => {
    const known = outcomes.get(id) ?? { here: 0, done: 0, skipped: 0, replied: 0 };
    outcomes.set(id, known);
    return known;
  };
  for (const { state, stepId, past, reason } of enrolments) {
    if (state !== 'stopped') at(stepId).here += 1;
    for (const one of past) at(one.stepId)[one.done ? 'done' : 'skipped'] += 1;
    const last = past.findLast(({ done }) => done);
    if (last && (reason === 'replied' || reason === 'meeting') && state === 'stopped') at(last.stepId).replied += 1;
  }
  return outcomes;
}
