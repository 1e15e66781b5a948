import { describe, expect, test } from 'vitest';
import { readConnections } from '../../../src/storage/connection.ts';
import { crmHandlers } from '../../../src/background/crm/handler.ts';
import { syncerOf } from '../../../src/background/crm/syncer.ts';
import type { MessageKind, Payload, Reply } from '../../../src/messages/contract.ts';
import type { Handler } from '../../../src/messages/serve.ts';
import { typed, world } from './world.ts';

async function panel() {
  const here = await world();
  const syncer = syncerOf(here.means);
  const handlers = crmHandlers(here.means, syncer);
  const ask = async <K extends keyof typeof handlers & MessageKind>(kind: K, payload: Payload<K>): Promise<Reply<K>> => {
    const handler = handlers[kind] as unknown as Handler<K>;
    const checked = handler.parse(payload);
    if (checked === null && payload !== null) throw new Error('refused');
    return handler.answer(checked as Payload<K>, { url: 'chrome-extension://x/src/panel/index.html', own: true });
  };
  const connected = await ask('crm.connect', { ...typed, label: 'Our CRM' });
  const id = 'connection' in connected ? connected.connection : '';
  const looked = () => here.book.syncStates.get(id).then((state) => state?.pull.prospect?.since !== undefined);
  await expect.poll(looked).toBe(true);
  await expect.poll(() => here.at.after).toBe(1);
  return { ...here, ask, id, handlers };
}

describe('the panel', () => {
  test('alone is answered', async () => {
    const { handlers } = await panel();
    expect(Object.values(handlers).map(({ from }) => from)).toEqual(Object.keys(handlers).map(() => 'panel'));
  });

  test('is told what can be connected and what a test call finds', async () => {
    const { ask } = await panel();
    expect(await ask('crm.catalog', null)).toMatchObject([{ name: 'memory', address: true }]);
    expect(await ask('crm.try', typed)).toEqual({ who: 'Ada Example', where: 'Acme of ada', version: '', missing: [] });
    expect(await ask('crm.try', { ...typed, address: 'nonsense' })).toEqual({ failure: { kind: 'wrong-address', message: 'crm_no_address' } });
  });

  test('is told the CRM\'s fields, by kind', async () => {
    const { ask, id, crm } = await panel();
    expect(await ask('crm.describe', { connection: id })).toEqual({ fields: { prospect: [{ name: 'lastName', label: 'Last name', kind: 'text', writable: true }, { name: 'customNoContact', label: 'Do not contact', kind: 'flag', writable: true }] } });
    crm.answer(401);
    expect(await ask('crm.describe', { connection: id })).toEqual({ failure: { kind: 'sign-in', message: 'Refused: Bearer …' } });
    expect(await ask('crm.describe', { connection: 'gone' })).toMatchObject({ failure: { kind: 'gone' } });
  });

  test('starts a sync and does not wait for it', async () => {
    const { ask, id, crm, book } = await panel();
    await book.syncStates.update(id, { started: true });
    const free = crm.hold();
    expect(await ask('crm.sync', { connection: id })).toBeNull();
    expect(crm.people.size).toBe(0);
    free();
    await expect.poll(() => crm.people.size).toBe(1);
  });

  test('seals with a passphrase of some length, and what was locked goes on when it is unlocked', async () => {
    const { ask, id, book, session, crm } = await panel();
    expect(await ask('crm.seal', { passphrase: 'short' })).toEqual({ failure: { kind: 'invalid', message: 'crm_passphrase_short 8' } });
    expect(await ask('crm.seal', { passphrase: 'correct horse' })).toBeNull();
    session.all.clear();
    expect(await ask('crm.unlock', { passphrase: 'correct house' })).toEqual({ failure: { kind: 'locked', message: 'wrong' } });
    expect(await ask('crm.sync', { connection: id })).toBeNull();
    await expect.poll(async () => (await book.syncStates.get(id))?.failure?.kind).toBe('locked');
    const before = crm.seen.length;
    expect(await ask('crm.unlock', { passphrase: 'correct horse' })).toBeNull();
    await expect.poll(async () => (await book.syncStates.get(id))?.failure).toBeUndefined();
    expect(crm.seen.length).toBeGreaterThan(before);
    expect(await ask('crm.seal', { passphrase: '' })).toBeNull();
    expect(await book.secrets.get(id)).toEqual({ connection: id, open: { token: 'sesame-token' } });
  });

  test('disconnects', async () => {
    const { ask, id, book } = await panel();
    expect(await ask('crm.disconnect', { connection: id })).toBeNull();
    expect([await readConnections(book), await book.secrets.count()]).toEqual([[], 0]);
  });
});
