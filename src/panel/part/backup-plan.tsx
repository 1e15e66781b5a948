import { CalendarClock, KeyRound, LockOpen } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { BackupPlan } from '../../domain/backup.ts';
import { canChooseFolder } from '../../platform/folder.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { readThing } from '../../storage/safe.ts';
import { changePlan, choosePlace, readPlan, safe, sealWith } from '../state/backup.ts';
import { useLive } from '../state/book.ts';
import { toast } from '../state/toast.ts';
import { Icon } from './icon.tsx';
import { Section } from './section.tsx';
import { Segmented } from './segmented.tsx';

const SHORTEST = 8;

/** When copies are made by themselves, where they go, and whether they are sealed. */
export function BackupPlanSection(): VNode {
  const plan = useLive(readPlan, []);
  const place = (next: BackupPlan['place']): void => {
    if (next === 'browser') void changePlan({ place: next }).catch(report);
    else void choosePlace(next).then((done) => { if (!done) toast(t('backup_place_refused'), { bad: true }); }).catch(report);
  };
  const places: [BackupPlan['place'], string][] = [['browser', t('backup_place_browser')], ['downloads', t('backup_place_downloads')], ...(canChooseFolder() ? [['folder', t('backup_place_folder')] as [BackupPlan['place'], string]] : [])];
  return (
    <Section icon={CalendarClock} title={t('backup_plan')}>
      {plan && (
        <>
          <Segmented label={t('backup_every')} value={plan.every} options={[['off', t('backup_every_off')], ['day', t('backup_every_day')], ['week', t('backup_every_week')]]} onChange={(every) => void changePlan({ every }).catch(report)} />
          {plan.every !== 'off' && (
            <>
              <div class="row wrap">
                <label class="row"><span class="settings-label">{t('backup_at')}</span>
                  <input class="input short" type="time" required data-testid="backup-at" value={plan.at} onChange={({ currentTarget: { value } }) => { if (value) void changePlan({ at: value }).catch(report); }} />
                </label>
                <label class="row"><span class="settings-label">{t('backup_changes')}</span>
                  <input class="input short" type="number" min="0" max="1000000" step="1" data-testid="backup-changes" value={plan.changes} onChange={({ currentTarget: { value } }) => void changePlan({ changes: Math.max(0, Math.min(1_000_000, Math.round(Number(value) || 0))) }).catch(report)} />
                </label>
              </div>
              <p class="small muted">{t('backup_changes_hint')}</p>
              <Segmented label={t('backup_place')} value={plan.place} options={places} onChange={place} />
              <p class="small muted">{t(`backup_place_${plan.place}_hint`)}</p>
            </>
          )}
          <Seal />
        </>
      )}
    </Section>
  );
}

/** A passphrase over all copies from now on. */
function Seal(): VNode {
  const isOn = useLive(async () => await readThing(safe, 'seal') !== undefined, []) ?? false;
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const set = async (passphrase: string): Promise<void> => {
    setBusy(true);
    try {
      await sealWith(passphrase);
    } finally {
      setBusy(false);
    }
    setFirst('');
    setSecond('');
    setWrong('');
    toast(t(passphrase ? 'backup_sealed' : 'backup_unsealed'));
  };
  const submit = (): void => {
    if (first.length < SHORTEST) setWrong(t('seal_short', SHORTEST));
    else if (first !== second) setWrong(t('seal_differs'));
    else void set(first).catch(report);
  };
  return (
    <details>
      <summary>{t(isOn ? 'backup_seal_on' : 'backup_seal_off')}</summary>
      <form class="stack" autocomplete="off" onSubmit={(event) => { event.preventDefault(); if (!busy) submit(); }}>
        <p class="small muted">{t('backup_seal_text')}</p>
        <Passphrase label={t('backup_passphrase')} value={first} onInput={setFirst} testId="backup-passphrase" />
        <Passphrase label={t('seal_second')} value={second} onInput={setSecond} testId="backup-passphrase-again" />
        {wrong && <p class="small bad-text" role="alert">{wrong}</p>}
        <div class="row wrap">
          <button type="submit" class="button" data-testid="backup-seal" disabled={busy}><Icon of={KeyRound} />{t(isOn ? 'backup_seal_change' : 'backup_seal_set')}</button>
          {isOn && <button type="button" class="button quiet" disabled={busy} onClick={() => void set('').catch(report)}><Icon of={LockOpen} />{t('backup_seal_off_button')}</button>}
        </div>
      </form>
    </details>
  );
}

/** A box for a passphrase, which no browser offers to keep. */
export function Passphrase({ label, value, onInput, testId }: { label: string; value: string; onInput: (text: string) => void; testId: string }): VNode {
  return (
    <label class="stack tight"><span class="settings-label">{label}</span>
      <input class="input" type="password" autocomplete="new-password" maxLength={1_000} data-testid={testId} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
    </label>
  );
}
