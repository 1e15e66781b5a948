import { expect, test } from 'vitest';
import { startSync } from '../../../src/storage/connection.ts';
import { addNote } from '../../../src/storage/person.ts';
import { addPerson, connectedBook, link } from '../../storage/scratch-connection.ts';
import { changeAt } from '../../storage/scratch-book.ts';
import { plainCrm, runner } from './desk.ts';

test('a note on somebody who stays here only does not wait for ever', async () => {
  const [book, crm] = [await connectedBook(), plainCrm()];
  await startSync(book, 'c1');
  await addPerson(book, 'ada', 'Ada Example');
  await link(book, 'prospect', 'ada', { state: 'left', remoteId: null, base: null });
  await addNote(book, 'ada', 'n1', 'Likes tea', changeAt(100));
  await runner(book, crm).sync();
  expect([await book.outbox.count(), crm.of('note').size]).toEqual([0, 0]);
});
