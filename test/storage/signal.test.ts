import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSignals } from '../../src/domain/signal.ts';
import type { Book } from '../../src/storage/database.ts';
import { settleFollowUp } from '../../src/storage/person.ts';
import { addSignal, heardFrom, leaveSignals, takeSignals } from '../../src/storage/signal.ts';
import { logTouch } from '../../src/storage/touch.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { prospectOf } from '../domain/prospect-of.ts';
import { changeAt, means, scratchBook } from './scratch-book.ts';

const words = { signal: 'Answered', followUp: 'Answer back', zone: 'UTC' };

async function bookOf(): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => door.put('prospect', prospectOf({ signals: [{ id: 's1', kind: 'news', at: 1, field: '', from: '', to: 'x', url: '', state: 'open' }] })));
  return book;
}

test('acting on signals takes them and plans in one write; one undo takes both back', async () => {
  const book = await bookOf();
  await addSignal(book, 'p1', { id: 's2', kind: 'funding', at: 2, field: '', from: '', to: 'y', url: '', state: 'open' }, changeAt(2));
  const change = changeAt(3);
  await takeSignals(book, { id: 'f1', prospectId: 'p1', dueAt: 9, words: '', zone: 'UTC', text: 'y' }, change);
  expect((await book.prospects.get('p1'))!.signals!.map(({ state }) => state)).toEqual(['taken', 'taken']);
  expect(await book.followUps.toArray()).toMatchObject([{ id: 'f1', dueAt: 9, open: 1, text: 'y' }]);
  await undo(book, change.changeId, changeAt(4));
  expect(openSignals((await book.prospects.get('p1'))!)).toHaveLength(2);
  expect(await book.followUps.count()).toBe(0);
  await leaveSignals(book, 'p1', changeAt(5), ['s2']);
  expect(openSignals((await book.prospects.get('p1'))!).map(({ id }) => id)).toEqual(['s1']);
});

test('a touch that comes in makes a signal and a follow-up that is due now', async () => {
  const book = await bookOf();
  await logTouch(book, { id: 't1', prospectId: 'p1', channel: 'email', direction: 'in', at: 7 }, changeAt(8), means.newId, words);
  expect(await book.touches.get('t1')).toMatchObject({ direction: 'in', at: 7 });
  expect(openSignals((await book.prospects.get('p1'))!)[0]).toMatchObject({ kind: 'engaged', to: 'Answered', at: 8 });
  expect(await book.followUps.toArray()).toMatchObject([{ prospectId: 'p1', dueAt: 8, open: 1, text: 'Answer back' }]);
});

test('one that goes out, or of somebody who is gone, makes nothing', async () => {
  const book = await bookOf();
  await write(book, changeAt(8), async (door) => {
    await heardFrom(book, door, { prospectId: 'p1', direction: 'out' }, words, means.newId);
    await heardFrom(book, door, { prospectId: 'nobody', direction: 'in' }, words, means.newId);
  });
  expect(await book.followUps.count()).toBe(0);
  expect(openSignals((await book.prospects.get('p1'))!)).toHaveLength(1);
});

test('however often somebody answers: one open signal of it, and exactly one follow-up is due', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('in' as const, 'done' as const, 'leave' as const), { minLength: 1, maxLength: 8 }), async (steps) => {
    const book = await bookOf();
    for (const [index, step] of steps.entries()) {
      const change = changeAt(10 + index);
      if (step === 'in') await logTouch(book, { id: `t${index}`, prospectId: 'p1', channel: 'email', direction: 'in', at: change.at }, change, means.newId, words);
      if (step === 'leave') await leaveSignals(book, 'p1', change);
      if (step === 'done') for (const { id } of await book.followUps.toArray()) await settleFollowUp(book, id, 'done', change);
      if (step === 'in') {
        expect(openSignals((await book.prospects.get('p1'))!).filter(({ kind }) => kind === 'engaged')).toHaveLength(1);
        expect((await book.followUps.toArray()).filter(({ open, dueAt }) => open === 1 && dueAt <= change.at)).toHaveLength(1);
      }
    }
  }), { numRuns: 30 });
});
