import { t } from '../../platform/locale.ts';
import { book, nudge } from './book.ts';
import { askImporter } from './importer.ts';
import { filter, mode, NO_CONDITIONS, NO_FILTER } from './people-filter.ts';
import { go } from './route.ts';
import { toast } from './toast.ts';
import { undoAction } from './act.ts';

/** Takes an import back, and says what had to stay because something was done with it since. */
export async function takeBack(id: string, label: string): Promise<void> {
  const record = await book.imports.get(id);
  // a book file went through the one door, row by row
  if (!record || record.preset === 'book') return undoAction(id, label);
  const answer = await askImporter({ ask: 'undo', id, at: Date.now(), label: t('change_undone', label) });
  nudge();
  if (answer.said !== 'undone') return toast(t('error_write'), { bad: true });
  const { removed, restored, kept } = answer.undone;
  toast(kept.count > 0 ? t('import_undone_partly', removed, restored, kept.count) : t('import_undone', removed, restored), { bad: kept.count > 0 });
}

/** Opens the list of people with those that came in with an import. */
export function showImported(id: string): void {
  mode.value = 'list';
  filter.value = { ...NO_FILTER, tried: { ...NO_CONDITIONS, conditions: [{ field: 'importId', is: 'any-of', values: [id] }] } };
  go('people');
}
