import { timelineOf, type AccountEvent } from '../domain/account-timeline.ts';
import type { HistoryEntry } from '../domain/history.ts';
import { arrivalsOf } from './arrival.ts';
import type { Book } from './database.ts';

const MOST = 2_000;

/** What happened with one person, newest first, at most 2,000 events. */
export async function readTimeline(book: Book, id: string): Promise<AccountEvent[]> {
  const [touches, notes, followUps, history, person] = await Promise.all([
    book.touches.where('prospectId').equals(id).toArray(), book.notes.where('prospectId').equals(id).toArray(), book.followUps.where('prospectId').equals(id).toArray(),
    historyOf(book, id), book.prospects.get(id),
  ]);
  return timelineOf({ touches, notes, followUps, history: [...history, ...await arrivalsOf(book, person ? [person] : [])] }, MOST);
}

/** Changes of rows that went into this one are this one's as well. */
async function historyOf(book: Book, id: string): Promise<HistoryEntry[]> {
  const ids = [id, ...(await book.prospects.get(id))?.merged?.map((one) => one.id) ?? []];
  return (await Promise.all(ids.map((one) => book.history.where('subject').equals(one).reverse().limit(MOST).toArray()))).flat();
}
