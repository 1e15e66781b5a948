import { expect, test } from 'vitest';
import { keepEntry, MOST_ENTRIES } from '../../src/storage/ledger.ts';
import { scratchBook } from './scratch-book.ts';

const entry = { at: 1, method: 'GET', where: 'https://crm.example/x', fields: [], records: 0, status: 200, took: 5 };

test('a connection keeps its newest entries and leaves those of others alone', async () => {
  const book = scratchBook();
  await book.ledger.bulkAdd(Array.from({ length: MOST_ENTRIES }, (_, at) => ({ ...entry, connection: 'a', at })));
  await keepEntry(book, { ...entry, connection: 'b' });
  await keepEntry(book, { ...entry, connection: 'a', at: 90_001 });
  expect(await book.ledger.where('connection').equals('a').count()).toBe(MOST_ENTRIES);
  await keepEntry(book, { ...entry, connection: 'a', at: 90_002 });
  const mine = await book.ledger.where('connection').equals('a').toArray();
  expect([mine.length, mine[0]!.at, mine.at(-1)!.at]).toEqual([MOST_ENTRIES, 2, 90_002]);
  expect(await book.ledger.where('connection').equals('b').count()).toBe(1);
});
