import { usualWidth } from './dialect.ts';
import type { TableRecord } from './scan.ts';

/** How many rows may stand before the header. */
export const MOST_PREAMBLE = 30;

/** Which of the first rows says what the columns are: the first of the usual width that holds words and no data. -1 = there is none, the columns have no names. */
export function findHeader(rows: readonly TableRecord[]): number {
  const width = usualWidth(rows);
  const isWide = ({ cells, broken }: TableRecord): boolean => !broken && (cells.length === width || (width > 2 && cells.length === width - 1));
  const first = rows.findIndex((row, at) => at < MOST_PREAMBLE && isWide(row) && !isSeparatorLine(row));
  return first >= 0 && looksLikeNames(rows[first]!.cells) ? first : -1;
}

/** The names of columns, trimmed, each different: the second "Email" is "Email (2)". '' = it has none. */
export function columnNames(cells: readonly string[], width: number): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, at) => {
    const name = (cells[at] ?? '').replace(/\s+/g, ' ').trim().slice(0, 120);
    if (name === '') return '';
    const low = name.toLowerCase();
    const times = (seen.get(low) ?? 0) + 1;
    seen.set(low, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function isSeparatorLine({ line, cells }: TableRecord): boolean {
  return line === 1 && /^sep=/i.test(cells[0] ?? '') && cells.slice(1).every((cell) => cell === '');
}

function looksLikeNames(cells: readonly string[]): boolean {
  const said = cells.map((cell) => cell.trim()).filter(Boolean);
  return said.length * 2 > cells.length && !said.some(isData);
}

/** What no column is called: an address, a number, a date, a paragraph. */
function isData(text: string): boolean {
  return text.length > 120 || /\S@\S+\.\S/.test(text) || /^(?:https?:\/\/|www\.)/i.test(text) || /^[+(]?\d[\d\s().,/:-]*$/.test(text);
}
