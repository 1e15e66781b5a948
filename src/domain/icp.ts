/** What a criterion looks at. `seniority` and `department` are parsed from the title, `headcount` and `revenue` are spans of numbers, `custom` is a field of the rep's own; the others match words or names. */
export const CRITERION_KINDS = ['title', 'seniority', 'department', 'industry', 'headcount', 'revenue', 'location', 'model', 'tech', 'company', 'keywords', 'source', 'custom'] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

/** One criterion: matches when any of `any` is found, or when the number lies within `min`..`max`. `plus` adds its weight; `must` has to match; `never` must not. */
export interface Criterion {
  id: string;
  kind: CriterionKind;
  /** Whole words or phrases, a trailing `*` for word beginnings; names of the vocabulary for seniority, department, industry, model and source. */
  any: string[];
  /** 1..10; how much a match is worth among the others. */
  weight: number;
  rule: 'plus' | 'must' | 'never';
  /** Inclusive bounds of headcount (people) and revenue (a year, in the book's currency); an absent one is open. */
  min?: number;
  max?: number;
  /** For a location: kilometres around each named place that still match. */
  within?: number;
  /** For custom: the name of the field. */
  field?: string;
}

/** An ideal customer profile. Saving an edit makes a new version; old ones are kept so that an old score can be recomputed. */
export interface Icp {
  id: string;
  version: number;
  name: string;
  criteria: Criterion[];
  /** Total addressable market: how many people there are that would fit, as the rep knows or estimates. */
  tam?: number;
  createdAt: number;
  updatedAt: number;
}

/** From..to of a number that is known as a band ("51-200 employees" is 51..200, "10,000+" is open at the top); both ends the same when it is exact. */
export interface Span {
  min: number;
  max: number;
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
  /** What the account's size and revenue say, as text ("51-200", "$10M to $50M"); read by `spanOf`. */
  headcount?: string;
  revenue?: string;
  /** Business model of the account, and what technology it uses. */
  model?: string;
  tech?: string[];
  /** Lead source. */
  source?: string;
  /** Fields of the rep's own, by name. */
  custom?: { [name: string]: string };
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
  /** The wanted word that matched and the text it was read in; for `no`: what stands there instead; for `unknown`: `field` would tell. */
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
