import type { LedgerEntry } from '../domain/sync/connection.ts';
import type { Book } from './database.ts';

/** The last requests of a connection, newest first; with `before` those older than that entry (its `seq`). */
export function readLedger(book: Book, connection: string, limit: number, before?: number): Promise<LedgerEntry[]> {
  return book.ledger.where('connection').equals(connection).reverse().filter(({ seq = 0 }) => before === undefined || seq < before).limit(limit).toArray();
}
