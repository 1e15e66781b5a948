import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownOf, plainOfMarkdown } from '../../src/domain/markdown.ts';

describe('Markdown', () => {
  it('shows any plain text as it was, but for blank lines', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'ab1 *_~`[]()<>#|\\!-+.:/"'), maxLength: 12 })), (lines) => {
      const plain = lines.map((line) => line.trim()).filter(Boolean).join('\n');
      expect(plainOfMarkdown(markdownOf(plain))).toBe(plain);
    }));
  });

  it.each([
    ['**bold** and *slanted*, `code`', 'bold and slanted, code'], ['# Head\n\ntext', 'Head\ntext'], ['* one\n* two', '- one\n- two'],
    ['[site](https://example.com "title") ![x](y.png)', 'site https://example.com x y.png'], ['snake_case_name, 2 * 3 * 4', 'snake_case_name, 2 * 3 * 4'], ['a\\*b', 'a*b'],
  ])('is read as a person reads it: %j', (markdown, plain) => {
    expect(plainOfMarkdown(markdown)).toBe(plain);
  });

  it('reads what is long and odd without getting stuck', () => {
    for (const odd of ['*'.repeat(20_000), '['.repeat(20_000), '[a]('.repeat(5_000), '_a'.repeat(10_000), '\n'.repeat(20_000)]) expect(typeof plainOfMarkdown(odd)).toBe('string');
  });
});
