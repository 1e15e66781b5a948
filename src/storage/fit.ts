import type { Account } from '../domain/account.ts';
import { compileIcp, type Scorer } from '../domain/score.ts';
import type { Icp } from '../domain/icp.ts';
import { type Near, nowhere } from '../domain/near.ts';
import { inputOf } from '../domain/score-input.ts';
import type { FitMark, Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import { nearFor } from './near.ts';
import { readSetting } from './setting.ts';

/** Scores prospects against the ICP in force. */
export interface Marker {
  mark(prospect: Prospect, account: Account | undefined): FitMark;
}

/** Compiling costs more than scoring; an ICP version never changes. */
let compiled: { at: string; near: Near; scorer: Scorer } | undefined;

/** The ICP in force, or undefined while there is none. */
export async function activeIcp(book: Book): Promise<Icp | undefined> {
  const id = await readSetting(book, 'activeIcp', '');
  return (id ? await book.icps.get(id) : undefined) ?? book.icps.toCollection().first();
}

/** What marks prospects in the current transaction; undefined while there is no ICP. */
export async function markerOf(book: Book): Promise<Marker | undefined> {
  const icp = await activeIcp(book);
  return icp && markerFor(icp, await nearFor(book, icp.criteria));
}

/** A marker of one ICP version; `near` judges its places (`nearFor`). */
export function markerFor(icp: Icp, near: Near = nowhere): Marker {
  const at = `${icp.id} ${icp.version} ${icp.updatedAt}`;
  if (compiled?.at !== at || compiled.near !== near) compiled = { at, near, scorer: compileIcp(icp, { near }) };
  const { scorer } = compiled;
  return {
    mark: (prospect, account) => {
      const { fit, coverage } = scorer.mark(inputOf(prospect, account));
      return { icpId: icp.id, version: icp.version, fit, coverage };
    },
  };
}

const SLICE = 200;

/**
 * Scores everybody again after an ICP changed, in slices that leave room for the panel between them. Only the derived mark is
 * written (with the journal of the people index): a score is not an edit and has no history. Ends early with the signal.
 */
export async function rescoreAll(book: Book, signal: AbortSignal, pause: () => Promise<void>): Promise<number> {
  const icp = await activeIcp(book);
  if (!icp) return 0;
  const marker = markerFor(icp, await nearFor(book, icp.criteria));
  const ids = await book.prospects.toCollection().primaryKeys();
  let changed = 0;
  for (let from = 0; from < ids.length && !signal.aborted; from += SLICE) {
    changed += await book.transaction('rw', [book.prospects, book.accounts, book.journal], async () => {
      const rows = (await book.prospects.bulkGet(ids.slice(from, from + SLICE))).filter((row) => row !== undefined);
      const accounts = await book.accounts.bulkGet(rows.map((row) => row.accountId ?? ''));
      const marked = rows.map((row, at) => ({ ...row, fit: marker.mark(row, accounts[at]) }))
        .filter(({ fit }, at) => JSON.stringify(fit) !== JSON.stringify(rows[at]!.fit));
      await book.prospects.bulkPut(marked);
      await book.journal.bulkAdd(marked.map(({ id }) => ({ prospectId: id })));
      return marked.length;
    });
    await pause();
  }
  return changed;
}
