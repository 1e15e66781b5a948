import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankCriterion, blocksSaving, faultOf, moved, NUMBER_KINDS, turnInto, VOCABULARY } from '../../src/domain/criterion.ts';
import { CRITERION_KINDS, type Criterion } from '../../src/domain/icp.ts';

const criterion = (kind: Criterion['kind'], more: Partial<Criterion> = {}): Criterion => ({ ...blankCriterion('c', kind), any: ['Berlin'], ...more });

describe('another kind', () => {
  test('keeps what still means something', () => {
    expect(turnInto(criterion('location', { within: 50, weight: 8, rule: 'must' }), 'company')).toEqual(criterion('company', { weight: 8, rule: 'must' }));
    expect(turnInto(criterion('keywords', { any: ['saas', 'B2B', 'growth'] }), 'model').any).toEqual(['b2b', 'saas']);
    expect(turnInto(criterion('seniority', { any: ['vp'] }), 'title').any).toEqual([]);
    expect(turnInto(criterion('headcount', { any: [], min: 51, max: 200 }), 'revenue')).toEqual(blankCriterion('c', 'revenue'));
    expect(turnInto(criterion('custom', { field: 'Region' }), 'location')).toEqual(criterion('location'));
  });

  test('leaves nothing behind that the new kind does not know', () => {
    fc.assert(fc.property(fc.constantFrom(...CRITERION_KINDS), fc.constantFrom(...CRITERION_KINDS), fc.array(fc.constantFrom('vp', 'sales', 'saas', 'webinar', 'Berlin')), (from, kind, any) => {
      const made = turnInto({ ...blankCriterion('c', from), any, ...(NUMBER_KINDS.has(from) ? { any: [], min: 1, max: 5 } : {}), ...(from === 'location' ? { within: 9 } : {}), ...(from === 'custom' ? { field: 'x' } : {}) }, kind);
      expect(made.kind).toBe(kind);
      if (from === kind) return;
      expect(Object.keys(made).toSorted()).toEqual(['any', 'id', 'kind', 'rule', 'weight']);
      if (VOCABULARY[kind]) expect(made.any.every((word) => VOCABULARY[kind]!.includes(word))).toBe(true);
      if (NUMBER_KINDS.has(kind)) expect(made.any).toEqual([]);
    }));
  });
});

describe('what is wrong with a criterion', () => {
  test('is said of bounds that are the wrong way round or negative, of a distance that is none, of a field without name, of nothing to look for', () => {
    expect(faultOf(criterion('headcount', { any: [], min: 200, max: 51 }))).toBe('order');
    expect(faultOf(criterion('headcount', { any: [], min: -1 }))).toBe('negative');
    expect(faultOf(criterion('location', { within: 0 }))).toBe('far');
    expect(faultOf(criterion('location', { within: 30_000 }))).toBe('far');
    expect(faultOf(criterion('custom'))).toBe('no-field');
    expect(faultOf(criterion('custom', { field: 'Region' }))).toBe(null);
    expect(faultOf(criterion('revenue', { any: [] }))).toBe('empty');
    expect(faultOf(criterion('title', { any: [' * '] }))).toBe('empty');
    expect(faultOf(criterion('headcount', { any: [], min: 51 }))).toBe(null);
    expect(faultOf(criterion('headcount', { any: [], min: 51, max: 51 }))).toBe(null);
  });

  test('keeps an ICP from being saved, except that an empty one just does not count', () => {
    expect([blocksSaving(criterion('headcount', { any: [], min: 2, max: 1 })), blocksSaving(blankCriterion('c')), blocksSaving(criterion('title'))]).toEqual([true, false, false]);
  });
});

test('moving a criterion up and down again changes nothing, and at an end nothing moves', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(), (list, seed) => {
    const at = seed % list.length;
    const down = moved(list, at, 1);
    expect(new Set(down)).toEqual(new Set(list));
    expect(at === list.length - 1 ? down : moved(down, at + 1, -1)).toEqual(list);
    expect(moved(list, 0, -1)).toBe(list);
  }));
});
