import type { VNode } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { asksAnything, type StepName } from '../../domain/qualified.ts';
import { BANT_PARTS, BANT_STATES, type BantPart, type BantState } from '../../domain/qualification.ts';
import type { StepRule } from '../../domain/rule.ts';
import { t } from '../../platform/locale.ts';
import { bantName } from '../part/bant.tsx';
import { stepName } from '../part/qualified.tsx';

const NUMBERS = ['fit', 'coverage', 'engagement'] as const;

/** One step of the rule: numbers that have to be reached, answers that have to be there. An empty box asks for nothing. */
export function RuleStep({ step, number, asks, onChange }: { step: StepName; number: number; asks: StepRule; onChange: (asks: StepRule) => void }): VNode {
  const title = useId();
  const without = (name: keyof StepRule): StepRule => {
    const { [name]: _gone, ...rest } = asks;
    return rest;
  };
  const setNumber = (name: 'fit' | 'coverage' | 'engagement' | 'known', value: number | undefined): void => onChange(value === undefined ? without(name) : { ...asks, [name]: value });
  const setPart = (part: BantPart, state: BantState | undefined): void => {
    const { [part]: _old, ...rest } = asks.bant ?? {};
    const bant = state ? { ...rest, [part]: state } : rest;
    onChange(Object.keys(bant).length > 0 ? { ...asks, bant } : without('bant'));
  };
  return (
    <section class="card rule-step" aria-labelledby={title} data-testid={`rule-${step}`}>
      <header><span class="step-number number" aria-hidden="true">{number}</span><h2 id={title}>{stepName(step)}</h2></header>
      <div class="rule-asks">
        {NUMBERS.map((name) => <NumberBox key={name} label={t(`rule_${name}`)} testId={`rule-${step}-${name}`} value={asks[name]} onChange={(value) => setNumber(name, value)} />)}
        <label><span class="small">{t('rule_known')}</span>
          <select class="input" data-testid={`rule-${step}-known`} value={String(asks.known ?? '')} onChange={(event) => setNumber('known', Number(event.currentTarget.value) || undefined)}>
            <option value="">{t('rule_none')}</option>
            {[1, 2, 3, 4].map((count) => <option key={count} value={String(count)}>{count === 1 ? t('rule_known_one') : t('rule_known_many', count)}</option>)}
          </select>
        </label>
        {BANT_PARTS.map((part) => (
          <label key={part}><span class="small">{bantName(part)}</span>
            <select class="input" data-testid={`rule-${step}-${part}`} value={asks.bant?.[part] ?? ''} onChange={(event) => setPart(part, BANT_STATES.find((state) => state === event.currentTarget.value))}>
              <option value="">{t('rule_none')}</option>
              {BANT_STATES.map((state) => <option key={state} value={state}>{t(`rule_at_least_${state}`)}</option>)}
            </select>
          </label>
        ))}
      </div>
      {!asksAnything(asks) && <p class="small warn-text" role="status">{t('rule_asks_nothing')}</p>}
    </section>
  );
}

function NumberBox({ label, testId, value, onChange }: { label: string; testId: string; value: number | undefined; onChange: (value: number | undefined) => void }): VNode {
  const [text, setText] = useState(String(value ?? ''));
  const id = useId();
  // what is being typed is not replaced by what it meant a key ago
  useEffect(() => { if (numberOf(text) !== value) setText(String(value ?? '')); }, [value]);
  const isSound = numberOf(text) !== null;
  return (
    <label><span class="small">{label}</span>
      <input class="input number" inputMode="numeric" maxLength={6} data-testid={testId} value={text} placeholder={t('rule_none')} aria-invalid={!isSound} aria-describedby={isSound ? undefined : id} autocomplete="off"
        onInput={(event) => {
          const typed = event.currentTarget.value;
          setText(typed);
          const read = numberOf(typed);
          if (read !== null) onChange(read);
        }}
        onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault(); }} />
      {!isSound && <span id={id} class="small bad-text" role="alert">{t('rule_number_off')}</span>}
    </label>
  );
}

/** 0..100, undefined for nothing, null for what is neither. */
function numberOf(text: string): number | undefined | null {
  if (text.trim() === '') return undefined;
  return /^\s*(\d{1,2}|100)\s*$/.test(text) ? Number(text) : null;
}
