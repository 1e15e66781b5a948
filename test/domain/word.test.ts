import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, fold, patterns } from '../../src/domain/word.ts';
import { anyText } from './any-text.ts';

const finds = (wanted: string, text: string): boolean => patterns(wanted).some((pattern) => fold(text).includes(pattern));

describe('words are matched whole', () => {
  it.each([
    ['CTO', 'CTO & co-founder'], ['cto', 'Acting C.T.O. / CTO'], ['VP Sales', 'vp, sales'], ['R&D', 'Head of R & D'], ['C++', 'C++/C# developer'], ['C#', 'C++, C#.'],
    ['Geschäftsführer', 'GESCHÄFTSFÜHRER'], ['geschaftsfuhrer', 'Geschäftsführer'], ['achats', "Directeur d'achats"], ['achats', 'Directeur d’achats'],
    ['engineer*', 'Engineering lead'], ['account exec*', 'Senior Account Executive'], ['ecommerce', 'E-Commerce Manager'], ['e-commerce', 'Ecommerce Manager'],
    ['co-founder', 'Cofounder'], ['Sales', '#sales'], ['sales', 'Sales+Marketing'], ['営業', '東京営業部長'], ['IT', 'IT部長'], ['部長', 'IT部長'], ['영업', '영업부장'], ['Łódź', 'lodz'],
    ['Straße', 'STRASSE'], ['ＶＰ', 'VP'], ['مدير', 'مُدير المبيعات'],
  ])('%s is found in %s', (wanted, text) => expect(finds(wanted, text)).toBe(true));

  it.each([
    ['CTO', 'Director'], ['IT', 'works with people'], ['engineer', 'Engineering'], ['C', 'C++ developer'], ['C', 'C# developer'], ['HR', 'Chr. Example'], ['VP Sales', 'VP of Sales'],
    ['IT', 'ITO部長'], ['head of e-commerce', 'ecommerce'], ['cofounder ecommerce', 'co-founder, e-commerce'], ['*', 'anything'], ['', 'anything'], ['😀', 'text 😀'], ['CEO', 'CE O'],
  ])('%s is not found in %s', (wanted, text) => expect(finds(wanted, text)).toBe(false));

  it('finds every word of any text in that text', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-zäöüéßøłA-Z0-9]{1,12}$/), { minLength: 1, maxLength: 8 }), (words) => {
      for (const word of words) expect(finds(word, words.join(', '))).toBe(true);
    }));
  });

  it('gives one space around each word and never throws', () => {
    fc.assert(fc.property(anyText(60), (text) => {
      const folded = fold(text);
      if (folded !== '') expect(folded).toMatch(/^ \S.*\S? $/u);
      patterns(text);
    }));
  });
});

describe('an excerpt', () => {
  it('is the text itself when it is short', () => expect(excerpt('VP Sales at Example', ' vp sales ')).toBe('VP Sales at Example'));

  it('shows the words around the match and marks the cuts', () => {
    const text = `${'many words before it '.repeat(40)}we sell B2B software to factories ${'and many after it '.repeat(40)}`;
    const shown = excerpt(text, ' b2b ');
    expect(shown).toContain('B2B software');
    expect(shown.startsWith('…') && shown.endsWith('…')).toBe(true);
    expect(shown.length).toBeLessThanOrEqual(162);
  });

  it('holds the wanted word wherever it stands', () => {
    fc.assert(fc.property(fc.nat(100), fc.nat(100), fc.constantFrom('E-Commerce', 'Führung', 'C++', 'R&D'), (before, after, word) => {
      const text = `${'éclair ß filler '.repeat(before)}${word} ${'more filler '.repeat(after)}`;
      const pattern = patterns(word)[0]!;
      expect(excerpt(text, pattern).length).toBeLessThanOrEqual(162);
      expect(excerpt(text, pattern)).toContain(word);
    }));
  });
});
