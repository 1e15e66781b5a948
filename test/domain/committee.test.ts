import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf, roleHint, searchAddress, titlesFor, type Member } from '../../src/domain/committee.ts';
import { COMMITTEE_ROLES } from '../../src/domain/qualification.ts';
import { DEPARTMENTS, type Department } from '../../src/domain/title.ts';

const SALES: Department[] = ['sales'];

test.each<[title: string, buys: Department[], role: string | undefined, reason?: string]>([
  ['Owner', [], 'decision-maker', 'decides'], ['CTO & co-founder', SALES, 'decision-maker', 'decides'], ['VP Marketing', SALES, 'decision-maker', 'decides'], ['Geschäftsführer', [], 'decision-maker', 'decides'],
  ['Head of Sales', SALES, 'decision-maker', 'leads-buying'], ['Head of Sales', [], 'decision-maker', 'leads-buying'], ['Director of Engineering', SALES, 'influencer', 'leads-other'],
  ['Executive Assistant to the Managing Director', SALES, 'gatekeeper', 'assists'], ['Purchasing Manager', SALES, 'gatekeeper', 'purchasing'], ['Leiter Einkauf', SALES, 'gatekeeper', 'purchasing'],
  ['Leiter Einkauf', ['procurement'], 'decision-maker', 'leads-buying'], ['Compliance Officer', SALES, 'gatekeeper', 'reviews'], ['Information Security Analyst', ['security'], 'user', 'hands-on'],
  ['Sales Manager', SALES, 'influencer', 'manages'], ['Account Executive', SALES, 'user', 'hands-on'], ['Accountant', SALES, undefined], ['Sales Intern', SALES, undefined], ['', SALES, undefined], ['Wanderer between worlds', [], undefined],
])('“%s” for a seller to %j is %s', (title, buys, role, reason) => {
  const hint = roleHint(title, undefined, buys);
  expect([hint?.role, hint?.reason]).toEqual([role, reason]);
});

test('a champion is never read off a title, and a hint always says in what it was read', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom('VP Sales', 'Head of IT', 'Champion of quality', 'Assistant', 'Buyer')), fc.subarray([...DEPARTMENTS]), (title, buys) => {
    const hint = roleHint(title, undefined, buys);
    expect(hint?.role).not.toBe('champion');
    if (hint) expect(hint.evidence).not.toBe('');
  }));
});

const someMember = fc.record({ id: fc.uuid(), role: fc.option(fc.constantFrom(...COMMITTEE_ROLES), { nil: undefined }), hint: fc.option(fc.constantFrom(...COMMITTEE_ROLES), { nil: undefined }), out: fc.boolean(), in: fc.boolean() });

test('coverage has all five parts; everybody with a part sits in one, nobody else is more than a candidate; more people never cover less', () => {
  fc.assert(fc.property(fc.uniqueArray(someMember, { selector: ({ id }) => id }), someMember, (list, more) => {
    const members = list as Member[];
    const all = coverageOf(members);
    expect(all.seats.map(({ role }) => role)).toEqual([...COMMITTEE_ROLES]);
    expect(all.seats.flatMap((seat) => seat.members).toSorted()).toEqual(members.filter(({ role }) => role).map(({ id }) => id).toSorted());
    expect(all.seats.flatMap((seat) => seat.candidates).toSorted()).toEqual(members.filter(({ role, hint }) => !role && hint).map(({ id }) => id).toSorted());
    expect(all.answered).toBeLessThanOrEqual(all.reached);
    expect(all.filled).toBe(new Set(members.flatMap(({ role }) => role ?? [])).size);
    expect(coverageOf([...members, more as Member]).filled).toBeGreaterThanOrEqual(all.filled);
  }));
});

test('for each gap there is somebody to look for, in the departments that buy; the company alone is not one of them', () => {
  for (const role of COMMITTEE_ROLES) {
    expect(titlesFor(role, []).length).toBeGreaterThan(0);
    expect(titlesFor(role, ['executive', 'sales', 'marketing', 'it']).length).toBeLessThanOrEqual(4);
  }
  expect(titlesFor('decision-maker', ['executive', 'sales'])).toEqual([{ seniority: 'vp', department: 'sales' }, { seniority: 'head', department: 'sales' }, { seniority: 'c-level' }]);
  expect(new URL(searchAddress('Acme & Söhne', 'VP Sales')).searchParams.get('keywords')).toBe('Acme & Söhne VP Sales');
});
