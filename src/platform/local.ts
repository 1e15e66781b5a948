import { browser } from './browser.ts';

/** Reads one value that is kept beside the database, and outlives it; undefined when there is none. */
export async function localGet(key: string): Promise<unknown> {
  return (await browser.storage.local.get(key))[key];
}

/** Keeps a small JSON value beside the database. */
export async function localSet(key: string, value: unknown): Promise<void> {
  await browser.storage.local.set({ [key]: value });
}
