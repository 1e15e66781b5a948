import { notContacted } from '../domain/do-not-contact.ts';
import { asideReasonOf, withRejection, type RejectionNext, type RejectionReason } from '../domain/rejection.ts';
import { disqualify, nurture, type NotNow } from './aside.ts';
import type { Book } from './database.ts';
import { write, type Change } from './write.ts';

/** A no and what comes next; `later` is the date that `not-now` wants. */
export interface Refusal {
  reason: RejectionReason;
  note: string;
  next: RejectionNext;
  later?: Omit<NotNow, 'reason' | 'note'>;
}

/**
 * Keeps a no with its reason and does what comes next, in one write: to nurture with a follow-up at the date, or out of the pipeline. Who asked
 * not to be contacted is not, whatever comes next. Cadences stop by the write door.
 */
export function rejected(book: Book, id: string, { reason, note, next, later }: Refusal, change: Change, followUpId: string): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (!prospect || (next === 'not-now' && !later)) return;
    const why = { reason: asideReasonOf(reason, next), note };
    const told = withRejection(prospect, reason, note, change.at);
    if (reason === 'asked-not-to') {
      door.put('prospect', { ...told, updatedAt: change.at });
      await disqualify(book, door, told, why);
      door.put('prospect', { ...notContacted((await door.get('prospect', id))!, 'asked-not-to', change.at), updatedAt: change.at });
    } else if (next === 'not-now') {
      door.put('prospect', { ...told, updatedAt: change.at });
      await nurture(door, told, { ...why, ...later! }, followUpId);
    } else {
      await disqualify(book, door, told, why);
    }
  });
}
