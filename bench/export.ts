import { firstAndLast } from '../src/domain/name.ts';
import { bookHead, writeBook } from '../src/files/book-json.ts';
import csv from '../src/files/csv.ts';
import { exportPresets, presetChunks } from '../src/files/export-preset/catalog.ts';
import { openBook } from '../src/storage/database.ts';
import { readDump } from '../src/storage/dump.ts';
import { readEntrySlices } from '../src/storage/entry.ts';

const PIECE = 1_000_000;

/** Writes everybody `repeats` times as `what` into a file of the browser's own disk; ms each, characters of one, and the longest time that nothing else could run (ms). */
export async function exportAll({ what, repeats }: { what: 'csv' | 'json'; repeats: number }): Promise<{ took: number[]; characters: number; blocked: number }> {
  const book = openBook();
  const took: number[] = [];
  let characters = 0;
  let blocked = 0;
  const folder = await navigator.storage.getDirectory();
  for (let at = 0; at < repeats; at++) {
    const watch = watching();
    const began = performance.now();
    const target = await (await folder.getFileHandle('export', { create: true })).createWritable();
    characters = 0;
    let held: string[] = [];
    let length = 0;
    let writing: Promise<void> | undefined;
    const chunks = what === 'csv' ? presetChunks(readEntrySlices(book, undefined, csv.needs), exportPresets[0]!, { nameParts: firstAndLast }) : await json(book);
    for await (const chunk of chunks) {
      held.push(chunk);
      length += chunk.length;
      characters += chunk.length;
      if (length < PIECE) continue;
      await writing;
      writing = target.write(held.join(''));
      [held, length] = [[], 0];
    }
    await writing;
    await target.write(held.join(''));
    await target.close();
    took.push(performance.now() - began);
    blocked = Math.max(blocked, watch());
  }
  book.close();
  return { took, characters, blocked };
}

async function json(book: ReturnType<typeof openBook>): Promise<AsyncGenerator<string>> {
  const { counts, settings, rows } = await readDump(book);
  return writeBook({ ...bookHead(Date.now(), counts, settings), ...rows });
}

/** Watches how long tasks are, until the answer is called: the longest in ms. */
function watching(): () => number {
  let longest = 0;
  const observer = new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); });
  observer.observe({ type: 'longtask' });
  return () => { observer.disconnect(); return longest; };
}
