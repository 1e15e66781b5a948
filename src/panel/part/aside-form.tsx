import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LeadRejection } from '../../domain/lead.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { DISQUALIFY_REASONS, LEAD_REJECTIONS, NOT_NOW_REASONS, type Aside, type AsideReason } from '../../domain/qualification.ts';
import { isoDay, wallAt } from '../../domain/wall-time.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { zone } from '../state/clock.ts';
import { asking, disqualify, putOff, reject, USUAL_WORDS, type Asked } from '../state/decide.ts';
import { planOf, type Plan } from '../state/plan.ts';
import { reasonWord } from '../state/words.ts';

const REASONS = { 'not-now': NOT_NOW_REASONS, disqualify: DISQUALIFY_REASONS, reject: LEAD_REJECTIONS } as const;
const TITLE = { 'not-now': 'aside_form_not_now', disqualify: 'aside_form_disqualify', reject: 'aside_form_reject' } as const;
const DO = { 'not-now': 'aside_do_not_now', disqualify: 'aside_do_disqualify', reject: 'aside_do_reject' } as const;
const QUICK = ['in 1 month', USUAL_WORDS, 'in 6 months'];

/** Asks in place why somebody is put aside, and until when. */
export function AsideForm({ prospect, what }: { prospect: Prospect; what: Asked }): VNode {
  const keep = (why: string, note: string, plan: Plan | undefined): Promise<boolean> => (what === 'reject' ? reject(prospect, why as LeadRejection, note)
    : what === 'disqualify' ? disqualify(prospect, why as AsideReason, note)
      : putOff(prospect, why as AsideReason, note, plan!));
  const close = (): void => { asking.value = null; };
  return <AsideQuestion what={what} before={prospect.aside} onKeep={(...said) => void keep(...said).then((done) => { if (done) close(); })} onClose={close} />;
}

/** What is asked of somebody put aside, or of many. A digit picks a reason, Enter keeps what stands there, Escape leaves everything as it is. `onKeep` hears a plan where it is asked until when. */
export function AsideQuestion({ what, before, onKeep, onClose, children }: { what: Asked; before?: Aside | undefined; onKeep: (why: string, note: string, plan: Plan | undefined) => void; onClose: () => void; children?: ComponentChildren }): VNode {
  const reasons: readonly string[] = REASONS[what];
  const now = before && reasons.includes(before.reason) ? before : undefined;
  const [reason, setReason] = useState<string>(now?.reason ?? '');
  const [note, setNote] = useState(now?.note ?? '');
  const [words, setWords] = useState(what === 'not-now' ? wordsOf(now?.resumeAt) : '');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focus = (css: string): void => { const found = form.current?.querySelector<HTMLElement>(css); found?.focus(); if (found instanceof HTMLInputElement) found.select(); };
  // as soon as it is drawn: a digit pressed right after means a reason
  useLayoutEffect(() => focus('[role=radio][tabindex="0"]'), []);

  const plan = planOf(words, { once: true });
  const wrong = what === 'not-now' && (!plan || 'error' in plan);
  const pick = (next: string): void => {
    setReason(next);
    focus(what === 'not-now' ? '.aside-until' : '[type=submit]');
  };
  const keep = (): void => {
    setTried(true);
    if (wrong) return focus('.aside-until');
    onKeep(reason || 'other', note.replace(/\s+/g, ' ').trim().slice(0, 500), plan && 'dueAt' in plan ? plan : undefined);
  };
  const onKey = (event: KeyboardEvent): void => {
    const onReasons = (event.target as HTMLElement).getAttribute('role') === 'radio';
    const at = reasons.indexOf((event.target as HTMLElement).dataset['reason'] ?? '');
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') onClose();
    else if (onReasons && numberOf(event.key) && numberOf(event.key) <= reasons.length) pick(reasons[numberOf(event.key) - 1]!);
    else if (onReasons && step) focus(`[data-reason="${reasons[(at + step + reasons.length) % reasons.length]!}"]`);
    else if (event.key === 'Tab' || event.key === 'Enter' || event.key === ' ') return event.stopPropagation();
    else return (event.target as HTMLElement).matches('input') || onReasons ? event.stopPropagation() : undefined;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form ref={form} class="aside-form stack" data-testid="aside-form" aria-label={t(TITLE[what])} onKeyDown={onKey} onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <h3>{t(TITLE[what])}</h3>
      <div class="row wrap reasons-to-pick" role="radiogroup" aria-label={t('aside_reason')}>
        {reasons.map((one, at) => (
          <button key={one} type="button" role="radio" class="chip" data-reason={one} aria-checked={one === reason} tabIndex={one === reason || (!reason && at === 0) ? 0 : -1} onClick={() => pick(one)}>
            {at < 9 && <kbd aria-hidden="true">{at + 1}</kbd>}{reasonWord(one)}
          </button>
        ))}
      </div>
      {what === 'not-now' && (
        <div class="stack tight">
          <label class="labelled"><span class="small muted">{t('aside_until')}</span>
            <input class="input aside-until" data-testid="aside-until" value={words} placeholder={t('aside_until_hint')} autocomplete="off" spellcheck={false} maxLength={80} aria-invalid={wrong && tried} onInput={(event) => { setTried(false); setWords(event.currentTarget.value); }} />
          </label>
          <div class="row wrap small" aria-live="polite" data-testid="aside-preview">
            {plan && 'dueAt' in plan
              ? <span class="good-text">{new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'full', timeStyle: 'short', timeZone: zone() }).format(plan.dueAt)}</span>
              : <span class={tried ? 'bad-text' : 'muted'}>{plan?.error ?? t('aside_until_hint')}</span>}
            {wrong && QUICK.map((one) => <button key={one} type="button" class="chip" onClick={() => setWords(one)}>{one}</button>)}
          </div>
        </div>
      )}
      <label class="labelled"><span class="small muted">{t('aside_note')}</span><input class="input" data-testid="aside-note" value={note} placeholder={t('aside_note_hint')} dir="auto" maxLength={500} onInput={(event) => setNote(event.currentTarget.value)} /></label>
      {children}
      <div class="row">
        <button type="submit" class="button primary" data-testid="aside-keep">{t(DO[what])} <kbd>↵</kbd></button>
        <button type="button" class="button quiet" onClick={onClose}>{t('cancel')}</button>
      </div>
    </form>
  );
}

function numberOf(key: string): number {
  return /^[1-9]$/.test(key) ? Number(key) : 0;
}

/** A date that stands, as a day that can be typed again; the usual wait when there is none or it is over. */
function wordsOf(resumeAt: number | undefined): string {
  return resumeAt !== undefined && resumeAt > Date.now() ? isoDay(wallAt(resumeAt, zone())) : USUAL_WORDS;
}
