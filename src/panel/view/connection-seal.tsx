import { KeyRound, Lock, LockOpen } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { areSealed } from '../../storage/secret.ts';
import { Icon } from '../part/icon.tsx';
import { Section } from '../part/section.tsx';
import { crmFailureText } from '../part/sync-words.ts';
import { book, useLive } from '../state/book.ts';
import { askCrm } from '../state/crm.ts';
import { toast } from '../state/toast.ts';

const SHORTEST = 8;

/** The passphrase that all tokens are sealed with, for who wants one. */
export function SealSection(): VNode {
  const sealed = useLive(() => areSealed(book), []);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const seal = async (passphrase: string): Promise<void> => {
    setBusy(true);
    const answer = await askCrm('crm.seal', { passphrase });
    setBusy(false);
    if ('failure' in answer) { setWrong(crmFailureText(answer.failure).what); return; }
    setFirst('');
    setSecond('');
    setWrong('');
    toast(t(passphrase ? 'seal_done' : 'seal_taken_off'));
  };
  const submit = (): void => {
    if (first.length < SHORTEST) setWrong(t('seal_short', SHORTEST));
    else if (first !== second) setWrong(t('seal_differs'));
    else void seal(first).catch(report);
  };
  return (
    <Section icon={Lock} title={t('seal')}>
      <details>
        <summary>{t(sealed ? 'seal_is_on' : 'seal_is_off')}</summary>
        <form class="stack" autocomplete="off" onSubmit={(event) => { event.preventDefault(); if (!busy) submit(); }}>
          <p class="small muted">{t('seal_text')}</p>
          <Secret label={t('seal_first')} value={first} onInput={setFirst} testId="seal-first" />
          <Secret label={t('seal_second')} value={second} onInput={setSecond} testId="seal-second" />
          {wrong && <p class="small bad-text" role="alert">{wrong}</p>}
          <div class="row wrap">
            <button type="submit" class="button" disabled={busy}><Icon of={KeyRound} />{t(sealed ? 'seal_change' : 'seal_set')}</button>
            {sealed && <button type="button" class="button quiet" disabled={busy} onClick={() => void seal('').catch(report)}><Icon of={LockOpen} />{t('seal_take_off')}</button>}
          </div>
        </form>
      </details>
    </Section>
  );
}

/** Opens the tokens for this browser session. */
export function Unlock({ onOpen }: { onOpen: () => void }): VNode {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const unlock = async (): Promise<void> => {
    setBusy(true);
    const answer = await askCrm('crm.unlock', { passphrase: text });
    setBusy(false);
    if ('failure' in answer) { setWrong(crmFailureText(answer.failure).what); return; }
    setText('');
    setWrong('');
    toast(t('seal_opened'));
    onOpen();
  };
  return (
    <form class="stack grow" autocomplete="off" onSubmit={(event) => { event.preventDefault(); if (text && !busy) void unlock().catch(report); }}>
      <Secret label={t('seal_first')} value={text} onInput={(next) => { setText(next); setWrong(''); }} testId="unlock-input" />
      {wrong && <p class="small bad-text" role="alert">{wrong}</p>}
      <button type="submit" class="button primary big" disabled={busy || !text} data-testid="unlock"><Icon of={LockOpen} />{t('crm_unlock')}</button>
    </form>
  );
}

function Secret({ label, value, onInput, testId }: { label: string; value: string; onInput: (text: string) => void; testId: string }): VNode {
  return (
    <label class="stack tight"><span class="settings-label">{label}</span>
      <input class="input" type="password" autocomplete="new-password" maxLength={1_000} data-testid={testId} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
    </label>
  );
}
