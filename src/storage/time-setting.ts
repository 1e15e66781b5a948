import { type Load, loadOf } from '../domain/load.ts';
import { DEFAULT_WINDOWS, type SendingWindow, type SendingWindows } from '../domain/sending-hours.ts';
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

export function writeWindows(book: Book, windows: SendingWindows): Promise<void> {
  return writeSetting(book, 'windows', windows);
}

/** How many follow-ups a day is meant to hold, by priority. */
export async function readLoad(book: Book): Promise<Load> {
  return loadOf(await readSetting<unknown>(book, 'load', null));
}

export function writeLoad(book: Book, load: Load): Promise<void> {
  return writeSetting(book, 'load', loadOf(load));
}

function isWindow(value: unknown): boolean {
  const { from, to, days } = (value ?? {}) as Partial<SendingWindow>;
  return typeof from === 'string' && TIME.test(from) && typeof to === 'string' && TIME.test(to) && Array.isArray(days) && days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
}
