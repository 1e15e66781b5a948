import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CRITERION_KINDS, type Criterion } from '../../../src/domain/icp.ts';
import type { Near } from '../../../src/domain/near.ts';
import { personRow } from '../../../src/domain/people/row.ts';
import { bestOf, type BestScores, rescoreSlots, scoreAll } from '../../../src/domain/people/scores.ts';
import { packTable, unpackTable } from '../../../src/domain/people/packed.ts';
import { peopleTable, type PeopleTable } from '../../../src/domain/people/table.ts';
import { compileIcp } from '../../../src/domain/score.ts';
import { inputOf } from '../../../src/domain/score-input.ts';
import { anyPerson } from './arbitrary-person.ts';
import { atOnce } from './at-once.ts';

const near: Near = (location, wanted, km) => (location.length % 3 === 0 ? 'unknown' : location.length + wanted.length < km);
const wanted = fc.constantFrom('sales', 'VP', 'founder', 'c-level', 'marketing', 'Germany', 'Berlin', 'DACH', 'acme', 'software', 'pipe*', 'b2b', '太', '51', 'webinar', '', 'north');
const criterion: fc.Arbitrary<Criterion> = fc.record({
  id: fc.uuid(), kind: fc.constantFrom(...CRITERION_KINDS), any: fc.array(wanted, { maxLength: 4 }), weight: fc.integer({ min: 0, max: 12 }), rule: fc.constantFrom('plus', 'plus', 'must', 'never'),
  min: fc.nat(300), max: fc.nat(900), within: fc.nat(30), field: fc.constantFrom('region', 'plan', ''),
}, { requiredKeys: ['id', 'kind', 'any', 'weight', 'rule'] });
const people = fc.array(anyPerson, { maxLength: 12 });
/** The table after it was stored and read. */
const stored = (table: PeopleTable): PeopleTable => atOnce(unpackTable(structuredClone(atOnce(packTable(table)))))!.table;

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
      atOnce(scoreAll(table, { criteria }, means));
      table.remove(`p${gone}`);
      for (const { prospect, around } of second) table.put(personRow(prospect, around));
      const last = new Map([...first.filter(({ prospect }) => prospect.id !== `p${gone}`), ...second].map((one) => [one.prospect.id, one]));
      const copy = stored(table);
      for (const one of [table, copy]) {
        const { fit, coverage } = atOnce(scoreAll(one, { criteria }, means));
        expect(one.slotOf.size).toBe(last.size);
        for (const [id, { prospect, around }] of last) {
          const slot = one.slotOf.get(id)!;
          const mark = compileIcp({ criteria }, means).mark(inputOf(prospect, around.account));
          expect([id, fit[slot], coverage[slot]]).toEqual([id, mark.fit, mark.coverage]);
        }
      }
    }), { numRuns: 150 });
  });

  test('of a few who changed are worked out as if everybody had been', () => {
    fc.assert(fc.property(people, people, fc.array(fc.array(criterion, { maxLength: 4 }), { maxLength: 3 }), (first, second, all) => {
      const table = tableOf(first);
      const icps = all.map((criteria, at) => ({ id: `icp${at}`, criteria }));
      const best = (): BestScores => bestOf(table, icps, icps.map((icp) => atOnce(scoreAll(table, icp, { near }))));
      const before = best();
      const slots = second.map(({ prospect, around }) => table.put(personRow(prospect, around)));
      expect(atOnce(rescoreSlots(table, slots, icps, { near }, before))).toEqual(best());
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
      for (const one of [table, stored(table)]) {
        expect(new Map([...one.slotOf].map(([id, slot]) => [id, one.rowAt(slot)]))).toEqual(last);
      }
    }));
  });

  test('what is no packed table is none', () => {
    const packed = atOnce(packTable(tableOf(fc.sample(anyPerson, 3).map(({ prospect, around }, at) => ({ around, prospect: { ...prospect, id: `p${at}` } })))));
    const without = (name: string): object => ({ ...packed, sections: packed.sections.filter((one) => one.name !== name) });
    const at = packed.sections.find(({ name }) => name === 'name.codes')!.from;
    const spoilt = packed.bytes.slice();
    spoilt[at] = 99;
    const broken = [null, {}, { ...packed, count: 2 }, { ...packed, sets: {} }, { ...packed, bytes: packed.bytes.slice(8) }, { ...packed, bytes: spoilt }, without('heat'), without('title.codes'), without('name.ends'), without('ids.bytes')];
    expect([atOnce(unpackTable(packed)) !== null, ...broken.map((one) => atOnce(unpackTable(one)))]).toEqual([true, ...broken.map(() => null)]);
  });

  test('scores that were stored with it are those of the same people', () => {
    const table = peopleTable();
    const someone = fc.sample(anyPerson, 1)[0]!;
    for (const [at, id] of ['a', 'b', 'c'].entries()) table.put(personRow({ ...someone.prospect, id, createdAt: at }, someone.around));
    table.remove('b');
    const { table: read, kept } = atOnce(unpackTable(structuredClone(atOnce(packTable(table, { kept: { basis: 'icp 1', scores: { fit: Uint8Array.of(10, 20, 30), coverage: Uint8Array.of(1, 2, 3), icp: Uint8Array.of(1, 1, 2) } } })))))!;
    expect([kept?.basis, ...['a', 'c'].map((id) => [kept?.scores.fit[read.slotOf.get(id)!], kept?.scores.coverage[read.slotOf.get(id)!], kept?.scores.icp[read.slotOf.get(id)!]])]).toEqual(['icp 1', [10, 1, 1], [30, 3, 2]]);
    // as they are shown first
    expect(read.ids).toEqual(['c', 'a']);
  });
});
