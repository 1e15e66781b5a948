import { expect, test } from 'vitest';
import { patternFor } from '../../../src/domain/sync/address.ts';

test.each([
  ['https://crm.example.com', 'https://crm.example.com/*'],
  [' crm.example.com/objects/people ', 'https://crm.example.com/*'],
  ['https://crm.example.com:8443/x', 'https://crm.example.com/*'],
  ['http://localhost:3000', 'http://localhost/*'],
  ['http://127.0.0.1:8069', 'http://127.0.0.1/*'],
])('%s is asked for as %s', (typed, pattern) => {
  expect(patternFor(typed)).toBe(pattern);
});

test.each(['', 'not an address', 'http://crm.example.com', 'ftp://crm.example.com', 'javascript:alert(1)', 'intranet', 'https://me:secret@crm.example.com', 'https://'])('nothing is asked for %j', (typed) => {
  expect(patternFor(typed)).toBeNull();
});
