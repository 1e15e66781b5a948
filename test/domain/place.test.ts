import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countriesOf, placeOf } from '../../src/domain/place.ts';
import { anyText } from './any-text.ts';

describe('a location', () => {
  it.each([
    ['Berlin, Deutschland', ['DE'], false], ['Germany', ['DE'], true], ['Vereinigtes Königreich', ['GB'], true], ['東京 日本', ['JP'], false], ['서울 대한민국', ['KR'], false], ['Austin, TX', ['US'], false], ['Los Angeles, CA', ['US'], false],
    ['Trenton, New Jersey', ['US'], false], ['Santa Fe, New Mexico', ['US'], false], ['Sydney, New South Wales', ['AU'], false], ['Belfast, Northern Ireland', ['GB'], false], ['München, Bayern', ['DE'], false],
    ['San Francisco Bay Area', [], false], ['Greater London', [], false], ['Remote', [], false], ['', [], false],
  ] as const)('%s names %j', (location, countries, only) => expect(placeOf(location)).toEqual({ countries, only }));

  it('with a shared name means each of its countries', () => expect(placeOf('Georgia').countries).toEqual(['GE', 'US']));
  it('may be any text', () => {
    fc.assert(fc.property(anyText(60), (text) => { for (const code of placeOf(text).countries) expect(code).toMatch(/^[A-Z]{2}$/); }));
  });
});

describe('a wanted place', () => {
  it('is a country, a group of countries, or neither', () => {
    expect(countriesOf('DACH')).toEqual(['DE', 'AT', 'CH']);
    expect(countriesOf('Niemcy')).toEqual(['DE']);
    expect(countriesOf('usa')).toEqual(['US']);
    expect(countriesOf('European Union')).toHaveLength(27);
    expect(countriesOf('Berlin')).toEqual([]);
  });
});
