import { signal } from '@preact/signals';
import { localGet, localSet } from '../../platform/local.ts';
import { freshMark, isLost, markOf, type BookMark } from '../../storage/birth.ts';
import { openingTrouble, troubleOf, type Trouble } from '../../storage/trouble.ts';
import { book, full, newId } from './book.ts';

/** Where the mark of the book lies, beside the database. */
export const BOOK_MARK = 'book-mark';

/** Why the book cannot be worked with; null while it can. */
export const trouble = signal<Exclude<Trouble, 'full'> | null>(null);

/** The book that was here and is gone, as it was last seen. */
export const lost = signal<BookMark | null>(null);

/** Looks at the book before the panel is drawn: can it be opened, and is it the one that was here? */
export async function lookAtBook(): Promise<void> {
  const found = await openingTrouble(book);
  if (found === 'full') full.value = true;
  else trouble.value = found;
  if (found) return;
  const mark = markOf(await localGet(BOOK_MARK));
  lost.value = mark && await isLost(book, mark) ? mark : null;
}

/** Notes that a write failed because the disk is full. True when that was it. */
export function noteFull(error: unknown): boolean {
  if (troubleOf(error) !== 'full') return false;
  full.value = true;
  return true;
}

/** The rep goes on with the book that is here now. */
export async function acceptBook(): Promise<void> {
  await localSet(BOOK_MARK, await freshMark(book, Date.now(), newId));
  lost.value = null;
}

/** Takes away what is made from the rows and is made again when it is needed: the packed indexes, and what a trial restore left. */
export async function freeRoom(): Promise<void> {
  await book.snapshots.clear();
  indexedDB.deleteDatabase('paydirt-scratch');
  full.value = false;
}
