import { expect, test } from 'vitest';
import { readLedger } from '../../src/storage/ledger-read.ts';
import { scratchBook } from './scratch-book.ts';

test('the newest requests of one connection come first, and one can go on from the last', async () => {
  const book = scratchBook();
  for (let at = 1; at <= 6; at++) await book.ledger.add({ connection: at % 3 ? 'c1' : 'c2', at, method: 'GET', where: 'https://crm.example/people', fields: [], records: at, status: 200, took: 5 });
  const first = await readLedger(book, 'c1', 2);
  expect(first.map(({ at }) => at)).toEqual([5, 4]);
  expect((await readLedger(book, 'c1', 9, first.at(-1)!.seq)).map(({ at }) => at)).toEqual([2, 1]);
});
