import { exportPresets } from '../src/files/export-preset/catalog.ts';
import { bookChunks, presetChunks } from '../src/panel/state/export-chunks.ts';
import { inPieces } from '../src/panel/state/download.ts';
import { writtenParts } from '../src/panel/state/exporter.ts';
import { openBook } from '../src/storage/database.ts';

/** Rows of a bare read. */
const AT_ONCE = 1_000;

/** Writes everybody `repeats` times as `what` into a file of the browser's own disk, by the built `worker`, each time after a bare read of people and companies; ms each, bytes of one, and the longest time that nothing else could run (ms). */
export async function exportAll({ what, repeats, worker }: { what: 'csv' | 'json'; repeats: number; worker: string }): Promise<{ took: number[]; bare: number[]; bytes: number; blocked: number }> {
  const book = openBook();
  const took: number[] = [];
  const bare: number[] = [];
  let bytes = 0;
  let blocked = 0;
  const folder = await navigator.storage.getDirectory();
  const write: typeof writtenParts = (parts, workers) => writtenParts(parts, workers, () => new Worker(worker, { type: 'module' }));
  const tick = <T>(pieces: AsyncIterable<T>): AsyncGenerator<T> => pieces as AsyncGenerator<T>;
  for (let at = 0; at < repeats; at++) {
    bare.push(await bareRead(book.backendDB() ?? (await book.open()).backendDB(), ['prospects', 'accounts']));
    const watch = watching();
    const began = performance.now();
    const target = await (await folder.getFileHandle('export', { create: true })).createWritable();
    bytes = 0;
    let writing: Promise<void> | undefined;
    const chunks = what === 'csv' ? presetChunks(book, exportPresets[0]!, ',', undefined, { tick, write }) : await bookChunks(book, undefined, Date.now(), () => tick, write);
    for await (const piece of inPieces(chunks)) {
      bytes += piece.length;
      await writing;
      writing = target.write(piece);
    }
    await writing;
    await target.close();
    took.push(performance.now() - began);
    blocked = Math.max(blocked, watch());
  }
  book.close();
  return { took, bare, bytes, blocked };
}

/** Reads all rows of these stores, some at a time and the next as soon as it is known where they begin: less than that no file can cost. Returns ms. */
async function bareRead(database: IDBDatabase, stores: readonly string[]): Promise<number> {
  const began = performance.now();
  for (const name of stores) {
    let after: IDBKeyRange | undefined;
    for (;;) {
      const rows = await new Promise<{ id: string }[]>((done, fail) => {
        const request = database.transaction(name).objectStore(name).getAll(after, AT_ONCE) as IDBRequest<{ id: string }[]>;
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error!);
      });
      if (rows.length < AT_ONCE) break;
      after = IDBKeyRange.lowerBound(rows.at(-1)!.id, true);
    }
  }
  return performance.now() - began;
}

/** Watches how long tasks are, until the answer is called: the longest in ms. */
function watching(): () => number {
  let longest = 0;
  const observer = new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); });
  observer.observe({ type: 'longtask' });
  return () => { observer.disconnect(); return longest; };
}
