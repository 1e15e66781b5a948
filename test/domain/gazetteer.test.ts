import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { gazetteerOf } from '../../src/domain/gazetteer.ts';
import { anyText } from './any-text.ts';
import { packedGazetteer, packedPlaces } from './gazetteer.packed.ts';
import { LOCATIONS } from './gazetteer.table.ts';

const { near, spotsOf, timeZoneOf } = packedGazetteer();
const all = Object.values(LOCATIONS).flat();

describe('location texts as sites show them', () => {
  const judged = all.map(([text, place]) => {
    const { spots: [best], certain } = spotsOf(text);
    const found = certain && best ? [`${best.name}, ${best.country}`, `${best.name}, ${best.region}`] : [];
    const state = place === null ? (certain ? 'wrong' : 'right') : found.includes(place) ? 'right' : certain ? 'wrong' : 'unknown';
    return { text, place, found, state };
  });

  test('are many', () => expect(all.length).toBeGreaterThanOrEqual(200));
  test('lead to the wrong place never', () => expect(judged.filter(({ state }) => state === 'wrong')).toEqual([]));
  test('lead to their place, of 100 at least 98', () => {
    const missed = judged.filter(({ state }) => state === 'unknown');
    expect(missed.length / judged.filter(({ place }) => place !== null).length, JSON.stringify(missed)).toBeLessThanOrEqual(0.02);
  });
});

describe('a place', () => {
  it('has coordinates, country, region and time zone', () => {
    const { spots: [munich], certain } = spotsOf('München');
    expect(certain).toBe(true);
    expect(munich).toMatchObject({ name: 'Munich', country: 'DE', region: 'Bavaria', zone: 'Europe/Berlin' });
    expect(Math.abs(munich!.lat - 48.137) + Math.abs(munich!.lng - 11.575)).toBeLessThan(0.05);
  });
  it('that has namesakes is one of several, the most prominent first', () => {
    const { spots, certain } = spotsOf('Springfield');
    expect(certain).toBe(false);
    expect(new Set(spots.map(({ region }) => region))).toEqual(new Set([...spots.map(({ region }) => region)].concat('Illinois', 'Massachusetts', 'Missouri')));
  });
  it('is certain when all the world means the one by its name', () => expect(spotsOf('Paris').spots).toHaveLength(1));
  it('is not certain when a state has its name', () => expect(spotsOf('Washington').certain).toBe(false));
  it('is not a town that has the name of a state', () => expect(spotsOf('California').spots).toEqual([]));
  it('may be two', () => expect(spotsOf('Berlin / London')).toMatchObject({ certain: true, spots: [{ name: 'Berlin' }, { name: 'London' }] }));
  it('is explained by the other parts of the text', () => {
    expect(spotsOf('Cambridge, Boston').spots).toMatchObject([{ region: 'Massachusetts' }]);
    // there are a Paris and a London in Ontario too
    expect(spotsOf('Paris, London').spots).toMatchObject([{ country: 'FR' }, { country: 'GB' }]);
    expect(spotsOf('Munich, France')).toEqual({ spots: [], certain: false });
  });
});

