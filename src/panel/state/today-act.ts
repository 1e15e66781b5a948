import { skip, unskip } from '../../domain/morning.ts';
import { after, type QueueEntry } from '../../domain/queue.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { settleFollowUp } from '../../storage/person.ts';
import type { Change } from '../../storage/write.ts';
import { act, undoAction } from './act.ts';
import { book } from './book.ts';
import { zone } from './clock.ts';
import { currentKey, dayOf, keep, leaving, morning, wantedKey } from './today.ts';
import { toast } from './toast.ts';

/** What was done in this panel, oldest first: each can be taken back, the last one first. */
let doneThings: { changeId: string; takeBack: () => Promise<void> }[] = [];

/** Takes the last thing back that was not taken back yet, and goes there. */
export async function undoLast(): Promise<void> {
  const last = doneThings.pop();
  if (last) await last.takeBack();
  else toast(t('today_nothing_to_undo'));
}

/**
 * Does what settles an entry: it is gone from the queue at once and the next one stands there; when that fails, or is taken back, it is there
 * again. `final`: what is said of it, when the book would refuse to take it back. True = it was done.
 */
export async function settle(entry: QueueEntry, order: readonly QueueEntry[], label: string, work: (change: Change) => Promise<unknown>, final?: string): Promise<boolean> {
  const { key } = entry;
  if (leaving.value.has(key)) return false;
  leave(entry, order);
  const isBack = (): void => {
    leaving.value = new Set([...leaving.value].filter((one) => one !== key));
    wantedKey.value = key;
  };
  const takeBack = async (changeId: string, what: string): Promise<void> => {
    doneThings = doneThings.filter((one) => one.changeId !== changeId);
    await undoAction(changeId, what);
    isBack();
  };
  if (final !== undefined) {
    const done = await act('', (change) => work({ ...change, label }));
    if (done) toast(final);
    else isBack();
    return done;
  }
  const ok = await act(label, async (change) => {
    doneThings.push({ changeId: change.changeId, takeBack: () => takeBack(change.changeId, label) });
    await work(change);
  }, takeBack);
  if (ok) return true;
  doneThings.pop();
  isBack();
  return false;
}

/** Done: this follow-up does not come again. */
export function done(entry: QueueEntry, order: readonly QueueEntry[], name: string): Promise<boolean> {
  return settle(entry, order, t('change_done', name), (change) => settleFollowUp(book, entry.followUpId, 'done', change));
}

/** Not to be contacted: what was planned is dropped. */
export function drop(entry: QueueEntry, order: readonly QueueEntry[], name: string): Promise<boolean> {
  return settle(entry, order, t('change_dropped', name), (change) => settleFollowUp(book, entry.followUpId, 'done', change));
}

/** Put off to another time (epoch ms). */
export function snooze(entry: QueueEntry, order: readonly QueueEntry[], name: string, dueAt: number): Promise<boolean> {
  return settle(entry, order, t('change_snoozed', name, formatWhen(dueAt, Date.now(), zone(), uiLocale())), (change) => settleFollowUp(book, entry.followUpId, { dueAt }, change));
}

/** To the end of today's queue. Nothing in the book changes; the badge still counts it. */
export function skipOver(entry: QueueEntry, order: readonly QueueEntry[], name: string): void {
  const { key } = entry;
  if (!morning.value) return;
  const before = morning.value.skipped[key];
  wantedKey.value = '';
  currentKey.value = after(order, key, leaving.value)?.key ?? key;
  keep(skip(morning.value, key, Date.now()));
  const changeId = `skip ${key} ${Date.now()}`;
  const takeBack = async (): Promise<void> => {
    doneThings = doneThings.filter((one) => one.changeId !== changeId);
    if (!morning.value || morning.value.day !== dayOf(Date.now())) return;
    keep(before === undefined ? unskip(morning.value, key) : skip(morning.value, key, before));
    wantedKey.value = key;
  };
  doneThings.push({ changeId, takeBack });
  toast(t('today_skipped', name), { action: { label: t('undo'), run: () => void takeBack() } });
}

function leave(entry: QueueEntry, order: readonly QueueEntry[]): void {
  wantedKey.value = '';
  currentKey.value = after(order, entry.key, leaving.value)?.key ?? '';
  leaving.value = new Set([...leaving.value, entry.key]);
}
