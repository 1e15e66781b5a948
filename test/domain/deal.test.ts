import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDeal, isMoney, moneyOf, MOST_MONEY } from '../../src/domain/deal.ts';

describe('an amount as typed', () => {
  test.each([
    ['12000', 12_000], ['12,000', 12_000], ['12.000', 12_000], ['12.000,50', 12_000.5], ['12,000.50', 12_000.5], ['1.234.567', 1_234_567], ['12 000 €', 12_000], ["12'000", 12_000], ['$12k', 12_000], ['1.5m', 1_500_000],
    ['1,5 mio', 1_500_000], ['EUR 20k', 20_000], ['20K EUR', 20_000], ['1.234,567', 1_234.57], ['0', 0], ['12.5', 12.5], ['１２', 12],
  ])('%s is %d', (typed, value) => {
    expect(moneyOf(typed)).toBe(value);
  });

  test.each(['a lot', '-5', '1e9', '5 or 6', '99999999999999', '12 per month'])('%s is none', (typed) => {
    expect(moneyOf(typed)).toBeNull();
  });

  test('nothing typed is no amount known', () => {
    expect(moneyOf('  ')).toBeUndefined();
  });

  test('whatever is typed, it is one that can be kept or none', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.,km $€-]{0,24}$/)), (typed) => {
      const value = moneyOf(typed);
      expect(value === null || value === undefined || isMoney(value)).toBe(true);
    }));
  });
});

describe('what deals are counted in', () => {
  test('keeps what is sound', () => {
    expect(checkDeal({ currency: 'EUR', typical: 8_000 })).toEqual({ currency: 'EUR', typical: 8_000 });
    for (const said of [null, 'EUR', { currency: 'eur', typical: 0 }, { currency: 7, typical: MOST_MONEY * 2 }, { typical: NaN }]) expect(checkDeal(said)).toEqual({ currency: 'USD' });
  });
});
