import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CRITERION_KINDS, type Criterion } from '../../../src/domain/icp.ts';
import type { Near } from '../../../src/domain/near.ts';
import { personRow } from '../../../src/domain/people/row.ts';
import { bestOf, rescoreSlots, scoreAll } from '../../../src/domain/people/scores.ts';
import { packTable, peopleTable, unpackTable, type PeopleTable } from '../../../src/domain/people/table.ts';
import { compileIcp } from '../../../src/domain/score.ts';
import { inputOf } from '../../../src/domain/score-input.ts';
import { anyPerson } from './arbitrary-person.ts';

const near: Near = (location, wanted, km) => (location.length % 3 === 0 ? 'unknown' : location.length + wanted.length < km);
const wanted = fc.constantFrom('sales', 'VP', 'founder', 'c-level', 'marketing', 'Germany', 'Berlin', 'DACH', 'acme', 'software', 'pipe*', 'b2b', '太', '51', 'webinar', '', 'north');
const criterion: fc.Arbitrary<Criterion> = fc.record({
  id: fc.uuid(), kind: fc.constantFrom(...CRITERION_KINDS), any: fc.array(wanted, { maxLength: 4 }), weight: fc.integer({ min: 0, max: 12 }), rule: fc.constantFrom('plus', 'plus', 'must', 'never'),
  min: fc.nat(300), max: fc.nat(900), within: fc.nat(30), field: fc.constantFrom('region', 'plan', ''),
}, { requiredKeys: ['id', 'kind', 'any', 'weight', 'rule'] });
const people = fc.array(anyPerson, { maxLength: 12 });

function run<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
const tableOf = (some: { prospect: Parameters<typeof personRow>[0]; around: Parameters<typeof personRow>[1] }[]): PeopleTable => {
  const table = peopleTable();
  for (const { prospect, around } of some) table.put(personRow(prospect, around));
  return table;
};

describe('scores of everybody', () => {
  test('are those of each by themselves, whoever came, changed and went', () => {
    fc.assert(fc.property(people, people, fc.array(criterion, { maxLength: 5 }), fc.nat(9), (first, second, criteria, gone) => {
      const table = tableOf(first);
      const means = { near };
      run(scoreAll(table, { criteria }, means));
      table.remove(`p${gone}`);
      for (const { prospect, around } of second) table.put(personRow(prospect, around));
      const last = new Map([...first.filter(({ prospect }) => prospect.id !== `p${gone}`), ...second].map((one) => [one.prospect.id, one]));
      const copy = unpackTable(structuredClone(packTable(table)))!;
      for (const one of [table, copy]) {
        const { fit, coverage } = run(scoreAll(one, { criteria }, means));
        expect(one.slotOf.size).toBe(last.size);
        for (const [id, { prospect, around }] of last) {
          const slot = one.slotOf.get(id)!;
          const mark = compileIcp({ criteria }, means).mark(inputOf(prospect, around.account));
          expect([id, fit[slot], coverage[slot]]).toEqual([id, mark.fit, mark.coverage]);
        }
      }
    }), { numRuns: 400 });
  });

  test('of a few who changed are worked out as if everybody had been', () => {
    fc.assert(fc.property(people, people, fc.array(criterion, { maxLength: 4 }), (first, second, criteria) => {
      const table = tableOf(first);
      const before = run(scoreAll(table, { criteria }, { near }));
      const slots = second.map(({ prospect, around }) => table.put(personRow(prospect, around)));
      expect(run(rescoreSlots(table, slots, { criteria }, { near }, before))).toEqual(run(scoreAll(table, { criteria }, { near })));
    }));
  });

  test('of several ICPs the best counts, but the chosen one goes before it', () => {
    const table = peopleTable();
    const someone = fc.sample(anyPerson, 1)[0]!;
    table.put(personRow({ ...someone.prospect, id: 'a' }, someone.around));
    table.put(personRow({ ...someone.prospect, id: 'b', icpId: 'low' }, someone.around));
    table.put(personRow({ ...someone.prospect, id: 'c', icpId: 'gone' }, someone.around));
    const scores = [[10, 90], [70, 40], [70, 50]].map(([fit, coverage]) => ({ fit: Uint8Array.of(fit!, fit!, fit!), coverage: Uint8Array.of(coverage!, coverage!, coverage!) }));
    const best = bestOf(table, [{ id: 'low' }, { id: 'high' }, { id: 'surer' }], scores);
    expect([[...best.fit], [...best.coverage], [...best.icp]]).toEqual([[70, 10, 70], [50, 90, 50], [3, 1, 3]]);
    expect([...bestOf(table, [], []).icp]).toEqual([0, 0, 0]);
  });
});

describe('the table', () => {
  test('gives each line back as it was put, before and after it was stored', () => {
    fc.assert(fc.property(people, fc.nat(9), (some, gone) => {
      const table = tableOf(some);
      table.remove(`p${gone}`);
      const last = new Map(some.map(({ prospect, around }) => [prospect.id, personRow(prospect, around)]));
      last.delete(`p${gone}`);
      for (const one of [table, unpackTable(structuredClone(packTable(table)))!]) {
        expect(new Map([...one.slotOf].map(([id, slot]) => [id, one.rowAt(slot)]))).toEqual(last);
      }
    }));
  });

  test('what is no packed table is none', () => {
    const packed = packTable(tableOf(fc.sample(anyPerson, 3).map(({ prospect, around }, at) => ({ around, prospect: { ...prospect, id: `p${at}` } }))));
    const broken = [{ ...packed, text: packed.text.slice(1) }, { ...packed, codes: {} }, { ...packed, numbers: { ...packed.numbers, heat: new Float64Array(1) } }, { ...packed, codes: { ...packed.codes, title: packed.codes['title']!.map(() => 99) } }];
    expect([unpackTable(packed) !== null, ...broken.map(unpackTable)]).toEqual([true, null, null, null, null]);
  });
});
