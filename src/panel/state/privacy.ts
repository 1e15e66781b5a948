import { signal } from '@preact/signals';
import type { Draft } from '../../domain/draft.ts';
import { spellingsOf } from '../../domain/suppression.ts';
import { subjectJson, subjectMarkdown } from '../../files/subject-report.ts';
import { copyText } from '../../platform/clipboard.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { erasePeople } from '../../storage/erase.ts';
import { keepPeople } from '../../storage/lawful.ts';
import { liftSuppression } from '../../storage/lift-suppression.ts';
import { readSubject } from '../../storage/subject.ts';
import { act, undoAction } from './act.ts';
import { book } from './book.ts';
import { download } from './download.ts';
import { toast } from './toast.ts';

/** How far the erasing of many is; null while none is. */
export const erasing = signal<{ done: number; total: number; stop: AbortController } | null>(null);

/** Erases people; what it is called names nobody, for it stays in the history. False when it failed. */
export async function erase(ids: readonly string[]): Promise<boolean> {
  const stop = new AbortController();
  if (ids.length > 1) erasing.value = { done: 0, total: ids.length, stop };
  const label = ids.length === 1 ? t('change_erased') : t('change_erased_many', ids.length);
  try {
    return await act(label, (change) => erasePeople(book, ids, change, {
      signal: stop.signal,
      onSlice: async (done) => {
        if (erasing.value) erasing.value = { ...erasing.value, done };
        await new Promise((drawn) => setTimeout(drawn));
      },
    }), bringBack);
  } finally {
    erasing.value = null;
  }
}

/** Takes an erasure back, or says that its time is over. */
export async function bringBack(changeId: string, label: string): Promise<void> {
  if (await book.erasures.get(changeId)) await undoAction(changeId, label);
  else toast(t('erased_too_late'), { bad: true });
}

/** Keeps people for so many months from now, with the reason. */
export function keep(ids: readonly string[], until: number, reason: string): Promise<boolean> {
  return act(ids.length === 1 ? t('change_kept') : t('change_kept_many', ids.length), (change) => keepPeople(book, ids, until, reason, change));
}

/** Lets somebody in again, with the reason, by which history calls it. */
export function letIn(draft: Pick<Draft, 'keys' | 'fields'>, reason: string): Promise<boolean> {
  const { emails, phones } = draft.fields;
  return act(t('change_let_in', reason), (change) => liftSuppression(book, spellingsOf({ keys: draft.keys, fields: { ...(emails ? { emails } : {}), ...(phones ? { phones } : {}) } }), change));
}

/** Gives the answer to who asks what is held of them: to the clipboard, or as a file for people or for machines. */
export async function giveReport(id: string, to: 'clipboard' | 'md' | 'json'): Promise<void> {
  const subject = await readSubject(book, id);
  if (!subject) return toast(t('person_gone_title'), { bad: true });
  const now = Date.now();
  if (to === 'clipboard') return await copyText(subjectMarkdown(subject, now)) ? toast(t('report_copied')) : toast(t('hand_over_no_copy'), { bad: true });
  const text = to === 'md' ? subjectMarkdown(subject, now) : subjectJson(subject, now);
  try {
    await download({ name: `what-we-hold-${id.slice(0, 8)}.${to}`, mediaType: to === 'md' ? 'text/markdown;charset=utf-8' : 'application/json', chunks: (async function* () { yield text; })() }, 1);
  } catch (error) {
    report(error);
    toast(t('export_failed'), { bad: true });
  }
}
