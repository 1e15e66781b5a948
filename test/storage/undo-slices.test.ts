import { expect, test } from 'vitest';
import type { Prospect } from '../../src/domain/prospect.ts';
import type { Book } from '../../src/storage/database.ts';
import { undoInSlices } from '../../src/storage/undo-slices.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const MANY = 230;
const idOf = (at: number): string => `p${String(at).padStart(3, '0')}`;
const person = (at: number): Prospect => ({ id: idOf(at), kind: 'prospect', keys: [`github:p${at}`], fields: {}, suggestions: {}, stage: 'new', tags: at % 3 ? [] : ['old'], lists: [], createdAt: 100, updatedAt: 100 });

async function bookOfMany(): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(100), async (door) => { for (let at = 0; at < MANY; at++) door.put('prospect', person(at)); });
  return book;
}

async function stateOf(book: Book): Promise<unknown> {
  const bare = (rows: { updatedAt: number }[]): unknown[] => rows.map(({ updatedAt: _at, ...row }) => row);
  return { people: bare(await book.prospects.toArray()), followUps: bare(await book.followUps.toArray()), accounts: bare(await book.accounts.toArray()), lists: bare(await book.lists.toArray()), identities: await book.identities.toArray() };
}

/** One action in three writes: a tag, a list and a follow-up for everybody, some of them at a new account; and one person goes, whose identity goes to another. */
async function actOnAll(book: Book, changeId: string): Promise<void> {
  const change = { ...changeAt(500), changeId };
  for (const part of [0, 1, 2]) {
    await write(book, change, async (door) => {
      if (part === 0) {
        door.put('list', { id: 'fair', name: 'Fair', createdAt: 500, updatedAt: 500 });
        door.put('account', { id: 'acme', keys: ['web:acme.example'], fields: {}, suggestions: {}, tags: [], createdAt: 500, updatedAt: 500 });
      }
      for (let at = part; at < MANY - 1; at += 3) {
        const row = (await door.get('prospect', idOf(at)))!;
        door.put('prospect', { ...row, tags: [...row.tags, 'new'], lists: ['fair'], stage: 'working', ...(at % 5 ? {} : { accountId: 'acme' }), ...(at === 0 ? { keys: [...row.keys, `github:p${MANY - 1}`] } : {}), updatedAt: 500 });
        door.put('followUp', { id: `f${at}`, prospectId: row.id, text: 'Ask', dueAt: 900, open: 1, words: '', zone: 'UTC', createdAt: 500, updatedAt: 500 } as never);
      }
      if (part === 0) await door.remove('prospect', idOf(MANY - 1));
    });
  }
}

test('an action about hundreds is taken back in slices, also when it was stopped on the way and done again', async () => {
  const book = await bookOfMany();
  const before = await stateOf(book);
  await actOnAll(book, 'bulk');
  expect(await stateOf(book)).not.toEqual(before);
  const stop = new AbortController();
  const heard: number[] = [];
  const first = await undoInSlices(book, 'bulk', changeAt(600), { signal: stop.signal, onProgress: (done) => { heard.push(done); stop.abort(); } });
  expect(first.stopped).toBe(true);
  expect(heard).toEqual([100]);
  const rest = changeAt(700);
  const second = await undoInSlices(book, 'bulk', rest, { onProgress: (done) => void heard.push(done) });
  expect([second.stopped, second.kept, heard.at(-1)]).toEqual([false, [], MANY + 2]);
  expect(await stateOf(book)).toEqual(before);
  // the undo is an action as well
  await undoInSlices(book, rest.changeId, changeAt(800));
  expect((await book.prospects.where('id').above('').toArray()).filter(({ tags }) => tags.includes('new'))).toHaveLength(MANY - 1 - 100);
});

test('what was changed again since stays, and what others have come to need', async () => {
  const book = await bookOfMany();
  await actOnAll(book, 'bulk');
  await write(book, changeAt(550), async (door) => {
    for (const at of [7, 140]) door.put('prospect', { ...(await door.get('prospect', idOf(at)))!, tags: ['mine', 'new'], stage: 'won', ...(at === 7 ? { accountId: 'acme' } : {}) });
  });
  const { kept } = await undoInSlices(book, 'bulk', changeAt(600));
  expect(kept).toEqual([{ entity: 'prospect', id: 'p007', field: 'stage' }, { entity: 'prospect', id: 'p140', field: 'stage' }, { entity: 'account', id: 'acme', field: '*' }]);
  // of a set it takes out what it put in
  expect(await book.prospects.get('p140')).toMatchObject({ tags: ['mine'], stage: 'won' });
  expect((await book.prospects.get('p141'))!.tags).toEqual(['old']);
  expect(await book.followUps.count()).toBe(0);
});

test('nothing of an action is taken back that set do-not-contact for anybody who still has it', async () => {
  const book = await bookOfMany();
  await write(book, { ...changeAt(500), changeId: 'barred' }, async (door) => {
    for (let at = 0; at < MANY; at++) door.put('prospect', { ...person(at), stage: 'working', ...(at === MANY - 1 ? { doNotContact: { at: 500, reason: 'asked' } } : {}) });
  });
  expect(await undoInSlices(book, 'barred', changeAt(600))).toMatchObject({ restored: 0, kept: [{ id: 'p229', field: 'doNotContact' }] });
  expect((await book.prospects.get('p000'))!.stage).toBe('working');
});
