import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import { write, type Change } from './write.ts';

/** How the thank-you for an introduction reads, when it is due (epoch ms) and in which zone that was said. */
export interface Thanks {
  id: string;
  text: string;
  dueAt: number;
  zone: string;
}

/** Says who made the introduction to somebody: one of the book's people, or a name as typed. The thank-you is planned in the same write, with whom it is owed to; nobody who is not to be contacted is thanked. */
export function setReferredBy(book: Book, id: string, by: { prospectId?: string; name: string }, thanks: Thanks, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    const name = by.name.replace(/\s+/g, ' ').trim().slice(0, 200);
    if (!prospect || !name || by.prospectId === id) return;
    const referrer = by.prospectId === undefined ? undefined : await door.get('prospect', by.prospectId);
    door.put('prospect', { ...prospect, referredBy: { ...(referrer ? { prospectId: referrer.id } : {}), name, at: change.at }, ...(prospect.leadSource ? {} : { leadSource: 'referral' }), updatedAt: change.at });
    if (referrer?.doNotContact) return;
    door.put('followUp', { id: thanks.id, prospectId: referrer?.id ?? id, dueAt: thanks.dueAt, open: 1, words: '', zone: thanks.zone, text: thanks.text, createdAt: change.at, updatedAt: change.at });
  });
}

/** Takes back who made the introduction. */
export function clearReferredBy(book: Book, id: string, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (!prospect?.referredBy) return;
    const { referredBy: _gone, ...rest } = prospect;
    door.put('prospect', { ...rest, updatedAt: change.at });
  });
}

/** Whom somebody has introduced, the newest first, at most 50. */
export async function referredBy(book: Book, id: string): Promise<Prospect[]> {
  const found = await book.prospects.where('referredBy.prospectId').equals(id).limit(50).toArray();
  return found.toSorted((a, b) => (b.referredBy?.at ?? 0) - (a.referredBy?.at ?? 0));
}

