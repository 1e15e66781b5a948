import { expect, test } from 'vitest';
import { oursOf, withDoNotContact } from '../../../src/domain/sync/mapping.ts';

test('fields of a CRM go into the ledger by our names, each once, and unknown ones by their own', () => {
  const proposed = { prospect: { firstName: 'name', lastName: 'name.last', title: 'function' }, note: { text: 'body' } };
  expect(oursOf(proposed, ['name.last', 'function', 'body', 'x_custom', 'function'])).toEqual(['lastName', 'title', 'text', 'x_custom']);
});

test.each([
  ['cDoNotContact', 'Do Not Contact', true], ['x_studio_do_not_contact', 'x', true], ['dnc', 'DNC', true], ['f7', 'Nicht kontaktieren', true], ['do_not_contact__c', '', true],
  ['doNotCall', 'Do Not Call', false], ['hs_email_optout', 'Unsubscribed from all email', false], ['is_blacklisted', 'Blacklist', false], ['emailAddressIsOptedOut', 'Email Opted-Out', false],
])('a field %s (%s) for who is not to be contacted is proposed: %s; one of a single channel is not', (name, label, proposed) => {
  const field = { name, label, kind: 'flag', writable: true };
  expect(withDoNotContact({}, [field])).toEqual(proposed ? { prospect: [{ ours: 'doNotContact', theirs: name, policy: 'ours' }] } : {});
  for (const other of [{ ...field, writable: false }, { ...field, kind: 'text' }]) expect(withDoNotContact({}, [other])).toEqual({});
  const mapped = { prospect: [{ ours: 'doNotContact', theirs: 'mine', policy: 'ours' as const }] };
  expect(withDoNotContact(mapped, [field])).toBe(mapped);
});
