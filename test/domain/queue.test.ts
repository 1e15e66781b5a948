import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, arrange, byWorth, QUEUE_ORDERS, queueKey, SKIPPED, type QueueEntry } from '../../src/domain/queue.ts';

const entry = (of: Partial<QueueEntry> & { followUpId: string }): QueueEntry => {
  const dueAt = of.dueAt ?? 1_000;
  return { key: queueKey({ id: of.followUpId, dueAt }), prospectId: `p-${of.followUpId}`, dueAt, channel: 'email', level: 2, ...of };
};

const anyEntries = fc.uniqueArray(fc.record({
  followUpId: fc.string({ minLength: 1, maxLength: 3 }), dueAt: fc.nat(5), level: fc.integer({ min: 1, max: 4 }), channel: fc.constantFrom('', 'linkedin', 'email', 'call', 'pigeon', '3', 'P2', 'skipped'),
  skippedAt: fc.option(fc.nat(3), { nil: undefined }),
}), { selector: ({ followUpId, dueAt }) => `${followUpId}@${dueAt}`, maxLength: 40 }).map((all) => all.map(({ skippedAt, ...one }) => entry({ ...one, ...(skippedAt === undefined ? {} : { skippedAt }) })));
const anyOrder = fc.constantFrom(...QUEUE_ORDERS);
const flat = (groups: ReturnType<typeof arrange>): QueueEntry[] => groups.flatMap(({ entries }) => entries);

describe('the queue of the morning', () => {
  test('puts the higher priority first, then the one that waits longest', () => {
    const [late, early, first] = [entry({ followUpId: 'late', dueAt: 1 }), entry({ followUpId: 'early', dueAt: 5 }), entry({ followUpId: 'first', dueAt: 9, level: 1 })];
    expect(flat(arrange([early, first, late], 'priority'))).toEqual([first, late, early]);
  });

  test('groups by channel in the order in which channels are listed, without one and skipped last', () => {
    const all = [entry({ followUpId: 'a', channel: '' }), entry({ followUpId: 'b', channel: 'call', level: 1 }), entry({ followUpId: 'c', channel: 'linkedin', level: 4 }), entry({ followUpId: 'd', channel: 'pigeon' }), entry({ followUpId: 'e', skippedAt: 1, level: 1 })];
    expect(arrange(all, 'channel').map(({ name }) => name)).toEqual(['linkedin', 'call', 'pigeon', '', SKIPPED]);
  });

  test('what was skipped first comes first again', () => {
    const all = [entry({ followUpId: 'a', skippedAt: 2, level: 1 }), entry({ followUpId: 'b', skippedAt: 1, level: 4 })];
    expect(flat(arrange(all, 'priority')).map(({ followUpId }) => followUpId)).toEqual(['b', 'a']);
  });

  test('nobody is missing and nobody is there twice', () => {
    fc.assert(fc.property(anyEntries, anyOrder, (entries, by) => {
      const groups = arrange(entries, by);
      expect(flat(groups).map(({ key }) => key).toSorted()).toEqual(entries.map(({ key }) => key).toSorted());
      expect(groups.every((group) => group.entries.length > 0)).toBe(true);
      expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
    }));
  });

  test('the order is total: it does not depend on the order of what it is made from', () => {
    fc.assert(fc.property(anyEntries.chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }))), anyOrder, ([entries, mixed], by) => {
      expect(arrange(mixed, by)).toEqual(arrange(entries, by));
    }));
    fc.assert(fc.property(anyEntries, (entries) => {
      for (const a of entries) for (const b of entries) expect(Math.sign(byWorth(a, b))).toBe(-Math.sign(byWorth(b, a)) + 0);
    }), { numRuns: 30 });
  });

  test('who is dealt with takes nobody else to another place', () => {
    fc.assert(fc.property(anyEntries, anyOrder, fc.nat(), (entries, by, pick) => {
      fc.pre(entries.length > 0);
      const gone = entries[pick % entries.length]!;
      expect(flat(arrange(entries.filter((one) => one !== gone), by))).toEqual(flat(arrange(entries, by)).filter((one) => one !== gone));
    }));
  });

  test('what was passed over comes before what was skipped', () => {
    const [first, second, skipped] = [entry({ followUpId: 'a', dueAt: 1 }), entry({ followUpId: 'b', dueAt: 2 }), entry({ followUpId: 'c', skippedAt: 1 })];
    expect(after([first, second, skipped], second.key, new Set())).toBe(first);
    expect(after([first, second, skipped], second.key, new Set([first.key]))).toBe(skipped);
    expect(after([first], first.key, new Set())).toBeUndefined();
  });

  test('going on from one to the next reaches everybody once', () => {
    fc.assert(fc.property(anyEntries, anyOrder, fc.nat(), (entries, by, pick) => {
      fc.pre(entries.length > 0);
      const order = flat(arrange(entries, by));
      const leaving = new Set<string>();
      const reached: string[] = [];
      for (let here: QueueEntry | undefined = order[pick % order.length]; here; here = after(order, here.key, leaving)) {
        expect(leaving.has(here.key)).toBe(false);
        reached.push(here.key);
        leaving.add(here.key);
      }
      expect(reached.toSorted()).toEqual(order.map(({ key }) => key).toSorted());
    }));
  });
});
