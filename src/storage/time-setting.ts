import { type Load, loadOf } from '../domain/load.ts';
import { DEFAULT_WINDOWS, type SendingWindow, type SendingWindows } from '../domain/sending-hours.ts';
import { checkWeek, type Week, weekOf } from '../domain/week.ts';
import type { Book } from './database.ts';
import { readSetting, writeSetting } from './setting.ts';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** The sending windows by channel ('' = all others); what is stored and is no window is left out. */
export async function readWindows(book: Book): Promise<SendingWindows> {
  const stored = await readSetting<unknown>(book, 'windows', null);
  if (typeof stored !== 'object' || stored === null) return DEFAULT_WINDOWS;
  const kept = Object.entries(stored).filter((entry): entry is [string, SendingWindow] => isWindow(entry[1])).slice(0, 50);
  return { ...DEFAULT_WINDOWS, ...Object.fromEntries(kept) };
}

/** Changes the sending windows by what is stored at this moment: two quick changes do not undo each other. */
export function changeWindows(book: Book, edit: (windows: SendingWindows) => SendingWindows): Promise<void> {
  return book.transaction('rw', book.settings, async () => writeSetting(book, 'windows', edit(await readWindows(book))));
}

/** How many follow-ups a day is meant to hold, by priority. */
export async function readLoad(book: Book): Promise<Load> {
  return loadOf(await readSetting<unknown>(book, 'load', null));
}

/** Sets some of it; the rest stays as it is stored at this moment. */
export function changeLoad(book: Book, part: Partial<Load>): Promise<void> {
  return book.transaction('rw', book.settings, async () => writeSetting(book, 'load', loadOf({ ...await readLoad(book), ...part })));
}

/** The rep's week: as it was set, else as it is usual where their browser's language is spoken; `isUsual` says which. */
export async function readWeek(book: Book): Promise<Week & { isUsual: boolean }> {
  const set = checkWeek(await readSetting<unknown>(book, 'week', null));
  return set ? { ...set, isUsual: false } : { ...weekOf(new Intl.DateTimeFormat().resolvedOptions().locale), isUsual: true };
}

/** Sets the week; null = as usual. */
export function writeWeek(book: Book, week: Week | null): Promise<void> {
  return writeSetting(book, 'week', week && { firstDay: week.firstDay, weekend: week.weekend });
}

function isWindow(value: unknown): boolean {
  const { from, to, days } = (value ?? {}) as Partial<SendingWindow>;
  return typeof from === 'string' && TIME.test(from) && typeof to === 'string' && TIME.test(to) && Array.isArray(days) && days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
}
