import type { LedgerEntry } from '../domain/sync/connection.ts';
import type { Book } from './database.ts';

/** The last requests of a connection, newest first; with `before` those older than that entry (its `seq`). */
export function readLedger(book: Book, connection: string, limit: number, before?: number): Promise<LedgerEntry[]> {
  return book.ledger.where('connection').equals(connection).reverse().filter(({ seq = 0 }) => before === undefined || seq < before).limit(limit).toArray();
}

/** All requests that were made, newest first; each connection keeps its last 5,000. */
export function readRequests(book: Book): Promise<LedgerEntry[]> {
  return book.ledger.reverse().toArray();
}

/** Empties the ledger, or one connection's part of it. Answers what was in it. */
export function clearLedger(book: Book, connection?: string): Promise<LedgerEntry[]> {
  return book.transaction('rw', book.ledger, async () => {
    const rows = await (connection === undefined ? book.ledger : book.ledger.where('connection').equals(connection)).toArray();
    await book.ledger.bulkDelete(rows.flatMap(({ seq }) => seq ?? []));
    return rows;
  });
}

/** Puts entries back where they were. */
export function restoreLedger(book: Book, entries: readonly LedgerEntry[]): Promise<unknown> {
  return book.ledger.bulkPut([...entries]);
}
