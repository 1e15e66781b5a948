import { signal } from '@preact/signals';
import { t } from '../../platform/locale.ts';
import type { Change } from '../../storage/write.ts';
import { ContactBarred } from '../../storage/contact-guard.ts';
import { undoInSlices, type SliceRun, type UndoneInSlices } from '../../storage/undo-slices.ts';
import { book, change, nudge } from './book.ts';
import { now } from './clock.ts';
import { withProgress } from './progress.ts';
import { toast } from './toast.ts';
import { noteFull } from './trouble.ts';
import { reasonWord } from './words.ts';

/** The id of the last change that was made here; '' = none yet. */
export const lastAction = signal('');

/**
 * Does one thing to the book and says so, with an undo. `label` is what toast and history call it; '' keeps quiet. A failed write says
 * that nothing was changed. Resolves to false when it failed. `takeBack` is what undo does, when it is more than to take the action back.
 */
export async function act(label: string, work: (change: Change) => Promise<unknown>, takeBack: (changeId: string, label: string) => Promise<void> = undoAction): Promise<boolean> {
  const made = change(label);
  try {
    await work(made);
  } catch (error) {
    if (!(error instanceof ContactBarred)) console.error(error);
    toast(failureText(error), { bad: true });
    return false;
  }
  nudge();
  lastAction.value = made.changeId;
  // what is due from this moment on is shown from this moment on, as the badge counts it
  now.value = Date.now();
  if (label) toast(label, { action: { label: t('undo'), run: () => void takeBack(made.changeId, label) } });
  return true;
}

type Undo = (of: typeof book, changeId: string, change: Change, run: SliceRun) => Promise<UndoneInSlices>;

/** Takes an action back and says what came of it. `undo` is how, when it is more than to put back what was there. */
export async function undoAction(changeId: string, label: string, undo: Undo = undoInSlices): Promise<void> {
  try {
    const undone = await withProgress(t('undoing', label), (run) => undo(book, changeId, change(t('change_undone', label)), run));
    if (!undone) return toast(t('bulk_busy'), { bad: true });
    const { restored, kept, stopped } = undone;
    nudge();
    if (stopped) toast(t('undo_stopped', label), { stays: true, action: { label: t('undo_go_on'), run: () => void undoAction(changeId, label, undo) } });
    else toast(kept.length === 0 ? t('undone', label) : restored > 0 ? t('undone_partly', label) : t('undo_refused'));
  } catch (error) {
    console.error(error);
    toast(failureText(error), { bad: true });
  }
}

/** What went wrong with a write, as the rep reads it. */
export function failureText(error: unknown): string {
  if (error instanceof ContactBarred) return t('error_barred', reasonWord(error.reason));
  return noteFull(error) ? t('error_quota') : t('error_write');
}
