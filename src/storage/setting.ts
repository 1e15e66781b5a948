import type { Book } from './database.ts';

/** A setting, or `otherwise` while it was never set. */
export async function readSetting<T>(book: Book, key: string, otherwise: T): Promise<T> {
  return ((await book.settings.get(key))?.value as T | undefined) ?? otherwise;
}

export async function writeSetting(book: Book, key: string, value: unknown): Promise<void> {
  await book.settings.put({ key, value });
}
