import type { Enrolment } from '../domain/cadence.ts';
import type { Book } from './database.ts';
import type { Door } from './write.ts';

/** Stops every cadence that somebody is in, inside a write that does more; the steps that stand are closed. */
export async function stopCadences(book: Book, door: Door, prospectId: string, reason: NonNullable<Enrolment['reason']>): Promise<void> {
  const { at } = door.change;
  for (const key of await book.enrolments.where('prospectId').equals(prospectId).primaryKeys()) {
    const enrolment = await door.get('enrolment', key);
    if (!enrolment || enrolment.state === 'stopped') continue;
    const { followUpId, ...rest } = enrolment;
    const step = followUpId === undefined ? undefined : await door.get('followUp', followUpId);
    if (step?.open === 1) door.put('followUp', { ...step, open: 0, doneAt: at, updatedAt: at });
    door.put('enrolment', { ...rest, state: 'stopped', reason, stoppedAt: at, updatedAt: at });
  }
}
