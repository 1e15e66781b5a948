import type { BackupKey } from '../../../src/files/backup-seal.ts';
import { backupBytes, backupText } from '../../../src/files/backup-write.ts';
import { bookHead, rowsOf } from '../../../src/files/book-json.ts';
import { BOOK_TABLES, type BookTable } from '../../../src/files/book-schema.ts';
import { blobOf } from '../../../src/files/byte-stream.ts';
import { readBackupDump } from '../../../src/storage/backup-dump.ts';
import { saveDraft } from '../../../src/storage/capture.ts';
import { changeAt, draftOf, means, scratchBook } from '../../storage/scratch-book.ts';

/** A backup of a book with twelve people, as the worker makes it. */
export async function backup(key: BackupKey | null = null, squeezed = true): Promise<Blob> {
  const book = scratchBook();
  for (let at = 0; at < 12; at++) await saveDraft(book, draftOf(`github:p${at}`, `Person ${at}`), {}, changeAt(at), means);
  const { rows, aside, settings, present } = await readBackupDump(book);
  const all = async (pieces: AsyncIterable<object | readonly object[]>): Promise<object[]> => { const got: object[] = []; for await (const piece of pieces) got.push(...rowsOf(piece)); return got; };
  const tables = Object.fromEntries(await Promise.all(BOOK_TABLES.map(async (name) => [name, await all(rows[name] as AsyncIterable<object>)] as const)));
  const counts = Object.fromEntries(BOOK_TABLES.map((name) => [name, tables[name]!.length])) as Record<BookTable, number>;
  const text = backupText({ ...bookHead(5, counts, settings), present, ...tables, ...aside } as unknown as Parameters<typeof backupText>[0], () => undefined);
  if (squeezed) return blobOf(backupBytes(text, key), '');
  let plain = '';
  for await (const piece of text) plain += piece;
  return new Blob([plain]);
}
