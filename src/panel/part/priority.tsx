import { PenLine, Undo2 } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Deal } from '../../domain/deal.ts';
import { READINESS_WEIGHT, type PriorityScore, type Readiness } from '../../domain/priority.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { PRIORITIES, type Priority } from '../../domain/qualification.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { overridePriority, setValue } from '../../storage/qualification.ts';
import { act } from '../state/act.ts';
import { amountShown } from '../state/amount.ts';
import { book } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { to } from '../state/route.ts';
import { Amount } from './amount.tsx';
import { day } from './due.tsx';
import { Icon } from './icon.tsx';
import { Segmented } from './segmented.tsx';

/** Everything that a priority is shown with. */
export interface PriorityFacts {
  prospect: Prospect;
  name: string;
  priority: PriorityScore;
  readiness: Readiness;
  known: number;
  openSignals: number;
  deal: Deal;
  icpName: string;
}

/** P1 to P4 with its three inputs and what each rests on; the deal's value, and the rep's own word, are typed here. */
export function PriorityCard(facts: PriorityFacts): VNode {
  const { prospect, name, priority, readiness, deal } = facts;
  const [open, setOpen] = useState(false);
  const [setting, setSetting] = useState(false);
  const card = useRef<HTMLElement>(null);
  const focus = (css: string): void => void requestAnimationFrame(() => card.current?.querySelector<HTMLElement>(css)?.focus());
  useKeys(() => [
    { key: 'P', label: t('key_priority'), run: () => { setOpen(true); setSetting(true); focus('.own-priority input:checked'); } },
    { key: 'V', label: t('key_value'), run: () => { setOpen(true); focus('[data-testid=deal-value]'); } },
  ], []);
  const value = (field: 'dealValue' | 'lifetimeValue', label: string) => (amount: number | undefined): void => void act(t('change_value', label, name), (change) => setValue(book, prospect.id, field, amount, change));
  return (
    <section class="card priority" aria-label={t('priority')} ref={card} data-testid="priority">
      <button type="button" class="fit-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class={`level ${priority.level.toLowerCase()}`} data-testid="priority-level">{priority.level}</span>
        <span class="grow stack tight">
          <strong>{readiness.closed && !priority.override ? t('priority_closed') : t(`priority_${priority.level.toLowerCase()}` as MessageName)}</strong>
          <span class="small muted two-lines" dir="auto">{priority.override ? t('priority_word', priority.override.reason) : t('priority')}</span>
        </span>
        <span class="small fit-more">{open ? t('less') : t('why')}</span>
      </button>
      <div class="inputs">
        <Input name="readiness" label={t('priority_readiness')} value={priority.readiness}>{open && <ReadinessReasons {...facts} />}</Input>
        <Input name="value" label={t('priority_value')} value={priority.value}>{open && <ValueReason deal={deal} value={prospect.dealValue} />}</Input>
        <Input name="fit" label={t('priority_fit')} value={priority.fit}>{open && <p class="small muted">{prospect.fit ? t('priority_fit_known', facts.icpName, prospect.fit.coverage) : t('priority_fit_unknown')}</p>}</Input>
      </div>
      {open && (
        <div class="priority-edit stack">
          <div class="amounts">
            <Amount label={t('value_deal')} testId="deal-value" value={prospect.dealValue} currency={deal.currency} onChange={value('dealValue', t('value_deal'))} />
            <Amount label={t('value_lifetime')} testId="lifetime-value" value={prospect.lifetimeValue} currency={deal.currency} onChange={value('lifetimeValue', t('value_lifetime'))} />
          </div>
          {priority.override && (
            <div class="row wrap">
              <span class="small grow" dir="auto">{t('priority_word', priority.override.reason)} <time class="muted">{day(priority.override.at)}</time></span>
              <button type="button" class="button" data-testid="priority-back" onClick={() => void act(t('change_priority_back', name), (change) => overridePriority(book, prospect.id, undefined, change))}><Icon of={Undo2} />{t('priority_computed', priority.computed)}</button>
            </div>
          )}
          {setting
            ? <OwnPriority start={priority.level} onCancel={() => setSetting(false)} onSet={async (level, reason) => { if (await act(t('change_priority', name, level), (change) => overridePriority(book, prospect.id, { level, reason }, change))) setSetting(false); }} />
            : <button type="button" class="button" data-testid="priority-set" onClick={() => { setSetting(true); focus('.own-priority input:checked'); }}><Icon of={PenLine} />{t('priority_set')}</button>}
        </div>
      )}
    </section>
  );
}

function Input({ name, label, value, children }: { name: string; label: string; value: number; children: ComponentChildren }): VNode {
  return (
    <div class="priority-input" data-testid={`priority-${name}`}>
      <span class="small">{label}</span>
      <span class="track" aria-hidden="true"><span style={{ width: `${value}%` }} /></span>
      <span class="number small strong">{Math.round(value)}</span>
      {children && <div class="rests">{children}</div>}
    </div>
  );
}

function ReadinessReasons({ prospect, readiness, known, openSignals }: PriorityFacts): VNode {
  if (readiness.closed) return <p class="small muted">{t('priority_closed_text')}</p>;
  const label = {
    stage: t('priority_stage', t(`stage_${prospect.stage.replace('-', '_')}` as MessageName)), bant: t('priority_bant', known), engagement: t('priority_engagement'), signals: t('priority_signals', openSignals),
  };
  return (
    <ul class="small muted">
      {(['stage', 'bant', 'engagement', 'signals'] as const).map((part) => (
        <li key={part} class="row"><span class="grow">{label[part]}</span><span>{t('priority_weighs', READINESS_WEIGHT[part])}</span><span class="number rests-number">{Math.round(readiness.parts[part])}</span></li>
      ))}
    </ul>
  );
}

function ValueReason({ deal, value }: { deal: Deal; value: number | undefined }): VNode {
  if (value === undefined) return <p class="small muted">{t('priority_value_unknown')}</p>;
  if (deal.typical === undefined) return <p class="small"><a href={to('settings')}>{t('priority_value_typical')}</a></p>;
  return <p class="small muted">{t('priority_value_known', amountShown(value, deal.currency), amountShown(deal.typical, deal.currency))}</p>;
}

function OwnPriority({ start, onSet, onCancel }: { start: Priority; onSet: (level: Priority, reason: string) => Promise<void>; onCancel: () => void }): VNode {
  const [level, setLevel] = useState(start);
  const [reason, setReason] = useState('');
  return (
    <form class="own-priority stack tight" onSubmit={(event) => { event.preventDefault(); if (reason.trim()) void onSet(level, reason); }}
      onKeyDown={(event) => {
        // a number says it, as long as it is not part of the reason
        const said = (event.target as HTMLInputElement).type === 'radio' ? PRIORITIES[Number(event.key) - 1] : undefined;
        if (said) { event.preventDefault(); setLevel(said); }
      }}>
      <Segmented label={t('priority_level')} value={level} options={PRIORITIES.map((one) => [one, one] as const)} onChange={setLevel} />
      <label class="stack tight"><span class="small muted">{t('priority_reason')}</span>
        <input class="input" data-testid="priority-reason" value={reason} dir="auto" maxLength={500} required placeholder={t('priority_reason_hint')} autocomplete="off" onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <div class="row">
        <button type="submit" class="button primary" disabled={!reason.trim()} data-testid="priority-save">{t('priority_save')}</button>
        <button type="button" class="button quiet" onClick={onCancel}>{t('cancel')}</button>
      </div>
    </form>
  );
}
