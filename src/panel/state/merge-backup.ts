import { bookHead } from '../../files/book-json.ts';
import { BOOK_TABLES, type BookRows, type BookTable } from '../../files/book-schema.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { importing, planReading } from './import.ts';
import { partsOf, restoring, type RestoreState } from './restore.ts';
import { go } from './route.ts';

/** Plans to bring a backup into the book beside what is there, as any book file comes in: the plan is shown, and nothing is stored yet. */
export async function mergeBackup({ name, file }: Extract<RestoreState, { step: 'read' }>): Promise<void> {
  go('import');
  // the one that is being stored is shown there
  if (importing.value.step === 'storing') return;
  importing.value = { step: 'reading', file: name };
  restoring.value = { step: 'none' };
  try {
    const rows = Object.fromEntries(BOOK_TABLES.map((table) => [table, [] as object[]])) as unknown as BookRows;
    let settings: Record<string, unknown> = {};
    const content = { rows: {}, refused: 0, at: 0, checked: false };
    for await (const part of partsOf(file, content)) {
      if ('name' in part) {
        if (part.name === 'settings' && typeof part.value === 'object' && part.value !== null) settings = part.value as Record<string, unknown>;
      } else if ((BOOK_TABLES as readonly string[]).includes(part.table)) {
        (rows[part.table as BookTable] as object[]).push(...part.rows);
      }
    }
    const counts = Object.fromEntries(BOOK_TABLES.map((table) => [table, rows[table].length])) as Record<BookTable, number>;
    await planReading(name, { dump: { ...bookHead(content.at, counts, settings), ...rows }, rejected: [], missing: [] });
  } catch (error) {
    report(error);
    importing.value = { step: 'failed', file: name, reason: t('import_unreadable') };
  }
}
