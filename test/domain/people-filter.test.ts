import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileFilter, countValues, haystack, isFiltering, NO_FILTER, PEOPLE_ORDERS, sortPeople } from '../../src/domain/people-filter.ts';
import type { PersonRow } from '../../src/domain/person-row.ts';

const row = (part: Partial<PersonRow>): PersonRow => ({
  id: 'a', name: '', headline: '', title: '', company: '', location: '', stage: 'new', tags: [], lists: [], accountId: '', fit: -1, coverage: 0, createdAt: 0, updatedAt: 0, nextDue: 0, ...part,
});
const ada = row({ id: 'ada', name: 'José Núñez-García', title: 'VP of Sales & Co-founder', company: 'Acme GmbH', location: 'München', headline: 'We’re hiring 🚀', tags: ['hot lead'], lists: ['l1'], stage: 'working' });
const finds = (text: string, one = ada): boolean => compileFilter({ ...NO_FILTER, text })(one);
const collate = new Intl.Collator('en').compare;

describe('search', () => {
  test('finds the beginning of any word, whatever case and accents', () => {
    expect(['jose', 'NUN', 'garc', 'munch', 'Münch', 'acm', 'sale', 'hir', 'hot', 'lead'].filter((text) => !finds(text))).toEqual([]);
  });

  test('does not find the middle of a word', () => {
    expect(['ose', 'cme', 'ales'].filter((text) => finds(text))).toEqual([]);
  });

  test('wants every word, in any order and from any field', () => {
    expect(finds('acme  jose vp')).toBe(true);
    expect(finds('acme jose cto')).toBe(false);
  });

  test('takes a hyphened word as a phrase', () => {
    expect(finds('co-founder')).toBe(true);
    expect(finds('founder-co')).toBe(false);
  });

  test('finds emoji, and scripts without spaces anywhere', () => {
    expect(finds('🚀')).toBe(true);
    const yamada = row({ name: '山田太郎', company: '株式会社サンプル' });
    expect(finds('太郎', yamada) && finds('サンプル', yamada)).toBe(true);
    expect(finds('محم', row({ name: 'محمد عبد الله' }))).toBe(true);
  });

  test('signs alone narrow nothing', () => {
    expect(finds(' & - ')).toBe(true);
  });

  test('a person is found by any beginning of any of their words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z', 'é', 'ß', 'ł', 'ñ', '山', ' ', '-', "'", '0'), minLength: 1, maxLength: 12 });
    fc.assert(fc.property(word, word, fc.nat(12), (name, company, cut) => {
      const part = name.split(/\s+/).find(Boolean)?.slice(0, cut + 1) ?? '';
      expect(finds(part, row({ name, company }))).toBe(true);
    }));
  });
});

describe('filters', () => {
  test('stage, list and tag have to hold together with the words', () => {
    const holds = (part: object): boolean => compileFilter({ ...NO_FILTER, ...part })(ada);
    expect([holds({ stage: 'working' }), holds({ list: 'l1' }), holds({ tag: 'hot lead' }), holds({ stage: 'working', list: 'l1', tag: 'hot lead', text: 'jose' })]).toEqual([true, true, true, true]);
    expect([holds({ stage: 'won' }), holds({ list: 'l2' }), holds({ tag: 'hot' }), holds({ stage: 'working', text: 'nobody' })]).toEqual([false, false, false, false]);
  });

  test('white space is no filter', () => {
    expect(isFiltering({ ...NO_FILTER, text: '  ' })).toBe(false);
    expect(isFiltering({ ...NO_FILTER, tag: 'x' })).toBe(true);
  });

  test('the kept haystack is used', () => {
    const asked: string[] = [];
    compileFilter({ ...NO_FILTER, text: 'jose' }, (one) => { asked.push(one.id); return haystack(one); })(ada);
    expect(asked).toEqual(['ada']);
  });

  test('values are counted once a row', () => {
    expect([...countValues([ada, row({ tags: ['hot lead', 'b'] })], ({ tags }) => tags)]).toEqual([['hot lead', 2], ['b', 1]]);
  });
});

describe('order', () => {
  const people = [
    row({ id: '1', name: 'Zoe', company: 'Beta', fit: 10, createdAt: 1, nextDue: 500 }),
    row({ id: '2', name: 'élan', company: '', fit: -1, createdAt: 3 }),
    row({ id: '3', name: '', company: 'acme', fit: 90, createdAt: 2, nextDue: 100 }),
  ];
  const ids = (order: (typeof PEOPLE_ORDERS)[number], reversed = false): string => sortPeople(people, order, reversed, collate).map(({ id }) => id).join('');

  test('each order begins with what a rep looks for first', () => {
    expect({ newest: ids('newest'), name: ids('name'), company: ids('company'), fit: ids('fit'), due: ids('due') }).toEqual({ newest: '231', name: '213', company: '312', fit: '312', due: '312' });
  });

  test('turned round, a missing value is still last', () => {
    expect({ name: ids('name', true), fit: ids('fit', true), due: ids('due', true) }).toEqual({ name: '123', fit: '132', due: '132' });
  });

  test('loses nobody and is the same for the same people in any order', () => {
    const some = fc.array(fc.record({ name: fc.constantFrom('', 'a', 'b'), fit: fc.integer({ min: -1, max: 3 }), createdAt: fc.nat(3), nextDue: fc.nat(2) }), { maxLength: 12 });
    fc.assert(fc.property(some, fc.constantFrom(...PEOPLE_ORDERS), fc.boolean(), (parts, order, reversed) => {
      const rows = parts.map((part, at) => row({ ...part, id: String(at).padStart(2, '0') }));
      const sorted = sortPeople(rows, order, reversed, collate);
      expect(sorted.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(rows);
      expect(sortPeople(rows.toReversed(), order, reversed, collate)).toEqual(sorted);
    }));
  });
});
