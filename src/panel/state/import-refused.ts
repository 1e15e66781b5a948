import type { ImportCount } from '../../domain/import-row.ts';
import { refusedRows } from '../../files/table/refused.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { download } from './download.ts';
import { refusalWord } from './import-words.ts';
import { tableImport } from './table-import.ts';
import { toast } from './toast.ts';

/** Saves the rows that were refused as a file, as they stand, with the reason behind each: mended there, it can be imported again. */
export function saveRefused({ left }: ImportCount): Promise<void> {
  return saveRows('refused', () => new Map(left.flatMap(({ line, result, refused, detail }) => (result === 'refused' ? [[line, refusalWord(refused ?? 'other', detail)] as const] : []))));
}

/** The same of rows that are kept without some of their values: mended and imported again they fill what is empty. */
export function saveShort({ short }: ImportCount): Promise<void> {
  return saveRows('incomplete', (names) => new Map(short.map(({ line, lost }) => [line, t('import_short_reason', lost.map(({ column, text }) => `${names[column] || t('import_column', column + 1)} (${text})`).join(', '))])));
}

async function saveRows(what: string, reasonsOf: (names: readonly string[]) => Map<number, string>): Promise<void> {
  const now = tableImport.value;
  if (!('mapping' in now)) return;
  const { file, mapping: { format, names } } = now;
  const reasons = reasonsOf(names);
  const name = `${file.name.replace(/\.[^.]{1,5}$/, '')}-${what}.csv`;
  try {
    if (await download({ name, mediaType: 'text/csv;charset=utf-8', chunks: refusedRows(file, format, names, reasons) }, reasons.size)) toast(t('import_refused_saved', name));
  } catch (error) {
    report(error);
    toast(t('export_failed'), { bad: true });
  }
}
