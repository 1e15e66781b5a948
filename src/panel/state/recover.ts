import { bookHead, writeBook, type BookSource } from '../../files/book-json.ts';
import { BOOK_TABLES, type BookTable } from '../../files/book-schema.ts';
import { salvage } from '../../storage/salvage.ts';
import { book, change } from './book.ts';
import { blobOf, offer } from './download.ts';
import { restoreInto, type RestoreState } from './restore.ts';

const NAME = 'paydirt';

/** Saves what can still be read of a broken book as a book file; how many rows could not be read, or null when nothing can. */
export async function saveReadable(): Promise<{ lost: number } | null> {
  const found = await salvage(NAME);
  if (!found) return null;
  try {
    // how many there are is not known before they are read
    const counts = Object.fromEntries(BOOK_TABLES.map((table) => [table, 0])) as Record<BookTable, number>;
    offer('paydirt-rescued.json', await blobOf(writeBook({ ...bookHead(change('').at, counts), ...found.rows } as BookSource), 'application/json'));
    return { lost: found.lost() };
  } finally {
    found.end();
  }
}

/** Takes the broken database away, and makes a new book of the backup. */
export async function recoverFrom(state: Extract<RestoreState, { step: 'read' }>): Promise<void> {
  book.close({ disableAutoOpen: false });
  await book.delete({ disableAutoOpen: false });
  await restoreInto(book, state, true);
}
