import { isAside } from '../domain/aside.ts';
import type { Prospect, Stage } from '../domain/prospect.ts';
import type { AsideReason } from '../domain/qualification.ts';
import { disqualify, moveTo, nurture, type NotNow } from './aside.ts';
import type { Book } from './database.ts';
import { enrolWithin } from './enrolment.ts';
import { eraseWithin } from './erase.ts';
import type { SliceRun } from './undo-slices.ts';
import { write, type Change, type Door } from './write.ts';

/** What is done to some people inside one write; how many it changed. */
export type BulkWork = (door: Door, ids: readonly string[]) => Promise<number>;

/** What became of it: how many were changed; `stopped`: not everybody was reached. What is done stays, and one undo takes it back. */
export interface BulkDone {
  changed: number;
  stopped: boolean;
}

/** People that one transaction takes: the panel can draw between two. */
const SLICE = 100;

/** Does one thing to people, in slices through the write door with the one change. */
export async function inBulk(book: Book, ids: readonly string[], change: Change, work: BulkWork, run: SliceRun = {}): Promise<BulkDone> {
  let changed = 0;
  for (let from = 0; from < ids.length; from += SLICE) {
    if (run.signal?.aborted) return { changed, stopped: true };
    changed += await write(book, change, (door) => work(door, ids.slice(from, from + SLICE)));
    run.onProgress?.(Math.min(ids.length, from + SLICE), ids.length);
    await run.pause?.();
  }
  return { changed, stopped: false };
}

/** Puts a tag on everybody. */
export function tagging(tag: string): BulkWork {
  return editing((row) => (row.tags.includes(tag) ? row : { ...row, tags: [...row.tags, tag] }));
}

export function untagging(tag: string): BulkWork {
  return editing((row) => (row.tags.includes(tag) ? { ...row, tags: row.tags.filter((one) => one !== tag) } : row));
}

/** Puts everybody on the list of this name; it is made (with this id) when there is none, whatever its case. */
export function listing(book: Book, name: string, newListId: string): BulkWork {
  return async (door, ids) => {
    const found = (await book.lists.toArray()).find((list) => list.name.toLowerCase() === name.toLowerCase());
    if (!found) door.put('list', { id: newListId, name, createdAt: door.change.at, updatedAt: door.change.at });
    const list = found?.id ?? newListId;
    return editing((row) => (row.lists.includes(list) ? row : { ...row, lists: [...row.lists, list] }))(door, ids);
  };
}

export function unlisting(listId: string): BulkWork {
  return editing((row) => (row.lists.includes(listId) ? { ...row, lists: row.lists.filter((one) => one !== listId) } : row));
}

/** Moves everybody to this stage, with all that belongs to it. */
export function staging(book: Book, stage: Stage): BulkWork {
  return async (door, ids) => {
    let changed = 0;
    for (const row of await door.getMany('prospect', ids)) {
      if (!row || row.stage === stage) continue;
      changed++;
      if (isAside(row.stage) || isAside(stage)) {
        await stayOpen(book, row);
        await moveTo(book, door, row, stage);
      } else door.put('prospect', { ...row, stage, updatedAt: door.change.at });
    }
    return changed;
  };
}

/**
 * Puts everybody to nurture with a follow-up at the resume date; `resumeOf` says when (epoch ms), by how many were put off before. Who waits there with a date already keeps it;
 * with who is not to be contacted nothing is planned, they come back by the date alone.
 */
export function puttingOff(book: Book, { resumeOf, newId, ...why }: Omit<NotNow, 'resumeAt'> & { resumeOf: (before: number) => number; newId: () => string }): BulkWork {
  let put = 0;
  return async (door, ids) => {
    const before = put;
    for (const row of await door.getMany('prospect', ids)) {
      if (!row || (row.stage === 'nurture' && row.aside?.resumeAt !== undefined)) continue;
      await stayOpen(book, row);
      await nurture(door, row, { ...why, resumeAt: resumeOf(put++) }, row.doNotContact ? undefined : newId());
    }
    return put - before;
  };
}

/** Disqualifies everybody who is not yet. */
export function disqualifying(book: Book, why: { reason: AsideReason; note: string }): BulkWork {
  return async (door, ids) => {
    let changed = 0;
    for (const row of await door.getMany('prospect', ids)) {
      if (!row || row.stage === 'disqualified') continue;
      await stayOpen(book, row);
      await disqualify(book, door, row, why);
      changed++;
    }
    return changed;
  };
}

/** Plans a follow-up with everybody who may be contacted; `dueOf` says when (epoch ms), by how many were planned before. */
export function following(plan: { text: string; words: string; zone: string; dueOf: (before: number) => number; newId: () => string }): BulkWork {
  let planned = 0;
  return async (door, ids) => {
    const { at } = door.change;
    const before = planned;
    for (const row of await door.getMany('prospect', ids)) {
      if (!row || row.doNotContact) continue;
      door.put('followUp', { id: plan.newId(), prospectId: row.id, text: plan.text, words: plan.words, zone: plan.zone, dueAt: plan.dueOf(planned++), open: 1, createdAt: at, updatedAt: at });
    }
    return planned - before;
  };
}

/** Begins a cadence with everybody who is free for it, and by the rep's word (`confirmed`) with those in another one as well. */
export function enrolling(book: Book, cadenceId: string, options: { zoneOf: (prospect: Prospect) => string; confirmed: boolean }): BulkWork {
  return async (door, ids) => (await enrolWithin(book, door, cadenceId, ids, options)).length;
}

/** Erases everybody with all that hangs on them; see erase.ts. */
export function erasing(book: Book): BulkWork {
  return (door, ids) => eraseWithin(book, door, ids);
}

/** A transaction ends when it is not asked for anything for long. */
async function stayOpen(book: Book, { id }: Prospect): Promise<void> {
  await book.followUps.where('prospectId').equals(id).primaryKeys();
}

function editing(edit: (row: Prospect) => Prospect): BulkWork {
  return async (door, ids) => {
    let changed = 0;
    for (const row of await door.getMany('prospect', ids)) {
      const next = row && edit(row);
      if (!next || next === row) continue;
      door.put('prospect', { ...next, updatedAt: door.change.at });
      changed++;
    }
    return changed;
  };
}
