import type { BookTable } from '../domain/book.ts';
import { BOOK_STORE } from './dump.ts';

/** Rows read at once. */
const SLICE = 200;

/** What could be read of a broken book: its rows by table, and how many rows or whole tables could not. */
export interface Salvage {
  rows: { [T in BookTable]: AsyncIterable<object> };
  lost(): number;
  end(): void;
}

/**
 * Opens a database as it lies there, of whatever version and without changing it, and reads it table by table and row by row: what cannot be read is passed over and counted. Null when not even
 * that can be opened.
 */
export async function salvage(name: string, factory: IDBFactory = indexedDB): Promise<Salvage | null> {
  const database = await opened(name, factory);
  if (!database) return null;
  let lost = 0;
  async function* rowsOf(store: string): AsyncGenerator<object> {
    if (!database!.objectStoreNames.contains(store)) return;
    const get = <T>(ask: (from: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> => new Promise((done) => {
      try {
        const request = ask(database!.transaction(store).objectStore(store));
        request.onsuccess = () => done(request.result);
        request.onerror = (event) => { event.preventDefault(); done(undefined); };
      } catch {
        done(undefined);
      }
    });
    const keys = await get((from) => from.getAllKeys());
    if (!keys) lost += 1;
    for (let at = 0; at < (keys?.length ?? 0); at += SLICE) {
      const rows = await Promise.all(keys!.slice(at, at + SLICE).map((key) => get((from) => from.get(key))));
      for (const row of rows) {
        if (typeof row === 'object' && row !== null) yield row as object;
        else lost += 1;
      }
    }
  }
  return {
    rows: Object.fromEntries(Object.entries(BOOK_STORE).map(([table, store]) => [table, rowsOf(store)])) as unknown as Salvage['rows'],
    lost: () => lost,
    end: () => database.close(),
  };
}

function opened(name: string, factory: IDBFactory): Promise<IDBDatabase | null> {
  return new Promise((done) => {
    let isNew = false;
    let request: IDBOpenDBRequest;
    try {
      request = factory.open(name);
    } catch {
      done(null);
      return;
    }
    // there is nothing to read: what was just made is not to stay
    request.onupgradeneeded = () => { isNew = true; request.transaction?.abort(); };
    request.onsuccess = () => (isNew ? done(null) : done(request.result));
    request.onerror = (event) => { event.preventDefault(); done(null); };
    request.onblocked = () => done(null);
  });
}
