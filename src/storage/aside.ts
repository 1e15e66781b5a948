import type { FollowUp } from '../domain/activity.ts';
import { broughtBack, disqualified, isAside, looked, notNow } from '../domain/aside.ts';
import type { Prospect, Stage } from '../domain/prospect.ts';
import type { AsideReason } from '../domain/qualification.ts';
import type { Book } from './database.ts';
import { write, type Change, type Door } from './write.ts';

/** Why and until when somebody is put aside. `words` and `zone` are how the date was typed, `text` is what the follow-up at it says. */
export interface NotNow {
  reason: AsideReason;
  note: string;
  resumeAt: number;
  words: string;
  zone: string;
  text: string;
}

/**
 * Puts somebody to nurture with a follow-up at the resume date in the same write, so that nobody is lost. Who is there already gets
 * the new reason and date, and the follow-up that stands moves along.
 */
export function putNotNow(book: Book, id: string, why: NotNow, change: Change, followUpId: string): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (prospect) await nurture(door, prospect, why, followUpId);
  });
}

/** Puts to nurture inside a write that does more; without an id for it no follow-up is planned. `prospect` is as it stands in that write. */
export async function nurture(door: Door, prospect: Prospect, { reason, note, resumeAt, words, zone, text }: NotNow, followUpId: string | undefined): Promise<void> {
  const { at } = door.change;
  const standing = prospect.stage === 'nurture' ? await standingOf(door, prospect) : undefined;
  const resume = standing?.id ?? followUpId;
  if (resume !== undefined) door.put('followUp', { ...standing ?? { id: resume, prospectId: prospect.id, open: 1, createdAt: at }, dueAt: resumeAt, words, zone, text, updatedAt: at });
  await reopen(door, prospect);
  door.put('prospect', { ...notNow(prospect, { reason, note, resumeAt, followUpId: resume }, at), updatedAt: at });
}

/** Takes somebody out of the pipeline with a reason. What was planned with them is closed; the way back opens it again. */
export function putDisqualified(book: Book, id: string, why: { reason: AsideReason; note: string }, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (prospect) await disqualify(book, door, prospect, why);
  });
}

/** The way back: the stage before, the follow-up of the resume date closed, what disqualifying closed open again. */
export function bringBack(book: Book, id: string, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (prospect && isAside(prospect.stage)) await comeBack(door, prospect);
  });
}

/** The rep has looked at the score half way and waits on: the person comes back at the resume date. */
export function waitOn(book: Book, id: string, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (prospect?.aside?.rescoreAt !== undefined) door.put('prospect', { ...looked(prospect), updatedAt: change.at });
  });
}

/** Changes the stage, whatever it was: who leaves a stage aside comes back, who goes aside by this gets no date yet and waits on top of those who come back. */
export function setStage(book: Book, id: string, stage: Stage, change: Change): Promise<void> {
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (prospect) await moveTo(book, door, prospect, stage);
  });
}

/** Changes the stage inside a write that does more. `prospect` is as it stands in that write. False when it is there already. */
export async function moveTo(book: Book, door: Door, prospect: Prospect, stage: Stage): Promise<boolean> {
  const { at } = door.change;
  if (prospect.stage === stage) return false;
  if (stage === 'disqualified') await disqualify(book, door, prospect, { reason: 'other', note: '' });
  else if (stage === 'nurture') {
    await reopen(door, prospect);
    const { aside, ...next } = notNow(prospect, { reason: 'other', note: '', resumeAt: at, followUpId: '' }, at);
    const { resumeAt: _none, rescoreAt: _no, followUpId: _noOne, ...why } = aside!;
    door.put('prospect', { ...next, aside: why, updatedAt: at });
  } else if (isAside(prospect.stage)) await comeBack(door, prospect, stage);
  else door.put('prospect', { ...prospect, stage, updatedAt: at });
  return true;
}

/** Disqualifies inside a write that does more. `prospect` is as it stands in that write. */
export async function disqualify(book: Book, door: Door, prospect: Prospect, why: { reason: AsideReason; note: string }): Promise<void> {
  const { at } = door.change;
  const dropped: string[] = [];
  for (const key of await book.followUps.where('prospectId').equals(prospect.id).primaryKeys()) {
    const followUp = await door.get('followUp', key);
    if (followUp?.open !== 1) continue;
    close(door, followUp);
    // the one at the resume date belongs to what is over now
    if (key !== prospect.aside?.followUpId) dropped.push(key);
  }
  door.put('prospect', { ...disqualified(prospect, { ...why, dropped: [...prospect.stage === 'disqualified' ? prospect.aside?.dropped ?? [] : [], ...dropped] }, at), updatedAt: at });
}

async function comeBack(door: Door, prospect: Prospect, stage?: Stage): Promise<void> {
  const standing = await standingOf(door, prospect);
  if (standing) close(door, standing);
  await reopen(door, prospect);
  door.put('prospect', { ...broughtBack(prospect, stage), updatedAt: door.change.at });
}

/** The open follow-up at the resume date. */
async function standingOf(door: Door, { id, aside }: Prospect): Promise<FollowUp | undefined> {
  const found = aside?.followUpId === undefined ? undefined : await door.get('followUp', aside.followUpId);
  return found?.open === 1 && found.prospectId === id ? found : undefined;
}

/** Opens what disqualifying closed, unless the rep has had it in hand since. */
async function reopen(door: Door, { id, stage, aside }: Prospect): Promise<void> {
  if (stage !== 'disqualified') return;
  for (const key of aside?.dropped ?? []) {
    const followUp = await door.get('followUp', key);
    if (followUp?.open !== 0 || followUp.prospectId !== id) continue;
    const { doneAt: _closed, ...rest } = followUp;
    door.put('followUp', { ...rest, open: 1, updatedAt: door.change.at });
  }
}

function close(door: Door, followUp: FollowUp): void {
  door.put('followUp', { ...followUp, open: 0, doneAt: door.change.at, updatedAt: door.change.at });
}
