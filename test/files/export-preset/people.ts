import type { Entry } from '../../../src/files/format.ts';
import type { Account } from '../../../src/domain/account.ts';
import type { Prospect } from '../../../src/domain/prospect.ts';

const DAY = 86_400_000;
const from = { kind: 'page', name: 'linkedin' } as const;
const field = <T>(value: T): { value: T; source: typeof from; at: number } => ({ value, source: from, at: DAY });
const person = (at: number, fields: Prospect['fields'], parts: Partial<Prospect> = {}): Prospect => ({ id: `018f0000-0000-7000-8000-00000000000${at}`, kind: 'prospect', keys: [], suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: DAY, updatedAt: 2 * DAY, ...parts, fields });
const around = (prospect: Prospect, account?: Account, parts: Partial<Entry> = {}): Entry => ({ prospect, account, notes: [], touches: [], followUps: [], lists: [], ...parts });

const northwind: Account = {
  id: 'a1', keys: [], suggestions: {}, tags: [], createdAt: DAY, updatedAt: DAY,
  fields: { name: field('Northwind Example GmbH'), domain: field('northwind.example'), industry: field('Machinery, heavy'), employees: field(120), profiles: field(['https://www.linkedin.com/company/northwind-example/']) },
};

/** A small book of fictional people: who has everything, and for each thing that can be wrong somebody with whom it is. */
export const PEOPLE: readonly Entry[] = [
  around(person(1, {
    name: field('Dr. Änne Müller-Example'), title: field('=HYPERLINK("https://evil.example")'), company: field('Northwind Example'), location: field('Köln, Germany'), emails: field(['old@northwind.example', 'aenne@northwind.example']), phones: field(['+49 221 5550100']),
    websites: field(['https://aenne.example']), profiles: field(['https://www.linkedin.com/in/aenne-example/', 'https://github.com/aenne-example']),
  }, {
    stage: 'engaged', tags: ['hot, very', '+plus', 'DACH'], leadSource: 'webinar', accountId: 'a1', fit: { icpId: 'i1', version: 1, fit: 81, coverage: 60 }, qualified: [{ step: 'mql', at: DAY, ruleId: 'r', version: 1, by: 'rule' }],
    contactPoints: { 'old@northwind.example': { state: 'bounced', at: DAY } },
  }), northwind, {
    lists: ['Cologne'], icp: 'Founders', followUps: [{ id: 'f1', prospectId: '', dueAt: 3 * DAY, open: 1, words: '2w', zone: 'UTC', text: 'Send the "one pager"', createdAt: DAY, updatedAt: DAY }],
    notes: [{ id: 'n2', prospectId: '', text: 'Second; with "quotes",\nand a line', createdAt: 2 * DAY, updatedAt: DAY }, { id: 'n1', prospectId: '', text: 'First', createdAt: DAY, updatedAt: DAY }],
    touches: [{ id: 't1', prospectId: '', channel: 'linkedin', direction: 'in', outcome: 'replied', at: 2 * DAY, createdAt: DAY, updatedAt: DAY }],
  }),
  around(person(2, { name: field('Bo Barred'), company: field('Northwind Example GmbH'), emails: field(['bo@northwind.example']) }, { accountId: 'a1', doNotContact: { at: DAY, reason: 'asked-not-to' } }), northwind),
  around(person(3, { name: field('Cy Withdrawn'), company: field('Fabrikam Example'), emails: field(['cy@fabrikam.example']) }, { stage: 'won', consent: { state: 'withdrawn', at: DAY, source: 'mail' } })),
  around(person(4, { name: field('Dora Nomail'), company: field('Fabrikam Example'), title: field('-5'), phones: field(['030 5550199']) }, { stage: 'disqualified' })),
  around(person(5, { name: field('Prince'), emails: field(['prince@solo.example']), phones: field(['+1 (555) 010-0199 ext. 7']) }, { stage: 'nurture' })),
  around(person(6, { handle: field('nameless'), emails: field(['no address']), profiles: field(['https://www.linkedin.com/in/nameless/']) })),
  around(person(7, { name: field('李 小龙'), title: field('Directora, "Ventas"\nIberia'), company: field('Ejemplo S.A.'), location: field('Madrid, Spain'), emails: field(['li@ejemplo.example']) }, { stage: 'sales-ready', leadSource: 'referral' })),
];
