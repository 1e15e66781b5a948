import type { LedgerEntry } from '../domain/sync/connection.ts';
import type { Book } from './database.ts';

/** How many entries a connection keeps: the newest. */
export const MOST_ENTRIES = 5_000;

/** Enters one request in the ledger and takes the oldest away where there are too many. */
export async function keepEntry(book: Book, entry: Omit<LedgerEntry, 'seq'>): Promise<void> {
  await book.transaction('rw', book.ledger, async () => {
    await book.ledger.add({ ...entry });
    const mine = book.ledger.where('connection').equals(entry.connection);
    const over = await mine.count() - MOST_ENTRIES;
    if (over > 0) await book.ledger.bulkDelete((await mine.limit(over).primaryKeys()).filter((seq) => seq !== undefined));
  });
}
