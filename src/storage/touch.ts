import type { Touch } from '../domain/activity.ts';
import { notContacted } from '../domain/do-not-contact.ts';
import { isHeard, stopsFor } from '../domain/touch.ts';
import type { Book } from './database.ts';
import { heardFrom, type InboundWords } from './signal.ts';
import { write, type Change } from './write.ts';

export type NewTouch = Omit<Touch, 'createdAt' | 'updatedAt'>;

/**
 * Logs a touch with all that follows from it, in one write: what came in is a signal and a follow-up due now (a machine's answer is neither); an
 * who asks not to be contacted is not; what it means for cadences the write door keeps. One that is dated ahead of the change is dated with it: what has not
 * happened is a follow-up. `words` are the texts of signal and follow-up; absent = the change's label. Nothing happens when the prospect is gone.
 */
export function logTouch(book: Book, touch: NewTouch, change: Change, newId: () => string, words: InboundWords = { signal: change.label, followUp: change.label, zone: 'UTC' }): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', touch.prospectId);
    if (!prospect) return;
    const row: Touch = { ...touch, at: Math.min(touch.at, change.at), createdAt: change.at, updatedAt: change.at };
    door.put('touch', row);
    const reason = stopsFor(row);
    if (reason === 'do-not-contact') door.put('prospect', { ...notContacted(prospect, 'asked-not-to', change.at), updatedAt: change.at });
    else if (isHeard(row)) await heardFrom(book, door, row, words, newId);
  });
}
