import { csvChunks, type CsvOptions } from '../csv.ts';
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

/** The CSV file that a tool takes, in pieces. `onCount` hears as it goes what became of everybody until then. */
export function presetChunks(entries: Rows<Entry>, preset: ExportPreset, { nameParts, separator = ',', onCount = () => undefined }: { nameParts: NameParts; separator?: CsvOptions<unknown>['separator']; onCount?: (count: ExportCount) => void }): AsyncGenerator<string> {
  return csvChunks(sifted(entries, preset, nameParts, onCount), { columns: preset.columns, separator, bom: preset.bom ?? false });
}

async function* sifted(entries: Rows<Entry>, preset: ExportPreset, nameParts: NameParts, onCount: (count: ExportCount) => void): AsyncGenerator<ExportRow> {
  const count: ExportCount = { rows: 0, leftOut: {} };
  const companies = new Set<string>();
  for await (const entry of entries) {
    const row = exportRow(entry, nameParts);
    const why = preset.sending && !mayBeSentTo(entry.prospect) ? 'no-contact' : preset.lacks(row);
    if (why) count.leftOut[why] = (count.leftOut[why] ?? 0) + 1;
    else if (preset.holds === 'people' || isNewCompany(row, companies)) {
      count.rows++;
      yield row;
    }
    onCount(count);
  }
}

function isNewCompany({ entry: { prospect }, company }: ExportRow, seen: Set<string>): boolean {
  const key = prospect.accountId ?? `name ${(company ?? '').toLowerCase()}`;
  return !seen.has(key) && seen.add(key) !== undefined;
}
