import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACCOUNT_ORDERS, accountsByName, filterAccounts, NOBODY, searchText, sortAccounts, type AccountRow, type RollUp } from '../../src/domain/account-row.ts';

const row = (id: string, name: string, tier = 0, more: Partial<AccountRow> = {}): AccountRow => ({ id, name, domain: '', industry: '', location: '', tier, tags: [], keys: [], notSame: [], ...more });
const collate = (a: string, b: string): number => a.localeCompare(b, 'en');

test('any order keeps everybody once, is the same for any start, and equal ones stay by name', () => {
  const some = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), name: fc.constantFrom('Acme', 'Beta', 'Zeta'), tier: fc.integer({ min: 0, max: 3 }), people: fc.integer({ min: 0, max: 2 }) }), { selector: ({ id }) => id });
  fc.assert(fc.property(some, fc.constantFrom(...ACCOUNT_ORDERS), (list, order) => {
    const rows = list.map(({ id, name, tier }) => row(id, name, tier));
    const rollUp = (id: string): RollUp => ({ ...NOBODY, people: list.find((one) => one.id === id)!.people });
    const sorted = sortAccounts(accountsByName(rows, collate), order, rollUp);
    expect(sorted.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    expect(sortAccounts(accountsByName(rows.toReversed(), collate), order, rollUp)).toEqual(sorted);
    if (order === 'people') for (const [at, one] of sorted.slice(1).entries()) expect(rollUp(one.id).people).toBeLessThanOrEqual(rollUp(sorted[at]!.id).people);
  }));
});

test('words are found in name, domain, industry, place and tags, whatever accents; tiers narrow', () => {
  const rows = [row('a', 'Grünwald', 1, { location: 'Kiel' }), row('b', 'Acme', 0, { tags: ['Messe'] }), row('c', 'Contoso', 2)];
  const found = (text: string, tier: '' | 'target' | '2' | 'none' = ''): string => filterAccounts(rows, { text, tier, alike: false }, () => true, searchText).map(({ id }) => id).join('');
  expect([found('grunwald kiel'), found('messe'), found('nobody'), found('', 'target'), found('', '2'), found('', 'none')]).toEqual(['a', 'b', '', 'ac', 'c', 'b']);
});
