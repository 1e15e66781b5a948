import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockingKeys, matchCompanies, readyCompany, type CompanyFacts } from '../../src/domain/company-match.ts';
import { PAIRS, type Side } from './company-match.table.ts';

/** Numbers and single letters are not spelled out, and initials of a name without a domain are anybody's. */
const MISSED = ['Datum Corporation = A. Datum Corp.', 'Fourth Coffee = 4th Coffee', 'Wide World Importers = WWI'];

const ready = (facts: Side, keys: string[] = []) => readyCompany({ ...facts, keys });
const named = (name: string, more: Partial<CompanyFacts> = {}) => readyCompany({ name, domains: [], location: '', keys: [], ...more });

test('the pairs of the table are told apart: nobody is suggested wrongly, few are missed', () => {
  const asked = PAIRS.map((pair) => ({ ...pair, said: matchCompanies(ready(pair.a), ready(pair.b)) !== null }));
  const wrong = asked.filter(({ same, said }) => !same && said);
  const missed = asked.filter(({ same, said }) => same && !said);
  const shown = (pairs: typeof asked) => pairs.map(({ a, b }) => `${a.name} = ${b.name}`);
  expect(PAIRS.length).toBeGreaterThanOrEqual(200);
  expect({ wrong: shown(wrong), missed: shown(missed) }).toEqual({ wrong: [], missed: MISSED });
});

test('whoever may be one shares a text to be looked up by', () => {
  for (const { a, b } of PAIRS) {
    const [x, y] = [ready(a), ready(b)];
    if (matchCompanies(x, y)) expect(blockingKeys(x).some((key) => blockingKeys(y).includes(key)), `${a.name} = ${b.name}`).toBe(true);
  }
});

const someName = fc.array(fc.constantFrom('Acme', 'ACME', 'Delta', 'Müller', 'Mueller', 'Группа', 'テスト', 'Bank', 'of', 'The', 'Group', 'Holding', 'Deutschland', 'UK', 'GmbH', '& Co.', 'KG', 'S.A.', 'AB', 'Ltd', '株式会社', '-', '()', '4', 'robotics', 'x'), { maxLength: 6 }).map((words) => words.join(' '));
const someCompany = fc.record({
  name: fc.oneof(someName, fc.string({ maxLength: 40 })), location: fc.constantFrom('', 'Kiel', 'Kiel, Germany', 'Ulm'),
  domains: fc.array(fc.constantFrom('acme.com', 'https://www.acme.de/x', 'linkedin.com', 'delta.example', 'not a domain'), { maxLength: 2 }),
  keys: fc.array(fc.constantFrom('linkedin:company/acme', 'linkedin:company/delta', 'linkedin:company/17', 'domain:acme.com'), { maxLength: 2 }),
});

test('any two companies: the order does not matter, a suggestion has reasons and a bounded sureness, and they can be looked up', () => {
  fc.assert(fc.property(someCompany, someCompany, (a, b) => {
    const [x, y] = [readyCompany(a), readyCompany(b)];
    const [there, back] = [matchCompanies(x, y), matchCompanies(y, x)];
    expect(back?.sure).toBe(there?.sure);
    expect(back?.reasons.map(({ code }) => code).toSorted()).toEqual(there?.reasons.map(({ code }) => code).toSorted());
    if (!there) return;
    expect(there.reasons.length).toBeGreaterThan(0);
    expect(there.sure).toBeGreaterThanOrEqual(0.6);
    expect(there.sure).toBeLessThanOrEqual(0.97);
    expect(blockingKeys(x).some((key) => blockingKeys(y).includes(key))).toBe(true);
  }), { numRuns: 2_000 });
});

test('two pages of one site, or two domains that say two names, speak against one name', () => {
  const page = (slug: string) => named('Acme Robotics', { keys: [`linkedin:company/${slug}`] });
  expect(matchCompanies(page('acme'), page('acme-robotics'))).toBeNull();
  expect(matchCompanies(page('acme'), page('1234'))?.sure).toBeGreaterThan(0.9);
  expect(matchCompanies(named('Acme Robotics', { domains: ['acme.com'] }), named('Acme Robotics', { domains: ['sunshine.example'] }))).toBeNull();
  expect(matchCompanies(named('Acme Robotics', { domains: ['acme.com'] }), named('Acme Robotics', { domains: ['acme.de'] }))?.reasons.map(({ code }) => code)).toEqual(['same-name', 'same-label']);
});

test('a reason shows what it was read in', () => {
  expect(matchCompanies(named('Acme Holding', { domains: ['https://www.acme.co.uk/about'] }), named('Beta', { domains: ['shop.acme.co.uk'] }))).toEqual({ sure: 0.7, reasons: [{ code: 'same-domain', a: 'acme.co.uk', b: 'acme.co.uk' }] });
});
