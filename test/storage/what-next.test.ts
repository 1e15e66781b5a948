import { describe, expect, test } from 'vitest';
import type { FollowUp } from '../../src/domain/activity.ts';
import type { Prospect } from '../../src/domain/prospect.ts';
import { nextTimes } from '../../src/domain/what-next.ts';
import { ContactBarred } from '../../src/storage/contact-guard.ts';
import type { Book } from '../../src/storage/database.ts';
import { addFollowUp, moveFollowUps, removeProspect, settleFollowUp } from '../../src/storage/person.ts';
import { logTouch } from '../../src/storage/touch.ts';
import { leftOver, readAskNext, writeAskNext } from '../../src/storage/what-next.ts';
import { write } from '../../src/storage/write.ts';
import { prospectOf } from '../domain/prospect-of.ts';
import { changeAt, means, scratchBook } from './scratch-book.ts';

const followUp = (id: string, part: Partial<FollowUp> = {}): FollowUp => ({ id, prospectId: 'p1', dueAt: 10, open: 1, words: '', zone: 'UTC', text: '', createdAt: 1, updatedAt: 1, ...part });
async function bookOf(part: Partial<Prospect> = {}, followUps: FollowUp[] = [followUp('f')]): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => {
    door.put('prospect', prospectOf({ stage: 'working', ...part }));
    for (const one of followUps) door.put('followUp', one);
  });
  return book;
}
async function afterDone(book: Book): Promise<string | undefined> {
  const change = changeAt(20);
  await settleFollowUp(book, 'f', 'done', change);
  return (await leftOver(book, change.changeId))?.prospect.id;
}

describe('who is left without anything planned', () => {
  test('is whoever is live and had the last thing done', async () => {
    expect(await afterDone(await bookOf())).toBe('p1');
  });

  test.each<[string, Partial<Prospect>, FollowUp[]?]>([
    ['another follow-up is open', {}, [followUp('f'), followUp('g', { dueAt: 99 })]],
    ['it comes again', {}, [followUp('f', { repeat: { every: 1, unit: 'week' } })]],
    ['they are won', { stage: 'won' }], ['they are aside', { stage: 'nurture' }],
    ['they are not to be contacted', { doNotContact: { at: 1, reason: 'legal' } }],
    ['a closer has them', { handOver: { at: 1, to: 'Cleo', state: 'accepted' } }],
  ])('is nobody when %s', async (_why, part, followUps) => {
    expect(await afterDone(await bookOf(part, followUps))).toBeUndefined();
  });

  test('is nobody when a cadence goes on, was only put off, or when several people were acted on', async () => {
    const inside = await bookOf();
    await inside.enrolments.put({ id: 'e', prospectId: 'p1', cadenceId: 'c', version: 1, state: 'paused', stepId: 's', past: [], startedAt: 1, createdAt: 1, updatedAt: 1 });
    expect(await afterDone(inside)).toBeUndefined();
    const moved = await bookOf();
    const change = changeAt(20);
    await moveFollowUps(moved, [{ id: 'f', dueAt: 99 }], change);
    expect(await leftOver(moved, change.changeId)).toBeUndefined();
    const several = await bookOf({}, [followUp('f'), followUp('g', { prospectId: 'p2' })]);
    await write(several, change, async (door) => { for (const id of ['f', 'g']) door.put('followUp', { ...(await door.get('followUp', id))!, open: 0 }); });
    expect(await leftOver(several, change.changeId)).toBeUndefined();
    await removeProspect(moved, 'p1', changeAt(30));
    expect(await leftOver(moved, change.changeId)).toBeUndefined();
  });

  test('is asked about unless the rep has said no to it', async () => {
    const book = scratchBook();
    expect(await readAskNext(book)).toBe(true);
    await writeAskNext(book, false);
    expect(await readAskNext(book)).toBe(false);
  });
});

test('who is talking is asked for soon, who has not answered for late', () => {
  const sent = { id: 't', prospectId: 'p1', channel: 'email', direction: 'out' as const, outcome: 'sent', createdAt: 1, updatedAt: 1 };
  expect(nextTimes({ stage: 'engaged' }, [])[0]).toBe('tomorrow');
  expect(nextTimes({ stage: 'new' }, [{ ...sent, at: 1 }])[0]).toBe('days');
  expect(nextTimes({ stage: 'engaged' }, [1, 2, 3].map((at) => ({ ...sent, at })))).toEqual(['weeks', 'month', 'quarter']);
});

test('nothing is planned by hand with somebody who is not to be contacted; what they say themselves still asks for an answer', async () => {
  const book = await bookOf({ doNotContact: { at: 1, reason: 'legal' } }, []);
  const planned = addFollowUp(book, followUp('g'), changeAt(2));
  await expect(planned).rejects.toBeInstanceOf(ContactBarred);
  await expect(planned).rejects.toMatchObject({ reason: 'legal' });
  expect(await book.followUps.count()).toBe(0);
  await logTouch(book, { id: 't', prospectId: 'p1', channel: 'email', direction: 'in', outcome: 'replied', at: 3 }, changeAt(3), means.newId);
  expect(await book.followUps.count()).toBe(1);
});
