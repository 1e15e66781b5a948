import type { Touch } from '../domain/activity.ts';
import { answersOf } from '../domain/bant.ts';
import { engagementAt, heatOf } from '../domain/engagement.ts';
import type { EntityKind } from '../domain/history.ts';
import type { Prospect } from '../domain/prospect.ts';
import { newSteps, type Standing } from '../domain/qualified.ts';
import type { QualifiedStep } from '../domain/qualification.ts';
import type { QualifiedRule } from '../domain/rule.ts';
import type { Book } from './database.ts';
import { ruleInForce } from './rule-in-force.ts';
import type { Door } from './write.ts';

/** What is about to be written, by kind and id; a row that goes is undefined. */
export type Pending = ReadonlyMap<string, { kind: EntityKind; id: string; row: object | undefined }>;

/** Where somebody stands at a moment (epoch ms), as a rule looks at it. */
export function standingOf({ fit, bant }: Prospect, touches: readonly Touch[], now: number): Standing {
  return { ...(fit ? { fit: fit.fit, coverage: fit.coverage } : {}), engagement: engagementAt(heatOf(touches, now), now), bant: answersOf(bant) };
}

/**
 * Records the steps of qualification that whoever is being written reaches now, or whose touches are: in the same transaction, so that an undo
 * takes a step back with what led to it. Nobody else is looked at, and no step is ever taken off: who was qualified keeps it.
 */
export async function recordSteps(book: Book, door: Door, after: Pending): Promise<void> {
  const ids = new Set<string>();
  for (const { kind, id, row } of after.values()) {
    if (kind === 'prospect' && row) ids.add(id);
    if (kind === 'touch' && row) ids.add((row as Touch).prospectId);
  }
  if (ids.size === 0) return;
  const rule = await ruleInForce(book);
  for (const id of ids) {
    // nothing is awaited for who is at hand: a transaction ends when it is not asked for anything for long
    const pending = after.get(`prospect ${id}`);
    const prospect = pending ? pending.row as Prospect | undefined : await door.get('prospect', id);
    if (!prospect || !mayStep(rule, prospect, door.change.at)) continue;
    const steps = await stepsOf(book, rule, prospect, after, door.change.at);
    if (steps.length > 0) door.put('prospect', { ...prospect, qualified: [...prospect.qualified ?? [], ...steps] });
  }
}

/** Could engagement lift anybody who stands there? Touches are read only then: a file brings hundreds of people in one go. */
function mayStep(rule: QualifiedRule, prospect: Prospect, now: number): boolean {
  return newSteps(rule, { ...standingOf(prospect, [], now), engagement: 100 }, prospect.qualified, now).length > 0;
}

async function stepsOf(book: Book, rule: QualifiedRule, prospect: Prospect, after: Pending, now: number): Promise<QualifiedStep[]> {
  const touches = new Map((await book.touches.where('prospectId').equals(prospect.id).toArray()).map((touch) => [touch.id, touch]));
  for (const { kind, id, row } of after.values()) {
    if (kind !== 'touch') continue;
    if (row && (row as Touch).prospectId === prospect.id) touches.set(id, row as Touch);
    else touches.delete(id);
  }
  return newSteps(rule, standingOf(prospect, [...touches.values()], now), prospect.qualified, now);
}
