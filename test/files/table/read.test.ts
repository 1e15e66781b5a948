import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { openTable, readRows, type TableChoice, type TableOpening, type TableRow } from '../../../src/files/table/read.ts';

/** A file that gives its bytes in pieces of this size, as a disk would. */
function fileOf(bytes: Uint8Array | string, piece = 7): Blob {
  const blob = new Blob([typeof bytes === 'string' ? bytes : bytes.slice()]);
  return Object.assign(blob, {
    stream: () => {
      let at = 0;
      return new ReadableStream({ pull: async (out) => {
        if (at >= blob.size) return out.close();
        out.enqueue(new Uint8Array(await blob.slice(at, at + piece).arrayBuffer()));
        at += piece;
      } });
    },
  });
}

async function opened(file: Blob, choice?: TableChoice): Promise<TableOpening> {
  const opening = await openTable(file, choice);
  if ('no' in opening) throw new Error(opening.no);
  return opening;
}

async function read(file: Blob, choice?: TableChoice): Promise<{ opening: TableOpening; rows: TableRow[] }> {
  const opening = await opened(file, choice);
  const rows: TableRow[] = [];
  for await (const some of readRows(file, opening.format)) rows.push(...some.rows);
  return { opening, rows };
}

const utf16 = (text: string, mark: boolean, big = false): Uint8Array => {
  const codes = [...(mark ? '\ufeff' : ''), ...text].flatMap((letter) => Array.from({ length: letter.length }, (_, at) => letter.charCodeAt(at)));
  return Uint8Array.from(codes.flatMap((code) => (big ? [code >> 8, code & 255] : [code & 255, code >> 8])));
};
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => ({ '€': 0x80, '–': 0x96 })[letter] ?? letter.charCodeAt(0));

// a first row of names and a first column that is never empty: what every file of people has
const WORD = fc.string({ unit: fc.constantFrom(...'abcXYZ ,;|\t"\'\r\n.éß東'), maxLength: 12 });
const TABLE = fc.integer({ min: 2, max: 6 }).chain((width) => fc.array(fc.array(WORD, { minLength: width - 1, maxLength: width - 1 }), { minLength: 4, maxLength: 12 })
  .map((rows) => [Array.from({ length: width }, (_, at) => `Name ${'abcdef'[at]}`), ...rows.map((cells, at) => [`p${at}`, ...cells])]));

describe('a table is read as it was written', () => {
  test('in any dialect, encoding and piece size, once the delimiter is known', async () => {
    const dialects = fc.record({ delimiter: fc.constantFrom(',', ';', '\t', '|'), newline: fc.constantFrom('\n', '\r\n', '\r'), quotes: fc.boolean(), encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be'), end: fc.boolean(), piece: fc.integer({ min: 1, max: 64 }) });
    await fc.assert(fc.asyncProperty(TABLE, dialects, async (table, { delimiter, newline, quotes, encoding, end, piece }) => {
      const text = Papa.unparse(table, { delimiter, newline, quotes }) + (end ? newline : '');
      const bytes = encoding.startsWith('utf-16') ? utf16(text, true, encoding.endsWith('be')) : new TextEncoder().encode(encoding.endsWith('bom') ? `\ufeff${text}` : text);
      const { opening, rows } = await read(fileOf(bytes, piece), { delimiter: delimiter as ',', headed: true });
      expect(opening.names).toEqual(table[0]);
      expect(rows.map(({ cells }) => cells)).toEqual(table.slice(1));
    }), { numRuns: 100 });
  });

  test('the delimiter is found by itself where people write addresses, prices and tags', async () => {
    const table = [['Name', 'Place', 'Worth', 'Tags'], ...Array.from({ length: 9 }, (_, at) => [`Ada, Example ${at}`, 'Berlin, Germany', '1.250,50', 'a;b|c'])];
    for (const delimiter of [',', ';', '\t', '|'] as const) {
      const { opening, rows } = await read(fileOf(Papa.unparse(table, { delimiter })));
      expect([opening.format.delimiter, opening.sure.delimiter]).toEqual([delimiter, true]);
      expect(rows.at(-1)!.cells).toEqual(table.at(-1));
    }
  });

  test('any bytes come to an end without an error', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', ';', '\\'), maxLength: 300 }).map((text) => new TextEncoder().encode(text))), fc.integer({ min: 1, max: 50 }), async (bytes, piece) => {
      const file = fileOf(bytes, piece);
      const opening = await openTable(file);
      if ('no' in opening) return;
      for await (const { rows } of readRows(file, opening.format)) for (const { cells, broken } of rows) expect(broken ?? cells.length).toEqual(broken ?? opening.format.columns);
    }), { numRuns: 300 });
  });
});

