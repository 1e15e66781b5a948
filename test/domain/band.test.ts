import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headcountOf, isWithin, revenueOf } from '../../src/domain/band.ts';
import { anyText } from './any-text.ts';

const inf = Infinity;

describe('headcount', () => {
  it.each<[string, number, number]>([
    ['51-200 employees', 51, 200], ['51–200', 51, 200], ['51 - 200', 51, 200], ['51 to 200', 51, 200], ['2-10', 2, 10], ['1', 1, 1], ['340 employees', 340, 340], ['1,001-5,000 employees', 1_001, 5_000], ['10,001+ employees', 10_001, inf], ['10,000+', 10_000, inf],
    ['10001+', 10_001, inf], ['1K-5K', 1_000, 5_000], ['1-5K', 1_000, 5_000], ['1.5k', 1_500, 1_500], ['10k+', 10_000, inf], ['5K+ employees', 5_000, inf], ['500 - 1K', 500, 1_000], ['0-1 employees', 1, 1], ['0 employees', 0, 0], ['1 employee', 1, 1],
    ['over 10,000', 10_001, inf], ['more than 500 people', 501, inf], ['>500', 501, inf], ['>= 500', 500, inf], ['at least 50', 50, inf], ['less than 10', 1, 9], ['<50', 1, 49], ['up to 50', 1, 50], ['500 or more', 500, inf], ['about 120', 120, 120], ['~120', 120, 120],
    ['between 50 and 100 employees', 50, 100], ['12 offices, 340 employees', 340, 340], ['51-200 employees (12 on the site)', 51, 200], ['self-employed', 1, 1], ['Myself Only', 1, 1], ['Freelancer', 1, 1], ['10-Feb', 2, 10], ['Nov-50', 11, 50], ['200-51', 51, 200],
    ['11-50 Beschäftigte', 11, 50], ['1.001–5.000 Beschäftigte', 1_001, 5_000], ['10.001+ Beschäftigte', 10_001, inf], ['mehr als 10.000 Mitarbeitende', 10_001, inf], ['über 500 Mitarbeiter', 501, inf], ['ca. 80 Mitarbeiter', 80, 80], ['bis zu 50 Mitarbeiter', 1, 50], ['zwischen 50 und 100 MA', 50, 100], ['ab 250 Mitarbeiter', 250, inf],
    ['1,2 Tsd. Mitarbeiter', 1_200, 1_200], ['Selbstständig', 1, 1], ['Einzelunternehmer', 1, 1], ['Lab 50 employees', 50, 50], ['Mercado 50', 50, 50], ['250 Mitarbeiter und mehr', 250, inf], ['500 employees or more', 500, inf],
    ['1 001 à 5 000 salariés', 1_001, 5_000], ['51-200 employés', 51, 200], ['plus de 10 000 salariés', 10_001, inf], ['moins de 10 salariés', 1, 9], ['10 001 et plus', 10_001, inf], ['indépendant', 1, 1], ['entre 10 et 19 salariés', 10, 19],
    ['De 51 a 200 empleados', 51, 200], ['más de 10.000 empleados', 10_001, inf], ['menos de 10 empleados', 1, 9], ['5 mil empleados', 5_000, 5_000], ['Autónomo', 1, 1], ['da 51 a 200 dipendenti', 51, 200], ['oltre 10.000 dipendenti', 10_001, inf], ['5mila dipendenti', 5_000, 5_000], ['libero professionista', 1, 1],
    ['51-200 funcionários', 51, 200], ['mais de 10.001 funcionários', 10_002, inf], ['de 11 até 50 funcionários', 11, 50], ['51-200 medewerkers', 51, 200], ['10.001+ medewerkers', 10_001, inf], ['meer dan 500 werknemers', 501, inf], ["ZZP'er", 1, 1],
    ['51-200 pracowników', 51, 200], ['od 50 do 249 osób', 50, 249], ['ponad 1 tys. pracowników', 1_001, inf], ['1 000–5 000', 1_000, 5_000], ["1'001-5'000 Mitarbeitende", 1_001, 5_000], ['１００人', 100, 100], ['300名以上', 300, inf], ['1万人', 10_000, 10_000],
  ])('"%s" is %d to %d', (text, min, max) => expect(headcountOf(text)).toEqual({ min, max }));

  it.each(['', 'many', 'Startup', 'unknown', '-', '+', '€ 5 Mio.', '😀'])('"%s" does not say', (text) => expect(headcountOf(text)).toBeNull());
});

