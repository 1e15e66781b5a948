import { planOf, type BackupPlan, type BackupRecord } from '../../domain/backup.ts';
import { backupKey } from '../../files/backup-seal.ts';
import { send } from '../../messages/send.ts';
import { askToDownload } from '../../platform/download.ts';
import { askToWrite, chooseFolder } from '../../platform/folder.ts';
import { toWorker } from '../../platform/messaging.ts';
import { t } from '../../platform/locale.ts';
import { keepThing, openSafe, readThing } from '../../storage/safe.ts';
import { offer } from './download.ts';
import { toast } from './toast.ts';

/** The panel's connection to the safe. */
export const safe = openSafe();

/** Makes a backup now and hands the rep the file. Clicked: a good moment to ask the browser not to clear what is kept. */
export async function backUpNow(): Promise<void> {
  void navigator.storage.persist().catch(() => false);
  const answer = await send(toWorker, 'backup.now', { why: 'hand' });
  const record = answer.ok ? await safe.backups.get(answer.value.id) : undefined;
  if (record?.state === 'made') await saveCopy(record);
  else toast(t('backup_failed', failureWord(record)), { bad: true });
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
