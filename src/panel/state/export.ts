import { signal } from '@preact/signals';
import { firstAndLast } from '../../domain/name.ts';
import { exportPresets, type ExportCount } from '../../files/export-preset/catalog.ts';
import type { ProspectFormat } from '../../files/format.ts';
import markdown from '../../files/markdown.ts';
import vcard from '../../files/vcard.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { entryReader } from '../../storage/entry.ts';
import type { Separator } from '../export-job.ts';
import { book } from './book.ts';
import { download, type DownloadFile } from './download.ts';
import { bookChunks, presetChunks, type Tick } from './export-chunks.ts';
import { toast } from './toast.ts';

/** Whom an export was asked for, beside all that can be chosen there; `name` is what they are called. */
export interface ExportAsk {
  of?: { ids: readonly string[]; name: string };
}

/** Whether the dialog is open, and for whom. */
export const askedExport = signal<ExportAsk | null>(null);

/** What is to be written: nobody named = the whole book. `format` is a name of EXPORT_FORMATS or of a preset. */
export interface ExportWish {
  ids?: readonly string[];
  format: string;
  separator: Separator;
}

/** How far an export is; people for files of people, rows for the book. */
export type ExportState =
  | { step: 'none' }
  | { step: 'writing'; file: string; done: number; total: number }
  | { step: 'done'; file: string; count: ExportCount }
  | { step: 'failed' };

/** Kept outside the dialog: closing it does not stop an export. */
export const exporting = signal<ExportState>({ step: 'none' });

/** Files that are no CSV. */
export const EXPORT_FORMATS = ['json', 'vcard', 'markdown'] as const;

const WRITERS: { [name in 'vcard' | 'markdown']: ProspectFormat } = { vcard, markdown };
let running: AbortController | undefined;

/** Opens the dialog. */
export function askExport(ask: ExportAsk = {}): void {
  if (exporting.value.step !== 'writing') exporting.value = { step: 'none' };
  askedExport.value = ask;
}

/** Ends the export that is running; nothing is left of its file. */
export function stopExport(): void {
  running?.abort();
}

/** Saves the whole book, lossless, as JSON. */
export async function exportJson(): Promise<void> {
  await startExport({ format: 'json', separator: ',' });
  const { value } = exporting;
  if (value.step === 'done') toast(t(value.count.rows === 1 ? 'export_done_one' : 'export_done', value.count.rows, value.file));
  if (value.step === 'failed') toast(t('export_failed'), { bad: true });
}

/** Writes a file and says in `exporting` how far it is. Must be called in a gesture; one at a time. */
export async function startExport(wish: ExportWish): Promise<void> {
  if (exporting.value.step === 'writing') return;
  const end = new AbortController();
  running = end;
  const file = fileName(wish);
  try {
    const people = wish.ids?.length ?? await book.prospects.count();
    let count: ExportCount = { rows: people, leftOut: {} };
    exporting.value = { step: 'writing', file, done: 0, total: people };
    const source = wish.format === 'json' ? { mediaType: 'application/json', chunks: await bookChunks(book, wish.ids, Date.now(), (total) => counted(file, total, end.signal)) } : peopleFile(wish, counted(file, people, end.signal), (now) => { count = now; });
    const saved = await download({ name: file, ...source }, people, end.signal);
    exporting.value = saved ? { step: 'done', file, count } : { step: 'none' };
  } catch (error) {
    if (!end.signal.aborted) report(error);
    exporting.value = { step: end.signal.aborted ? 'none' : 'failed' };
  }
}

interface Source {
  mediaType: string;
  chunks: DownloadFile['chunks'];
}

function peopleFile({ ids, format, separator }: ExportWish, tick: Tick, onCount: (count: ExportCount) => void): Source {
  const preset = exportPresets.find(({ name }) => name === format);
  if (preset) return { mediaType: 'text/csv;charset=utf-8', chunks: presetChunks(book, preset, separator, ids, { tick, onCount }) };
  const writer = WRITERS[format as keyof typeof WRITERS];
  return { mediaType: writer.mediaType, chunks: writer.write(flat(tick(entryReader(book, writer.needs).slices(ids), ({ length }) => length)), { nameParts: firstAndLast }) };
}

/** Counts what passes through it, and says so now and then. */
function counted(file: string, total: number, end: AbortSignal): Tick {
  let done = 0;
  let said = 0;
  return async function* tick(pieces, many) {
    for await (const piece of pieces) {
      end.throwIfAborted();
      done += many(piece);
      if (done - said >= 500) {
        said = done;
        exporting.value = { step: 'writing', file, done, total };
      }
      yield piece;
    }
  };
}

async function* flat<T>(slices: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const slice of slices) yield* slice;
}

function fileName({ ids, format }: ExportWish): string {
  const extension = format === 'json' ? 'json' : WRITERS[format as keyof typeof WRITERS]?.extension ?? 'csv';
  const what = format === 'json' ? (ids ? 'people' : 'book') : format === 'generic' || extension !== 'csv' ? 'people' : format;
  return `paydirt-${what}-${today()}.${extension}`;
}

/** The rep's calendar day as 2026-12-03. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