describe('revenue', () => {
  it.each<[string, number, number]>([
    ['$10M - $50M', 10e6, 50e6], ['$10M to $50M', 10e6, 50e6], ['10-50 million USD', 10e6, 50e6], ['$1-5B', 1e9, 5e9], ['$10 to $50 million', 10e6, 50e6], ['$5,000,000', 5e6, 5e6], ['5000000', 5e6, 5e6], ['$2.5M', 2.5e6, 2.5e6], ['$1.2B', 1.2e9, 1.2e9], ['500K', 500e3, 500e3], ['<1M', 0, 1e6], ['>1B', 1e9, inf],
    ['$1B+', 1e9, inf], ['$500K - $1M', 500e3, 1e6], ['1 billion dollars', 1e9, 1e9], ['more than $100 million', 100e6, inf], ['under $1M', 0, 1e6], ['$1M to under $5M', 1e6, 5e6], ['$10mm', 10e6, 10e6], ['USD 3.4bn', 3.4e9, 3.4e9], ['£250k', 250e3, 250e3], ['$1.2T', 1.2e12, 1.2e12], ['1,250 million', 1_250e6, 1_250e6], ['1.250 million', 1.25e6, 1.25e6],
    ['Revenue 2023: $5M', 5e6, 5e6], ['€5M (2023)', 5e6, 5e6], ['₹5 crore', 5e7, 5e7], ['5M', 5e6, 5e6], ['5 MUSD', 5e6, 5e6], ['12 MEUR', 12e6, 12e6],
    ['€2,5 Mio.', 2.5e6, 2.5e6], ['2,5 Mio. €', 2.5e6, 2.5e6], ['1 Mrd.', 1e9, 1e9], ['1,2 Mrd. €', 1.2e9, 1.2e9], ['10 bis 50 Mio. Euro', 10e6, 50e6], ['über 50 Mio. EUR', 50e6, inf], ['unter 1 Mio. €', 0, 1e6], ['500 Tsd. €', 500e3, 500e3], ['500 T€', 500e3, 500e3], ['1.250 Mio. €', 1_250e6, 1_250e6], ['10 Millionen', 10e6, 10e6], ['zwischen 5 und 10 Mio. €', 5e6, 10e6], ['CHF 3 Mia.', 3e9, 3e9],
    ['12,5 M€', 12.5e6, 12.5e6], ['2 milliards d’euros', 2e9, 2e9], ['3 Md€', 3e9, 3e9], ['800 k€', 800e3, 800e3], ['de 10 à 50 millions d’euros', 10e6, 50e6], ['plus de 100 M€', 100e6, inf], ['moins de 2 M€', 0, 2e6], ['2 millones de euros', 2e6, 2e6], ['3 mil millones de euros', 3e9, 3e9], ['más de 50 millones €', 50e6, inf],
    ['5 milioni di euro', 5e6, 5e6], ['2,5 mln €', 2.5e6, 2.5e6], ['1 miliardo di euro', 1e9, 1e9], ['R$ 500 mil', 500e3, 500e3], ['R$ 10 milhões', 10e6, 10e6], ['R$ 2 bi', 2e9, 2e9], ['3 mil milhões', 3e9, 3e9], ['€ 5 miljoen', 5e6, 5e6], ['2 miljard euro', 2e9, 2e9], ['10 mln zł', 10e6, 10e6], ['2,3 mld zł', 2.3e9, 2.3e9], ['500 tys. zł', 500e3, 500e3], ['100億円', 1e10, 1e10], ['100億円以上', 1e10, inf], ['from 10MUSD to 20MUSD', 10e6, 20e6], ['3亿元', 3e8, 3e8],
  ])('"%s" is %d to %d', (text, min, max) => {
    const span = revenueOf(text)!;
    expect(span).not.toBeNull();
    expect(span.min).toBeCloseTo(min, 3);
    if (max === inf) expect(span.max).toBe(inf);
    else expect(span.max).toBeCloseTo(max, 3);
  });

  it.each(['', 'unknown', 'FY 2023', '2023', 'mil millones', '$', 'n/a'])('"%s" does not say', (text) => expect(revenueOf(text)).toBeNull());
});

describe('for any text', () => {
  const part = fc.constantFrom('10', '50', '1.001', '5,000', '2,5', '-', '–', 'to', 'bis', 'K', 'Mio.', 'M', 'bn', '$', '€', '+', '<', '>', 'employees', 'Mitarbeiter', 'between', 'and', ' ', '999999999999999', '0', '1e9', 'mil', 'T€', '億');
  const text = fc.oneof(anyText(60), fc.array(part, { maxLength: 10 }).map((parts) => parts.join(' ')), fc.array(part, { maxLength: 10 }).map((parts) => parts.join('')));

  it('a span has real ends in order, from zero up, and people come whole', () => {
    fc.assert(fc.property(text, (any) => {
      for (const span of [headcountOf(any), revenueOf(any)]) {
        if (!span) continue;
        expect(Number.isNaN(span.min) || Number.isNaN(span.max) || span.min < 0 || !Number.isFinite(span.min)).toBe(false);
        expect(span.max).toBeGreaterThanOrEqual(span.min);
      }
      const people = headcountOf(any);
      if (people) expect(Number.isInteger(people.min) && (Number.isInteger(people.max) || people.max === inf)).toBe(true);
    }), { numRuns: 500 });
  });

  it('a plain number is read as itself, however its thousands are set apart', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3_000_000 }), (number) => {
      const grouped = number.toLocaleString('en-US');
      for (const shown of [String(number), grouped, grouped.replaceAll(',', '.'), grouped.replaceAll(',', ' '), grouped.replaceAll(',', '\u202f'), grouped.replaceAll(',', "'")]) expect([shown, headcountOf(`${shown} employees`)]).toEqual([shown, { min: number, max: number }]);
    }));
  });

  it('hostile lengths are bounded work', () => {
    for (const one of ['1', '1.', '1,', ' ', '$', '< ', '1 000 ', 'a', '1-', 'between ']) {
      const long = one.repeat(100_000);
      expect(headcountOf(long)).toEqual(headcountOf(long.slice(0, 200)));
      expect(revenueOf(long)).toEqual(revenueOf(long.slice(0, 200)));
    }
  });

  it('within is yes only when all of the band is, no only when none of it is', () => {
    const bound = fc.integer({ min: 0, max: 100 });
    fc.assert(fc.property(bound, bound, bound, bound, (a, b, c, d) => {
      const span = { min: Math.min(a, b), max: Math.max(a, b) };
      const [from, to] = [Math.min(c, d), Math.max(c, d)];
      const inside = Array.from({ length: span.max - span.min + 1 }, (_one, at) => span.min + at).filter((one) => one >= from && one <= to).length;
      expect(isWithin(span, from, to)).toBe(inside === span.max - span.min + 1 ? true : inside === 0 ? false : 'unknown');
    }));
  });
});
