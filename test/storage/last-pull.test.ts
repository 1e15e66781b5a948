import { expect, test } from 'vitest';
import { readLastPull } from '../../src/storage/last-pull.ts';
import { syncStore } from '../../src/storage/sync.ts';
import { undo } from '../../src/storage/undo.ts';
import { writeSetting } from '../../src/storage/setting.ts';
import { changeAt } from './scratch-book.ts';
import { addPerson, connectedBook, connection, keyOf } from './scratch-connection.ts';

test('the last pull is found behind later work of the rep, with all it touched, and can be undone', async () => {
  const book = await connectedBook();
  expect(await readLastPull(book, connection)).toBeUndefined();
  await addPerson(book, 'p1', 'Ada Example', { title: 'CTO' });
  await addPerson(book, 'p2', 'Bo Example');
  const pull = { changeId: 'pull-1', at: 500, by: 'crm', label: 'Synced with Demo CRM' };
  await syncStore(book, connection, () => pull, keyOf).transact(async (tx) => {
    await tx.write([{ kind: 'prospect', id: 'p1', values: { title: 'CEO', headline: 'Boss' }, isNew: false, at: 400 }, { kind: 'prospect', id: 'p2', values: { title: 'COO' }, isNew: false, at: 400 }]);
    await tx.keepLost([{ kind: 'prospect', id: 'p1', field: 'title', value: 'X', whose: 'theirs', at: 1 }]);
  });
  await addPerson(book, 'p3', 'Cy Example');
  expect(await readLastPull(book, connection)).toEqual({ changeId: 'pull-1', label: 'Synced with Demo CRM', at: 500, records: 2 });
  await undo(book, 'pull-1', changeAt(600));
  expect((await book.prospects.get('p1'))!.fields.title!.value).toBe('CTO');
});

test('with two connections the other one’s pull is not taken for this one’s', async () => {
  const book = await connectedBook();
  const other = { ...connection, id: 'c2', label: 'Other' };
  await writeSetting(book, 'connections', [connection, other]);
  await addPerson(book, 'p1', 'Ada Example');
  await syncStore(book, connection, () => ({ changeId: 'pull-1', at: 500, by: 'crm', label: 'Synced with Demo CRM' }), keyOf)
    .transact((tx) => tx.write([{ kind: 'prospect', id: 'p1', values: { title: 'CEO' }, isNew: false, at: 400 }]));
  expect(await readLastPull(book, other)).toBeUndefined();
  expect(await readLastPull(book, connection)).toMatchObject({ changeId: 'pull-1' });
});
