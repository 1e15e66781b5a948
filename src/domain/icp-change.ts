import type { Criterion, Icp } from './icp.ts';

/** One difference between two versions of an ICP. `parts` name what of a criterion is another. */
export type IcpChange =
  | { what: 'renamed'; from: string; to: string }
  | { what: 'added' | 'removed'; criterion: Criterion }
  | { what: 'changed'; before: Criterion; after: Criterion; parts: CriterionPart[]; added: string[]; removed: string[] };

export type CriterionPart = 'kind' | 'words' | 'bounds' | 'within' | 'field' | 'rule' | 'weight';

/** What became of `before` in `after`: name first, then criteria in the order of `after`, then what is gone. A criterion is the same one by its id; order alone is no change. */
export function compareIcps(before: Pick<Icp, 'name' | 'criteria'>, after: Pick<Icp, 'name' | 'criteria'>): IcpChange[] {
  const old = new Map(before.criteria.map((one) => [one.id, one]));
  const kept = new Set(after.criteria.map(({ id }) => id));
  const changes: IcpChange[] = before.name === after.name ? [] : [{ what: 'renamed', from: before.name, to: after.name }];
  for (const criterion of after.criteria) {
    const was = old.get(criterion.id);
    if (!was) changes.push({ what: 'added', criterion });
    else {
      const parts = partsOf(was, criterion);
      if (parts.length > 0) changes.push({ what: 'changed', before: was, after: criterion, parts, added: without(criterion.any, was.any), removed: without(was.any, criterion.any) });
    }
  }
  for (const criterion of before.criteria) if (!kept.has(criterion.id)) changes.push({ what: 'removed', criterion });
  return changes;
}

/** Do these criteria score everybody alike? Their order and how they are called do not matter to a score. */
export function scoreAlike(before: readonly Criterion[], after: readonly Criterion[]): boolean {
  return compareIcps({ name: '', criteria: [...before] }, { name: '', criteria: [...after] }).length === 0;
}

function partsOf(before: Criterion, after: Criterion): CriterionPart[] {
  const parts: CriterionPart[] = [];
  if (before.kind !== after.kind) parts.push('kind');
  if (without(before.any, after.any).length > 0 || without(after.any, before.any).length > 0) parts.push('words');
  if (before.min !== after.min || before.max !== after.max) parts.push('bounds');
  if (before.within !== after.within) parts.push('within');
  if (before.field !== after.field) parts.push('field');
  if (before.rule !== after.rule) parts.push('rule');
  if (before.weight !== after.weight) parts.push('weight');
  return parts;
}

function without(words: readonly string[], others: readonly string[]): string[] {
  return words.filter((word) => !others.includes(word));
}
