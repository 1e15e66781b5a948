import { expect, test } from 'vitest';
import { mergeSameAccounts } from '../../../src/storage/account-merge.ts';
import { startSync } from '../../../src/storage/connection.ts';
import { addNote } from '../../../src/storage/person.ts';
import { mergeSamePeople } from '../../../src/storage/person-merge.ts';
import { decideQuestion, readQuestions } from '../../../src/storage/sync-question.ts';
import { undo } from '../../../src/storage/undo.ts';
import { addAccount, addPerson, connectedBook, connection, keyOf } from '../../storage/scratch-connection.ts';
import { changeAt } from '../../storage/scratch-book.ts';
import { plainCrm, runner } from './desk.ts';

/** Acme with Ada and Acme GmbH with Bob; `there` of the companies are in the CRM. */
async function office(there: ('acme' | 'gmbh')[]) {
  const [book, crm] = [await connectedBook(), plainCrm()];
  await startSync(book, 'c1');
  const { sync, at } = runner(book, crm);
  const add = async (id: 'acme' | 'gmbh', name: string, who: string): Promise<void> => {
    await addAccount(book, id, name);
    await addPerson(book, who, `${who} Example`, { accountId: id, keys: [`linkedin:in/${who}`] });
  };
  if (there.includes('acme')) await add('acme', 'Acme', 'ada');
  if (there.includes('gmbh')) await add('gmbh', 'Acme GmbH', 'bob');
  await sync();
  if (!there.includes('acme')) await add('acme', 'Acme', 'ada');
  if (!there.includes('gmbh')) await add('gmbh', 'Acme GmbH', 'bob');
  const companies = (): unknown => [...crm.of('account').values()].map(({ fields }) => fields['name']);
  const employers = (): unknown => Object.fromEntries([...crm.of('prospect').values()].map(({ fields }) => [fields['first'], crm.of('account').get(String(fields['companyId']))?.fields['name']]));
  const idOf = (name: string): string => [...crm.of('account').values()].find(({ fields }) => fields['name'] === name)!.id;
  const link = (id: string) => book.links.get(['c1', 'account', id]);
  return { book, crm, sync, at, companies, employers, idOf, link };
}

test('of two companies that the CRM knows both, both stay there, the people move, and the rep is told of the second', async () => {
  const { book, crm, sync, companies, employers, idOf, link } = await office(['acme', 'gmbh']);
  const second = idOf('Acme GmbH');
  await mergeSameAccounts(book, 'acme', 'gmbh', changeAt(3_000_000));
  crm.over.remove = async () => { throw new Error('nothing is taken away'); };
  expect(await sync()).toBe('done');
  expect([companies(), employers()]).toEqual([['Acme', 'Acme GmbH'], { ada: 'Acme', bob: 'Acme' }]);
  expect(await link('acme')).toMatchObject({ state: 'linked', question: { kind: 'double', remoteId: second, shown: 'Acme GmbH' } });
  expect(await book.outbox.count()).toBe(0);
  await sync();
  expect([companies(), (await readQuestions(book, connection, 10)).length]).toEqual([['Acme', 'Acme GmbH'], 1]);
});

test('an undo before or after the next sync gives each its record again, and makes no third', async () => {
  for (const syncedBetween of [false, true]) {
    const { book, sync, companies, employers, idOf, link } = await office(['acme', 'gmbh']);
    const ids = [idOf('Acme'), idOf('Acme GmbH')];
    const change = changeAt(3_000_000);
    await mergeSameAccounts(book, 'acme', 'gmbh', change);
    if (syncedBetween) await sync();
    expect((await undo(book, change.changeId, changeAt(4_000_000))).kept).toEqual([]);
    await sync();
    await sync();
    expect([companies(), employers()]).toEqual([['Acme', 'Acme GmbH'], { ada: 'Acme', bob: 'Acme GmbH' }]);
    for (const [at, id] of ['acme', 'gmbh'].entries()) {
      const found = await link(id);
      expect(found).toMatchObject({ state: 'linked', remoteId: ids[at], open: 0 });
      expect(found).not.toHaveProperty('question');
      expect(found).not.toHaveProperty('into');
    }
  }
});

test('the company that the CRM knows is the one that stays, whichever is named first', async () => {
  for (const names of [['acme', 'gmbh'], ['gmbh', 'acme']] as const) {
    const { book, sync, companies, employers } = await office(['gmbh']);
    expect(await mergeSameAccounts(book, names[0], names[1], changeAt(3_000_000))).toBe('gmbh');
    await sync();
    expect([companies(), Object.keys(employers() as object), await book.links.where('[connection+open]').equals(['c1', 1]).count()]).toEqual([[expect.stringMatching(/^Acme/)], ['bob', 'ada'], 0]);
  }
});

