import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide';
import type { VNode } from 'preact';
import type { CadenceStep, StepKind } from '../../domain/cadence.ts';
import { channelOf, isWarmUp, LONGEST_TEXT, MOST_DAYS, type StepOutcome } from '../../domain/cadence-edit.ts';
import { CHANNELS } from '../../domain/qualification.ts';
import { t } from '../../platform/locale.ts';
import { book, useLive } from '../state/book.ts';
import { kindWord } from '../state/cadence.ts';
import { channelWord } from '../state/words.ts';
import { Icon } from './icon.tsx';

/** One step of a cadence: what, where, how long after the one before, with which text; and what came of it. Arrow keys on its number move it. */
export function CadenceStepCard({ step, at, last, kinds, outcome, onChange, onMove, onRemove }: {
  step: CadenceStep; at: number; last: boolean; kinds: readonly StepKind[]; outcome: StepOutcome | undefined; onChange: (part: Partial<CadenceStep>) => void; onMove: (by: number) => void; onRemove: () => void;
}): VNode {
  const templates = useLive(() => book.templates.toArray(), []) ?? [];
  const setKind = (kind: StepKind): void => {
    // what the rep has not written goes along with the kind
    const isOwn = step.text !== '' && step.text !== kindWord(step.kind);
    onChange({ kind, channel: channelOf(kind), ...(isOwn ? {} : { text: kindWord(kind) }) });
  };
  return (
    <li class={`cadence-step card${isWarmUp(step.kind) ? ' warm' : ''}`} data-testid="cadence-step">
      <button type="button" class="step-grip" aria-label={t('cadence_step_move', at + 1)} title={t('cadence_step_move_hint')} onKeyDown={(event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (by) { event.preventDefault(); event.stopPropagation(); onMove(by); }
        else if (event.key === 'Delete') { event.preventDefault(); onRemove(); }
      }}><Icon of={GripVertical} /><span class="number">{at + 1}</span></button>
      <div class="stack tight grow">
        <div class="row wrap">
          <label class="row small"><span class="muted">{t(at === 0 ? 'cadence_first_after' : 'cadence_after')}</span>
            <input class="input number-input days" type="number" min={0} max={MOST_DAYS} inputMode="numeric" data-testid="step-days" value={step.days} aria-label={t('cadence_step_days', at + 1)} onInput={(event) => { const days = event.currentTarget.valueAsNumber; if (!Number.isNaN(days)) onChange({ days }); }} />
          </label>
          <select class="input short" aria-label={t('cadence_step_unit', at + 1)} value={step.business ? 'work' : 'any'} onChange={(event) => onChange({ business: event.currentTarget.value === 'work' })}>
            <option value="work">{t('cadence_unit_workdays')}</option><option value="any">{t('cadence_unit_days')}</option>
          </select>
          <select class="input short grow" data-testid="step-kind" aria-label={t('cadence_step_kind', at + 1)} value={step.kind} onChange={(event) => setKind(event.currentTarget.value as StepKind)}>
            {kinds.map((kind) => <option key={kind} value={kind}>{kindWord(kind)}</option>)}
          </select>
          <select class="input short" aria-label={t('cadence_step_channel', at + 1)} value={step.channel} onChange={(event) => onChange({ channel: event.currentTarget.value })}>
            {CHANNELS.map((channel) => <option key={channel} value={channel}>{channelWord(channel)}</option>)}
          </select>
        </div>
        <textarea class="input field-input" data-testid="step-text" rows={Math.max(1, Math.ceil(step.text.length / 60))} maxLength={LONGEST_TEXT} value={step.text} aria-label={t('cadence_step_text', at + 1)} placeholder={t('cadence_step_text_hint')} dir="auto" onInput={(event) => onChange({ text: event.currentTarget.value.replace(/\n/g, ' ') })} />
        {(templates.length > 0 || outcome) && (
          <div class="row wrap small">
            {templates.length > 0 && (
              <label class="row"><span class="muted">{t('cadence_step_template')}</span>
                <select class="input short" value={step.templateId ?? ''} onChange={(event) => onChange({ templateId: event.currentTarget.value })}>
                  <option value="">{t('cadence_no_template')}</option>
                  {templates.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
                </select>
              </label>
            )}
            {outcome && <span class="muted number" data-testid="step-outcome">{[outcome.here && t('cadence_here', outcome.here), t('cadence_done', outcome.done), outcome.skipped && t('cadence_skipped', outcome.skipped), outcome.replied && t('cadence_replied', outcome.replied)].filter(Boolean).join(' · ')}</span>}
          </div>
        )}
      </div>
      <div class="step-tools">
        <button type="button" class="button quiet icon-only" disabled={at === 0} aria-label={t('cadence_step_up', at + 1)} onClick={() => onMove(-1)}><Icon of={ArrowUp} /></button>
        <button type="button" class="button quiet icon-only" disabled={last} aria-label={t('cadence_step_down', at + 1)} onClick={() => onMove(1)}><Icon of={ArrowDown} /></button>
        <button type="button" class="button quiet icon-only" data-testid="step-remove" aria-label={t('cadence_step_remove', at + 1)} onClick={onRemove}><Icon of={X} /></button>
      </div>
    </li>
  );
}
