import { expect, it } from 'vitest';
import { meets, type Shown } from '../../src/crm/meets.ts';
import type { Wanted } from '../../src/crm/connector.ts';

it.each<[string, Omit<Wanted, 'key'>, Omit<Shown, 'key'>, boolean]>([
  ['an e-mail in other letters', { emails: ['Ada@Example.com'] }, { emails: ['x@example.com', 'ada@example.com'] }, true],
  ['another e-mail', { emails: ['ada@example.com'] }, { emails: ['bada@example.com'] }, false],
  ['a profile with and without www', { linkedin: 'https://www.linkedin.com/in/ada/' }, { linkedin: 'http://linkedin.com/in/Ada' }, true],
  ['a longer profile', { linkedin: 'https://www.linkedin.com/in/ada-1' }, { linkedin: 'https://www.linkedin.com/in/ada-12' }, false],
  ['the host of a website', { domain: 'example.com' }, { website: 'https://www.Example.com/about' }, true],
  ['a host that ends alike', { domain: 'example.com' }, { website: 'https://notexample.com', emails: ['a@notexample.com'] }, false],
  ['the domain of an e-mail', { domain: 'example.com' }, { emails: ['info@example.com'] }, true],
  ['a name in other letters', { name: 'Example GmbH' }, { name: 'example  gmbh' }, true],
  ['the text of a note on the same person', { name: 'Talked', prospect: '1' }, { text: 'Talked', prospect: '1' }, true],
  ['the text of a note on somebody else', { name: 'Talked', prospect: '1' }, { text: 'Talked', prospect: '2' }, false],
  ['nothing at all', {}, { name: '', emails: [], linkedin: '', website: '' }, false],
])('%s', (_what, wanted, shown, is) => {
  expect(meets({ key: 'a', ...wanted }, { key: null, ...shown })).toBe(is);
});

it('the key is enough', () => {
  expect(meets({ key: 'a' }, { key: 'a' })).toBe(true);
});
