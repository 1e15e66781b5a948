import { expect, test } from 'vitest';
import { isExact, keysOfValues, namesAgree } from '../../../src/domain/sync/match.ts';

const keyOf = (address: string): string | null => (address.includes('linkedin.com/in/') ? `linkedin:in/${address.split('/in/')[1]!}` : `web:${address}`);

test('a record shows its identities, the strongest first; a website is none', () => {
  expect(keysOfValues('prospect', { linkedin: 'https://www.linkedin.com/in/ada', emails: ['ADA@example.com', 'nonsense'], website: 'https://ada.example' }, keyOf)).toEqual(['linkedin:in/ada', 'email:ada@example.com']);
  expect(keysOfValues('account', { name: ' ACME ', domain: 'https://www.acme.example/x' }, keyOf)).toEqual(['domain:acme.example', 'company:acme']);
  expect(keysOfValues('note', { text: 'x' }, keyOf)).toEqual([]);
  expect(keysOfValues('prospect', { emails: null, linkedin: 7 }, keyOf)).toEqual([]);
});

test('a mailbox and a company name need more than themselves', () => {
  expect(['linkedin:in/ada', 'domain:acme.example', 'email:info@acme.example', 'company:acme'].map(isExact)).toEqual([true, true, false, false]);
  expect(namesAgree({ firstName: 'Ada', lastName: 'Example' }, { firstName: 'A.', lastName: 'EXAMPLE' })).toBe(true);
  expect(namesAgree({ firstName: 'Zoë' }, { firstName: 'Zoe', lastName: 'Example' })).toBe(true);
  expect(namesAgree({ firstName: 'Ada', lastName: 'Example' }, { firstName: 'Bob', lastName: 'Sample' })).toBe(false);
  expect(namesAgree({}, { lastName: 'Sample' })).toBe(true);
});
