import { describe, expect, test } from 'vitest';
import { connect } from '../../../src/background/crm/connect.ts';
import { readConnections } from '../../../src/storage/connection.ts';
import { EVERY, isDue, SOON, syncerOf } from '../../../src/background/crm/syncer.ts';
import type { SyncState } from '../../../src/domain/sync/store.ts';
import { setField } from '../../../src/storage/person.ts';
import { undo } from '../../../src/storage/undo.ts';
import { changeAt } from '../../storage/scratch-book.ts';
import { typed, world } from './world.ts';

/** A connection whose first sync the rep has started and that has sent Ada. */
async function running() {
  const here = await world();
  const result = await connect(here.means, { ...typed, label: 'Our CRM' });
  const id = result.ok ? result.value.connection : '';
  const syncer = syncerOf(here.means);
  await syncer.one(id, 'asked');
  await here.book.syncStates.update(id, { started: true });
  await syncer.one(id, 'asked');
  const [ada] = await here.book.prospects.toArray();
  const state = () => here.book.syncStates.get(id);
  /** Time passes and the alarm rings. */
  const ring = async (): Promise<void> => { here.at.now = Math.max(here.at.now + 1, here.at.alarm ?? 0); await syncer.all('alarm'); };
  return { ...here, id, syncer, ada: ada!, state, ring };
}

describe('a run', () => {
  test('writes nothing there before the rep starts it, then sends everybody', async () => {
    const here = await world();
    const connected = await connect(here.means, { ...typed, label: '' });
    const id = connected.ok ? connected.value.connection : '';
    const syncer = syncerOf(here.means);
    await syncer.one(id, 'asked');
    expect([here.crm.people.size, here.crm.paths()]).toEqual([0, ['/me', '/key', '/fields/prospect', '/changes']]);
    await here.book.syncStates.update(id, { started: true });
    await syncer.one(id, 'asked');
    expect([...here.crm.people.values()].map(({ fields }) => fields)).toEqual([{ firstName: 'Ada', lastName: 'Example', title: 'CTO', customNoContact: false }]);
    expect([await here.book.outbox.count(), here.at.bugs]).toEqual([0, []]);
  });

  test('brings the other side\'s edits, which can be undone as one', async () => {
    const { book, crm, ring, ada, at } = await running();
    crm.edit([...crm.people.keys()][0]!, 'CEO');
    await ring();
    expect((await book.prospects.get(ada.id))!.fields.title!.value).toBe('CEO');
    const entry = (await book.history.toArray()).at(-1)!;
    expect([entry.by, entry.label, entry.at]).toEqual(['crm', 'change_synced Our CRM', at.now]);
    await undo(book, entry.changeId, changeAt(at.now));
    expect((await book.prospects.get(ada.id))!.fields.title!.value).toBe('CTO');
  });

  test('goes on ten minutes later, sooner after a change of the rep\'s', async () => {
    const { at, syncer, book, ada, crm, ring } = await running();
    expect(at.alarm).toBe(at.now + EVERY);
    await setField(book, ada.id, 'title', 'CEO', changeAt(at.now));
    await syncer.changed();
    expect(at.alarm).toBe(at.now + SOON);
    await ring();
    expect([...crm.people.values()][0]!.fields['title']).toBe('CEO');
    expect([at.alarm, at.after > 0]).toEqual([at.now + EVERY, true]);
  });

  test('is followed by another soon when the rep changed something meanwhile', async () => {
    const { at, syncer, crm, id } = await running();
    const free = crm.hold();
    const run = syncer.one(id, 'asked');
    await expect.poll(() => crm.paths().at(-1)).toBe('/changes');
    await syncer.changed();
    free();
    await run;
    expect(at.alarm).toBe(at.now + SOON);
  });

  test('that was cut off goes on when the worker wakes; others do not', async () => {
    const { id, book, syncer, crm, means } = await running();
    const before = crm.seen.length;
    await syncerOf(means).all('woken');
    expect(crm.seen.length).toBe(before);
    await book.syncStates.update(id, { lease: { by: 'dead', until: 9e9 }, progress: { step: 'pulling', kind: 'prospect', done: 3 } });
    await syncer.all('woken');
    expect(crm.seen.length).toBeGreaterThan(before);
    expect(await book.syncStates.get(id)).not.toHaveProperty('progress');
  });

  test('wakes a killed worker by an alarm that is set before it begins', async () => {
    const { crm, id, at, syncer } = await running();
    const free = crm.hold();
    const run = syncer.one(id, 'asked');
    await expect.poll(() => at.alarm).toBe(at.now + SOON);
    free();
    await run;
    expect(at.alarm).toBe(at.now + EVERY);
  });

  test('is one at a time', async () => {
    const { crm, id, syncer } = await running();
    const before = crm.seen.length;
    await Promise.all([syncer.one(id, 'asked'), syncer.one(id, 'asked'), syncer.all('alarm')]);
    expect(crm.paths().slice(before).filter((path) => path === '/changes')).toHaveLength(1);
  });

  test('that a bug ends says so: all is not well until a run has come to its end', async () => {
    const { at, state, ring, crm, means } = await running();
    let broken = true;
    means.connectors = [{ ...crm.connector, open: (http, access, clock) => ({ ...crm.connector.open(http, access, clock), ...(broken ? { changes: async () => { throw new Error('somebody@example.com'); } } : {}) }) }];
    await ring();
    expect(at.bugs).toHaveLength(1);
    expect((await state())!.failure).toMatchObject({ kind: 'bug', message: '', tries: 1 });
    broken = false;
    await ring();
    expect((await state())!.failure).toBeUndefined();
  });

  test('that a bug ends is reported and does not end the others, nor the alarm', async () => {
    const { book, means, at, syncer, crm } = await running();
    const [old] = await readConnections(book);
    await book.settings.put({ key: 'connections', value: [{ ...old!, id: 'broken', origin: 'nonsense' }, old] });
    means.mayReach = async () => true;
    const before = crm.seen.length;
    await means.vault.keep('broken', { token: 'x' });
    means.connectors = [{ ...crm.connector, open: (http, access, clock) => { if (access.origin === 'nonsense') throw new Error('bug'); return crm.connector.open(http, access, clock); } }];
    await syncer.all('alarm');
    expect([at.bugs.length, crm.seen.length - before, at.alarm]).toEqual([1, 1, at.now + EVERY]);
  });
});

