import { describe, expect, test } from 'vitest';
import type { Ports } from '../../src/background/sync/ports.ts';
import { run } from '../../src/background/sync/run.ts';
import type { Mark } from '../../src/domain/sync/link.ts';
import { proposedMapping } from '../../src/domain/sync/mapping.ts';
import type { Book } from '../../src/storage/database.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import { addNote, setField } from '../../src/storage/person.ts';
import { writeSetting } from '../../src/storage/setting.ts';
import { markAll, syncStore } from '../../src/storage/sync.ts';
import { undo } from '../../src/storage/undo.ts';
import { chanceOf } from '../background/sync/simulation/chance.ts';
import { modelCrm, type ModelCrm } from '../background/sync/simulation/model-crm.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

const keyOf = (address: string): string | null => (address.startsWith('https://www.linkedin.com/') ? `linkedin:${address.slice(25)}` : null);
const mapping = proposedMapping({ prospect: { firstName: 'firstName', lastName: 'lastName', title: 'title', location: 'location', linkedin: 'linkedin', emails: 'emails' } });

interface Desk { book: Book; store: ReturnType<typeof syncStore>; sync(): Promise<unknown>; pulls: string[] }

let clock = 1_000_000;
async function desk(crm: ModelCrm, name = 'A'): Promise<Desk> {
  const book = scratchBook();
  await writeSetting(book, 'connections', [{ id: 'crm' }, { id: 'other' }]);
  const pulls: string[] = [];
  let current = changeAt(0);
  const store = syncStore(book, { id: 'crm', label: 'Model' }, () => current, keyOf);
  await store.transact(async (tx) => tx.setState({ ...await tx.state(), started: true }));
  const sync = (): Promise<unknown> => {
    current = { ...changeAt(++clock, 'pulled'), by: 'crm' };
    pulls.push(current.changeId);
    const ports: Ports = {
      store, crm: crm.operations(name, { chance: chanceOf(1), trouble: 0, now: () => clock, later: () => undefined, step: async () => { clock += 10; } }), flags: crm.flags, mapping,
      bringIn: 'ours', clock: () => clock, newId: means.newId, keyOf, runner: name, alone: true,
    };
    return run(ports, () => 0);
  };
  return { book, store, sync, pulls };
}

const model = (): ModelCrm => modelCrm({ name: 'model', createKey: 'clientId', versioning: true, softDelete: true, uniqueEmail: true, tick: 1, page: 3 }, () => clock);
const ada = (texts = {}) => draftOf('linkedin:in/ada', 'Ada Example', { title: 'CTO', emails: ['ada@example.com'], profiles: ['https://www.linkedin.com/in/ada'], ...texts });

