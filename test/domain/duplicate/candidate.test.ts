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

test('of more pairs than are looked at the likeliest are, the surest first, wherever they stand; others have their turn all the while', () => {
  const field = (value: string): { value: string; source: { kind: 'hand'; name: string }; at: number } => ({ value, source: { kind: 'hand', name: 'rep' }, at: 1 });
  const someone = (group: number, at: number, more: Prospect['fields']): Prospect => ({
    id: `${String(group).padStart(2, '0')}-${String(at).padStart(2, '0')}`, kind: 'prospect', keys: [], suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 1, updatedAt: 1,
    fields: { name: field(`Ada Quill${'abcdefghijkl'[group]!}`), company: field('Northwind Example'), ...more },
  });
  // nine crowds of one name each; the last three say of everybody the same place as well
  const people = Array.from({ length: 9 }, (_, group) => Array.from({ length: 55 }, (_one, at) => someone(group, at, group < 6 ? {} : { location: field('Oslo') }))).flat();
  const table = peopleTable();
  for (const one of people) table.put(personRow(one, { followUps: [], touches: [] }));
  const work = candidates(table, []);
  let turns = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) turns += 1;
  const pairs = step.value;
  expect(pairs.length).toBe(4_000);
  expect(pairs).toEqual(pairs.toSorted((x, y) => y.most - x.most || (x.a + x.b < y.a + y.b ? -1 : 1)));
  expect(new Set(pairs.slice(0, 3 * 55 * 27).map(({ a }) => a.slice(0, 2)))).toEqual(new Set(['06', '07', '08']));
  // 13,365 pairs
  expect(turns).toBeGreaterThan(60);
});
