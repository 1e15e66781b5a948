import { ArrowLeft, HardDriveDownload, ShieldAlert, ShieldCheck } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { readBackups } from '../../storage/safe.ts';
import { BackupLog } from '../part/backup-log.tsx';
import { BackupPlanSection } from '../part/backup-plan.tsx';
import { Icon } from '../part/icon.tsx';
import { Restore } from '../part/restore.tsx';
import { backUpNow, failureWord, safe } from '../state/backup.ts';
import { useLive } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { to } from '../state/route.ts';
import { whenWord } from '../state/words.ts';
import '../style/settings.css';
import '../style/backup.css';
import { count } from './people-bar.tsx';

/** Copies of the book: how safe it is now, when copies are made, which there are, and the way back. */
export function BackupsView(): VNode {
  const all = useLive(() => readBackups(safe), []);
  const [busy, setBusy] = useState(false);
  const running = busy || all?.[0]?.state === 'running';
  const make = (): void => {
    setBusy(true);
    void backUpNow().catch(report).finally(() => setBusy(false));
  };
  useKeys(() => [{ key: 'b', label: t('backup_now'), run: () => { if (!running) make(); } }], [running]);
  const proven = all?.find((one) => one.proven !== undefined);
  const newest = all?.find((one) => one.state !== 'running');
  const isBad = newest?.state === 'failed' || newest?.failure !== undefined;
  return (
    <div class="settings backups stack">
      <a class="row small back" href={to('settings')}><Icon of={ArrowLeft} />{t('settings')}</a>
      <header class="view-head"><h1>{t('backups')}</h1></header>
      <div class="settings-columns">
        <section class="card section" aria-label={t('backup_state')}>
          <div class={`banner ${isBad ? 'warn' : proven ? 'good' : ''}`} role="status" data-testid="backup-state">
            <Icon of={isBad || !proven ? ShieldAlert : ShieldCheck} />
            <div class="stack tight">
              <strong>{all === undefined ? '…' : proven ? t('backup_proven', whenWord(proven.proven!), count(proven.people)) : t('backup_none')}</strong>
              <span class="small">{isBad ? t('backup_newest_bad', whenWord(newest.at), failureWord(newest)) : t(proven ? 'backup_proven_text' : 'backup_none_text')}</span>
            </div>
          </div>
          <button class="button primary big" data-testid="backup-now" disabled={running} onClick={make}><Icon of={HardDriveDownload} />{t(running ? 'backup_running' : 'backup_now')}{!running && <kbd>b</kbd>}</button>
          <p class="small muted">{t('backup_now_hint')}</p>
        </section>
        <Restore />
        <BackupPlanSection />
        <BackupLog all={all ?? []} />
      </div>
    </div>
  );
}
