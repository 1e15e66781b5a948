import type { Alike, AlikeIndex } from '../domain/account-alike.ts';
import type { AccountIndex } from './account-index.ts';

const SLICE = 200;

/** Which accounts may be the same as others: all that have somebody, by id. */
export type Suspects = ReadonlyMap<string, readonly Alike[]>;

/**
 * Looks through the whole book for accounts that may be one company, in slices with `pause` between them; what did not change since the last look is
 * not taken apart again. Undefined when `end` came first.
 */
export async function findSuspects(accounts: AccountIndex, alike: AlikeIndex, pause: () => Promise<void>, end: AbortSignal): Promise<Suspects | undefined> {
  const rows = [...accounts.rows.values()];
  for (const id of [...alike.ids()]) if (!accounts.rows.has(id)) alike.delete(id);
  for (let from = 0; from < rows.length; from += SLICE) {
    let news = false;
    for (const row of rows.slice(from, from + SLICE)) news = alike.set(row) || news;
    if (news) await pause();
    if (end.aborted) return undefined;
  }
  const suspects = new Map<string, Alike[]>();
  for (let from = 0; from < rows.length; from += SLICE) {
    for (const { id } of rows.slice(from, from + SLICE)) {
      const found = alike.alike(id);
      if (found.length) suspects.set(id, found);
    }
    await pause();
    if (end.aborted) return undefined;
  }
  return suspects;
}
