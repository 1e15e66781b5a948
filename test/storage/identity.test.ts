import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import type { ProfileKey } from '../../src/domain/identity.ts';
import type { Prospect } from '../../src/domain/prospect.ts';
import { openBook } from '../../src/storage/database.ts';
import { IdentityTaken, write } from '../../src/storage/write.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const prospect = (id: string, keys: ProfileKey[]): Prospect => ({ id, kind: 'prospect', keys, fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 1, updatedAt: 1 });
const account = (id: string, keys: ProfileKey[]): Account => ({ id, keys, fields: {}, suggestions: {}, tags: [], createdAt: 1, updatedAt: 1 });

test('the database itself refuses a second owner of a key', async () => {
  const book = scratchBook();
  await book.prospects.put(prospect('a', ['github:ada', 'email:ada@example.com']));
  await expect(book.prospects.put(prospect('b', ['email:ada@example.com']))).rejects.toThrow('constraint');
  await book.accounts.put(account('c', ['domain:acme.example']));
  await expect(book.accounts.put(account('d', ['domain:acme.example']))).rejects.toThrow('constraint');
});

test('a key has one owner over people and companies, also within one write', async () => {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => door.put('prospect', prospect('a', ['github:acme'])));
  await expect(write(book, changeAt(2), async (door) => door.put('account', account('c', ['github:acme'])))).rejects.toThrow(IdentityTaken);
  await expect(write(book, changeAt(2), async (door) => { door.put('account', account('c', ['github:bob'])); door.put('prospect', prospect('d', ['github:bob'])); })).rejects.toThrow(IdentityTaken);
  await write(book, changeAt(3), async (door) => { door.put('account', account('c', ['github:acme'])); door.put('prospect', prospect('a', [])); });
  expect(await book.identities.toArray()).toEqual([{ key: 'github:acme', owner: 'c', entity: 'account' }]);
});

test('two people can swap their keys in one write', async () => {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => { door.put('prospect', prospect('a', ['x:1'])); door.put('prospect', prospect('b', ['x:2'])); });
  await write(book, changeAt(2), async (door) => { door.put('prospect', prospect('a', ['x:2'])); door.put('prospect', prospect('b', ['x:1'])); });
  expect(await book.identities.bulkGet(['x:1', 'x:2', 'x:3'])).toEqual([{ key: 'x:1', owner: 'b', entity: 'prospect' }, { key: 'x:2', owner: 'a', entity: 'prospect' }, undefined]);
});

test('an older book opens: a key that two rows claim stays with whom the table of identities named', async () => {
  const indexedDB = new IDBFactory();
  const old = new Dexie('paydirt', { indexedDB, IDBKeyRange });
  old.version(6).stores({ prospects: 'id, accountId, referredBy.prospectId', accounts: 'id', identities: 'key, owner' });
  await old.table('prospects').bulkPut([prospect('a', ['x:1', 'x:2']), prospect('b', ['x:2', 'x:3']), prospect('c', ['x:3'])]);
  await old.table('accounts').put(account('d', ['x:1', 'x:4']));
  await old.table('identities').bulkPut([{ key: 'x:1', owner: 'a', entity: 'prospect' }, { key: 'x:2', owner: 'b', entity: 'prospect' }]);
  old.close();
  const book = openBook({ indexedDB, IDBKeyRange });
  expect((await book.identities.toArray()).map(({ key, owner }) => `${key} ${owner}`)).toEqual(['x:1 a', 'x:2 b', 'x:3 b', 'x:4 d']);
  expect((await book.prospects.get('c'))!.keys).toEqual([]);
});
