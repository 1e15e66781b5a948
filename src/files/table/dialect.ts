import { scanner, type Dialect, type TableRecord } from './scan.ts';

/** What may stand between cells, the usual ones first. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A dialect as the first rows of a file suggest it. `sure`: nothing else comes near. */
export interface DialectGuess extends Dialect {
  delimiter: Delimiter;
  sure: boolean;
}

/** Rows that are looked at. */
const LOOKED_AT = 200;

/** How the beginning of a file sets cells apart: what gives most rows the same number of cells. A delimiter that the rep has chosen is kept. */
export function guessDialect(sample: string, chosen?: Delimiter): DialectGuess {
  const said = /^sep=(.)\r?\n/i.exec(sample)?.[1] as Delimiter | undefined;
  const fixed = chosen ?? (said && DELIMITERS.includes(said) ? said : undefined);
  const quote = quoteOf(sample);
  const escapes: Dialect['escape'][] = sample.includes(`\\${quote}`) ? ['double', 'backslash'] : ['double'];
  const tried = (fixed ? [fixed] : DELIMITERS).flatMap((delimiter) => escapes.map((escape) => ({ delimiter, quote, escape } as const)))
    .map((dialect) => ({ dialect, score: evenness(rowsIn(sample, dialect)) })).toSorted((a, b) => b.score - a.score);
  const best = tried[0]!;
  const next = tried.find(({ dialect }) => dialect.delimiter !== best.dialect.delimiter);
  return { ...best.dialect, sure: fixed !== undefined || (best.score > 0 && best.score > (next?.score ?? 0) * 1.2) };
}

/** The rows at the beginning of a file, read in a dialect; the last one may be cut. */
export function rowsIn(sample: string, dialect: Dialect, most = LOOKED_AT): TableRecord[] {
  const read = scanner(dialect);
  const rows: TableRecord[] = [];
  for (let at = 0; at < sample.length && rows.length < most; at += 16_384) rows.push(...read.push(sample.slice(at, at + 16_384)));
  return (rows.length < most ? [...rows, ...read.end()] : rows).slice(0, most);
}

/** The number of cells that most rows have; the larger one when two are as frequent. */
export function usualWidth(rows: readonly TableRecord[]): number {
  const times = new Map<number, number>();
  for (const { cells, broken } of rows) if (!broken) times.set(cells.length, (times.get(cells.length) ?? 0) + 1);
  return [...times].toSorted(([a, many], [b, more]) => more - many || b - a)[0]?.[0] ?? 0;
}

/** More for more rows of one width, and for more cells in them; 0 when rows are not set apart at all. */
function evenness(rows: readonly TableRecord[]): number {
  const width = usualWidth(rows.filter(({ cells }) => cells.length > 1));
  const even = rows.filter(({ cells, broken }) => !broken && cells.length === width).length;
  return width < 2 ? 0 : (even / rows.length) ** 2 * Math.log2(width + 1);
}

/** Single quotes only when cells stand in them and none in double ones. */
function quoteOf(sample: string): Dialect['quote'] {
  const head = sample.slice(0, 32_768);
  const single = head.match(/(?:^|[,;\t|\n])'[^'\n]*'(?=[,;\t|\r\n]|$)/g)?.length ?? 0;
  const double = head.match(/(?:^|[,;\t|\n]) *"/g)?.length ?? 0;
  return double === 0 && single > head.split('\n').length / 2 ? "'" : '"';
}
