import { Dexie, type Collection } from 'dexie';
import { INBOX_GROUPS, type InboxEntry, type InboxGroup } from '../domain/inbox.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';

/** Somebody who waits in the inbox, and since or until when (epoch ms; 0 = no date yet). */
export interface InboxItem {
  prospect: Prospect;
  at: number;
}

/** How many wait in each group, and what asks for the rep now: all signals, all new leads, and of those who come back the ones who are due at `now`. */
export interface InboxCount {
  signals: number;
  leads: number;
  back: number;
  due: number;
}

/** Counts the inbox; never reads a prospect. */
export function countInbox(book: Book, now: number): Promise<InboxCount> {
  return book.transaction('r', book.inbox, async () => {
    const [signals, leads, back, due] = await Promise.all([...INBOX_GROUPS.map((group) => entries(book, group).count()), entries(book, 'back', now).count()]);
    return { signals: signals!, leads: leads!, back: back!, due: signals! + leads! + due! };
  });
}

/** Who waits in a group, at most `limit`: the newest signals and leads first, those who come back by date. Reads no more people than it gives. */
export function readInbox(book: Book, group: InboxGroup, limit: number): Promise<InboxItem[]> {
  return book.transaction('r', [book.inbox, book.prospects], async () => {
    const all = entries(book, group);
    const found = await (group === 'back' ? all : all.reverse()).limit(limit).toArray();
    const people = await book.prospects.bulkGet(found.map(({ id }) => id));
    return found.flatMap(({ at }, index) => (people[index] ? [{ at, prospect: people[index] }] : []));
  });
}

function entries(book: Book, group: InboxGroup, until: number | typeof Dexie.maxKey = Dexie.maxKey): Collection<InboxEntry, [InboxGroup, number, string]> {
  return book.inbox.where('[group+at+id]').between([group, Dexie.minKey, Dexie.minKey], [group, until, Dexie.maxKey], true, true);
}
