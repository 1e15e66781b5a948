/** What a criterion looks at. `seniority` and `department` are parsed from the title; the others match words or names. */
export const CRITERION_KINDS = ['title', 'seniority', 'department', 'industry', 'location', 'company', 'keywords'] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

/** One criterion: matches when any of `any` is found. `plus` adds its weight; `must` has to match; `never` must not. */
export interface Criterion {
  id: string;
  kind: CriterionKind;
  /** Whole words or phrases, a trailing `*` for word beginnings; for seniority and department their names or any title word that means them. */
  any: string[];
  /** 1..10; how much a match is worth among the others. */
  weight: number;
  rule: 'plus' | 'must' | 'never';
}

/** An ideal customer profile. Saving an edit makes a new version; old ones are kept so that an old score can be recomputed. */
export interface Icp {
  id: string;
  version: number;
  name: string;
  criteria: Criterion[];
  createdAt: number;
  updatedAt: number;
}

/** What is known of a person when they are scored: plain texts; an absent or empty one is unknown, not "no". */
export interface ScoreInput {
  name?: string;
  headline?: string;
  title?: string;
  company?: string;
  location?: string;
  about?: string;
  industry?: string;
}

/** One criterion's share in a fit, and why. */
export interface CriterionScore {
  criterionId: string;
  kind: CriterionKind;
  rule: Criterion['rule'];
  state: 'match' | 'no' | 'unknown';
  /** Points of 100 that it gave (half of `max` while unknown), and the most it could give; not rounded. 0 for must and never, which gate instead. */
  points: number;
  max: number;
  /** The wanted word that matched and the text it was read in; for `unknown`: the field that would tell. */
  matched?: string;
  evidence?: string;
  field: keyof ScoreInput;
}

/** A whole number 0..100 with its reasons (the arithmetic: docs/decisions/fit.md). `coverage` 0..100 is the share of weight that could be judged; `blocked` says which gate closed. */
export interface Fit {
  fit: number;
  coverage: number;
  gate: 'open' | 'must-missing' | 'must-unknown' | 'deal-breaker';
  criteria: CriterionScore[];
}
