import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { monthsAfter } from '../../domain/retention.ts';
import { t } from '../../platform/locale.ts';
import { keep } from '../state/privacy.ts';
import { Segmented } from './segmented.tsx';

const MONTHS = ['6', '12', '24', '36'] as const;

/** Keeps people longer, for a reason that stays with them. Escape leaves everything as it is. */
export function KeepForm({ ids, onDone }: { ids: readonly string[]; onDone: () => void }): VNode {
  const [months, setMonths] = useState<(typeof MONTHS)[number]>('12');
  const [reason, setReason] = useState('');
  const said = reason.trim() !== '';
  return (
    <form class="card stack tight keep-form" data-testid="keep-form" aria-label={t('keep_longer')} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onDone(); } }}
      onSubmit={(event) => { event.preventDefault(); if (said) void keep(ids, monthsAfter(Date.now(), Number(months)), reason).then((done) => { if (done) onDone(); }); }}>
      <div class="row wrap"><span class="small muted">{t('keep_for')}</span><Segmented label={t('keep_for')} value={months} options={MONTHS.map((one) => [one, one] as const)} onChange={setMonths} /></div>
      <label class="labelled"><span class="small">{t('keep_why')}</span><input class="input" data-testid="keep-reason" autofocus value={reason} maxLength={300} placeholder={t('keep_why_hint')} dir="auto" autocomplete="off" onInput={(event) => setReason(event.currentTarget.value)} /></label>
      <div class="row wrap"><button class="button primary" data-testid="keep-yes" disabled={!said}>{ids.length === 1 ? t('keep_yes') : t('keep_yes_many', ids.length)}</button><button type="button" class="button quiet" onClick={onDone}>{t('cancel')}</button></div>
    </form>
  );
}
