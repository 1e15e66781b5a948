import { liveQuery } from 'dexie';
import { planOf, type BackupPlan, type BackupRecord } from '../../domain/backup.ts';
import { backupKey } from '../../files/backup-seal.ts';
import { send } from '../../messages/send.ts';
import { askToDownload } from '../../platform/download.ts';
import { askToWrite, chooseFolder } from '../../platform/folder.ts';
import { toWorker } from '../../platform/messaging.ts';
import { t } from '../../platform/locale.ts';
import { readSpare } from '../../platform/spare.ts';
import { keepThing, openSafe, readBackups, readThing } from '../../storage/safe.ts';
import { offer } from './download.ts';
import { toast } from './toast.ts';

/** The panel's connection to the safe. */
export const safe = openSafe();

/** Makes a backup now and hands the rep the file. Clicked: a good moment to ask the browser not to clear what is kept. */
export async function backUpNow(): Promise<void> {
  void navigator.storage.persist().catch(() => false);
  const record = await askForBackup('hand');
  if (record?.state === 'made') await saveCopy(record);
  else toast(t('backup_failed', failureWord(record)), { bad: true });
}

/** Has the worker make a backup and waits for what comes of it; undefined when there is no worker. */
export async function askForBackup(why: 'hand' | 'before-restore'): Promise<BackupRecord | undefined> {
  const answer = await send(toWorker, 'backup.now', { why });
  if (!answer.ok) return undefined;
  const { id } = answer.value;
  return new Promise((done, fail) => {
    const watched = liveQuery(() => safe.backups.get(id)).subscribe({
      next: (record) => {
        if (!record || record.state === 'running') return;
        watched.unsubscribe();
        done(record);
      },
      error: fail,
    });
  });
}

/** A copy that can be restored at once: its bytes, and what is known of it (epoch ms). */
export interface NewestCopy {
  name: string;
  at: number;
  people: number;
  blob: Blob;
}

/** The newest copy inside this browser, wherever it lies; null when there is none. */
export async function newestCopy(): Promise<NewestCopy | null> {
  const held = await heldCopy().catch(() => null);
  if (held) return held;
  const spare = await readSpare();
  return spare && { ...spare, blob: spare.file };
}

async function heldCopy(): Promise<NewestCopy | null> {
  const ids = new Set(await safe.held.toCollection().primaryKeys());
  const newest = (await readBackups(safe)).find(({ id, state }) => state === 'made' && ids.has(id));
  const held = newest && await safe.held.get(newest.id);
  return newest && held ? { name: newest.name, at: newest.at, people: newest.people, blob: held.blob } : null;
}

/** Hands the rep the bytes of a backup that is held inside the browser. */
export async function saveCopy({ id, name }: BackupRecord): Promise<void> {
  const held = await safe.held.get(id);
  if (held) offer(name, held.blob);
}

export async function readPlan(): Promise<BackupPlan> {
  return planOf(await readThing(safe, 'plan'));
}

/** Changes the plan and says so to the worker, which makes one when it is due. */
export async function changePlan(part: Partial<BackupPlan>): Promise<void> {
  await keepThing(safe, 'plan', { ...await readPlan(), ...part });
  void send(toWorker, 'backup.plan', null);
}

/** Puts automatic backups elsewhere; asks the browser for what that needs, so it must be called in a gesture. False when it was refused. */
export async function choosePlace(place: BackupPlan['place']): Promise<boolean> {
  if (place === 'downloads' && !await askToDownload()) return false;
  if (place === 'folder') {
    const folder = await chooseFolder();
    if (!folder) return false;
    await keepThing(safe, 'folder', folder);
  }
  void navigator.storage.persist().catch(() => false);
  await changePlan({ place });
  return true;
}

/** Asks again for what a place needs: browsers forget it. Must be called in a gesture. */
export async function allowAgain(place: BackupPlan['place']): Promise<boolean> {
  if (place === 'downloads') return askToDownload();
  const folder = await readThing<FileSystemDirectoryHandle>(safe, 'folder');
  return !!folder && askToWrite(folder);
}

/** Seals all backups from now on with this passphrase; '' = no longer. Only a key made of it is kept, which cannot be read out. */
export async function sealWith(passphrase: string): Promise<void> {
  await keepThing(safe, 'seal', passphrase === '' ? undefined : await backupKey(passphrase));
}

/** Why a backup failed, as the rep reads it. */
export function failureWord(record: BackupRecord | undefined): string {
  return t(`backup_failure_${(record?.failure ?? 'bug').replaceAll('-', '_')}` as 'backup_failure_bug');
}
