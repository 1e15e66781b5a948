import type { FollowUp } from '../domain/activity.ts';
import { nextFollowUp } from '../domain/follow-up-next.ts';
import { isZone } from '../domain/wall-time.ts';
import type { Pending } from './step.ts';
import type { Door } from './write.ts';

/**
 * Whoever does a repeating follow-up (the rep, a touch, the CRM) makes the one after it in the same transaction: it is never lost, and an undo
 * takes it back. Nothing comes again for somebody who is gone, disqualified or not to be contacted, nor when the one after it is there already.
 */
export async function recordNext(door: Door, after: Pending, original: (kind: 'followUp', id: string) => Promise<object | undefined>): Promise<void> {
  for (const { kind, id, row } of [...after.values()]) {
    const done = kind === 'followUp' ? row as FollowUp | undefined : undefined;
    if (!done?.repeat || done.open === 1 || done.doneAt === undefined || !isZone(done.zone)) continue;
    if ((await original('followUp', id) as FollowUp | undefined)?.open !== 1) continue;
    const prospect = await door.get('prospect', done.prospectId);
    if (!prospect || prospect.stage === 'disqualified' || prospect.doNotContact) continue;
    const next = nextFollowUp(done, Math.max(done.doneAt, door.change.at));
    if (next && !bringsNext(after, done) && !await door.get('followUp', next.id)) door.put('followUp', next);
  }
}

/** Is the one after it among what is written? An undo that is undone brings it back itself. */
function bringsNext(after: Pending, { id, prospectId, repeat, dueAt }: FollowUp): boolean {
  return [...after.values()].some(({ kind, row }) => {
    const other = kind === 'followUp' ? row as FollowUp | undefined : undefined;
    return other !== undefined && other.id !== id && other.open === 1 && other.prospectId === prospectId && other.repeat?.from === (repeat?.from ?? dueAt) && other.dueAt > dueAt;
  });
}
