import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReadRow } from '../../src/domain/import-row.ts';
import type { FromImporter, ImportOrder, RowReader } from '../../src/domain/import-talk.ts';
import { openBook, type Book } from '../../src/storage/database.ts';
import { loadPeople } from '../../src/storage/people-index.ts';

vi.mock('../../src/platform/place-file.ts', () => ({ readPlaces: async () => ({ near: () => undefined }) }));
const { serveImports } = await import('../../src/panel/import-job.ts');

type Said = FromImporter<string>;
/** Rows that one transaction takes, and some of them. */
const SLICE = 2_000;
const MANY = 2_500;
const file = new File(['x'.repeat(1_000)], 'people.csv');
const order: ImportOrder = { id: 'import', at: 1_000_000, by: 'import', label: 'people', file: 'people.csv', preset: 'generic' };
const store = { ask: 'store', file, mapping: '', order, rows: MANY };

const locks = { held: false };
Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { locks: {
  request: async (_name: string, { ifAvailable }: { ifAvailable: boolean }, work: (lock: object | null) => Promise<unknown>) => {
    expect(ifAvailable).toBe(true);
    if (locks.held) return work(null);
    locks.held = true;
    try { return await work({}); } finally { locks.held = false; }
  },
} } });

/** The worker with a reader of `MANY` people; `before` runs before each batch of a thousand. */
function worker(before: (at: number) => void | Promise<void> = () => undefined): { ask: (what: object) => Promise<Said>; post: (data: unknown) => void; said: Said[] } {
  const reader: RowReader<string, string, string> = {
    open: async (_file, wish) => { if (wish === 'workbook') throw new Error('workbook'); return `opened ${wish}`; },
    rows: async function* rows(_file, _mapping, onBytes): AsyncGenerator<readonly ReadRow[]> {
      for (let from = 0; from < MANY; from += 1_000) {
        await before(from);
        onBytes(from);
        yield Array.from({ length: Math.min(1_000, MANY - from) }, (_, at) => ({ line: from + at + 2, kind: 'prospect', fields: { name: `P ${from + at}`, company: `C ${(from + at) % 50}` }, keys: [`github:p${from + at}`] } as ReadRow));
      }
    },
  };
  const said: Said[] = [];
  let hear: (event: MessageEvent<unknown>) => void = () => undefined;
  let wake: () => void = () => undefined;
  serveImports(reader, { addEventListener: (_type, listener) => { hear = listener; }, postMessage: (message) => { said.push(message as Said); wake(); } });
  const post = (data: unknown): void => hear({ data } as MessageEvent<unknown>);
  let jobs = 0;
  const ask = async (what: object): Promise<Said> => {
    const job = ++jobs;
    post({ ...what, job });
    for (;;) {
      const answer = said.find((one) => one.job === job && one.said !== 'progress');
      // as through a real port: who asks again does so later
      if (answer) return new Promise((later) => { setTimeout(() => later(answer)); });
      await new Promise<void>((told) => { wake = told; });
    }
  };
  return { ask, post, said };
}

const whole = { put: IDBObjectStore.prototype.put, add: IDBObjectStore.prototype.add };
type Fault = 'transaction' | 'request';
/** From now on nothing more can be written into stores of these names. */
function fill(fault: Fault, names: (name: string) => boolean = () => true): void {
  for (const name of ['put', 'add'] as const) {
    IDBObjectStore.prototype[name] = function run(this: IDBObjectStore, ...given: [unknown, IDBValidKey?]) {
      if (!names(this.name)) return whole[name].apply(this as never, given) as never;
      if (fault === 'request') throw new DOMException('no room', 'QuotaExceededError');
      const request = whole[name].apply(this as never, given);
      (this.transaction as unknown as { _abort(name: string): void })._abort('QuotaExceededError');
      return request as never;
    } as never;
  }
}
const mend = (): void => { Object.assign(IDBObjectStore.prototype, whole); };

let book: Book;
beforeEach(() => {
  Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange });
  book = openBook();
  locks.held = false;
});
afterEach(mend);

/** The people of the book: whole ones, and as many as the record and the index say. */
async function people(): Promise<number> {
  const [rows, accounts] = [await book.prospects.toArray(), new Map((await book.accounts.toArray()).map((one) => [one.id, one.fields.name?.value]))];
  for (const { fields, keys, accountId } of rows) {
    const at = Number(fields.name!.value.split(' ')[1]);
    expect([keys, accounts.get(accountId!)]).toEqual([[`github:p${at}`], `C ${at % 50}`]);
  }
  expect((await book.imports.get('import'))?.added ?? 0).toBe(rows.length);
  expect((await loadPeople(book)).table.slotOf.size).toBe(rows.length);
  return rows.length;
}

