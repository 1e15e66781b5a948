import { scoreBant } from '../../domain/bant.ts';
import { priorityOf, readinessOf, signalsAt, valueOf } from '../../domain/priority.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { Priority } from '../../domain/qualification.ts';
import { readDeal } from '../../storage/deal.ts';
import { standingOf } from '../../storage/step.ts';
import { book, useLive } from './book.ts';
import { now } from './clock.ts';

/** Somebody's priority as it is now; undefined until it was read. */
export function usePriority(prospect: Prospect): Priority | undefined {
  const kept = useLive(async () => ({ deal: await readDeal(book), touches: await book.touches.where('prospectId').equals(prospect.id).toArray() }), [prospect.id]);
  if (!kept) return undefined;
  const { engagement } = standingOf(prospect, kept.touches, now.value);
  const { readiness } = readinessOf({ stage: prospect.stage, bant: scoreBant(prospect.bant).score, engagement, signals: signalsAt(prospect.signals, now.value) });
  return priorityOf({ readiness, value: valueOf(prospect.dealValue, kept.deal.typical), fit: prospect.fit?.fit, ...(prospect.priority ? { override: prospect.priority } : {}) }).level;
}
