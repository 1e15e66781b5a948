import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPARISONS, FILTER_FIELDS, type FilterField, type PeopleNow } from '../../../src/domain/people/field.ts';
import { compileSegment, says } from '../../../src/domain/people/filter.ts';
import { countValues, orderPeople, PEOPLE_ORDERS, type PeopleOrder } from '../../../src/domain/people/order.ts';
import { mapOf, quadrantOf } from '../../../src/domain/people/quadrant.ts';
import { personRow, type PersonRow } from '../../../src/domain/people/row.ts';
import { peopleTable, slotsOf } from '../../../src/domain/people/table.ts';
import type { Condition, SegmentFilter } from '../../../src/domain/segment.ts';
import { fold, patterns } from '../../../src/domain/word.ts';
import { anyPerson } from './arbitrary-person.ts';
import { atOnce } from './at-once.ts';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const blank = personRow({ id: 'x', kind: 'prospect', keys: [], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 0, updatedAt: 0 }, { followUps: [], touches: [] });
const row = (part: Partial<PersonRow>): PersonRow => ({ ...blank, ...part });

/** People with fits by slot: -1 = not scored. */
function peopleOf(rows: readonly PersonRow[], fits: readonly number[] = []): PeopleNow {
  const table = peopleTable();
  for (const one of rows) table.put(one);
  const fit = Uint8Array.from(rows, (_, at) => Math.max(0, fits[at] ?? -1));
  return { table, now: NOW, icps: ['i1'], priority: Uint8Array.from(rows, (_, at) => (at % 5)), scores: { fit, coverage: new Uint8Array(rows.length), icp: Uint8Array.from(rows, (_, at) => Number((fits[at] ?? -1) >= 0)) } };
}
const condition = (field: string, is: Condition['is'], values: string[] = [], number?: number): Condition => ({ field, is, values, ...(number === undefined ? {} : { number }) });
const found = (people: PeopleNow, ...conditions: Condition[]): string[] => Array.from(slotsOf(people.table).filter(compileSegment({ match: 'all', conditions }, people)), (slot) => people.table.ids[slot]!);

const ada = row({ id: 'ada', title: 'VP Sales', company: 'Acme GmbH', stage: 'working', tags: ['hot', 'b'], location: 'Munich, Germany', headcount: '51-200', seniorities: 0b10000, bant: 0b1100, dealValue: 500, nextDue: NOW + 3 * DAY, lastTouch: NOW - 10 * DAY, custom: '{"region":"north"}', reach: ['email'] });
const bob = row({ id: 'bob', title: 'Baker', stage: 'new', tags: [], location: 'Paris, France', signals: ['hiring'] });
const both = peopleOf([ada, bob], [80, -1]);

