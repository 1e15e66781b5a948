import { expect, test } from 'vitest';
import type { Book } from '../../src/storage/database.ts';
import { answerHandOver, handOver } from '../../src/storage/hand-over.ts';
import { clearReferredBy, referredBy, setReferredBy } from '../../src/storage/referral.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { prospectOf } from '../domain/prospect-of.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const thanks = (id: string): { id: string; text: string; dueAt: number; zone: string } => ({ id, text: 'Thank Bo', dueAt: 9, zone: 'UTC' });

async function bookOf(): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => { door.put('prospect', prospectOf()); door.put('prospect', prospectOf({ id: 'p2' })); door.put('prospect', prospectOf({ id: 'p3', doNotContact: { at: 1, reason: 'legal' } })); });
  return book;
}

test('an introduction is known both ways and thanked for in one write; one undo takes all of it back', async () => {
  const book = await bookOf();
  const change = changeAt(2);
  await setReferredBy(book, 'p1', { prospectId: 'p2', name: 'Bo' }, thanks('f1'), change);
  expect(await book.prospects.get('p1')).toMatchObject({ referredBy: { prospectId: 'p2', name: 'Bo', at: 2 }, leadSource: 'referral' });
  expect((await referredBy(book, 'p2')).map(({ id }) => id)).toEqual(['p1']);
  expect(await book.followUps.toArray()).toMatchObject([{ prospectId: 'p2', dueAt: 9, open: 1 }]);
  await undo(book, change.changeId, changeAt(3));
  expect([await referredBy(book, 'p2'), await book.followUps.count()]).toEqual([[], 0]);
});

test('somebody who is only a name is thanked on the page of whom they introduced; who is not to be contacted is not thanked; nobody introduces themselves', async () => {
  const book = await bookOf();
  await setReferredBy(book, 'p1', { name: '  Grandma \n Example ' }, thanks('f1'), changeAt(2));
  expect((await book.prospects.get('p1'))!.referredBy).toEqual({ name: 'Grandma Example', at: 2 });
  expect(await book.followUps.toArray()).toMatchObject([{ prospectId: 'p1' }]);
  await setReferredBy(book, 'p2', { prospectId: 'p3', name: 'Silent' }, thanks('f2'), changeAt(3));
  await setReferredBy(book, 'p3', { prospectId: 'p3', name: 'Silent' }, thanks('f3'), changeAt(4));
  expect(await book.followUps.count()).toBe(1);
  expect((await book.prospects.get('p3'))!.referredBy).toBeUndefined();
  await clearReferredBy(book, 'p2', changeAt(5));
  expect(await referredBy(book, 'p3')).toEqual([]);
});

test('a hand-over keeps its packet as a note, the word against the gate, and the dated answer', async () => {
  const book = await bookOf();
  await handOver(book, 'p1', { to: ' Casey ', override: '' }, { id: 'n1', text: '# Hand-over' }, changeAt(2));
  expect((await book.prospects.get('p1'))!.handOver).toEqual({ at: 2, to: 'Casey', state: 'offered' });
  expect(await book.notes.get('n1')).toMatchObject({ prospectId: 'p1', text: '# Hand-over' });
  await answerHandOver(book, 'p1', 'rejected', 'too small', changeAt(3));
  expect((await book.prospects.get('p1'))!.handOver).toEqual({ at: 2, to: 'Casey', state: 'rejected', answeredAt: 3, answer: 'too small' });
  await answerHandOver(book, 'p2', 'accepted', '', changeAt(4));
  expect((await book.prospects.get('p2'))!.handOver).toBeUndefined();
});
