import { expect, test } from 'vitest';
import { oursOf } from '../../../src/domain/sync/mapping.ts';

test('fields of a CRM go into the ledger by our names, each once, and unknown ones by their own', () => {
  const proposed = { prospect: { firstName: 'name', lastName: 'name.last', title: 'function' }, note: { text: 'body' } };
  expect(oursOf(proposed, ['name.last', 'function', 'body', 'x_custom', 'function'])).toEqual(['lastName', 'title', 'text', 'x_custom']);
});
