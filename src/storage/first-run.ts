import { uuidv7 } from 'uuidv7';
import { starterIcp } from '../domain/starter-icp.ts';
import type { Book } from './database.ts';
import { write, type Change } from './write.ts';

/** Adds the starter ICP to a book that has none; safe when two contexts do it at once. */
export async function ensureStarter(book: Book, change: Change): Promise<void> {
  await write(book, change, async (door) => {
    if (await book.icps.count() === 0) door.put('icp', starterIcp(uuidv7(), change.at));
  });
}
