import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Prospect } from '../../domain/prospect.ts';
import { REJECTION_NEXT, REJECTION_REASONS, usualNext, type RejectionNext, type RejectionReason } from '../../domain/rejection.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { zone } from '../state/clock.ts';
import { USUAL_WORDS } from '../state/decide.ts';
import { planOf } from '../state/plan.ts';
import { go } from '../state/route.ts';
import { contacting, reject } from '../state/touch.ts';
import { reasonWord } from '../state/words.ts';
import { Segmented } from './segmented.tsx';

/** Somebody said no: why, and what comes next. A digit picks the reason and with it what usually follows; Enter keeps it. */
export function RejectionForm({ prospect }: { prospect: Prospect }): VNode {
  const [reason, setReason] = useState<RejectionReason | ''>('');
  const [next, setNext] = useState<RejectionNext>('never');
  const [words, setWords] = useState(USUAL_WORDS);
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[data-reason]')?.focus(), []);
  const plan = planOf(words);
  const wrong = next === 'not-now' && (!plan || 'error' in plan);
  const close = (): void => { contacting.value = null; };
  const pick = (one: RejectionReason): void => {
    setReason(one);
    setNext(usualNext(one));
    form.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
  };
  const keep = async (): Promise<void> => {
    if (!reason || wrong) return;
    if (!await reject(prospect, reason, note, next, next === 'not-now' && plan && 'dueAt' in plan ? plan : undefined)) return;
    close();
    if (next === 'other-contact' && prospect.accountId) go('account', prospect.accountId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const one = (event.target as HTMLElement).matches('input') ? undefined : REJECTION_REASONS[Number(event.key) - 1];
    if (event.key === 'Escape') close();
    else if (one) pick(one);
    else return event.stopPropagation();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form class="card stack" ref={form} data-testid="rejection-form" aria-label={t('rejection')} onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); void keep(); }}>
      <h3>{t('rejection')}</h3>
      <div class="row wrap reasons-to-pick" role="radiogroup" aria-label={t('aside_reason')}>
        {REJECTION_REASONS.map((one, at) => <button key={one} type="button" role="radio" class="chip" data-reason={one} aria-checked={one === reason} onClick={() => pick(one)}><kbd aria-hidden="true">{at + 1}</kbd>{reasonWord(one)}</button>)}
      </div>
      {reason === 'asked-not-to' ? <p class="small bad-text">{t('rejection_bars')}</p> : (
        <div class="stack tight">
          <span class="small muted">{t('rejection_next')}</span>
          <Segmented label={t('rejection_next')} value={next} onChange={setNext} options={REJECTION_NEXT.map((one) => [one, t(`rejection_${one.replace('-', '_')}` as MessageName)] as const)} />
          {next === 'not-now' && (
            <label class="labelled"><span class="small muted">{t('aside_until')}</span>
              <input class="input" data-testid="rejection-until" value={words} maxLength={80} autocomplete="off" aria-invalid={wrong} onInput={(event) => setWords(event.currentTarget.value)} />
              <span class="small" aria-live="polite">{plan && 'dueAt' in plan ? new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'full', timeZone: zone() }).format(plan.dueAt) : plan?.error}</span>
            </label>
          )}
        </div>
      )}
      <label class="labelled"><span class="small muted">{t('aside_note')}</span><input class="input" value={note} dir="auto" maxLength={500} autocomplete="off" data-testid="rejection-note" onInput={(event) => setNote(event.currentTarget.value)} /></label>
      <div class="row"><button type="submit" class="button primary" data-testid="rejection-keep" disabled={wrong}>{t('rejection_keep')} <kbd>↵</kbd></button><button type="button" class="button quiet" onClick={close}>{t('cancel')}</button></div>
    </form>
  );
}
