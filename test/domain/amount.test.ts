import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountOf } from '../../src/domain/amount.ts';
import { anyText } from './any-text.ts';

test('an amount is understood as people type it', () => {
  const typed: [string, number | null][] = [
    ['12000', 12_000], ['12,000', 12_000], ['12.000', 12_000], ['12 000', 12_000], ["12'000", 12_000], ['12\u202f000', 12_000], ['1,234,567', 1_234_567], ['1.234.567', 1_234_567], ['12k', 12_000], ['12 K', 12_000],
    ['1.5M', 1_500_000], ['1,5 Mio.', 1_500_000], ['2 bn', 2e9], ['1.500M', 1_500_000], ['0', 0], ['  50 ', 50], ['1,234.5', 1_235],
    ['', null], ['many', null], ['-5', null], ['12 apples', null], ['1e9', null], ['999999999999999999', null],
  ];
  expect(typed.map(([text]) => [text, amountOf(text)])).toEqual(typed);
});

test('any text gives a whole number that can be meant, or null', () => {
  fc.assert(fc.property(fc.oneof(anyText(80), fc.stringMatching(/^[\d.,' kMb]{0,40}$/)), (text) => {
    const amount = amountOf(text);
    expect(amount === null || (Number.isSafeInteger(amount) && amount >= 0)).toBe(true);
  }));
});

test('a number as any of these languages writes it comes back', () => {
  fc.assert(fc.property(fc.nat(2_000_000_000), fc.constantFrom('en', 'de', 'fr', 'de-CH', 'pl'), (value, language) => {
    expect(amountOf(new Intl.NumberFormat(language).format(value))).toBe(value);
  }));
});
