import { firstAndLast } from '../domain/name.ts';
import type { BookTable } from '../domain/book.ts';
import { bookRows } from '../files/book-json.ts';
import { exportPresets, presetWriter, type ExportCount, type PresetWriter } from '../files/export-preset/catalog.ts';
import type { WorkerPort } from '../platform/worker-life.ts';
import { openBook, type Book } from '../storage/database.ts';
import { readRows } from '../storage/dump.ts';
import { entryReader, type EntryReader, type IdSpan } from '../storage/entry.ts';

export type Separator = ',' | ';' | '\t';

/** A part of a file: people as a preset has them, without the head, or rows of a table as a book's file has them. */
export type ExportPart =
  | { of: 'people'; preset: string; separator: Separator; who: readonly string[] | IdSpan }
  | { of: 'rows'; table: BookTable; keys: readonly unknown[]; isWhole: boolean };

/** A part as UTF-8, and what became of its rows; `done` = how many were looked at. */
export interface WrittenPart {
  bytes: Uint8Array<ArrayBuffer>;
  done: number;
  count: ExportCount;
}

const encoder = new TextEncoder();

/** What an exporter is asked and what it answers, by number. */
export type ToExporter = { job: number; part: ExportPart };
export type FromExporter = { job: number } & ({ written: WrittenPart } | { failed: string });


/** Writes parts of a file as they are asked for, in a worker beside the panel; one after the other. A worker serves one export: what it has read around the people is kept for the next part. */
export function serveExports(port: WorkerPort<ToExporter, FromExporter>, open: () => Book = () => openBook()): void {
  let book: Book | undefined;
  let people: { reader: EntryReader; writer: PresetWriter } | undefined;
  /** Asks the database for a part at once; the text is made when it is its turn. */
  const begin = async (part: ExportPart): Promise<() => WrittenPart> => {
    book ??= open();
    if (part.of === 'rows') {
      const rows = await all(readRows(book, part.table, part.keys, part.isWhole));
      return () => ({ bytes: encoder.encode(rows.filter((some) => some.length > 0).map((some) => bookRows(some)).join(',\n')), done: part.keys.length, count: { rows: 0, leftOut: {} } });
    }
    const preset = exportPresets.find(({ name }) => name === part.preset)!;
    const { reader, writer } = people ??= { reader: entryReader(book, preset.needs), writer: presetWriter(preset, { nameParts: firstAndLast, separator: part.separator }) };
    const entries = await reader.read(part.who);
    return () => {
      const { text, count } = writer.write(entries);
      return { bytes: encoder.encode(text), count, done: entries.length };
    };
  };
  let turn: Promise<void> = Promise.resolve();
  port.addEventListener('message', ({ data: { job, part } }) => {
    const reading = begin(part);
    // one that fails while another is written fails when it is its turn
    reading.catch(() => undefined);
    turn = turn.then(async () => (await reading)()).then((written) => port.postMessage({ job, written }, [written.bytes.buffer]), (error: unknown) => port.postMessage({ job, failed: error instanceof Error ? error.message : String(error) }));
  });
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const held: T[] = [];
  for await (const one of source) held.push(one);
  return held;
}
