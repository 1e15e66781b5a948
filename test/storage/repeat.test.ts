import { describe, expect, test } from 'vitest';
import type { FollowUp } from '../../src/domain/activity.ts';
import { putDisqualified } from '../../src/storage/aside.ts';
import type { Book } from '../../src/storage/database.ts';
import { addFollowUp, moveFollowUps, removeProspect, settleFollowUp } from '../../src/storage/person.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { prospectOf } from '../domain/prospect-of.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const DAY = 86_400_000;
const weekly: Omit<FollowUp, 'open' | 'createdAt' | 'updatedAt'> = { id: 'f1', prospectId: 'p1', dueAt: 10 * DAY, words: 'every week', zone: 'UTC', text: 'Ask', channel: 'call', repeat: { every: 1, unit: 'week', from: 10 * DAY } };

async function bookOf(followUp: Partial<FollowUp> = {}): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => door.put('prospect', prospectOf({})));
  await addFollowUp(book, { ...weekly, ...followUp }, changeAt(2));
  return book;
}
const open = async (book: Book): Promise<number[]> => (await book.followUps.toArray()).filter((one) => one.open === 1).map(({ dueAt }) => dueAt / DAY).sort((a, b) => a - b);

describe('a follow-up that comes again', () => {
  test('stands again in the same write when it is done, with all that was said of it', async () => {
    const book = await bookOf();
    const change = changeAt(10 * DAY + 5);
    await settleFollowUp(book, 'f1', 'done', change);
    expect(await open(book)).toEqual([17]);
    const next = (await book.followUps.toArray()).find((one) => one.open === 1)!;
    expect(next).toMatchObject({ text: 'Ask', channel: 'call', words: 'every week', repeat: { every: 1, unit: 'week', from: 10 * DAY } });
    expect(next).not.toHaveProperty('doneAt');
    expect(next.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
    expect((await book.history.where('changeId').equals(change.changeId).toArray()).map(({ id }) => id)).toContain(next.id);
  });

  test('done in two panels at once, it stands again once', async () => {
    const book = await bookOf();
    await Promise.all([settleFollowUp(book, 'f1', 'done', changeAt(11 * DAY)), settleFollowUp(book, 'f1', 'done', changeAt(11 * DAY + 1))]);
    expect(await open(book)).toEqual([17]);
  });

  test('undo takes the next one back, undone again it is there once, and so is it when done anew', async () => {
    const book = await bookOf();
    const done = changeAt(11 * DAY);
    await settleFollowUp(book, 'f1', 'done', done);
    const back = changeAt(11 * DAY + 1);
    await undo(book, done.changeId, back);
    expect(await open(book)).toEqual([10]);
    await undo(book, back.changeId, changeAt(30 * DAY));
    expect(await open(book)).toEqual([17]);
  });

  test('a next one that the rep has moved since is kept by an undo, and not doubled when done anew', async () => {
    const book = await bookOf();
    const done = changeAt(11 * DAY);
    await settleFollowUp(book, 'f1', 'done', done);
    const next = (await book.followUps.toArray()).find((one) => one.open === 1)!;
    await settleFollowUp(book, next.id, { dueAt: 18 * DAY }, changeAt(12 * DAY));
    expect((await undo(book, done.changeId, changeAt(13 * DAY))).kept).toHaveLength(1);
    await settleFollowUp(book, 'f1', 'done', changeAt(14 * DAY));
    expect(await open(book)).toEqual([18]);
  });

  test('put off, those after it stay where they were; what has no beginning yet gets one', async () => {
    const book = await bookOf({ repeat: { every: 1, unit: 'week' } });
    await moveFollowUps(book, [{ id: 'f1', dueAt: 12 * DAY }, { id: 'gone', dueAt: 5 }], changeAt(10 * DAY));
    await settleFollowUp(book, 'f1', 'done', changeAt(12 * DAY));
    expect(await open(book)).toEqual([17]);
  });

  test('does not come again for who is disqualified, not to be contacted or gone', async () => {
    const disqualified = await bookOf();
    await putDisqualified(disqualified, 'p1', { reason: 'no-fit', note: '' }, changeAt(5 * DAY));
    expect(await open(disqualified)).toEqual([]);
    const silent = await bookOf();
    await write(silent, changeAt(3), async (door) => door.put('prospect', prospectOf({ doNotContact: { at: 3, reason: '' } })));
    await settleFollowUp(silent, 'f1', 'done', changeAt(11 * DAY));
    expect(await open(silent)).toEqual([]);
    const gone = await bookOf();
    await removeProspect(gone, 'p1', changeAt(3));
    expect(await gone.followUps.count()).toBe(0);
  });

  test('copied from another book nothing is made of it', async () => {
    const book = await bookOf();
    await write(book, changeAt(11 * DAY), async (door) => door.put('followUp', { ...(await door.get('followUp', 'f1'))!, open: 0, doneAt: 11 * DAY }), { isCopy: true });
    expect(await open(book)).toEqual([]);
  });

  test('a meeting keeps its length', async () => {
    const book = await bookOf({ endsAt: 10 * DAY + 3_600_000 });
    await settleFollowUp(book, 'f1', 'done', changeAt(11 * DAY));
    expect((await book.followUps.toArray()).find((one) => one.open === 1)).toMatchObject({ endsAt: 17 * DAY + 3_600_000 });
  });
});
