import { firstAndLast } from '../../domain/name.ts';
import { bookHead, writeBook, type BookSource } from '../../files/book-json.ts';
import { BOOK_TABLES } from '../../files/book-schema.ts';
import { addCounts, presetWriter, type ExportCount } from '../../files/export-preset/catalog.ts';
import type { ExportPreset } from '../../files/export-preset/preset.ts';
import type { Book } from '../../storage/database.ts';
import { readDump, readPeopleDump } from '../../storage/dump.ts';
import { type IdSpan, spansOf } from '../../storage/entry.ts';
import { slicesOf } from '../../storage/slice.ts';
import type { ExportPart, Separator, WrittenPart } from '../export-job.ts';
import { writtenParts } from './exporter.ts';

/** Passes pieces on, each of which tells of so many rows. */
export type Tick = <T>(pieces: AsyncIterable<T>, many: (piece: T) => number) => AsyncGenerator<T>;

/** People that one part of a file has; and rows of a table, most of which are small. */
const PEOPLE = 500, PART = 2_000;

/** The CSV file that a tool takes of these people, or of everybody; `onCount` hears after each piece what became of everybody until then. */
export async function* presetChunks(book: Book, preset: ExportPreset, separator: Separator, ids: readonly string[] | undefined, { tick, onCount = () => undefined, write = writtenParts }: { tick: Tick; onCount?: (count: ExportCount) => void; write?: typeof writtenParts }): AsyncGenerator<string | Uint8Array> {
  let count: ExportCount = { rows: 0, leftOut: {} };
  yield presetWriter(preset, { nameParts: firstAndLast, separator }).head;
  // which company was there before only who writes all of them knows
  for await (const part of tick(write(peopleParts(ids ? slicesOf(ids, PEOPLE) : spansOf(book, PEOPLE), preset, separator), preset.holds === 'companies' ? 1 : undefined), ({ done }) => done)) {
    count = addCounts(count, part.count);
    onCount(count);
    yield part.bytes;
  }
}

async function* peopleParts(some: Iterable<readonly string[]> | AsyncIterable<IdSpan>, { name }: ExportPreset, separator: Separator): AsyncGenerator<ExportPart> {
  for await (const who of some) yield { of: 'people', preset: name, separator, who };
}

/** The whole book as JSON, or these people as a book of their own. `tickOf` is told how many rows there are; `at` is epoch ms. */
export async function bookChunks(book: Book, ids: readonly string[] | undefined, at: number, tickOf: (total: number) => Tick, write: typeof writtenParts = writtenParts): Promise<AsyncGenerator<string | Uint8Array>> {
  const { counts, settings, keys, isWhole } = ids ? await readPeopleDump(book, ids) : await readDump(book);
  const parts = BOOK_TABLES.flatMap((table) => slicesOf(keys[table], PART).map((some): ExportPart => ({ of: 'rows', table, keys: some, isWhole })));
  const tick = tickOf(Object.values(counts).reduce((sum, one) => sum + one, 0));
  const written = tick(write(parts), ({ done }) => done);
  // the tables are written in this order, so each takes its parts from the one stream
  const rows = Object.fromEntries(BOOK_TABLES.map((table) => [table, bytesOf(written, Math.ceil(keys[table].length / PART))]));
  return ended(writeBook({ ...bookHead(at, counts, settings), ...rows } as BookSource<WrittenPart['bytes']>), written);
}

/** What the next so many parts hold. */
async function* bytesOf(parts: AsyncGenerator<WrittenPart>, many: number): AsyncGenerator<WrittenPart['bytes']> {
  for (let left = many; left > 0; left--) {
    const { value, done } = await parts.next();
    if (done) return;
    yield value.bytes;
  }
}

/** Chunks, at the end of which, whole or not, nobody writes parts any more. */
async function* ended<C>(chunks: AsyncGenerator<C>, parts: AsyncGenerator<WrittenPart>): AsyncGenerator<C> {
  try {
    yield* chunks;
  } finally {
    await parts.return(undefined);
  }
}
