import { uuidv7 } from 'uuidv7';
import type { BackupRecord } from '../../domain/backup.ts';
import { checkBackup } from '../../messages/backup-check.ts';
import { send } from '../../messages/send.ts';
import type { Handler } from '../../messages/serve.ts';
import { armBy, disarm } from '../../platform/alarm.ts';
import { removeDownload, saveDownload } from '../../platform/download.ts';
import { removeFromFolder, saveInFolder } from '../../platform/folder.ts';
import { awakeFor } from '../../platform/lifecycle.ts';
import { toWorker } from '../../platform/messaging.ts';
import { report } from '../../platform/report.ts';
import { keepSpare } from '../../platform/spare.ts';
import { openBook, type Book } from '../../storage/database.ts';
import { openSafe } from '../../storage/safe.ts';
import { lookAtWorry } from '../worry.ts';
import { backupsOf, type BackupPorts } from './run.ts';

/** The alarm of the next backup. */
export const BACKUP = 'backup';

/** Backups in the worker: its answers to messages, and `look`, to be called at every chance. `onWorry` hears that what is wrong with them has changed. */
export function startBackups(book: Book, clock: () => number, onWorry: () => Promise<unknown>): { look(): Promise<void>; handlers: { 'backup.now': Handler<'backup.now'>; 'backup.plan': Handler<'backup.plan'> } } {
  const safe = openSafe();
  const backups = backupsOf(book, safe, clock, PORTS);
  const tell = async (): Promise<void> => { if (await lookAtWorry(book, safe, clock())) await onWorry(); };
  const look = async (): Promise<void> => {
    const next = await awakeFor(() => backups.look());
    if (next === undefined) await disarm(BACKUP);
    else await armBy(BACKUP, next, clock());
    await tell();
  };
  return {
    look,
    handlers: {
      'backup.now': {
        from: 'panel',
        parse: checkBackup,
        answer: async ({ why }) => {
          const id = uuidv7();
          void awakeFor(() => backups.now(why, id)).then(tell).catch(report);
          return { id };
        },
      },
      'backup.plan': { from: 'panel', parse: () => null, answer: () => { void look().catch(report); return null; } },
    },
  };
}

const PORTS: BackupPorts = {
  newId: uuidv7,
  zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
  spare: keepSpare,
  scratch: () => {
    const book = openBook({ name: 'paydirt-scratch' });
    return { book, remove: () => book.delete() };
  },
  save: async ({ id, name, place }, blob, folder) => {
    if (place === 'folder') {
      if (!folder) throw new Error('permission');
      return { blob: await saveInFolder(folder as FileSystemDirectoryHandle, name, blob) };
    }
    const download = await saveDownload(blob, name, async () => {
      const answer = await send(toWorker, 'held.address', { id });
      return answer.ok ? answer.value.url : '';
    });
    // what was downloaded cannot be read again
    return { blob: null, download };
  },
  drop: async ({ place, name, download }: BackupRecord, folder) => (place === 'folder' ? !!folder && removeFromFolder(folder as FileSystemDirectoryHandle, name) : download !== undefined && removeDownload(download, name)),
};
