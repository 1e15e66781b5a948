import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BANT_PARTS, BANT_STATES, QUALIFIED_STEPS, type QualifiedStep } from '../../src/domain/qualification.ts';
import { asksAnything, asksOf, countSteps, gateOf, highest, newSteps, progressOf, type Standing } from '../../src/domain/qualified.ts';
import type { QualifiedRule, StepRule } from '../../src/domain/rule.ts';
import { STARTER_RULE } from '../../src/domain/starter-rule.ts';

const share = fc.integer({ min: 0, max: 100 });
const answers = fc.dictionary(fc.constantFrom(...BANT_PARTS), fc.constantFrom(...BANT_STATES)) as fc.Arbitrary<Standing['bant']>;
const standings: fc.Arbitrary<Standing> = fc.record({ fit: share, coverage: share, engagement: share, bant: answers }, { requiredKeys: ['engagement', 'bant'] });
const stepRules = fc.record({ fit: share, coverage: share, engagement: share, bant: answers, known: fc.integer({ min: 1, max: 4 }) }, { requiredKeys: [] }) as fc.Arbitrary<StepRule>;
const rules: fc.Arbitrary<QualifiedRule> = fc.record({ mql: stepRules, 'sales-qualified': stepRules, 'sales-ready': stepRules }).map((steps) => ({ ...STARTER_RULE, version: 7, steps }));
const recorded = (step: QualifiedStep['step'], at = 1): QualifiedStep => ({ step, at, ruleId: 'old', version: 1, by: 'rule' });
const kept = fc.subarray([...QUALIFIED_STEPS]).map((steps) => steps.map((step) => recorded(step)));
const nobody: Standing = { engagement: 0, bant: {} };
const best: Standing = { fit: 100, coverage: 100, engagement: 100, bant: { budget: 'yes', authority: 'yes', need: 'yes', timing: 'yes' } };

describe('what a step asks for', () => {
  test('is held against what is known: unknown is not enough, not even for a no', () => {
    expect(asksOf({ fit: 60, engagement: 10, bant: { need: 'partly', budget: 'no' }, known: 2 }, { ...nobody, fit: 70, bant: { need: 'no' } })).toEqual([
      { about: 'fit', wanted: 60, have: 70, met: true },
      { about: 'engagement', wanted: 10, have: 0, met: false },
      { about: 'budget', wanted: 'no', met: false },
      { about: 'need', wanted: 'partly', have: 'no', met: false },
      { about: 'known', wanted: 2, have: 1, met: false },
    ]);
    expect(asksOf({ fit: 0 }, nobody)).toEqual([{ about: 'fit', wanted: 0, met: false }]);
  });

  test('leaves out what is no sound ask', () => {
    expect(asksOf({ fit: '60', coverage: NaN, bant: { need: 'perhaps' } } as unknown as StepRule, best)).toEqual([]);
    expect(asksAnything({})).toBe(false);
    expect(asksAnything({ known: 1 })).toBe(true);
  });
});

describe('progress', () => {
  test('is granted step by step, and says what the next one takes', () => {
    const { fresh, next } = progressOf(STARTER_RULE, { fit: 80, coverage: 60, engagement: 0, bant: { need: 'yes' } });
    expect(fresh).toEqual(['mql']);
    expect(next!.step).toBe('sales-qualified');
    expect(next!.asks.filter(({ met }) => !met)).toEqual([{ about: 'known', wanted: 2, have: 1, met: false }]);
    expect(progressOf(STARTER_RULE, best)).toEqual({ fresh: [...QUALIFIED_STEPS] });
    expect(progressOf(STARTER_RULE, nobody).fresh).toEqual([]);
  });

  test('does not skip a step whose asks are not met, but passes over one that asks for nothing', () => {
    const steps = { mql: { engagement: 50 }, 'sales-qualified': {}, 'sales-ready': { fit: 10 } };
    expect(progressOf({ steps }, { ...best, engagement: 0 }).fresh).toEqual([]);
    expect(progressOf({ steps }, best).fresh).toEqual(['mql', 'sales-ready']);
  });

  test('what is recorded stays, whatever the rule says now and however little is left', () => {
    fc.assert(fc.property(rules, standings, kept, (rule, standing, steps) => {
      const { kept: top, fresh, next } = progressOf(rule, standing, steps);
      expect(top).toEqual(highest(steps));
      const from = top ? QUALIFIED_STEPS.indexOf(top.step) : -1;
      for (const step of [...fresh, ...(next ? [next.step] : [])]) expect(QUALIFIED_STEPS.indexOf(step)).toBeGreaterThan(from);
    }));
  });

  test('knowing and fitting better never takes a step away', () => {
    fc.assert(fc.property(rules, standings, (rule, standing) => {
      expect(progressOf(rule, best).fresh.length).toBeGreaterThanOrEqual(progressOf(rule, standing).fresh.length);
    }));
  });

  test('a step is recorded once, with rule and version; after that there is nothing new', () => {
    fc.assert(fc.property(rules, standings, kept, fc.nat(), (rule, standing, steps, at) => {
      const added = newSteps(rule, standing, steps, at);
      for (const one of added) expect(one).toEqual({ step: one.step, at, ruleId: rule.id, version: rule.version, by: 'rule' });
      expect(newSteps(rule, standing, [...steps, ...added], at + 1)).toEqual([]);
    }));
  });

  test('a step of a later version of the book is passed over', () => {
    const odd = recorded('customer-for-life' as 'mql');
    expect(highest([odd])).toBeUndefined();
    expect(newSteps(STARTER_RULE, best, [odd], 1)).toHaveLength(3);
  });
});

describe('a count of people', () => {
  test('counts somebody at a step at those below too', () => {
    expect(countSteps(STARTER_RULE, [best, nobody, { fit: 70, coverage: 50, engagement: 0, bant: {} }])).toEqual({ mql: 2, 'sales-qualified': 1, 'sales-ready': 1 });
  });
});

describe("the gate before the rep's word", () => {
  test('names what is missing on the way there, each thing once and in its hardest form', () => {
    const { missing } = gateOf('sales-ready', STARTER_RULE, { fit: 70, coverage: 10, engagement: 0, bant: { need: 'no' } }, undefined, 'P1');
    expect(missing).toEqual([
      { about: 'coverage', wanted: 40, have: 10, met: false },
      { about: 'authority', wanted: 'partly', met: false },
      { about: 'need', wanted: 'yes', have: 'no', met: false },
      { about: 'timing', wanted: 'partly', met: false },
      { about: 'known', wanted: 4, have: 1, met: false },
    ]);
  });

  test('warns of a low priority before a hand-over only', () => {
    expect(gateOf('sales-ready', STARTER_RULE, best, [], 'P3')).toEqual({ missing: [], lowPriority: true });
    expect(gateOf('sales-ready', STARTER_RULE, best, [], 'P2').lowPriority).toBe(false);
    expect(gateOf('mql', STARTER_RULE, best, [], 'P4').lowPriority).toBe(false);
  });

  test('does not ask again for a step that is kept', () => {
    expect(gateOf('sales-qualified', STARTER_RULE, { ...nobody, fit: 70, bant: { need: 'yes', budget: 'no' } }, [recorded('mql')], 'P1').missing).toEqual([]);
  });
});
