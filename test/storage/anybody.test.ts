import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { isAnybody } from '../../src/storage/anybody.ts';
import { openBook } from '../../src/storage/database.ts';

test('whether anybody is in the book is asked of one key: nobody is counted for it', async () => {
  const book = openBook({ indexedDB: new IDBFactory(), IDBKeyRange });
  const count = vi.spyOn(IDBObjectStore.prototype, 'count');
  const keys = vi.spyOn(IDBObjectStore.prototype, 'getAllKeys');
  expect(await isAnybody(book)).toBe(false);
  await book.prospects.bulkAdd(['a', 'b', 'c'].map((id) => ({ id, kind: 'prospect', keys: [], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 1, updatedAt: 1 })));
  keys.mockClear();
  expect(await isAnybody(book)).toBe(true);
  expect([count.mock.calls.length, keys.mock.calls]).toMatchObject([0, [[{ count: 1 }]]]);
  book.close();
});
