import { onGone } from '../../platform/worker-life.ts';
import type { ExportPart, FromExporter, ToExporter, WrittenPart } from '../export-job.ts';

/** More workers than these wait for the database. */
const MOST = 3;
/** Parts that each worker has beside the one it is at: it never waits for the next. */
const AHEAD = 1;

/**
 * Has these parts written beside the panel and gives them in their order; by several workers, or by `workers` of them. However far the writing is
 * ahead of who takes it, few parts are held. Ended early, or by a failure, all workers stop.
 */
export async function* writtenParts(parts: Iterable<ExportPart> | AsyncIterable<ExportPart>, workers = Math.max(1, Math.min(MOST, navigator.hardwareConcurrency || 2)), make: () => Worker = exporter): AsyncGenerator<WrittenPart> {
  const source = Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]();
  const made: Worker[] = [];
  const waiting: Promise<WrittenPart>[] = [];
  /** Who waits for which job: forgotten with its answer, so that no text is held longer than it is wanted. */
  const answers = new Map<number, { done: (written: WrittenPart) => void; fail: (error: Error) => void }>();
  let jobs = 0;
  const ended = new AbortController();
  const hire = (): Worker => {
    const worker = make();
    worker.addEventListener('message', ({ data }: MessageEvent<FromExporter>) => {
      const answer = answers.get(data.job);
      answers.delete(data.job);
      if ('written' in data) answer?.done(data.written);
      else answer?.fail(new Error(data.failed));
    });
    // one that fell over answers nobody any more
    onGone(worker, (message) => { for (const { fail } of answers.values()) fail(new Error(message)); }, ended.signal);
    return worker;
  };
  /** The next part goes to the next worker: they take turns, as parts are alike. */
  const ask = async (): Promise<boolean> => {
    const { value: part, done } = await source.next();
    if (done) return false;
    const job = jobs++;
    const worker = made[job % workers] ??= hire();
    const answer = new Promise<WrittenPart>((resolve, fail) => { answers.set(job, { done: resolve, fail }); });
    // one that fails while nobody waits for it fails when it is waited for
    answer.catch(() => undefined);
    waiting.push(answer);
    worker.postMessage({ job, part } satisfies ToExporter, []);
    return true;
  };
  try {
    while (waiting.length < workers * (1 + AHEAD) && await ask());
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const written = await next;
      await ask();
      yield written;
    }
  } finally {
    ended.abort();
    for (const worker of made) worker.terminate();
    await source.return?.();
  }
}

function exporter(): Worker {
  return new Worker(new URL('../exporter.ts', import.meta.url), { type: 'module' });
}
