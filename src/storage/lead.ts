import { accepted, isNewLead, rejected, type LeadRejection } from '../domain/lead.ts';
import { disqualify } from './aside.ts';
import type { Book } from './database.ts';
import { write, type Change } from './write.ts';

/** Takes a lead on. Nothing happens when it was decided on already. */
export function acceptLead(book: Book, id: string, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (prospect && isNewLead(prospect)) door.put('prospect', { ...accepted(prospect, change.at), updatedAt: change.at });
  });
}

/** Turns a lead down with a reason: the person is disqualified, and the way back makes it a new lead again. */
export function rejectLead(book: Book, id: string, reason: LeadRejection, note: string, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (!prospect || !isNewLead(prospect)) return;
    const turned = rejected(prospect, reason, note, change.at);
    await disqualify(book, door, turned.prospect, { reason: turned.aside, note });
  });
}
