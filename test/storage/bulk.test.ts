import { expect, test } from 'vitest';
import type { Prospect } from '../../src/domain/prospect.ts';
import { disqualifying, enrolling, following, inBulk, listing, erasing, puttingOff, staging, tagging, unlisting, untagging } from '../../src/storage/bulk.ts';
import type { Book } from '../../src/storage/database.ts';
import { undoInSlices } from '../../src/storage/undo-slices.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, means, scratchBook } from './scratch-book.ts';

const MANY = 130;
const IDS = Array.from({ length: MANY }, (_, at) => `p${String(at).padStart(3, '0')}`);

async function bookOfMany(): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(100), async (door) => {
    door.put('cadence', { id: 'c', version: 1, name: 'C', priorities: [], steps: [{ id: 's', kind: 'email', channel: 'email', days: 1, business: false, text: '' }], createdAt: 100, updatedAt: 100 });
    IDS.forEach((id, at) => {
      const row: Prospect = { id, kind: 'prospect', keys: [`github:${id}`], fields: {}, suggestions: {}, stage: 'new', tags: at % 2 ? ['odd'] : [], lists: [], createdAt: 100, updatedAt: 100, ...(at === 7 ? { doNotContact: { at: 90, reason: 'asked' } } : {}) };
      door.put('prospect', row);
      if (at < 3) door.put('note', { id: `n${at}`, prospectId: id, text: 'x', createdAt: 100, updatedAt: 100 });
    });
  });
  return book;
}

const why = { reason: 'bad-timing' as const, note: '', words: 'in 3 months', zone: 'UTC', text: 'Back' };

async function stateOf(book: Book): Promise<unknown> {
  const bare = (rows: { updatedAt: number }[]): unknown[] => rows.map(({ updatedAt: _at, ...row }) => row);
  return Promise.all([book.prospects, book.notes, book.followUps, book.enrolments, book.lists].map(async (table) => bare(await table.toArray())));
}

test('people of companies are changed as well, however many companies stand in one slice', async () => {
  const book = scratchBook();
  const change = changeAt(100);
  for (let from = 0; from < MANY; from += 10) {
    await write(book, change, async (door) => {
      IDS.slice(from, from + 10).forEach((id, at) => {
        const accountId = `a${at}`;
        if (from === 0) door.put('account', { id: accountId, keys: [], fields: {}, suggestions: {}, tags: [], createdAt: 100, updatedAt: 100 });
        door.put('prospect', { id, kind: 'prospect', keys: [`github:${id}`], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], accountId, createdAt: 100, updatedAt: 100 });
      });
    });
  }
  expect((await inBulk(book, IDS, changeAt(500), tagging('fair'))).changed).toBe(MANY);
});

test('each thing that is done to many changes whom it should, and one undo takes all of it back', async () => {
  const cases = [
    [(_book: Book) => tagging('odd'), MANY / 2], [(_book: Book) => untagging('odd'), MANY / 2], [(book: Book) => listing(book, 'Fair', 'l1'), MANY], [(book: Book) => staging(book, 'disqualified'), MANY], [(book: Book) => erasing(book), MANY],
    [() => following({ text: 'Ask', words: 'tomorrow', zone: 'UTC', dueOf: (before) => 1_000 + before, newId: means.newId }), MANY - 1],
    [(book: Book) => puttingOff(book, { ...why, resumeOf: (before) => 9_000 + before, newId: means.newId }), MANY], [(book: Book) => disqualifying(book, { reason: 'no-fit', note: '' }), MANY],
    [(book: Book) => enrolling(book, 'c', { zoneOf: () => 'UTC', confirmed: false }), MANY - 1],
  ] as const;
  for (const [work, expected] of cases) {
    const book = await bookOfMany();
    const before = await stateOf(book);
    const change = changeAt(500);
    expect((await inBulk(book, IDS, change, work(book))).changed).toBe(expected);
    expect(await stateOf(book)).not.toEqual(before);
    expect((await undoInSlices(book, change.changeId, changeAt(600))).kept).toEqual([]);
    expect(await stateOf(book)).toEqual(before);
  }
});

test('who is put off comes back with a follow-up at the date; who waits with a date keeps it, who has none gets one, and nothing is planned with who is not to be contacted', async () => {
  const book = await bookOfMany();
  await inBulk(book, IDS.slice(0, 2), changeAt(200), staging(book, 'nurture'));
  await inBulk(book, [IDS[1]!], changeAt(210), puttingOff(book, { ...why, resumeOf: () => 5_000, newId: () => 'mine' }));
  expect(await inBulk(book, IDS.slice(0, 9), changeAt(500), puttingOff(book, { ...why, resumeOf: (before) => 9_000 + before, newId: means.newId }))).toEqual({ changed: 8, stopped: false });
  const people = await book.prospects.bulkGet(IDS.slice(0, 9));
  expect(people.map((one) => [one!.stage, one!.aside!.reason, one!.aside!.resumeAt])).toEqual([9_000, 5_000, 9_001, 9_002, 9_003, 9_004, 9_005, 9_006, 9_007].map((at) => ['nurture', 'bad-timing', at]));
  const planned = new Map((await book.followUps.toArray()).map(({ prospectId, dueAt, id }) => [prospectId, [dueAt, id]]));
  expect(people.map((one) => planned.get(one!.id))).toEqual(people.map((one) => (one!.doNotContact ? undefined : [one!.aside!.resumeAt, one!.aside!.followUpId])));
  expect(planned.get('p001')).toEqual([5_000, 'mine']);
});

test('a new list is made once and an empty list is no list for who was on none', async () => {
  const book = await bookOfMany();
  await inBulk(book, IDS, changeAt(500), listing(book, 'Fair', 'l1'));
  await inBulk(book, IDS.slice(0, 5), changeAt(510), listing(book, 'FAIR', 'l2'));
  expect((await book.lists.toArray()).map(({ id, name }) => [id, name])).toEqual([['l1', 'Fair']]);
  expect(await inBulk(book, IDS.slice(0, 5), changeAt(520), unlisting('l1'))).toEqual({ changed: 5, stopped: false });
  expect((await book.prospects.get('p000'))!.lists).toEqual([]);
});

test('one that is stopped keeps what is done, says so, and is taken back by one undo', async () => {
  const book = await bookOfMany();
  const before = await stateOf(book);
  const [stop, change] = [new AbortController(), changeAt(500)];
  expect(await inBulk(book, IDS, change, staging(book, 'working'), { signal: stop.signal, onProgress: () => stop.abort() })).toEqual({ changed: 100, stopped: true });
  expect(await book.prospects.filter(({ stage }) => stage === 'working').count()).toBe(100);
  await undoInSlices(book, change.changeId, changeAt(600));
  expect(await stateOf(book)).toEqual(before);
});
