import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDUSTRIES, industriesOf, industryNamed, widerThan } from '../../src/domain/industry.ts';
import { industryTree } from '../../src/domain/industry/tree.ts';
import { anyText } from './any-text.ts';
import { INDUSTRY_TEXTS, type IndustryCase, LATER_INDUSTRY_TEXTS } from './industry.table.ts';

/** The narrowest of what a text names. */
function narrowest(text: string): string[] {
  const ids = industriesOf(text);
  return ids.filter((id) => !ids.some((other) => widerThan(other).includes(id)));
}

const misses = (cases: IndustryCase[]): string[] => cases.filter(({ text, ids }) => narrowest(text).sort().join() !== [...ids].sort().join())
  .map(({ language, text, ids }) => `${language}: ${text}: ${narrowest(text).join()}, wanted ${ids.join()}`);

describe('the standard list', () => {
  it('has about 25 wide industries and 150 to 200 narrower ones, each named once, below one that stands before it', () => {
    const wide = INDUSTRIES.filter(({ parent }) => parent === undefined);
    expect(wide.length).toBeGreaterThanOrEqual(20);
    expect(wide.length).toBeLessThanOrEqual(30);
    expect(INDUSTRIES.length - wide.length).toBeGreaterThanOrEqual(150);
    for (const of of ['id', 'name'] as const) expect(new Set(INDUSTRIES.map((each) => each[of].toLowerCase())).size).toBe(INDUSTRIES.length);
    const seen = new Set<string>();
    for (const { id, parent } of INDUSTRIES) {
      expect(parent === undefined || seen.has(parent)).toBe(true);
      seen.add(id);
    }
  });
  it('knows each of its own names and words', () => {
    for (const { id, name } of INDUSTRIES) expect([id, industryNamed(name), industryNamed(id), industriesOf(name)[0]]).toEqual([id, id, id, id]);
    // a word that stands with two industries, or is taken by a longer phrase of another, would never be found with its own
    for (const { id, words } of industryTree()) for (const word of words.split('|')) expect([word, industriesOf(word.replaceAll('*', '')).includes(id)]).toEqual([word, true]);
  });
});

describe('texts of pages, files and CRMs', () => {
  it.each([['the table', INDUSTRY_TEXTS, 200], ['the texts written later', LATER_INDUSTRY_TEXTS, 70]] as const)('%s are read right in at least 0.95', (name, cases, least) => {
    expect(cases.length).toBeGreaterThanOrEqual(least);
    const missed = misses(cases as IndustryCase[]);
    const share = 1 - missed.length / cases.length;
    process.stdout.write(`${name}: ${cases.length} texts, ${share.toFixed(3)} right${missed.map((miss) => `\n  ${miss}`).join('')}\n`);
    expect(share).toBeGreaterThanOrEqual(0.95);
  });
  it.each([
    ['Computer Software', 'Software', true], ['Embedded Software Products', 'Software', true], ['SaaS', 'Software', true], ['Hardware', 'Software', false], ['Software Development', 'Technology', true], ['Softwareentwicklung', 'software', true],
    ['Maschinenbau', 'Machinery', true], ['Commercial Banking', 'Financial Services', true], ['Banking', 'Insurance', false], ['Bankettservice', 'Banking', false], ['Furniture Wholesale', 'Furniture', false], ['Lebensmittelgroßhandel', 'Wholesale', true],
    ['E-Commerce', 'Internet', true], ['e commerce', 'E-Commerce', true], ['Luft- und Raumfahrt', 'Aerospace and Defense', true], ['Groß- und Einzelhandel', 'Großhandel', true],
  ])('"%s" for a wanted "%s" is %s', (text, wanted, expected) => {
    const id = industryNamed(wanted);
    expect(id).not.toBeNull();
    expect(industriesOf(text).includes(id!)).toBe(expected);
  });
});

describe('a wanted word', () => {
  it.each([
    ['saas', 'saas'], ['software companies', 'software'], ['Maschinenbau', 'machinery'], ['IT-Dienstleister', 'it-service'], ['fintech*', 'fintech'], ['SOFTWARE', 'software'], ['Sector financiero', 'finance'],
    ['Software from Berlin', null], ['Food and clothing', null], ['zebra', null], ['', null], ['😀', null],
  ])('"%s" means %s', (word, id) => expect(industryNamed(word)).toBe(id));
});

describe('for any text', () => {
  const text = fc.oneof(anyText(60), fc.array(fc.constantFrom('Software', 'und', 'Groß-', 'Einzelhandel', 'Banking', '&', 'E-Commerce', 'Maschinen', 'bau', 'services', 'IT', '/', 'Metall', 'wholesale', '製造'), { maxLength: 8 }).map((words) => words.join(' ')));

  it('only known industries come out, each once, with all the wider ones, the most specific first', () => {
    fc.assert(fc.property(text, (any) => {
      const ids = industriesOf(any);
      expect(new Set(ids).size).toBe(ids.length);
      ids.forEach((id, at) => {
        expect(INDUSTRIES.some((each) => each.id === id)).toBe(true);
        for (const wider of widerThan(id)) expect(ids.indexOf(wider)).toBeGreaterThan(at);
      });
      const named = industryNamed(any);
      if (named !== null && ids.length > 0) expect(ids).toContain(named);
    }));
  });
  it('case, accents and blanks around do not matter, and what was read before changes nothing', () => {
    fc.assert(fc.property(fc.constantFrom(...INDUSTRY_TEXTS), ({ text: one }) => {
      const ids = industriesOf(one);
      for (const same of [one.toUpperCase(), one.normalize('NFD'), `  ${one} `, one]) expect(industriesOf(same)).toEqual(ids);
    }));
  });
  it('a text of any length is bounded work', () => {
    expect(industriesOf('Groß- und '.repeat(50_000))).toEqual(industriesOf('Groß- und '.repeat(50_000)));
    expect(industriesOf(`${'x'.repeat(300)} banking`)).toEqual([]);
  });
});
