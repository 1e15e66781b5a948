import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreBant } from '../../../src/domain/bant.ts';
import { engagementAt, heatOf } from '../../../src/domain/engagement.ts';
import { prioritiesOf } from '../../../src/domain/people/priorities.ts';
import { personRow } from '../../../src/domain/people/row.ts';
import { peopleTable } from '../../../src/domain/people/table.ts';
import { priorityOf, readinessOf, signalsAt, valueOf } from '../../../src/domain/priority.ts';
import { SIGNAL_KINDS, type Signal } from '../../../src/domain/prospect.ts';
import { BANT_PARTS, BANT_STATES, PRIORITIES } from '../../../src/domain/qualification.ts';
import { anyPerson } from './arbitrary-person.ts';

const DAY = 86_400_000;
const NOW = 20_000 * DAY;
const answer = fc.record({ state: fc.constantFrom(...BANT_STATES), evidence: fc.constant(''), at: fc.constant(1) });
const qualified = fc.record({
  bant: fc.record(Object.fromEntries(BANT_PARTS.map((part) => [part, answer])), { requiredKeys: [] }), dealValue: fc.integer({ min: 0, max: 1e6 }),
  priority: fc.record({ level: fc.constantFrom(...PRIORITIES), reason: fc.constant('x'), at: fc.constant(1) }),
  signals: fc.array(fc.record({ kind: fc.constantFrom(...SIGNAL_KINDS), at: fc.integer({ min: NOW - 200 * DAY, max: NOW }), state: fc.constantFrom('open', 'left') }), { maxLength: 3 })
    .map((some) => some.map((one, at): Signal => ({ id: `s${at}`, field: '', from: '', to: '', url: '', ...one } as Signal))),
}, { requiredKeys: [] });

test('priorities of everybody are those of each by themselves', () => {
  const people = fc.array(fc.tuple(anyPerson, qualified, fc.integer({ min: -1, max: 100 }), fc.array(fc.integer({ min: NOW - 90 * DAY, max: NOW }), { maxLength: 3 })), { maxLength: 10 });
  fc.assert(fc.property(people, fc.option(fc.integer({ min: 1, max: 1e5 }), { nil: undefined }), (some, typical) => {
    const table = peopleTable();
    const all = some.map(([{ prospect, around }, more, fit, answered], at) => ({
      fit, around: { ...around, touches: answered.map((when, index) => ({ id: `t${index}`, prospectId: '', channel: 'email', direction: 'in' as const, at: when, createdAt: when, updatedAt: when })) }, prospect: { ...prospect, ...more, id: `p${at}` } as typeof prospect,
    }));
    for (const { prospect, around } of all) table.put(personRow(prospect, around));
    const scores = { fit: Uint8Array.from(all, ({ fit }) => Math.max(0, fit)), coverage: new Uint8Array(all.length), icp: Uint8Array.from(all, ({ fit }) => Number(fit >= 0)) };
    let priorities: Uint8Array | undefined;
    for (const work = prioritiesOf(table, scores, NOW, typical); priorities === undefined;) {
      const step = work.next();
      if (step.done) priorities = step.value;
    }
    all.forEach(({ prospect, around, fit }, at) => {
      const { readiness } = readinessOf({ stage: prospect.stage, bant: scoreBant(prospect.bant).score, engagement: engagementAt(heatOf(around.touches, NOW), NOW), signals: signalsAt(prospect.signals, NOW) });
      const { level } = priorityOf({ readiness, value: valueOf(prospect.dealValue, typical), fit: fit < 0 ? undefined : fit, ...(prospect.priority ? { override: prospect.priority } : {}) });
      expect(`P${priorities![at]}`).toBe(level);
    });
  }), { numRuns: 300 });
});
