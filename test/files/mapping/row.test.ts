import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isImportRow, type ImportRow, type ReadRow } from '../../../src/domain/import-row.ts';
import { noOptions, type ImportMapping, type ImportOptions } from '../../../src/files/mapping/mapping.ts';
import { rowMapper } from '../../../src/files/mapping/row.ts';
import { COMPANY_TARGETS, LEAD_TARGETS, PERSON_TARGETS, type Target } from '../../../src/files/mapping/target.ts';
import { keyOf } from '../../../src/sites/addresses.ts';

const NOW = Date.UTC(2026, 0, 1);
const FORMAT = { encoding: 'utf-8', delimiter: ',', quote: '"', escape: 'double', skip: 1, headed: true, columns: 1, ragged: false } as const;

/** One row, cell by cell with what its column becomes. */
function read(cells: readonly (readonly [Target, string])[], options: Partial<ImportOptions> = {}, holds: ImportMapping['holds'] = 'people'): ReadRow {
  const mapping: ImportMapping = { format: FORMAT, preset: 'generic', holds, names: cells.map(([target]) => target), targets: cells.map(([target]) => target), orders: cells.map(() => 'dmy'), options: { ...noOptions(), ...options } };
  return rowMapper(mapping, { keyOf, now: NOW, file: 'people.csv' })({ line: 7, cells: cells.map(([, text]) => text) });
}
const stored = (...args: Parameters<typeof read>): ImportRow => { const row = read(...args); if (!isImportRow(row)) throw new Error(row.refused); return row; };

