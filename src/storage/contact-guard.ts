import type { FollowUp } from '../domain/activity.ts';
import type { Enrolment } from '../domain/cadence.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import type { Pending } from './step.ts';
import type { Door } from './write.ts';

/** Thrown when something is planned by hand with somebody who is not to be contacted. Nothing was written. */
export class ContactBarred extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super('This person is not to be contacted.');
    this.reason = reason;
  }
}

/** Refuses to plan anything with somebody who is not to be contacted. */
export function mayPlan(prospect: Pick<Prospect, 'doNotContact'> | undefined): void {
  if (prospect?.doNotContact) throw new ContactBarred(prospect.doNotContact.reason);
}

/**
 * Do-not-contact is absolute, whoever writes (a view, a file, a CRM, an undo): it is taken away by the one act that may (`lifts`), and whoever
 * has it has no cadence that goes on and no step of one that comes due. When it is set, all that was planned is closed, and it says what.
 */
export async function guardContact(book: Book, door: Door, after: Pending, lifts: boolean): Promise<void> {
  const people = [...after.values()].filter(({ kind, row }) => kind === 'prospect' && row).map(({ row }) => row as Prospect);
  // all at once, and nothing awaited for each: a transaction ends when it is not asked for anything for long
  const stored = people.length > 0 ? await book.prospects.bulkGet(people.map(({ id }) => id)) : [];
  for (const [at, next] of people.entries()) {
    const old = stored[at];
    if (old?.doNotContact && !next.doNotContact && !lifts) door.put('prospect', { ...next, doNotContact: old.doNotContact });
    else if (next.doNotContact && !old?.doNotContact) await closeAll(book, door, after, next);
  }
}

async function closeAll(book: Book, door: Door, after: Pending, prospect: Prospect): Promise<void> {
  const { at } = door.change;
  const dropped: string[] = [...prospect.doNotContact!.dropped ?? []];
  for (const followUp of await mine<'followUp'>(book, door, after, 'followUp', prospect.id)) {
    if (followUp.open !== 1) continue;
    door.put('followUp', closed(followUp, at));
    // a step of a cadence does not come back: the cadence is over
    if (followUp.stepId === undefined) dropped.push(followUp.id);
  }
  for (const enrolment of await mine<'enrolment'>(book, door, after, 'enrolment', prospect.id)) if (enrolment.state !== 'stopped') door.put('enrolment', stopped(enrolment, at));
  if (dropped.length) door.put('prospect', { ...prospect, doNotContact: { ...prospect.doNotContact!, dropped: [...new Set(dropped)] } });
}

type Hanging = { followUp: FollowUp; enrolment: Enrolment };

/** What hangs on a prospect as this write leaves it. */
async function mine<K extends keyof Hanging>(book: Book, door: Door, after: Pending, kind: K, prospectId: string): Promise<Hanging[K][]> {
  const keys = new Set<string>(await book[kind === 'followUp' ? 'followUps' : 'enrolments'].where('prospectId').equals(prospectId).primaryKeys());
  for (const { kind: other, id, row } of after.values()) if (other === kind && (row as Hanging[K] | undefined)?.prospectId === prospectId) keys.add(id);
  const rows = await Promise.all([...keys].map((id) => door.get(kind, id)));
  return rows.filter((row) => row?.prospectId === prospectId) as Hanging[K][];
}

function closed(followUp: FollowUp, at: number): FollowUp {
  return { ...followUp, open: 0, doneAt: at, updatedAt: at };
}

function stopped(enrolment: Enrolment, at: number): Enrolment {
  const { followUpId: _closed, ...rest } = enrolment;
  return { ...rest, state: 'stopped', reason: 'do-not-contact', stoppedAt: at, updatedAt: at };
}
