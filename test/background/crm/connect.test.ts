import { describe, expect, test, vi } from 'vitest';
import { connect, offersOf, tryAccount } from '../../../src/background/crm/connect.ts';
import { readConnections } from '../../../src/storage/connection.ts';
import { memoryCrm } from './memory-crm.ts';
import { typed, world } from './world.ts';

const connected = async () => {
  const here = await world();
  const result = await connect(here.means, { ...typed, label: 'Our CRM' });
  return { ...here, id: result.ok ? result.value.connection : '' };
};

describe('an offer', () => {
  test('says whether the address is typed, and asks for no address twice', () => {
    const fixed = memoryCrm({ name: 'fixed', originOf: () => 'https://api.example.com', signIn: [{ name: 'address', secret: true }, { name: 'token', secret: true }] });
    expect(offersOf([memoryCrm().connector, fixed.connector])).toEqual([
      { name: 'memory', label: 'Memory', oauth: false, address: true, origin: '', fields: [{ name: 'login', secret: false, optional: true }, { name: 'token', secret: true, optional: false }] },
      { name: 'fixed', label: 'Memory', oauth: false, address: false, origin: 'https://api.example.com', fields: [{ name: 'token', secret: true, optional: false }] },
    ]);
  });
});

describe('a test call', () => {
  test('says who and where, and keeps nothing but that it was made', async () => {
    const { means, book, session } = await world();
    expect(await tryAccount(means, typed)).toEqual({ ok: true, value: { who: 'Ada Example', where: 'Acme of ada', version: '', missing: [] } });
    expect([await readConnections(book), await book.secrets.count(), session.all.size]).toEqual([[], 0, 0]);
    // of no connection yet, but a request all the same
    expect((await book.ledger.toArray()).map(({ connection, where }) => [connection, new URL(where).origin])).toEqual([['', 'https://crm.example.com']]);
  });

  test.each([
    ['a CRM that is not known', { connector: 'nobody' }, 'invalid'],
    ['a text that is no address', { address: 'nonsense' }, 'wrong-address'],
    ['an address without https', { address: 'http://crm.example.com' }, 'wrong-address'],
    ['an origin that was not granted', { address: 'https://other.example.com' }, 'permission'],
    ['a field that is missing', { fields: { login: 'ada' } }, 'invalid'],
    ['a field that is blank', { fields: { token: '  ' } }, 'invalid'],
  ])('of %s is refused before any request', async (_what, change, kind) => {
    const { means, crm } = await world();
    expect(await tryAccount(means, { ...typed, ...change })).toMatchObject({ ok: false, failure: { kind } });
    expect(crm.seen).toEqual([]);
  });

  test('that the CRM refuses does not say what was typed', async () => {
    const { means, crm } = await world();
    crm.answer(401);
    expect(await tryAccount(means, typed)).toEqual({ ok: false, failure: { kind: 'sign-in', message: 'Refused: Bearer …' } });
  });
});

describe('a connection', () => {
  test('is kept with its mapping, its secrets apart, and marks everybody', async () => {
    const { book, id, means, at } = await connected();
    expect(await readConnections(book)).toMatchObject([{ id, connector: 'memory', label: 'Our CRM', origin: 'https://crm.example.com', settings: { login: 'ada' }, known: { keyField: 'c1' }, who: 'Ada Example', where: 'Acme of ada', bringIn: 'ours', mapping: { prospect: [{ ours: 'firstName' }, { ours: 'lastName' }, { ours: 'title' }, { ours: 'doNotContact', theirs: 'customNoContact' }] } }]);
    expect(JSON.stringify(await book.settings.toArray())).not.toContain('sesame');
    expect(await means.vault.read(id)).toEqual({ ok: true, value: { token: 'sesame-token' } });
    expect((await book.outbox.toArray()).map(({ connection, entity }) => [connection, entity])).toContainEqual([id, 'prospect']);
    expect((await book.ledger.toArray()).map(({ connection, where }) => [connection, where])).toEqual([[id, 'https://crm.example.com/me'], [id, 'https://crm.example.com/key'], [id, 'https://crm.example.com/fields/prospect']]);
    expect([await book.syncStates.count(), at.listed]).toEqual([0, 1]);
  });

  test('that the CRM refuses leaves nothing behind', async () => {
    const { means, book, crm } = await world();
    crm.answer(403);
    expect(await connect(means, { ...typed, label: '' })).toMatchObject({ ok: false, failure: { kind: 'permission' } });
    expect([await readConnections(book), await book.secrets.count(), await book.ledger.count(), await book.outbox.count()]).toEqual([[], 0, 0, 0]);
  });

  test('cannot be made while the secrets are locked', async () => {
    const { means, book, id, session, crm } = await connected();
    await means.vault.seal('correct horse');
    session.all.clear();
    const before = crm.seen.length;
    expect(await connect(means, { ...typed, label: '' })).toMatchObject({ ok: false, failure: { kind: 'locked' } });
    expect([crm.seen.length - before, (await readConnections(book)).map((one) => one.id)]).toEqual([0, [id]]);
  });

  test('that is signed in again keeps what the rep has set, and its failure is over', async () => {
    const { means, book, id } = await connected();
    const [old] = await readConnections(book);
    await book.settings.put({ key: 'connections', value: [{ ...old, label: 'Mine', bringIn: 'all', mapping: {} }] });
    await book.syncStates.put({ connection: id, pull: { prospect: { since: 5, high: 5 } }, started: true, failure: { kind: 'sign-in', message: '', at: 1, tries: 3 } });
    await book.outbox.clear();
    expect(await connect(means, { ...typed, fields: { token: 'new-token', login: 'ada' }, label: '', connection: id })).toEqual({ ok: true, value: { connection: id, todo: '' } });
    expect(await readConnections(book)).toMatchObject([{ id, label: 'Mine', bringIn: 'all', mapping: {} }]);
    expect(await means.vault.read(id)).toEqual({ ok: true, value: { token: 'new-token' } });
    expect(await book.syncStates.get(id)).toEqual({ connection: id, pull: { prospect: { since: 5, high: 5 } }, started: true });
    expect(await book.outbox.count()).toBe(0);
  });

  test('is not signed in again at another server, or as somebody of another account', async () => {
    const { means, book, id, at } = await connected();
    at.granted.add('https://other.example.com');
    expect(await connect(means, { ...typed, address: 'https://other.example.com', label: '', connection: id })).toMatchObject({ ok: false, failure: { kind: 'conflict' } });
    const [old] = await readConnections(book);
    await book.settings.put({ key: 'connections', value: [{ ...old, who: 'Bob', where: 'Bob & Sons' }] });
    expect(await connect(means, { ...typed, label: '', connection: id })).toMatchObject({ ok: false, failure: { kind: 'conflict' } });
    expect(await connect(means, { ...typed, label: '', connection: 'gone' })).toMatchObject({ ok: false, failure: { kind: 'gone' } });
    expect(await means.vault.read(id)).toEqual({ ok: true, value: { token: 'sesame-token' } });
  });

  test('writes nothing into the console', async () => {
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => undefined));
    const { means, crm } = await connected();
    crm.answer(500);
    await tryAccount(means, typed);
    expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
  });
});
