import { uuidv7 } from 'uuidv7';
import { IMPORT_LOCK, type FromImporter, type ImportProgress, type RowReader, type ToImporter } from '../domain/import-talk.ts';
import type { Gazetteer } from '../domain/gazetteer.ts';
import { readPlaces } from '../platform/place-file.ts';
import type { WorkerPort } from '../platform/worker-life.ts';
import { openBook, type Book } from '../storage/database.ts';
import { countImport, storeImport } from '../storage/import-run.ts';
import { peopleFeed } from '../storage/people-feed.ts';
import { repackPeople } from '../storage/people-index.ts';
import { troubleOf } from '../storage/trouble.ts';
import { undoInSlices } from '../storage/undo-slices.ts';


const ASKS: ReadonlySet<string> = new Set<ToImporter<unknown, unknown>['ask']>(['open', 'count', 'store', 'undo', 'cancel']);
/** Progress is told at most this often, ms. */
const TOLD_EVERY = 100;
/** Ids of those who were kept that are named. */
const NAMED = 100;

/**
 * Answers what the panel asks of the importer, in a worker beside it, so that the panel stays free: one job at a time, and one importer in all panels
 * (others are told `busy`). A panel that is closed ends it between two transactions.
 */
export function serveImports<Wish, Opened, Mapping>(reader: RowReader<Wish, Opened, Mapping>, port: WorkerPort<unknown, unknown>): void {
  type Ask = ToImporter<Wish, Mapping>;
  type Said = FromImporter<Opened> extends infer S ? S extends { job: number } ? Omit<S, 'job'> : never : never;
  let going: AbortController | undefined;
  let book: Book | undefined;
  let places: Promise<Gazetteer> | undefined;
  const opened = (): Book => book ??= openBook({ isRelaxed: true, readNear: async () => (await (places ??= readPlaces())).near });

  const work = async (ask: Ask, signal: AbortSignal, tell: (progress: ImportProgress) => void): Promise<Said> => {
    if (ask.ask === 'open') return { said: 'opened', opened: await reader.open(ask.file, ask.wish) };
    if (ask.ask === 'cancel') throw new Error('cancel is no job');
    const held = await navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock): Promise<Said | undefined> => (lock ? hold(ask, signal, tell) : undefined));
    return held ?? { said: 'failed', kind: 'busy', message: '' };
  };

  const hold = async (ask: Exclude<Ask, { ask: 'open' | 'cancel' }>, signal: AbortSignal, tell: (progress: ImportProgress) => void): Promise<Said> => {
    if (ask.ask === 'undo') {
      const clock = performance.now();
      const change = { changeId: `${ask.id} undo`, at: ask.at, by: 'rep', label: ask.label };
      const onProgress = (done: number, rows: number): void => {
        const pace = Math.round(done / Math.max(1, performance.now() - clock) * 1_000);
        tell({ done, rows, pace, ...(pace > 0 ? { left: (rows - done) / pace } : {}) });
      };
      const { restored, kept, stopped, removed } = await undoInSlices(opened(), ask.id, change, { signal, onProgress });
      await repackPeople(opened());
      return { said: 'undone', undone: { removed: removed.people, restored: restored - removed.people - removed.others, kept: { count: kept.length, ids: kept.slice(0, NAMED).map(({ id }) => id) }, isWhole: !stopped } };
    }
    const { file, mapping } = ask;
    let bytes = 0;
    let done = 0;
    // until all of it was read once, by how much of it was read
    const rows = (): number => (ask.ask === 'store' ? ask.rows : bytes > 0 ? Math.round(done * file.size / bytes) : 0);
    const run = { newId: uuidv7, clock: () => Date.now(), pause: () => new Promise<void>((next) => { setTimeout(next); }), signal, rows, onProgress: (progress: ImportProgress) => { done = progress.done; tell(progress); } };
    const source = reader.rows(file, mapping, (read) => { bytes = read; });
    if (ask.ask === 'count') {
      const { count, isWhole } = await countImport(opened(), source, { id: '', at: Date.now(), by: '', label: '', file: file.name, preset: '' }, run);
      return { said: 'counted', count, isWhole };
    }
    const feed = peopleFeed(opened());
    await feed.begin();
    const { end, count } = await storeImport(opened(), source, ask.order, { ...run, onStored: feed.take });
    await feed.pack();
    return { said: 'ended', end, count };
  };

  port.addEventListener('message', ({ data }) => {
    const ask = data as Ask;
    if (typeof ask?.job !== 'number' || !ASKS.has(ask.ask)) return;
    if (ask.ask === 'cancel') return going?.abort();
    const say = (said: Said): void => port.postMessage({ ...said, job: ask.job });
    if (going) return say({ said: 'failed', kind: 'busy', message: '' });
    const mine = going = new AbortController();
    let told = -TOLD_EVERY;
    const tell = (progress: ImportProgress): void => {
      if (performance.now() - told < TOLD_EVERY) return;
      told = performance.now();
      say({ said: 'progress', progress });
    };
    const failed = (error: unknown): void => say({ said: 'failed', kind: troubleOf(error) === 'full' ? 'full' : ask.ask === 'open' ? 'unreadable' : 'bug', message: error instanceof Error ? error.message : '' });
    void work(ask, mine.signal, tell).then(say, failed).finally(() => { going = undefined; });
  });
}
