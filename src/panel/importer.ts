import { uuidv7 } from 'uuidv7';
import type { ReadRow } from '../domain/import-row.ts';
import type { FromImporter, ImportOrder, ImportProgress, ToImporter } from '../domain/import-talk.ts';
import type { ImportMapping } from '../files/mapping/mapping.ts';
import { tableReader, type OpenedTable, type TableWish } from '../files/table-reader.ts';
import { keyOf } from '../sites/addresses.ts';
import { openBook } from '../storage/database.ts';
import { countImport, storeImport } from '../storage/import-run.ts';
import { undoInSlices } from '../storage/undo-slices.ts';

type Ask = ToImporter<TableWish, ImportMapping>;
type Said = FromImporter<OpenedTable>;
type WithoutJob<T> = T extends { job: number } ? Omit<T, 'job'> : never;

const reader = tableReader(keyOf, () => Date.now());
const book = openBook({ onOutdated: () => undefined });
let going: AbortController | undefined;

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  if (data.ask === 'cancel') return going?.abort();
  const { job } = data;
  const say = (said: WithoutJob<Said>): void => postMessage({ ...said, job });
  void navigator.locks.request('import', { ifAvailable: true }, async (lock) => {
    if (!lock && data.ask !== 'open') return say({ said: 'failed', kind: 'busy', message: '' });
    going = new AbortController();
    const { signal } = going;
    try {
      say(await answer(data, signal, (progress) => say({ said: 'progress', progress })));
    } catch (error) {
      say({ said: 'failed', kind: data.ask === 'open' ? 'unreadable' : 'bug', message: error instanceof Error ? error.message : String(error) });
    }
  });
});

async function answer(ask: Exclude<Ask, { ask: 'cancel' }>, signal: AbortSignal, onProgress: (progress: ImportProgress) => void): Promise<WithoutJob<Said>> {
  const run = { newId: uuidv7, clock: () => performance.now(), signal, onProgress };
  if (ask.ask === 'open') return { said: 'opened', opened: await reader.open(ask.file, ask.wish) };
  if (ask.ask === 'undo') {
    const { restored, kept, stopped } = await undoInSlices(book, ask.id, { changeId: uuidv7(), at: ask.at, by: 'rep', label: ask.label }, { signal });
    const record = await book.imports.get(ask.id);
    if (record && !stopped) await book.imports.put({ ...record, state: 'undone', endedAt: ask.at });
    return { said: 'undone', undone: { removed: restored, restored: 0, kept: { count: kept.length, ids: kept.slice(0, 100).map(({ id }) => id) }, isWhole: !stopped } };
  }
  let bytes = 0, seen = 0;
  const rows = async function* (): AsyncGenerator<readonly ReadRow[]> {
    for await (const some of reader.rows(ask.file, ask.mapping, (read) => { bytes = read; })) {
      seen += some.length;
      yield some;
    }
  };
  if (ask.ask === 'count') {
    const order: ImportOrder = { id: uuidv7(), at: Date.now(), by: 'import', label: '', file: ask.file.name, preset: ask.mapping.preset };
    return { said: 'counted', ...await countImport(book, rows(), order, { ...run, rows: () => (bytes > 0 ? Math.round(seen * ask.file.size / bytes) : 0) }) };
  }
  return { said: 'ended', ...await storeImport(book, rows(), ask.order, { ...run, rows: () => ask.rows }) };
}
