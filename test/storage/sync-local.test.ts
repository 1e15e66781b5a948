import { expect, test } from 'vitest';
import { knownValue, localsThere, nameOfLocal } from '../../src/storage/sync-local.ts';
import { addAccount, addPerson, connectedBook, link } from './scratch-connection.ts';

test('a company goes by the id that the CRM has for it, and by its name where a person reads', async () => {
  const book = await connectedBook();
  await addAccount(book, 'a1', 'Acme Example');
  await addAccount(book, 'a2', 'Not There');
  await link(book, 'account', 'a1');
  await addPerson(book, 'p1', 'Ada Example', { accountId: 'a1' });
  await addPerson(book, 'p2', 'Grace Example', { accountId: 'a2' });
  const [ada, grace, nobody] = await localsThere(book, 'c1', 'prospect', ['p1', 'p2', 'p3']);
  expect(ada!.values['account']).toBe('r-a1');
  expect(grace!.values).not.toHaveProperty('account');
  expect(nobody).toBeUndefined();
  expect(nameOfLocal(ada!)).toBe('Ada Example');
  expect(await knownValue(book, 'c1', 'prospect', 'account', 'r-a1')).toBe('Acme Example');
  expect(await knownValue(book, 'c1', 'prospect', 'account', 'r-unknown')).toBe('r-unknown');
  expect(await knownValue(book, 'c1', 'prospect', 'title', 'r-a1')).toBe('r-a1');
});
