import { signal } from '@preact/signals';
import { readBook, type BookReading, type RejectedRow } from '../../files/book-json.ts';
import { existingBook, IMPORTED_BY } from '../../files/existing-book.ts';
import { planImport, type ImportPlan } from '../../files/import-plan.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { applyImport, readMatching } from '../../storage/import.ts';
import { leaveOutErased } from '../../storage/leave-out.ts';
import { loadPeople, packIfGrown } from '../../storage/people-index.ts';
import { act } from './act.ts';
import { toast } from './toast.ts';
import { book } from './book.ts';

/** How far the import of a file is: read and planned, being stored, stored; or why it cannot be. `changeId` takes it back. */
export type ImportState =
  | { step: 'none' }
  | { step: 'reading'; file: string }
  | { step: 'failed'; file: string; reason: string }
  | { step: 'planned'; file: string; plan: ImportPlan; reading: BookReading }
  | { step: 'storing'; file: string; plan: ImportPlan; reading: BookReading; done: number; total: number }
  | { step: 'stored'; file: string; plan: ImportPlan; rejected: RejectedRow[]; changeId: string };

/** Kept outside the view: leaving Settings does not stop an import. */
export const importing = signal<ImportState>({ step: 'none' });

/** Reads a file and says what importing it would do; nothing is stored yet. */
export async function planFile(file: File): Promise<void> {
  const { name } = file;
  importing.value = { step: 'reading', file: name };
  // lets the panel say so before a big file keeps it busy
  await new Promise((drawn) => setTimeout(drawn, 30));
  try {
    const reading = readBook(await file.text());
    if (!reading.ok) {
      importing.value = { step: 'failed', file: name, reason: reading.failure.message };
      return;
    }
    await planReading(name, reading.value);
  } catch (error) {
    report(error);
    importing.value = { step: 'failed', file: name, reason: t('import_unreadable') };
  }
}

/** Says what bringing in what was read of a file would do; whom the rep has erased stays out. */
export async function planReading(file: string, reading: BookReading): Promise<void> {
  const { file: dump, left } = await leaveOutErased(book, reading.dump);
  const { rows, settings } = await readMatching(book, dump);
  importing.value = { step: 'planned', file, reading, plan: planImport(dump, existingBook(rows, settings)) };
  if (left > 0) toast(t(left === 1 ? 'import_erased_one' : 'import_erased', left));
}

/** Stores what was planned. One undo takes all of it back. */
export async function storePlan(): Promise<void> {
  const planned = importing.value;
  if (planned.step !== 'planned') return;
  const { file, plan, reading } = planned;
  const total = rowsIn(plan.add) + rowsIn(plan.update);
  importing.value = { ...planned, step: 'storing', done: 0, total };
  let changeId = '';
  const done = await act(t('import_label', file), async (change) => {
    ({ changeId } = change);
    await applyImport(book, plan, { ...change, by: IMPORTED_BY }, async (rows) => {
      importing.value = { ...planned, step: 'storing', done: rows, total };
      await new Promise((drawn) => setTimeout(drawn));
    });
  });
  // packed now: a panel that is closed right away would leave it to every later one
  if (done) await loadPeople(book).then((people) => packIfGrown(book, people)).catch(report);
  // what went in before it failed is the same when the file is read again
  importing.value = done ? { step: 'stored', file, plan, rejected: reading.rejected, changeId } : planned;
}

export function rowsIn(rows: ImportPlan['add']): number {
  return Object.values(rows).reduce((sum, list) => sum + list.length, 0);
}
