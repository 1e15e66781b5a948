import type { ImportRecord } from '../domain/import-record.ts';
import type { Book } from './database.ts';
import { readDump, type Dump } from './dump.ts';
import { isSound } from './import.ts';

/** Settings that belong to the rep and not to the machine, beside those that every file of the book has. */
export const REP_SETTINGS = ['windows', 'load', 'rep', 'draftLines', 'lastChannel', 'today-order', 'starterLater'] as const;

/** All that a backup holds: the book, what stands beside it, and which version of which ICPs and rules there is now (their tables hold every version there ever was). No connection and no secret. */
export interface BackupDump extends Dump {
  present: { icps: [id: string, version: number][]; rules: [id: string, version: number][] };
  aside: { imports: ImportRecord[] };
  /** The newest entry of the history. */
  seq: number;
}

/** Reads all that a backup holds; the rows of the book in slices. */
export async function readBackupDump(book: Book): Promise<BackupDump> {
  const beside = await book.transaction('r', [book.icps, book.rules, book.imports, book.history], async () => ({
    present: { icps: (await book.icps.toArray()).map(named), rules: (await book.rules.toArray()).map(named) },
    aside: { imports: await book.imports.toArray() },
    seq: await newestSeq(book),
  }));
  const dump = await readDump(book, REP_SETTINGS);
  return { ...dump, settings: await soundOf(book, dump.settings), ...beside };
}

/** A setting that would not be taken back, such as a rule in force that was removed, is not taken along. */
async function soundOf(book: Book, settings: Dump['settings']): Promise<Dump['settings']> {
  const kept = await Promise.all(Object.entries(settings).map(async ([key, value]) => ((REP_SETTINGS as readonly string[]).includes(key) || await isSound(book, key, value) ? [[key, value] as const] : [])));
  return Object.fromEntries(kept.flat());
}

function named({ id, version }: { id: string; version: number }): [string, number] {
  return [id, version];
}

/** The place of the newest history entry, 0 when there is none: what has changed since is told by it. */
export async function newestSeq(book: Book): Promise<number> {
  return (await book.history.orderBy('seq').last())?.seq ?? 0;
}
