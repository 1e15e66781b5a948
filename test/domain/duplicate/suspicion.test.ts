import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOfPerson } from '../../../src/domain/duplicate/person-facts.ts';
import { suspect, turned } from '../../../src/domain/duplicate/suspicion.ts';
import { labelledPairs, someone } from './labelled-pair.ts';

const PEOPLE = labelledPairs();

test('of two hundred pairs nearly all that are one person are found, and nearly none that are two', () => {
  const found = PEOPLE.map((pair) => ({ ...pair, suspicion: suspect(factsOfPerson(pair.a), factsOfPerson(pair.b)) }));
  const right = found.filter(({ isOne, suspicion }) => isOne && suspicion);
  const wrong = found.filter(({ isOne, suspicion }) => !isOne && suspicion);
  const missed = found.filter(({ isOne, suspicion }) => isOne && !suspicion);
  expect(PEOPLE.length).toBeGreaterThanOrEqual(200);
  // precision and recall: see docs/decisions/duplicates.md
  expect(right.length / (right.length + wrong.length)).toBeGreaterThanOrEqual(0.97);
  expect(right.length / (right.length + missed.length)).toBeGreaterThanOrEqual(0.97);
});

test('it is the same whichever of two comes first, and whatever the order of what is known', () => {
  const mixed = fc.constantFrom(...PEOPLE.flatMap(({ a, b }) => [a, b]));
  fc.assert(fc.property(mixed, mixed, fc.boolean(), (one, two, shuffled) => {
    const [a, b] = [{ ...one, id: 'a' }, { ...two, id: 'b' }];
    const there = suspect(factsOfPerson(a), factsOfPerson(b));
    const again = suspect(factsOfPerson(b), factsOfPerson(shuffled ? { ...a, keys: a.keys.toReversed() } : a));
    expect(again && { ...turned(again), evidence: again.evidence.map(({ code, weight }) => [code, weight]) }).toEqual(there && { ...there, evidence: there.evidence.map(({ code, weight }) => [code, weight]) });
  }), { numRuns: 300 });
});

test('two of whom the rep has said that they are two are none', () => {
  const [a, b] = [someone('a', 'Ada Example · @Acme'), someone('b', 'Ada Example · @Acme')];
  expect(suspect(factsOfPerson(a), factsOfPerson(b))?.sure).toBeGreaterThan(0.5);
  expect(suspect(factsOfPerson({ ...a, notSame: ['b'] }), factsOfPerson(b))).toBeNull();
  expect(suspect(factsOfPerson(a), factsOfPerson({ ...b, notSame: ['a'] }))).toBeNull();
});
