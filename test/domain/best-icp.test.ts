import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestOf, chosenOf, ranked, type IcpScore } from '../../src/domain/best-icp.ts';

const score = (icpId: string, fit: number, coverage: number): IcpScore => ({ icpId, fit, coverage });
const scores = fc.uniqueArray(fc.record({ icpId: fc.string({ maxLength: 3 }), fit: fc.integer({ min: 0, max: 100 }), coverage: fc.integer({ min: 0, max: 100 }) }), { selector: ({ icpId }) => icpId, maxLength: 8 });

describe('the best ICP', () => {
  test('has the highest fit; among equals the one of which most is known', () => {
    expect(bestOf([score('a', 60, 100), score('b', 80, 40)])!.icpId).toBe('b');
    expect(bestOf([score('a', 80, 40), score('b', 80, 90)])!.icpId).toBe('b');
    expect(bestOf([])).toBe(undefined);
  });

  test('does not depend on the order that was asked in', () => {
    fc.assert(fc.property(scores.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
      expect(ranked(shuffled)).toEqual(ranked(list));
      expect(bestOf(shuffled)).toEqual(bestOf(list));
    }));
  });

  test('is beaten by none of them', () => {
    fc.assert(fc.property(scores, (list) => {
      const best = bestOf(list);
      expect(list.every(({ fit, coverage }) => fit < best!.fit || (fit === best!.fit && coverage <= best!.coverage))).toBe(true);
    }));
  });

  test('stays the best when a worse one joins', () => {
    fc.assert(fc.property(scores, fc.integer({ min: 1, max: 100 }), (list, less) => {
      const best = bestOf(list);
      if (!best) return;
      expect(bestOf([...list, score('another one', best.fit - less, 100)])).toEqual(best);
    }));
  });

  test('gives way to the pinned one, while that is there', () => {
    fc.assert(fc.property(scores, fc.nat(7), (list, at) => {
      const pinned = list[at]?.icpId;
      expect(chosenOf(list, pinned)).toEqual(pinned === undefined ? bestOf(list) : list[at]);
      expect(chosenOf(list, 'one that is gone')).toEqual(bestOf(list));
    }));
  });
});
