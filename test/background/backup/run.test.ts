import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import type { BackupRecord } from '../../../src/domain/backup.ts';
import { backupKey } from '../../../src/files/backup-seal.ts';
import { backupsOf, type BackupPorts, type Backups } from '../../../src/background/backup/run.ts';
import { starterIcp } from '../../../src/domain/starter-icp.ts';
import { saveDraft } from '../../../src/storage/capture.ts';
import { openBook, type Book } from '../../../src/storage/database.ts';
import { addNote } from '../../../src/storage/person.ts';
import { keepThing, openSafe, readBackups, type Safe } from '../../../src/storage/safe.ts';
import { write } from '../../../src/storage/write.ts';
import { changeAt, draftOf, means, scratchBook } from '../../storage/scratch-book.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-11-22T08:00:00Z');

interface World { book: Book; safe: Safe; backups: Backups; files: Map<string, Blob>; at(time: number): void }

async function world(ports: Partial<BackupPorts> = {}): Promise<World> {
  const book = scratchBook();
  const safe = openSafe({ indexedDB: new IDBFactory(), IDBKeyRange });
  await write(book, changeAt(1), async (door) => { door.put('icp', starterIcp('icp', 1)); });
  for (const name of ['Ada', 'Bob']) await saveDraft(book, draftOf(`github:${name.toLowerCase()}`, name, { title: 'VP Sales', company: 'Acme' }), {}, changeAt(2), means);
  const files = new Map<string, Blob>();
  let now = START;
  let count = 0;
  const backups = backupsOf(book, safe, () => now, {
    newId: () => `b${String(++count).padStart(4, '0')}`, zone: () => 'UTC',
    scratch: () => { const scratch = openBook({ name: 'scratch', indexedDB: new IDBFactory(), IDBKeyRange }); return { book: scratch, remove: () => scratch.delete() }; },
    save: async ({ name }, blob) => { files.set(name, blob); return { blob }; },
    drop: async ({ name }) => files.delete(name),
    spare: async () => { throw new Error('no private files here'); },
    ...ports,
  });
  return { book, safe, backups, files, at: (time) => { now = time; } };
}

const newest = async (safe: Safe): Promise<BackupRecord> => (await readBackups(safe))[0]!;

describe('a backup', () => {
  test('by hand is made, read back, restored on trial, and held inside the browser', async () => {
    const { safe, backups, files } = await world();
    const made = await backups.now('hand');
    expect(made).toMatchObject({ state: 'made', place: 'browser', people: 2, proven: START, sealed: false, name: 'paydirt-2026-11-22-0800.json.gz' });
    expect(made.digest).toMatch(/^[0-9a-f]{64}$/);
    expect((await safe.held.toArray()).map(({ id, blob }) => [id, blob.size])).toEqual([[made.id, made.bytes]]);
    expect(files.size).toBe(0);
  });

  test('is said to be made when it is written beside the databases as well, and does without where that fails', async () => {
    const told: unknown[] = [];
    const { safe, backups } = await world({ spare: async ({ id }) => { told.push((await safe.backups.get(id))?.state); throw new Error('no private files here'); } });
    expect(await backups.now('hand')).toMatchObject({ state: 'made' });
    expect(told).toEqual(['running']);
  });

  test('is sealed with the key in the safe, which cannot be read out', async () => {
    const { safe, backups } = await world();
    const key = await backupKey('correct horse', undefined, 1_000);
    await expect(crypto.subtle.exportKey('raw', key.base)).rejects.toThrow();
    await keepThing(safe, 'seal', key);
    expect(await backups.now('hand')).toMatchObject({ state: 'made', sealed: true, proven: START });
    expect(await (await safe.held.toArray())[0]!.blob.text()).not.toContain('Ada');
  });

  test('that does not come back as it was is no backup, and says so', async () => {
    const { safe, backups } = await world({ save: async (_record, blob) => ({ blob: blob.slice(0, blob.size - 9) }) });
    await keepThing(safe, 'plan', { every: 'day', at: '13:00', changes: 0, place: 'folder' });
    expect(await backups.now('plan')).toMatchObject({ state: 'failed', failure: 'unreadable' });
    expect(await safe.held.count()).toBe(0);
  });

  test('stays in the browser when the folder may not be written to', async () => {
    const { safe, backups } = await world({ save: async () => { throw new Error('permission'); } });
    await keepThing(safe, 'plan', { every: 'day', at: '13:00', changes: 0, place: 'folder' });
    expect(await backups.now('plan')).toMatchObject({ state: 'made', place: 'browser', failure: 'permission', proven: START });
    expect(await safe.held.count()).toBe(1);
  });

  test('whose rows would be refused is kept, but not called proven', async () => {
    const { book, backups } = await world();
    await book.notes.put({ id: 'n', prospectId: 'p', text: 7 as unknown as string, createdAt: 1, updatedAt: 1 });
    const made = await backups.now('hand');
    expect([made.state, made.failure, made.proven]).toEqual(['made', 'refused-rows', undefined]);
  });
});

describe('automatic backups', () => {
  test('come when they are due, once, and not to an empty book', async () => {
    const { book, safe, backups, at } = await world();
    const empty = await world();
    await empty.book.prospects.clear();
    expect(await empty.backups.look()).toBeUndefined();
    expect(await backups.look()).toBe(START + HOUR);
    expect(await readBackups(safe)).toEqual([]);
    at(START + HOUR);
    // two at once make one
    await Promise.all([backups.look(), backups.look()]);
    expect((await readBackups(safe)).map(({ why }) => why)).toEqual(['plan']);
    expect(await backups.look()).toBe(Date.parse('2026-11-22T13:00:00Z'));
    await keepThing(safe, 'plan', { every: 'day', at: '13:00', changes: 1, place: 'browser' });
    await addNote(book, (await book.prospects.toArray())[0]!.id, 'n', 'x', changeAt(9));
    expect(await backups.look()).toBe(START + 2 * HOUR);
    at(START + 2 * HOUR);
    await backups.look();
    expect((await newest(safe)).why).toBe('changes');
  });

  test('rotate: old files go, held bytes are the newest only', async () => {
    const { safe, backups, files, at } = await world();
    await keepThing(safe, 'plan', { every: 'day', at: '13:00', changes: 0, place: 'folder' });
    await keepThing(safe, 'since', START - HOUR);
    for (let day = 0; day < 12; day++) {
      at(START + day * DAY + 5 * HOUR);
      await backups.look();
    }
    expect([...files.keys()].map((name) => name.slice(8, 18))).toEqual(['2026-11-22', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03']);
    expect((await safe.held.toArray()).map(({ id }) => id)).toEqual([(await newest(safe)).id]);
    expect((await readBackups(safe)).filter(({ dropped }) => dropped)).toHaveLength(4);
  });

  test('one whose worker was killed is said to have been interrupted, and tried again', async () => {
    const { safe, backups, at } = await world();
    await safe.backups.put({ id: 'a', at: START, name: 'x', why: 'plan', state: 'running', place: 'browser', sealed: false, people: 0, rows: 0, bytes: 0, digest: '', seq: 0 });
    expect(await backups.look()).toBe(START + HOUR / 4);
    at(START + HOUR);
    await backups.look();
    expect((await readBackups(safe)).map(({ state, failure }) => [state, failure])).toEqual([['made', undefined], ['failed', 'interrupted']]);
  });
});
