import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it, test } from 'vitest';
import { firstAndLast } from '../../../src/domain/name.ts';
import { addCounts, exportPresets, presetWriter, type ExportCount } from '../../../src/files/export-preset/catalog.ts';
import type { Entry } from '../../../src/files/format.ts';
import markdown from '../../../src/files/markdown.ts';
import vcard from '../../../src/files/vcard.ts';
import { PEOPLE } from './people.ts';

const preset = (name: string): (typeof exportPresets)[number] => exportPresets.find((one) => one.name === name)!;

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

function made(name: string, people: Iterable<Entry> = PEOPLE, separator: ',' | ';' | '\t' = ','): { text: string; rows: { [column: string]: string }[]; count: ExportCount } {
  const { head, write } = presetWriter(preset(name), { nameParts: firstAndLast, separator });
  const slices = [[...people].slice(0, 2), [...people].slice(2)].map(write);
  const text = head + slices.map((slice) => slice.text).join('');
  const count = slices.map((slice) => slice.count).reduce(addCounts);
  return { text, rows: Papa.parse<{ [column: string]: string }>(text.replace(/^\ufeff/, ''), { header: true, delimiter: separator, skipEmptyLines: true }).data, count };
}

/** The stored file that this text has to be. */
function expectStored(file: string, text: string): void {
  const path = new URL(`../../fixtures/export/${file}`, import.meta.url);
  if (!existsSync(path)) throw new Error(`There is no sample of this file: put what it has to be into test/fixtures/export/${file}`);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

describe('the file for', () => {
  test.each(exportPresets.map(({ name }) => name))('%s is the stored one', async (name) => {
    expectStored(`${name}.csv`, made(name).text);
  });

  test('address books is the stored one', async () => {
    expectStored('people.vcf', await textOf(vcard.write(PEOPLE, { nameParts: firstAndLast })));
  });

  test('reading is the stored one', async () => {
    expectStored('people.md', await textOf(markdown.write(PEOPLE, { nameParts: firstAndLast })));
  });
});

describe('a file for sending', () => {
  it('has nobody who is not to be contacted, took their consent back or has no address that works, and says how many those are', async () => {
    for (const name of ['mailchimp', 'mixmax', 'hubspot']) {
      const { text, rows, count } = made(name);
      expect(text).not.toMatch(/bo@northwind|cy@fabrikam|old@northwind|no address/);
      expect(rows).toHaveLength(3);
      expect(count).toEqual({ rows: 3, leftOut: { 'no-contact': 2, 'no-email': 2 } });
    }
  });

  it('that finds people by name as well takes who has one', async () => {
    expect(made('linkedin-contacts').rows.map(({ email, lastname }) => `${lastname} ${email}`)).toContain('Nomail ');
  });
});

describe('a file for a CRM', () => {
  it('tells of the opt-out with the person', async () => {
    const { rows } = made('salesforce-leads');
    expect(rows.map((row) => `${row['Last Name']} ${row['Email Opt Out']}`)).toEqual(['Müller-Example 0', 'Barred 1', 'Withdrawn 1', 'Nomail 0', '李 0']);
  });

  it('takes the only name of somebody for the last one, without which no lead is taken', async () => {
    const [prince] = (made('salesforce-leads', [{ ...PEOPLE[4]!, prospect: { ...PEOPLE[4]!.prospect, fields: { ...PEOPLE[4]!.prospect.fields, company: PEOPLE[0]!.prospect.fields.company! } } }])).rows;
    expect([prince!['First Name'], prince!['Last Name']]).toEqual(['', 'Prince']);
  });
});

it('a file of companies has each once', async () => {
  const { rows, count } = made('linkedin-companies');
  expect(rows.map(({ companyname }) => companyname)).toEqual(['Northwind Example GmbH', 'Fabrikam Example', 'Ejemplo S.A.']);
  expect(count).toEqual({ rows: 3, leftOut: { 'no-company': 2 } });
});

it('every file can be read back, has one row a person with all columns, and no cell that a spreadsheet runs', async () => {
  const text = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ',', ';', '"', '\n', '\r', '\t', 'a', '1', 'ü', '例', ' ') });
  const people = fc.array(fc.record({ name: text, title: text, company: text, tag: text, note: text }), { minLength: 1, maxLength: 4 });
  await fc.assert(fc.asyncProperty(people, fc.constantFrom(...exportPresets), fc.constantFrom(',' as const, ';' as const, '\t' as const), async (all, { name, columns }, separator) => {
    const entries = all.map(({ tag, note, ...fields }, at): Entry => {
      const [first] = PEOPLE;
      const { source } = first!.prospect.fields.name!;
      const own = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value, source, at: 0 }]));
      return { ...first!, notes: [{ ...first!.notes[0]!, text: note }], prospect: { ...first!.prospect, accountId: `a${at}`, tags: [tag], fields: { ...first!.prospect.fields, ...own } } };
    });
    const { text: file, rows, count } = made(name, entries, separator);
    expect(rows).toHaveLength(count.rows);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(columns.map((column) => column.name));
      for (const cell of Object.values(row)) expect(/^[\s\p{Cf}]*[=@]/u.test(cell) || (/^[+-]/.test(cell) && !/^[+-][\d\s().,\-%ex#]*$/i.test(cell)), JSON.stringify(cell)).toBe(false);
    }
    expect(file.endsWith('\r\n')).toBe(true);
  }), { numRuns: 100 });
});

it('plain numbers and telephone numbers stay what they are', async () => {
  const { text } = made('generic');
  expect(text).toContain(',+49 221 5550100,');
  expect(text).toContain(',-5,');
});
