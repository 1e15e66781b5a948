import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Touch } from '../../src/domain/activity.ts';
import { MEETING, NOTHING, REPLY, REPLY_TIME, usesOf } from '../../src/domain/template-use.ts';

const DAY = 86_400_000;
let last = 0;
const touch = (direction: 'in' | 'out', day: number, part: Partial<Touch> = {}): Touch => ({ id: `t${last++}`, prospectId: 'p1', channel: 'linkedin', direction, at: day * DAY, createdAt: 0, updatedAt: 0, ...part });
const sent = (day: number, variantId = 'a', part: Partial<Touch> = {}): Touch => touch('out', day, { templateId: 't', variantId, ...part });
const results = (...touches: Touch[]): (string | number)[] => usesOf(touches).flatMap(({ variantId, result }) => [variantId, result]);

describe('what came of a message', () => {
  test('a reply within fourteen days is its own, one later is nobody’s', () => {
    expect(results(sent(0), touch('in', 14))).toEqual(['a', REPLY]);
    expect(results(sent(0), touch('in', 14, { at: REPLY_TIME + 1 }))).toEqual(['a', NOTHING]);
    expect(results(touch('in', 0), sent(1))).toEqual(['a', NOTHING]);
  });

  test('a reply counts for the last message alone', () => { expect(results(sent(0, 'a'), sent(3, 'b'), touch('in', 4))).toEqual(['a', NOTHING, 'b', REPLY]); });

  test('a message without a template in between takes no credit and gives none away', () => { expect(results(sent(0), touch('out', 1), touch('in', 2))).toEqual(['a', REPLY]); });

  test('a no is an answer too; a call of the rep’s own without a template is none', () => {
    expect(results(sent(0), touch('in', 1, { outcome: 'not-interested' }))).toEqual(['a', REPLY]);
    expect(results(sent(0), touch('out', 1, { channel: 'call', outcome: 'spoke' }))).toEqual(['a', NOTHING]);
  });

  test('a meeting is more than a reply, whichever comes first; two replies are one', () => {
    expect(results(sent(0), touch('in', 1), touch('in', 2, { outcome: 'meeting-booked' }), touch('in', 3))).toEqual(['a', MEETING]);
    expect(results(sent(0), touch('in', 1, { channel: 'meeting', outcome: 'attended' }))).toEqual(['a', MEETING])
;
  });

  test('what nobody wrote is no reply', () => {
    for (const outcome of ['bounced', 'Out of office', 'clicked', 'connection-accepted']) expect(results(sent(0), touch('in', 1, { outcome }))).toEqual(['a', NOTHING]);
  });

  test('a call that is logged with its outcome is its own answer', () => {
    expect(results(sent(0, 'a', { channel: 'call', outcome: 'spoke' }))).toEqual(['a', REPLY]);
    expect(results(sent(0, 'a', { channel: 'call', outcome: 'no-answer' }))).toEqual(['a', NOTHING]);
    expect(results(sent(0, 'a', { channel: 'call', outcome: 'meeting-booked' }))).toEqual(['a', MEETING]);
  });

  test('there are never more answered messages than answers, each use is there once, and the order of the rows does not matter', () => {
    const some = fc.array(fc.record({ day: fc.nat(60), out: fc.boolean(), used: fc.boolean(), variant: fc.constantFrom('a', 'b') }), { maxLength: 20 })
      .map((all) => all.map(({ day, out, used, variant }) => touch(out ? 'out' : 'in', day, out && used ? { templateId: 't', variantId: variant } : {})));
    fc.assert(fc.property(some, (touches) => {
      const uses = usesOf(touches);
      expect(uses.map(({ id }) => id).toSorted()).toEqual(touches.filter(({ templateId }) => templateId).map(({ id }) => id).toSorted());
      expect(uses.filter(({ result }) => result !== NOTHING).length).toBeLessThanOrEqual(touches.filter(({ direction }) => direction === 'in').length);
      expect(usesOf(touches.toReversed())).toEqual(uses);
    }));
  });
});
