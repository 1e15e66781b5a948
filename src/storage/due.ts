import { Dexie } from 'dexie';
import type { FollowUp } from '../domain/activity.ts';
import type { Book } from './database.ts';

/** How many open follow-ups are due at `now` (epoch ms). The stored due times are the only truth. */
export function countDue(book: Book, now: number): Promise<number> {
  return book.followUps.where('[open+dueAt]').between([1, Dexie.minKey], [1, now], true, true).count();
}

/** The open follow-ups due up to `until` (epoch ms), the longest overdue first. */
export function followUpsDue(book: Book, until: number): Promise<FollowUp[]> {
  return book.followUps.where('[open+dueAt]').between([1, Dexie.minKey], [1, until], true, true).toArray();
}

/** The same, at most `limit` of them: 50,000 rows are not read for three names. */
export function firstDue(book: Book, until: number, limit: number): Promise<FollowUp[]> {
  return book.followUps.where('[open+dueAt]').between([1, Dexie.minKey], [1, until], true, true).limit(limit).toArray();
}

/** The open follow-ups due after `from` up to `until` (epoch ms), the next one first. */
export function followUpsBetween(book: Book, from: number, until: number): Promise<FollowUp[]> {
  return book.followUps.where('[open+dueAt]').between([1, from], [1, until], false, true).toArray();
}

/** How many open follow-ups are due from `from` up to, not including, `until` (epoch ms). */
export function countBetween(book: Book, from: number, until: number): Promise<number> {
  return book.followUps.where('[open+dueAt]').between([1, from], [1, until], true, false).count();
}

/** The next due time after `now`, or undefined when nothing is planned. */
export async function nextDueAfter(book: Book, now: number): Promise<number | undefined> {
  return (await book.followUps.where('[open+dueAt]').between([1, now], [1, Dexie.maxKey], false, true).first())?.dueAt;
}
