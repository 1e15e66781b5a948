import { scoreBant } from '../bant.ts';
import { engagementAt } from '../engagement.ts';
import { levelNumber, readinessNumber, signalsFrom, valueOf } from '../priority.ts';
import type { Stage } from '../prospect.ts';
import { unpackBant } from './row.ts';
import type { BestScores } from './scores.ts';
import type { PeopleTable } from './table.ts';

const ROWS = 5_000;

/** Everybody's priority at a moment (epoch ms), by slot: 1..4 = P1..P4. `typical` is what a deal is usually worth. Yields often; the same as `priorityOf` says of each. */
export function* prioritiesOf(table: PeopleTable, scores: BestScores, now: number, typical: number | undefined): Generator<void, Uint8Array> {
  const result = new Uint8Array(table.ids.length);
  const levelAt = levelReader(table, (slot) => (scores.icp[slot] ? scores.fit[slot] : undefined), now, typical);
  for (let slot = 0; slot < result.length; slot++) {
    result[slot] = levelAt(slot);
    if (slot % ROWS === ROWS - 1) yield;
  }
  return result;
}

/** Reads the priority of single slots, 1..4 = P1..P4, with the fit (0..100, undefined = not scored) that `fitAt` says. */
export function levelReader(table: PeopleTable, fitAt: (slot: number) => number | undefined, now: number, typical: number | undefined): (slot: number) => number {
  const { heat, signalHeat, bant, dealValue, priority } = table.numbers;
  const { stage } = table.texts;
  // of 256 answers that there can be most people have a few
  const bants: number[] = [];
  return (slot) => {
    if (priority[slot]) return priority[slot];
    const readiness = readinessNumber(stage.get(slot) as Stage, bants[bant[slot]!] ??= scoreBant(unpackBant(bant[slot]!)).score, engagementAt(heat[slot]!, now), signalsFrom(signalHeat[slot]!, now));
    return levelNumber(readiness, valueOf(dealValue[slot]! < 0 ? undefined : dealValue[slot], typical), fitAt(slot));
  };
}
