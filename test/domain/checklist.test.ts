import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scriptLines } from '../../src/domain/checklist.ts';

test('a script is taken apart into headings, points and text', () => {
  expect(scriptLines('# Opening\nSay who you are\n\n- Wait\n  * [ ] Deeper\n1. First\n[x] Done\n#hashtag\n-no point')).toEqual([
    { kind: 'heading', text: 'Opening', depth: 0 }, { kind: 'text', text: 'Say who you are', depth: 0 }, { kind: 'point', text: 'Wait', depth: 0 }, { kind: 'point', text: 'Deeper', depth: 1 },
    { kind: 'point', text: 'First', depth: 0 }, { kind: 'point', text: 'Done', depth: 0 }, { kind: 'text', text: '#hashtag', depth: 0 }, { kind: 'text', text: '-no point', depth: 0 },
  ]);
});

test('no line with words is lost', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('# a', '- b', '[ ] c', 'd', '', '   ', '1) e'), { maxLength: 30 }), (lines) => {
    expect(scriptLines(lines.join('\n')).map(({ text }) => text).join('')).toBe(lines.join('').replace(/[^a-e]/g, ''));
  }));
});
