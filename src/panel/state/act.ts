import { t } from '../../platform/locale.ts';
import type { Change } from '../../storage/write.ts';
import { undo } from '../../storage/undo.ts';
import { book, change, nudge } from './book.ts';
import { now } from './clock.ts';
import { toast } from './toast.ts';
import { noteFull } from './trouble.ts';

/**
 * Does one thing to the book and says so, with an undo. `label` is what toast and history call it; '' keeps quiet. A failed write says
 * that nothing was changed. Resolves to false when it failed. `takeBack` is what undo does, when it is more than to take the action back.
 */
export async function act(label: string, work: (change: Change) => Promise<unknown>, takeBack: (changeId: string, label: string) => Promise<void> = undoAction): Promise<boolean> {
  const made = change(label);
  try {
    await work(made);
  } catch (error) {
    console.error(error);
    toast(failureText(error), { bad: true });
    return false;
  }
  nudge();
  // what is due from this moment on is shown from this moment on, as the badge counts it
  now.value = Date.now();
  if (label) toast(label, { action: { label: t('undo'), run: () => void takeBack(made.changeId, label) } });
  return true;
}

/** Takes an action back and says what came of it. */
export async function undoAction(changeId: string, label: string): Promise<void> {
  try {
    const { restored, kept } = await undo(book, changeId, change(t('change_undone', label)));
    nudge();
    toast(kept.length === 0 ? t('undone', label) : restored > 0 ? t('undone_partly', label) : t('undo_refused'));
  } catch (error) {
    console.error(error);
    toast(failureText(error), { bad: true });
  }
}

function failureText(error: unknown): string {
  return noteFull(error) ? t('error_quota') : t('error_write');
}
