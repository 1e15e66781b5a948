import { Download, History, Lock, RotateCcw } from 'lucide';
import type { VNode } from 'preact';
import type { BackupRecord } from '../../domain/backup.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { allowAgain, failureWord, safe, saveCopy } from '../state/backup.ts';
import { useLive } from '../state/book.ts';
import { openFile } from '../state/restore.ts';
import { bytesWord, whenWord } from '../state/words.ts';
import { count } from '../view/people-bar.tsx';
import { Icon } from './icon.tsx';
import { Section } from './section.tsx';

const SHOWN = 40;

/** Which copies were made, what came of them, and what can be done with those that are held inside the browser. */
export function BackupLog({ all }: { all: readonly BackupRecord[] }): VNode {
  const held = useLive(async () => new Set(await safe.held.toCollection().primaryKeys()), []) ?? new Set<string>();
  return (
    <Section icon={History} title={t('backup_log')}>
      {all.length === 0 && <p class="small muted">{t('backup_log_empty')}</p>}
      <ul class="backup-log">
        {all.slice(0, SHOWN).map((one) => <Line key={one.id} one={one} isHeld={held.has(one.id)} />)}
      </ul>
    </Section>
  );
}

function Line({ one, isHeld }: { one: BackupRecord; isHeld: boolean }): VNode {
  const again = one.failure === 'permission';
  return (
    <li data-testid="backup-line" class={one.dropped ? 'muted' : ''}>
      <div class="row wrap">
        <strong class="number">{whenWord(one.at)}</strong>
        <span class="small muted">{t(`backup_why_${one.why.replaceAll('-', '_')}` as 'backup_why_hand')}</span>
        {one.sealed && <span title={t('backup_is_sealed')}><Icon of={Lock} /><span class="unseen">{t('backup_is_sealed')}</span></span>}
        <span class={`chip end ${stateTone(one)}`}>{stateWord(one)}</span>
      </div>
      {one.state !== 'running' && (
        <p class="small muted number">
          {one.state === 'made' ? [t('backup_line', count(one.people), count(one.rows), bytesWord(one.bytes)), t(`backup_in_${one.place}`)].join(' · ') : failureWord(one)}
        </p>
      )}
      {one.state === 'made' && one.failure && <p class="small">{failureWord(one)}</p>}
      {(isHeld || again) && one.state === 'made' && (
        <div class="row wrap">
          {isHeld && <button class="button quiet" onClick={() => void saveCopy(one).catch(report)}><Icon of={Download} />{t('backup_save')}</button>}
          {isHeld && <button class="button quiet" data-testid="backup-restore" onClick={() => void openHeld(one).catch(report)}><Icon of={RotateCcw} />{t('backup_restore')}</button>}
          {again && <PlaceAgain />}
        </div>
      )}
    </li>
  );
}

function PlaceAgain(): VNode {
  const place = useLive(async () => ((await safe.things.get('plan'))?.value as { place?: BackupRecord['place'] } | undefined)?.place ?? 'browser', []) ?? 'browser';
  return <button class="button quiet" onClick={() => void allowAgain(place).catch(report)}>{t('backup_allow')}</button>;
}

/** Opens a copy that is held inside the browser, to be restored. */
export async function openHeld({ id, name, why }: BackupRecord): Promise<void> {
  const held = await safe.held.get(id);
  if (held) await openFile(held.blob, name, { exact: why === 'before-restore' });
  document.querySelector('[data-testid="restore"]')?.scrollIntoView({ block: 'nearest' });
}

function stateWord({ state, proven, dropped }: BackupRecord): string {
  if (state === 'running') return t('backup_running');
  if (state === 'failed') return t('backup_state_failed');
  if (dropped) return t('backup_state_dropped');
  return t(proven === undefined ? 'backup_state_made' : 'backup_state_proven');
}

function stateTone({ state, proven, dropped }: BackupRecord): string {
  if (state === 'failed') return 'bad';
  return dropped || state === 'running' ? '' : proven === undefined ? 'warn' : 'good';
}
