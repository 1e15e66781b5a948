import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { safeCell } from '../../src/files/cell.ts';
import csv, { csvChunks, prospectColumns, writeCsv, type Column } from '../../src/files/csv.ts';
import { ada, nameParts } from './entry.ts';

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

describe('a cell', () => {
  it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '＝1+1', '＋1+A1', '－1-A1', '＠x', '﹦1', ' =1', '\u200b=1', '\ufeff=1', '\u00a0=1', '\tx', '\rx', '\nx', '-', '+', '+1 (A1)', '+49=1', '-5+A1'])('that begins like a formula is disarmed: %j', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  });

  it.each(['-5', '+3.5', '-1,234.56', '-12.5%', '-1e9', '+49 30 123456', '+1 (555) 010-0199', '+1-555-010-0199', '+44 20 7946 0958 ext. 12', '+15550100199', '5-4', 'a=b', "'=1", '', 'Ada'])('that is a number, a phone number or plain text stays as it is: %j', (text) => {
    expect(safeCell(text)).toBe(text);
  });

  it('never begins like a formula unless it is made of digits and punctuation alone', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', '＋', '\t', '\r', ' ', '\u200e', '1', '5', 'A', '(', ')', '.', '|', 'x') }), (text) => {
      const cell = safeCell(text);
      expect(/^[\s\p{Cf}]*[=+\-@＝＋]/u.test(cell) && !/^[+-][\d ().,\-%ex#]*$/i.test(cell)).toBe(false);
    }));
  });

  it('holds no lone surrogate and no control character', () => {
    expect(safeCell('a\ud800b\u0000c\u001b')).toBe('a\ufffdbc');
  });
});

describe('the CSV file', () => {
  it('writes the whole generic export', () => {
    const [head, row] = Papa.parse<string[]>(writeCsv(prospectColumns(nameParts), [ada])).data;
    expect(Object.fromEntries(head!.map((name, at) => [name, row![at]]))).toEqual({
      'Do not contact': '', 'Name': 'Ada Example', 'First name': 'Ada', 'Last name': 'Example', 'Headline': 'Builds "engines", all day\nand night', 'Title': '', 'Company': 'Example GmbH',
      'Company domain': 'example.com', 'Location': '', 'Emails': 'ada@example.com; a@example.org', 'Phones': '+49 30 123456', 'Websites': '', 'Profiles': '',
      'Stage': 'working', 'Tags': "hot; '=tag", 'Lists': 'Berlin', 'Fit': '81', 'Coverage': '60', 'ICP': 'Founders', 'Next follow-up': '1970-01-01T00:00:01.000Z',
      'Notes': 'first\n\nsecond', 'Lead source': 'referral', 'Source': 'linkedin', 'Created': '1970-01-01T00:00:00.000Z', 'Updated': '1970-01-02T00:00:00.000Z', 'ID': 'p1',
    });
  });

  it('ends every row with CRLF, quotes what needs it and starts with the mark only when asked', () => {
    const columns: Column<string>[] = [{ name: 'A', cell: (row) => row }, { name: 'B', cell: () => 7 }];
    expect(writeCsv(columns, ['x,y', 'say "hi"', 'two\nlines', ''])).toBe('A,B\r\n"x,y",7\r\n"say ""hi""",7\r\n"two\nlines",7\r\n,7\r\n');
    expect(writeCsv(columns, ['x'], { bom: true, separator: ';' })).toBe('\ufeffA;B\r\nx;7\r\n');
  });

  it('gives back every text that is not disarmed, whatever is in it', () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => safeCell(one) === one);
    fc.assert(fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), fc.constantFrom(',' as const, ';' as const, '\t' as const), (rows, separator) => {
      const columns: Column<[string, string]>[] = [{ name: 'A', cell: ([a]) => a }, { name: 'B', cell: ([, b]) => b }];
      const back = Papa.parse<string[]>(writeCsv(columns, rows, { separator }), { delimiter: separator, newline: '\r\n' }).data;
      expect(back.slice(1, -1)).toEqual(rows);
    }));
  });

  it('keeps a row whose only cell is empty', () => {
    expect(writeCsv([{ name: 'A', cell: (row: string) => row }], ['', 'x'])).toBe('A\r\n""\r\nx\r\n');
  });

  it('streams the same text as it writes at once, from any source, in pieces of bounded size', async () => {
    const columns: Column<number>[] = [{ name: 'N', cell: (row) => `row ${row}` }];
    const rows = Array.from({ length: 20_000 }, (_, at) => at);
    async function* later(): AsyncGenerator<number> {
      yield* rows;
    }
    const pieces: string[] = [];
    for await (const piece of csvChunks(later(), { columns })) pieces.push(piece);
    expect(pieces.join('')).toBe(writeCsv(columns, rows));
    expect(pieces.length).toBeGreaterThan(2);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
  });

  it('asks for rows only as they are wanted', async () => {
    let asked = 0;
    function* endless(): Generator<number> {
      for (;;) yield asked++;
    }
    const chunks = csvChunks(endless(), { columns: [{ name: 'N', cell: (row) => row }] });
    await chunks.next();
    expect(asked).toBeLessThan(65_536);
    await chunks.return(undefined);
  });

  it('is a plug-in that writes for Excel', async () => {
    const text = await textOf(csv.write([ada], { nameParts }));
    expect(text).toBe(writeCsv(prospectColumns(nameParts), [ada], { bom: true }));
  });
});
