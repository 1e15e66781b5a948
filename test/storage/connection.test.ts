import { expect, test } from 'vitest';
import { changeConnection, changeMapping, pauseSync, readConnections, readConnectionViews, startSync } from '../../src/storage/connection.ts';
import { addPerson, connectedBook, connection, link } from './scratch-connection.ts';

const pulled = { since: 5, high: 5, full: true };

test('a connection is read with its state, what waits and what is open', async () => {
  const book = await connectedBook();
  await addPerson(book, 'p1', 'Ada Example');
  await addPerson(book, 'p2', 'Grace Example');
  await link(book, 'prospect', 'p2', { question: { kind: 'deleted', at: 1 } });
  await startSync(book, 'c1');
  expect(await readConnectionViews(book)).toEqual([{ connection, state: { pull: {}, started: true, edition: 1 }, waiting: 1, open: 1 }]);
});

test('a pause is set and taken away; starting ends a pause, and what was only looked at is pulled again', async () => {
  const book = await connectedBook();
  await book.syncStates.put({ connection: 'c1', pull: { prospect: pulled }, started: false });
  await pauseSync(book, 'c1', true);
  expect(await book.syncStates.get('c1')).toMatchObject({ paused: true, started: false });
  await startSync(book, 'c1');
  expect(await book.syncStates.get('c1')).toEqual({ connection: 'c1', pull: {}, started: true, edition: 1 });
  await pauseSync(book, 'c1', true);
  await pauseSync(book, 'c1', false);
  expect(await book.syncStates.get('c1')).not.toHaveProperty('paused');
});

test('a new name changes nothing else; bringing in everybody looks at people from the start', async () => {
  const book = await connectedBook();
  await book.syncStates.put({ connection: 'c1', pull: { prospect: pulled, account: pulled }, started: true });
  await changeConnection(book, 'c1', { label: 'Ours' });
  expect(await readConnections(book)).toEqual([{ ...connection, label: 'Ours' }]);
  expect((await book.syncStates.get('c1'))!.pull).toEqual({ prospect: pulled, account: pulled });
  await changeConnection(book, 'c1', { bringIn: 'all' });
  expect((await book.syncStates.get('c1'))!.pull).toEqual({ account: pulled });
});

test('a field that goes elsewhere is met afresh: nothing of it is held against either side, and its kind is pulled again', async () => {
  const book = await connectedBook();
  await book.syncStates.put({ connection: 'c1', pull: { prospect: pulled, account: pulled }, started: true });
  await addPerson(book, 'p1', 'Ada Example');
  const both = { title: 'CTO', lastName: 'Example' };
  await link(book, 'prospect', 'p1', { base: { ours: both, theirs: both }, conflicts: { title: { ours: 'a', theirs: 'b', oursAt: 1, theirsAt: 2 } } });
  const mapping = { ...connection.mapping, prospect: connection.mapping.prospect!.map((one) => (one.ours === 'title' ? { ...one, theirs: 'role' } : one)) };
  await changeMapping(book, 'c1', mapping);
  const row = (await book.links.get(['c1', 'prospect', 'p1']))!;
  expect(row.base).toEqual({ ours: { lastName: 'Example' }, theirs: { lastName: 'Example' } });
  expect(row).toMatchObject({ open: 0 });
  expect(row).not.toHaveProperty('conflicts');
  expect((await book.syncStates.get('c1'))!.pull).toEqual({ account: pulled });
  expect((await readConnections(book))[0]).toMatchObject({ mapping, proposed: connection.mapping });
});

test('another policy alone forgets nothing, and the mapping that it began with is kept through later changes', async () => {
  const book = await connectedBook();
  await book.syncStates.put({ connection: 'c1', pull: { prospect: pulled }, started: true });
  await addPerson(book, 'p1', 'Ada Example');
  await link(book, 'prospect', 'p1', { base: { ours: { title: 'CTO' }, theirs: { title: 'CTO' } } });
  for (const policy of ['ours', 'newest'] as const) await changeMapping(book, 'c1', { ...connection.mapping, prospect: connection.mapping.prospect!.map((one) => ({ ...one, policy })) });
  expect((await book.links.get(['c1', 'prospect', 'p1']))!.base!.ours).toEqual({ title: 'CTO' });
  expect((await book.syncStates.get('c1'))!.pull).toEqual({ prospect: pulled });
  expect((await readConnections(book))[0]!.proposed).toEqual(connection.mapping);
});
