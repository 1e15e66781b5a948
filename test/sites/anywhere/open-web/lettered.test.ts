import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lettered } from '../../../../src/sites/anywhere/open-web/lettered.ts';
import { compact, FIRST_PERSON, isRole, mayName, PEOPLE, personName, ROLE } from '../../../../src/sites/anywhere/open-web/words.ts';

const PIECES = ['Head of Sales', 'Overhead', 'Überdirektor', 'directrice générale', 'ålead', 'vp', 'Svp.', 'I am', "I'm", 'Ich', 'Mich', 'Я', 'Язык', '私は', '部長', 'Директор', 'bios', 'Équipe', ' · ', ' – ', '©', '\u0301', 'ſvp', 'K', '😀', 'ß', ', ', ' ', '(x)', 'Ada', 'Anna Иванова', 'Ada Example', '山田太郎', '7', '한'];
const someText = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 6 }).map((parts) => parts.join(''));

describe('a pattern about letters', () => {
  test.each([['a role', ROLE], ['a page of people', PEOPLE], ['the first person', FIRST_PERSON]] as const)('of %s finds the same in Latin letters as in those of all scripts', (_, pattern) => {
    fc.assert(fc.property(someText, (text) => {
      // one letter of another script, far from the rest, is enough for the form that knows all of them
      const whole = pattern.of('山');
      expect(whole.flags).toContain('u');
      expect(pattern.exec(text)?.[0]).toBe(whole.exec(text)?.[0]);
    }), { numRuns: 500 });
  });

  test('is asked of Latin texts without the letters of all scripts', () => {
    const word = lettered('(?<![\\p{L}])ja(?![\\p{L}])');
    expect(word.of('Ja – déjà · “nu”').flags).toBe('i');
    expect([word.test('Ja!'), word.test('déjà'), word.test('jaŁ'), word.test('jaЯ'), word.test('山ja')]).toEqual([true, false, false, false, false]);
  });
});

describe('letters and digits only', () => {
  test('are the same by the short way and the long', () => {
    fc.assert(fc.property(someText, (text) => {
      expect(compact(text)).toBe(text.normalize('NFKD').toLowerCase().replace(/ø/g, 'o').replace(/ß/g, 'ss').replace(/[^\p{L}\d]/gu, ''));
    }), { numRuns: 500 });
  });
});

describe('a text that cannot hold a name', () => {
  test('has none', () => {
    expect(['On drawing place number 12', 'ada example', 'Ada – 12'].map(mayName)).toEqual([false, false, false]);
  });

  test.each(['Anna Иванова', 'Étienne Ångström', 'Łukasz Żak', '山田太郎', 'Ada (Addie) Example', 'Example, Ada'])('is not %s', (text) => {
    expect(mayName(text)).toBe(true);
    expect(personName(text)).not.toBeNull();
  });

  test('is not what a role is told by', () => {
    expect([isRole('Head of Maps'), isRole('overhead'), isRole('Leiterin – Vertrieb'), isRole('Head of Maps.'), isRole('部長')]).toEqual([true, false, true, false, true]);
  });
});
