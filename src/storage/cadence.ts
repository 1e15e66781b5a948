import type { Cadence, Enrolment } from '../domain/cadence.ts';
import { edited, type EditEffect } from '../domain/cadence-change.ts';
import { type CadenceEdit, tidied } from '../domain/cadence-edit.ts';
import { type PlanMeans, stop } from '../domain/enrol.ts';
import { PRIORITIES, type Priority } from '../domain/qualification.ts';
import type { Book } from './database.ts';
import { planMeans } from './plan-means.ts';
import { write, type Change, type Door } from './write.ts';

/** All cadences, by name. */
export async function readCadences(book: Book): Promise<Cadence[]> {
  return (await book.cadences.toArray()).toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** How many are in each cadence: on the way, paused. */
export async function countEnrolled(book: Book): Promise<Map<string, { active: number; paused: number }>> {
  const counts = new Map<string, { active: number; paused: number }>();
  for (const id of await book.cadences.toCollection().primaryKeys()) {
    const [active, paused] = await Promise.all((['active', 'paused'] as const).map((state) => book.enrolments.where('[cadenceId+state]').equals([id, state]).count()));
    counts.set(id, { active: active!, paused: paused! });
  }
  return counts;
}

/** Everybody who is or was in a cadence. */
export function enrolledIn(book: Book, cadenceId: string): Promise<Enrolment[]> {
  return book.enrolments.where('[cadenceId+state]').anyOf((['active', 'paused', 'stopped'] as const).map((state) => [cadenceId, state])).toArray();
}

/** Adds a cadence as it was typed. */
export function addCadence(book: Book, id: string, edit: CadenceEdit, change: Change): Promise<void> {
  return write(book, change, async (door) => { door.put('cadence', { id, version: 1, ...tidied(edit), createdAt: change.at, updatedAt: change.at }); });
}

/** Adds starter cadences beside what the book has; those that are there stay as they are. */
export function addStarterCadences(book: Book, starters: readonly (CadenceEdit & { id: string })[], change: Change): Promise<void> {
  return write(book, change, async (door) => {
    for (const { id, ...edit } of starters) if (!await door.get('cadence', id)) door.put('cadence', { id, version: 1, ...tidied(edit), createdAt: change.at, updatedAt: change.at });
  });
}

/** One person whom an edit concerns: what happens, and the date (epoch ms) before and after; undefined = nothing is open. */
export interface Affected {
  prospectId: string;
  effect: EditEffect;
  before?: number;
  after?: number;
}

/** What an edit would do to everybody who is in the cadence now. Nothing is written. */
export function previewEdit(book: Book, id: string, edit: CadenceEdit, at: number): Promise<Affected[]> {
  return book.transaction('r', [book.cadences, book.enrolments, book.followUps, book.prospects, book.settings], async () => {
    const cadence = await book.cadences.get(id);
    if (!cadence) return [];
    const moves = await movesOf(book, cadence, { ...cadence, ...tidied(edit), version: cadence.version + 1 }, at, 'preview');
    return moves.map(({ enrolment, next, dueAt }) => ({ prospectId: enrolment.prospectId, effect: next.effect, ...(dueAt === undefined ? {} : { before: dueAt }), ...(next.followUp ? { after: next.followUp.dueAt } : {}) }));
  });
}

/** Saves an edit as the next version, and takes everybody along who is in it. A change of name or priorities alone is no new version. */
export function editCadence(book: Book, id: string, edit: CadenceEdit, change: Change): Promise<void> {
  return write(book, change, (door) => editWithin(book, door, id, edit));
}

/** The same within a write. */
export async function editWithin(book: Book, door: Door, id: string, edit: CadenceEdit): Promise<void> {
  const { change } = door;
  const cadence = await door.get('cadence', id);
  if (!cadence) return;
  const next = tidied(edit);
  const isSame = JSON.stringify(next.steps) === JSON.stringify(cadence.steps);
  const after: Cadence = { ...cadence, ...next, version: cadence.version + (isSame ? 0 : 1), updatedAt: change.at };
  door.put('cadence', after);
  if (isSame) return;
  for (const { next: { enrolment, followUp } } of await movesOf(book, cadence, after, change.at, change.changeId)) {
    door.put('enrolment', enrolment);
    if (followUp) door.put('followUp', followUp);
  }
}

/** Makes a cadence the default of a priority ('' = there is none): another one is it no more. */
export function setDefaultCadence(book: Book, priority: Priority, id: string, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    for (const cadence of await book.cadences.toArray()) {
      const priorities = PRIORITIES.filter((one) => (one === priority ? cadence.id === id : cadence.priorities.includes(one)));
      if (priorities.join() !== cadence.priorities.join()) door.put('cadence', { ...cadence, priorities, updatedAt: change.at });
    }
  });
}

/** Removes a cadence and takes everybody out of it. Who was in it stays on record. */
export function removeCadence(book: Book, id: string, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    for (const enrolment of await enrolledIn(book, id)) if (enrolment.state !== 'stopped') door.put('enrolment', stop(enrolment, 'cadence-removed', change.at));
    await door.remove('cadence', id);
  });
}

async function movesOf(book: Book, before: Cadence, after: Cadence, at: number, key: string): Promise<{ enrolment: Enrolment; dueAt: number | undefined; next: ReturnType<typeof edited> }[]> {
  const live = (await enrolledIn(book, before.id)).filter(({ state }) => state !== 'stopped');
  const [followUps, prospects, meansOf] = await Promise.all([book.followUps.bulkGet(live.map(({ followUpId }) => followUpId ?? '')), book.prospects.bulkGet(live.map(({ prospectId }) => prospectId)), planMeans(book)]);
  return live.map((enrolment, index) => {
    const followUp = followUps[index];
    const means: PlanMeans & { key: string } = { ...meansOf(prospects[index], followUp?.zone ?? ''), key };
    return { enrolment, dueAt: followUp?.open === 1 ? followUp.dueAt : undefined, next: edited(enrolment, followUp, before, after, at, means) };
  });
}
