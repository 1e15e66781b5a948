import { signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import type { Icp } from '../../domain/icp.ts';
import { report } from '../../platform/report.ts';
import { activeIcp, rescoreAll } from '../../storage/fit.ts';
import { readSetting, writeSetting } from '../../storage/setting.ts';
import { book } from './book.ts';

/** How far the scoring of everybody has come; undefined while nothing is being scored. */
export const rescoring = signal<{ done: number; total: number } | undefined>(undefined);

/** People scored in one go (storage decides; this only counts them). */
const SLICE = 200;

let started = false;

/**
 * Scores everybody again whenever another ICP, or another version of it, is in force: after a save, an undo, an import, or when a panel was
 * closed half-way. Runs for as long as the panel lives; calling it again does nothing.
 */
export function keepScored(): void {
  if (started) return;
  started = true;
  let run = new AbortController();
  let turn: Promise<void> = Promise.resolve();
  liveQuery(() => activeIcp(book)).subscribe({
    next: (icp) => {
      run.abort();
      run = new AbortController();
      const { signal: end } = run;
      turn = turn.then(() => (icp ? score(icp, end) : undefined)).catch(report);
    },
    error: report,
  });
}

async function score({ id, version, updatedAt }: Icp, end: AbortSignal): Promise<void> {
  const mark = `${id} ${version} ${updatedAt}`;
  if (end.aborted || await readSetting(book, 'scoredWith', '') === mark) return;
  const total = await book.prospects.count();
  let done = 0;
  try {
    await rescoreAll(book, end, async () => {
      done = Math.min(total, done + SLICE);
      rescoring.value = { done, total };
      await new Promise((next) => setTimeout(next));
    });
    if (!end.aborted) await writeSetting(book, 'scoredWith', mark);
  } finally {
    rescoring.value = undefined;
  }
}
