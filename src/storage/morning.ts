import { Dexie } from 'dexie';
import { checkMorning, meet, type Morning } from '../domain/morning.ts';
import type { FollowUp, Touch } from '../domain/activity.ts';
import type { Account } from '../domain/account.ts';
import type { Prospect } from '../domain/prospect.ts';
import { QUEUE_ORDERS, type QueueOrder } from '../domain/queue.ts';
import type { Book } from './database.ts';
import { readSetting, writeSetting } from './setting.ts';

const KEY = 'today-morning';
const ORDER = 'today-order';

/** The morning as it was left. */
export async function readMorning(book: Book): Promise<Morning> {
  return checkMorning(await readSetting<unknown>(book, KEY, undefined));
}

/** Keeps the morning; what another panel met on the same day stays met. */
export function keepMorning(book: Book, morning: Morning): Promise<void> {
  return book.transaction('rw', book.settings, async () => {
    const stored = await readMorning(book);
    await writeSetting(book, KEY, stored.day === morning.day ? { ...morning, met: meet(stored, stored.day, morning.met).met } : morning);
  });
}

/** How the rep wants the queue ordered. */
export async function readOrder(book: Book): Promise<QueueOrder> {
  const said = await readSetting<unknown>(book, ORDER, undefined);
  return QUEUE_ORDERS.find((one) => one === said) ?? 'channel';
}

export function writeOrder(book: Book, order: QueueOrder): Promise<void> {
  return writeSetting(book, ORDER, order);
}

/** One follow-up with whom it is about; `last` is the latest of all their touches. */
export interface FocusRows {
  followUp: FollowUp;
  /** undefined = gone, though the follow-up is still there. */
  prospect: Prospect | undefined;
  account: Account | undefined;
  last: Touch | undefined;
  touches: Touch[];
  note: string;
}

/** Reads what stands before the rep: a follow-up and, at the same time, all about whom it is; undefined when the follow-up is gone. */
export function readFocus(book: Book, { followUpId, prospectId }: { followUpId: string; prospectId: string }): Promise<FocusRows | undefined> {
  return book.transaction('r', [book.followUps, book.prospects, book.accounts, book.touches, book.notes], async () => {
    const [followUp, { prospect, account }, touches, notes] = await Promise.all([
      book.followUps.get(followUpId),
      withAccount(book, prospectId),
      book.touches.where('prospectId').equals(prospectId).toArray(),
      book.notes.where('prospectId').equals(prospectId).toArray(),
    ]);
    if (!followUp) return undefined;
    const last = touches.reduce<Touch | undefined>((latest, one) => (latest && latest.at >= one.at ? latest : one), undefined);
    return { followUp, prospect, account, last, touches, note: notes.toSorted((a, b) => b.createdAt - a.createdAt)[0]?.text ?? '' };
  });
}

async function withAccount(book: Book, id: string): Promise<Pick<FocusRows, 'prospect' | 'account'>> {
  const prospect = await book.prospects.get(id);
  return { prospect, account: prospect?.accountId ? await book.accounts.get(prospect.accountId) : undefined };
}

/** What became of those that were met: done, put to another time, or gone with their prospect; `byChannel` counts the done ones ('' = not said). */
export interface Finish {
  done: number;
  moved: number;
  gone: number;
  byChannel: { channel: string; count: number }[];
}

/** What became of the follow-ups that are not due any more, each counted once (by its id), whatever it went through. */
export async function readFinish(book: Book, keys: readonly string[]): Promise<Finish> {
  const ids = [...new Set(keys.map((key) => key.slice(0, key.lastIndexOf('@'))))];
  const rows = await book.followUps.bulkGet(ids);
  const finish: Finish = { done: 0, moved: 0, gone: 0, byChannel: [] };
  const channels = new Map<string, number>();
  for (const row of rows) {
    if (!row) finish.gone++;
    else if (row.open === 1) finish.moved++;
    else {
      finish.done++;
      channels.set(row.channel ?? '', (channels.get(row.channel ?? '') ?? 0) + 1);
    }
  }
  finish.byChannel = [...channels].map(([channel, count]) => ({ channel, count })).toSorted((a, b) => b.count - a.count || (a.channel < b.channel ? -1 : 1));
  return finish;
}

/** How many open follow-ups come due in each of these spans, from the first bound (epoch ms) up to but without the last. */
export function countAhead(book: Book, bounds: readonly number[]): Promise<number[]> {
  return Promise.all(bounds.slice(1).map((to, at) => book.followUps.where('[open+dueAt]').between([1, bounds[at] ?? Dexie.minKey], [1, to], true, false).count()));
}
