import type { FollowUp, Touch } from '../domain/activity.ts';
import type { Cadence, Enrolment } from '../domain/cadence.ts';
import { barredBy, endedBy, endedByTouch } from '../domain/cadence-end.ts';
import { advance, standing, stepAfter, stepDate, stop, type Standing, type StopReason } from '../domain/enrol.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import { planMeans } from './plan-means.ts';
import type { Pending } from './step.ts';
import type { Door } from './write.ts';

/** What stood there, by kind and id. */
type Before = ReadonlyMap<string, object | undefined>;

/** What happens in a write to the people in cadences: who it may concern, why theirs end. */
interface Concern {
  reasons: Map<string, StopReason>;
  ids: Set<string>;
  /** Steps for which something went out: "enrolment step". */
  sent: Set<string>;
}

/**
 * Keeps what holds for everybody in a cadence, whoever writes (a view, a file, a CRM, an undo): an active one has exactly one open follow-up, for its
 * current step; a paused or stopped one has none. A follow-up that is closed completes its step, one that is gone skips it; an answer, a meeting,
 * do-not-contact, disqualifying and not-now end it. Only people who are written are looked at.
 * `before` holds what stood there of all that is written.
 */
export async function keepEnrolments(book: Book, door: Door, after: Pending, before: Before, isUndo: boolean): Promise<void> {
  const { ids, reasons, sent } = concernOf(after, before);
  // somebody who was begun in a stage that ends cadences, and comes back to it by an undo, was in it all the time
  if (isUndo) reasons.clear();
  if (ids.size === 0) return;
  const enrolments = await ofPeople<Enrolment>(book, after, 'enrolment', [...ids]);
  if (enrolments.length === 0) return;
  if (enrolments.every(({ state }) => state === 'stopped') && ![...after.values()].some(({ kind }) => kind === 'followUp' || kind === 'enrolment')) return;
  // all that is asked for is asked at once, and nothing is awaited for each: a transaction that waits in vain ends
  const followUps = grouped(await ofPeople<FollowUp>(book, after, 'followUp', [...new Set(enrolments.map(({ prospectId }) => prospectId))]));
  const means = await planMeans(book);
  const people = await door.getAll('prospect', [...ids]);
  const cadences = await door.getAll('cadence', [...new Set(enrolments.map(({ cadenceId }) => cadenceId))]);
  // those that come from a file: was there an answer here since?
  const brought = enrolments.filter((one) => one.state !== 'stopped' && one.startedAt < door.change.at && after.has(`enrolment ${one.id}`) && !before.get(`enrolment ${one.id}`));
  const heard = brought.length ? await book.touches.where('prospectId').anyOf(brought.map(({ prospectId }) => prospectId)).toArray() : [];
  const taken = new Set<string>();
  for (const enrolment of enrolments.toSorted((a, b) => a.startedAt - b.startedAt)) {
    const mine = followUps.get(enrolment.id) ?? [];
    const prospect = people.get(enrolment.prospectId);
    const pair = `${enrolment.cadenceId} ${enrolment.prospectId}`;
    const known = brought.includes(enrolment) ? heard : [];
    const reason = enrolment.state === 'stopped' ? undefined : reasonFor(after, before, enrolment, prospect, reasons, known) ?? (taken.has(pair) ? 'by-hand' : undefined);
    if (enrolment.state !== 'stopped') taken.add(pair);
    const next = reason ? { enrolment: stop(enrolment, reason, door.change.at) } : settled(door, before, enrolment, mine, prospect, cadences.get(enrolment.cadenceId), means, sent);
    keep(door, enrolment, mine, next);
  }
}

/** Whom the rows that are written concern; a touch of a step that went out completes that step. */
function concernOf(after: Pending, before: Before): Concern {
  const concern: Concern = { ids: new Set(), reasons: new Map(), sent: new Set() };
  for (const { kind, id, row } of after.values()) {
    if (kind === 'enrolment' && row) concern.ids.add((row as Enrolment).prospectId);
    if (kind === 'followUp') {
      const old = before.get(`followUp ${id}`) as FollowUp | undefined;
      const one = row as FollowUp | undefined ?? old;
      if (one?.enrolmentId !== undefined) concern.ids.add(one.prospectId);
    }
    if (kind === 'prospect' && row) {
      const reason = endedBy(before.get(`prospect ${id}`) as Prospect | undefined, row as Prospect);
      if (reason) end(concern, id, reason);
    }
    if (kind === 'touch' && row && !before.get(`touch ${id}`)) {
      const touch = row as Touch;
      const reason = endedByTouch(touch);
      if (reason) end(concern, touch.prospectId, reason);
      else if (touch.direction === 'out' && touch.enrolmentId !== undefined && touch.stepId !== undefined) {
        concern.ids.add(touch.prospectId);
        concern.sent.add(`${touch.enrolmentId} ${touch.stepId}`);
      }
    }
  }
  return concern;
}

function end({ ids, reasons }: Concern, id: string, reason: StopReason): void {
  ids.add(id);
  const RANK: readonly StopReason[] = ['do-not-contact', 'disqualified', 'not-now', 'meeting', 'replied'];
  const known = reasons.get(id);
  if (!known || RANK.indexOf(reason) < RANK.indexOf(known)) reasons.set(id, reason);
}

