import Papa from 'papaparse';
import { readRows, type TableFormat } from './read.ts';

/** The column that says why a row was left out. Not translated: the file is read again when it is mended. */
export const REASON_COLUMN = 'Paydirt: left out because';

/**
 * The rows of a table that were left out, each cell as it stands there and the reason behind them, in pieces: to be mended and imported again.
 * `reasons` by line of the file.
 */
export async function* refusedRows(file: Blob, format: TableFormat, names: readonly string[], reasons: ReadonlyMap<number, string>): AsyncGenerator<string> {
  const { delimiter, columns } = format;
  const written = (rows: string[][]): string => `${Papa.unparse(rows, { delimiter, newline: '\r\n' })}\r\n`;
  yield `\ufeff${format.headed ? written([[...names, REASON_COLUMN]]) : ''}`;
  for await (const { rows } of readRows(file, format)) {
    const left = rows.flatMap(({ line, cells }) => {
      const reason = reasons.get(line);
      // what has too few cells keeps them on the left, the reason stands under its head
      return reason === undefined ? [] : [[...cells, ...Array<string>(Math.max(0, columns - cells.length)).fill(''), reason]];
    });
    if (left.length > 0) yield written(left);
  }
}
