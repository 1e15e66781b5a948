import type { FromImporter, ImportProgress, ToImporter } from '../../domain/import-talk.ts';
import type { ImportMapping } from '../../files/mapping/mapping.ts';
import type { OpenedTable, TableWish } from '../../files/table-reader.ts';
import { onGone } from '../../platform/worker-life.ts';

type Ask = ToImporter<TableWish, ImportMapping>;
type Said = FromImporter<OpenedTable>;
type WithoutJob<T> = T extends { job: number } ? Omit<T, 'job'> : never;

/** The last word of the importer on what was asked. */
export type Answer = Exclude<Said, { said: 'progress' }>;

let worker: Worker | null = null;
/** Says to whoever waits that the importer is gone. */
let fell: (message: string) => void = () => undefined;
let jobs = 0;
/** It does one thing at a time: the next waits until it has answered. */
let turn: Promise<unknown> = Promise.resolve();

/** Asks the importer, which works beside the panel, and hears how far it is until it answers. */
export function askImporter(ask: WithoutJob<Ask>, onProgress: (progress: ImportProgress) => void = () => undefined): Promise<Answer> {
  const answer = turn.then(() => askNow(ask, onProgress));
  // one that could not even be asked does not hold the others up
  turn = answer.catch(() => undefined);
  return answer;
}

function askNow(ask: WithoutJob<Ask>, onProgress: (progress: ImportProgress) => void): Promise<Answer> {
  const to = worker ??= hire();
  const job = ++jobs;
  return new Promise((done) => {
    const end = (answer: Answer): void => {
      to.removeEventListener('message', hear);
      fell = () => undefined;
      done(answer);
    };
    const hear = ({ data }: MessageEvent<Said>): void => {
      if (data.job !== job) return;
      if (data.said === 'progress') onProgress(data.progress);
      else end(data);
    };
    fell = (message) => end({ job, said: 'failed', kind: 'bug', message });
    to.addEventListener('message', hear);
    to.postMessage({ ...ask, job } as Ask, []);
  });
}

/** A new importer; one that fell over, or was ended, answers nobody any more. */
function hire(): Worker {
  const hired = new Worker(new URL('../importer.ts', import.meta.url), { type: 'module' });
  const life = new AbortController();
  onGone(hired, (message) => {
    life.abort();
    hired.terminate();
    if (worker === hired) worker = null;
    fell(message);
  }, life.signal);
  return hired;
}

/** Ends what the importer is at; it answers that with what it has done so far. */
export function stopImporter(): void {
  worker?.postMessage({ job: jobs, ask: 'cancel' } satisfies Ask, []);
}
