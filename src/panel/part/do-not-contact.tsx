import { Ban, ShieldOff } from 'lucide';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { DO_NOT_CONTACT_REASONS } from '../../domain/do-not-contact.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { t } from '../../platform/locale.ts';
import { bar, contacting, lift } from '../state/touch.ts';
import { dateWord, reasonWord } from '../state/words.ts';
import { Icon } from './icon.tsx';

/** That somebody is not to be contacted, in one word, wherever they are shown; nothing for anybody else. */
export function DoNotContactMark({ of }: { of: Pick<Prospect, 'doNotContact'> }): VNode | null {
  if (!of.doNotContact) return null;
  return <span class="chip bad" data-testid="dnc-mark" title={t('barred_since', dateWord(of.doNotContact.at), reasonWord(of.doNotContact.reason))}><Icon of={Ban} />{t('do_not_contact')}</span>;
}

/** Says on the person's page that nothing is sent to them, since when and why, and leads to lifting it in two steps. */
export function DoNotContactBanner({ prospect }: { prospect: Prospect }): VNode | null {
  const { id, doNotContact: flag } = prospect;
  if (!flag) return null;
  const lifting = contacting.value?.id === id && contacting.value.what === 'lift';
  return (
    <section class="banner bad dnc" role="note" aria-label={t('do_not_contact')} data-testid="dnc-banner">
      <Icon of={Ban} />
      <div class="grow stack tight">
        <p><strong>{t('do_not_contact')}</strong> · <span dir="auto">{reasonWord(flag.reason)}</span></p>
        <p class="small">{t('barred_text', dateWord(flag.at))}</p>
        {lifting ? <Lift prospect={prospect} /> : <div class="row"><button class="button quiet" data-testid="dnc-lift" onClick={() => { contacting.value = { id, what: 'lift' }; }}><Icon of={ShieldOff} />{t('lift')}</button></div>}
      </div>
    </section>
  );
}

/** The second step: it wants a reason, and says what it does. */
function Lift({ prospect }: { prospect: Prospect }): VNode {
  const [reason, setReason] = useState('');
  const said = reason.replace(/\s+/g, ' ').trim();
  const close = (): void => { contacting.value = null; };
  return (
    <form class="stack tight" data-testid="dnc-lift-form" onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); close(); } }}
      onSubmit={(event) => { event.preventDefault(); if (said) void lift(prospect, said).then((done) => { if (done) close(); }); }}>
      <label class="labelled"><span class="small">{t('lift_why')}</span><input class="input" data-testid="dnc-lift-reason" autofocus value={reason} maxLength={300} dir="auto" autocomplete="off" onInput={(event) => setReason(event.currentTarget.value)} /></label>
      <div class="row wrap"><button class="button danger" data-testid="dnc-lift-yes" disabled={!said}>{t('lift_yes')}</button><button type="button" class="button quiet" onClick={close}>{t('cancel')}</button></div>
    </form>
  );
}

/** Asks why somebody is not to be contacted: a digit picks the reason and keeps it, Escape leaves everything as it is. */
export function BarForm({ prospect }: { prospect: Prospect }): VNode {
  const form = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => form.current?.focus(), []);
  const close = (): void => { contacting.value = null; };
  const keep = (reason: string): void => void bar(prospect, reason).then((done) => { if (done) close(); });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || ['Tab', 'Enter', ' '].includes(event.key)) return;
    const reason = DO_NOT_CONTACT_REASONS[Number(event.key) - 1];
    if (event.key === 'Escape') close();
    else if (reason) keep(reason);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="card touch-pad" ref={form} tabIndex={-1} role="group" aria-label={t('bar_title')} data-testid="dnc-form" onKeyDown={onKeyDown}>
      <h3>{t('bar_title')}</h3>
      <p class="small muted">{t('bar_text')}</p>
      <div class="row wrap">{DO_NOT_CONTACT_REASONS.map((reason, at) => <button key={reason} type="button" class="chip" data-reason={reason} onClick={() => keep(reason)}><kbd aria-hidden="true">{at + 1}</kbd>{reasonWord(reason)}</button>)}</div>
      <div class="row"><button type="button" class="button quiet" onClick={close}>{t('cancel')}</button></div>
    </div>
  );
}
