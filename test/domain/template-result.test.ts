import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEAST_USES, nextVariant, verdict, type Tally } from '../../src/domain/template-result.ts';

const tally = (uses: number, replies: number): Tally => ({ uses, replies, meetings: 0, settled: { uses, replies } });
const pair = (a: [number, number], b: [number, number]): { id: string; tally: Tally }[] => [{ id: 'a', tally: tally(...a) }, { id: 'b', tally: tally(...b) }];
const counts = fc.nat(400).chain((uses) => fc.tuple(fc.constant(uses), fc.nat(uses)));

describe('which variant is best', () => {
  test('is not said too early, however good it looks', () => {
    expect(verdict(pair([10, 10], [10, 0]))).toEqual({ kind: 'too-early', more: LEAST_USES - 10 });
    expect(verdict(pair([500, 400], [29, 0]))).toEqual({ kind: 'too-early', more: 1 });
  });

  test('is said when the intervals stand apart', () => {
    expect(verdict(pair([60, 30], [60, 6]))).toEqual({ kind: 'best', id: 'a' });
    expect(verdict(pair([60, 6], [60, 30]))).toEqual({ kind: 'best', id: 'b' });
  });

  test('of two that overlap it says about how many more it takes, or that they are alike', () => {
    const found = verdict(pair([40, 12], [40, 6]));
    expect(found.kind).toBe('too-early');
    expect((found as { more: number }).more).toBeGreaterThan(20);
    expect(verdict(pair([100, 20], [100, 20]))).toEqual({ kind: 'too-early', more: null });
  });

  test('uses that may still be answered do not count', () => {
    expect(verdict([{ id: 'a', tally: { ...tally(60, 30), settled: { uses: 2, replies: 1 } } }, { id: 'b', tally: tally(60, 6) }])).toEqual({ kind: 'too-early', more: 28 });
  });

  test('one wording alone has nothing to be compared with', () => { expect(verdict([{ id: 'a', tally: tally(90, 9) }])).toEqual({ kind: 'alone' }); });

  test('no winner is ever named that has fewer uses or a smaller share, and the order does not matter', () => {
    fc.assert(fc.property(fc.array(counts, { minLength: 2, maxLength: 5 }), (all) => {
      const variants = all.map(([uses, replies], at) => ({ id: String(at), tally: tally(uses, replies) }));
      const found = verdict(variants);
      expect(verdict(variants.toReversed())).toEqual(found);
      if (found.kind === 'best') {
        expect(Math.min(...all.map(([uses]) => uses))).toBeGreaterThanOrEqual(LEAST_USES);
        const share = ([uses, replies]: [number, number]): number => replies / uses;
        const mine = share(all[Number(found.id)]!);
        for (const [at, one] of all.entries()) if (String(at) !== found.id) expect(share(one)).toBeLessThan(mine);
      } else if (found.kind === 'too-early' && found.more !== null) expect(found.more).toBeGreaterThan(0);
    }));
  });
});

test('variants take turns: after any number of uses none is ahead by more than one', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(60), (many, rounds) => {
    const variants = Array.from({ length: many }, (_, at) => ({ id: String(at), subject: '', body: '' }));
    const uses = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const { id } = nextVariant(variants, (one) => uses.get(one) ?? 0)!;
      uses.set(id, (uses.get(id) ?? 0) + 1);
    }
    const all = variants.map(({ id }) => uses.get(id) ?? 0);
    expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1);
  }));
  expect(nextVariant([], () => 0)).toBeNull();
});
