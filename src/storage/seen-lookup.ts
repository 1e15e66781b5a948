import { Dexie } from 'dexie';
import type { SyncKind } from '../domain/sync/record.ts';
import type { Book, SeenRow } from './database.ts';

/** Finds the records of a CRM that have one of these identities (as in `SeenRow.lookup`). */
export type SeenLookup = (lookups: string[]) => Promise<Map<string, SeenRow[]>>;

/** Records held at once, at most: some 30 MB. */
const MOST = 30_000;
const PAGE = 500;

/**
 * A way to look up many identities among the records seen of one kind. One read of all is much faster than a jump for each
 * identity; where there are too many to hold they are asked for one by one. `between` is called between two reads.
 */
export async function seenLookup(book: Book, connection: string, kind: SyncKind, between: () => Promise<void>, most = MOST): Promise<SeenLookup> {
  const rows = (after?: string) => book.seen.where('[connection+kind+remoteId]').between([connection, kind, after ?? Dexie.minKey], [connection, kind, Dexie.maxKey], false);
  if (await rows().count() > most) return async (lookups) => byLookup(await book.seen.where('lookup').anyOf(lookups).distinct().toArray());
  const all = new Map<string, SeenRow[]>();
  for (let after: string | undefined; ;) {
    const page = await rows(after).limit(PAGE).toArray();
    if (page.length === 0) return async (lookups) => new Map(lookups.flatMap((one) => (all.has(one) ? [[one, all.get(one)!] as const] : [])));
    byLookup(page, all);
    after = page.at(-1)!.remoteId;
    await between();
  }
}

function byLookup(rows: SeenRow[], into = new Map<string, SeenRow[]>()): Map<string, SeenRow[]> {
  for (const row of rows) {
    for (const key of row.lookup) {
      const found = into.get(key);
      if (found) found.push(row);
      else into.set(key, [row]);
    }
  }
  return into;
}
