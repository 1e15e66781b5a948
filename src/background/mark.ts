import { uuidv7 } from 'uuidv7';
import { localGet, localSet } from '../platform/local.ts';
import { markOf, nextMark } from '../storage/birth.ts';
import type { Book } from '../storage/database.ts';

/** Where the mark of the book lies, beside the database. */
const BOOK_MARK = 'book-mark';

/** Keeps in mind, outside of the database, that there is a book and how many people it has: a browser that takes the database away is found out by it. */
export async function markBook(book: Book, clock: () => number): Promise<void> {
  const next = await nextMark(book, markOf(await localGet(BOOK_MARK)), clock(), uuidv7);
  if (next) await localSet(BOOK_MARK, next);
}
