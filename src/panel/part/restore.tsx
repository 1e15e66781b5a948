import { FileSearch, LockOpen, RotateCcw, Undo2, Upload } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t, type MessageName } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { readBackups } from '../../storage/safe.ts';
import { safe } from '../state/backup.ts';
import { book, useLive } from '../state/book.ts';
import { mergeBackup } from '../state/merge-backup.ts';
import { recoverFrom } from '../state/recover.ts';
import { closeRestore, openFile, restoreInto, restoring, type BackupContent, type RestoreState } from '../state/restore.ts';
import { whenWord } from '../state/words.ts';
import { count } from '../view/people-bar.tsx';
import { openHeld } from './backup-log.tsx';
import { Passphrase } from './backup-plan.tsx';
import { Icon } from './icon.tsx';
import { Section } from './section.tsx';

const SHOWN = ['prospects', 'accounts', 'notes', 'touches', 'followUps', 'lists', 'icps', 'history'] as const;

/** The way back: a file is read and shown first; then it takes the place of the book, or is merged into it. `isBroken`: the book cannot be read, so that there is nothing to merge with and nothing to copy first. */
export function Restore({ isBroken = false }: { isBroken?: boolean }): VNode {
  const input = useRef<HTMLInputElement>(null);
  const state = restoring.value;
  const busy = state.step === 'reading' || state.step === 'storing';
  const pick = (): void => {
    const file = input.current?.files?.[0];
    if (file) void openFile(file, file.name).then(() => { if (input.current) input.current.value = ''; });
  };
  return (
    <Section icon={RotateCcw} title={t('restore')}>
      <div class="stack" data-testid="restore">
        <p class="small muted">{t('restore_text')}</p>
        <label class={`button file${busy ? ' off' : ''}`}>
          <Icon of={Upload} />{t('restore_choose')}
          <input ref={input} type="file" class="unseen" data-testid="restore-file" accept=".gz,.json,.paydirt-backup" disabled={busy} onChange={pick} />
        </label>
        <Step state={state} isBroken={isBroken} />
      </div>
    </Section>
  );
}

function Step({ state, isBroken }: { state: RestoreState; isBroken: boolean }): VNode | null {
  switch (state.step) {
    case 'none': return isBroken ? null : <PutBack />;
    case 'reading': return <p role="status">{t('restore_reading', state.name, count(state.rows))}</p>;
    case 'locked': return <Unlock key={String(state.wrong)} state={state} />;
    case 'failed':
      return (
        <div class="banner bad" role="alert" data-testid="restore-failed">
          <div class="stack tight"><strong dir="auto">{t('restore_failed', state.name)}</strong><span>{t(`restore_failed_${state.why.replaceAll('-', '_')}` as 'restore_failed_changed')}</span><button class="button" onClick={closeRestore}>{t('close')}</button></div>
        </div>
      );
    case 'storing': return <div class="stack tight" role="status"><span>{t('restore_storing', count(state.rows), count(state.total))}</span><progress max={state.total} value={state.rows} aria-label={t('restore')} /></div>;
    case 'read': return <Read state={state} isBroken={isBroken} onClose={closeRestore} />;
    case 'stored':
      return (
        <div class="banner good" role="status" data-testid="restore-done">
          <div class="stack tight"><strong dir="auto">{t('restore_done', state.name)}</strong>{state.out > 0 && <span>{t('restore_out', count(state.out))}</span>}<span>{t('restore_done_text')}</span><button class="button" onClick={closeRestore}>{t('close')}</button></div>
        </div>
      );
  }
}

function Unlock({ state }: { state: Extract<RestoreState, { step: 'locked' }> }): VNode {
  const [text, setText] = useState('');
  return (
    <form class="stack" autocomplete="off" onSubmit={(event) => { event.preventDefault(); if (text) void openFile(state.file, state.name, { passphrase: text, exact: state.exact }).catch(report); }}>
      <strong dir="auto">{t('restore_locked', state.name)}</strong>
      <Passphrase label={t('backup_passphrase')} value={text} onInput={setText} testId="restore-passphrase" />
      {state.wrong && <p class="small bad-text" role="alert" data-testid="restore-wrong">{t('restore_wrong')}</p>}
      <button type="submit" class="button primary" data-testid="restore-unlock" disabled={!text}><Icon of={LockOpen} />{t('restore_unlock')}</button>
    </form>
  );
}

/** What is in the file, and what can be done with it. */
function Read({ state, isBroken, onClose }: { state: Extract<RestoreState, { step: 'read' }>; isBroken: boolean; onClose: () => void }): VNode {
  const people = useLive(async () => (isBroken ? 0 : book.prospects.count()), [isBroken]);
  const [uncopied, setUncopied] = useState(false);
  const replace = (withoutCopy: boolean): void => void (isBroken ? recoverFrom(state) : restoreInto(book, state, withoutCopy).then((done) => setUncopied(!done))).catch(report);
  const { content } = state;
  return (
    <div class="stack" data-testid="restore-read">
      <strong dir="auto">{t('restore_holds', state.name)}</strong>
      <Content content={content} />
      {uncopied && <p class="banner warn small" role="alert">{t('restore_uncopied')}</p>}
      <div class="row wrap">
        {people === 0
          ? <button class="button primary" data-testid="restore-replace" onClick={() => replace(true)}><Icon of={RotateCcw} />{t('restore_fill')}</button>
          : <button class="button danger" data-testid="restore-replace" disabled={people === undefined} onClick={() => replace(uncopied)}><Icon of={RotateCcw} />{t(uncopied ? 'restore_replace_anyway' : 'restore_replace', count(people ?? 0))}</button>}
        {!!people && <button class="button" data-testid="restore-merge" onClick={() => void mergeBackup(state).catch(report)}><Icon of={FileSearch} />{t('restore_merge')}</button>}
        <button class="button quiet" onClick={onClose}>{t('import_cancel')}</button>
      </div>
      {!!people && <p class="small muted">{t('restore_replace_hint')}</p>}
    </div>
  );
}

function Content({ content: { rows, refused, at, checked } }: { content: BackupContent }): VNode {
  return (
    <>
      <p class="small muted">{[at ? t('restore_made', whenWord(at)) : '', t(checked ? 'restore_checked' : 'restore_unchecked')].filter(Boolean).join(' ')}</p>
      <dl class="counts">{SHOWN.map((table) => <div key={table}><dt>{t(`settings_table_${table.toLowerCase()}` as MessageName)}</dt><dd class="number">{count(rows[table] ?? 0)}</dd></div>)}</dl>
      {refused > 0 && <p class="banner warn small">{t('restore_refused', count(refused))}</p>}
    </>
  );
}

/** Takes the last restore back, as long as the book from before is held. */
function PutBack(): VNode | null {
  const before = useLive(async () => {
    const held = new Set(await safe.held.toCollection().primaryKeys());
    return (await readBackups(safe)).find(({ id, why }) => why === 'before-restore' && held.has(id)) ?? null;
  }, []);
  if (!before) return null;
  return <button class="button" data-testid="restore-undo" onClick={() => void openHeld(before).catch(report)}><Icon of={Undo2} />{t('restore_undo', whenWord(before.at))}</button>;
}
