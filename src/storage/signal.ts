import type { FollowUp, Touch } from '../domain/activity.ts';
import type { Signal } from '../domain/prospect.ts';
import { engaged, settledSignals, withSignals } from '../domain/signal.ts';
import { mayPlan } from './contact-guard.ts';
import type { Book } from './database.ts';
import { write, type Change, type Door } from './write.ts';

/** Keeps a signal that the rep noted. */
export function addSignal(book: Book, id: string, signal: Signal, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (prospect) door.put('prospect', { ...withSignals(prospect, [signal]), updatedAt: change.at });
  });
}

/** Acts on open signals: they are taken, and the follow-up stands in the same write; throws `ContactBarred` for who is not to be contacted. `ids` absent = all that are open. */
export function takeSignals(book: Book, followUp: Omit<FollowUp, 'open' | 'createdAt' | 'updatedAt'>, change: Change, ids?: readonly string[]): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', followUp.prospectId);
    if (!prospect) return;
    mayPlan(prospect);
    door.put('prospect', { ...settledSignals(prospect, 'taken', ids), updatedAt: change.at });
    door.put('followUp', { ...followUp, open: 1, createdAt: change.at, updatedAt: change.at });
  });
}

/** Leaves open signals: no reason to act. `ids` absent = all that are open. */
export function leaveSignals(book: Book, id: string, change: Change, ids?: readonly string[]): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (prospect) door.put('prospect', { ...settledSignals(prospect, 'left', ids), updatedAt: change.at });
  });
}

/** How an inbound touch reads: the line of its signal and of its follow-up, and the rep's zone. */
export interface InboundWords {
  signal: string;
  followUp: string;
  zone: string;
}

/**
 * What a touch makes besides itself, called inside the write that puts it: one that came in becomes a signal and a follow-up that is due
 * now, unless one is due already. An outbound touch, or one of somebody who is gone, makes nothing.
 */
export async function heardFrom(book: Book, door: Door, touch: Pick<Touch, 'prospectId' | 'direction'>, words: InboundWords, newId: () => string): Promise<void> {
  if (touch.direction !== 'in') return;
  const { at } = door.change;
  const prospect = await door.get('prospect', touch.prospectId);
  if (!prospect) return;
  door.put('prospect', { ...engaged(prospect, newId(), words.signal, at), updatedAt: at });
  for (const key of await book.followUps.where('prospectId').equals(prospect.id).primaryKeys()) {
    const one = await door.get('followUp', key);
    if (one?.open === 1 && one.dueAt <= at) return;
  }
  door.put('followUp', { id: newId(), prospectId: prospect.id, dueAt: at, open: 1, words: '', zone: words.zone, text: words.followUp, createdAt: at, updatedAt: at });
}
