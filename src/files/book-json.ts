import { fail, ok, type Result } from '../domain/failure.ts';
import { BOOK_TABLES, checkRow, idOf, type BookRows, type BookTable, type BookTables } from './book-schema.ts';
import { inChunks, type Rows } from './format.ts';
import { tidy } from './untrusted.ts';

/** The version of the format that is written here, and the newest that can be read. */
export const BOOK_VERSION = 1;

/** What stands around the rows. `exportedAt` is epoch ms; `settings` only what may leave the machine. */
export interface BookHead {
  format: 'paydirt-book';
  version: typeof BOOK_VERSION;
  exportedAt: number;
  counts: Record<BookTable, number>;
  settings?: Record<string, unknown>;
}

/** A whole book, as read. */
export type BookDump = BookHead & BookRows;

/** The rows of a table to write, one by one or slice by slice as they come from a store: waiting for each of a million rows takes longer than writing it. */
export type Pieces<R> = Rows<R | readonly R[]>;

/** A whole book to write; rows may be written already (`bookRows`), as UTF-8. */
export type BookSource<W extends Uint8Array = never> = BookHead & { [T in BookTable]: Pieces<BookTables[T]> | Rows<W> };

/** A row that was not taken, and why. Its place counts from 0 within its table; -1 = the table itself, or what stands beside the tables (`other`). */
export interface RejectedRow {
  table: BookTable | 'settings' | 'other';
  index: number;
  reason: string;
  row: unknown;
}

/** What was read: the good rows, the others with their reasons, and the tables that hold fewer rows than the file promises. */
export interface BookReading {
  dump: BookDump;
  rejected: RejectedRow[];
  missing: { table: BookTable; promised: number; found: number }[];
}

/** The most that is read: characters in the file, rows in a table. A book of 100,000 prospects is far below. */
export const BOOK_LIMITS = { characters: 500_000_000, rows: 5_000_000 };

const HEAD_NAMES = new Set<string>(['format', 'version', 'exportedAt', 'counts', 'settings', ...BOOK_TABLES]);

/** The head of a book's file; the counts are what the tables will hold. */
export function bookHead(exportedAt: number, counts: Record<BookTable, number>, settings?: Record<string, unknown>): BookHead {
  return { format: 'paydirt-book', version: BOOK_VERSION, exportedAt, counts, ...(settings ? { settings } : {}) };
}

/** The lossless JSON of a book, in pieces: one row a line, so that two of them can be compared and 100,000 rows need no giant string. `more` are tables that stand beside those of the book. What is written already is passed on as it is. */
export function writeBook(book: BookSource, more?: { [table: string]: Pieces<object> }): AsyncGenerator<string>;
export function writeBook<W extends Uint8Array>(book: BookSource<W>, more?: { [table: string]: Pieces<object> }): AsyncGenerator<string | W>;
export function writeBook<W extends Uint8Array>(book: BookSource<W>, more: { [table: string]: Pieces<object> } = {}): AsyncGenerator<string | W> {
  return inChunks(bookLines(book, more));
}

/**
 * Reads what `writeBook` wrote. Fails with what to do when this is no such file; a bad row costs only itself and is reported.
 * What is not known here is kept. All of it is still only text: who makes a link or a picture of an address checks it first.
 */
export function readBook(text: string, limits: typeof BOOK_LIMITS = BOOK_LIMITS): Result<BookReading> {
  if (text.length > limits.characters) return fail('invalid', 'This file is too big to be a Paydirt book. Pick the JSON file that Paydirt exported.');
  let whole: unknown;
  try {
    whole = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    return fail('invalid', 'This file is not JSON, or it was cut off. Pick the whole JSON file that Paydirt exported; CSV and vCard files are imported elsewhere.');
  }
  if (!isObject(whole) || whole['format'] !== 'paydirt-book') return fail('invalid', 'This JSON file is not a Paydirt book. Pick a file that was made with "Export the whole book".');
  const { version } = whole;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return fail('invalid', 'This book does not say which version it is. Export it again and pick the new file.');
  if (version > BOOK_VERSION) return fail('invalid', 'This book was made by a newer Paydirt. Update Paydirt, then import it again.');
  return readTables(whole, limits);
}

