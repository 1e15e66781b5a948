import { HardDrive, Save, ShieldAlert, Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { readBackupTrouble } from '../../storage/backup-trouble.ts';
import { failureWord, newestCopy, safe, type NewestCopy } from '../state/backup.ts';
import { book, full, useLive } from '../state/book.ts';
import { exportJson } from '../state/export.ts';
import { openFile } from '../state/restore.ts';
import { go, route, to } from '../state/route.ts';
import { acceptBook, freeRoom, lost } from '../state/trouble.ts';
import { bytesWord, dateWord, whenWord } from '../state/words.ts';
import { count } from '../view/people-bar.tsx';
import { Icon } from './icon.tsx';
import '../style/backup.css';

/** What is wrong with the book as a whole, and the way out: a full disk, a book that the browser took away, a backup that failed (said on Today alone). */
export function TroubleBanner(): VNode | null {
  if (lost.value) return <Lost people={lost.value.people} at={lost.value.at} />;
  if (full.value) return <Full />;
  return route.value.place === 'today' ? <Failed /> : null;
}

function Full(): VNode {
  const [room, setRoom] = useState<{ usage?: number; quota?: number }>({});
  useEffect(() => void navigator.storage.estimate().then(setRoom).catch(report), []);
  const { usage = 0, quota = 0 } = room;
  return (
    <div class="banner bad trouble" role="alert" data-testid="trouble-full">
      <Icon of={HardDrive} />
      <div class="stack tight">
        <strong>{t('full_title')}</strong>
        <span>{t('full_text')} {quota > 0 && t('full_room', bytesWord(usage), bytesWord(Math.max(0, quota - usage)))}</span>
        <div class="row wrap">
          <button class="button" onClick={() => void exportJson().catch(report)}><Icon of={Save} />{t('full_export')}</button>
          <button class="button" data-testid="full-free" onClick={() => void freeRoom().catch(report)}><Icon of={Trash2} />{t('full_free')}</button>
          <button class="button quiet" onClick={() => { full.value = false; }}>{t('close')}</button>
        </div>
      </div>
    </div>
  );
}

function Lost({ people, at }: { people: number; at: number }): VNode {
  const [newest, setNewest] = useState<NewestCopy | null>(null);
  useEffect(() => void newestCopy().then(setNewest).catch(report), []);
  return (
    <div class="banner bad trouble" role="alert" data-testid="trouble-lost">
      <Icon of={ShieldAlert} />
      <div class="stack tight">
        <strong>{t('lost_title', count(people), dateWord(at))}</strong>
        <span>{newest ? t('lost_held', whenWord(newest.at), count(newest.people)) : t('lost_text')}</span>
        <div class="row wrap">
          <button class="button primary" data-testid="lost-restore" onClick={() => { go('backups'); if (newest) void openFile(newest.blob, newest.name).catch(report); }}>{t(newest ? 'lost_restore' : 'lost_choose')}</button>
          <button class="button" data-testid="lost-accept" onClick={() => void acceptBook().catch(report)}>{t('lost_accept')}</button>
        </div>
      </div>
    </div>
  );
}

function Failed(): VNode | null {
  const trouble = useLive(async () => await readBackupTrouble(book, safe, Date.now()) ?? null, []);
  if (!trouble) return null;
  return <p class="banner warn small trouble" data-testid="trouble-backup"><Icon of={ShieldAlert} /><span>{'bad' in trouble ? t('backup_newest_bad', whenWord(trouble.bad.at), failureWord(trouble.bad)) : t('backup_late', whenWord(trouble.lateSince))} <a href={to('backups')}>{t('backups')}</a></span></p>;
}
