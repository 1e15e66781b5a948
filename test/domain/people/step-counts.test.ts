import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersOf } from '../../../src/domain/bant.ts';
import { engagementAt, heatOf } from '../../../src/domain/engagement.ts';
import { personRow } from '../../../src/domain/people/row.ts';
import { stepCounts } from '../../../src/domain/people/step-counts.ts';
import { peopleTable } from '../../../src/domain/people/table.ts';
import { countSteps } from '../../../src/domain/qualified.ts';
import { BANT_PARTS, BANT_STATES, type Bant } from '../../../src/domain/qualification.ts';
import { STARTER_RULE } from '../../../src/domain/starter-rule.ts';
import { anyPerson } from './arbitrary-person.ts';

const bant = fc.record(Object.fromEntries(BANT_PARTS.map((part) => [part, fc.record({ state: fc.constantFrom(...BANT_STATES), evidence: fc.constant(''), at: fc.constant(1) })])), { requiredKeys: [] }) as fc.Arbitrary<Bant>;

test('a rule is counted over the columns as over each person', () => {
  fc.assert(fc.property(fc.array(fc.tuple(anyPerson, bant, fc.integer({ min: -1, max: 100 })), { maxLength: 10 }), (some) => {
    const table = peopleTable();
    const all = some.map(([{ prospect, around }, answers, fit], at) => ({ prospect: { ...prospect, id: `p${at}`, bant: answers }, around, fit }));
    for (const { prospect, around } of all) table.put(personRow(prospect, around));
    const scores = { fit: Uint8Array.from(all, ({ fit }) => Math.max(0, fit)), coverage: Uint8Array.from(all, () => 60), icp: Uint8Array.from(all, ({ fit }) => Number(fit >= 0)) };
    const work = stepCounts({ table, scores, icps: [], now: 60, priority: new Uint8Array(all.length) }, STARTER_RULE);
    let step = work.next();
    while (!step.done) step = work.next();
    expect(step.value).toEqual(countSteps(STARTER_RULE, all.map(({ prospect, around, fit }) => ({ ...(fit >= 0 ? { fit, coverage: 60 } : {}), engagement: engagementAt(heatOf(around.touches), 60), bant: answersOf(prospect.bant) }))));
  }));
});