function readTables(whole: Record<string, unknown>, limits: typeof BOOK_LIMITS): Result<BookReading> {
  const tables: Record<string, unknown[]> = {};
  const rejected: RejectedRow[] = [];
  const missing: BookReading['missing'] = [];
  const promises = isObject(whole['counts']) ? whole['counts'] : {};
  for (const table of BOOK_TABLES) {
    const rows = Object.hasOwn(whole, table) ? whole[table] : [];
    if (Array.isArray(rows) && rows.length > limits.rows) return fail('invalid', `This book holds more ${table} than can be read (${limits.rows}). Export it in parts.`);
    if (!Array.isArray(rows)) rejected.push({ table, index: -1, reason: 'This should be a list of rows.', row: rows });
    const found = Array.isArray(rows) ? rows : [];
    tables[table] = goodRows(table, found, rejected);
    const promised = promises[table];
    if (typeof promised === 'number' && promised > found.length) missing.push({ table, promised, found: found.length });
  }
  const counts = Object.fromEntries(BOOK_TABLES.map((table) => [table, tables[table]!.length]));
  const { exportedAt } = whole;
  const head = { format: whole['format'], version: whole['version'], exportedAt: typeof exportedAt === 'number' ? exportedAt : 0, counts };
  const extra: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(whole)) {
    const isSettings = name === 'settings';
    if (HEAD_NAMES.has(name) && !isSettings) continue;
    const kept = isSettings && !isObject(value) ? { ok: false as const, reason: 'The settings should be an object.' } : tidy({ [name]: value });
    if (kept.ok) Object.assign(extra, kept.value);
    else rejected.push({ table: isSettings ? 'settings' : 'other', index: -1, reason: kept.reason, row: value });
  }
  return ok({ dump: { ...head, ...extra, ...tables } as unknown as BookDump, rejected, missing });
}

function goodRows(table: BookTable, rows: unknown[], rejected: RejectedRow[]): unknown[] {
  const good: unknown[] = [];
  const ids = new Set<string>();
  rows.forEach((raw, index) => {
    const kept = tidy(raw);
    const checked = kept.ok ? checkRow(table, kept.value) : { reason: kept.reason };
    if ('reason' in checked) return void rejected.push({ table, index, reason: checked.reason, row: raw });
    const id = idOf(table, checked.row);
    if (id !== undefined && ids.has(id)) return void rejected.push({ table, index, reason: 'Another row of this file has the same id.', row: raw });
    if (id !== undefined) ids.add(id);
    good.push(checked.row);
  });
  return good;
}

async function* bookLines<W extends Uint8Array>(book: BookSource<W>, more: { [table: string]: Pieces<object> }): AsyncGenerator<string | W> {
  const { format, version, exportedAt, counts, settings, ...rest } = book;
  const line = (name: string, value: unknown): string => `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  yield `{\n${[line('format', format), line('version', version), line('exportedAt', exportedAt), line('counts', counts)].join(',\n')}`;
  if (settings) yield `,\n${line('settings', settings)}`;
  for (const [name, value] of Object.entries(rest)) {
    if (!HEAD_NAMES.has(name) && value !== undefined) yield `,\n${line(name, value)}`;
  }
  for (const [table, rows] of [...BOOK_TABLES.map((name) => [name, book[name] as Rows<object | readonly object[] | W>] as const), ...Object.entries(more)]) {
    yield `,\n${JSON.stringify(table)}: [`;
    let first = true;
    for await (const piece of rows) {
      const lines = piece instanceof Uint8Array ? piece as W : bookRows(rowsOf(piece));
      if (lines.length === 0) continue;
      yield first ? '\n' : ',\n';
      yield lines;
      first = false;
    }
    yield first ? ']' : '\n]';
  }
  yield '\n}\n';
}

/** Rows as they stand in a book's file, one a line. */
export function bookRows(rows: readonly object[]): string {
  return rows.map((row) => JSON.stringify(row)).join(',\n');
}

/** A row or a slice as a slice. */
export function rowsOf<R extends object>(piece: R | readonly R[]): readonly R[] {
  return Array.isArray(piece) ? piece as readonly R[] : [piece as R];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
