import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../src/domain/icp.ts';
import { asksPlace, nowhere } from '../../src/domain/near.ts';
import { compileIcp, scoreFit } from '../../src/domain/score.ts';
import { packedGazetteer } from './gazetteer.packed.ts';
import { LOCATIONS } from './gazetteer.table.ts';

const { near } = packedGazetteer();
const all = Object.values(LOCATIONS).flat().map(([text]) => text);
const criterion = (any: string[], within?: number): Criterion => ({ id: 'place', kind: 'location', any, weight: 5, rule: 'plus', ...(within === undefined ? {} : { within }) });
const state = (any: string[], location: string, within?: number, means = { near }): string => scoreFit({ criteria: [criterion(any, within)] }, { location }, means).criteria[0]!.state;

describe('a location criterion with a radius', () => {
  it('looks the place up by name', () => {
    expect(state(['Munich'], 'Garching bei München', 50)).toBe('match');
    expect(state(['Munich'], 'Freising, Bavaria, Germany', 50)).toBe('match');
    expect(state(['München'], 'Nürnberg, Bayern', 50)).toBe('no');
    expect(state(['Munich', 'Hamburg'], 'Norderstedt', 50)).toBe('match');
  });
  it('leaves open what does not say it', () => {
    expect(state(['Munich'], 'Bavaria, Germany', 50)).toBe('unknown');
    expect(state(['Munich'], 'Remote', 50)).toBe('unknown');
    expect(state(['Munich'], '', 50)).toBe('unknown');
    expect(state(['Munich'], 'Tokyo, Japan', 50)).toBe('no');
    expect(state(['Munich'], 'Japan', 50)).toBe('no');
  });
  it('is not fooled by a namesake', () => {
    expect(state(['Paris'], 'Paris, Texas', 50)).toBe('no');
    expect(state(['York'], 'New York, NY', 50)).toBe('no');
    expect(state(['Cambridge, UK'], 'Cambridge, MA', 50)).toBe('no');
  });
  it('says what it read', () => {
    expect(scoreFit({ criteria: [criterion(['Munich'], 50)] }, { location: 'Freising, Germany' }, { near }).criteria[0]).toMatchObject({ matched: 'Munich', evidence: 'Freising, Germany', field: 'location' });
  });
});

describe('a location criterion without a radius', () => {
  it('knows a city by its other names, its region and its country', () => {
    expect(state(['Munich'], 'München, Bayern')).toBe('match');
    expect(state(['Cologne'], 'Köln')).toBe('match');
    expect(state(['Bavaria'], 'Munich')).toBe('match');
    expect(state(['Bavaria'], 'Munich, Bayern, Germany')).toBe('match');
    expect(state(['Germany'], 'Munich')).toBe('match');
    expect(state(['DACH'], 'Genf')).toBe('match');
  });
  it('tells a no from an unknown', () => {
    expect(state(['Bavaria'], 'Berlin, Germany')).toBe('no');
    expect(state(['Bavaria'], 'Germany')).toBe('unknown');
    expect(state(['Germany'], 'Paris')).toBe('no');
    expect(state(['Munich'], 'Austria')).toBe('no');
  });
  it('takes words that name no place as they are', () => {
    expect(state(['Remote'], 'Remote, worldwide')).toBe('match');
    expect(state(['Springfield'], 'Springfield, Illinois')).toBe('match');
  });
});

describe('without the list of places', () => {
  const without = (any: string[], location: string, within?: number): string => state(any, location, within, { near: nowhere });
  it('words and countries decide', () => {
    expect(without(['Bavaria'], 'Munich, Bavaria')).toBe('match');
    expect(without(['Germany'], 'Munich, Deutschland')).toBe('match');
    expect(without(['Germany'], 'Munich')).toBe('unknown');
    expect(without(['Munich'], 'Berlin')).toBe('no');
    expect(without(['Munich'], 'Berlin', 50)).toBe('unknown');
  });
  it('a state is not its whole country', () => {
    expect(without(['Bavaria'], 'Berlin, Germany')).toBe('no');
    expect(without(['California'], 'Austin, Texas')).toBe('no');
    expect(without(['California'], 'United States')).toBe('unknown');
  });
});

it('a wider circle and one more place never lower the fit', () => {
  const someone = fc.record({ location: fc.constantFrom(...all) });
  const places = fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 4 });
  fc.assert(fc.property(someone, places, fc.constantFrom(...all), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), (input, any, more, km, wider) => {
    const fit = (words: string[], within: number): number => compileIcp({ criteria: [criterion(words, within)] }, { near }).mark(input).fit;
    expect(fit([...any, more], km)).toBeGreaterThanOrEqual(fit(any, km));
    expect(fit(any, km + wider)).toBeGreaterThanOrEqual(fit(any, km));
  }), { numRuns: 300 });
});

it('criteria ask for places when one looks at the location for something', () => {
  expect(asksPlace([criterion(['Munich'])])).toBe(true);
  expect(asksPlace([criterion([])])).toBe(false);
  expect(asksPlace([{ kind: 'title', any: ['Munich'] }])).toBe(false);
});
