import { csvLines, type CsvOptions } from '../csv.ts';
import type { Entry, NameParts } from '../format.ts';
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

/** Writes the CSV file that a tool takes, a slice of entries at a time: `head` stands before all rows. Of companies a slice must be written after those before it: each is in the file once. */
export interface PresetWriter {
  head: string;
  write(entries: readonly Entry[]): { text: string; count: ExportCount };
}

/** Makes a writer for one file. */
export function presetWriter(preset: ExportPreset, { nameParts, separator = ',' }: { nameParts: NameParts; separator?: NonNullable<CsvOptions<unknown>['separator']> }): PresetWriter {
  const { head, line } = csvLines({ columns: preset.columns, separator, bom: preset.bom ?? false });
  const companies = new Set<string>();
  return {
    head,
    write: (entries) => {
      const lines: string[] = [];
      const leftOut: ExportCount['leftOut'] = {};
      for (const entry of entries) {
        const row = exportRow(entry, nameParts);
        const why = preset.sending && !mayBeSentTo(entry.prospect) ? 'no-contact' : preset.lacks(row);
        if (why) leftOut[why] = (leftOut[why] ?? 0) + 1;
        else if (preset.holds === 'people' || isNewCompany(row, companies)) lines.push(line(row));
      }
      return { text: lines.join(''), count: { rows: lines.length, leftOut } };
    },
  };
}

/** Both counts together. */
export function addCounts(one: ExportCount, other: ExportCount): ExportCount {
  const leftOut = { ...one.leftOut };
  for (const [why, many] of Object.entries(other.leftOut) as [LeftOut, number][]) leftOut[why] = (leftOut[why] ?? 0) + many;
  return { rows: one.rows + other.rows, leftOut };
}

function isNewCompany({ entry: { prospect }, company }: ExportRow, seen: Set<string>): boolean {
  const key = prospect.accountId ?? `name ${(company ?? '').toLowerCase()}`;
  return !seen.has(key) && seen.add(key) !== undefined;
}
