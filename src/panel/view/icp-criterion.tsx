import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { faultOf, turnInto, type CriterionFault } from '../../domain/criterion.ts';
import type { Criterion, CriterionKind } from '../../domain/icp.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { criterionWords, kindName, ruleWords } from '../part/criterion-words.ts';
import { Icon } from '../part/icon.tsx';
import { Segmented } from '../part/segmented.tsx';
import { useCurrency } from '../state/deal.ts';
import { CriterionWhat } from './icp-criterion-what.tsx';

const RULES = ['plus', 'must', 'never'] as const;
/** The kinds as the rep looks for them. */
const GROUPS: readonly (readonly [name: MessageName, kinds: readonly CriterionKind[]])[] = [
  ['kinds_role', ['title', 'seniority', 'department']],
  ['kinds_company', ['industry', 'headcount', 'revenue', 'model', 'tech', 'company']],
  ['kinds_rest', ['location', 'keywords', 'source', 'custom']],
];

/** With more criteria than this each starts as one line: so many cards are no longer seen as a whole. */
const UNFOLDED = 6;

/** One criterion: what it looks at, what it wants there, what a match does, how much it is worth. `share` is the most it gives, of 100. Alt and an arrow key move it. */
export function CriterionCard({ criterion, number, of, share, onChange, onMove, onRemove }: {
  criterion: Criterion; number: number; of: number; share: number; onChange: (criterion: Criterion) => void; onMove: (by: -1 | 1) => void; onRemove: () => void;
}): VNode {
  const { kind, rule, weight } = criterion;
  const range = useId();
  const problem = useId();
  // what was said before the kind was changed: a slip of the finger must not cost it
  const before = useRef(new Map<CriterionKind, Criterion>());
  const name = kindName(criterion);
  const fault = faultOf(criterion);
  const currency = useCurrency();
  const [unfolded, setUnfolded] = useState(of <= UNFOLDED || fault !== null);
  const open = unfolded || of <= UNFOLDED || fault !== null;
  const change = (next: CriterionKind): void => {
    before.current.set(kind, criterion);
    const known = before.current.get(next);
    onChange(known ? { ...known, rule, weight } : turnInto(criterion, next));
  };
  return (
    <div class={`card criterion${open ? '' : ' folded'}`} role="group" aria-label={t('icp_criterion', number, name)} aria-describedby={fault ? problem : undefined} data-testid="criterion"
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}>
      <div class="row criterion-head">
        {of > UNFOLDED && <button type="button" class="button quiet icon-only fold" aria-expanded={open} aria-label={t(open ? 'icp_fold' : 'icp_unfold', name)} onClick={() => setUnfolded(!open)}><Icon of={open ? ChevronDown : ChevronRight} /></button>}
        {!open && <span class="criterion-line two-lines grow" dir="auto" onClick={() => setUnfolded(true)}><strong>{name}</strong> {criterionWords(criterion, currency)}</span>}
        {!open && <span class="small muted">{ruleWords(criterion)}</span>}
        {open && <select class="input grow kind" aria-label={t('icp_kind')} value={kind} data-testid="criterion-kind" onChange={(event) => change(event.currentTarget.value as CriterionKind)}>
          {GROUPS.map(([group, kinds]) => <optgroup key={group} label={t(group)}>{kinds.map((one) => <option key={one} value={one}>{t(`criterion_${one}` as MessageName)}</option>)}</optgroup>)}
        </select>}
        <span class="row criterion-tools">
          {of > 1 && <button type="button" class="button quiet icon-only" disabled={number === 1} aria-label={t('icp_move_up', name)} title={t('icp_move_up', name)} onClick={() => onMove(-1)}><Icon of={ArrowUp} /></button>}
          {of > 1 && <button type="button" class="button quiet icon-only" disabled={number === of} aria-label={t('icp_move_down', name)} title={t('icp_move_down', name)} onClick={() => onMove(1)}><Icon of={ArrowDown} /></button>}
          <button type="button" class="button quiet icon-only" aria-label={t('icp_remove', name)} title={t('icp_remove', name)} onClick={onRemove}><Icon of={Trash2} /></button>
        </span>
      </div>
      {open && <>
        <CriterionWhat criterion={criterion} fault={fault} onChange={onChange} />
        {fault && <p id={problem} class={`small ${fault === 'empty' ? 'warn-text' : 'bad-text'}`} role={fault === 'empty' ? undefined : 'alert'}>{faultText(fault, kind)}</p>}
        <div class="row wrap criterion-rule">
          <Segmented label={t('icp_rule')} value={rule} options={RULES.map((one) => [one, t(`rule_${one}` as MessageName)] as const)} onChange={(next) => onChange({ ...criterion, rule: next })} />
          {rule === 'plus' && (
            <div class="row weight">
              <label for={range} class="small muted">{t('icp_weight')}</label>
              <input id={range} type="range" min={1} max={10} step={1} value={weight} onInput={(event) => onChange({ ...criterion, weight: Number(event.currentTarget.value) })} />
              <output for={range} class="number">{weight}</output>
              {fault === null && <span class="small muted number share" title={t('icp_share_hint')}>{t('icp_share', Math.round(share))}</span>}
            </div>
          )}
          {rule !== 'plus' && <p class="small muted grow">{t(`icp_rule_${rule}` as MessageName)}</p>}
        </div>
      </>}
    </div>
  );
}

function faultText(fault: CriterionFault, kind: CriterionKind): string {
  switch (fault) {
    case 'order': return t('fault_order');
    case 'negative': return t('fault_negative');
    case 'far': return t('fault_far');
    case 'no-field': return t('fault_no_field');
    case 'empty': return kind === 'headcount' || kind === 'revenue' ? t('icp_no_bounds') : t('icp_no_words');
  }
}
