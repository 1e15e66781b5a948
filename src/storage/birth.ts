import type { Book } from './database.ts';
import { readSetting, writeSetting } from './setting.ts';

/** What is remembered of the book outside of it: which one it is, how many people it had, and when (epoch ms) that was looked at. */
export interface BookMark {
  born: string;
  people: number;
  at: number;
}

const KEY = 'born';
/** How often people are counted for the mark, ms. */
const GLANCE = 3_600_000;

/** A mark as it was stored, or undefined when it is none. */
export function markOf(stored: unknown): BookMark | undefined {
  const { born, people, at } = (stored ?? {}) as Partial<BookMark>;
  return typeof born === 'string' && born !== '' && Number.isInteger(people) && Number.isFinite(at) ? { born, people: people!, at: at! } : undefined;
}

/** Is another book here than the one that the mark remembers, which had people? The browser has taken that one away, or it was removed outside of Paydirt. */
export async function isLost(book: Book, mark: BookMark | undefined): Promise<boolean> {
  if (!mark || mark.people === 0) return false;
  return await readSetting(book, KEY, '') !== mark.born;
}

/** The mark as it should be by now; undefined when the old one is to stay: it was looked at a moment ago, or it is of a book that is lost. */
export async function nextMark(book: Book, mark: BookMark | undefined, now: number, newId: () => string): Promise<BookMark | undefined> {
  if (await isLost(book, mark)) return undefined;
  const born = await bornOf(book, newId);
  if (mark && mark.born === born && mark.people > 0 && now - mark.at < GLANCE && now >= mark.at) return undefined;
  const people = await book.prospects.count();
  return mark && mark.born === born && mark.people === people && now - mark.at < GLANCE ? undefined : { born, people, at: now };
}

/** What the rep begins anew with, or has restored: the mark of the book that is here now. */
export async function freshMark(book: Book, now: number, newId: () => string): Promise<BookMark> {
  return { born: await bornOf(book, newId), people: await book.prospects.count(), at: now };
}

function bornOf(book: Book, newId: () => string): Promise<string> {
  return book.transaction('rw', book.settings, async () => {
    const old = await readSetting(book, KEY, '');
    if (old) return old;
    const born = newId();
    await writeSetting(book, KEY, born);
    return born;
  });
}
