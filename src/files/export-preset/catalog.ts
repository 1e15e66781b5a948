import { csvLines, type CsvOptions } from '../csv.ts';
import type { Entry, NameParts, Rows } from '../format.ts';
import type { ExportPreset, ExportRow, LeftOut } from './preset.ts';
import { exportRow, mayBeSentTo } from './row.ts';

const found = import.meta.glob<ExportPreset>(['./*.ts', '!./{catalog,preset,row}.ts'], { eager: true, import: 'preset' });

/** The files that other tools take, by label; the one for spreadsheets first. */
export const exportPresets: readonly ExportPreset[] = Object.values(found).toSorted((a, b) => Number(b.name === 'generic') - Number(a.name === 'generic') || (a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1));

/** What became of the people of a file: how many rows were written, and how many were left out and why. */
export interface ExportCount {
  rows: number;
  leftOut: { [why in LeftOut]?: number };
}

/**
 * The CSV file that a tool takes, a piece for each slice of entries. `onCount` hears after each what became of everybody until then. Slices, since waiting for each of 100,000 rows by itself takes
 * longer than writing it.
 */
export async function* presetChunks(slices: Rows<readonly Entry[]>, preset: ExportPreset, { nameParts, separator = ',', onCount = () => undefined }: { nameParts: NameParts; separator?: NonNullable<CsvOptions<unknown>['separator']>; onCount?: (count: ExportCount) => void }): AsyncGenerator<string> {
  const { head, line } = csvLines({ columns: preset.columns, separator, bom: preset.bom ?? false });
  const count: ExportCount = { rows: 0, leftOut: {} };
  const companies = new Set<string>();
  yield head;
  for await (const entries of slices) {
    const lines: string[] = [];
    for (const entry of entries) {
      const row = exportRow(entry, nameParts);
      const why = preset.sending && !mayBeSentTo(entry.prospect) ? 'no-contact' : preset.lacks(row);
      if (why) count.leftOut[why] = (count.leftOut[why] ?? 0) + 1;
      else if (preset.holds === 'people' || isNewCompany(row, companies)) lines.push(line(row));
    }
    count.rows += lines.length;
    onCount(count);
    if (lines.length > 0) yield lines.join('');
  }
}

function isNewCompany({ entry: { prospect }, company }: ExportRow, seen: Set<string>): boolean {
  const key = prospect.accountId ?? `name ${(company ?? '').toLowerCase()}`;
  return !seen.has(key) && seen.add(key) !== undefined;
}
