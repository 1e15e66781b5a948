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

/** What criteria come to: told each verdict once, in any order. */
export interface Tally {
  add(criterion: Criterion, weight: number, state: CriterionScore['state']): void;
  mark(): Mark;
}

/** The arithmetic of a fit (docs/decisions/fit.md) over these criteria. */
export function tallyOf(criteria: readonly Pick<CompiledCriterion, 'criterion' | 'weight'>[]): Tally & { plusTotal: number } {
  const sum = (list: typeof criteria): number => list.reduce((all, { weight }) => all + weight, 0);
  const total = sum(criteria);
  const plusTotal = sum(criteria.filter(({ criterion }) => criterion.rule === 'plus'));
  let known = 0, matched = 0, unknown = 0;
  let missing = false, unsure = false, broken = false;
  return {
    plusTotal,
    add({ rule }, weight, state) {
      if (weight === 0) return;
      if (state !== 'unknown') known += weight;
      if (rule === 'plus') {
        if (state === 'unknown') unknown += weight;
        else if (state === 'match') matched += weight;
      } else if (rule === 'must') {
        if (state === 'unknown') unsure = true;
        else if (state === 'no') missing = true;
      } else if (state === 'match') broken = true;
    },
    mark() {
      const gate = broken ? 'deal-breaker' : missing ? 'must-missing' : unsure ? 'must-unknown' : 'open';
      const share = plusTotal > 0 ? (matched + UNKNOWN * unknown) / plusTotal : total > 0 ? 1 : 0;
      const fit = broken || missing ? 0 : Math.round(100 * share * (unsure ? MUST_UNKNOWN : 1));
      const mark: Mark = { fit, coverage: total > 0 ? Math.round((100 * known) / total) : 0, gate };
      known = matched = unknown = 0;
      missing = unsure = broken = false;
      return mark;
    },
  };
}

/** An ICP made ready to score many people fast; it keeps no reference to people. */
export function compileIcp(icp: Pick<Icp, 'criteria'>, means: JudgeMeans = ANYWHERE): Scorer {
  const criteria = icp.criteria.map((criterion) => compileCriterion(criterion, means));
  const tally = tallyOf(criteria);

  function judge(input: ScoreInput | Reading, each?: (compiled: CompiledCriterion, verdict: Verdict, reading: Reading) => void): Mark {
    const reading = 'folded' in input ? input : readInput(input);
    for (const compiled of criteria) {
      const verdict = compiled.weight === 0 ? 'unknown' : compiled.judge(reading);
      each?.(compiled, verdict, reading);
      tally.add(compiled.criterion, compiled.weight, typeof verdict === 'string' ? verdict : 'match');
    }
    return tally.mark();
  }

  return {
    mark: (input) => judge(input),
    score(input) {
      const scores: CriterionScore[] = [];
      const mark = judge(input, (compiled, verdict, reading) => scores.push(explain(compiled, verdict, reading, tally.plusTotal)));
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
  return compileIcp(icp, means).score(input);
}

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
