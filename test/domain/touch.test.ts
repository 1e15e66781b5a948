import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Touch } from '../../src/domain/activity.ts';
import { weightOf } from '../../src/domain/engagement.ts';
import { CHANNELS } from '../../src/domain/qualification.ts';
import { ENOUGH, isAnswer, isAsk, isHeard, outcomesOf, stopsFor, unanswered } from '../../src/domain/touch.ts';

const touch = (at: number, direction: 'out' | 'in', outcome = direction === 'out' ? 'sent' : 'replied', channel = 'email'): Touch => ({ id: `t${at}`, prospectId: 'p1', channel, direction, outcome, at, createdAt: at, updatedAt: at });

test('each outcome has a key: at most nine of ours, ten of theirs, none twice', () => {
  for (const channel of [...CHANNELS, 'pigeon']) {
    for (const [direction, most] of [['out', 9], ['in', 10]] as const) {
      const all = outcomesOf(channel, direction);
      expect(all.length, channel).toBeGreaterThan(0);
      expect(all.length, channel).toBeLessThanOrEqual(most);
      expect(new Set(all).size).toBe(all.length);
    }
  }
});

test('what a machine sends counts nothing and is no answer; what says no counts nothing and is one', () => {
  for (const outcome of ['out-of-office', 'bounced']) {
    expect(weightOf({ channel: 'email', direction: 'in', outcome })).toBe(0);
    expect([isAnswer({ direction: 'in', outcome }), isHeard({ direction: 'in', outcome }), stopsFor({ channel: 'email', direction: 'in', outcome })]).toEqual([false, false, undefined]);
  }
  expect(weightOf({ channel: 'email', direction: 'in', outcome: 'not-interested' })).toBe(0);
  expect(isAnswer({ direction: 'in', outcome: 'not-interested' })).toBe(true);
});

test.each([
  ['email', 'in', 'replied', 'replied'], ['email', 'in', undefined, 'replied'], ['call', 'out', 'spoke', 'replied'], ['call', 'out', 'voicemail', undefined], ['email', 'in', 'meeting-booked', 'meeting'], ['call', 'out', 'meeting-booked', 'meeting'],
  ['webinar', 'in', 'attended', 'replied'], ['linkedin', 'in', 'connection-accepted', undefined], ['linkedin', 'in', 'reacted', undefined], ['email', 'in', 'asked-not-to', 'do-not-contact'], ['email', 'in', 'Out of Office', undefined], ['email', 'in', 'said hello in a file', 'replied'],
  ['email', 'out', 'toString', undefined],
] as const)('%s %s %s stops cadences: %s', (channel, direction, outcome, reason) => {
  expect(stopsFor({ channel, direction, ...(outcome === undefined ? {} : { outcome }) })).toBe(reason);
});

test('looking, following and reacting ask nothing; an answer starts the count again', () => {
  expect(unanswered([touch(1, 'out'), touch(2, 'out', 'viewed', 'linkedin'), touch(3, 'out')])).toEqual({ count: 2, since: 1, last: 3 });
  expect(unanswered([touch(1, 'out'), touch(2, 'out'), touch(3, 'in'), touch(4, 'out')])).toEqual({ count: 1, since: 4, last: 4 });
  expect(unanswered([touch(1, 'out'), touch(2, 'out'), touch(3, 'out'), touch(4, 'in', 'out-of-office')]).count).toBe(ENOUGH);
  expect(unanswered([touch(1, 'out'), touch(2, 'out'), touch(3, 'out', 'spoke', 'call')])).toEqual({ count: 0, since: 0, last: 0 });
});

test('however touches come in, the count is that of asks after the last answer', () => {
  const any = fc.record({ at: fc.integer({ min: 0, max: 50 }), direction: fc.constantFrom('out' as const, 'in' as const), outcome: fc.constantFrom('sent', 'viewed', 'replied', 'bounced', 'spoke', 'voicemail') });
  fc.assert(fc.property(fc.array(any, { maxLength: 12 }), (all) => {
    const touches = all.map(({ at, direction, outcome }) => touch(at, direction, outcome));
    const { count, since, last } = unanswered(touches);
    expect(unanswered(touches.toReversed())).toEqual({ count, since, last });
    const answered = Math.max(-1, ...touches.filter(isAnswer).map(({ at }) => at));
    expect(count).toBe(touches.filter((one) => isAsk(one) && !isAnswer(one) && one.at > answered).length);
    if (count > 0) expect(since <= last && since > answered).toBe(true);
    expect(unanswered([...touches, touch(99, 'in')]).count).toBe(0);
  }));
});
