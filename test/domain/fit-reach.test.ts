import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reachOf } from '../../src/domain/fit-reach.ts';
import type { Criterion, ScoreInput } from '../../src/domain/icp.ts';
import { scoreFit } from '../../src/domain/score.ts';

const criteria = fc.uniqueArray(fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'), kind: fc.constantFrom('title' as const, 'location' as const, 'company' as const), any: fc.constant<string[]>(['wanted']), weight: fc.integer({ min: 1, max: 10 }), rule: fc.constantFrom('plus' as const, 'must' as const, 'never' as const),
}), { selector: ({ id }) => id, minLength: 1 });
const word = fc.constantFrom('wanted', 'another', undefined);
const inputs = fc.record({ title: word, location: word, company: word });
const known = (input: object): ScoreInput => Object.fromEntries(Object.entries(input).filter(([, text]) => text !== undefined));

test('what finding out can bring is the fit itself when all is known, and 0 behind a closed gate', () => {
  const sales: Criterion = { id: 'a', kind: 'title', any: ['wanted'], weight: 5, rule: 'plus' };
  expect(reachOf(scoreFit({ criteria: [sales] }, {}))).toBe(100);
  expect(reachOf(scoreFit({ criteria: [sales] }, { title: 'another' }))).toBe(0);
  expect(reachOf(scoreFit({ criteria: [sales, { ...sales, id: 'b', kind: 'location', rule: 'must' }] }, { title: 'wanted', location: 'Rome' }))).toBe(0);
});

test('nothing that is found out lifts the fit above it', () => {
  fc.assert(fc.property(criteria, inputs, inputs, (list, now, later) => {
    const before = known(now);
    const after = { ...known(later), ...before };
    expect(scoreFit({ criteria: list }, after).fit).toBeLessThanOrEqual(reachOf(scoreFit({ criteria: list }, before)));
  }), { numRuns: 500 });
});