function reasonFor(after: Pending, before: Before, enrolment: Enrolment, prospect: Prospect | undefined, reasons: Concern['reasons'], heard: readonly Touch[]): StopReason | undefined {
  const barred = prospect && barredBy(prospect);
  if (barred) return barred;
  const { prospectId, startedAt } = enrolment;
  // what was said before they were enrolled is no answer to it: a file brings old touches
  const ends = (touch: Touch): StopReason | undefined => (touch.prospectId === prospectId && touch.at >= startedAt ? endedByTouch(touch) : undefined);
  const said = reasons.get(prospectId);
  if (said) {
    const since = [...after.values()].some(({ kind, row }) => kind === 'touch' && row && ends(row as Touch) !== undefined);
    const moved = prospect && after.has(`prospect ${prospectId}`) && endedBy(before.get(`prospect ${prospectId}`) as Prospect | undefined, prospect);
    if (since || moved) return said;
  }
  return heard.map(ends).find((one) => one !== undefined);
}

/** Where an enrolment stands after this write, with the follow-up that is to be open. */
function settled(door: Door, before: Before, enrolment: Enrolment, mine: readonly FollowUp[], prospect: Prospect | undefined, cadence: Cadence | undefined, meansOf: Awaited<ReturnType<typeof planMeans>>, sent: ReadonlySet<string>): Standing {
  if (enrolment.state !== 'active') return { enrolment };
  const { at, changeId } = door.change;
  const current = mine.find(({ id }) => id === enrolment.followUpId);
  const isSent = sent.has(`${enrolment.id} ${enrolment.stepId}`);
  if (current?.open === 1 && !(isSent && current.stepId === enrolment.stepId)) return withStepOf(enrolment, current);
  if (!cadence) return { enrolment: stop(enrolment, 'cadence-removed', at) };
  const written = `followUp ${enrolment.followUpId}`;
  const old = before.has(written) ? before.get(written) as FollowUp | undefined : current;
  const means = { ...meansOf(prospect, old?.zone ?? mine[0]?.zone ?? ''), key: changeId };
  const adopted = (standsAt: Enrolment): Standing | undefined => {
    const one = mine.find(({ open, stepId }) => open === 1 && stepId === standsAt.stepId);
    return one && { enrolment: { ...standsAt, followUpId: one.id }, followUp: one };
  };
  if (isSent || (old?.open === 1 && old.stepId === enrolment.stepId)) {
    const next = advance(enrolment, cadence, { stepId: enrolment.stepId, done: isSent || current !== undefined, at }, means);
    return adopted(next.enrolment) ?? next;
  }
  const found = adopted(enrolment);
  if (found) return found;
  // nothing stands and nothing was closed now: after an undo of a part, or from a file
  if (current && current.stepId === enrolment.stepId) {
    const { doneAt: _closed, ...rest } = current;
    return { enrolment, followUp: { ...rest, open: 1, updatedAt: at } };
  }
  const step = cadence.steps.find(({ id }) => id === enrolment.stepId) ?? stepAfter(cadence.steps, enrolment);
  if (!step || enrolment.past.some(({ stepId }) => stepId === step.id)) return { enrolment: { ...stop(enrolment, 'finished', at), stepId: '' } };
  return standing({ ...enrolment, stepId: step.id }, step, stepDate(at, step, means), at, changeId, means);
}

/** The follow-up that is open says which step is the current one; a step that is past by that is not. */
function withStepOf(enrolment: Enrolment, followUp: FollowUp): Standing {
  const stepId = followUp.stepId ?? enrolment.stepId;
  const isPast = enrolment.past.some((one) => one.stepId === stepId);
  if (stepId === enrolment.stepId && !isPast) return { enrolment, followUp };
  return { enrolment: { ...enrolment, stepId, past: enrolment.past.filter((one) => one.stepId !== stepId) }, followUp };
}

function keep(door: Door, old: Enrolment, mine: readonly FollowUp[], { enrolment, followUp }: Standing): void {
  const { at } = door.change;
  if (enrolment !== old) door.put('enrolment', { ...enrolment, updatedAt: at });
  if (followUp && !mine.includes(followUp)) door.put('followUp', followUp);
  for (const one of mine) if (one.open === 1 && one.id !== followUp?.id) door.put('followUp', { ...one, open: 0, doneAt: at, updatedAt: at });
}

function grouped(followUps: readonly FollowUp[]): Map<string, FollowUp[]> {
  const map = new Map<string, FollowUp[]>();
  for (const one of followUps) if (one.enrolmentId !== undefined) map.set(one.enrolmentId, [...map.get(one.enrolmentId) ?? [], one]);
  return map;
}

/** Rows that hang on these people, as this write leaves them. */
async function ofPeople<R extends { id: string; prospectId: string }>(book: Book, after: Pending, kind: 'enrolment' | 'followUp', ids: readonly string[]): Promise<R[]> {
  const table = kind === 'enrolment' ? book.enrolments : book.followUps;
  const rows = new Map((await table.where('prospectId').anyOf(ids).toArray() as unknown as R[]).map((row) => [row.id, row]));
  const wanted = new Set(ids);
  for (const { kind: other, id, row } of after.values()) {
    if (other !== kind) continue;
    if (row && wanted.has((row as R).prospectId)) rows.set(id, row as R);
    else rows.delete(id);
  }
  return [...rows.values()];
}
