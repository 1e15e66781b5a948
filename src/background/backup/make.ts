import { backupBytes, backupText, type BackupSource, type BackupSum } from '../../files/backup-write.ts';
import { openBackup, readParts } from '../../files/backup-read.ts';
import { checkedRow, isBackupTable } from '../../files/backup-row.ts';
import type { BackupKey } from '../../files/backup-seal.ts';
import { bookHead } from '../../files/book-json.ts';
import { blobOf, bytesOf } from '../../files/byte-stream.ts';
import { readBackupDump, type BackupDump } from '../../storage/backup-dump.ts';
import type { Book } from '../../storage/database.ts';
import { replaceBook, type RestorePart } from '../../storage/restore.ts';
import type { Change } from '../../storage/write.ts';

/** A backup that was just made: its bytes and what is in them. */
export interface MadeBackup {
  blob: Blob;
  sum: BackupSum;
  people: number;
  rows: number;
  seq: number;
}

/** Writes the whole book into a blob, in slices. */
export async function makeBackup(book: Book, key: BackupKey | null, at: number): Promise<MadeBackup> {
  const dump = await readBackupDump(book);
  let sum: BackupSum | undefined;
  const blob = await blobOf(backupBytes(backupText(sourceOf(dump, at), (told) => { sum = told; }), key), key ? 'application/octet-stream' : 'application/gzip');
  return { blob, sum: sum!, people: sum!.rows['prospects'] ?? 0, rows: Object.values(sum!.rows).reduce((all, many) => all + many, 0), seq: dump.seq };
}

/** What came of a trial restore. */
export type Trial = 'proven' | 'unequal' | 'refused-rows';

/**
 * Tries what a rep would do after a disaster: reads the bytes back, restores them into a scratch book, and writes that one out again. It is proven when the second text is the first one, byte for byte:
 * then every row came back as it was. Throws BackupUnreadable when the bytes cannot be read.
 */
export async function tryRestore(scratch: Book, blob: Blob, key: BackupKey | null, change: Change): Promise<Trial> {
  const seen: Seen = { digest: '', refused: 0, exportedAt: 0 };
  await replaceBook(scratch, restoreParts(blob, key, seen), change);
  if (seen.refused > 0) return 'refused-rows';
  let again = '';
  for await (const _text of backupText(sourceOf(await readBackupDump(scratch), seen.exportedAt, seen), ({ digest }) => { again = digest; })) void _text;
  return again === seen.digest ? 'proven' : 'unequal';
}

interface Seen {
  digest: string;
  refused: number;
  exportedAt: number;
  counts?: BackupSource['counts'];
}

async function* restoreParts(blob: Blob, key: BackupKey | null, seen: Seen): AsyncGenerator<RestorePart> {
  const parts = readParts(openBackup(bytesOf(blob), async () => key));
  for (;;) {
    const { value: part, done } = await parts.next();
    if (done) {
      seen.digest = part.digest;
      return;
    }
    if ('name' in part) {
      if (part.name === 'exportedAt') seen.exportedAt = part.value as number;
      if (part.name === 'counts') seen.counts = part.value as BackupSource['counts'];
      yield part;
    } else if (isBackupTable(part.table)) {
      const { table } = part;
      const rows = part.rows.map((row) => checkedRow(table, row)).filter((row) => row !== null);
      seen.refused += part.rows.length - rows.length;
      yield { table, rows };
    }
  }
}

function sourceOf({ counts, settings, rows, present, aside }: BackupDump, at: number, said: { counts?: BackupSource['counts'] } = {}): BackupSource {
  // rows that went while the book was written are in the counts of its first line
  return { ...bookHead(at, said.counts ?? counts, settings), present, ...rows, ...aside } as BackupSource;
}