describe('encodings', () => {
  const text = 'Name;Stadt\nJörg Müßig;Köln\nZoë – Façade;Besançon\n';

  test('Windows-1252 is a guess that the rep can change', async () => {
    const { opening, rows } = await read(fileOf(latin(text)));
    expect([opening.format.encoding, opening.sure.encoding]).toEqual(['windows-1252', false]);
    expect(rows[1]!.cells).toEqual(['Zoë – Façade', 'Besançon']);
    expect((await read(fileOf(latin(text)), { encoding: 'windows-1251' })).rows[0]!.cells[0]).not.toBe('Jörg Müßig');
  });

  test('a letter that is no UTF-8 is found however late it comes', async () => {
    const { opening, rows } = await read(fileOf(latin(`Name;Stadt\n${'Ada;Berlin\n'.repeat(30_000)}Jörg;Köln\n`), 65_536));
    expect(opening.format.encoding).toBe('windows-1252');
    expect(rows.at(-1)!.cells).toEqual(['Jörg', 'Köln']);
  });

  test('UTF-16 without a mark is recognised, in either order', async () => {
    for (const big of [false, true]) {
      const { opening, rows } = await read(fileOf(utf16(text, false, big), 3));
      expect([opening.format.encoding, opening.sure.encoding]).toEqual([big ? 'utf-16be' : 'utf-16le', false]);
      expect(rows[0]!.cells).toEqual(['Jörg Müßig', 'Köln']);
    }
  });

  test('a workbook is not read as text', async () => {
    expect(await openTable(fileOf(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)))).toEqual({ no: 'workbook' });
    expect(await openTable(fileOf(''))).toEqual({ no: 'empty' });
  });
});

describe('what is wrong costs its own row', () => {
  test('a quote that is never closed, in the middle and at the end', async () => {
    const good = Array.from({ length: 300 }, (_, at) => `p${at},"Town, ${at}",x`);
    const { rows } = await read(fileOf(['Name,City,Note', 'p,"open,x', ...good, 'last,"open,x'].join('\r\n')));
    expect(rows.filter(({ broken }) => broken)).toEqual([{ line: 2, cells: ['p,"open,x'], broken: 'unclosed-quote' }, { line: 303, cells: ['last,"open,x'], broken: 'unclosed-quote' }]);
    expect(rows.filter(({ broken }) => !broken).map(({ cells }) => cells[1])).toEqual(good.map((_, at) => `Town, ${at}`));
  });

  test('rows with too few or too many cells, unless only empty ones are missing or more', async () => {
    const { rows } = await read(fileOf(['a,b,c', ...Array.from({ length: 30 }, () => 'x,y,z'), 'x,y', 'x,y,z,,', 'x,y,z,w'].join('\n')));
    expect(rows.slice(-3)).toEqual([{ line: 32, cells: ['x', 'y'], broken: 'too-few-cells' }, { line: 33, cells: ['x', 'y', 'z'] }, { line: 34, cells: ['x', 'y', 'z', 'w'], broken: 'too-many-cells' }]);
    expect((await read(fileOf('a,b,c\nx,y\nx,y\nx,y,z\n'))).rows.map(({ cells }) => cells)).toEqual([['x', 'y', ''], ['x', 'y', ''], ['x', 'y', 'z']]);
  });

  test('quotes that nobody doubled and spaces around quotes are understood', async () => {
    const { rows } = await read(fileOf('Name,Firm,City\nAda, "Acme "Best" Corp" ,Bonn\nBob,12" Screens,Bonn\n'));
    expect(rows.map(({ cells }) => cells[1])).toEqual(['Acme "Best" Corp', '12" Screens']);
  });

  test('a row without end is cut, and the next one is read', async () => {
    const { rows } = await read(fileOf(`Name,Firm\nAda,A\n${'x'.repeat(2_500_000)},y\nBob,B\n`, 65_536));
    expect(rows.map(({ broken, cells }) => broken ?? cells[0])).toEqual(['Ada', 'too-long', 'Bob']);
  });
});

describe('the header', () => {
  const open = async (text: string, choice?: TableChoice): Promise<TableOpening> => opened(fileOf(text), choice);

  test('stands below notes, a sep= line and empty rows', async () => {
    const linkedin = await open('Notes:\n"When exporting, some things, and others, are missing."\n\nFirst Name,Last Name,Email Address\nAda,Example,\nBob,Example,b@example.com\n');
    expect(linkedin).toMatchObject({ names: ['First Name', 'Last Name', 'Email Address'], format: { skip: 3 - 0 } });
    expect(linkedin.preamble).toHaveLength(2);
    expect(await open('sep=;\nName;Mail\nAda;a@example.com\n')).toMatchObject({ names: ['Name', 'Mail'], format: { delimiter: ';', skip: 2 } });
  });

  test('has names that are each different, empty ones stay empty', async () => {
    expect((await open('Name,Email,,email\nAda,a@example.com,x,b@example.com\n')).names).toEqual(['Name', 'Email', '', 'email (2)']);
  });

  test('may be missing', async () => {
    const bare = await open('Ada,a@example.com\nBob,b@example.com\n');
    expect(bare).toMatchObject({ names: ['', ''], format: { headed: false, skip: 0 } });
    expect(bare.sample).toHaveLength(2);
    expect((await open('Ada,a@example.com\nBob,b@example.com\n', { headed: true })).names).toEqual(['Ada', 'a@example.com']);
  });
});
