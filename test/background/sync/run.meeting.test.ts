import { expect, test } from 'vitest';
import { fail } from '../../../src/domain/failure.ts';
import { externalKey } from '../../../src/domain/sync/key.ts';
import { startSync } from '../../../src/storage/connection.ts';
import { addNote, setField } from '../../../src/storage/person.ts';
import { decideQuestion } from '../../../src/storage/sync-question.ts';
import { addAccount, addPerson, connectedBook, connection, keyOf } from '../../storage/scratch-connection.ts';
import { changeAt } from '../../storage/scratch-book.ts';
import { plainCrm, runner } from './desk.ts';

async function started() {
  const [book, crm] = [await connectedBook(), plainCrm()];
  await startSync(book, 'c1');
  return { book, crm, ...runner(book, crm) };
}

test('somebody else with the same mailbox is no double of who is linked, and comes in when another device made them', async () => {
  const { book, crm, sync } = await started();
  await addPerson(book, 'bob', 'Bob Example', { emails: ['info@example.com'], keys: ['email:info@example.com'] });
  await sync();
  crm.put('prospect', 'carol', externalKey(['linkedin:in/carol'], ''), { first: 'Carol', last: 'Other', li: 'https://www.linkedin.com/in/carol', job: null, mails: ['info@example.com'], companyId: null });
  await sync();
  expect((await book.links.get(['c1', 'prospect', 'bob']))?.question).toBeUndefined();
  expect(new Set((await book.prospects.toArray()).map(({ fields }) => fields.name?.value))).toEqual(new Set(['Bob Example', 'Carol Other']));
});

test('a person whose company is linked after them is linked with it then', async () => {
  const { book, crm, sync } = await started();
  await addAccount(book, 'acme', 'Acme');
  await addPerson(book, 'ada', 'Ada Example', { title: 'CTO', accountId: 'acme' });
  crm.put('account', 'there', null, { name: 'Acme', site: null });
  await book.links.put({ connection: 'c1', kind: 'account', id: 'acme', key: 'k', remoteId: null, state: 'asking', base: null, at: 0, open: 1, question: { kind: 'possible-match', at: 1, remoteId: 'there' } });
  await sync();
  const [ada] = [...crm.of('prospect').values()];
  crm.put('prospect', 'z', null, { first: 'Niklaus', last: 'Wirth' });
  await sync();
  expect(ada!.fields).toMatchObject({ job: 'CTO', companyId: null });
  await decideQuestion(book, connection, 'account', 'acme', 'same', changeAt(2_100_000), keyOf);
  await book.syncStates.update('c1', { sweptAt: Number.MAX_SAFE_INTEGER });
  await sync();
  expect(crm.of('prospect').get(ada!.id)!.fields['companyId']).toBe('there');
});

test('a company that was deleted there and is made again has its people again, without a question', async () => {
  const { book, crm, sync } = await started();
  await addAccount(book, 'acme', 'Acme');
  await addPerson(book, 'ada', 'Ada Example', { title: 'CTO', accountId: 'acme' });
  await sync();
  const [[account], [ada]] = [[...crm.of('account').values()], [...crm.of('prospect').values()]];
  expect(ada!.fields['companyId']).toBe(account!.id);
  crm.of('account').delete(account!.id);
  crm.put('prospect', ada!.id, null, { companyId: null });
  await book.syncStates.update('c1', { sweptAt: 0 });
  await sync();
  expect((await book.links.get(['c1', 'account', 'acme']))?.question?.kind).toBe('deleted');
  crm.put('prospect', 'z', null, { first: 'Niklaus', last: 'Wirth' });
  await sync();
  await decideQuestion(book, connection, 'account', 'acme', 'again', changeAt(2_400_000), keyOf);
  await book.syncStates.update('c1', { sweptAt: Number.MAX_SAFE_INTEGER });
  await sync();
  const again = [...crm.of('account').values()].at(-1)!;
  expect(crm.of('prospect').get(ada!.id)!.fields['companyId']).toBe(again.id);
  expect((await book.links.get(['c1', 'prospect', 'ada']))?.conflicts).toBeUndefined();
});

test('a write of ours that arrives late, after the record was seen, does not pass for somebody\'s edit', async () => {
  const { book, crm, sync } = await started();
  await addPerson(book, 'ada', 'Ada Example', { title: 'CTO', keys: ['linkedin:in/ada'] });
  await sync();
  const [ada] = [...crm.of('prospect').values()];
  await setField(book, 'ada', 'title', 'CEO', changeAt(400));
  crm.over.update = async () => fail('network');
  await sync();
  delete crm.over.update;
  await setField(book, 'ada', 'title', 'Chair', changeAt(500));
  await sync();
  expect(crm.of('prospect').get(ada!.id)!.fields['job']).toBe('Chair');
  crm.put('prospect', ada!.id, null, { job: 'CEO' });
  await sync();
  expect([(await book.prospects.get('ada'))?.fields.title?.value, crm.of('prospect').get(ada!.id)!.fields['job']]).toEqual(['Chair', 'Chair']);
});

test('a record from the future does not keep what changes from being seen', async () => {
  const { book, crm, sync, at } = await started();
  await addPerson(book, 'ada', 'Ada Example', { title: 'CTO', keys: ['linkedin:in/ada'] });
  await sync();
  const [ada] = [...crm.of('prospect').values()];
  crm.put('prospect', 'x', null, { first: 'Odd', last: 'Clock' });
  crm.of('prospect').get('x')!.at = at.now + 9e10;
  await sync();
  crm.put('prospect', ada!.id, null, { job: 'CEO' });
  crm.of('prospect').get(ada!.id)!.at = at.now;
  await book.syncStates.update('c1', { sweptAt: Number.MAX_SAFE_INTEGER });
  await sync();
  expect((await book.prospects.get('ada'))?.fields.title?.value).toBe('CEO');
});

test('what hangs on a person goes along when another record stands for them', async () => {
  const { book, crm, sync } = await started();
  await addPerson(book, 'ada', 'Ada Example', { keys: ['linkedin:in/ada'] });
  await addNote(book, 'ada', 'n1', 'Likes tea', changeAt(100));
  await sync();
  const [[ada], [note]] = [[...crm.of('prospect').values()], [...crm.of('note').values()]];
  expect(note!.fields['personId']).toBe(ada!.id);
  // another device has taken this one away as a second record
  crm.put('prospect', ada!.id, null, {}).deleted = true;
  crm.put('prospect', 'first', ada!.key, ada!.fields);
  await book.syncStates.update('c1', { sweptAt: Number.MAX_SAFE_INTEGER });
  await sync();
  expect(crm.of('note').get(note!.id)!.fields['personId']).toBe('first');
  expect(crm.of('note').size).toBe(1);
});

test('a person who came in with a company that was not here is linked with it when it is', async () => {
  const { book, crm, sync } = await started();
  crm.put('prospect', 'r9', externalKey(['linkedin:in/ada'], ''), { first: 'Ada', last: 'Example', li: 'https://www.linkedin.com/in/ada', job: null, mails: [], companyId: 'c9' });
  await sync();
  const [ada] = await book.prospects.toArray();
  expect(ada).not.toHaveProperty('accountId');
  crm.put('account', 'c9', externalKey(['domain:acme.example'], ''), { name: 'Acme', site: 'acme.example' });
  await sync();
  await book.syncStates.update('c1', { sweptAt: 0 });
  await sync();
  expect((await book.prospects.get(ada!.id))?.accountId).toBe((await book.accounts.toArray())[0]!.id);
});
