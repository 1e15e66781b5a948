import { describe, expect, test } from 'vitest';
import type { FollowUp } from '../../../src/domain/activity.ts';
import type { Prospect } from '../../../src/domain/prospect.ts';
import type { Field, FieldValue } from '../../../src/domain/provenance.ts';
import { accountLocal, followUpLocal, followUpWithValues, prospectLocal, touchLocal, withValues } from '../../../src/domain/sync/row-values.ts';

const field = <T extends FieldValue>(value: T, at = 1): Field<T> => ({ value, source: { kind: 'page', name: 'linkedin' }, at });
const ada: Prospect = {
  id: 'p1', kind: 'prospect', keys: ['linkedin:in/ada'], suggestions: {}, stage: 'new', tags: ['vip'], lists: [], accountId: 'a1', createdAt: 1, updatedAt: 5,
  fields: { name: field('Dr. Ada van der Example, PhD', 3), title: field('CTO'), profiles: field(['https://github.com/ada', 'https://www.linkedin.com/in/ada/']), websites: field(['https://ada.example', 'https://two.example']) },
};
const crm = { kind: 'crm' as const, name: 'Model' };

describe('a prospect on the way', () => {
  test('has first and last name, the LinkedIn profile apart, and when each was changed', () => {
    const { values, changedAt } = prospectLocal(ada);
    expect(values).toMatchObject({ firstName: 'Ada', lastName: 'van der Example', title: 'CTO', linkedin: 'https://www.linkedin.com/in/ada/', website: 'https://ada.example', account: 'a1', tags: ['vip'], emails: [], location: null });
    expect(changedAt).toMatchObject({ firstName: 3, title: 1 });
  });

  test('somebody of one name has a last name, and who has no profile link has the one of the identity', () => {
    expect(prospectLocal({ ...ada, fields: { name: field('Plato') } }).values).toMatchObject({ firstName: null, lastName: 'Plato', linkedin: 'https://www.linkedin.com/in/ada' });
  });

  test('no word of a name is lost, whatever it is', () => {
    expect(prospectLocal({ ...ada, fields: { name: field('Ada Number0') } }).values).toMatchObject({ firstName: 'Ada', lastName: 'Number0' });
    expect(prospectLocal({ ...ada, fields: { name: field('R2 D2 & Co') } }).values).toMatchObject({ firstName: 'R2 D2 &', lastName: 'Co' });
  });

  test('takes values over with their source; lists keep what the CRM cannot hold', () => {
    const next = withValues(ada, { lastName: 'Sample', title: null, linkedin: 'https://www.linkedin.com/in/ada-sample', website: 'https://new.example', emails: ['a@example.com'], account: null }, crm, 9);
    expect(next.fields).toMatchObject({
      name: { value: 'Ada Sample', source: crm, at: 9 }, emails: { value: ['a@example.com'] },
      profiles: { value: ['https://www.linkedin.com/in/ada-sample', 'https://github.com/ada'] }, websites: { value: ['https://new.example', 'https://two.example'] },
    });
    expect([next.fields.title, next.accountId, next.stage]).toEqual([undefined, undefined, 'new']);
  });

  test('what is not in the values stays as it is', () => {
    expect(withValues(ada, { title: 'CEO' }, crm, 9)).toMatchObject({ accountId: 'a1', tags: ['vip'], fields: { name: { value: 'Dr. Ada van der Example, PhD' }, title: { value: 'CEO' } } });
  });
});

test('an account names its website as its domain when it has no other', () => {
  expect(accountLocal({ id: 'a1', keys: ['linkedin:company/acme'], fields: { name: field('Acme'), websites: field(['https://acme.example']) }, suggestions: {}, tags: [], createdAt: 1, updatedAt: 1 }).values)
    .toMatchObject({ name: 'Acme', domain: 'https://acme.example', linkedin: 'https://www.linkedin.com/company/acme' });
});

test('a follow-up is done and undone, and keeps its time when the CRM says nonsense', () => {
  const due: FollowUp = { id: 'f', prospectId: 'p1', dueAt: 1_000, open: 1, words: '2w', zone: 'UTC', text: '', createdAt: 1, updatedAt: 1 };
  expect(followUpLocal(due).values).toEqual({ text: '2w', dueAt: '1970-01-01T00:00:01.000Z', done: false, prospect: 'p1' });
  const done = followUpWithValues(due, { done: true, dueAt: 'soon' }, 7);
  expect(done).toMatchObject({ open: 0, doneAt: 7, dueAt: 1_000 });
  expect(followUpWithValues(done, { done: false, dueAt: '2026-01-01T08:00:00.000Z' }, 8)).toEqual({ ...due, updatedAt: 8, dueAt: Date.UTC(2026, 0, 1, 8) });
});

test('a touch is a line of text', () => {
  expect(touchLocal({ id: 't', prospectId: 'p1', channel: 'phone', direction: 'out', outcome: 'connected', at: 0, createdAt: 0, updatedAt: 0 }).values['text']).toBe('→ phone: connected');
});
