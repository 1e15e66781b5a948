import { afterEach, expect, test } from 'vitest';
import { BIG, blobOf, download } from '../../../src/panel/state/download.ts';

async function* chunks(many: number, size = 300_000): AsyncGenerator<string> {
  for (let at = 0; at < many; at++) yield String(at % 10).repeat(size);
}

/** A place on a disk that a picker gives; what was written to it, and how it ended. */
function disk(fails = Infinity): { written: string[]; ended: string[] } {
  const told = { written: [] as string[], ended: [] as string[] };
  const target = {
    write: async (bytes: Uint8Array) => { if (told.written.length >= fails) throw new Error('disk full'); told.written.push(new TextDecoder().decode(bytes)); },
    close: async () => void told.ended.push('closed'), abort: async () => void told.ended.push('aborted'),
  };
  Object.assign(globalThis, { showSaveFilePicker: async () => ({ createWritable: async () => target }) });
  return told;
}

afterEach(() => { Reflect.deleteProperty(globalThis, 'showSaveFilePicker'); });

const file = (many: number): Parameters<typeof download>[0] => ({ name: 'x.csv', mediaType: 'text/csv', chunks: chunks(many) });

test('a big file goes to the disk in pieces of some size, whole and in order', async () => {
  const told = disk();
  expect(await download(file(9), BIG)).toBe(true);
  let text = '';
  for await (const chunk of chunks(9)) text += chunk;
  expect(told.written.join('') === text).toBe(true);
  expect(told.written.length).toBe(3);
  expect(told.ended).toEqual(['closed']);
});

test('text and what is bytes already stand in the file in their order', async () => {
  const told = disk();
  const mixed = (async function* mixed(): AsyncGenerator<string | Uint8Array> {
    yield 'naïve,';
    yield new TextEncoder().encode('山田,');
    yield 'x'.repeat(1_000_000);
    yield new TextEncoder().encode('end');
  })();
  expect(await download({ ...file(0), chunks: mixed }, BIG)).toBe(true);
  expect(told.written).toEqual([`naïve,山田,${'x'.repeat(1_000_000)}`, 'end']);
});

test('one that is stopped or that finds no room leaves nothing on the disk', async () => {
  const stopped = disk();
  const end = new AbortController();
  async function* stopping(): AsyncGenerator<string> {
    yield* chunks(5);
    end.abort();
    yield* chunks(5);
  }
  await expect(download({ ...file(0), chunks: stopping() }, BIG, end.signal)).rejects.toThrow();
  expect(stopped.ended).toEqual(['aborted']);
  const full = disk(1);
  await expect(download(file(20), BIG)).rejects.toThrow('disk full');
  expect(full.ended).toEqual(['aborted']);
});

test('without a picker it becomes a blob of the same text, unless it is stopped', async () => {
  const blob = await blobOf(chunks(5), 'text/csv');
  expect(blob.size).toBe(1_500_000);
  expect(blob.type).toBe('text/csv');
  await expect(blobOf(chunks(5), 'text/csv', AbortSignal.abort())).rejects.toThrow();
});