describe('a failure', () => {
  test('that passes is tried again when it may have passed', async () => {
    const { crm, ring, state, at, syncer, id } = await running();
    crm.answer(503);
    await ring();
    const { failure } = (await state())!;
    expect(failure).toMatchObject({ kind: 'network', tries: 1 });
    expect(at.alarm).toBe(failure!.retryAt);
    crm.answer(429, { 'retry-after': '120' });
    await ring();
    expect(at.alarm).toBe(at.now + 120_000);
    const before = crm.seen.length;
    await syncer.one(id, 'asked');
    expect(crm.seen.length).toBe(before);
    crm.answer(200);
    await ring();
    expect((await state())!.failure).toBeUndefined();
  });

  test('of the sign-in waits for the rep, and holds no secret', async () => {
    const { crm, ring, state, book, syncer, id } = await running();
    crm.answer(401);
    await ring();
    expect((await state())!.failure).toMatchObject({ kind: 'sign-in', message: 'Refused: Bearer …' });
    const before = crm.seen.length;
    await ring();
    expect(crm.seen.length).toBe(before);
    crm.answer(200);
    await syncer.one(id, 'asked');
    expect((await state())!.failure).toBeUndefined();
    for (const table of book.tables.filter(({ name }) => name !== 'secrets')) expect(JSON.stringify(await table.toArray())).not.toContain('sesame-token');
  });

  test('is the origin that was taken back, the seal, or the connector that is gone; none makes a request', async () => {
    const { means, at, ring, state, session, crm, id, syncer } = await running();
    const before = crm.seen.length;
    at.granted.clear();
    await ring();
    expect((await state())!.failure).toMatchObject({ kind: 'permission', message: 'crm_no_permission crm.example.com' });
    at.granted.add('https://crm.example.com');
    await means.vault.seal('correct horse');
    session.all.clear();
    await ring();
    expect((await state())!.failure).toMatchObject({ kind: 'locked' });
    await means.vault.unlock('correct horse');
    means.connectors = [];
    await ring();
    expect((await state())!.failure).toMatchObject({ kind: 'invalid', message: 'crm_unknown memory' });
    expect(crm.seen.length).toBe(before);
    means.connectors = [crm.connector];
    await syncer.one(id, 'asked');
    expect([(await state())!.failure, (await state())!.pull.prospect?.since]).toEqual([undefined, expect.any(Number)]);
  });
});

