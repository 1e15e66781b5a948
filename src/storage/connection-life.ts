import { Dexie, type Table } from 'dexie';
import type { Connection } from '../domain/sync/connection.ts';
import { readConnections } from './connection.ts';
import type { Book } from './database.ts';
import { writeSetting } from './setting.ts';
import { markAll } from './sync.ts';
import type { Change } from './write.ts';

const KEY = 'connections';

export async function readConnection(book: Book, id: string): Promise<Connection | undefined> {
  return (await readConnections(book)).find((one) => one.id === id);
}

/** Keeps a new connection and marks everything in the book for it, all or nothing: from here on no change is missed. Nothing is sent before the rep starts the first sync. */
export function keepConnection(book: Book, connection: Connection, change: Change): Promise<void> {
  return book.transaction('rw', book.tables, async () => {
    await writeSetting(book, KEY, [...(await readConnections(book)).filter(({ id }) => id !== connection.id), connection]);
    await markAll(book, connection.id, change);
  });
}

/** Writes what a new sign-in has told; what the rep has set stays. The sign-in's failure is over. */
export function renewConnection(book: Book, id: string, told: Pick<Connection, 'settings' | 'oauth' | 'known' | 'who' | 'where' | 'todo'>): Promise<void> {
  return book.transaction('rw', book.settings, book.syncStates, async () => {
    await writeSetting(book, KEY, (await readConnections(book)).map((one) => (one.id === id ? { ...one, ...told } : one)));
    const state = await book.syncStates.get(id);
    if (!state?.failure) return;
    const { failure: _over, ...rest } = state;
    await book.syncStates.put(rest);
  });
}

/** Takes a connection out of the list: from here on nothing is marked for it. */
export function dropConnection(book: Book, id: string): Promise<void> {
  return book.transaction('rw', book.settings, async () => writeSetting(book, KEY, (await readConnections(book)).filter((one) => one.id !== id)));
}

/** Takes away all that was kept for a connection that is not in the list. Nothing is changed in the CRM. */
export function forgetLeft(book: Book, id: string): Promise<void> {
  return book.transaction('rw', book.tables, async () => {
    if (await readConnection(book, id)) return;
    const all = [[id, Dexie.minKey, Dexie.minKey], [id, Dexie.maxKey, Dexie.maxKey]] as const;
    for (const [table, index] of [[book.links, '[connection+kind+id]'], [book.seen, '[connection+kind+remoteId]'], [book.outbox, '[connection+entity+id]']] as [Table, string][]) {
      await table.where(index).between(all[0], all[1], true, true).delete();
    }
    await book.ledger.where('connection').equals(id).delete();
    await Promise.all([book.syncStates.delete(id), book.secrets.delete(id)]);
  });
}

/** Connections that were forgotten halfway: something of them is still there. */
export async function halfForgotten(book: Book): Promise<string[]> {
  return book.transaction('r', book.settings, book.syncStates, book.secrets, async () => {
    const known = new Set((await readConnections(book)).map(({ id }) => id));
    return [...new Set([...await book.syncStates.toCollection().primaryKeys(), ...await book.secrets.toCollection().primaryKeys()])].filter((id) => !known.has(id));
  });
}