describe('a segment', () => {
  test.each<[Condition, string[]]>([
    [condition('stage', 'any-of', ['working', 'won']), ['ada']], [condition('stage', 'none-of', ['working']), ['bob']],
    [condition('tags', 'any-of', ['b']), ['ada']], [condition('tags', 'unknown'), ['bob']], [condition('signals', 'any-of', ['hiring']), ['bob']],
    [condition('title', 'contains', ['sal']), ['ada']], [condition('title', 'contains', ['ales']), []], [condition('company', 'contains', ['acme gm']), ['ada']],
    [condition('country', 'any-of', ['DE']), ['ada']], [condition('seniority', 'any-of', ['vp']), ['ada']],
    [condition('fit', 'at-least', [], 80), ['ada']], [condition('fit', 'at-most', [], 100), ['ada']], [condition('fit', 'unknown'), ['bob']],
    [condition('headcount', 'at-least', [], 51), ['ada']], [condition('headcount', 'at-least', [], 52), []], [condition('dealValue', 'known'), ['ada']],
    [condition('bant', 'at-least', [], 1), ['ada']], [condition('bant', 'at-most', [], 0), ['bob']],
    [condition('nextDue', 'within-days', [], -3), ['ada']], [condition('nextDue', 'within-days', [], 3), []], [condition('nextDue', 'before-days', [], -2), ['ada']],
    [condition('lastTouch', 'within-days', [], 10), ['ada']], [condition('lastTouch', 'before-days', [], 9), ['ada']], [condition('lastTouch', 'before-days', [], 10), []], [condition('lastTouch', 'unknown'), ['bob']],
    [condition('custom:region', 'any-of', ['north']), ['ada']], [condition('custom:region', 'unknown'), ['bob']], [condition('reach', 'any-of', ['email']), ['ada']], [condition('icp', 'any-of', ['i1']), ['ada']],
  ])('%j finds %j', (one, expected) => expect(found(both, one)).toEqual(expected));

  test('a condition that says nothing narrows nothing', () => {
    const idle = [condition('stage', 'any-of'), condition('nonsense', 'any-of', ['x']), condition('fit', 'at-least'), condition('fit', 'contains', ['x']), condition('title', 'contains', ['!!']), condition('__proto__', 'known'), condition('fit', 'at-least', [], Number.NaN)];
    expect([idle.some(says), found(both, ...idle)]).toEqual([false, ['ada', 'bob']]);
  });

  const anyCondition: fc.Arbitrary<Condition> = fc.constantFrom(...Object.keys(FILTER_FIELDS) as (keyof typeof FILTER_FIELDS)[], 'custom:region').chain((field) => fc.record({
    field: fc.constant<string>(field), is: fc.constantFrom(...COMPARISONS[field === 'custom:region' ? 'text' : FILTER_FIELDS[field as keyof typeof FILTER_FIELDS].kind]),
    values: fc.array(fc.constantFrom('new', 'won', 'sales', 'ACME', 'vp', 'DE', 'P1', 'hiring', 'north'), { maxLength: 3 }), number: fc.integer({ min: -40, max: 100 }),
  }));
  const people = fc.array(anyPerson, { maxLength: 8 }).map((some) => peopleOf([...new Map(some.map(({ prospect, around }) => [prospect.id, personRow(prospect, around)])).values()], [10, -1, 80, 50, 70]));

  test('known and unknown, any of and none of, all and any are what they say', () => {
    fc.assert(fc.property(people, fc.array(anyCondition, { minLength: 1, maxLength: 4 }), (all, conditions) => {
      const slots = slotsOf(all.table);
      const idsBy = (filter: SegmentFilter): Set<number> => new Set(slots.filter(compileSegment(filter, all)));
      const [first] = conditions as [Condition];
      const alone = (is: Condition['is']): Set<number> => idsBy({ match: 'all', conditions: [{ ...first, is }] });
      expect(alone('known').size + alone('unknown').size).toBe(slots.length);
      if (says({ ...first, is: 'any-of' })) expect(alone('any-of').size + alone('none-of').size).toBe(slots.length);
      const each = conditions.filter(says).map((one) => idsBy({ match: 'all', conditions: [one] }));
      if (each.length === 0) return;
      expect(idsBy({ match: 'all', conditions })).toEqual(each.reduce((a, b) => new Set([...a].filter((one) => b.has(one)))));
      expect(idsBy({ match: 'any', conditions })).toEqual(new Set(slots.filter((slot) => each.some((set) => set.has(slot)))));
    }));
  });

  test('what a text contains is what its folded form holds, by whatever way it is told', () => {
    const piece = fc.constantFrom('co', 'founder', 'Co-Founder', 'co‑founder', 'C++', 'C#', '#sales', 'Sales+Marketing', 'VP', 'Ünïted', 'R&D', '山田', 'ＡＣＭＥ', 'ß', '-', ' ', '.', 'é');
    const some = fc.array(piece, { minLength: 1, maxLength: 5 }).map((all) => all.join(''));
    fc.assert(fc.property(fc.array(some, { minLength: 1, maxLength: 6 }), some, (titles, wanted) => {
      const all = peopleOf(titles.map((title, at) => row({ id: String(at), title })));
      const held = titles.flatMap((title, at) => (patterns(`${wanted}*`).some((pattern) => fold(title).includes(pattern)) ? [String(at)] : []));
      const asked = condition('title', 'contains', [wanted]);
      expect(found(all, asked)).toEqual(says(asked) ? held : titles.map((_, at) => String(at)));
    }), { numRuns: 300 });
  });

  test('counted again after changes is what it is when it is counted for the first time', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(5), anyPerson), { minLength: 1, maxLength: 8 }), anyCondition, (changes, one) => {
      const all = peopleOf([ada, bob], [80, -1]);
      for (const [at, { prospect, around }] of changes) {
        found(all, one);
        all.table.put({ ...personRow(prospect, around), id: `p${at}` });
      }
      const rows = Array.from(slotsOf(all.table), (slot) => all.table.rowAt(slot));
      const size = all.table.ids.length;
      const scores = { fit: new Uint8Array(size), coverage: new Uint8Array(size), icp: new Uint8Array(size) };
      const fresh = peopleOf(rows);
      const bare = { priority: new Uint8Array(size), scores };
      expect(found({ ...all, ...bare }, one)).toEqual(found({ ...fresh, ...bare }, one));
    }));
  });
});

