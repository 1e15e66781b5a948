import { backupTrouble, planOf, type BackupTrouble } from '../domain/backup.ts';
import { isAnybody } from './anybody.ts';
import type { Book } from './database.ts';
import { readBackups, readThing, type Safe } from './safe.ts';

/** What is wrong with the backups of this book at `now` (epoch ms); undefined = nothing. A book without people has nothing to lose. */
export async function readBackupTrouble(book: Book, safe: Safe, now: number): Promise<BackupTrouble | undefined> {
  const [plan, log, since, isFilled] = await Promise.all([readThing(safe, 'plan'), readBackups(safe), readThing<number>(safe, 'since'), isAnybody(book)]);
  return backupTrouble(planOf(plan), log, isFilled ? since : undefined, now);
}
