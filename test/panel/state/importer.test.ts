import { beforeEach, expect, test, vi } from 'vitest';

interface FakeWorker { heard: { job: number; ask: string }[]; say(said: object): void; fall(): void; ended: boolean }
const workers: FakeWorker[] = [];
let refuses = false;

/** A worker of which the test says what it answers. */
class Fake implements FakeWorker {
  heard: FakeWorker['heard'] = [];
  ended = false;
  private listeners = new Map<string, Set<(event: object) => void>>();
  constructor() { workers.push(this); }
  addEventListener(type: string, listener: (event: object) => void): void { this.listeners.set(type, (this.listeners.get(type) ?? new Set()).add(listener)); }
  removeEventListener(type: string, listener: (event: object) => void): void { this.listeners.get(type)?.delete(listener); }
  postMessage(message: { job: number; ask: string }): void {
    if (refuses) throw new DOMException('no clone', 'DataCloneError');
    this.heard.push(message);
  }
  terminate(): void { this.ended = true; }
  say(said: object): void { for (const one of this.listeners.get('message') ?? []) one({ data: said }); }
  fall(): void { for (const one of this.listeners.get('error') ?? []) one({ message: 'out of memory' }); }
}

const fresh = () => import('../../../src/panel/state/importer.ts');
let askImporter: Awaited<ReturnType<typeof fresh>>['askImporter'];
let stopImporter: Awaited<ReturnType<typeof fresh>>['stopImporter'];
beforeEach(async () => {
  Object.assign(globalThis, { Worker: Fake });
  workers.length = 0;
  refuses = false;
  vi.resetModules();
  ({ askImporter, stopImporter } = await fresh());
});

const open = { ask: 'open', file: new File([], 'a.csv'), wish: {} } as const;
const turn = (): Promise<void> => new Promise((next) => { setTimeout(next); });

test('one thing at a time: the next is asked when the first is answered, and hears its own answer and progress alone', async () => {
  const told: unknown[] = [];
  const [first, second] = [askImporter({ ask: 'undo', id: 'i', at: 1, label: '' }, (progress) => told.push(progress)), askImporter(open)];
  await turn();
  const [worker] = workers;
  expect(worker!.heard.map(({ ask }) => ask)).toEqual(['undo']);
  worker!.say({ job: 1, said: 'progress', progress: 'half' });
  worker!.say({ job: 7, said: 'progress', progress: 'of another' });
  worker!.say({ job: 1, said: 'undone', undone: 'all' });
  expect(await first).toMatchObject({ undone: 'all' });
  await turn();
  worker!.say({ job: 1, said: 'progress', progress: 'late' });
  worker!.say({ job: 2, said: 'opened', opened: 'it' });
  expect(await second).toMatchObject({ opened: 'it' });
  expect([told, workers.length]).toEqual([['half'], 1]);
});

test('a worker that falls over says so to whoever waits, and the next is asked of a new one', async () => {
  const [first, second] = [askImporter(open), askImporter(open)];
  await turn();
  workers[0]!.fall();
  expect(await first).toEqual({ job: 1, said: 'failed', kind: 'bug', message: 'out of memory' });
  await turn();
  expect([workers.length, workers[0]!.ended, workers[1]!.heard.length]).toEqual([2, true, 1]);
  workers[1]!.say({ job: 2, said: 'opened', opened: 'it' });
  expect(await second).toMatchObject({ said: 'opened' });
});

test('what cannot be asked holds up nobody else', async () => {
  refuses = true;
  await expect(askImporter(open)).rejects.toThrow('no clone');
  refuses = false;
  const next = askImporter(open);
  await turn();
  workers[0]!.say({ job: 2, said: 'opened', opened: 'it' });
  expect(await next).toMatchObject({ said: 'opened' });
});

test('a stop goes to the job at work; without any worker it is nothing', async () => {
  stopImporter();
  expect(workers).toHaveLength(0);
  void askImporter(open);
  await turn();
  stopImporter();
  expect(workers[0]!.heard).toMatchObject([{ job: 1, ask: 'open' }, { job: 1, ask: 'cancel' }]);
});
