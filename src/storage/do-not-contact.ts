import { notContacted } from '../domain/do-not-contact.ts';
import { identitiesOf } from '../domain/suppression.ts';
import type { Book } from './database.ts';
import { changeProspect } from './person.ts';
import { unsuppress } from './suppression.ts';
import { write, type Change } from './write.ts';

/** Sets do-not-contact with its reason; what was planned is closed in the same write. Who has it already keeps the first one. */
export function setDoNotContact(book: Book, id: string, reason: string, change: Change): Promise<void> {
  return changeProspect(book, id, change, (prospect) => notContacted(prospect, reason, change.at));
}

/**
 * Takes do-not-contact away: the one act that can. It wants a reason, which stays in a note and so in the history; without one nothing happens.
 * Follow-ups that it closed stand again, cadences do not. What was named by a list as a domain or a telephone stays there.
 */
export function liftDoNotContact(book: Book, id: string, note: { id: string; text: string }, reason: string, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (!prospect?.doNotContact || !reason.trim()) return;
    const { doNotContact: { dropped = [] }, ...rest } = prospect;
    door.put('prospect', { ...rest, updatedAt: change.at });
    await unsuppress(book, door, identitiesOf(prospect), 'do-not-contact');
    door.put('note', { id: note.id, prospectId: id, text: note.text, createdAt: change.at, updatedAt: change.at });
    for (const key of dropped) {
      const followUp = await door.get('followUp', key);
      if (followUp?.open !== 0 || followUp.prospectId !== id) continue;
      const { doneAt: _closed, ...open } = followUp;
      door.put('followUp', { ...open, open: 1, updatedAt: change.at });
    }
  }, { lifts: true });
}
