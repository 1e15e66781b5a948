import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { livingPort, onGone } from '../../src/platform/worker-life.ts';

/** Locks as a browser gives them: one holder a name, the next waits, and who stops waiting is told. */
const queues = new Map<string, Promise<unknown>>();
const ends = new Map<string, () => void>();
const locks = {
  request(name: string, ...rest: [(lock: object) => unknown] | [{ signal: AbortSignal }, (lock: object) => unknown]): Promise<unknown> {
    const [options, work] = rest.length === 2 ? rest : [undefined, rest[0]];
    const before = queues.get(name) ?? Promise.resolve();
    const held = before.then(() => (options?.signal.aborted ? Promise.reject(new DOMException('aborted', 'AbortError')) : Promise.race([work({}), new Promise<void>((end) => { ends.set(name, end); })])));
    queues.set(name, held.catch(() => undefined));
    return held;
  },
};
const turn = (): Promise<void> => new Promise((next) => { setTimeout(next); });

beforeEach(() => {
  queues.clear();
  ends.clear();
  vi.stubGlobal('navigator', { locks });
});
afterEach(() => vi.unstubAllGlobals());

/** A worker's scope and its maker's end of it. */
async function pair(): Promise<{ worker: Worker & { dispatchEvent(event: Event): boolean }; name: string; inside: EventTarget }> {
  const worker = new EventTarget() as unknown as Worker;
  const inside = new EventTarget();
  const said: unknown[] = [];
  vi.stubGlobal('postMessage', (data: unknown) => void said.push(data));
  vi.stubGlobal('addEventListener', inside.addEventListener.bind(inside));
  const port = livingPort<string, string>();
  port.addEventListener('message', ({ data }) => port.postMessage(`heard ${data}`));
  await turn();
  inside.dispatchEvent(new MessageEvent('message', { data: 'this' }));
  expect(said).toEqual([{ alive: expect.stringMatching(/./) as string }, 'heard this']);
  return { worker, name: (said[0] as { alive: string }).alive, inside };
}

test('a worker that is ended from outside is told to its maker; until then nothing is', async () => {
  const { worker, name } = await pair();
  const gone = vi.fn();
  onGone(worker, gone, new AbortController().signal);
  worker.dispatchEvent(new MessageEvent('message', { data: { alive: name } }));
  await turn();
  expect(gone).not.toHaveBeenCalled();
  ends.get(name)!();
  await turn();
  expect(gone).toHaveBeenCalledExactlyOnceWith('The worker was ended.');
});

test('one that falls over is told with what it says; one that its maker ended is not', async () => {
  const { worker, name } = await pair();
  const [gone, life] = [vi.fn(), new AbortController()];
  onGone(worker, gone, life.signal);
  worker.dispatchEvent(new MessageEvent('message', { data: { alive: name } }));
  worker.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  expect(gone).toHaveBeenCalledExactlyOnceWith('out of memory');
  life.abort();
  ends.get(name)!();
  worker.dispatchEvent(Object.assign(new Event('error'), { message: 'late' }));
  await turn();
  expect(gone).toHaveBeenCalledOnce();
});
