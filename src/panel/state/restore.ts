import { signal } from '@preact/signals';
import { backupKey, type BackupKey } from '../../files/backup-seal.ts';
import { BackupUnreadable, type UnreadableBecause } from '../../files/backup-unreadable.ts';
import { openBackup, readParts } from '../../files/backup-read.ts';
import { checkedRow, isBackupTable, type BackupTable } from '../../files/backup-row.ts';
import { bytesOf } from '../../files/byte-stream.ts';
import { localSet } from '../../platform/local.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { freshMark } from '../../storage/birth.ts';
import type { Book } from '../../storage/database.ts';
import { replaceBook, type RestorePart } from '../../storage/restore.ts';
import { readThing } from '../../storage/safe.ts';
import { endedFull } from '../../storage/trouble.ts';
import { askForBackup, safe } from './backup.ts';
import { change, newId, nudge } from './book.ts';
import { BOOK_MARK } from './trouble.ts';

/** What is in a backup: rows by table, how many of them would be refused, when it was made (epoch ms, 0 = not said), and whether it carries a checksum. */
export interface BackupContent {
  rows: { [T in BackupTable]?: number };
  refused: number;
  at: number;
  checked: boolean;
}

/** How far a restore has come. */
export type RestoreState =
  | { step: 'none' }
  | { step: 'reading'; name: string; rows: number }
  | { step: 'locked'; name: string; file: Blob; exact: boolean; wrong: boolean }
  | { step: 'read'; name: string; file: Blob; exact: boolean; content: BackupContent }
  | { step: 'failed'; name: string; why: UnreadableBecause | 'not-saved' | 'quota' | 'gone' | 'bug'; }
  | { step: 'storing'; name: string; rows: number; total: number }
  | { step: 'stored'; name: string; out: number };

const DONE = 'restored';

/** Kept outside the view: leaving it does not stop a restore. What was restored is still said after the panel was loaded anew. */
export const restoring = signal<RestoreState>(stored());

/** Tells all panels that the book is another one: what they hold of it is of the old one. */
export const RESTORED = 'paydirt-restored';

/** The rep has seen it. */
export function closeRestore(): void {
  sessionStorage.removeItem(DONE);
  restoring.value = { step: 'none' };
}

function stored(): RestoreState {
  const [name, out] = JSON.parse(sessionStorage.getItem(DONE) ?? '[]') as [string?, number?];
  return name === undefined ? { step: 'none' } : { step: 'stored', name, out: out ?? 0 };
}

let keys = new Map<string, BackupKey>();

/** Reads a whole backup and says what is in it; nothing is stored. A sealed one is opened with the passphrase, or with the key that this browser seals with. `exact`: see `replaceBook`. */
export async function openFile(file: Blob, name: string, { passphrase, exact = false }: { passphrase?: string; exact?: boolean } = {}): Promise<void> {
  restoring.value = { step: 'reading', name, rows: 0 };
  try {
    const content: BackupContent = { rows: {}, refused: 0, at: 0, checked: false };
    let rows = 0;
    let last = performance.now();
    for await (const part of partsOf(file, content, passphrase)) {
      if ('name' in part) continue;
      rows += part.rows.length;
      content.rows[part.table as BackupTable] = (content.rows[part.table as BackupTable] ?? 0) + part.rows.length;
      // the panel draws in between
      if (performance.now() - last < 12) continue;
      restoring.value = { step: 'reading', name, rows };
      await new Promise((drawn) => setTimeout(drawn));
      last = performance.now();
    }
    restoring.value = { step: 'read', name, file, exact, content };
  } catch (error) {
    const why = whyOf(error);
    restoring.value = why === 'locked' || why === 'passphrase' ? { step: 'locked', name, file, exact, wrong: passphrase !== undefined } : { step: 'failed', name, why };
  }
}

/**
 * Puts the backup in the place of the whole book. What is there now is backed up first, unless `withoutCopy`; false when that failed, and nothing was changed. All or nothing: see `replaceBook`.
 */
export async function restoreInto(book: Book, state: Extract<RestoreState, { step: 'read' }>, withoutCopy = false): Promise<boolean> {
  const { name, file, exact, content } = state;
  const total = Object.values(content.rows).reduce((all, many) => all + many, 0);
  restoring.value = { step: 'storing', name, rows: 0, total };
  if (!withoutCopy) {
    const copy = await askForBackup('before-restore').catch(() => undefined);
    if (copy?.state !== 'made') {
      restoring.value = state;
      return false;
    }
  }
  const { noRoom } = book;
  try {
    let drawn = performance.now();
    const onRows = (rows: number): void => {
      if (performance.now() - drawn < 100) return;
      drawn = performance.now();
      restoring.value = { step: 'storing', name, rows, total };
    };
    const out = await replaceBook(book, partsOf(file, { rows: {}, refused: 0, at: 0, checked: false }), change(t('restore_label', name)), { onRows, exact });
    await localSet(BOOK_MARK, await freshMark(book, Date.now(), newId));
    keys = new Map();
    sessionStorage.setItem(DONE, JSON.stringify([name, out]));
    restoring.value = stored();
    nudge();
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches our own pages alone
    new BroadcastChannel(RESTORED).postMessage(null);
  } catch (error) {
    restoring.value = { step: 'failed', name, why: error instanceof BackupUnreadable || !await endedFull(book, error, noRoom) ? whyOf(error) : 'quota' };
  }
  return true;
}

/** The checked rows of a backup; `content` hears what else is to be said of it. Throws BackupUnreadable. */
export async function* partsOf(file: Blob, content: BackupContent, passphrase?: string): AsyncGenerator<RestorePart> {
  const parts = readParts(openBackup(bytesOf(file), (salt, rounds) => keyFor(salt, rounds, passphrase)));
  for (;;) {
    const { value: part, done } = await parts.next();
    if (done) {
      content.checked = part.digest !== '';
      return;
    }
    if ('name' in part) {
      if (part.name === 'exportedAt' && typeof part.value === 'number') content.at = part.value;
      yield part;
      continue;
    }
    const { table } = part;
    if (!isBackupTable(table)) continue;
    const rows = part.rows.map((row) => checkedRow(table, row)).filter((row) => row !== null);
    content.refused += part.rows.length - rows.length;
    yield { table, rows };
  }
}

async function keyFor(salt: Uint8Array, rounds: number, passphrase: string | undefined): Promise<BackupKey | null> {
  const name = `${salt.join()} ${rounds}`;
  if (passphrase !== undefined) {
    const key = await backupKey(passphrase, salt, rounds);
    keys.set(name, key);
    return key;
  }
  const own = await readThing<BackupKey>(safe, 'seal').catch(() => undefined);
  return keys.get(name) ?? (own && own.salt.join() === salt.join() && own.rounds === rounds ? own : null);
}

function whyOf(error: unknown): Extract<RestoreState, { step: 'failed' }>['why'] {
  if (error instanceof BackupUnreadable) return error.why;
  const { name } = (error ?? {}) as { name?: string };
  if (name === 'NotReadableError' || name === 'NotFoundError') return 'gone';
  report(error);
  return 'bug';
}
