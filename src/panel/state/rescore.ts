import { liveQuery } from 'dexie';
import type { Icp } from '../../domain/icp.ts';
import { report } from '../../platform/report.ts';
import { rescoreAll } from '../../storage/fit.ts';
import { readSetting, writeSetting } from '../../storage/setting.ts';
import { book } from './book.ts';

/** Grows when the same ICP and texts come to score otherwise. */
const SCORING = 2;

/** What scores by these ICPs rest on: they are as good as it is the same. */
export function basisOf(icps: readonly Icp[]): string {
  return [SCORING, ...icps.map(({ id, version, updatedAt }) => `${id} ${version} ${updatedAt}`)].join('\n');
}

/**
 * Marks everybody's row again whenever there are other ICPs, or other versions of them: after a save, an undo, an import, or when a panel was
 * closed half-way. Lists do not wait for it: they have their scores from the people index. Runs for as long as the panel lives.
 */
export function keepScored(): void {
  let run = new AbortController();
  let turn: Promise<void> = Promise.resolve();
  liveQuery(() => book.icps.toArray()).subscribe({
    next: (icps) => {
      run.abort();
      run = new AbortController();
      const { signal: end } = run;
      turn = turn.then(() => score(icps, end)).catch(report);
    },
    error: report,
  });
}

async function score(icps: readonly Icp[], end: AbortSignal): Promise<void> {
  const mark = basisOf(icps);
  if (end.aborted || await readSetting(book, 'scoredWith', '') === mark) return;
  await rescoreAll(book, end, () => new Promise((next) => setTimeout(next)));
  if (!end.aborted) await writeSetting(book, 'scoredWith', mark);
}
