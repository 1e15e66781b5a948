import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { openTable, readRows, type TableOpening, type TableRow } from '../../../src/files/table/read.ts';
import { REASON_COLUMN, refusedRows } from '../../../src/files/table/refused.ts';
import { signatureOf } from '../../../src/files/mapping/mapping.ts';

async function opened(file: Blob): Promise<TableOpening> {
  const opening = await openTable(file, { headed: true });
  if ('no' in opening) throw new Error(opening.no);
  return opening;
}
async function rowsOf(file: Blob, { format }: TableOpening): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const some of readRows(file, format)) rows.push(...some.rows);
  return rows;
}
async function refused(file: Blob, { format, names }: TableOpening, reasons: ReadonlyMap<number, string>): Promise<Blob> {
  const pieces: string[] = [];
  for await (const piece of refusedRows(file, format, names, reasons)) pieces.push(piece);
  return new Blob(pieces);
}

test('rows that were left out are written as they stand, and read back with their reason last', async () => {
  const cell = fc.string({ unit: fc.constantFrom(...'ab,;"\n =+@é'), maxLength: 8 });
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 3, maxLength: 10 }), fc.constantFrom(',', ';'), async (cells, delimiter) => {
    const file = new Blob([Papa.unparse([['Name', 'Note', 'More'], ...cells.map((row, at) => [`p${at}`, ...row])], { delimiter })]);
    const opening = await opened(file);
    const rows = await rowsOf(file, opening);
    const left = rows.filter((_, at) => at % 2 === 0);
    const written = await refused(file, opening, new Map(left.map(({ line }, at) => [line, `because ${at}, "so"`])));
    const again = await opened(written);
    expect(again.names).toEqual([...opening.names, REASON_COLUMN]);
    expect((await rowsOf(written, again)).map((row) => row.cells)).toEqual(left.map((row, at) => [...row.cells, `because ${at}, "so"`]));
    expect(signatureOf(again.names)).toBe(signatureOf(opening.names));
  }), { numRuns: 60 });
});

test('a row with too few or too many cells keeps them', async () => {
  const file = new Blob([`a,b,c\n${'x,y,z\n'.repeat(20)}1,2\n1,2,3,4\n"open,x\n`]);
  const opening = await opened(file);
  const written = await (await refused(file, opening, new Map([[22, 'few'], [23, 'many'], [24, 'open']]))).text();
  expect(written.replace('\ufeff', '')).toBe(`a,b,c,${REASON_COLUMN}\r\n1,2,,few\r\n1,2,3,4,many\r\n"""open,x",,,open\r\n`);
});
