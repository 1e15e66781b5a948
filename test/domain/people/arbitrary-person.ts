import fc from 'fast-check';
import type { Account } from '../../../src/domain/account.ts';
import type { FollowUp, Touch } from '../../../src/domain/activity.ts';
import type { Around } from '../../../src/domain/people/row.ts';
import type { Field, FieldValue } from '../../../src/domain/provenance.ts';
import { STAGES, type Prospect } from '../../../src/domain/prospect.ts';

const said = <T extends FieldValue>(value: T): Field<T> => ({ value, source: { kind: 'page', name: 'linkedin' }, at: 1 });
const words = fc.constantFrom('VP Sales', 'Head of RevOps | ex-Acme', 'CTO & co-founder', 'Werkstudent', 'software', 'Berlin, Germany', 'Munich', 'Germany', 'ACME', 'acme gmbh', 'pipeline', 'e-commerce', '51-200', '500', '', '  ', '山田', 'Ünïted', '!!!', 'I help CEOs');
const text = fc.oneof({ weight: 5, arbitrary: words }, fc.string({ maxLength: 8 }));
const some = { requiredKeys: [] as [] };
const field = fc.oneof(text.map(said));

/** Somebody as the book has them, with what hangs on them. */
export const anyPerson: fc.Arbitrary<{ prospect: Prospect; around: Around }> = fc.record({
  fields: fc.record({ name: field, headline: field, title: field, company: field, location: field, about: field, industry: field, emails: fc.array(text, { maxLength: 2 }).map(said) }, some),
  account: fc.option(fc.record({ name: field, industry: field, size: field, revenue: field, model: field, location: field, employees: fc.nat(900).map(said), technologies: fc.array(text, { maxLength: 2 }).map(said) }, some), { nil: undefined }),
  custom: fc.option(fc.dictionary(fc.constantFrom('region', 'Plan'), field), { nil: undefined }),
  stage: fc.constantFrom(...STAGES), tags: fc.uniqueArray(text, { maxLength: 2 }), leadSource: text, id: fc.integer({ min: 0, max: 9 }), due: fc.array(fc.nat(50), { maxLength: 2 }),
  touches: fc.array(fc.record({ at: fc.nat(60), direction: fc.constantFrom('in' as const, 'out' as const), channel: fc.constantFrom('email', 'call') }), { maxLength: 3 }),
}).map(({ fields, account, custom, stage, tags, leadSource, id, due, touches }) => {
  const prospect: Prospect = { id: `p${id}`, kind: 'prospect', keys: [], fields: fields as Prospect['fields'], suggestions: {}, stage, tags, lists: [], leadSource, createdAt: id, updatedAt: 1, ...(custom ? { custom: custom as NonNullable<Prospect['custom']> } : {}) };
  const around: Around = {
    ...(account ? { account: { id: 'a', keys: [], fields: account as Account['fields'], suggestions: {}, tags: [], createdAt: 1, updatedAt: 1 } } : {}),
    followUps: due.map((dueAt, at): FollowUp => ({ id: `f${at}`, prospectId: prospect.id, dueAt, open: at === 0 ? 1 : 0, words: '', zone: '', text: '', createdAt: 1, updatedAt: 1 })),
    touches: touches.map((one, at): Touch => ({ id: `t${at}`, prospectId: prospect.id, createdAt: 1, updatedAt: 1, ...one })),
  };
  return { prospect, around };
});
