import { expect, test } from 'vitest';
import { seenLookup } from '../../src/storage/seen-lookup.ts';
import { connectedBook, seen } from './scratch-connection.ts';

test.each([['held at once', 10], ['asked for one by one', 1]])('records are found by any identity, those of other kinds are not: %s', async (_how, most) => {
  const book = await connectedBook();
  await seen(book, 'r1', ['linkedin:in/a', 'email:shared@example.com'], {});
  await seen(book, 'r2', ['email:shared@example.com'], {});
  await seen(book, 'r3', ['company:acme'], {}, 'account');
  let turns = 0;
  const lookup = await seenLookup(book, 'c1', 'prospect', async () => { turns++; }, most);
  const found = await lookup(['c1 prospect linkedin:in/a', 'c1 prospect email:shared@example.com', 'c1 prospect company:acme', 'c2 prospect linkedin:in/a']);
  expect(found.get('c1 prospect linkedin:in/a')!.map(({ remoteId }) => remoteId)).toEqual(['r1']);
  expect(found.get('c1 prospect email:shared@example.com')!.map(({ remoteId }) => remoteId).sort()).toEqual(['r1', 'r2']);
  expect([...found.keys()].filter((key) => /acme|c2/.test(key))).toEqual([]);
  expect(turns > 0).toBe(most === 10);
});
