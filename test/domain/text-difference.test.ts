import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textDifference } from '../../src/domain/text-difference.ts';

test('what changed of a text is told word by word', () => {
  expect(textDifference('Ask for fifteen minutes today.', 'Ask for twenty minutes today.')).toEqual([
    { is: 'both', text: 'Ask for ' }, { is: 'gone', text: 'fifteen' }, { is: 'new', text: 'twenty' }, { is: 'both', text: ' minutes today.' },
  ]);
});

test('the pieces give both texts back, and no two of a kind stand side by side', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'c d'), maxLength: 30 });
  fc.assert(fc.property(text, text, (before, after) => {
    const pieces = textDifference(before, after);
    expect(pieces.filter(({ is }) => is !== 'new').map((one) => one.text).join('')).toBe(before);
    expect(pieces.filter(({ is }) => is !== 'gone').map((one) => one.text).join('')).toBe(after);
    expect(pieces.some(({ is }, at) => pieces[at + 1]?.is === is)).toBe(false);
  }));
});
