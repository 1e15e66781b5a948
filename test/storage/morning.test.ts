import { describe, expect, test } from 'vitest';
import type { FollowUp, Touch } from '../../src/domain/activity.ts';
import { countAhead, keepMorning, readFinish, readFocus, readMorning, readOrder, writeOrder } from '../../src/storage/morning.ts';
import { writeSetting } from '../../src/storage/setting.ts';
import { prospectOf } from '../domain/prospect-of.ts';
import { scratchBook } from './scratch-book.ts';

const followUp = (id: string, more: Partial<FollowUp> = {}): FollowUp => ({ id, prospectId: 'p', dueAt: 10, open: 1, words: '', zone: 'UTC', text: '', createdAt: 1, updatedAt: 1, ...more });
const touch = (id: string, at: number, direction: Touch['direction']): Touch => ({ id, prospectId: 'p', channel: 'email', direction, at, createdAt: at, updatedAt: at });

describe('what Today reads', () => {
  test('two panels that keep the morning of one day lose nothing that either met', async () => {
    const book = scratchBook();
    await keepMorning(book, { day: 'd', met: ['a@1'], skipped: {} });
    await keepMorning(book, { day: 'd', met: ['b@1'], skipped: { 'b@1': 3 } });
    expect(await readMorning(book)).toEqual({ day: 'd', met: ['a@1', 'b@1'], skipped: { 'b@1': 3 } });
    await keepMorning(book, { day: 'e', met: [], skipped: {} });
    expect(await readMorning(book)).toEqual({ day: 'e', met: [], skipped: {} });
  });

  test('one follow-up with whom it is about, the last touch and all of them', async () => {
    const book = scratchBook();
    await book.prospects.put(prospectOf({ id: 'p' }));
    await book.followUps.put(followUp('f'));
    await book.touches.bulkPut([touch('1', 1, 'out'), touch('2', 2, 'in'), touch('4', 4, 'out'), touch('3', 3, 'out')]);
    expect(await readFocus(book, { followUpId: 'f', prospectId: 'p' })).toMatchObject({ prospect: { id: 'p' }, last: { id: '4' }, touches: { length: 4 }, note: '' });
    expect(await readFocus(book, { followUpId: 'none', prospectId: 'p' })).toBeUndefined();
    await book.prospects.delete('p');
    expect((await readFocus(book, { followUpId: 'f', prospectId: 'p' }))?.prospect).toBeUndefined();
  });

  test('the finish line counts each follow-up once, whatever it went through', async () => {
    const book = scratchBook();
    await book.followUps.bulkPut([followUp('a', { open: 0, channel: 'call' }), followUp('b', { dueAt: 99 }), followUp('c', { open: 0 })]);
    expect(await readFinish(book, ['a@1', 'a@2', 'b@1', 'c@1', 'gone@1'])).toEqual({ done: 2, moved: 1, gone: 1, byChannel: [{ channel: '', count: 1 }, { channel: 'call', count: 1 }] });
  });

  test('days ahead are counted from bound to bound, closed ones not at all', async () => {
    const book = scratchBook();
    await book.followUps.bulkPut([followUp('a', { dueAt: 9 }), followUp('b', { dueAt: 10 }), followUp('c', { dueAt: 19 }), followUp('d', { dueAt: 20 }), followUp('e', { dueAt: 15, open: 0 })]);
    expect(await countAhead(book, [10, 20, 30])).toEqual([2, 1]);
  });

  test('an order that there is not is the usual one', async () => {
    const book = scratchBook();
    expect(await readOrder(book)).toBe('channel');
    await writeOrder(book, 'priority');
    expect(await readOrder(book)).toBe('priority');
    await writeSetting(book, 'today-order', 'chaos');
    expect(await readOrder(book)).toBe('channel');
  });
});
