import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileSearch, haystack } from '../../../src/domain/people/search.ts';

const row = (part: object): Parameters<typeof haystack>[0] => ({ name: '', headline: '', title: '', company: '', location: '', tags: [], ...part });
const ada = row({ name: 'José Núñez-García', title: 'VP of Sales & Co-founder', company: 'Acme GmbH', location: 'München', headline: 'We’re hiring 🚀', tags: ['hot lead'] });
const finds = (text: string, one = ada): boolean => compileSearch(text)?.(haystack(one)) ?? true;

describe('search', () => {
  test('finds the beginning of any word, whatever case and accents', () => {
    expect(['jose', 'NUN', 'garc', 'munch', 'Münch', 'acm', 'sale', 'hir', 'hot', 'lead'].filter((text) => !finds(text))).toEqual([]);
  });

  test('does not find the middle of a word', () => {
    expect(['ose', 'cme', 'ales'].filter((text) => finds(text))).toEqual([]);
  });

  test('wants every word, in any order and from any field', () => {
    expect(finds('acme  jose vp')).toBe(true);
    expect(finds('acme jose cto')).toBe(false);
  });

  test('takes a hyphened word as a phrase', () => {
    expect(finds('co-founder')).toBe(true);
    expect(finds('founder-co')).toBe(false);
  });

  test('finds emoji, and scripts without spaces anywhere', () => {
    expect(finds('🚀')).toBe(true);
    const yamada = row({ name: '山田太郎', company: '株式会社サンプル' });
    expect(finds('太郎', yamada) && finds('サンプル', yamada)).toBe(true);
    expect(finds('محم', row({ name: 'محمد عبد الله' }))).toBe(true);
  });

  test('signs alone narrow nothing', () => {
    expect(finds(' & - ')).toBe(true);
  });

  test('a person is found by any beginning of any of their words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z', 'é', 'ß', 'ł', 'ñ', '山', ' ', '-', "'", '0'), minLength: 1, maxLength: 12 });
    fc.assert(fc.property(word, word, fc.nat(12), (name, company, cut) => {
      const part = name.split(/\s+/).find(Boolean)?.slice(0, cut + 1) ?? '';
      expect(finds(part, row({ name, company }))).toBe(true);
    }));
  });
});
