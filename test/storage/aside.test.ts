import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAside } from '../../src/domain/aside.ts';
import { inboxOf } from '../../src/domain/inbox.ts';
import { STAGES, type Prospect } from '../../src/domain/prospect.ts';
import { bringBack, putDisqualified, putNotNow, setStage, waitOn } from '../../src/storage/aside.ts';
import type { Book } from '../../src/storage/database.ts';
import { addFollowUp, settleFollowUp } from '../../src/storage/person.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { prospectOf } from '../domain/prospect-of.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const DAY = 86_400_000;
const why = { reason: 'no-budget' as const, note: '', resumeAt: 90 * DAY, words: 'in 3 months', zone: 'Europe/Berlin', text: 'Budget again?' };

async function bookOf(part: Partial<Prospect> = {}): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => door.put('prospect', prospectOf({ stage: 'engaged', ...part })));
  return book;
}
const ada = async (book: Book): Promise<Prospect> => (await book.prospects.get('p1'))!;
const open = async (book: Book): Promise<[string, number][]> => (await book.followUps.toArray()).filter((one) => one.open === 1).map(({ id, dueAt }) => [id, dueAt]);

describe('not now', () => {
  test('a follow-up stands at the resume date in the same write; the way back closes it and restores the stage', async () => {
    const book = await bookOf();
    const change = changeAt(10);
    await putNotNow(book, 'p1', why, change, 'f1');
    expect(await ada(book)).toMatchObject({ stage: 'nurture', aside: { from: 'engaged', resumeAt: 90 * DAY } });
    expect(await book.followUps.toArray()).toMatchObject([{ id: 'f1', dueAt: 90 * DAY, open: 1, words: 'in 3 months', text: 'Budget again?' }]);
    expect((await book.history.where('changeId').equals(change.changeId).toArray()).map(({ entity }) => entity)).toContain('followUp');
    await bringBack(book, 'p1', changeAt(20));
    expect(await ada(book)).toMatchObject({ stage: 'engaged' });
    expect((await ada(book)).aside).toBeUndefined();
    expect(await book.followUps.get('f1')).toMatchObject({ open: 0, doneAt: 20 });
  });

  test('said again with another date, the same follow-up moves', async () => {
    const book = await bookOf();
    await putNotNow(book, 'p1', why, changeAt(10), 'f1');
    await putNotNow(book, 'p1', { ...why, resumeAt: 200 * DAY, reason: 'contract-runs' }, changeAt(20), 'f2');
    expect(await open(book)).toEqual([['f1', 200 * DAY]]);
    expect((await ada(book)).aside).toMatchObject({ from: 'engaged', reason: 'contract-runs', resumeAt: 200 * DAY });
  });

  test('a follow-up that was done already is not brought to life: a new one stands', async () => {
    const book = await bookOf();
    await putNotNow(book, 'p1', why, changeAt(10), 'f1');
    await settleFollowUp(book, 'f1', 'done', changeAt(15));
    await putNotNow(book, 'p1', why, changeAt(20), 'f2');
    expect(await open(book)).toEqual([['f2', 90 * DAY]]);
  });

  test('putting off the follow-up puts off the resume date', async () => {
    const book = await bookOf();
    await putNotNow(book, 'p1', why, changeAt(10), 'f1');
    await settleFollowUp(book, 'f1', { dueAt: 120 * DAY }, changeAt(20));
    expect((await ada(book)).aside!.resumeAt).toBe(120 * DAY);
  });

  test('having looked at the score, the next date is the resume date', async () => {
    const book = await bookOf();
    await putNotNow(book, 'p1', why, changeAt(0), 'f1');
    expect((await book.inbox.toArray())[0]).toMatchObject({ group: 'back', at: 45 * DAY });
    await waitOn(book, 'p1', changeAt(46 * DAY));
    expect(await book.inbox.toArray()).toMatchObject([{ group: 'back', at: 90 * DAY }]);
  });

  test('one undo takes all of it back, one undo of the way back puts all of it there again', async () => {
    const book = await bookOf();
    const before = { ...await ada(book), updatedAt: 0 };
    const aside = changeAt(10);
    await putNotNow(book, 'p1', why, aside, 'f1');
    const back = changeAt(20);
    await bringBack(book, 'p1', back);
    await undo(book, back.changeId, changeAt(30));
    expect(await open(book)).toEqual([['f1', 90 * DAY]]);
    expect((await ada(book)).stage).toBe('nurture');
    await undo(book, aside.changeId, changeAt(40));
    expect({ ...await ada(book), updatedAt: 0 }).toEqual(before);
    expect(await book.followUps.count()).toBe(0);
    expect(await book.inbox.count()).toBe(0);
  });
});

