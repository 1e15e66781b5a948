import { expect, test } from 'vitest';
import { whereOf } from '../../../src/background/crm/where.ts';

test.each([
  ['https://crm.example/api/v1/Contact', 'https://crm.example/api/v1/Contact'],
  ['https://crm.example/api/v1/Contact/66f2a3b4c5d6e7f80', 'https://crm.example/api/v1/Contact/…'],
  ['https://crm.example/crm/objects/2026-03/contacts/batch/upsert', 'https://crm.example/crm/objects/2026-03/contacts/batch/upsert'],
  ['https://crm.example/people/ada@example.com', 'https://crm.example/people/…'],
  ['https://crm.example/people/ada%40example.com', 'https://crm.example/people/…'],
  ['https://crm.example/persons/12345/merge', 'https://crm.example/persons/…/merge'],
  ['https://crm.example/.well-known/oauth-authorization-server', 'https://crm.example/.well-known/oauth-authorization-server'],
  ['https://crm.example/jsonrpc', 'https://crm.example/jsonrpc'],
  ['https://crm.example/x?where[0][attribute]=emailAddress&where[0][value]=ada@example.com&where[0][value]=b', 'https://crm.example/x?where[0][attribute]&where[0][value]'],
  ['https://crm.example/x?ada@example.com', 'https://crm.example/x?…'],
  ['https://user:pass@crm.example/x', 'https://crm.example/x'],
])('%s stands in the ledger as %s', (address, shown) => {
  expect(whereOf(address)).toBe(shown);
});

test('a secret in a path hides the path', () => {
  expect(whereOf('https://crm.example/bot/sesame/send', ['sesame'])).toBe('https://crm.example/…');
  expect(whereOf('https://crm.example/bot/send', ['https://crm.example/bot/send'])).toBe('https://crm.example/…');
  expect(whereOf('https://crm.example/', ['https://crm.example/bot'])).toBe('https://crm.example/');
});
