import type { FromImporter, ImportProgress, ToImporter } from '../../domain/import-talk.ts';
import type { ImportMapping } from '../../files/mapping/mapping.ts';
import type { OpenedTable, TableWish } from '../../files/table-reader.ts';

type Ask = ToImporter<TableWish, ImportMapping>;
type Said = FromImporter<OpenedTable>;
type WithoutJob<T> = T extends { job: number } ? Omit<T, 'job'> : never;

/** The last word of the importer on what was asked. */
export type Answer = Exclude<Said, { said: 'progress' }>;

let worker: Worker | null = null;
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
  worker ??= new Worker(new URL('../importer.ts', import.meta.url), { type: 'module' });
  const to = worker;
  const job = ++jobs;
  return new Promise((done) => {
    const end = (answer: Answer): void => {
      to.removeEventListener('message', hear);
      to.removeEventListener('error', broke);
      done(answer);
    };
    const hear = ({ data }: MessageEvent<Said>): void => {
      if (data.job !== job) return;
      if (data.said === 'progress') onProgress(data.progress);
      else end(data);
    };
    const broke = (event: ErrorEvent): void => {
      // a worker that fell over answers nobody any more
      worker?.terminate();
      worker = null;
      end({ job, said: 'failed', kind: 'bug', message: event.message });
    };
    to.addEventListener('message', hear);
    to.addEventListener('error', broke);
    to.postMessage({ ...ask, job } as Ask, []);
  });
}

/** Ends what the importer is at; it answers that with what it has done so far. */
export function stopImporter(): void {
  worker?.postMessage({ job: jobs, ask: 'cancel' } satisfies Ask, []);
}
