import { BUSINESS_MODELS } from './business-model.ts';
import type { Criterion, CriterionKind } from './icp.ts';
import { LEAD_SOURCES } from './qualification.ts';
import { isEmpty } from './score/judge.ts';
import { DEPARTMENTS, SENIORITIES } from './title.ts';
import { fold } from './word.ts';

/** The kinds that speak in a fixed vocabulary, with its names. */
export const VOCABULARY: { [K in CriterionKind]?: readonly string[] } = { seniority: SENIORITIES, department: DEPARTMENTS, model: BUSINESS_MODELS, source: LEAD_SOURCES };

/** How the kinds are told what to look for. */
export const NUMBER_KINDS: ReadonlySet<CriterionKind> = new Set<CriterionKind>(['headcount', 'revenue']);

/** What keeps a criterion from being saved or from counting. */
export type CriterionFault = 'order' | 'negative' | 'far' | 'no-field' | 'empty';

/** Nothing on earth is further away (km). */
const FARTHEST = 20_000;

/** A new criterion with nothing to look for yet. */
export function blankCriterion(id: string, kind: CriterionKind = 'title'): Criterion {
  return { id, kind, any: [], weight: 5, rule: 'plus' };
}

/** The same criterion looking at something else. What it does and weighs stays; words stay where words are wanted, names where the other vocabulary has them; numbers mean something else and go. */
export function turnInto(criterion: Criterion, kind: CriterionKind): Criterion {
  if (kind === criterion.kind) return criterion;
  const { id, rule, weight, any } = criterion;
  return { id, kind, any: wordsFor(kind, criterion.kind, any), weight, rule };
}

function wordsFor(kind: CriterionKind, before: CriterionKind, any: readonly string[]): string[] {
  if (NUMBER_KINDS.has(kind) || NUMBER_KINDS.has(before)) return [];
  const names = VOCABULARY[kind];
  if (names) return names.filter((name) => any.some((word) => fold(word) === fold(name)));
  return VOCABULARY[before] ? [] : [...any];
}

/** What is wrong with a criterion, the worst first; null when nothing is. `empty` alone may be saved: such a criterion does not count. */
export function faultOf(criterion: Criterion): CriterionFault | null {
  const { kind, any, min, max, within, field } = criterion;
  if ((min ?? 0) < 0 || (max ?? 0) < 0) return 'negative';
  if (min !== undefined && max !== undefined && min > max) return 'order';
  if (within !== undefined && !(within > 0 && within <= FARTHEST)) return 'far';
  if (kind === 'custom' && any.length > 0 && !field?.trim()) return 'no-field';
  return isEmpty(criterion) ? 'empty' : null;
}

/** May an ICP with this criterion be saved? */
export function blocksSaving(criterion: Criterion): boolean {
  const fault = faultOf(criterion);
  return fault !== null && fault !== 'empty';
}

/** The list with the entry at `at` one place further up (-1) or down (1); the same list when there is no such place. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const [one, other] = [list[at], list[at + by]];
  if (one === undefined || other === undefined) return list;
  return list.map((each, index) => (index === at ? other : index === at + by ? one : each));
}