describe('disqualifying', () => {
  test('closes what was planned, and the way back opens it again; what was done before stays done', async () => {
    const book = await bookOf();
    for (const id of ['a', 'b']) await addFollowUp(book, { id, prospectId: 'p1', dueAt: 50, words: '', zone: 'UTC', text: '' }, changeAt(2));
    await settleFollowUp(book, 'b', 'done', changeAt(3));
    await putDisqualified(book, 'p1', { reason: 'competitor', note: '' }, changeAt(10));
    expect(await open(book)).toEqual([]);
    await putDisqualified(book, 'p1', { reason: 'no-fit', note: 'too small' }, changeAt(11));
    expect((await ada(book)).aside).toMatchObject({ reason: 'no-fit', from: 'engaged', dropped: ['a'] });
    await bringBack(book, 'p1', changeAt(12));
    expect(await open(book)).toEqual([['a', 50]]);
  });

  test('from not now it drops the follow-up of the resume date for good', async () => {
    const book = await bookOf();
    await putNotNow(book, 'p1', why, changeAt(10), 'f1');
    await putDisqualified(book, 'p1', { reason: 'competitor', note: '' }, changeAt(11));
    await bringBack(book, 'p1', changeAt(12));
    expect(await open(book)).toEqual([]);
    expect((await ada(book)).stage).toBe('engaged');
  });
});

describe('the stage', () => {
  test('chosen while somebody is aside brings them back to it', async () => {
    const book = await bookOf();
    await putNotNow(book, 'p1', why, changeAt(10), 'f1');
    await setStage(book, 'p1', 'meeting', changeAt(20));
    expect(await ada(book)).toMatchObject({ stage: 'meeting' });
    expect((await ada(book)).aside).toBeUndefined();
    expect(await open(book)).toEqual([]);
  });

  test('nurture without a date waits on top of those who come back', async () => {
    const book = await bookOf();
    await setStage(book, 'p1', 'nurture', changeAt(10));
    expect((await ada(book)).aside).toEqual({ reason: 'other', note: '', at: 10, from: 'engaged' });
    expect(await book.inbox.toArray()).toEqual([{ group: 'back', at: 0, id: 'p1' }]);
  });
});

test('after any moves and undos: aside exactly in the stages aside, the inbox says what the row says, and at a resume date an open follow-up stands unless it was done', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('not-now' as const), days: fc.integer({ min: 1, max: 400 }) }),
    fc.record({ do: fc.constantFrom('disqualify' as const, 'back' as const, 'wait' as const, 'undo' as const) }),
    fc.record({ do: fc.constant('stage' as const), stage: fc.constantFrom(...STAGES) }),
  );
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
    const book = await bookOf();
    const made: string[] = [];
    for (const [index, one] of steps.entries()) {
      const change = changeAt(100 + index);
      if (one.do === 'not-now') await putNotNow(book, 'p1', { ...why, resumeAt: one.days * DAY }, change, `f${index}`);
      if (one.do === 'disqualify') await putDisqualified(book, 'p1', { reason: 'other', note: '' }, change);
      if (one.do === 'back') await bringBack(book, 'p1', change);
      if (one.do === 'wait') await waitOn(book, 'p1', change);
      if (one.do === 'stage') await setStage(book, 'p1', one.stage, change);
      if (one.do === 'undo') { const last = made.pop(); if (last) await undo(book, last, change); }
      else made.push(change.changeId);
      const now = await ada(book);
      expect(now.aside !== undefined).toBe(isAside(now.stage));
      expect(await book.inbox.toArray()).toEqual(inboxOf(now));
      if (now.stage === 'nurture' && now.aside?.resumeAt !== undefined) expect(await open(book)).toContainEqual([now.aside.followUpId, now.aside.resumeAt]);
    }
  }), { numRuns: 40 });
}, 60_000);
