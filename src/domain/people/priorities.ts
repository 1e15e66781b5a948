import { scoreBant } from '../bant.ts';
import { engagementAt } from '../engagement.ts';
import { priorityOf, readinessOf, signalsFrom, valueOf } from '../priority.ts';
import type { Stage } from '../prospect.ts';
import { PRIORITIES } from '../qualification.ts';
import { unpackBant } from './row.ts';
import type { BestScores } from './scores.ts';
import type { PeopleTable } from './table.ts';

const ROWS = 5_000;

/** Everybody's priority at a moment (epoch ms), by slot: 1..4 = P1..P4. `typical` is what a deal is usually worth. Yields often; the same as `priorityOf` says of each. */
export function* prioritiesOf(table: PeopleTable, scores: BestScores, now: number, typical: number | undefined): Generator<void, Uint8Array> {
  const result = new Uint8Array(table.ids.length);
  const { heat, signalHeat, bant, dealValue, priority } = table.numbers;
  const { stage } = table.texts;
  // there are no more answers than these
  const bants = Array.from({ length: 256 }, (_, bits) => scoreBant(unpackBant(bits)).score);
  for (let slot = 0; slot < result.length; slot++) {
    if (priority[slot]) {
      result[slot] = priority[slot]!;
    } else {
      const { readiness } = readinessOf({ stage: stage.get(slot) as Stage, bant: bants[bant[slot]!]!, engagement: engagementAt(heat[slot]!, now), signals: signalsFrom(signalHeat[slot]!, now) });
      const value = valueOf(dealValue[slot]! < 0 ? undefined : dealValue[slot], typical);
      const { computed } = priorityOf({ readiness, value, fit: scores.icp[slot] ? scores.fit[slot] : undefined });
      result[slot] = PRIORITIES.indexOf(computed) + 1;
    }
    if (slot % ROWS === ROWS - 1) yield;
  }
  return result;
}
