import { beforeEach, expect, test } from 'vitest';
import type { Book } from '../../src/storage/database.ts';
import { decideConflict, decideQuestion, readQuestions, takeBack } from '../../src/storage/sync-question.ts';
import { toSend } from '../../src/domain/sync/absorb.ts';
import type { Link, Question } from '../../src/domain/sync/link.ts';
import { localsThere } from '../../src/storage/sync-local.ts';
import { changeAt } from './scratch-book.ts';
import { addAccount, addPerson, connectedBook, connection, keyOf, link, seen } from './scratch-connection.ts';

let book: Book;
beforeEach(async () => { book = await connectedBook(); });

const linkOf = async (id: string, kind: 'prospect' | 'account' = 'prospect') => (await book.links.get(['c1', kind, id]))!;
const markOf = (id: string) => book.outbox.get(['c1', 'prospect', id]);
const titleOf = async (id: string) => (await book.prospects.get(id))!.fields.title;

async function inConflict(): Promise<void> {
  await addPerson(book, 'p1', 'Ada Example', { title: 'CTO' });
  const both = { firstName: 'Ada', lastName: 'Example', stage: 'new', title: 'CIO' };
  await link(book, 'prospect', 'p1', { base: { ours: both, theirs: both }, conflicts: { title: { ours: 'CTO', theirs: 'CEO', oursAt: 100, theirsAt: 200 } } });
}

async function asked(question: Partial<Question>, more: Partial<Link> = {}): Promise<void> {
  await addPerson(book, 'p1', 'Ada Example');
  await link(book, 'prospect', 'p1', { state: 'asking', remoteId: null, base: null, question: { kind: 'possible-match', at: 1, remoteId: 'r7', shown: 'A. Example', ...question }, ...more });
}

test('a conflict shows both values, when and whose', async () => {
  await inConflict();
  expect(await readQuestions(book, connection, 9)).toEqual([{ kind: 'prospect', id: 'p1', name: 'Ada Example', at: 200, conflict: { field: 'title', ours: 'CTO', theirs: 'CEO', oursAt: 100, theirsAt: 200 } }]);
});

test('ours wins: it is sent, and theirs stays in history', async () => {
  await inConflict();
  const change = changeAt(300);
  await decideConflict(book, connection, 'prospect', 'p1', 'title', 'ours', change, keyOf);
  const after = await linkOf('p1');
  expect(after).toMatchObject({ open: 0, base: { ours: { title: 'CEO' }, theirs: { title: 'CEO' } } });
  expect(await markOf('p1')).toMatchObject({ stamp: change.changeId });
  const [local] = await localsThere(book, 'c1', 'prospect', ['p1']);
  expect(toSend(after, local!, connection.mapping)).toEqual({ title: 'CTO' });
  expect((await book.history.where('subject').equals('p1').toArray()).at(-1)).toMatchObject({ field: 'lost.title', old: { value: 'CEO', at: 200 }, by: 'rep' });
  expect((await titleOf('p1'))!.value).toBe('CTO');
});

test('theirs wins: it is taken over from the CRM and not sent back, and ours stays in history', async () => {
  await inConflict();
  await decideConflict(book, connection, 'prospect', 'p1', 'title', 'theirs', changeAt(300), keyOf);
  expect(await titleOf('p1')).toEqual({ value: 'CEO', source: { kind: 'crm', name: 'Demo CRM' }, at: 200 });
  const after = await linkOf('p1');
  const [local] = await localsThere(book, 'c1', 'prospect', ['p1']);
  expect(toSend(after, local!, connection.mapping)).toEqual({});
  expect(await markOf('p1')).toBeUndefined();
  const history = await book.history.where('subject').equals('p1').toArray();
  expect(history).toEqual(expect.arrayContaining([expect.objectContaining({ field: 'fields.title', by: 'crm' }), expect.objectContaining({ field: 'lost.title', old: { value: 'CTO', at: 100 }, by: 'rep' })]));
});

test('one of two conflicts leaves the other open, and nothing is decided twice', async () => {
  await inConflict();
  await book.links.update(['c1', 'prospect', 'p1'], { conflicts: { title: { ours: 'CTO', theirs: 'CEO', oursAt: 1, theirsAt: 2 }, headline: { ours: 'a', theirs: 'b', oursAt: 1, theirsAt: 2 } } });
  await decideConflict(book, connection, 'prospect', 'p1', 'title', 'ours', changeAt(300), keyOf);
  expect(await linkOf('p1')).toMatchObject({ open: 1, conflicts: { headline: { ours: 'a' } } });
  expect(await decideConflict(book, connection, 'prospect', 'p1', 'title', 'theirs', changeAt(301), keyOf)).toBeUndefined();
  expect((await titleOf('p1'))!.value).toBe('CTO');
});