describe('the book as a sync sees it', () => {
  test('what is saved goes to the CRM, what changes there comes back with its source, and is not sent back', async () => {
    const crm = model();
    const { book, sync } = await desk(crm);
    const saved = await saveDraft(book, ada(), {}, changeAt(++clock), means);
    const id = saved.ok ? saved.value.id : '';
    expect(await sync()).toBe('done');
    const [remote] = [...crm.people.values()];
    expect(remote?.fields).toMatchObject({ firstName: 'Ada', lastName: 'Example', title: 'CTO', emails: ['ada@example.com'] });
    await book.outbox.clear();

    crm.outsider.edit(remote!.id, { title: 'CEO' });
    await sync();
    expect((await book.prospects.get(id))?.fields.title).toMatchObject({ value: 'CEO', source: { kind: 'crm', name: 'Model' } });
    expect((await book.outbox.toArray()).map(({ connection, id: of }) => [connection, of])).toEqual([['other', id]]);
    const before = crm.log.length;
    await sync();
    expect(crm.log.length).toBe(before);
  });

  test('a pull can be undone, and the old value goes back to the CRM', async () => {
    const crm = model();
    const { book, sync, pulls } = await desk(crm);
    await saveDraft(book, ada(), {}, changeAt(++clock), means);
    await sync();
    const [remote] = [...crm.people.values()];
    crm.outsider.edit(remote!.id, { title: 'Wrong' });
    await sync();
    await undo(book, pulls.at(-1)!, changeAt(++clock));
    expect((await book.prospects.toArray())[0]?.fields.title?.value).toBe('CTO');
    await sync();
    expect(crm.people.get(remote!.id)?.fields['title']).toBe('CTO');
  });

  test('both changed: the rep is asked, both values are kept, and nothing is sent meanwhile', async () => {
    const crm = model();
    const { book, sync } = await desk(crm);
    const saved = await saveDraft(book, ada(), {}, changeAt(++clock), means);
    await sync();
    const [remote] = [...crm.people.values()];
    crm.outsider.edit(remote!.id, { title: 'Theirs' });
    await setField(book, saved.ok ? saved.value.id : '', 'title', 'Ours', changeAt(++clock));
    await sync();
    await sync();
    expect(await book.links.where('[connection+open]').equals(['crm', 1]).toArray()).toMatchObject([{ conflicts: { title: { ours: 'Ours', theirs: 'Theirs' } } }]);
    expect(crm.people.get(remote!.id)?.fields['title']).toBe('Theirs');
  });

  test('a second device gets the person with all identities, once, and both converge', async () => {
    const crm = model();
    const [a, b] = [await desk(crm, 'A'), await desk(crm, 'B')];
    await saveDraft(a.book, ada(), {}, changeAt(++clock), means);
    await a.sync();
    await b.sync();
    const [there] = await b.book.prospects.toArray();
    expect(there).toMatchObject({ fields: { name: { value: 'Ada Example' }, emails: { value: ['ada@example.com'] } }, keys: ['linkedin:in/ada', 'email:ada@example.com'] });
    await setField(b.book, there!.id, 'title', 'Chair', changeAt(++clock));
    await b.sync();
    await a.sync();
    expect((await a.book.prospects.toArray()).map((one) => one.fields.title?.value)).toEqual(['Chair']);
    expect(crm.people.size).toBe(1);
  });

  test('what was marked again while it was sent stays marked; a removed person stays in the CRM and does not come back', async () => {
    const crm = model();
    const { book, store, sync } = await desk(crm);
    const saved = await saveDraft(book, ada(), {}, changeAt(++clock), means);
    const id = saved.ok ? saved.value.id : '';
    const [mark] = await store.transact((tx) => tx.marks('prospect', 10, () => true));
    await setField(book, id, 'title', 'Later', changeAt(++clock));
    const [later] = await store.transact((tx) => tx.marks('prospect', 10, () => true));
    expect((later as Mark).stamp).not.toBe((mark as Mark).stamp);
    await sync();
    await book.prospects.delete(id);
    crm.outsider.edit([...crm.people.keys()][0]!, { title: 'x' });
    await sync();
    await sync();
    expect([await book.prospects.count(), crm.people.size]).toEqual([0, 1]);
  });

  test('a first sync marks everything that there is', async () => {
    const { book } = await desk(model());
    const saved = await saveDraft(book, ada(), {}, changeAt(++clock), means);
    await addNote(book, saved.ok ? saved.value.id : '', 'n1', 'Met in Bonn', changeAt(++clock));
    await book.outbox.clear();
    await markAll(book, 'crm', changeAt(++clock));
    expect((await book.outbox.toArray()).map(({ entity }) => entity).sort()).toEqual(['note', 'prospect']);
  });

  test('what throws half-way leaves nothing', async () => {
    const { book, store } = await desk(model());
    await expect(store.transact(async (tx) => {
      await tx.write([{ kind: 'prospect', id: 'p1', values: { lastName: 'Example' }, isNew: true, at: 1 }]);
      await tx.setLinks([{ kind: 'prospect', id: 'p1', remoteId: 'r1', key: 'k', state: 'linked', base: null, at: 1 }]);
      throw new Error('killed');
    })).rejects.toThrow('killed');
    expect([await book.prospects.count(), await book.links.count(), await book.history.count()]).toEqual([0, 0, 0]);
  });
});

describe('somebody new from a CRM', () => {
  test.each<[string, Record<string, string | string[]>, object]>([
    ['is a lead that waits when the field of our stage says so', { stage: 'marketingqualifiedlead', leadSource: 'Webinar' }, { kind: 'lead', stage: 'new', leadSource: 'webinar', lead: { state: 'new' } }],
    ['is a lead by a tag, with the CRM\'s own word for the source as detail', { tags: ['EMEA', 'Lead'], leadSource: 'PAID_SOCIAL' }, { kind: 'lead', leadSource: 'other', sourceDetail: 'PAID_SOCIAL' }],
    ['is no lead without a word of it', { stage: 'customer', tags: ['Lead Engineer'] }, { kind: 'prospect', leadSource: 'other' }],
    ['is no lead again when another device of ours has decided', { stage: 'working', tags: ['lead'] }, { kind: 'prospect' }],
  ])('%s', async (_what, values, wanted) => {
    const { book, store } = await desk(model());
    await store.transact((tx) => tx.write([{ kind: 'prospect', id: 'p1', values: { firstName: 'Lena', lastName: 'Lead', ...values }, isNew: true, at: 5 }]));
    const row = await book.prospects.get('p1');
    expect(row).toMatchObject(wanted);
    expect(row?.lead !== undefined).toBe(row?.kind === 'lead');
    expect(await book.inbox.count()).toBe(row?.kind === 'lead' ? 1 : 0);
  });
});
