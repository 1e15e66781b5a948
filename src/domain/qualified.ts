import { isAtLeast } from './bant.ts';
import { BANT_PARTS, BANT_STATES, QUALIFIED_STEPS, type BantPart, type BantState, type Priority, type QualifiedStep } from './qualification.ts';
import type { QualifiedRule, StepRule } from './rule.ts';

export type StepName = QualifiedStep['step'];

/** What a rule looks at; fit and coverage are absent while there is no ICP. */
export interface Standing {
  fit?: number;
  coverage?: number;
  engagement: number;
  bant: { [P in BantPart]?: BantState };
}

/** A number that a step asks for, what there is of it (absent while unknown), and whether that is enough. `known` counts answers in BANT. */
export interface NumberAsk {
  about: 'fit' | 'coverage' | 'engagement' | 'known';
  wanted: number;
  have?: number;
  met: boolean;
}

/** An answer that a step asks for. */
export interface AnswerAsk {
  about: BantPart;
  wanted: BantState;
  have?: BantState;
  met: boolean;
}

export type Ask = NumberAsk | AnswerAsk;

export function isAnswerAsk(ask: Ask): ask is AnswerAsk {
  return typeof ask.wanted === 'string';
}

const NUMBERS = ['fit', 'coverage', 'engagement'] as const;

/** Everything that a step asks for, held against somebody; what a file says that is no sound ask is not asked. */
export function asksOf(step: StepRule, standing: Standing): Ask[] {
  const asks: Ask[] = [];
  for (const about of NUMBERS) {
    const wanted = step[about];
    const have = standing[about];
    if (isNumber(wanted)) asks.push({ about, wanted, ...(have === undefined ? {} : { have }), met: have !== undefined && have >= wanted });
  }
  for (const part of BANT_PARTS) {
    const wanted = step.bant?.[part];
    const have = standing.bant[part];
    if (wanted !== undefined && BANT_STATES.includes(wanted)) asks.push({ about: part, wanted, ...(have === undefined ? {} : { have }), met: isAtLeast(have, wanted) });
  }
  if (isNumber(step.known)) {
    const have = BANT_PARTS.filter((part) => standing.bant[part] !== undefined).length;
    asks.push({ about: 'known', wanted: step.known, have, met: have >= step.known });
  }
  return asks;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Does a step ask for anything? One that does not is never reached by the rule, only by the rep's word. */
export function asksAnything(step: StepRule): boolean {
  return asksOf(step, { engagement: 0, bant: {} }).length > 0;
}

/** How far somebody is under a rule. */
export interface Progress {
  /** The highest step that was ever recorded, by whichever rule; it is never lost. */
  kept?: QualifiedStep;
  /** Steps beyond that one that the rule grants now, lowest first. */
  fresh: StepName[];
  /** The first step that is neither kept nor granted, with all that it asks for; absent at the top. */
  next?: { step: StepName; asks: Ask[] };
}

/**
 * Holds a rule against somebody. A step is granted when all that it asks for is met and every step below is kept or granted too; one that
 * asks for nothing is passed over. What is kept stays, whatever the rule says now and however engagement has faded.
 */
export function progressOf(rule: Pick<QualifiedRule, 'steps'>, standing: Standing, recorded: readonly QualifiedStep[] = []): Progress {
  const kept = highest(recorded);
  const fresh: StepName[] = [];
  for (const step of QUALIFIED_STEPS.slice(kept ? QUALIFIED_STEPS.indexOf(kept.step) + 1 : 0)) {
    const asks = asksOf(rule.steps[step], standing);
    if (asks.length > 0 && asks.every(({ met }) => met)) fresh.push(step);
    else if (asks.length > 0) return { ...(kept ? { kept } : {}), fresh, next: { step, asks } };
  }
  return { ...(kept ? { kept } : {}), fresh };
}

/** The highest step of those recorded; of equals the first, which made it so. Steps that this version does not know are passed over. */
export function highest(recorded: readonly QualifiedStep[]): QualifiedStep | undefined {
  return recorded.reduce<QualifiedStep | undefined>((best, one) => (QUALIFIED_STEPS.indexOf(one.step) > (best ? QUALIFIED_STEPS.indexOf(best.step) : -1) ? one : best), undefined);
}

/** What is to be recorded of somebody at `at` (epoch ms): one entry for each step that the rule grants now and that is not kept yet. */
export function newSteps(rule: QualifiedRule, standing: Standing, recorded: readonly QualifiedStep[] | undefined, at: number): QualifiedStep[] {
  return progressOf(rule, standing, recorded).fresh.map((step) => ({ step, at, ruleId: rule.id, version: rule.version, by: 'rule' }));
}

/** How many of these people a rule would grant each step, counted from nothing recorded; somebody at a step is counted at those below too. */
export function countSteps(rule: Pick<QualifiedRule, 'steps'>, people: Iterable<Standing>): Record<StepName, number> {
  const counts: Record<StepName, number> = { mql: 0, 'sales-qualified': 0, 'sales-ready': 0 };
  for (const one of people) for (const step of progressOf(rule, one).fresh) counts[step]++;
  return counts;
}

/** What speaks against the rep's word that somebody has reached a step: asks of it and of the steps between that are not met, and a priority too low to hand over. */
export interface Gate {
  missing: Ask[];
  lowPriority: boolean;
}

/** Warns, and never forbids: the rep may know better, and says why. */
export function gateOf(step: StepName, rule: Pick<QualifiedRule, 'steps'>, standing: Standing, recorded: readonly QualifiedStep[] | undefined, priority: Priority): Gate {
  const kept = highest(recorded ?? []);
  const between = QUALIFIED_STEPS.slice(kept ? QUALIFIED_STEPS.indexOf(kept.step) + 1 : 0, QUALIFIED_STEPS.indexOf(step) + 1);
  const missing = between.flatMap((one) => asksOf(rule.steps[one], standing)).filter(({ met }) => !met);
  // of two asks for the same thing the harder one says it all
  const hardest = missing.filter((ask, at) => !missing.some((other, place) => other.about === ask.about && (isHarder(other, ask) || (place < at && !isHarder(ask, other)))));
  return { missing: hardest, lowPriority: step === 'sales-ready' && (priority === 'P3' || priority === 'P4') };
}

function isHarder(a: Ask, b: Ask): boolean {
  if (typeof a.wanted === 'number') return a.wanted > Number(b.wanted);
  return BANT_STATES.indexOf(a.wanted) > BANT_STATES.indexOf(b.wanted as BantState);
}
