import { Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { CRITERION_KINDS, type Criterion, type CriterionKind } from '../../domain/icp.ts';
import { DEPARTMENTS, SENIORITIES } from '../../domain/title.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { Icon } from '../part/icon.tsx';
import { Segmented } from '../part/segmented.tsx';
import { WordsInput } from '../part/words-input.tsx';

const RULES = ['plus', 'must', 'never'] as const;
const VOCABULARY: Partial<Record<CriterionKind, readonly string[]>> = { seniority: SENIORITIES, department: DEPARTMENTS };

/** One criterion: what it looks at, the words that match, what a match does, how much it is worth. */
export function CriterionCard({ criterion, number, onChange, onRemove }: { criterion: Criterion; number: number; onChange: (criterion: Criterion) => void; onRemove: () => void }): VNode {
  const { kind, any, rule, weight } = criterion;
  const range = useId();
  const vocabulary = VOCABULARY[kind];
  const name = t(`criterion_${kind}` as MessageName);
  return (
    <div class="card criterion" role="group" aria-label={t('icp_criterion', number, name)} data-testid="criterion">
      <div class="row">
        <select class="input grow kind" aria-label={t('icp_kind')} value={kind} onChange={(event) => onChange(ofKind(criterion, event.currentTarget.value as CriterionKind))}>
          {CRITERION_KINDS.map((one) => <option key={one} value={one}>{t(`criterion_${one}` as MessageName)}</option>)}
        </select>
        <button type="button" class="button quiet icon-only" aria-label={t('icp_remove', name)} title={t('icp_remove', name)} onClick={onRemove}><Icon of={Trash2} /></button>
      </div>
      {vocabulary
        ? <Vocabulary kind={kind} names={vocabulary} chosen={any} label={name} onChange={(next) => onChange({ ...criterion, any: next })} />
        : <WordsInput words={any} label={t('icp_words', name)} placeholder={t(`icp_words_${kind}` as MessageName)} onChange={(next) => onChange({ ...criterion, any: next })} />}
      {any.length === 0 && <p class="small warn-text">{t('icp_no_words')}</p>}
      <div class="row wrap criterion-rule">
        <Segmented label={t('icp_rule')} value={rule} options={RULES.map((one) => [one, t(`rule_${one}` as MessageName)] as const)} onChange={(next) => onChange({ ...criterion, rule: next })} />
        {rule === 'plus' && (
          <div class="row weight">
            <label for={range} class="small muted">{t('icp_weight')}</label>
            <input id={range} type="range" min={1} max={10} step={1} value={weight} onInput={(event) => onChange({ ...criterion, weight: Number(event.currentTarget.value) })} />
            <output for={range} class="number">{weight}</output>
          </div>
        )}
        {rule !== 'plus' && <p class="small muted grow">{t(`icp_rule_${rule}` as MessageName)}</p>}
      </div>
    </div>
  );
}

/** Names of a fixed vocabulary, switched on and off; words of the rep's own that stand beside them can be taken off. */
function Vocabulary({ kind, names, chosen, label, onChange }: { kind: CriterionKind; names: readonly string[]; chosen: string[]; label: string; onChange: (chosen: string[]) => void }): VNode {
  const own = chosen.filter((word) => !names.includes(word));
  const toggle = (name: string): void => onChange(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...names, ...own].filter((one) => one === name || chosen.includes(one)));
  return (
    <div class="row wrap vocabulary" role="group" aria-label={label}>
      {[...names, ...own].map((name) => (
        <button key={name} type="button" class="chip" aria-pressed={chosen.includes(name)} onClick={() => toggle(name)}>
          {names.includes(name) ? nameOf(kind, name) : name}
        </button>
      ))}
    </div>
  );
}

function nameOf(kind: CriterionKind, name: string): string {
  const plain = name.replaceAll('-', '_');
  return kind === 'seniority' ? t(`seniority_${plain}` as MessageName) : t(`department_${plain}` as MessageName);
}

/** The same criterion for another kind: words mean nothing in a vocabulary, and the other way round. */
function ofKind(criterion: Criterion, kind: CriterionKind): Criterion {
  const keeps = !VOCABULARY[kind] && !VOCABULARY[criterion.kind];
  return { ...criterion, kind, any: keeps ? criterion.any : [] };
}
