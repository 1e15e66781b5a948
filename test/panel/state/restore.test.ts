import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BackupRecord } from '../../../src/domain/backup.ts';
import { backupKey } from '../../../src/files/backup-seal.ts';
import { saveDraft } from '../../../src/storage/capture.ts';
import { openBook, type Book } from '../../../src/storage/database.ts';
import { addNote } from '../../../src/storage/person.ts';
import { changeAt, draftOf, means } from '../../storage/scratch-book.ts';
import { backup } from './backup.ts';

const here = vi.hoisted(() => ({ local: new Map<string, unknown>(), copy: undefined as unknown, seal: undefined as unknown, kept: new Map<string, string>() }));
vi.hoisted(() => { Object.assign(globalThis, { sessionStorage: { getItem: (key: string) => here.kept.get(key) ?? null, setItem: (key: string, value: string) => here.kept.set(key, value), removeItem: (key: string) => here.kept.delete(key) } }); });
vi.mock('../../../src/platform/local.ts', () => ({ localSet: async (key: string, value: unknown) => void here.local.set(key, value), localGet: async () => undefined }));
vi.mock('../../../src/platform/locale.ts', () => ({ t: (...parts: unknown[]) => parts.join(' ') }));
vi.mock('../../../src/platform/report.ts', () => ({ report: () => undefined }));
vi.mock('../../../src/panel/state/book.ts', () => ({ change: (label: string) => ({ changeId: 'restore', at: 99, by: 'rep', label }), newId: () => 'born', nudge: () => undefined }));
vi.mock('../../../src/panel/state/backup.ts', () => ({ safe: {}, askForBackup: async () => { if (here.copy instanceof Error) throw here.copy; return here.copy; } }));
vi.mock('../../../src/storage/safe.ts', () => ({ readThing: async () => here.seal }));
const { closeRestore, openFile, RESTORED, restoreInto, restoring } = await import('../../../src/panel/state/restore.ts');

const ROUNDS = 1_000;
type Read = Extract<typeof restoring.value, { step: 'read' }>;

async function bookHere(): Promise<Book> {
  const book = openBook({ indexedDB: new IDBFactory(), IDBKeyRange });
  await saveDraft(book, draftOf('github:zoe', 'Zoe'), {}, changeAt(30), means);
  await addNote(book, (await book.prospects.toArray())[0]!.id, 'n', 'ours', changeAt(31));
  return book;
}

const content = async (book: Book): Promise<unknown> => Promise.all(book.tables.map(async (table) => [table.name, await table.toArray()]));

async function read(file: Blob, passphrase?: string): Promise<Read> {
  await openFile(file, 'b.json', passphrase === undefined ? {} : { passphrase });
  expect(restoring.value.step).toBe('read');
  return restoring.value as Read;
}

const store = IDBObjectStore.prototype as unknown as { put: (...given: unknown[]) => unknown };
const { put } = store;
beforeEach(() => {
  here.copy = { state: 'made' } satisfies Partial<BackupRecord>;
  here.seal = undefined;
  here.local.clear();
  closeRestore();
});
afterEach(() => { store.put = put; });

test('a backup takes the place of the book: all panels hear of it, the mark is of the new book, and a panel that is loaded anew still says so', async () => {
  const book = await bookHere();
  const heard = new Promise((done) => { const channel = new BroadcastChannel(RESTORED); channel.onmessage = () => { channel.close(); done(true); }; });
  const state = await read(await backup());
  expect(state.content).toMatchObject({ rows: { prospects: 12 }, refused: 0, at: 5, checked: true });
  expect(await restoreInto(book, state)).toBe(true);
  expect(await heard).toBe(true);
  expect([await book.prospects.count(), await book.notes.count(), [...here.local.values()]]).toEqual([12, 0, [{ born: 'born', people: 12, at: expect.any(Number) as number }]]);
  expect(restoring.value).toEqual({ step: 'stored', name: 'b.json', out: 0 });
  vi.resetModules();
  expect((await import('../../../src/panel/state/restore.ts')).restoring.value).toEqual({ step: 'stored', name: 'b.json', out: 0 });
});

