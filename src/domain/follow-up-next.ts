import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { FollowUp } from './activity.ts';
import { nextOccurrence } from './recurrence.ts';

/**
 * The follow-up that comes after a repeating one was done at `at` (epoch ms); null when it does not come again. What was missed meanwhile is
 * left out. Its id follows from the one before and its own time, so that whoever makes it, and however often, makes the same one.
 */
export function nextFollowUp(done: FollowUp, at: number): FollowUp | null {
  if (!done.repeat) return null;
  const dueAt = nextOccurrence(done.repeat, Math.max(at, done.dueAt), done.zone, done);
  if (dueAt === null) return null;
  const { doneAt: _done, endsAt, ...rest } = done;
  return {
    ...rest, id: idAfter(done.id, dueAt), dueAt, open: 1, createdAt: at, updatedAt: at,
    repeat: { ...done.repeat, from: done.repeat.from ?? done.dueAt },
    ...(endsAt === undefined ? {} : { endsAt: endsAt + dueAt - done.dueAt }),
  };
}

/** A UUID (version 8) that is ordered by time like the others. */
function idAfter(id: string, dueAt: number): string {
  const time = Math.max(0, Math.floor(dueAt)).toString(16).padStart(12, '0').slice(-12);
  const hash = bytesToHex(sha256(utf8ToBytes(`${id} ${dueAt}`)));
  return `${time.slice(0, 8)}-${time.slice(8)}-8${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
