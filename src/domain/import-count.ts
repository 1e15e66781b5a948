import type { ImportCount, ImportExample, ImportResult, ImportRow } from './import-row.ts';

/** Examples of each result that are kept. */
const EXAMPLES = 5;

/** Adds one count to another; the first examples stay. */
export function addCount(all: ImportCount, more: ImportCount): void {
  all.rows += more.rows;
  all.accounts += more.accounts;
  all.lists += more.lists;
  for (const one of more.left) all.left.push(one);
  for (const one of more.short) all.short.push(one);
  for (const result of Object.keys(all.results) as ImportResult[]) {
    all.results[result] += more.results[result];
    all.examples[result] = [...all.examples[result], ...more.examples[result]].slice(0, EXAMPLES);
  }
}

/** Counts a row that is stored, or was before; what of it stays out is noted. */
export function keep(count: ImportCount, result: 'new' | 'update' | 'same', { line, lost }: ImportRow, example: ImportExample): void {
  if (lost) count.short.push({ line, lost });
  tell(count, result, example);
}

/** Counts a row that is left out. */
export function leave(count: ImportCount, result: 'refused' | 'double' | 'suppressed', left: Omit<ImportCount['left'][number], 'result'>, shown = ''): void {
  count.left.push({ ...left, result });
  tell(count, result, { ...left, shown });
}

function tell(count: ImportCount, result: ImportResult, example: ImportExample): void {
  count.results[result]++;
  if (count.examples[result].length < EXAMPLES) count.examples[result].push(example);
}

/** What stays out of one column: how many values, and the first few with their lines. */
export interface LostColumn {
  column: number;
  values: number;
  examples: { line: number; text: string }[];
}

/** Values that stay out, by column, in the order of the columns. */
export function lostColumns(short: ImportCount['short'], examples = EXAMPLES): LostColumn[] {
  const columns = new Map<number, LostColumn>();
  for (const { line, lost } of short) {
    for (const { column, text } of lost) {
      let known = columns.get(column);
      if (!known) columns.set(column, known = { column, values: 0, examples: [] });
      known.values++;
      if (known.examples.length < examples) known.examples.push({ line, text });
    }
  }
  return [...columns.values()].toSorted((a, b) => a.column - b.column);
}