describe('order', () => {
  const collate = new Intl.Collator('en').compare;
  const some = peopleOf([
    row({ id: '1', name: 'Zoe', company: 'Beta', createdAt: 1, nextDue: 500 }), row({ id: '2', name: 'élan', company: '', createdAt: 3 }), row({ id: '3', name: '', company: 'acme', createdAt: 2, nextDue: 100 }),
  ], [10, -1, 90]);
  const ids = (order: PeopleOrder, reversed = false): string => Array.from(atOnce(orderPeople(some, order, reversed, collate)), (slot) => some.table.ids[slot]).join('');

  test('each order begins with what a rep looks for first', () => {
    expect({ newest: ids('newest'), name: ids('name'), company: ids('company'), fit: ids('fit'), due: ids('due') }).toEqual({ newest: '231', name: '213', company: '312', fit: '312', due: '312' });
  });

  test('any field orders: names by the language, numbers and moments the highest first, stages as they follow each other', () => {
    const people = peopleOf([row({ id: 'a', title: 'VP', tags: ['b'], stage: 'won', touches: 1 }), row({ id: 'b', title: 'äbtissin', tags: [], stage: 'new', touches: 9 }), row({ id: 'c', title: '', tags: ['Alpha'], stage: 'working', touches: 3 })]);
    const by = (order: PeopleOrder): string => Array.from(atOnce(orderPeople(people, order, false, collate)), (slot) => people.table.ids[slot]).join('');
    expect({ title: by('title'), tags: by('tags'), stage: by('stage'), touches: by('touches') }).toEqual({ title: 'bac', tags: 'cab', stage: 'bca', touches: 'bca' });
  });

  test('turned round, a missing value is still last', () => {
    expect({ name: ids('name', true), fit: ids('fit', true), due: ids('due', true) }).toEqual({ name: '123', fit: '132', due: '132' });
  });

  test('loses nobody and is the same for the same people in any slots', () => {
    const parts = fc.array(fc.record({ name: fc.constantFrom('', 'a', 'b', 'B'), company: fc.constantFrom('', 'x'), createdAt: fc.nat(3), nextDue: fc.nat(2), title: fc.constantFrom('', 'VP', 'vp'), tags: fc.subarray(['a', 'b']), stage: fc.constantFrom('new' as const, 'won' as const), dealValue: fc.integer({ min: -1, max: 2 }), heat: fc.constantFrom(-Infinity, NOW / (14 * DAY)) }), { maxLength: 12 });
    fc.assert(fc.property(parts, fc.constantFrom<PeopleOrder>(...PEOPLE_ORDERS, ...Object.keys(FILTER_FIELDS) as FilterField[]), fc.boolean(), (list, order, reversed) => {
      const rows = list.map((part, at) => row({ ...part, id: String(at).padStart(2, '0') }));
      const fits = rows.map((_, at) => (at % 4) - 1);
      const one = peopleOf(rows, fits), other = peopleOf(rows.toReversed(), fits.toReversed());
      other.priority.set(Uint8Array.from(rows, (_, at) => at % 5).reverse());
      const names = (people: PeopleNow): string[] => Array.from(atOnce(orderPeople(people, order, reversed, collate)), (slot) => people.table.ids[slot]!);
      expect(names(one).toSorted()).toEqual(rows.map(({ id }) => id));
      expect(names(other)).toEqual(names(one));
    }));
  });

  test('values are counted once a person, and only of those who are there', () => {
    const table = peopleOf([ada, row({ id: 'c', tags: ['hot'] })]).table;
    table.remove('ada');
    expect([...countValues(table, table.sets.tags)]).toEqual([['hot', 1]]);
    expect([...countValues(table, table.texts.stage)]).toEqual([['new', 1]]);
  });
});

describe('the map of fit and engagement', () => {
  test('puts everybody in one quarter, and who has no fit in none', () => {
    const hot = NOW / (14 * DAY) + Math.log2(20);
    const all = peopleOf([row({ id: '1', heat: hot }), row({ id: '2' }), row({ id: '3', heat: hot }), row({ id: '4' }), row({ id: '5' })], [90, 70, 69, 0, -1]);
    const map = mapOf(slotsOf(all.table), all);
    expect([map.quadrants, map.unscored]).toEqual([{ 'prospect-now': 1, 'warm-up': 1, check: 1, leave: 1 }, 1]);
    expect([map.cells[5]![9], map.cells[0]![7], map.cells[5]![6], map.cells[0]![0], map.most]).toEqual([1, 1, 1, 1, 1]);
    expect(quadrantOf(100, 100)).toBe('prospect-now');
  });
});
