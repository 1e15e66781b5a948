import { uuidv7 } from 'uuidv7';
import { armBy, disarm } from '../platform/alarm.ts';
import { t } from '../platform/locale.ts';
import type { Book } from '../storage/database.ts';
import { countReviews } from '../storage/review-count.ts';
import { purgeDue } from '../storage/purge.ts';
import { forgetErased } from './current.ts';

/** The alarm at which the time to take an erasure back is over. */
export const PURGE = 'purge';

/** Two looks at once would purge the same people: one after the other. */
let turn: Promise<void> = Promise.resolve();

/** Ends the erasures that can no longer be taken back, here and in what tabs were said to show, arms the alarm for the next, and counts once a week who is due for review. Called at every chance; cheap while there are none. */
export function endErasures(book: Book, clock: () => number): Promise<void> {
  turn = turn.catch(() => undefined).then(async () => {
    const { purged, next } = await purgeDue(book, clock(), () => ({ changeId: uuidv7(), at: clock(), by: 'rep', label: t('change_purged') }));
    if (purged) await forgetErased(book);
    await countReviews(book, clock());
    if (next === undefined) await disarm(PURGE);
    else await armBy(PURGE, next, clock());
  });
  return turn;
}
