import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareIcps, scoreAlike } from '../../src/domain/icp-change.ts';
import { CRITERION_KINDS, type Criterion } from '../../src/domain/icp.ts';
import { scoreFit } from '../../src/domain/score.ts';

const criterion = (id: string, any: string[], more: Partial<Criterion> = {}): Criterion => ({ id, kind: 'title', any, weight: 5, rule: 'plus', ...more });
const icp = (name: string, ...criteria: Criterion[]): { name: string; criteria: Criterion[] } => ({ name, criteria });
const criteria = fc.uniqueArray(fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'), kind: fc.constantFrom(...CRITERION_KINDS), any: fc.uniqueArray(fc.constantFrom('Sales', 'Berlin', 'vp')), weight: fc.integer({ min: 1, max: 10 }), rule: fc.constantFrom('plus' as const, 'must' as const, 'never' as const),
}), { selector: ({ id }) => id });

describe('what changed between two versions', () => {
  test('is a new name, what came, what went, and what of a criterion is another', () => {
    const before = icp('Old', criterion('a', ['Sales', 'Revenue']), criterion('b', ['Berlin'], { kind: 'location' }), criterion('c', [], { kind: 'headcount', min: 51, max: 200 }));
    const after = icp('New', criterion('a', ['Sales', 'Growth'], { weight: 8 }), criterion('c', [], { kind: 'headcount', min: 51 }), criterion('d', ['SaaS'], { kind: 'keywords', rule: 'must' }));
    expect(compareIcps(before, after)).toEqual([
      { what: 'renamed', from: 'Old', to: 'New' },
      { what: 'changed', before: before.criteria[0], after: after.criteria[0], parts: ['words', 'weight'], added: ['Growth'], removed: ['Revenue'] },
      { what: 'changed', before: before.criteria[2], after: after.criteria[1], parts: ['bounds'], added: [], removed: [] },
      { what: 'added', criterion: after.criteria[2] },
      { what: 'removed', criterion: before.criteria[1] },
    ]);
  });

  test('is nothing for the same criteria in any order', () => {
    fc.assert(fc.property(criteria.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
      expect(compareIcps(icp('x', ...list), icp('x', ...shuffled))).toEqual([]);
    }));
  });

  test('is as much there and back', () => {
    fc.assert(fc.property(criteria, criteria, (one, other) => {
      const [there, back] = [compareIcps(icp('x', ...one), icp('y', ...other)), compareIcps(icp('y', ...other), icp('x', ...one))];
      expect(there.length).toBe(back.length);
      expect(there.filter(({ what }) => what === 'added').length).toBe(back.filter(({ what }) => what === 'removed').length);
    }));
  });

  test('criteria that are said to score alike do', () => {
    fc.assert(fc.property(criteria, criteria, fc.constantFrom({ title: 'VP Sales' }, { title: 'Baker', location: 'Berlin' }, {}), (one, other, input) => {
      const mark = (list: Criterion[]): unknown => { const { criteria: _reasons, ...rest } = scoreFit({ criteria: list }, input); return rest; };
      if (scoreAlike(one, other)) expect(mark(one)).toEqual(mark(other));
      expect(scoreAlike(one, one.toReversed())).toBe(true);
    }), { numRuns: 400 });
  });
});