test('somebody whom a colleague enters at the second record comes in at the company that stayed', async () => {
  const { book, crm, sync, idOf } = await office(['acme', 'gmbh']);
  const second = idOf('Acme GmbH');
  await mergeSameAccounts(book, 'acme', 'gmbh', changeAt(3_000_000));
  await sync();
  const [ada] = await book.prospects.toArray();
  const remote = (await book.links.get(['c1', 'prospect', ada!.id]))!.remoteId!;
  crm.put('prospect', remote, null, { companyId: second });
  await sync();
  expect((await book.prospects.get(ada!.id))?.accountId).toBe('acme');
  crm.put('prospect', 'r90', '70617964-0000-4000-8000-000000000001', { first: 'Cy', last: 'Example', job: null, mails: [], li: 'https://www.linkedin.com/in/cy/', companyId: second });
  await sync();
  expect((await book.prospects.toArray()).find(({ fields }) => fields.name?.value === 'Cy Example')?.accountId).toBe('acme');
});

test('where a second CRM knows only the company that goes, the rep is asked; “same” links it and makes none', async () => {
  const { book, crm, sync, companies, link, idOf } = await office(['acme', 'gmbh']);
  // the company that stays is known to another CRM: here it is not
  const first = idOf('Acme');
  await book.settings.put({ key: 'connections', value: [connection, { ...connection, id: 'c2' }, { ...connection, id: 'c3' }] });
  for (const other of ['c2', 'c3']) await book.links.put({ ...(await link('acme'))!, connection: other });
  await book.links.delete(['c1', 'account', 'acme']);
  crm.of('account').delete(first);
  const second = idOf('Acme GmbH');
  expect(await mergeSameAccounts(book, 'gmbh', 'acme', changeAt(3_000_000))).toBe('acme');
  await sync();
  expect([companies(), (await link('acme'))?.question]).toEqual([['Acme GmbH'], { kind: 'possible-match', at: 3_000_000, remoteId: second, shown: 'Acme GmbH' }]);
  expect((await readQuestions(book, connection, 10))[0]).not.toHaveProperty('heldBy');
  await decideQuestion(book, connection, 'account', 'acme', 'same', changeAt(3_500_000), keyOf);
  await sync();
  expect((companies() as string[]).length).toBe(1);
  expect(await link('acme')).toMatchObject({ state: 'linked', remoteId: second });
  expect((await link('gmbh'))?.remoteId).toBeNull();
});

test('what went into one that later goes into a third is in the third', async () => {
  const { book, sync, link } = await office(['acme', 'gmbh']);
  await mergeSameAccounts(book, 'acme', 'gmbh', changeAt(3_000_000));
  await sync();
  await addAccount(book, 'third', 'Acme Group');
  for (const who of ['x', 'y', 'z']) await addPerson(book, who, `${who} Example`, { accountId: 'third' });
  await sync();
  expect(await mergeSameAccounts(book, 'acme', 'third', changeAt(3_100_000))).toBe('third');
  expect([(await link('gmbh'))?.into, (await link('acme'))?.into]).toEqual(['third', 'third']);
});

test('two rows of one person: both records stay in the CRM, what hung on the second goes to the first, and an undo gives each its record again', async () => {
  for (const syncedBetween of [true, false]) {
    const [book, crm] = [await connectedBook(), plainCrm()];
    await startSync(book, 'c1');
    const { sync } = runner(book, crm);
    for (const who of ['ada', 'countess']) {
      await addPerson(book, who, `${who} Example`, { keys: [`linkedin:in/${who}`] });
      await addNote(book, who, `note-${who}`, `about ${who}`, changeAt(2_000_000));
    }
    await sync();
    const remoteOf = async (id: string): Promise<string | null | undefined> => (await book.links.get(['c1', 'prospect', id]))?.remoteId;
    const ids = [await remoteOf('ada'), await remoteOf('countess')];
    const notes = (): unknown => [...crm.of('note').values()].map(({ fields }) => Object.values(fields).find((value) => ids.includes(String(value))));
    const before = notes();
    crm.over.remove = async () => { throw new Error('nothing is taken away'); };
    const change = changeAt(3_000_000);
    const kept = (await mergeSamePeople(book, 'ada', 'countess', {}, change))!;
    const gone = kept === 'ada' ? 'countess' : 'ada';
    if (syncedBetween) {
      expect(await sync()).toBe('done');
      expect([crm.of('prospect').size, await remoteOf(kept)]).toEqual([2, ids[kept === 'ada' ? 0 : 1]]);
      expect(await book.links.get(['c1', 'prospect', kept])).toMatchObject({ question: { kind: 'double', remoteId: ids[kept === 'ada' ? 1 : 0] } });
      expect(new Set(notes() as string[])).toEqual(new Set([ids[kept === 'ada' ? 0 : 1]]));
      // a colleague's edit of the second record makes no third row here
      crm.put('prospect', ids[kept === 'ada' ? 1 : 0]!, null, { job: 'Countess' });
      await sync();
      expect(await book.prospects.count()).toBe(1);
    }
    expect((await undo(book, change.changeId, changeAt(4_000_000))).kept).toEqual([]);
    await sync();
    await sync();
    expect([crm.of('prospect').size, await remoteOf('ada'), await remoteOf('countess'), notes()]).toEqual([2, ...ids, before]);
    expect(await book.links.get(['c1', 'prospect', gone])).not.toHaveProperty('into');
  }
});
