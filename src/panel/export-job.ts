import { firstAndLast } from '../domain/name.ts';
import type { BookTable } from '../domain/book.ts';
import { bookRows } from '../files/book-json.ts';
import { addCounts, exportPresets, presetWriter, type ExportCount, type PresetWriter } from '../files/export-preset/catalog.ts';
import type { WorkerPort } from '../platform/worker-life.ts';
import { openBook, type Book } from '../storage/database.ts';
import { readRows } from '../storage/dump.ts';
import { entryReader, type EntryReader, type IdSpan } from '../storage/entry.ts';

export type Separator = ',' | ';' | '\t';

/** A part of a file: people as a preset has them, without the head, or rows of a table as a book's file has them. */
export type ExportPart =
  | { of: 'people'; preset: string; separator: Separator; who: readonly string[] | IdSpan }
  | { of: 'rows'; table: BookTable; keys: readonly unknown[]; isWhole: boolean };

/** A part as text, and what became of its rows; `done` = how many were looked at. */
export interface WrittenPart {
  text: string;
  done: number;
  count: ExportCount;
}

/** People read at once: beside the panel nobody waits for what is between two slices. */
const SLICE = 1_000;

/** What an exporter is asked and what it answers, by number. */
export type ToExporter = { job: number; part: ExportPart };
export type FromExporter = { job: number } & ({ written: WrittenPart } | { failed: string });


/** Writes parts of a file as they are asked for, in a worker beside the panel; one after the other. A worker serves one export: what it has read around the people is kept for the next part. */
export function serveExports(port: WorkerPort<ToExporter, FromExporter>, open: () => Book = () => openBook()): void {
  let book: Book | undefined;
  let people: { reader: EntryReader; writer: PresetWriter } | undefined;
  const write = async (part: ExportPart): Promise<WrittenPart> => {
    book ??= open();
    if (part.of === 'rows') {
      const texts: string[] = [];
      for await (const rows of readRows(book, part.table, part.keys, part.isWhole)) if (rows.length > 0) texts.push(bookRows(rows));
      return { text: texts.join(',\n'), done: part.keys.length, count: { rows: 0, leftOut: {} } };
    }
    const preset = exportPresets.find(({ name }) => name === part.preset)!;
    people ??= { reader: entryReader(book, preset.needs, SLICE), writer: presetWriter(preset, { nameParts: firstAndLast, separator: part.separator }) };
    const whole: WrittenPart = { text: '', done: 0, count: { rows: 0, leftOut: {} } };
    const texts: string[] = [];
    for await (const entries of people.reader.slices(part.who)) {
      const { text, count } = people.writer.write(entries);
      texts.push(text);
      whole.done += entries.length;
      whole.count = addCounts(whole.count, count);
    }
    return { ...whole, text: texts.join('') };
  };
  let turn: Promise<void> = Promise.resolve();
  port.addEventListener('message', ({ data: { job, part } }) => {
    turn = turn.then(() => write(part)).then((written) => port.postMessage({ job, written }), (error: unknown) => port.postMessage({ job, failed: error instanceof Error ? error.message : String(error) }));
  });
}
