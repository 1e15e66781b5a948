import type { Criterion, CriterionScore, Fit, Icp, ScoreInput } from './icp.ts';
import { nowhere } from './near.ts';
import { isEmpty, type Judge, type JudgeMeans, judgeOf, OWN_FIELD, type Verdict } from './score/judge.ts';
import { MAX_TEXT, type Reading, readInput } from './score/reading.ts';
import { excerpt, fold } from './word.ts';

/** An ICP made ready to score many people. `mark` is `score` without the reasons: the same numbers, several times faster. */
export interface Scorer {
  score(input: ScoreInput | Reading): Fit;
  mark(input: ScoreInput | Reading): Mark;
}

/** A fit without its reasons. */
export type Mark = Omit<Fit, 'criteria'>;

/** A criterion ready to judge. */
export interface CompiledCriterion {
  criterion: Criterion;
  /** In thousandths, so that sums are exact and the order of criteria cannot matter; 0 = nothing to look for. */
  weight: number;
  judge: Judge;
}

/** What an unknown criterion is worth, of 1: it could go either way. */
const UNKNOWN = 0.5;
/** What is left of the fit while a must is unknown, of 1. */
const MUST_UNKNOWN = 0.75;

const ANYWHERE: JudgeMeans = { near: nowhere };

/** What somebody's criteria come to: weights by what was found, and which gates are closed. */
export interface Sums {
  known: number;
  matched: number;
  unknown: number;
  missing: boolean;
  unsure: boolean;
  broken: boolean;
}

/** All weight there is, and that of the plus-criteria. */
export function totalsOf(criteria: readonly Pick<CompiledCriterion, 'criterion' | 'weight'>[]): { total: number; plus: number } {
  const sum = (list: typeof criteria): number => list.reduce((all, { weight }) => all + weight, 0);
  return { total: sum(criteria), plus: sum(criteria.filter(({ criterion }) => criterion.rule === 'plus')) };
}

/** The arithmetic of a fit (docs/decisions/fit.md). */
export function markOf({ known, matched, unknown, missing, unsure, broken }: Sums, { total, plus }: { total: number; plus: number }): Mark {
  const gate = broken ? 'deal-breaker' : missing ? 'must-missing' : unsure ? 'must-unknown' : 'open';
  const share = plus > 0 ? (matched + UNKNOWN * unknown) / plus : total > 0 ? 1 : 0;
  const fit = broken || missing ? 0 : Math.round(100 * share * (unsure ? MUST_UNKNOWN : 1));
  return { fit, coverage: total > 0 ? Math.round((100 * known) / total) : 0, gate };
}

/** Counts one criterion in; one that weighs nothing says nothing. */
export function addTo(sums: Sums, { criterion: { rule }, weight }: Pick<CompiledCriterion, 'criterion' | 'weight'>, state: CriterionScore['state']): void {
  if (weight === 0) return;
  if (state !== 'unknown') sums.known += weight;
  if (rule === 'plus') {
    if (state === 'unknown') sums.unknown += weight;
    else if (state === 'match') sums.matched += weight;
  } else if (rule === 'must') {
    if (state === 'unknown') sums.unsure = true;
    else if (state === 'no') sums.missing = true;
  } else if (state === 'match') sums.broken = true;
}

/** An ICP made ready to score many people fast; it keeps no reference to people. */
export function compileIcp(icp: Pick<Icp, 'criteria'>, means: JudgeMeans = ANYWHERE): Scorer {
  const criteria = icp.criteria.map((criterion) => compileCriterion(criterion, means));
  const totals = totalsOf(criteria);

  function judge(input: ScoreInput | Reading, each?: (compiled: CompiledCriterion, verdict: Verdict, reading: Reading) => void): Mark {
    const reading = 'folded' in input ? input : readInput(input);
    const sums: Sums = { known: 0, matched: 0, unknown: 0, missing: false, unsure: false, broken: false };
    for (const compiled of criteria) {
      const verdict = compiled.weight === 0 ? 'unknown' : compiled.judge(reading);
      each?.(compiled, verdict, reading);
      addTo(sums, compiled, typeof verdict === 'string' ? verdict : 'match');
    }
    return markOf(sums, totals);
  }

  return {
    mark: (input) => judge(input),
    score(input) {
      const scores: CriterionScore[] = [];
      const mark = judge(input, (compiled, verdict, reading) => scores.push(explain(compiled, verdict, reading, totals.plus)));
      return { ...mark, criteria: scores };
    },
  };
}

/** A criterion with its weight in thousandths; one without anything to look for weighs nothing. */
export function compileCriterion(criterion: Criterion, means: JudgeMeans = ANYWHERE): CompiledCriterion {
  const weight = isEmpty(criterion) ? 0 : Math.round(1_000 * Math.min(10, Math.max(1, Number.isFinite(criterion.weight) ? criterion.weight : 1)));
  return { criterion, weight, judge: judgeOf(criterion, means) };
}

/**
 * How well a person fits an ICP, with the reason of each point. Pure: the same ICP version and texts give the same fit for ever.
 *
 * Each plus-criterion can give its share of 100: all of it on a match, half while unknown, none on a known no; `fit` is the rounded sum.
 * A matched deal-breaker or a must that is known to be missing makes it 0; while a must is unknown the sum counts three quarters.
 * `coverage` is the share of all weight, gates included, that could be judged. An ICP with gates alone starts at 100, an empty one is 0.
 * The reasons for this arithmetic are in docs/decisions/fit.md.
 */
export function scoreFit(icp: Pick<Icp, 'criteria'>, input: ScoreInput, means: JudgeMeans = ANYWHERE): Fit {
  let known = scorers.get(icp.criteria);
  if (known?.near !== means.near) scorers.set(icp.criteria, known = { near: means.near, scorer: compileIcp(icp, means) });
  return known.scorer.score(input);
}

/** By the criteria themselves, which are never changed in place: making one ready costs more than scoring. */
const scorers = new WeakMap<readonly Criterion[], { near: JudgeMeans['near']; scorer: Scorer }>();

function explain({ criterion, weight }: CompiledCriterion, verdict: Verdict, { texts }: Reading, plusTotal: number): CriterionScore {
  const { id, kind, rule } = criterion;
  const max = rule === 'plus' && plusTotal > 0 ? (100 * weight) / plusTotal : 0;
  const about = { criterionId: id, kind, rule, max };
  const own = OWN_FIELD[kind];
  if (verdict === 'no') {
    const read = readInstead(criterion, own, texts);
    return { ...about, state: 'no', points: 0, field: own, ...(read ? { evidence: read } : {}) };
  }
  if (verdict === 'unknown') return { ...about, state: 'unknown', points: max * UNKNOWN, field: own };
  const text = verdict.evidence ?? texts[verdict.field];
  const evidence = excerpt((typeof text === 'string' ? text : '').slice(0, MAX_TEXT), verdict.pattern);
  return { ...about, state: 'match', points: max, field: verdict.field, matched: verdict.word, evidence };
}

/** What stands where the wanted words were not found: the first 160 characters, '' when it is no text. A role may have been read in the headline. */
function readInstead({ kind, field = '' }: Criterion, own: keyof ScoreInput, texts: ScoreInput): string {
  const custom = Object.entries(texts.custom ?? {}).find(([name]) => fold(name) === fold(field))?.[1];
  const text = kind === 'custom' ? custom : texts[own] ?? (own === 'title' ? texts.headline : '');
  return typeof text === 'string' ? text.slice(0, 160).toWellFormed() : '';
}
