import { Ban, ShieldOff, UserRoundX } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Draft } from '../../domain/draft.ts';
import type { Suppression } from '../../domain/privacy.ts';
import { t } from '../../platform/locale.ts';
import { letIn } from '../state/privacy.ts';
import { dateWord, reasonWord } from '../state/words.ts';
import { Icon } from './icon.tsx';

/** Says before the click that the person on this page was erased, since when, and leads to letting them in again, which wants a reason. */
export function ErasedNotice({ suppression, draft }: { suppression: Suppression; draft: Draft }): VNode {
  const [lifting, setLifting] = useState(false);
  const [reason, setReason] = useState('');
  const said = reason.replace(/\s+/g, ' ').trim();
  return (
    <section class="empty" data-testid="erased-notice" aria-label={t('erased_title')}>
      <Icon of={UserRoundX} />
      <h2>{t('erased_title')}</h2>
      <p>{t('erased_text', dateWord(suppression.at))}</p>
      {!lifting ? <button class="button" data-testid="let-in" onClick={() => setLifting(true)}><Icon of={ShieldOff} />{t('let_in')}</button> : (
        <form class="stack tight let-in" onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setLifting(false); } }} onSubmit={(event) => { event.preventDefault(); if (said) void letIn(draft, said); }}>
          <label class="labelled"><span class="small">{t('let_in_why')}</span><input class="input" data-testid="let-in-reason" autofocus value={reason} maxLength={200} dir="auto" autocomplete="off" onInput={(event) => setReason(event.currentTarget.value)} /></label>
          <div class="row wrap"><button class="button danger" data-testid="let-in-yes" disabled={!said}>{t('let_in_yes')}</button><button type="button" class="button quiet" onClick={() => setLifting(false)}>{t('cancel')}</button></div>
        </form>
      )}
    </section>
  );
}

/** Says before the click that the person on this page comes with do-not-contact, since when and why. */
export function BarredNotice({ suppression: { at, why = 'other' } }: { suppression: Suppression }): VNode {
  return <div class="banner bad" role="note" data-testid="barred-notice"><Icon of={Ban} /><p>{t('barred_before', dateWord(at), reasonWord(why))}</p></div>;
}
