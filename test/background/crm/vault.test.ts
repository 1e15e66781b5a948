import { beforeEach, describe, expect, test } from 'vitest';
import { ROUNDS } from '../../../src/files/passphrase.ts';
import { vaultOf, type Session, type Vault } from '../../../src/background/crm/vault.ts';
import type { Book } from '../../../src/storage/database.ts';
import { scratchBook } from '../../storage/scratch-book.ts';

const texts = { wrongPassphrase: 'That is another passphrase.' };
const locked = { ok: false, failure: { kind: 'locked' } };

/** A browser session in memory. */
function session(): Session & { all: Map<string, unknown> } {
  const all = new Map<string, unknown>();
  return { all, get: async <T,>(key: string) => all.get(key) as T | undefined, set: async (key, value) => void (value === undefined ? all.delete(key) : all.set(key, structuredClone(value))) };
}

let book: Book;
let vault: Vault;
/** The same book in a new browser session. */
const nextSession = (): Vault => vaultOf(book, session(), texts, 10);
const lying = async (): Promise<string> => JSON.stringify(await book.secrets.toArray(), (_key, value: unknown) => (ArrayBuffer.isView(value) ? Buffer.from(value as Uint8Array).toString('latin1') : value));

beforeEach(async () => {
  book = scratchBook();
  vault = vaultOf(book, session(), texts, 10);
  await vault.keep('a', { token: 'token-of-a' });
  await vault.keep('b', { token: 'token-of-b', login: 'ada' });
});

describe('secrets', () => {
  test('are kept and read, by connection', async () => {
    expect(await vault.read('a')).toEqual({ ok: true, value: { token: 'token-of-a' } });
    expect(await vault.read('b')).toEqual({ ok: true, value: { token: 'token-of-b', login: 'ada' } });
    expect(await vault.read('c')).toMatchObject({ ok: false, failure: { kind: 'sign-in' } });
  });

  test('that are sealed lie there as nothing that can be read', async () => {
    expect(await lying()).toContain('token-of-a');
    await vault.seal('correct horse');
    expect(await lying()).not.toMatch(/token|ada|login/);
    expect(await vault.read('b')).toEqual({ ok: true, value: { token: 'token-of-b', login: 'ada' } });
  });

  test('that are sealed need the passphrase once a browser session', async () => {
    await vault.seal('correct horse');
    const next = nextSession();
    expect(await next.read('a')).toMatchObject(locked);
    expect(await next.unlock('correct horse')).toEqual({ ok: true, value: null });
    expect(await next.read('a')).toEqual({ ok: true, value: { token: 'token-of-a' } });
    expect(await next.read('b')).toMatchObject({ ok: true });
  });

  test('stay as they are when the passphrase is wrong', async () => {
    await vault.seal('correct horse');
    const before = await lying();
    const next = nextSession();
    expect(await next.unlock('correct house')).toEqual({ ok: false, failure: { kind: 'locked', message: texts.wrongPassphrase } });
    expect(await next.read('a')).toMatchObject(locked);
    expect(await lying()).toBe(before);
    expect(await next.unlock('correct horse')).toMatchObject({ ok: true });
  });

  test('that are locked can neither be sealed anew nor unsealed nor joined by others', async () => {
    await vault.seal('correct horse');
    const before = await lying();
    const next = nextSession();
    for (const result of [await next.seal('other'), await next.seal(''), await next.keep('c', { token: 'token-of-c' }), await next.ready()]) expect(result).toMatchObject(locked);
    expect(await lying()).toBe(before);
  });

  test('can get another passphrase, or none', async () => {
    await vault.seal('correct horse');
    await vault.seal('battery staple');
    const next = nextSession();
    expect(await next.unlock('correct horse')).toMatchObject(locked);
    expect(await next.unlock('battery staple')).toMatchObject({ ok: true });
    await next.seal('');
    expect(await nextSession().read('a')).toEqual({ ok: true, value: { token: 'token-of-a' } });
  });

  test('that come later are sealed like the others', async () => {
    await vault.seal('correct horse');
    await Promise.all([vault.keep('c', { token: 'token-of-c' }), vault.seal('battery staple'), vault.keep('d', { token: 'token-of-d' })]);
    expect(await lying()).not.toContain('token');
    const next = nextSession();
    await next.unlock('battery staple');
    expect(await next.read('c')).toEqual({ ok: true, value: { token: 'token-of-c' } });
    expect(await next.read('d')).toEqual({ ok: true, value: { token: 'token-of-d' } });
  });

  test('that are kept while a new passphrase is set are sealed with the new one', async () => {
    await vault.seal('correct horse');
    const memory = session();
    let free = (): void => undefined;
    let gate: Promise<void> | undefined = new Promise((done) => { free = done; });
    const slow = vaultOf(book, { ...memory, get: async (key) => { const held = gate; gate = undefined; const value = await memory.get(key); await held; return value as never; } }, texts, 10);
    const opened = slow.unlock('correct horse');
    await opened;
    const kept = slow.keep('c', { token: 'token-of-c' });
    const sealed = slow.seal('battery staple');
    // without turns the seal would be set by now, and what is kept would come under the old one
    await Promise.race([sealed, new Promise((done) => { setTimeout(done, 100); })]);
    free();
    await Promise.all([kept, sealed]);
    const next = nextSession();
    expect(await next.unlock('battery staple')).toMatchObject({ ok: true });
    expect(await next.read('c')).toEqual({ ok: true, value: { token: 'token-of-c' } });
  });

  test('of one connection do not open in the place of another\'s', async () => {
    await vault.seal('correct horse');
    const [a] = await book.secrets.toArray();
    await book.secrets.put({ ...a!, connection: 'b' });
    expect(await vault.read('b')).toMatchObject(locked);
  });
});

test('a passphrase is hashed 600,000 times, with a salt of its own, and written in NFC', async () => {
  expect(ROUNDS).toBe(600_000);
  await vault.seal('Zo\u00eb');
  const first = (await book.secrets.toArray())[0]!.sealed!;
  expect(await nextSession().unlock('Zoe\u0308')).toMatchObject({ ok: true });
  await vault.seal('Zo\u00eb');
  expect([...(await book.secrets.toArray())[0]!.sealed!.salt]).not.toEqual([...first.salt]);
});
