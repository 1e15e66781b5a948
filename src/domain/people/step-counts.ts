import { answersOf } from '../bant.ts';
import { engagementAt } from '../engagement.ts';
import { countSteps, type Standing } from '../qualified.ts';
import type { QualifiedRule } from '../rule.ts';
import type { PeopleNow } from './field.ts';
import { unpackBant } from './row.ts';
import { slotsOf } from './table.ts';

const ROWS = 1_000;

/** How many of all people a rule would grant each step now, whatever was recorded: what an edit would come to. Yields often. */
export function* stepCounts({ table, scores, now }: PeopleNow, rule: Pick<QualifiedRule, 'steps'>): Generator<void, ReturnType<typeof countSteps>> {
  const { bant, heat } = table.numbers;
  const answers = Array.from({ length: 256 }, (_, bits) => answersOf(unpackBant(bits)));
  const standingAt = (slot: number): Standing => ({
    ...(scores.icp[slot] ? { fit: scores.fit[slot]!, coverage: scores.coverage[slot]! } : {}), engagement: engagementAt(heat[slot]!, now), bant: answers[bant[slot]!]!,
  });
  const sum = countSteps(rule, []);
  const slots = slotsOf(table);
  for (let from = 0; from < slots.length; from += ROWS) {
    const some = countSteps(rule, Array.from(slots.subarray(from, from + ROWS), standingAt));
    for (const step of Object.keys(sum) as (keyof typeof sum)[]) sum[step] += some[step];
    yield;
  }
  return sum;
}
