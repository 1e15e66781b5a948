import { guessDialect, rowsIn, usualWidth, type Delimiter } from './dialect.ts';
import { binaryKind, guessEncoding, pieces, type Encoding } from './encoding.ts';
import { columnNames, findHeader } from './header.ts';
import { scanner, type Dialect, type TableRecord } from './scan.ts';

/** All that has to be known to read a table again the same way. JSON. */
export interface TableFormat extends Dialect {
  encoding: Encoding;
  delimiter: Delimiter;
  /** How many rows stand before the first row of data, the header among them. */
  skip: number;
  /** Is the last of those the header? Else columns have no names. */
  headed: boolean;
  columns: number;
  /** Rows end early here and there: what is missing is empty then, not lost. */
  ragged: boolean;
}

/** A row of data with as many cells as there are columns, or why it is none: then the cells are as they stand. */
export interface TableRow {
  line: number;
  cells: string[];
  broken?: 'unclosed-quote' | 'too-long' | 'too-many-cells' | 'too-few-cells';
}

/** A table as its beginning shows it. `sure`: what was told apart without doubt. `names`: '' = the column has none. */
export interface TableOpening {
  format: TableFormat;
  sure: { encoding: boolean; delimiter: boolean };
  names: string[];
  /** The first rows of data, whole or broken. */
  sample: TableRow[];
  /** Rows that stand before the header. */
  preamble: string[][];
  bytes: number;
}

/** What the rep says about a file instead of what was found. */
export interface TableChoice {
  encoding?: Encoding;
  delimiter?: Delimiter;
  headed?: boolean;
}

const SAMPLE_BYTES = 262_144;
const SAMPLE_ROWS = 200;

/**
 * Looks at a file that is to be a table. `isHeader` may know a header when it sees one (a preset's); else the first row of names is it.
 * Answers why not when it is none: `workbook` and `document` are other kinds of files, `empty` has no rows.
 */
export async function openTable(file: Blob, choice: TableChoice = {}, isHeader: (cells: readonly string[]) => boolean = () => false): Promise<TableOpening | { no: 'workbook' | 'document' | 'other' | 'empty' }> {
  const binary = await binaryKind(file);
  if (binary) return { no: binary };
  const guess = choice.encoding ? { encoding: choice.encoding, sure: true } : await guessEncoding(file);
  const text = new TextDecoder(guess.encoding).decode(await file.slice(0, SAMPLE_BYTES).arrayBuffer());
  const { sure, ...dialect } = guessDialect(text, choice.delimiter);
  const all = rowsIn(text, dialect, SAMPLE_ROWS);
  // the last one is cut where the sample is
  const rows = file.size > SAMPLE_BYTES && all.length < SAMPLE_ROWS ? all.slice(0, -1) : all;
  if (rows.length === 0) return { no: 'empty' };

  const known = rows.findIndex(({ cells, broken }, at) => at < 30 && !broken && isHeader(cells));
  const found = known >= 0 ? known : findHeader(rows);
  const headed = choice.headed ?? found >= 0;
  const first = headed ? Math.max(found, 0) : firstOfWidth(rows);
  const skip = headed ? first + 1 : first;
  const data = rows.slice(skip);
  const columns = headed ? widthOf(rows[first]!, data) : usualWidth(data);
  const full = data.filter(({ cells, broken }) => !broken && cells.length >= columns).length;
  const format: TableFormat = { encoding: guess.encoding, ...dialect, skip, headed, columns, ragged: full < data.length * 0.9 };
  return {
    format, sure: { encoding: guess.sure, delimiter: sure }, names: columnNames(headed ? rows[first]!.cells : [], columns),
    sample: data.map((record) => fitted(record, format)), preamble: rows.slice(0, headed ? first : skip).map(({ cells }) => cells), bytes: file.size,
  };
}

/** All rows of data of a table, some at a time, with how many bytes were read; a file of any size is never held whole. */
export async function* readRows(file: Blob, format: TableFormat): AsyncGenerator<{ rows: TableRow[]; bytes: number }> {
  const decoder = new TextDecoder(format.encoding);
  const scan = scanner(format);
  let toSkip = format.skip;
  let bytes = 0;
  const data = (records: TableRecord[]): TableRow[] => {
    const kept = toSkip > 0 ? records.slice(toSkip) : records;
    toSkip = Math.max(0, toSkip - records.length);
    return kept.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).map((record) => fitted(record, format));
  };
  for await (const piece of pieces(file)) {
    bytes += piece.byteLength;
    const rows = data(scan.push(decoder.decode(piece, { stream: true })));
    if (rows.length > 0) yield { rows, bytes };
  }
  const rest = data([...scan.push(decoder.decode()), ...scan.end()]);
  if (rest.length > 0) yield { rows: rest, bytes };
}

function firstOfWidth(rows: readonly TableRecord[]): number {
  const width = usualWidth(rows);
  return Math.max(0, rows.findIndex(({ cells, broken }) => !broken && cells.length === width && !/^sep=/i.test(cells[0] ?? '')));
}

/** A header that ends in separators has columns that nothing ever stands in. */
function widthOf({ cells }: TableRecord, data: readonly TableRecord[]): number {
  const used = data.reduce((most, { cells: some, broken }) => (broken ? most : Math.max(most, some.findLastIndex((cell) => cell.trim() !== '') + 1)), 0);
  const named = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  return Math.min(cells.length, Math.max(named, used, 1));
}

function fitted({ line, cells, broken }: TableRecord, { columns, ragged }: TableFormat): TableRow {
  if (broken) return { line, cells, broken };
  if (cells.length === columns) return { line, cells };
  if (cells.length > columns) {
    return cells.slice(columns).every((cell) => cell.trim() === '') ? { line, cells: cells.slice(0, columns) } : { line, cells, broken: 'too-many-cells' };
  }
  // one cell in a row of many is a remark or half a row, however ragged the file is
  return ragged && (cells.length > 1 || columns < 3) ? { line, cells: [...cells, ...Array<string>(columns - cells.length).fill('')] } : { line, cells, broken: 'too-few-cells' };
}
