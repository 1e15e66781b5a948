import type { Book } from './database.ts';

/** Is anybody in the book? One key is asked for: counting would look at all of them, whatever its limit. */
export async function isAnybody(book: Book): Promise<boolean> {
  return (await book.prospects.limit(1).primaryKeys()).length > 0;
}