test('a file is opened, counted, stored and taken back, one job after the other', async () => {
  const { ask, said } = worker();
  expect(await ask({ ask: 'open', file, wish: 'csv' })).toMatchObject({ said: 'opened', opened: 'opened csv' });
  expect(await ask({ ask: 'count', file, mapping: '' })).toMatchObject({ said: 'counted', isWhole: true, count: { rows: MANY, results: { new: MANY } } });
  expect(await ask(store)).toMatchObject({ said: 'ended', end: 'stored', count: { results: { new: MANY } } });
  expect(said.filter((one) => one.said === 'progress').length).toBeGreaterThan(1);
  expect(await people()).toBe(MANY);
  expect(await ask({ ask: 'undo', id: 'import', at: 1_000_001, label: 'undone' })).toMatchObject({ said: 'undone', undone: { removed: MANY, restored: 0, kept: { count: 0 }, isWhole: true } });
  expect([await book.prospects.count(), (await loadPeople(book)).table.slotOf.size, locks.held]).toEqual([0, 0, false]);
});

test('cancel ends counting and storing between two slices, and what is asked next is done', async () => {
  const counting = worker((at) => { if (at === 2_000) counting.post({ job: 1, ask: 'cancel' }); });
  expect(await counting.ask({ ask: 'count', file, mapping: '' })).toMatchObject({ said: 'counted', isWhole: false });
  const storing = worker((at) => { if (at === 2_000) storing.post({ job: 1, ask: 'cancel' }); });
  expect(await storing.ask(store)).toMatchObject({ said: 'ended', end: 'stopped' });
  expect(await people()).toBe(SLICE);
  expect((await book.imports.get('import'))!.state).toBe('stopped');
  // a cancel that comes too late stops nobody
  storing.post({ job: 1, ask: 'cancel' });
  expect(await storing.ask({ ask: 'open', file, wish: 'csv' })).toMatchObject({ said: 'opened' });
});

test('one job at a time, in this panel and in all: others are told that it is busy, and the one goes on', async () => {
  let busy: Promise<Said> | undefined;
  const mine = worker((at) => { if (at === 2_000) busy ??= mine.ask({ ask: 'open', file, wish: 'csv' }); });
  const first = mine.ask(store);
  // another panel's worker, once this one holds the lock
  await vi.waitFor(() => expect(locks.held).toBe(true));
  expect(await worker().ask({ ask: 'count', file, mapping: '' })).toMatchObject({ said: 'failed', kind: 'busy' });
  expect(await first).toMatchObject({ said: 'ended', end: 'stored' });
  expect(await busy).toMatchObject({ said: 'failed', kind: 'busy' });
  expect(await people()).toBe(MANY);
});

test('a file that cannot be opened, or read to its end, is said to be so; whole slices stay and the same order brings the rest', async () => {
  const broken = worker((at) => { if (at === 2_000) throw new Error('the disk is gone'); });
  expect(await broken.ask({ ask: 'open', file, wish: 'workbook' })).toMatchObject({ said: 'failed', kind: 'unreadable', message: 'workbook' });
  expect(await broken.ask(store)).toMatchObject({ said: 'failed', kind: 'bug', message: 'the disk is gone' });
  expect(await people()).toBe(SLICE);
  expect([(await book.imports.get('import'))!.state, locks.held]).toEqual(['storing', false]);
  expect(await worker().ask(store)).toMatchObject({ end: 'stored', count: { results: { new: MANY } } });
  expect(await people()).toBe(MANY);
});

test.each<Fault>(['transaction', 'request'])('no room in the middle (said by the %s): whole slices stay, and with room the same order brings the rest', async (fault) => {
  const { ask } = worker(async (at) => {
    if (at < SLICE) return;
    await vi.waitFor(async () => expect(await book.prospects.count()).toBe(SLICE), 20_000);
    fill(fault);
  });
  expect(await ask(store)).toMatchObject({ said: 'ended', end: 'full' });
  mend();
  // one that is full may have no room for the record either
  expect([(await book.imports.get('import'))!.state, await people()]).toEqual(['storing', SLICE]);
  expect(await worker().ask(store)).toMatchObject({ end: 'stored' });
  expect(await people()).toBe(MANY);
});

test('no room for the packed index fails neither an import nor its undo: it is made again when there is room', async () => {
  const { ask } = worker();
  fill('request', (name) => name === 'snapshots');
  expect(await ask(store)).toMatchObject({ said: 'ended', end: 'stored' });
  expect(await ask({ ask: 'undo', id: 'import', at: 1_000_001, label: 'undone' })).toMatchObject({ said: 'undone', undone: { removed: MANY } });
  mend();
  expect((await loadPeople(book)).table.slotOf.size).toBe(0);
});

test('what is no question gets no answer', async () => {
  const { post, said, ask } = worker();
  for (const data of [null, 'open', {}, { job: '1', ask: 'open' }, { job: 1, ask: 'format' }]) post(data);
  expect(await ask({ ask: 'open', file, wish: 'csv' })).toMatchObject({ said: 'opened' });
  expect(said).toHaveLength(1);
});
