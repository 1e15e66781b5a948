import { expect, test } from 'vitest';
import { fail, ok } from '../../../src/domain/failure.ts';
import { startSync } from '../../../src/storage/connection.ts';
import { addNote, removeProspect, setField } from '../../../src/storage/person.ts';
import { undo } from '../../../src/storage/undo.ts';
import { addPerson, connectedBook } from '../../storage/scratch-connection.ts';
import { changeAt } from '../../storage/scratch-book.ts';
import { plainCrm, runner } from './desk.ts';

/** Ada with a note, both in the CRM. */
async function synced() {
  const [book, crm] = [await connectedBook(), plainCrm()];
  await startSync(book, 'c1');
  await addPerson(book, 'ada', 'Ada Example', { title: 'CTO', keys: ['linkedin:in/ada'] });
  await addNote(book, 'ada', 'n1', 'Likes tea', changeAt(100));
  const { sync, at } = runner(book, crm);
  expect(await sync()).toBe('done');
  const there = (): unknown => [...crm.of('prospect').values()].map(({ fields }) => fields['job']);
  const notes = (): unknown => [...crm.of('note').values()].map(({ fields }) => fields['body']);
  expect([there(), notes(), await book.outbox.count()]).toEqual([['CTO'], ['Likes tea'], 0]);
  return { book, crm, sync, at, there, notes };
}

test('who was removed and brought back by undo goes on as before, notes too', async () => {
  const { book, sync, there, notes } = await synced();
  const change = changeAt(200);
  await removeProspect(book, 'ada', change);
  await sync();
  expect([there(), notes()]).toEqual([['CTO'], []]);
  await undo(book, change.changeId, changeAt(300));
  await setField(book, 'ada', 'title', 'CEO', changeAt(400));
  await sync();
  expect([there(), notes(), await book.outbox.count()]).toEqual([['CEO'], ['Likes tea'], 0]);
});

test('a note that comes back while it is taken away there is sent again', async () => {
  const { book, crm, sync, at, notes } = await synced();
  const change = changeAt(200);
  await removeProspect(book, 'ada', change);
  const { remove } = crm.operations();
  crm.over.remove = async (kind, ids) => { await undo(book, change.changeId, changeAt(300)); return remove(kind, ids); };
  await sync();
  delete crm.over.remove;
  // its person was away a moment: it waits for them
  at.now += 120_000;
  await sync();
  expect([notes(), await book.outbox.count()]).toEqual([['Likes tea'], 0]);
});

test('a CRM that lets nobody take notes away does not hold up what comes after', async () => {
  const { book, crm, sync, there } = await synced();
  const change = changeAt(200);
  await removeProspect(book, 'ada', change);
  crm.over.remove = async () => fail('permission', 'No deleting here.');
  await addPerson(book, 'bob', 'Bob Example', { title: 'CFO' });
  expect(await sync()).toBe('done');
  expect(there()).toEqual(['CTO', 'CFO']);
  expect(await book.outbox.toArray()).toMatchObject([{ entity: 'note', id: 'n1', refused: 'No deleting here.' }]);
  expect(await sync()).toBe('done');
});

test('a double that may not be taken away is asked about, and holds up nothing', async () => {
  const { book, crm, sync, there } = await synced();
  const [link] = await book.links.where('[connection+kind+id]').equals(['c1', 'prospect', 'ada']).toArray();
  const double = crm.put('prospect', 'r9', link!.key, { ...crm.of('prospect').get(link!.remoteId!)!.fields });
  await setField(book, 'ada', 'title', 'CEO', changeAt(400));
  crm.over.removeDouble = async () => fail('permission', '');
  expect(await sync()).toBe('done');
  expect(there()).toEqual(['CEO', 'CTO']);
  expect(await book.links.get(['c1', 'prospect', 'ada'])).toMatchObject({ question: { kind: 'double', remoteId: double.id } });
  expect((await book.syncStates.get('c1'))?.doubles).toBeUndefined();
});

