import { t } from '../../platform/locale.ts';
import { inBulk, type BulkDone, type BulkWork } from '../../storage/bulk.ts';
import { failureText, undoAction } from './act.ts';
import { book, change, nudge } from './book.ts';
import { now } from './clock.ts';
import { number } from './number.ts';
import { withProgress } from './progress.ts';
import { toast } from './toast.ts';

/** Does one thing to these people in slices, shows how far it is, and offers ONE undo for all of it, also when it was stopped or has failed on the way. False when nothing was done. */
export async function doToMany(label: string, ids: readonly string[], work: BulkWork, goBack: (changeId: string, label: string) => Promise<void> = undoAction): Promise<boolean> {
  const made = change(label);
  let reached = 0;
  let done: BulkDone | undefined;
  let failure: unknown;
  try {
    done = await withProgress(label, (run) => inBulk(book, ids, made, work, { ...run, onProgress: (through, all) => { reached = through; run.onProgress?.(through, all); } }));
  } catch (error) {
    console.error(error);
    failure = error;
  }
  nudge();
  now.value = Date.now();
  const takeBack = { label: t('undo'), run: () => void goBack(made.changeId, label) };
  if (failure) toast(failureText(failure), { bad: true, ...(reached > 0 ? { action: takeBack } : {}) });
  else if (!done) toast(t('bulk_busy'), { bad: true });
  else if (done.changed === 0) toast(t('bulk_nothing', label));
  else toast(done.stopped ? t('bulk_stopped', label, number(done.changed), number(ids.length)) : t(done.changed === 1 ? 'bulk_done_one' : 'bulk_done', label, number(done.changed)), { stays: true, action: takeBack });
  return done !== undefined && done.changed > 0;
}
