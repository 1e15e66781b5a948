import { firstAndLast } from '../../domain/name.ts';
import { prospectColumns } from '../csv.ts';
import type { ExportPreset } from './preset.ts';

/** Everything that fits into a row, for spreadsheets and for coming back. */
export const preset: ExportPreset = {
  name: 'generic',
  label: 'Spreadsheet (all columns)',
  sending: false,
  holds: 'people',
  bom: true,
  needs: ['account', 'notes', 'followUps'],
  lacks: () => undefined,
  columns: prospectColumns(firstAndLast).map(({ name, cell }) => ({ name, cell: ({ entry }) => cell(entry) })),
};
