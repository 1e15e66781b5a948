import type { FollowUp, Note, Touch } from '../domain/activity.ts';
import type { Account } from '../domain/account.ts';
import { answeredHandOver, type HandOver } from '../domain/hand-over.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import { changeProspect } from './person.ts';
import { write, type Change } from './write.ts';

/** What of the book goes into the packet for who takes over. */
export interface HandOverRows {
  account: Account | undefined;
  people: Prospect[];
  notes: Note[];
  touches: Touch[];
  followUps: FollowUp[];
  /** Names of the connections that send notes along; [] = none. */
  connections: string[];
}

const MOST_PEOPLE = 500;

/** Reads what a hand-over of this prospect tells. */
export async function readHandOver(book: Book, { id, accountId }: Pick<Prospect, 'id' | 'accountId'>): Promise<HandOverRows> {
  const [account, people, notes, touches, followUps, connections] = await Promise.all([
    accountId === undefined ? undefined : book.accounts.get(accountId), accountId === undefined ? [] : book.prospects.where('accountId').equals(accountId).limit(MOST_PEOPLE).toArray(),
    book.notes.where('prospectId').equals(id).toArray(), book.touches.where('prospectId').equals(id).toArray(), book.followUps.where('prospectId').equals(id).toArray(), book.settings.get('connections'),
  ]);
  return { account, people, notes, touches, followUps, connections: ((connections?.value ?? []) as { label?: string; crm?: string }[]).map(({ label, crm }) => label || crm || 'CRM') };
}

/** Gives somebody to a closer. `note`: the packet, kept as a note, which the sync sends with the other notes of each connection. */
export function handOver(book: Book, id: string, given: Pick<HandOver, 'to' | 'override'>, note: { id: string; text: string } | undefined, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (!prospect) return;
    const line = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 500);
    const override = line(given.override ?? '');
    door.put('prospect', { ...prospect, handOver: { at: change.at, to: line(given.to), state: 'offered', ...(override ? { override } : {}) }, updatedAt: change.at });
    if (note) door.put('note', { id: note.id, prospectId: id, text: note.text.slice(0, 20_000), createdAt: change.at, updatedAt: change.at });
  });
}

/** Keeps the closer's answer, dated. */
export function answerHandOver(book: Book, id: string, state: 'accepted' | 'rejected', answer: string, change: Change): Promise<void> {
  return changeProspect(book, id, change, (prospect) => answeredHandOver(prospect, state, answer, change.at));
}
