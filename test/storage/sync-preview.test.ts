import { expect, test } from 'vitest';
import { readPreview, type Preview } from '../../src/storage/sync-preview.ts';
import type { Book } from '../../src/storage/database.ts';
import { addAccount, addPerson, connectedBook, connection, keyOf, link, seen } from './scratch-connection.ts';

async function preview(book: Book): Promise<Preview> {
  return readPreview(book, connection, keyOf, new AbortController().signal, async () => undefined);
}

test('before the first sync: who is new, who is there by a key, who may be there, who is the same', async () => {
  const book = await connectedBook();
  await addPerson(book, 'p1', 'Nora New', { title: 'CTO' });
  await addPerson(book, 'p2', 'Kay Key', { title: 'CEO', keys: ['linkedin:in/kay'] });
  await addPerson(book, 'p3', 'Max Maybe', { emails: ['office@example.com'], keys: ['email:office@example.com'] });
  await seen(book, 'r2', ['linkedin:in/kay'], { first: 'Kay', last: 'Key', li: 'https://www.linkedin.com/in/kay', job: null });
  await seen(book, 'r3', ['email:office@example.com'], { first: 'Zoe', last: 'Other', mails: ['office@example.com'] });
  await seen(book, 'r9', ['linkedin:in/nobody'], { first: 'No', last: 'Body' });
  const { counts, rows, done, total } = await preview(book);
  expect([done, total]).toEqual([3, 3]);
  expect(counts).toEqual({ prospect: { new: 1, matched: 1, possible: 1 } });
  expect(rows.map(({ id, outcome, why }) => [id, outcome, why])).toEqual([['p1', 'new', undefined], ['p2', 'matched', 'Kay Key'], ['p3', 'possible', 'Zoe Other']]);
  expect(rows[1]!.fields).toEqual([{ field: 'title', old: null, now: 'CEO' }]);
});

test('a linked row shows the fields that will change, from what is there to what is here', async () => {
  const book = await connectedBook();
  await addAccount(book, 'a1', 'Acme Example');
  await addPerson(book, 'p1', 'Ada Example', { title: 'CTO', accountId: 'a1' });
  const was = { firstName: 'Ada', lastName: 'Example', title: 'CIO', account: null, stage: 'new' };
  await link(book, 'account', 'a1');
  const mark = (await book.outbox.get(['c1', 'prospect', 'p1']))!;
  await link(book, 'prospect', 'p1', { base: { ours: was, theirs: was } });
  await book.outbox.put(mark);
  expect((await preview(book)).rows).toEqual([{
    kind: 'prospect', id: 'p1', name: 'Ada Example', outcome: 'changed', fields: [{ field: 'title', old: 'CIO', now: 'CTO' }, { field: 'account', old: null, now: 'Acme Example' }],
  }]);
});

test('what will not be sent says why: refused, waiting for an answer, nothing new', async () => {
  const book = await connectedBook();
  const all = { firstName: 'Ada', lastName: 'Same', stage: 'new' };
  for (const [id, name] of [['p1', 'Ada Same'], ['p2', 'Rex Refused'], ['p3', 'Ann Asked'], ['p4', 'Lou Left']] as const) await addPerson(book, id, name);
  const marks = new Map((await book.outbox.toArray()).map((one) => [one.id, one]));
  await link(book, 'prospect', 'p1', { base: { ours: all, theirs: all } });
  await link(book, 'prospect', 'p3', { state: 'asking', remoteId: null, question: { kind: 'possible-match', at: 1, remoteId: 'r', shown: 'Ann A.' } });
  await link(book, 'prospect', 'p4', { state: 'left' });
  await book.outbox.bulkPut([marks.get('p1')!, { ...marks.get('p2')!, refused: 'Title is too long' }, marks.get('p3')!, marks.get('p4')!]);
  const { counts, rows } = await preview(book);
  expect(counts).toEqual({ prospect: { unchanged: 1, refused: 1, asking: 1 } });
  expect(rows.map(({ outcome, why }) => [outcome, why])).toEqual([['refused', 'Title is too long'], ['asking', 'Ann A.']]);
});

test('somebody whom the rep has said is another is no match', async () => {
  const book = await connectedBook();
  await addPerson(book, 'p1', 'Kay Key', { keys: ['linkedin:in/kay'] });
  await seen(book, 'r1', ['linkedin:in/kay'], { first: 'Kay', last: 'Key', li: 'https://www.linkedin.com/in/kay' });
  const mark = (await book.outbox.get(['c1', 'prospect', 'p1']))!;
  await link(book, 'prospect', 'p1', { state: 'asking', remoteId: null, base: null, others: ['r1'] });
  await book.outbox.put(mark);
  expect((await preview(book)).counts).toEqual({ prospect: { new: 1 } });
});

test('many people are walked in slices: others get their turn, everybody is counted, a hundred are shown, and an end is an end', async () => {
  const book = await connectedBook();
  await book.outbox.bulkPut(Array.from({ length: 1_200 }, (_, at) => ({ connection: 'c1', entity: 'prospect' as const, id: `p${String(at).padStart(5, '0')}`, stamp: 's', at: 1 })));
  await book.prospects.bulkPut(Array.from({ length: 1_200 }, (_, at) => ({ id: `p${String(at).padStart(5, '0')}`, kind: 'prospect' as const, keys: [], suggestions: {}, stage: 'new' as const, tags: [], lists: [], createdAt: 1, updatedAt: 1, fields: {} })));
  const turns: number[] = [];
  const end = new AbortController();
  const whole = await readPreview(book, connection, keyOf, end.signal, async ({ done }) => void turns.push(done));
  expect(turns).toEqual([200, 400, 600, 800, 1_000, 1_200]);
  expect(whole.counts).toEqual({ prospect: { new: 1_200 } });
  expect(whole.rows).toHaveLength(100);
  const part = await readPreview(book, connection, keyOf, end.signal, async () => end.abort());
  expect(part.done).toBe(200);
});
