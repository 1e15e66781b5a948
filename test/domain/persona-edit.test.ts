import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PERSONA_BOUNDS, emptyPersona, tidied, withQuestions } from '../../src/domain/persona-edit.ts';
import type { DiscoveryQuestion } from '../../src/domain/persona.ts';
import { BANT_PARTS } from '../../src/domain/qualification.ts';

const counter = () => { let at = 0; return () => `new-${++at}`; };
const asked: DiscoveryQuestion[] = [{ id: 'n1', part: 'need', text: 'One?' }, { id: 'n2', part: 'need', text: 'Two?' }, { id: 'b1', part: 'budget', text: 'How much?' }];
const needs = (all: DiscoveryQuestion[]) => all.filter(({ part }) => part === 'need').map(({ id, text }) => `${id} ${text}`);

describe('what is typed into a persona', () => {
  test('is kept in single spaces, without blanks and doubles, within bounds', () => {
    expect(tidied({ ...emptyPersona('  VP\n Sales '), challenges: [' a  b', '', 'A B', 'c'], titles: ['x'.repeat(200)] })).toMatchObject({ name: 'VP Sales', challenges: ['a b', 'c'], titles: ['x'.repeat(PERSONA_BOUNDS.word)] });
  });

  test('a name of blanks leaves the name as it was', () => expect('name' in tidied({ name: '  ', help: ['x'] })).toBe(false));

  test('whatever it is: tidying twice is tidying once, and nothing leaves the bounds', () => {
    const lines = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(' 😀'.repeat(200), 'x'.repeat(299) + '😀y')), { maxLength: 40 });
    const edit = fc.record({
      name: fc.string(), titles: lines, help: lines, challenges: lines, responsibilities: lines, seniorities: fc.array(fc.string()), departments: fc.array(fc.constantFrom('it', 'sales', 'nothing')),
      questions: fc.array(fc.record({ id: fc.uuid(), part: fc.constantFrom(...BANT_PARTS), text: fc.string() })),
    });
    fc.assert(fc.property(edit, (typed) => {
      const once = tidied(typed as never) as ReturnType<typeof emptyPersona>;
      expect(tidied(once)).toEqual(once);
      expect(once.help.length).toBeLessThanOrEqual(PERSONA_BOUNDS.lines);
      expect(once.help.every((line) => line.trim() === line && line.length > 0 && line.length <= PERSONA_BOUNDS.line)).toBe(true);
    }), { numRuns: 50 });
  });
});

describe('questions of one part', () => {
  test('keep their ids when another is added, taken away or moved, and when one is reworded at its place', () => {
    expect(needs(withQuestions(asked, 'need', ['One?', 'Between?', 'Two?'], counter()))).toEqual(['n1 One?', 'new-1 Between?', 'n2 Two?']);
    expect(needs(withQuestions(asked, 'need', ['Two?', 'One?'], counter()))).toEqual(['n2 Two?', 'n1 One?']);
    expect(needs(withQuestions(asked, 'need', ['One!', 'Two?'], counter()))).toEqual(['n1 One!', 'n2 Two?']);
    expect(needs(withQuestions(asked, 'need', [], counter()))).toEqual([]);
  });

  test('leave the other parts alone, and no id is there twice', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('One?', 'Two?', 'Three?')), fc.constantFrom(...BANT_PARTS), (texts, part) => {
      const next = withQuestions(asked, part, texts, counter());
      expect(next.filter((one) => one.part === part).map(({ text }) => text)).toEqual(texts);
      expect(next.filter((one) => one.part !== part)).toEqual(BANT_PARTS.flatMap((each) => asked.filter((one) => one.part === each && each !== part)));
      expect(new Set(next.map(({ id }) => id)).size).toBe(next.length);
    }));
  });
});
