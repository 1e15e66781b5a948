import { counts, firstKept, siteIn, withDraft, type HealthRow } from '../domain/health.ts';
import type { Draft } from '../domain/draft.ts';
import type { Book } from './database.ts';

/** Counts what a settled draft has and lacks. `sites` are the names that we know. The first page of a day takes rows away that are too old. */
export function countDraft(book: Book, draft: Draft, day: string, sites: ReadonlySet<string>): Promise<void> {
  if (!counts(draft)) return Promise.resolve();
  return book.transaction('rw', book.health, async () => {
    const row = await book.health.get([day, siteIn(draft, sites)]);
    await book.health.put(withDraft(row, day, draft, sites));
    if (!row) await book.health.where('[day+site]').below([firstKept(day)]).delete();
  });
}

/** All that was counted. */
export function readHealth(book: Book): Promise<HealthRow[]> {
  return book.health.toArray();
}

/** Starts to count anew. */
export function clearHealth(book: Book): Promise<void> {
  return book.health.clear();
}

/** Puts back what was cleared; a day that was counted since stays as it is. */
export function restoreHealth(book: Book, rows: readonly HealthRow[]): Promise<void> {
  return book.transaction('rw', book.health, async () => {
    const now = new Set((await book.health.toArray()).map(({ day, site }) => `${day} ${site}`));
    await book.health.bulkPut(rows.filter(({ day, site }) => !now.has(`${day} ${site}`)));
  });
}