describe('near', () => {
  it.each([
    ['Munich, Bavaria, Germany', 'Munich', 50, true], ['München', 'Munich', 0, true], ['Augsburg', 'Munich', 50, false], ['Augsburg', 'Munich', 80, true], ['Rosenheim, Bayern', 'München', 60, true], ['Salzburg, Austria', 'Munich', 50, false],
    ['Berlin / London', 'Potsdam', 50, true], ['Berlin / London', 'Munich', 50, false], ['Greater Munich Metropolitan Region', 'Munich', 10, true],
    // no more than a country or a region: no when all of it is far away, else unknown
    ['Japan', 'Munich', 50, false], ['Germany', 'Munich', 50, 'unknown'], ['Bavaria, Germany', 'Munich', 50, 'unknown'], ['Austria', 'Munich', 50, 'unknown'], ['Schleswig-Holstein', 'Munich', 50, false], ['Europe', 'Munich', 50, 'unknown'],
    // no known place
    ['Remote', 'Munich', 50, 'unknown'], ['', 'Munich', 50, 'unknown'], ['Munich', 'Lummerland', 50, 'unknown'], ['Munich', 'Springfield', 50, 'unknown'], ['Springfield', 'Munich', 50, false], ['Springfield', 'Springfield, IL', 50, 'unknown'],
    // regions and countries
    ['Munich', 'Bavaria', 0, true], ['München, Bayern, Deutschland', 'Bavaria', 0, true], ['Munich', 'Bayern', 0, true], ['Berlin', 'Bavaria', 0, false], ['Germany', 'Bavaria', 0, 'unknown'], ['Bavaria', 'Germany', 0, true], ['Munich', 'Deutschland', 0, true], ['Munich', 'DACH', 0, true],
    ['Paris', 'Germany', 0, false], ['Salzburg', 'Bavaria', 50, true], ['Hamburg', 'Bavaria', 50, false], ['Austin, TX', 'California', 0, false], ['San Francisco Bay Area', 'California', 0, true], ['London', 'England', 0, true], ['Georgia', 'Germany', 0, false],
    // a city and a state of one name: either will do
    ['Brooklyn, NY', 'New York', 0, true], ['Buffalo, New York', 'New York', 0, true], ['Paris, TX', 'Paris', 0, false], ['Paris, TX', 'Paris', 50, false],
  ] as const)('%s is within %s + %s km: %s', (location, wanted, km, answer) => expect(near(location, wanted, km)).toBe(answer));

  it('gives every text an answer, and the same one again; a wider circle never loses anybody', () => {
    const texts = fc.oneof(anyText(60), fc.constantFrom(...all.map(([text]) => text)), fc.tuple(fc.constantFrom(...all.map(([text]) => text)), anyText(10)).map((parts) => parts.join(', ')));
    fc.assert(fc.property(texts, texts, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 5_000 }), (location, wanted, km, more) => {
      const answer = near(location, wanted, km);
      expect([true, false, 'unknown']).toContain(answer);
      expect(packedGazetteer().near(location, wanted, km)).toBe(answer);
      if (answer === true) expect(near(location, wanted, km + more)).toBe(true);
      if (near(location, wanted, km + more) === false) expect(answer).not.toBe(true);
    }), { numRuns: 400 });
  });

  it('of two certain places is the same from both ends', () => {
    const certain = all.map(([text]) => text).filter((text) => spotsOf(text).certain && spotsOf(text).spots.length === 1 && !/New York|Washington/.test(text));
    fc.assert(fc.property(fc.constantFrom(...certain), fc.constantFrom(...certain), fc.integer({ min: 20, max: 20_100 }), (one, other, km) => {
      const [a, b] = [near(one, other, km), near(other, one, km)];
      // a wanted name may be a region's too ("Luxembourg"), which is larger than its city
      if (a !== b) expect([spotsOf(one), spotsOf(other)].some(({ spots }) => spots[0]!.region.includes(spots[0]!.name.split(' ')[0]!) || spots[0]!.region === 'Geneva')).toBe(true);
    }));
  });
});

describe('the time zone of a location', () => {
  it.each([
    ['Munich', 'Europe/Berlin', true], ['Germany', 'Europe/Berlin', true], ['Japan', 'Asia/Tokyo', true], ['Austin, TX', 'America/Chicago', true], ['California', 'America/Los_Angeles', true], ['Sydney', 'Australia/Sydney', true],
    ['Bengaluru, Karnataka, India', 'Asia/Kolkata', true], ['United States', 'America/New_York', false], ['Springfield', 'America/Chicago', false], ['Berlin / London', 'Europe/Berlin', false], ['Florida', 'America/New_York', false], ['Indianapolis', 'America/Indiana/Indianapolis', true],
  ] as const)('%s is %s, certain: %s', (location, zone, certain) => expect(timeZoneOf(location)).toEqual({ zone, certain }));
  it.each(['', 'Remote', 'Europe', 'Earth'])('%j is unknown', (location) => expect(timeZoneOf(location)).toBeUndefined());
  it('is one that the browser knows, for every place', () => {
    const zones = new Set(packedPlaces().split('\n').slice(1).map((line) => line.split('\t')[1]).filter((zone) => zone !== undefined && zone !== ''));
    for (const zone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone! })).not.toThrow();
  });
});

test('what is not a table is refused with what to do', () => expect(() => gazetteerOf('<!doctype html>')).toThrow('node scripts/places.mjs'));
