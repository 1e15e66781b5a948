import type { VNode } from 'preact';
import type { Experience } from '../../domain/draft.ts';
import type { Prospect, Stage } from '../../domain/prospect.ts';
import type { Field } from '../../domain/provenance.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import type { ComparedField } from '../state/merge.ts';
import { number } from '../state/number.ts';
import { to } from '../state/route.ts';
import { stageName } from '../state/stage.ts';
import { Avatar } from './avatar.tsx';

/** How much hangs on somebody. */
export interface Weight {
  notes: number;
  touches: number;
  followUps: number;
}

/** Two people side by side, field by field. Of those that differ one is chosen; `current` is the one that the keys choose for. */
export function Compare({ a, b, weights, rows, sides, current, onChoose }: {
  a: Prospect; b: Prospect; weights: readonly [Weight, Weight]; rows: readonly ComparedField[]; sides: { readonly [name: string]: 0 | 1 }; current: string; onChoose: (name: ComparedField['name'], side: 0 | 1) => void;
}): VNode {
  const people = [a, b] as const;
  return (
    <div class="compare" data-testid="compare">
      <div class="compare-row heads">
        <span class="label small muted" />
        {people.map((one, side) => (
          <div key={one.id} class="compare-head">
            <Avatar name={one.fields.name?.value ?? t('no_name')} size={32} />
            <span class="who"><a class="strong one-line" dir="auto" href={to('person', one.id)}>{one.fields.name?.value ?? t('no_name')}</a>
              <span class="small muted number">{t('compare_weight', number(weights[side]!.touches), number(weights[side]!.notes), number(weights[side]!.followUps))}</span></span>
            <kbd aria-hidden="true">{side + 1}</kbd>
          </div>
        ))}
      </div>
      {rows.map((row) => {
        const side = sides[row.name] ?? row.stays;
        const label = row.name === 'stage' ? t('people_stage') : t(`field_${row.name}` as MessageName);
        return (
          <div key={row.name} class={`compare-row${row.differs ? ' differs' : ''}${row.name === current ? ' current' : ''}`} data-testid="compare-row" {...(row.name === current ? { 'data-current': '' } : {})} role="group" aria-label={label}>
            <span class="label small muted">{label}</span>
            {row.values.map((value, at) => (row.differs ? (
              <button key={at} type="button" class="compare-value" aria-pressed={side === at} onClick={() => onChoose(row.name, at as 0 | 1)}><Shown name={row.name} of={value} /></button>
            ) : <div key={at} class={`compare-value same${row.joins || !value ? '' : ' both'}`}><Shown name={row.name} of={value} /></div>))}
          </div>
        );
      })}
    </div>
  );
}

function Shown({ name, of }: { name: ComparedField['name']; of: Field | undefined }): VNode {
  if (!of) return <span class="muted">–</span>;
  const { value } = of;
  const text = name === 'stage' ? stageName(value as Stage)
    : Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : [(one as Experience).title, (one as Experience).company].filter(Boolean).join(' · '))).join('\n')
    : String(value);
  return <span class="compare-text" dir="auto">{text.length > 300 ? `${text.slice(0, 300)}…` : text}</span>;
}
