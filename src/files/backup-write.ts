import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ImportRecord } from '../domain/import-record.ts';
import { sealed, type BackupKey } from './backup-seal.ts';
import { rowsOf, writeBook, type BookHead, type BookSource, type Pieces } from './book-json.ts';
import { BOOK_TABLES, type BookTable, type BookTables } from './book-schema.ts';
import { gzipped, type Bytes } from './byte-stream.ts';

/** Tables that a backup holds beside those of a book. Erasures that can still be taken back are not among them: nobody is brought back by a file. */
export interface AsideTables {
  imports: ImportRecord;
}

export const ASIDE_TABLES = ['imports'] as const satisfies readonly (keyof AsideTables)[];

/** A whole book to back up. */
export type BackupSource = BookHead & { [T in BookTable]: Pieces<BookTables[T]> } & { [T in keyof AsideTables]: Pieces<AsideTables[T]> };

/** What was written: SHA-256 (hex) of all lines before the manifest, and the rows of each table. */
export interface BackupSum {
  digest: string;
  rows: { [table: string]: number };
}

/** The last line but one of a backup's JSON. */
export const MANIFEST = 'manifest';

/**
 * The text of a backup: a book's JSON, one row a line, with a manifest as its last member: what it holds and the SHA-256 of every byte before the manifest's line. The same
 * rows always give the same text. `onSum` hears the sum at the end.
 */
export async function* backupText(source: BackupSource, onSum: (sum: BackupSum) => void): AsyncGenerator<string> {
  const rows: BackupSum['rows'] = {};
  const hash = sha256.create();
  const encoder = new TextEncoder();
  const { imports, ...book } = source;
  const counted = { ...book, ...Object.fromEntries(BOOK_TABLES.map((table) => [table, counting(table, book[table] as Pieces<object>, rows)])) } as unknown as BookSource;
  const aside = { imports: counting('imports', imports, rows) };
  const tell = (text: string): string => {
    hash.update(encoder.encode(text));
    return text;
  };
  let held = '';
  for await (const chunk of writeBook(counted, aside)) {
    if (held) yield tell(held);
    held = chunk;
  }
  yield tell(`${held.slice(0, -END.length)},\n`);
  const sum: BackupSum = { digest: bytesToHex(hash.digest()), rows };
  yield `"${MANIFEST}": ${JSON.stringify({ sha256: sum.digest, rows })}${END}`;
  onSum(sum);
}

const END = '\n}\n';

/** The bytes of a backup: its text squeezed, and sealed when there is a key. */
export function backupBytes(text: AsyncIterable<string>, key: BackupKey | null): Bytes {
  const squeezed = gzipped(encoded(text));
  return key ? sealed(squeezed, key) : squeezed;
}

/** Text as UTF-8. */
export async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  for await (const piece of text) yield encoder.encode(piece);
}

async function* counting<R extends object>(table: string, rows: Pieces<R>, counts: BackupSum['rows']): AsyncGenerator<readonly R[]> {
  counts[table] = 0;
  for await (const piece of rows) {
    const some = rowsOf(piece);
    counts[table] += some.length;
    yield some;
  }
}
