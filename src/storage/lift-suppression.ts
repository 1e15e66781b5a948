import type { Book } from './database.ts';
import { unsuppress } from './suppression.ts';
import { write, type Change } from './write.ts';

/** Lets somebody in again who was erased, or is on the do-not-contact list. Wants a reason, which is the change's label; without one nothing happens. Answers how many identities it was. */
export function liftSuppression(book: Book, identities: readonly string[], change: Change): Promise<number> {
  return write(book, change, async (door) => (change.label.trim() ? unsuppress(book, door, identities) : 0));
}
