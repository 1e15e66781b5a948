import { Dexie } from 'dexie';
import type { Criterion } from '../domain/icp.ts';
import { asksPlace, type Near, nowhere } from '../domain/near.ts';
import type { Book } from './database.ts';

/**
 * What judges the places of these criteria: read when they ask for any and it was not read yet. May be called within a transaction, which is held
 * open meanwhile: a database transaction ends by itself while something else is awaited. A book without a source knows no place.
 */
export async function nearFor(book: Book, criteria: readonly { kind: Criterion['kind']; any: readonly string[] }[]): Promise<Near> {
  const { readNear } = book;
  if (!readNear || !asksPlace(criteria)) return nowhere;
  if (book.near) return book.near;
  // who has no list of places shall still be able to save: the next write asks again
  const reading = Dexie.ignoreTransaction(() => readNear().catch(() => undefined));
  const near = await (Dexie.currentTransaction ? Dexie.waitFor(reading) : reading);
  if (near) book.near = near;
  return near ?? nowhere;
}
