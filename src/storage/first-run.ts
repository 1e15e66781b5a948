import { starterIcp } from '../domain/starter-icp.ts';
import type { Book } from './database.ts';
import { write, type Change } from './write.ts';

/** The same on every machine: a book that comes from another one does not bring a second starter. */
const STARTER = 'starter-b2b-saas';

/** Adds the starter ICP to a book that has none; safe when two contexts do it at once. */
export async function ensureStarter(book: Book, change: Change): Promise<void> {
  await write(book, change, async (door) => {
    if (await book.icps.count() === 0) door.put('icp', starterIcp(STARTER, change.at));
  });
}
