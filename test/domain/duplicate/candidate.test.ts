import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidates } from '../../../src/domain/duplicate/candidate.ts';
import { factsOfPerson } from '../../../src/domain/duplicate/person-facts.ts';
import { suspect } from '../../../src/domain/duplicate/suspicion.ts';
import { personRow } from '../../../src/domain/people/row.ts';
import { peopleTable } from '../../../src/domain/people/table.ts';
import type { Prospect } from '../../../src/domain/prospect.ts';
import { labelledPairs } from './labelled-pair.ts';

function run<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function found(people: readonly Prospect[], shared: string[][] = []): Set<string> {
  const table = peopleTable();
  for (const one of people) table.put(personRow(one, { followUps: [], touches: [] }));
  return new Set(run(candidates(table, shared)).map(({ a, b }) => `${a} ${b}`));
}

test('whoever would be suspected is among the candidates that the columns give, each pair once, whatever the order', () => {
  const pairs = labelledPairs().map(({ a, b }, at) => [{ ...a, id: `a${at}` }, { ...b, id: `b${at}` }] as const);
  const shared = pairs.map(([a, b]) => [a.id, b.id]);
  const wanted = pairs.filter(([a, b]) => suspect(factsOfPerson(a), factsOfPerson(b)));
  expect(wanted.length).toBeGreaterThan(80);
  fc.assert(fc.property(fc.shuffledSubarray(pairs.flat(), { minLength: 300, maxLength: 2 * pairs.length }), (people) => {
    const here = new Set(people.map(({ id }) => id));
    const pairsFound = found(people, shared);
    const missed = wanted.filter(([a, b]) => here.has(a.id) && here.has(b.id) && !pairsFound.has(`${a.id} ${b.id}`));
    expect(missed.map(([a, b]) => `${a.fields.name?.value} / ${b.fields.name?.value}`)).toEqual([]);
    expect(pairsFound).toEqual(found(people.toReversed(), shared));
  }), { numRuns: 4 });
});
