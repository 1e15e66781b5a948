import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readBook } from '../../src/files/book-json.ts';
import { exportPresets } from '../../src/files/export-preset/catalog.ts';
import { serveExports, type ExportPart, type FromExporter, type ToExporter, type WrittenPart } from '../../src/panel/export-job.ts';
import { bookChunks, presetChunks } from '../../src/panel/state/export-chunks.ts';
import { writtenParts } from '../../src/panel/state/exporter.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import type { Book } from '../../src/storage/database.ts';
import { addNote } from '../../src/storage/person.ts';
import { changeAt, draftOf, means, scratchBook } from '../storage/scratch-book.ts';

const alive = new Set<Exporter>();
/** The worker in this thread: it answers after some turns, by chance. */
class Exporter extends EventTarget {
  readonly #inner = new EventTarget();
  listeners = 0;
  constructor(book: Book | Error, wait: () => number = () => 0) {
    super();
    alive.add(this);
    serveExports({
      addEventListener: (type, listener) => this.#inner.addEventListener(type, listener as EventListener),
      postMessage: (message: FromExporter) => { setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: message })), wait()); },
    }, () => { if (book instanceof Error) throw book; return book; });
  }

  override addEventListener(...said: Parameters<EventTarget['addEventListener']>): void {
    this.listeners += 1;
    super.addEventListener(...said);
  }

  postMessage(message: ToExporter): void {
    this.#inner.dispatchEvent(new MessageEvent('message', { data: structuredClone(message) }));
  }

  terminate(): void {
    alive.delete(this);
  }
}

const make = (book: Book | Error, wait?: () => number) => (): Worker => new Exporter(book, wait) as unknown as Worker;
const straight = <T>(pieces: AsyncIterable<T>): AsyncGenerator<T> => pieces as AsyncGenerator<T>;

async function bookOf(names: readonly string[]): Promise<Book> {
  const book = scratchBook();
  for (const [at, name] of names.entries()) await saveDraft(book, draftOf(`github:p${at}`, name, { title: 'VP Sales', company: `${name} Example` }), {}, changeAt(at + 1), means);
  const [first] = await book.prospects.toArray();
  if (first) await addNote(book, first.id, 'note', 'Met in Oslo', changeAt(50));
  return book;
}

async function textOf(chunks: AsyncIterable<string | Uint8Array>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  for await (const chunk of chunks) text += typeof chunk === 'string' ? chunk : decoder.decode(chunk);
  return text;
}

beforeEach(() => {
  alive.clear();
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
});

describe('parts written beside the panel', () => {
  test('come in their order, whichever worker is done first, and few are asked for ahead', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 }), async (workers, waits) => {
      const book = await bookOf(['Ada']);
      const ids = await book.prospects.toCollection().primaryKeys();
      let asked = 0;
      let taken = 0;
      let most = 0;
      function* parts(): Generator<ExportPart> {
        for (const at of waits.keys()) {
          asked += 1;
          most = Math.max(most, asked - taken);
          yield { of: 'rows', table: 'prospects', keys: Array.from({ length: at }, () => ids[0]!), isWhole: false };
        }
      }
      const turns = [...waits];
      const seen: number[] = [];
      for await (const { done } of writtenParts(parts(), workers, make(book, () => turns.pop() ?? 0))) {
        taken += 1;
        seen.push(done);
      }
      expect(seen).toEqual([...waits.keys()]);
      expect(most).toBeLessThanOrEqual(workers * 2 + 1);
      expect(alive.size).toBe(0);
    }), { numRuns: 20 });
  });

  test('leave nothing behind that would hold their texts', async () => {
    const book = await bookOf(['Ada']);
    const parts = Array.from({ length: 30 }, (): ExportPart => ({ of: 'rows', table: 'prospects', keys: [], isWhole: true }));
    let most = 0;
    for await (const part of writtenParts(parts, 2, make(book))) most = Math.max(most, part.done, ...[...alive].map(({ listeners }) => listeners));
    expect(most).toBe(3); // answers, its life, its fall
  });

  test('of a worker that falls over end the file', async () => {
    const book = await bookOf(['Ada']);
    const parts = Array.from({ length: 6 }, (): ExportPart => ({ of: 'rows', table: 'prospects', keys: [], isWhole: true }));
    const written = writtenParts(parts, 2, make(book, () => 50));
    const first = written.next();
    await new Promise((next) => { setTimeout(next); });
    [...alive][0]!.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    await expect(first).rejects.toThrow('out of memory');
    expect(alive.size).toBe(0);
  });

  test('end with the first failure, and nobody works on', async () => {
    const written = writtenParts([1, 2, 3].map((): ExportPart => ({ of: 'rows', table: 'prospects', keys: [], isWhole: true })), 2, make(new Error('no such book')));
    await expect(textOf((async function* pieces() { for await (const { bytes } of written) yield bytes; })())).rejects.toThrow('no such book');
    expect(alive.size).toBe(0);
  });

  test('that nobody wants any more stop', async () => {
    const book = await bookOf(['Ada', 'Bo']);
    const parts = Array.from({ length: 9 }, (): ExportPart => ({ of: 'rows', table: 'prospects', keys: [], isWhole: true }));
    for await (const part of writtenParts(parts, 2, make(book))) {
      expect(part satisfies WrittenPart).toMatchObject({ done: 0 });
      break;
    }
    expect(alive.size).toBe(0);
  });
});

/** Each person as a part, and all of them so many times. */
async function* apart(parts: Iterable<ExportPart> | AsyncIterable<ExportPart>, times: number): AsyncGenerator<ExportPart> {
  const single: ExportPart[] = [];
  for await (const part of parts) if (part.of === 'people' && !('after' in part.who)) single.push(...part.who.map((id) => ({ ...part, who: [id] })));
  for (let time = 0; time < times; time++) yield* single;
}

describe('a file of parts', () => {
  const NAMES = ['Ada', 'Bo', 'Cleo', 'Dina', 'Emil'];

  test('of the whole book is read back as it was', async () => {
    const book = await bookOf(NAMES);
    const text = await textOf(await bookChunks(book, undefined, 7, () => straight, (parts, workers) => writtenParts(parts, workers, make(book))));
    const reading = readBook(text);
    if (!reading.ok) throw new Error(reading.failure.message);
    expect([reading.value.rejected, reading.value.missing]).toEqual([[], []]);
    expect(reading.value.dump.prospects).toEqual(await book.prospects.toArray());
    expect(reading.value.dump.history).toHaveLength(await book.history.count());
    expect(alive.size).toBe(0);
  });

  test.each(['generic', 'linkedin-companies'])('for a tool has everybody once, and says how many: %s', async (name) => {
    const book = await bookOf(NAMES);
    const preset = exportPresets.find((one) => one.name === name)!;
    let rows = 0;
    const write: typeof writtenParts = (parts, workers) => {
      if (name === 'linkedin-companies') expect(workers).toBe(1);
      // each person is a part, and each of them twice: a company is in the file once
      return writtenParts(apart(parts, preset.holds === 'companies' ? 2 : 1), workers, make(book));
    };
    const text = await textOf(presetChunks(book, preset, ';', await book.prospects.toCollection().primaryKeys(), { tick: straight, onCount: (count) => { ({ rows } = count); }, write }));
    expect([text.trim().split('\r\n').length - 1, rows]).toEqual([NAMES.length, NAMES.length]);
    for (const one of NAMES) expect(text).toContain(`${one} Example`);
  });
});
