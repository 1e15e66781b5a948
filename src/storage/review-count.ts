import { dueForReview } from '../domain/people/review.ts';
import type { Book } from './database.ts';
import { readPeople } from './people-index.ts';
import { readPrivacy } from './privacy-setting.ts';
import { readSetting, writeSetting } from './setting.ts';

const KEY = 'reviews';
/** The rep is told once a week at most. */
const WEEK = 7 * 86_400_000;

/** How many were due for review when it was last counted (epoch ms), and whether the rep has looked since. */
export interface ReviewCount {
  at: number;
  due: number;
  seen: boolean;
}

/** What was last counted. */
export function readReviews(book: Book): Promise<ReviewCount> {
  return readSetting<ReviewCount>(book, KEY, { at: 0, due: 0, seen: true });
}

/** Counts who is due, once a week: it takes a tenth of a second for 100,000 people. Nothing is counted while the index has to be built anew. */
export async function countReviews(book: Book, now: number): Promise<void> {
  const { at } = await readReviews(book);
  // a clock that was set back must not silence it
  if (at <= now && now - at < WEEK) return;
  const { keepMonths } = await readPrivacy(book);
  const index = keepMonths > 0 ? await readPeople(book) : null;
  if (keepMonths > 0 && !index) return;
  const due = index ? dueForReview({ table: index.table, keepMonths, now }).length : 0;
  await writeSetting(book, KEY, { at: now, due, seen: due === 0 });
}

/** The rep has looked, or does not want to now: told again in a week. */
export function seeReviews(book: Book): Promise<void> {
  return book.transaction('rw', book.settings, async () => {
    const count = await readReviews(book);
    if (!count.seen) await writeSetting(book, KEY, { ...count, seen: true });
  });
}