test('a file that is damaged, cut off or taken away after it was looked at leaves the old book as it was, and says why', async () => {
  const text = await (await backup(null, false)).text();
  const squeezed = await backup();
  const gone = new Blob([text]);
  gone.slice = () => ({ arrayBuffer: async () => { throw new DOMException('', 'NotReadableError'); } }) as unknown as Blob;
  for (const [file, why] of [
    [new Blob([text.replace('Person 7', 'Person 8')]), 'changed'], [new Blob([text.slice(0, text.indexOf('\n', text.length / 2))]), 'cut'], [gone, 'gone'],
    [squeezed.slice(0, squeezed.size - 40), 'changed'], [new Blob([text.replace('"version": 1', '"version": 99')]), 'newer'],
  ] as const) {
    const book = await bookHere();
    const before = await content(book);
    // nothing is found at the first look either
    await openFile(file, 'b.json');
    expect(restoring.value).toMatchObject({ step: 'failed', why });
    expect(await restoreInto(book, { ...await read(await backup()), file })).toBe(true);
    expect(restoring.value).toMatchObject({ step: 'failed', why });
    expect(await content(book)).toEqual(before);
    expect([here.kept.size, here.local.size]).toEqual([0, 0]);
  }
});

test.each(['transaction', 'request'])('no room in the middle (said by the %s) leaves the old book as it was, says so, and with room it goes through', async (fault) => {
  const state = await read(await backup());
  for (const at of [0, 5, 14]) {
    const book = await bookHere();
    const before = await content(book);
    let left = at;
    store.put = function run(this: { transaction: { _abort(name: string): void } }, ...given: unknown[]) {
      if (left-- !== 0) return put.apply(this, given);
      if (fault === 'request') throw new DOMException('no room', 'QuotaExceededError');
      const request = put.apply(this, given);
      this.transaction._abort('QuotaExceededError');
      return request;
    };
    await restoreInto(book, state);
    store.put = put;
    expect(left).toBeLessThan(0);
    expect(restoring.value).toMatchObject({ step: 'failed', why: 'quota' });
    expect(await content(book)).toEqual(before);
      await restoreInto(book, state);
    expect(await book.prospects.count()).toBe(12);
    closeRestore();
  }
});

test('without a copy of what is there nothing is changed, unless the rep goes on without one', async () => {
  const book = await bookHere();
  const before = await content(book);
  const state = await read(await backup());
  for (const copy of [undefined, { state: 'failed' }, new Error('no worker')]) {
    here.copy = copy;
    expect(await restoreInto(book, state)).toBe(false);
    expect(restoring.value).toBe(state);
    expect(await content(book)).toEqual(before);
  }
  expect(await restoreInto(book, state, true)).toBe(true);
  expect(await book.prospects.count()).toBe(12);
});

test('a sealed backup asks for the passphrase once, says when it is another one, and is stored with the key it was read with', async () => {
  const key = await backupKey('correct horse', undefined, ROUNDS);
  const sealed = await backup(key);
  await openFile(sealed, 'b.json');
  expect(restoring.value).toMatchObject({ step: 'locked', wrong: false });
  await openFile(sealed, 'b.json', { passphrase: 'wrong horse' });
  expect(restoring.value).toMatchObject({ step: 'locked', wrong: true });
  const book = await bookHere();
  await restoreInto(book, await read(sealed, 'correct horse'));
  expect(await book.prospects.count()).toBe(12);
  closeRestore();
  // and is not remembered, unless this browser seals with it
  await openFile(sealed, 'b.json');
  expect(restoring.value.step).toBe('locked');
  here.seal = key;
  await openFile(sealed, 'b.json');
  expect(restoring.value.step).toBe('read');
});
