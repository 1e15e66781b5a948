import { signal } from '@preact/signals';
import type { SliceRun } from '../../storage/undo-slices.ts';

/** Something that takes a while: what it is called, how many of all people are through, and how it is ended. */
export interface Running {
  label: string;
  done: number;
  all: number;
  stop: () => void;
}

/** What is being done to many people now; one at a time. */
export const running = signal<Running | null>(null);

/** Runs work in slices and shows how far it is, once it takes longer than one. Throws what the work throws; undefined when something else is being done. */
export async function withProgress<T>(label: string, work: (run: SliceRun) => Promise<T>): Promise<T | undefined> {
  if (running.value) return undefined;
  const end = new AbortController();
  const begun: Running = { label, done: 0, all: 0, stop: () => end.abort() };
  running.value = begun;
  try {
    return await work({
      signal: end.signal,
      onProgress: (done, all) => { running.value = { ...begun, done, all }; },
      pause: () => new Promise((next) => setTimeout(next)),
    });
  } finally {
    running.value = null;
  }
}
