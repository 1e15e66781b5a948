import type { Enrolment } from '../domain/cadence.ts';
import { mergePeople, type MergeChoice } from '../domain/person-merge.ts';
import type { Prospect } from '../domain/prospect.ts';
import { stop } from '../domain/enrol.ts';
import type { Book } from './database.ts';
import { keepUnplaced, letGoInCrms, linksOf } from './merge-trace.ts';
import { write, type Change, type Door } from './write.ts';

/** The rep's choice by field, each the id of the one whose value stays; what is not named goes by trust and age. */
export type ChosenIds = { readonly [field in keyof MergeChoice]?: string };

/**
 * Makes one person of two, in one change that one undo takes back, also weeks later: all that hangs on either hangs on the one that stays. The one that a CRM knows
 * stays, else the one with more touches, notes and follow-ups, else the older. Answers its id; undefined when one of them is gone.
 */
export function mergeSamePeople(book: Book, one: string, other: string, chosen: ChosenIds, change: Change): Promise<string | undefined> {
  return write(book, change, async (door) => {
    const [a, b] = [await door.get('prospect', one), await door.get('prospect', other)];
    if (!a || !b || one === other) return undefined;
    const [keep, lose] = await inOrder(book, a, b);
    const sides = Object.fromEntries(Object.entries(chosen).filter(([, id]) => id === keep.id || id === lose.id).map(([name, id]) => [name, id === keep.id ? 0 : 1])) as MergeChoice;
    const { prospect, unplaced } = mergePeople(keep, lose, change, sides);
    for (const [kind, table] of [['note', book.notes], ['touch', book.touches], ['followUp', book.followUps]] as const) {
      for (const row of await table.where('prospectId').equals(lose.id).toArray()) door.put(kind, { ...row, prospectId: keep.id, updatedAt: change.at } as never);
    }
    await moveEnrolments(book, door, keep, lose);
    for (const id of lose.notSame ?? []) await renameNotSame(door, id, lose.id, keep.id);
    for (const id of await book.prospects.where('referredBy.prospectId').equals(lose.id).primaryKeys()) {
      const referred = id === keep.id ? undefined : await door.get('prospect', id);
      if (referred?.referredBy) door.put('prospect', { ...referred, referredBy: { ...referred.referredBy, prospectId: keep.id }, updatedAt: change.at });
    }
    await door.remove('prospect', lose.id);
    door.put('prospect', prospect);
    await keepUnplaced(book, 'prospect', keep.id, unplaced, change);
    await letGoInCrms(book, 'prospect', keep, lose, change);
    return keep.id;
  });
}

/** Keeps in both that they are two people; not offered again. */
export function setNotSamePerson(book: Book, one: string, other: string, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    for (const [id, stranger] of [[one, other], [other, one]] as const) {
      const person = await door.get('prospect', id);
      if (person && !person.notSame?.includes(stranger)) door.put('prospect', { ...person, notSame: [...person.notSame ?? [], stranger], updatedAt: change.at });
    }
  });
}

async function inOrder(book: Book, a: Prospect, b: Prospect): Promise<[keep: Prospect, lose: Prospect]> {
  const linked = async ({ id }: Prospect): Promise<number> => (await linksOf(book, 'prospect', id)).filter(({ state, remoteId }) => state === 'linked' && remoteId !== null).length;
  const hanging = async ({ id }: Prospect): Promise<number> => (await Promise.all([book.touches, book.notes, book.followUps].map((table) => table.where('prospectId').equals(id).count()))).reduce((sum, one) => sum + one, 0);
  const [ofA, ofB] = [[await linked(a), await hanging(a), b.createdAt], [await linked(b), await hanging(b), a.createdAt]] as const;
  const first = ofA.findIndex((value, at) => value !== ofB[at]);
  return first < 0 ? (a.id < b.id ? [a, b] : [b, a]) : ofA[first]! > ofB[first]! ? [a, b] : [b, a];
}

/** Nobody comes into two cadences by being found to be one person: who stays goes on in theirs, the other's end. */
async function moveEnrolments(book: Book, door: Door, keep: Prospect, lose: Prospect): Promise<void> {
  const isLive = ({ state }: Enrolment): boolean => state !== 'stopped';
  const busy = (await book.enrolments.where('prospectId').equals(keep.id).toArray()).some(isLive);
  for (const one of await book.enrolments.where('prospectId').equals(lose.id).toArray()) {
    const enrolment = busy && isLive(one) ? stop(one, 'by-hand', door.change.at) : one;
    door.put('enrolment', { ...enrolment, prospectId: keep.id, updatedAt: door.change.at });
  }
}

async function renameNotSame(door: Door, id: string, from: string, to: string): Promise<void> {
  const person = id === to ? undefined : await door.get('prospect', id);
  if (!person?.notSame?.includes(from)) return;
  door.put('prospect', { ...person, notSame: [...new Set(person.notSame.map((one) => (one === from ? to : one)))], updatedAt: door.change.at });
}
