import type { ImportCount } from '../../domain/import-row.ts';
import { refusedRows } from '../../files/table/refused.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { download } from './download.ts';
import { refusalWord } from './import-words.ts';
import { tableImport } from './table-import.ts';
import { toast } from './toast.ts';

/** Saves the rows that were refused as a file, as they stand, with the reason behind each: mended there, it can be imported again. */
export async function saveRefused({ left, results }: ImportCount): Promise<void> {
  const now = tableImport.value;
  if (!('mapping' in now)) return;
  const { file, mapping: { format, names } } = now;
  const reasons = new Map(left.flatMap(({ line, result, refused, detail }) => (result === 'refused' ? [[line, refusalWord(refused ?? 'other', detail)] as const] : [])));
  const name = `${file.name.replace(/\.[^.]{1,5}$/, '')}-refused.csv`;
  try {
    if (await download({ name, mediaType: 'text/csv;charset=utf-8', chunks: refusedRows(file, format, names, reasons) }, results.refused)) toast(t('import_refused_saved', name));
  } catch (error) {
    report(error);
    toast(t('export_failed'), { bad: true });
  }
}
