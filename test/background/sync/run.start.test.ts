import { expect, test } from 'vitest';
import { externalKey } from '../../../src/domain/sync/key.ts';
import { changeConnection, changeMapping, readConnections, startSync } from '../../../src/storage/connection.ts';
import { addPerson, connectedBook } from '../../storage/scratch-connection.ts';
import { mapping, plainCrm, runner } from './desk.ts';

const key = externalKey(['linkedin:in/grace'], '');
const grace = { first: 'Grace', last: 'Hopper', li: 'https://www.linkedin.com/in/grace', job: 'Admiral', companyId: null, mails: [] };

test('who another device made before the first sync is started comes into the book once it is', async () => {
  const [book, crm] = [await connectedBook(), plainCrm()];
  crm.put('prospect', 'g', key, grace);
  crm.put('prospect', 'n', null, { ...grace, first: 'Niklaus', last: 'Wirth', li: null });
  const { sync } = runner(book, crm);
  expect(await sync()).toBe('preview');
  expect(await book.prospects.count()).toBe(0);
  await startSync(book, 'c1');
  await sync();
  expect((await book.prospects.toArray()).map(({ fields }) => fields.name?.value)).toEqual(['Grace Hopper']);
});

test('a run that the mapping changes under ends there: what it pulled by the old one does not count', async () => {
  const [book, crm] = [await connectedBook(), plainCrm()];
  await startSync(book, 'c1');
  await addPerson(book, 'ada', 'Ada Example', { title: 'CTO', keys: ['linkedin:in/ada'] });
  const { sync } = runner(book, crm);
  await sync();
  const [record] = [...crm.of('prospect').values()];
  const next = { ...mapping, prospect: mapping.prospect!.map((one) => (one.ours === 'title' ? { ...one, theirs: 'position' } : one)) };
  crm.put('prospect', record!.id, null, { last: 'Lovelace', position: null });
  const { changes } = crm.operations();
  crm.over.changes = async (kind, since, cursor) => {
    const page = await changes(kind, since, cursor);
    if (kind === 'prospect') await changeMapping(book, 'c1', next);
    return page;
  };
  expect(await sync()).toBe('outdated');
  delete crm.over.changes;
  await runner(book, crm, { mapping: next }).sync();
  expect((await book.prospects.get('ada'))?.fields).toMatchObject({ title: { value: 'CTO' }, name: { value: 'Ada Lovelace' } });
  expect(crm.of('prospect').get(record!.id)?.fields['position']).toBe('CTO');
});

test('who was passed over is looked at again, though a run was under way when the rep said so', async () => {
  const [book, crm] = [await connectedBook(), plainCrm()];
  await startSync(book, 'c1');
  const { sync } = runner(book, crm);
  const { changes } = crm.operations();
  crm.put('prospect', 'g', null, grace);
  crm.over.changes = async (kind, since, cursor) => {
    const page = await changes(kind, since, cursor);
    if (kind === 'prospect') await changeConnection(book, 'c1', { bringIn: 'all' });
    return page;
  };
  await sync();
  expect((await readConnections(book))[0]?.bringIn).toBe('all');
  expect((await book.syncStates.get('c1'))?.pull.prospect).toBeUndefined();
});

test('notes and tasks are not asked for before the first sync is started', async () => {
  const [book, crm] = [await connectedBook(), plainCrm()];
  const kinds: string[] = [];
  const { changes } = crm.operations();
  crm.over.changes = (kind, since, cursor) => { kinds.push(kind); return changes(kind, since, cursor); };
  const { sync } = runner(book, crm);
  await sync();
  expect(kinds).toEqual(['account', 'prospect']);
  await startSync(book, 'c1');
  await sync();
  expect(kinds.slice(2)).toEqual(['account', 'prospect', 'note', 'followUp']);
});
