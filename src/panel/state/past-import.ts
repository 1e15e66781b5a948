import { t } from '../../platform/locale.ts';
import { book, nudge } from './book.ts';
import { askImporter, stopImporter } from './importer.ts';
import { filter, mode, NO_CONDITIONS, NO_FILTER } from './people-filter.ts';
import { number } from './number.ts';
import { withProgress } from './progress.ts';
import { go } from './route.ts';
import { toast } from './toast.ts';
import { undoAction } from './act.ts';

/** Takes an import back, shows how far it is, and says what had to stay because something was done with it since; who stops it can go on. */
export async function takeBack(id: string, label: string): Promise<void> {
  const record = await book.imports.get(id);
  // a book file went through the one door, row by row
  if (!record || record.preset === 'book') return undoAction(id, label);
  const answer = await withProgress(t('undoing', label), (run) => {
    run.signal?.addEventListener('abort', stopImporter);
    return askImporter({ ask: 'undo', id, at: Date.now(), label: t('change_undone', label) }, ({ done, rows }) => run.onProgress?.(done, rows));
  });
  if (!answer) return toast(t('bulk_busy'), { bad: true });
  nudge();
  if (answer.said !== 'undone') return toast(t('error_write'), { bad: true });
  const { removed, restored, kept, isWhole } = answer.undone;
  if (!isWhole) return toast(t('undo_stopped', label), { stays: true, action: { label: t('undo_go_on'), run: () => void takeBack(id, label) } });
  toast(kept.count > 0 ? t('import_undone_partly', number(removed), number(restored), number(kept.count)) : t('import_undone', number(removed), number(restored)), { bad: kept.count > 0 });
}

/** Opens the list of people with those that came in with an import. */
export function showImported(id: string): void {
  mode.value = 'list';
  filter.value = { ...NO_FILTER, tried: { ...NO_CONDITIONS, conditions: [{ field: 'importId', is: 'any-of', values: [id] }] } };
  go('people');
}