test('a create that is answered "gone" by a CRM that cannot show why stays to be sent', async () => {
  const { book, crm, sync } = await synced();
  await addPerson(book, 'bob', 'Bob Example', { title: 'CFO' });
  crm.over.create = async (_kind, rows) => ok(rows.map(() => ({ kind: 'gone' as const })));
  await sync();
  expect(await book.outbox.get(['c1', 'prospect', 'bob'])).toMatchObject({ id: 'bob' });
});

test.each(['create', 'update'] as const)('an unanswered %s of somebody who was removed here is looked up once and is over', async (what) => {
  const { book, crm, sync } = await synced();
  await (what === 'create' ? addPerson(book, 'bob', 'Bob Example', { title: 'CFO' }) : setField(book, 'ada', 'title', 'CEO', changeAt(400)));
  const send = crm.operations()[what] as (...all: unknown[]) => Promise<unknown>;
  crm.over[what] = async (...all: unknown[]) => { await send(...all); return fail('network'); };
  await sync();
  delete crm.over[what];
  await removeProspect(book, what === 'create' ? 'bob' : 'ada', changeAt(500));
  await sync();
  expect(await book.outbox.count()).toBe(0);
});

test('what this account may not read or send is left out, and said; all else goes on, until it may', async () => {
  const { book, crm, sync, there } = await synced();
  crm.over.changes = async (kind, since) => (kind === 'followUp' || kind === 'account' ? fail('permission', `No ${kind}s for you.`) : crm.plain.changes(kind, since));
  crm.over.create = async (kind, rows) => (kind === 'note' ? fail('permission', 'No notes from you.') : crm.plain.create(kind, rows));
  crm.over.read = async (kind, ids) => (kind === 'account' ? fail('permission', 'No accounts for you.') : crm.plain.read(kind, ids));
  await addPerson(book, 'bob', 'Bob Example', { title: 'CFO' });
  await addNote(book, 'ada', 'n2', 'Likes cake', changeAt(500));
  const [ada] = [...crm.of('prospect').values()];
  crm.put('prospect', ada!.id, null, { job: 'CEO', companyId: 'c1' });
  expect(await sync()).toBe('done');
  expect(there()).toEqual(['CEO', 'CFO']);
  expect((await book.prospects.get('ada'))?.fields.title?.value).toBe('CEO');
  const state = await book.syncStates.get('c1');
  expect([state?.denied, state?.failure]).toEqual([{ account: 'No accounts for you.', followUp: 'No followUps for you.', note: 'No notes from you.' }, undefined]);
  expect((await book.outbox.toArray()).map(({ id }) => id)).toEqual(['n2']);
  for (const name of ['changes', 'create', 'read'] as const) delete crm.over[name];
  expect(await sync()).toBe('done');
  expect([(await book.syncStates.get('c1'))?.denied, [...crm.of('note').values()].map(({ fields }) => fields['body'])]).toEqual([undefined, ['Likes tea', 'Likes cake']]);
});

test('a kind that was denied is not asked for when doubles are taken away and known ids are looked up', async () => {
  const { book, crm, sync } = await synced();
  const denied = async () => fail('permission', 'No.');
  crm.over.changes = async (kind, since) => (kind === 'account' || kind === 'note' ? denied() : crm.plain.changes(kind, since));
  crm.over.read = async (kind, ids) => (kind === 'account' || kind === 'note' ? denied() : crm.plain.read(kind, ids));
  crm.over.removeDouble = denied;
  await book.syncStates.update('c1', { sweptAt: 0, doubles: [{ kind: 'account', keep: 'a', lose: 'b', at: 1 }] });
  expect(await sync()).toBe('done');
  expect(await book.syncStates.get('c1')).toMatchObject({ denied: { account: 'No.', note: 'No.' }, doubles: [{ lose: 'b' }] });
});

test('an account that may not see people at all is told that it may not', async () => {
  const { book, crm, sync } = await synced();
  crm.over.changes = async () => fail('permission', 'Nothing for you.');
  expect(await sync()).toEqual({ kind: 'permission', message: 'Nothing for you.' });
  expect((await book.syncStates.get('c1'))?.failure).toMatchObject({ kind: 'permission' });
});
