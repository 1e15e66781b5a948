import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft, DraftFields } from '../../src/domain/draft.ts';
import { firstKept, healthOf, healthReport, withDraft, type HealthRow } from '../../src/domain/health.ts';

const SITES = new Set(['linkedin', 'github']);
const ABOUT = { extension: '1.2.3', browser: 'Firefox 153' };
const day = (at: number): string => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);

const draft = (fields: string[], site = 'linkedin', source = 'structure'): Draft => ({
  page: 'person', site, url: 'https://www.linkedin.com/in/ada-example/', keys: ['linkedin:in/ada-example'], agrees: 'yes',
  fields: Object.fromEntries(fields.map((name) => [name, { value: 'Ada', source, sure: 1 }])) as DraftFields,
});

/** Days of ten pages each, of which so many have a location. */
const days = (...hits: number[]): HealthRow[] => hits.map((count, at) => {
  let row: HealthRow | undefined;
  for (let page = 0; page < 10; page++) row = withDraft(row, day(at), draft(page < count ? ['name', 'location'] : ['name']), SITES);
  return row!;
});
const location = (rows: HealthRow[]) => healthOf(rows)[0]!.fields.find(({ field }) => field === 'person.location')!;

describe('the health of reading', () => {
  test('counts by strategy what was found, and what was missing', () => {
    const rows = [withDraft(withDraft(undefined, day(0), draft(['name', 'title'], 'linkedin', 'structure:topcard'), SITES), day(0), draft(['name'], 'linkedin', 'open-graph'), SITES)];
    const [site] = healthOf(rows);
    expect(site).toMatchObject({ site: 'linkedin', pages: 2 });
    expect(site!.fields.slice(0, 3)).toEqual([
      { field: 'person.name', found: { structure: 1, 'open-graph': 1 }, missing: 0, rate: 1 },
      { field: 'person.headline', found: {}, missing: 2, rate: 0 },
      { field: 'person.title', found: { structure: 1 }, missing: 1, rate: 0.5 },
    ]);
  });

  test('tells that a field is found far less often, and since when', () => {
    expect(location(days(10, 9, 10, 9, 2, 2, 1)).drop).toEqual({ before: 0.95, since: day(4), now: 5 / 30 });
  });

  test.each([
    ['it was always rare', [2, 1, 2, 3, 1, 2]],
    ['it swings a little', [8, 6, 9, 7, 6, 8]],
    ['a few pages could be chance', [8, 7, 5]],
    ['it got better', [1, 2, 1, 9, 10, 9]],
    ['there are too few pages', [10]],
    ['nothing changed', [10, 10, 10, 10]],
  ])('says nothing when %s', (_when, hits) => {
    expect(location(days(...hits)).drop).toBeUndefined();
  });

  test('company pages do not make fields of people look worse', () => {
    const people = days(10, 10, 10);
    let row: HealthRow | undefined;
    for (let page = 0; page < 30; page++) row = withDraft(row, day(3), { ...draft(['name']), page: 'company' }, SITES);
    expect(healthOf([...people, row!]).flatMap(({ fields }) => fields.filter(({ drop }) => drop))).toEqual([]);
  });

  test('counts add up, and rates stay within 0 and 1, whatever the order of rows', () => {
    const row = fc.record({ at: fc.nat(20), fields: fc.subarray(['name', 'title', 'location']), site: fc.constantFrom('linkedin', 'github') });
    fc.assert(fc.property(fc.array(row, { maxLength: 60 }), (visits) => {
      const rows = new Map<string, HealthRow>();
      for (const { at, fields, site } of visits) rows.set(`${at} ${site}`, withDraft(rows.get(`${at} ${site}`), day(at), draft(fields, site), SITES));
      const health = healthOf([...rows.values()]);
      expect(healthOf([...rows.values()].toReversed())).toEqual(health);
      expect(health.reduce((sum, { pages }) => sum + pages, 0)).toBe(visits.length);
      for (const { pages, fields } of health) {
        for (const { found, missing, rate, drop } of fields) {
          expect(Object.values(found).reduce((sum, count) => sum + count, 0) + missing).toBe(pages);
          expect(rate >= 0 && rate <= 1).toBe(true);
          if (drop) expect(drop.before).toBeGreaterThan(drop.now);
        }
      }
    }));
  });

  test('the first day that is kept is 89 days before today, over months and years', () => {
    expect([firstKept('2026-04-01'), firstKept('2026-01-10')]).toEqual(['2026-01-02', '2025-10-13']);
  });
});

describe('the report', () => {
  /** All the words that a report can hold when nothing was read: what may be in it by nature. */
  const OWN = JSON.stringify(healthReport([withDraft(undefined, day(0), draft([]), SITES), withDraft(undefined, day(0), { ...draft([]), page: 'company' }, new Set())], ABOUT))
    + [...SITES].join() + ['address', 'json-ld', 'meta', 'microdata', 'microformat', 'open-graph', 'other', 'rdfa', 'recipe', 'state', 'structure', 'text', 'title'].join() + '"drop":{"before":,"now":}';

  test('never holds a string that came from a draft: no value, key, address, site or source of a page\'s own', () => {
    const said = fc.string({ minLength: 3, maxLength: 20, unit: 'grapheme' }).filter((text) => !/^[\d.,:{}[\]"]*$/.test(text) && !OWN.includes(text));
    const reading = fc.record({ value: fc.oneof(said, fc.array(said, { maxLength: 3 })), source: fc.oneof(said, fc.constant('structure')), sure: fc.constant(1) });
    const fields = fc.dictionary(fc.oneof(fc.constantFrom('name', 'title', 'company', 'location', 'emails', 'about'), said), reading, { maxKeys: 6 });
    const any = fc.record({ page: fc.constantFrom('person', 'company'), site: fc.oneof(said, fc.constant('linkedin')), url: said, keys: fc.array(said), agrees: fc.constant('yes'), fields }) as unknown as fc.Arbitrary<Draft>;
    fc.assert(fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (drafts) => {
      const rows = drafts.map((one, at) => withDraft(undefined, day(at), one, SITES));
      for (const text of [JSON.stringify(healthReport(rows, ABOUT)), JSON.stringify(rows)]) {
        const strings = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => [key, ...strings(one)]) : []);
        for (const one of strings(drafts.map(({ url, keys, site, fields: read }) => ({ url, keys, site, values: Object.values(read).map(({ value, source }) => ({ value, source })), names: Object.keys(read) }))).filter((word) => !OWN.includes(word) && !['values', 'value', 'source', 'names', 'keys', 'url', 'site'].includes(word) && !/^\d+$/.test(word))) {
          expect(text).not.toContain(one);
        }
      }
    }), { numRuns: 300 });
  });

  test('names versions, days, sites, fields, strategies and counts, and drops in whole percent', () => {
    const report = healthReport(days(10, 9, 10, 9, 2, 2, 1), ABOUT);
    expect(report).toMatchObject({ format: 'paydirt-health', version: 1, extension: '1.2.3', browser: 'Firefox 153', days: 7 });
    expect(report.sites[0]!.fields.find(({ field }) => field === 'person.location')).toEqual({ field: 'person.location', found: { structure: 43 }, missing: 27, drop: { before: 95, now: 17 } });
  });
});