test('a company in conflict is shown by name, taken over by its link, and left open when it is not here', async () => {
  await addAccount(book, 'a1', 'Acme Example');
  await addAccount(book, 'a2', 'Beta Example');
  await link(book, 'account', 'a1');
  await link(book, 'account', 'a2');
  await addPerson(book, 'p1', 'Ada Example', { accountId: 'a1' });
  await addPerson(book, 'p2', 'Bo Example', { accountId: 'a1' });
  await link(book, 'prospect', 'p1', { conflicts: { account: { ours: 'r-a1', theirs: 'r-a2', oursAt: 1, theirsAt: 2 } } });
  await link(book, 'prospect', 'p2', { conflicts: { account: { ours: 'r-a1', theirs: 'r-nowhere', oursAt: 1, theirsAt: 2 } } });
  expect((await readQuestions(book, connection, 9))[0]!.conflict).toMatchObject({ ours: 'Acme Example', theirs: 'Beta Example' });
  await decideConflict(book, connection, 'prospect', 'p1', 'account', 'theirs', changeAt(300), keyOf);
  expect((await book.prospects.get('p1'))!.accountId).toBe('a2');
  expect(await decideConflict(book, connection, 'prospect', 'p2', 'account', 'theirs', changeAt(300), keyOf)).toBeUndefined();
  expect((await linkOf('p2')).open).toBe(1);
});

test('a possible match shows both records', async () => {
  await seen(book, 'r7', ['email:office@example.com'], { first: 'Anna', last: 'Example', job: 'CFO' });
  await asked({});
  const [one] = await readQuestions(book, connection, 9);
  expect(one).toMatchObject({ name: 'Ada Example', question: { kind: 'possible-match', shown: 'A. Example' }, ours: { firstName: 'Ada' }, theirs: { firstName: 'Anna', title: 'CFO' } });
});

test('the same: linked with that record, which is looked up before anything is sent', async () => {
  await seen(book, 'r7', ['email:office@example.com'], { first: 'Ada' });
  await asked({});
  await decideQuestion(book, connection, 'prospect', 'p1', 'same', changeAt(300), keyOf);
  expect(await linkOf('p1')).toMatchObject({ remoteId: 'r7', state: 'linked', base: null, open: 0, sending: { values: {}, at: 300 } });
  expect(await markOf('p1')).toBeDefined();
  expect(await book.seen.count()).toBe(0);
});

test('the same as somebody of ours who is there already: nobody is linked twice', async () => {
  await addPerson(book, 'p2', 'Ada E.');
  await link(book, 'prospect', 'p2', { remoteId: 'r7' });
  await asked({});
  expect((await readQuestions(book, connection, 9))[0]!.heldBy).toBe('Ada E.');
  await decideQuestion(book, connection, 'prospect', 'p1', 'same', changeAt(300), keyOf);
  expect(await linkOf('p1')).toMatchObject({ state: 'left', open: 0, remoteId: null });
});

test('somebody else: sent as new, and never asked about that record again', async () => {
  await asked({});
  await decideQuestion(book, connection, 'prospect', 'p1', 'other', changeAt(300), keyOf);
  expect(await linkOf('p1')).toMatchObject({ state: 'asking', remoteId: null, others: ['r7'], open: 0 });
  expect(await markOf('p1')).toBeDefined();
});

test('deleted there: kept here only, made again under another key, or erased here too', async () => {
  const gone = { kind: 'deleted' as const, remoteId: 'r-p1' };
  await asked(gone, { state: 'deleted', remoteId: 'r-p1' });
  await decideQuestion(book, connection, 'prospect', 'p1', 'keep', changeAt(300), keyOf);
  expect(await linkOf('p1')).toMatchObject({ state: 'left', open: 0 });
  expect(await markOf('p1')).toBeUndefined();

  await asked(gone, { state: 'deleted', remoteId: 'r-p1', base: { ours: { title: 'x' }, theirs: { title: 'x' } } });
  await decideQuestion(book, connection, 'prospect', 'p1', 'again', changeAt(301), keyOf);
  const again = await linkOf('p1');
  expect(again).toMatchObject({ state: 'asking', remoteId: null, base: null, others: ['r-p1'], open: 0 });
  expect(again.key).not.toBe('key-p1');
  expect(await markOf('p1')).toBeDefined();

  await asked(gone, { state: 'deleted', remoteId: 'r-p1' });
  await decideQuestion(book, connection, 'prospect', 'p1', 'erase', changeAt(302), keyOf);
  expect(await book.prospects.get('p1')).toBeUndefined();
  expect(await linkOf('p1')).toMatchObject({ state: 'left', open: 0 });
});

test('seen: a double is not asked about again and stays linked, a merged one stays here', async () => {
  await asked({ kind: 'double' }, { state: 'linked', remoteId: 'r-p1' });
  await decideQuestion(book, connection, 'prospect', 'p1', 'seen', changeAt(300), keyOf);
  expect(await linkOf('p1')).toMatchObject({ state: 'linked', remoteId: 'r-p1', others: ['r7'], open: 0 });
  await asked({ kind: 'merged' }, { state: 'asking', remoteId: 'r-p1' });
  await decideQuestion(book, connection, 'prospect', 'p1', 'seen', changeAt(301), keyOf);
  expect(await linkOf('p1')).toMatchObject({ state: 'left', open: 0 });
});

test('a decision is taken back with its mark, but not once somebody has gone on from it', async () => {
  await inConflict();
  const before = await linkOf('p1');
  const first = (await decideConflict(book, connection, 'prospect', 'p1', 'title', 'ours', changeAt(300), keyOf))!;
  expect(await takeBack(book, first)).toBe(true);
  expect(await linkOf('p1')).toEqual(before);
  expect(await markOf('p1')).toBeUndefined();
  const second = (await decideConflict(book, connection, 'prospect', 'p1', 'title', 'ours', changeAt(301), keyOf))!;
  await book.links.update(['c1', 'prospect', 'p1'], { at: 999 });
  expect(await takeBack(book, second)).toBe(false);
  expect((await linkOf('p1')).open).toBe(0);
});
