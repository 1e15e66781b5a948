import { bookHead, writeBook } from '../../files/book-json.ts';
import { csvChunks, prospectColumns } from '../../files/csv.ts';
import { firstAndLast } from '../../domain/name.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { readDump, readEntries } from '../../storage/dump.ts';
import { book } from './book.ts';
import { download } from './download.ts';
import { toast } from './toast.ts';

/** Saves these prospects, in this order, as a CSV file that spreadsheets open; everybody when no ids are given. */
export async function exportCsv(ids?: readonly string[]): Promise<void> {
  const count = ids?.length ?? await book.prospects.count();
  await save(count, { name: `paydirt-people-${today()}.csv`, mediaType: 'text/csv;charset=utf-8', chunks: csvChunks(readEntries(book, ids), { columns: prospectColumns(firstAndLast), bom: true }) });
}

/** Saves the whole book, lossless, as JSON. */
export async function exportJson(): Promise<void> {
  const { counts, settings, rows } = await readDump(book);
  await save(counts.prospects, { name: `paydirt-book-${today()}.json`, mediaType: 'application/json', chunks: writeBook({ ...bookHead(Date.now(), counts, settings), ...rows }) });
}

async function save(rows: number, file: Parameters<typeof download>[0]): Promise<void> {
  try {
    if (await download(file, rows)) toast(t(rows === 1 ? 'export_done_one' : 'export_done', rows, file.name));
  } catch (error) {
    report(error);
    toast(t('export_failed'), { bad: true });
  }
}

/** The rep's calendar day as 2026-12-03. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
