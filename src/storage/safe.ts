import { Dexie, type EntityTable } from 'dexie';
import type { BackupRecord } from '../domain/backup.ts';

/** The bytes of a backup that are kept inside the browser, by the backup's id. */
export interface HeldBackup {
  id: string;
  blob: Blob;
}

/** One thing that the backups have to remember: the plan, the key of sealed ones, the chosen folder, when there first was something to keep. */
export interface SafeThing {
  key: 'plan' | 'seal' | 'folder' | 'since';
  value: unknown;
}

/** A database apart from the book, so that a book that is broken or gone does not take its backups along. */
export class Safe extends Dexie {
  declare backups: EntityTable<BackupRecord, 'id'>;
  declare held: EntityTable<HeldBackup, 'id'>;
  declare things: EntityTable<SafeThing, 'key'>;
}

/** Opens the safe (on first use). */
export function openSafe(options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof globalThis.IDBKeyRange } = {}): Safe {
  const { indexedDB, IDBKeyRange } = options;
  const safe = new Safe('paydirt-safe', indexedDB && IDBKeyRange ? { indexedDB, IDBKeyRange } : {});
  safe.version(1).stores({ backups: 'id, at', held: 'id', things: 'key' });
  safe.on('versionchange', () => safe.close());
  return safe;
}

export async function readThing<T>(safe: Safe, key: SafeThing['key']): Promise<T | undefined> {
  return (await safe.things.get(key))?.value as T | undefined;
}

/** Remembers a thing; undefined forgets it. */
export async function keepThing(safe: Safe, key: SafeThing['key'], value: unknown): Promise<void> {
  if (value === undefined) await safe.things.delete(key);
  else await safe.things.put({ key, value });
}

/** The log, newest first. */
export function readBackups(safe: Safe): Promise<BackupRecord[]> {
  return safe.backups.orderBy('at').reverse().toArray();
}

/** Entries of the log that are kept when their files are gone. */
const LOG = 100;

/**
 * Keeps the bytes of these backups alone, and no more of the log than is of use. A backup that stands nowhere else, but in the browser, is gone with its bytes.
 */
export function keepHeld(safe: Safe, ids: readonly string[]): Promise<void> {
  return safe.transaction('rw', safe.backups, safe.held, async () => {
    const gone = (await safe.held.toCollection().primaryKeys()).filter((id) => !ids.includes(id));
    await safe.held.bulkDelete(gone);
    for (const one of await safe.backups.bulkGet(gone)) if (one?.place === 'browser') await safe.backups.update(one.id, { dropped: true });
    const old = (await readBackups(safe)).filter(({ dropped, state }) => dropped || state === 'failed').slice(LOG);
    await safe.backups.bulkDelete(old.map(({ id }) => id));
  });
}
