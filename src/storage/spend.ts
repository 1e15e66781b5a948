import type { Spend } from '../domain/spend.ts';
import type { Book } from './database.ts';
import { write, type Change } from './write.ts';

/** Keeps spends, new ones and changed ones, in one write. */
export function putSpends(book: Book, spends: readonly Omit<Spend, 'createdAt' | 'updatedAt'>[], change: Change): Promise<void> {
  return write(book, change, async (door) => {
    for (const spend of spends) {
      const known = await door.get('spend', spend.id);
      door.put('spend', { ...spend, createdAt: known?.createdAt ?? change.at, updatedAt: change.at });
    }
  });
}

export function removeSpend(book: Book, id: string, change: Change): Promise<void> {
  return write(book, change, (door) => door.remove('spend', id));
}
