import type { Account } from '../domain/account.ts';
import { chosenOf } from '../domain/best-icp.ts';
import type { Icp } from '../domain/icp.ts';
import { nowhere } from '../domain/near.ts';
import { compileIcp, type Scorer } from '../domain/score.ts';
import type { JudgeMeans } from '../domain/score/judge.ts';
import { readInput } from '../domain/score/reading.ts';
import { inputOf } from '../domain/score-input.ts';
import type { FitMark, Prospect } from '../domain/prospect.ts';
import type { Book } from './database.ts';
import { nearFor } from './near.ts';
import { readSetting } from './setting.ts';

/** Scores prospects by the ICPs there are: the one that the rep chose, else the best. */
export interface Marker {
  mark(prospect: Prospect, account: Account | undefined): FitMark | undefined;
}

/** Compiling costs more than scoring; an ICP version never changes. */
const compiled = new Map<string, { means: JudgeMeans; scorer: Scorer }>();
const KEPT = 50;

/** The ICP that was edited last, or any; undefined while there is none. */
export async function activeIcp(book: Book): Promise<Icp | undefined> {
  const id = await readSetting(book, 'activeIcp', '');
  return (id ? await book.icps.get(id) : undefined) ?? book.icps.toCollection().first();
}

/** What marks prospects in the current transaction. */
export async function markerOf(book: Book): Promise<Marker> {
  const icps = await book.icps.toArray();
  return markerFor(icps, { near: await nearFor(book, icps.flatMap(({ criteria }) => criteria)) });
}

/** A marker of these ICPs. */
export function markerFor(icps: readonly Icp[], means: JudgeMeans = { near: nowhere }): Marker {
  const scorers = icps.map((icp) => scorerOf(icp, means));
  return {
    mark: (prospect, account) => {
      const reading = readInput(inputOf(prospect, account));
      const marks = icps.map(({ id, version }, at) => ({ icpId: id, version, ...scorers[at]!.mark(reading) }));
      const best = chosenOf(marks, prospect.icpId);
      if (!best) return undefined;
      const { icpId, version, fit, coverage } = best;
      return { icpId, version, fit, coverage };
    },
  };
}

function scorerOf(icp: Icp, means: JudgeMeans): Scorer {
  const at = `${icp.id} ${icp.version} ${icp.updatedAt}`;
  const known = compiled.get(at);
  if (known?.means.near === means.near) return known.scorer;
  if (compiled.size >= KEPT) compiled.clear();
  const scorer = compileIcp(icp, means);
  compiled.set(at, { means, scorer });
  return scorer;
}

const SLICE = 200;

/**
 * Marks everybody's row anew after an ICP changed, in slices that leave room for the panel between them. Lists have their scores from the people
 * index at once; the mark is for what reads rows: files, the CRM, the morning's queue. A score is not an edit: no history, no journal. Ends early with the signal.
 */
export async function rescoreAll(book: Book, signal: AbortSignal, pause: () => Promise<void>): Promise<number> {
  const marker = await markerOf(book);
  const ids = await book.prospects.toCollection().primaryKeys();
  let changed = 0;
  for (let from = 0; from < ids.length && !signal.aborted; from += SLICE) {
    changed += await book.transaction('rw', [book.prospects, book.accounts], async () => {
      const rows = (await book.prospects.bulkGet(ids.slice(from, from + SLICE))).filter((row) => row !== undefined);
      const accounts = await book.accounts.bulkGet(rows.map((row) => row.accountId ?? ''));
      const marked = rows.map((row, at) => withMark(row, marker.mark(row, accounts[at])))
        .filter(({ fit }, at) => JSON.stringify(fit) !== JSON.stringify(rows[at]!.fit));
      await book.prospects.bulkPut(marked);
      return marked.length;
    });
    await pause();
  }
  return changed;
}

/** The prospect with this mark; without any when there is none. */
export function withMark({ fit: _old, ...prospect }: Prospect, mark: FitMark | undefined): Prospect {
  return mark ? { ...prospect, fit: mark } : prospect;
}