describe('a row', () => {
  test('is refused with its reason, in the words of the file', () => {
    expect(read([['name', ''], ['company', 'Acme']])).toEqual({ line: 7, refused: 'no-name' });
    expect(read([['name', 'Ada'], ['email', 'ada at example']])).toEqual({ line: 7, refused: 'bad-email', detail: 'email: ada at example' });
    expect(read([['name', 'Ada'], ['consentAt', 'once']])).toEqual({ line: 7, refused: 'bad-date', detail: 'consentAt: once' });
    expect(read([['name', 'Total'], ['company', ''], ['companySize', '1,234']])).toEqual({ line: 7, refused: 'no-name', detail: 'Total' });
    expect(read([['company', ' ']], {}, 'companies')).toEqual({ line: 7, refused: 'no-cells' });
  });

  test('without a name is shown by its address', () => {
    expect(stored([['email', 'ada@example.com']]).fields.name).toBe('ada@example.com');
    expect(stored([['linkedin', 'https://www.linkedin.com/in/ada-example']]).fields.name).toBe('in/ada-example');
  });

  test("keeps a company's page apart from the person's", () => {
    expect(stored([['name', 'Ada'], ['linkedin', 'https://www.linkedin.com/company/acme']])).toMatchObject({ keys: [], fields: { name: 'Ada' } });
  });

  test("takes no address on somebody else's site for the company's domain", () => {
    expect(stored([['name', 'Ada'], ['company', 'Acme'], ['companyWebsite', 'https://www.linkedin.com/company/acme']]).account).not.toHaveProperty('domain');
    expect(stored([['name', 'Ada'], ['company', 'Acme'], ['companyWebsite', 'shop.acme.co.uk/x']])).toMatchObject({ account: { domain: 'acme.co.uk' }, accountKeys: ['domain:acme.co.uk'] });
  });

  test('says of itself what is else said of all rows', () => {
    const options = { leadSource: 'webinar', campaign: 'Autumn', tags: ['fair'], lists: ['Berlin'], kind: 'lead', lawful: 'consent', lawfulNote: 'Form', consent: { state: 'given', at: 5, source: 'Form' } } as const;
    expect(stored([['name', 'Ada']], { ...options, tags: ['fair'], lists: ['Berlin'] })).toMatchObject({ leadSource: 'webinar', campaign: 'Autumn', tags: ['fair'], lists: ['Berlin'], kind: 'lead', lawful: { basis: 'consent', note: 'Form', at: NOW }, consent: { state: 'given', at: 5, source: 'Form' } });
    const own = stored([['name', 'Ada'], ['leadSource', 'Trade show'], ['campaign', 'Spring'], ['tags', 'VIP;Fair'], ['kind', 'Prospect'], ['consent', 'no']], { ...options, tags: ['fair'], lists: ['Berlin'] });
    expect(own).toMatchObject({ leadSource: 'offline event', sourceDetail: 'Trade show', campaign: 'Spring', kind: 'prospect', consent: { state: 'withdrawn', source: 'people.csv' } });
    expect(own.tags?.map((tag) => tag.toLowerCase())).toEqual(['vip', 'fair']);
  });

  test('who opted out is not to be contacted, whatever is said of all', () => {
    expect(stored([['name', 'Ada'], ['optOut', 'yes']], { consent: { state: 'given', at: 5, source: 'Form' } })).toMatchObject({ doNotContact: { reason: 'asked-not-to' }, consent: { state: 'withdrawn' } });
    expect(stored([['name', 'Ada'], ['optOutAt', '03/04/2025']])).toMatchObject({ doNotContact: { at: Date.UTC(2025, 3, 3, 12) } });
    expect(stored([['name', 'Ada'], ['optOut', '0'], ['doNotContact', ''], ['doNotCall', '1']])).toMatchObject({ tags: ['do not call'] });
    expect(stored([['name', 'Ada'], ['optOut', '0']])).not.toHaveProperty('doNotContact');
  });

  test('has own fields by their names, bounded', () => {
    expect(stored([['name', 'Ada'], ['own:Colour', ' red '], ['own:Empty', '-']]).custom).toEqual({ Colour: 'red' });
  });

  test('says what of its cells stays out, by column; what says nothing is nothing', () => {
    const cells: [Target, string, ...string[]][] = [
      ['email', 'ada@example.com; bob@', 'bob@'], ['phone', '4.9E+11', '4.9E+11'], ['phone', '+49 30 1234567; ask', 'ask'], ['linkedin', 'https://www.linkedin.com/company/acme', 'https://www.linkedin.com/company/acme'], ['profile', 'ask her', 'ask her'],
      ['website', 'none yet', 'none yet'], ['createdAt', 'last week', 'last week'], ['lastContactedAt', '31/12/2025', ''], ['companyDomain', 'no domain', 'no domain'], ['companyFounded', 'long ago', 'long ago'], ['companyRevenueThousands', 'much', 'much'], ['companyPhone', 'N/A', ''],
      ['companyLinkedin', 'acme corp', 'acme corp'], ['stage', 'Tepid', 'Tepid'], ['kind', 'Robot', 'Robot'], ['optOut', 'perhaps', 'perhaps'], ['doNotContact', '2025-01-02', ''], ['doNotCall', '-', ''], ['consent', 'by phone', 'by phone'],
    ];
    const { lost } = stored([['name', 'Ada'], ...cells.map(([target, text]) => [target, text] as const)]);
    expect(lost?.toSorted((a, b) => a.column - b.column)).toEqual([...cells.flatMap(([, , text], at) => (text ? [{ column: at + 1, text }] : []))]);
    expect(stored([['name', 'Ada'], ['stage', 'Open - Not Contacted'], ['kind', 'Lead'], ['phone', '+49 30 1234567'], ['optOut', 'no']])).not.toHaveProperty('lost');
  });

  test('of one who opted out may say so by yes, by a date, or by the state', () => {
    expect(['yes', 'Opted out', 'unsubscribed', 'subscribed', 'opted in', 'no', ''].map((text) => !!stored([['name', 'Ada'], ['optOut', text]]).doNotContact)).toEqual([true, true, true, false, false, false, false]);
  });

  test('of a company has no person', () => {
    const row = stored([['company', 'Acme'], ['companyDomain', 'acme.com'], ['email', 'no address'], ['consentAt', 'once'], ['stage', 'Tepid'], ['lists', 'Fair'], ['note', 'Met'], ['tags', 'Key; East'], ['own:Owner', 'Bo']], { tags: ['key', 'Fair 26'], lists: ['Berlin'], campaign: 'Autumn' }, 'companies');
    expect(row).toEqual({ line: 7, kind: 'prospect', isCompany: true, keys: [], fields: {}, account: { name: 'Acme', domain: 'acme.com' }, accountKeys: ['domain:acme.com'], tags: ['key', 'East', 'Fair 26'], custom: { Owner: 'Bo' } });
  });

  test('whatever its cells hold is read or refused, with nothing empty and nothing without bounds', () => {
    const target = fc.constantFrom<Target>(...PERSON_TARGETS, ...COMPANY_TARGETS, ...LEAD_TARGETS, 'own:x', '');
    const text = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('ada@example.com', '=cmd()', '1/2/2025', 'yes', 'https://linkedin.com/in/x', 'n/a', '\u202eevil', '12.000', '__proto__', 'x'.repeat(30_000)));
    fc.assert(fc.property(fc.array(fc.tuple(target, text), { minLength: 1, maxLength: 12 }), fc.constantFrom<'people' | 'companies'>('people', 'companies'), (cells, holds) => {
      const row = read(cells, {}, holds);
      if (!isImportRow(row)) return;
      const values: unknown[] = Object.values({ ...row, ...row.fields, ...row.account, fields: 1, account: 1, keys: 1 });
      for (const value of values) expect([value === '' || (Array.isArray(value) && value.length === 0), typeof value === 'string' && value.length > 20_000]).toEqual([false, false]);
    }));
  });
});