describe('a connection that is forgotten', () => {
  test('takes along all that was kept for it, and nothing else', async () => {
    const { book, id, syncer, crm, at } = await running();
    await book.outbox.put({ connection: 'other', entity: 'prospect', id: 'x', at: 1, stamp: 's' });
    await book.ledger.add({ connection: 'other', at: 1, method: 'GET', where: '', fields: [], records: 0, status: 200, took: 1 });
    await book.seen.put({ connection: id, kind: 'prospect', remoteId: 'r', keys: [], lookup: [], record: { id: 'r', key: null, at: 1, deleted: false, fields: {} } });
    const people = crm.people.size;
    await syncer.forget(id);
    expect(await readConnections(book)).toEqual([]);
    const left = await Promise.all([book.links, book.seen, book.syncStates, book.secrets, book.ledger, book.outbox].map((table) => table.count()));
    expect(left).toEqual([0, 0, 0, 0, 1, 1]);
    expect([crm.people.size, at.granted.size, at.alarm, await book.prospects.count()]).toEqual([people, 0, undefined, 1]);
  });

  test('while it runs ends the run first', async () => {
    const { book, id, syncer, crm, at } = await running();
    const free = crm.hold();
    const run = syncer.one(id, 'asked');
    await expect.poll(() => crm.paths().at(-1)).toBe('/changes');
    // no answer has come, and none is waited for
    await Promise.all([run, syncer.forget(id)]);
    free();
    expect(await Promise.all([book.links, book.syncStates, book.secrets, book.ledger, book.outbox].map((table) => table.count()))).toEqual([0, 0, 0, 0, 0]);
    expect(at.bugs).toEqual([]);
  });

  test('while a run is about to begin is not run any more', async () => {
    const { book, id, syncer, means } = await running();
    let free = (): void => undefined;
    const gate = new Promise<void>((done) => { free = done; });
    const late = syncerOf({ ...means, exclusive: async (name, wait, work) => { await gate; return means.exclusive(name, wait, work); } });
    const run = late.one(id, 'asked');
    await syncer.forget(id);
    free();
    await run;
    expect(await book.syncStates.count()).toBe(0);
  });

  test('halfway is forgotten at the next wake-up', async () => {
    const { book, syncer } = await running();
    await book.settings.delete('connections');
    await syncer.all('woken');
    expect(await Promise.all([book.links, book.syncStates, book.secrets, book.ledger, book.outbox].map((table) => table.count()))).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('what is due', () => {
  const state = (over: Partial<SyncState>): SyncState => ({ pull: {}, started: true, ...over });
  const failed = (kind: 'network' | 'sign-in' | 'rate-limit' | 'permission', retryAt?: number): SyncState => state({ failure: { kind, message: '', at: 1, tries: 1, ...(retryAt ? { retryAt } : {}) } });
  test.each([
    ['nothing yet', undefined, [true, true, false]],
    ['paused', state({ paused: true }), [false, false, false]],
    ['cut off', state({ progress: { step: 'pulling', kind: 'prospect', done: 1 } }), [true, true, true]],
    ['offline, later', failed('network', 90_000), [true, false, false]],
    ['offline, now', failed('network', 50_000), [true, true, false]],
    ['asked for a pause', failed('rate-limit', 90_000), [false, false, false]],
    ['signed out', failed('sign-in'), [true, false, false]],
    ['without a right', failed('permission'), [true, true, false]],
  ])('%s', (_name, now, due) => {
    expect((['asked', 'alarm', 'woken'] as const).map((why) => isDue(now, why, 50_000))).toEqual(due);
  });
});
