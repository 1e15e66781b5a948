import { timelineOf, type AccountEvent } from '../domain/account-timeline.ts';
import type { Book } from './database.ts';

const MOST = 2_000;

/** What happened with one person, newest first, at most 2,000 events. */
export async function readTimeline(book: Book, id: string): Promise<AccountEvent[]> {
  const [touches, notes, followUps, history] = await Promise.all([
    book.touches.where('prospectId').equals(id).toArray(), book.notes.where('prospectId').equals(id).toArray(), book.followUps.where('prospectId').equals(id).toArray(),
    book.history.where('subject').equals(id).reverse().limit(MOST).toArray(),
  ]);
  return timelineOf({ touches, notes, followUps, history }, MOST);
}
