import { meantBy } from '../domain/contact-list.ts';
import { notContacted, type DoNotContactReason } from '../domain/do-not-contact.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import { inPieces, type Pause } from './pause.ts';
import { suppress, suppressedAmong } from './suppression.ts';
import { undoInSlices, type SliceRun, type UndoneInSlices } from './undo-slices.ts';
import { write, type Change } from './write.ts';

const SLICE = 250;

/** What taking a do-not-contact list in would do: who of the book gets the flag, who has it, and which identities are of nobody here (`known` of those are suppressed already). */
export interface ListPlan {
  people: string[];
  already: number;
  strangers: string[];
  known: number;
}

/** Goes through all people, since a telephone or an address that was typed by hand is no identity. Undefined when it was ended. `onSlice` hears how many were looked at. */
export async function planList(book: Book, identities: readonly string[], signal: AbortSignal, onSlice: (people: number) => void = () => undefined, pause: Pause = inPieces()): Promise<ListPlan | undefined> {
  const wanted = new Set(identities);
  const met = new Set<string>();
  const plan: ListPlan = { people: [], already: 0, strangers: [], known: 0 };
  const ids = await book.prospects.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += SLICE) {
    if (signal.aborted) return undefined;
    for (const one of await book.prospects.bulkGet(ids.slice(from, from + SLICE))) {
      const mine = one ? meantBy(one, wanted) : [];
      if (!one || mine.length === 0) continue;
      for (const identity of mine) met.add(identity);
      if (one.doNotContact) plan.already++;
      else plan.people.push(one.id);
    }
    onSlice(from + SLICE);
    await pause();
  }
  // a domain bars who is still to come as well
  const rest = identities.filter((one) => !met.has(one) || one.startsWith('domain:'));
  for (let from = 0; from < rest.length; from += SLICE) {
    if (signal.aborted) return undefined;
    const some = rest.slice(from, from + SLICE);
    const suppressed = await suppressedAmong(book, some);
    plan.known += suppressed.size;
    for (const one of some) if (!suppressed.has(one)) plan.strangers.push(one);
    await pause();
  }
  return plan;
}

/** Does it, in slices under one change id; what is planned with them is closed. `onSlice` hears how many are done. */
export async function applyList(book: Book, plan: Pick<ListPlan, 'people' | 'strangers'>, why: DoNotContactReason, change: Change, onSlice: (done: number) => void | Promise<void> = () => undefined): Promise<void> {
  for (let from = 0; from < plan.people.length; from += SLICE) {
    const ids = plan.people.slice(from, from + SLICE);
    await write(book, change, async (door) => {
      for (const one of await book.prospects.bulkGet(ids)) if (one) door.put('prospect', { ...notContacted(one, why, change.at), updatedAt: change.at });
    });
    await onSlice(Math.min(from + SLICE, plan.people.length));
  }
  for (let from = 0; from < plan.strangers.length; from += SLICE * 4) {
    await write(book, change, (door) => suppress(book, door, plan.strangers.slice(from, from + SLICE * 4), { reason: 'do-not-contact', why }));
    await onSlice(plan.people.length + Math.min(from + SLICE * 4, plan.strangers.length));
  }
}

/** Takes a whole list back, in slices: the one undo that lifts do-not-contact, of those alone whom that list gave it. */
export function takeListBack(book: Book, changeId: string, change: Change, run: SliceRun = {}): Promise<UndoneInSlices> {
  return undoInSlices(book, changeId, change, run, { lifts: true });
}

/** Everybody in the book who is not to be contacted, in slices; hashes name nobody and are not among them. */
export async function* readBarred(book: Book): AsyncGenerator<Prospect> {
  const ids = await book.prospects.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += SLICE) {
    for (const one of await book.prospects.bulkGet(ids.slice(from, from + SLICE))) if (one?.doNotContact) yield one;
  }
}
