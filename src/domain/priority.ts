import { joinHeat } from './engagement.ts';
import type { Signal, Stage } from './prospect.ts';
import { PRIORITIES, type Priority } from './qualification.ts';

/** How far a stage has come, 0..100; undefined = there is nothing to win now, whatever else is known. */
const STAGE_POINTS: Record<Stage, number | undefined> = { new: 10, working: 30, engaged: 55, meeting: 80, 'sales-ready': 100, nurture: 0, won: undefined, lost: undefined, disqualified: undefined };

/** What each part of readiness weighs, in hundredths. */
export const READINESS_WEIGHT = { stage: 35, bant: 30, engagement: 25, signals: 10 } as const;

/** A reason to act loses half of its worth in so many ms: thirty days. */
const SIGNAL_HALF_LIFE = 30 * 86_400_000;

/** Where P1, P2 and P3 begin; below is P4. */
const FROM = [60, 45, 35] as const;

/** What stands for a value or a fit of which nothing is known: it moves nobody up or down. */
export const NEUTRAL = 50;

/** The open signals as one number that never changes with the clock: log2 of the sum of 2^(at / half-life); -Infinity = none. */
export function signalHeat(signals: readonly Signal[] | undefined): number {
  return joinHeat((signals ?? []).filter(({ state }) => state === 'open').map(({ at }) => at / SIGNAL_HALF_LIFE));
}

/** How good a reason to act that is at `now` (epoch ms), 0..100: 50 for one signal that is fresh, 75 for two, fading with their age. */
export function signalsFrom(heat: number, now: number): number {
  return 100 * (1 - 2 ** -(2 ** (heat - now / SIGNAL_HALF_LIFE)));
}

/** The same for somebody's signals. */
export function signalsAt(signals: readonly Signal[] | undefined, now: number): number {
  return signalsFrom(signalHeat(signals?.map((one) => ({ ...one, at: Math.min(one.at, now) }))), now);
}

/** Readiness and what it is made of, all 0..100. `closed`: the stage says that there is nothing to win now. */
export interface Readiness {
  readiness: number;
  closed: boolean;
  parts: Record<keyof typeof READINESS_WEIGHT, number>;
}

/** How ready somebody is to talk business: a weighted mean of stage, BANT, engagement and signals (all but the stage 0..100). */
export function readinessOf({ stage, bant, engagement, signals }: { stage: Stage; bant: number; engagement: number; signals: number }): Readiness {
  const points = STAGE_POINTS[stage];
  const parts = { stage: points ?? 0, bant: bounded(bant), engagement: bounded(engagement), signals: bounded(signals) };
  return { readiness: readinessNumber(stage, bant, engagement, signals), closed: points === undefined, parts };
}

/** The same as a number alone, for everybody at once: nothing is made for each. */
export function readinessNumber(stage: Stage, bant: number, engagement: number, signals: number): number {
  const points = STAGE_POINTS[stage];
  if (points === undefined) return 0;
  const weight = READINESS_WEIGHT;
  return Math.round((weight.stage * points + weight.bant * bounded(bant) + weight.engagement * bounded(engagement) + weight.signals * bounded(signals)) / 100);
}

/**
 * What a deal is worth beside the typical one, a whole number 0..100: 50 for a typical one, 76 for ten times as much, 91 for a hundred times.
 * The square root and the ceiling keep one huge number from outshouting all else. Not known, or nothing to compare it with, is neutral.
 */
export function valueOf(dealValue: number | undefined, typical: number | undefined): number {
  if (!isAmount(dealValue) || !isAmount(typical) || typical === 0) return NEUTRAL;
  if (dealValue === 0) return 0;
  return Math.round(100 / (1 + Math.sqrt(typical / dealValue)));
}

function isAmount(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value >= 0;
}

/** How much effort somebody is worth, with the three inputs it comes from; `level` is what holds, `computed` what it would be without the rep's word. */
export interface PriorityScore {
  level: Priority;
  computed: Priority;
  /** 0..100, the geometric mean of the three. */
  score: number;
  readiness: number;
  value: number;
  fit: number;
  override?: { level: Priority; reason: string; at: number };
}

/**
 * P1 to P4 from readiness, value and fit (0..100 each). Geometric, not arithmetic: no input can be bought with another one, so that a
 * perfect fit that nobody can sell to, or a huge deal with the wrong company, does not come first.
 */
export function priorityOf(inputs: { readiness: number; value: number; fit: number | undefined; override?: PriorityScore['override'] }): PriorityScore {
  const [readiness, value, fit] = [bounded(inputs.readiness), bounded(inputs.value), bounded(inputs.fit ?? NEUTRAL)];
  const score = scoreNumber(readiness, value, fit);
  const computed = PRIORITIES[levelNumber(readiness, value, fit) - 1]!;
  // what a file says may be no priority at all
  const { override } = inputs;
  const holds = override !== undefined && PRIORITIES.includes(override.level);
  return { level: holds ? override.level : computed, computed, score, readiness, value, fit, ...(holds ? { override } : {}) };
}

/** The computed level as a number alone, 1..4 = P1..P4. */
export function levelNumber(readiness: number, value: number, fit: number | undefined): number {
  const score = scoreNumber(bounded(readiness), bounded(value), bounded(fit ?? NEUTRAL));
  return score >= FROM[0] ? 1 : score >= FROM[1] ? 2 : score >= FROM[2] ? 3 : 4;
}

function scoreNumber(readiness: number, value: number, fit: number): number {
  return Math.round(Math.cbrt(readiness * value * fit));
}

function bounded(value: number): number {
  return Number.isFinite(value) ? Math.min(100, Math.max(0, value)) : NEUTRAL;
}
