import { signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import type { Icp } from '../../domain/icp.ts';
import { report } from '../../platform/report.ts';
import { rescoreAll } from '../../storage/fit.ts';
import { readSetting, writeSetting } from '../../storage/setting.ts';
import { book } from './book.ts';

/** How far the scoring of everybody has come; undefined while nothing is being scored. */
export const rescoring = signal<{ done: number; total: number } | undefined>(undefined);

/** People scored in one go (storage decides; this only counts them). */
const SLICE = 200;

let started = false;

/**
 * Marks everybody's row again whenever there are other ICPs, or other versions of them: after a save, an undo, an import, or when a panel was
 * closed half-way. Runs for as long as the panel lives; calling it again does nothing.
 */
export function keepScored(): void {
  if (started) return;
  started = true;
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
  const mark = icps.map(({ id, version, updatedAt }) => `${id} ${version} ${updatedAt}`).join('\n');
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
