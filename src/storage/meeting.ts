import { withMeeting, type MeetingFacts } from '../domain/meeting.ts';
import type { Book } from './database.ts';
import { write, type Change } from './write.ts';

/** Says when an open follow-up ends (epoch ms) and where it is; nothing happens when it is gone or closed. */
export function setMeeting(book: Book, id: string, facts: MeetingFacts, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const followUp = await door.get('followUp', id);
    if (followUp?.open === 1) door.put('followUp', { ...withMeeting(followUp, facts), updatedAt: change.at });
  });
}
