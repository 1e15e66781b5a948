import { Columns3 } from 'lucide';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { isOfCompany, TIME_TARGETS, type Target } from '../../files/mapping/target.ts';
import { t } from '../../platform/locale.ts';
import { setOrder, setTarget, type TableImport } from '../state/table-import.ts';
import { Pick } from './pick.tsx';
import { Section } from './section.tsx';
import { ownTarget, targetOptions } from './target-words.ts';

type Mapped = Extract<TableImport, { step: 'mapping' }>;
type Columns = { [P in 'opened' | 'mapping' | 'asked']: Mapped[P] };

/** Each column with a few of its values, and what it becomes. */
export function ImportColumns({ opened, mapping, asked, disabled }: Columns & { disabled: boolean }): VNode {
  const used = mapping.targets.filter((target) => target && (mapping.holds === 'people' || isOfCompany(target))).length;
  return (
    <Section icon={Columns3} title={t('import_columns', used, mapping.targets.length)}>
      <fieldset class="plain" disabled={disabled}>
        <ul class="import-columns">
          {opened.columns.map(({ name, samples }, at) => <Column key={at} at={at} name={name || t('import_column', at + 1)} samples={samples} target={mapping.targets[at]!} order={mapping.orders[at]!} isAsked={asked[at]!} hasPlace={mapping.holds === 'people' || isOfCompany(mapping.targets[at]!)} />)}
        </ul>
      </fieldset>
    </Section>
  );
}

function Column({ at, name, samples, target, order, isAsked, hasPlace }: { at: number; name: string; samples: string[]; target: Target; order: 'dmy' | 'mdy'; isAsked: boolean; hasPlace: boolean }): VNode {
  const options = useMemo(() => targetOptions(name), [name]);
  const isTime = TIME_TARGETS.has(target);
  return (
    <li class={`import-column${target ? '' : ' off'}`} data-testid="import-column">
      <div class="import-column-said">
        <strong class="one-line" dir="auto" title={name}>{name}</strong>
        <span class="small muted one-line" dir="auto" title={samples.join('\n')}>{samples.join(' · ') || t('import_column_empty')}</span>
      </div>
      <Pick value={target} options={options} label={t('import_becomes', name)} testId={`import-target-${at}`} made={ownTarget} onChange={(next) => setTarget(at, next as Target)} />
      {target && !hasPlace && <span class="small warn-text no-place" data-testid={`import-no-place-${at}`}>{t('import_no_place')}</span>}
      {isTime && hasPlace && samples.some((sample) => /^\d{1,2}[/-]\d/.test(sample)) && (
        <select class={`input order${isAsked ? ' asked' : ''}`} aria-label={t('import_order', name)} aria-invalid={isAsked} data-testid={`import-order-${at}`} value={isAsked ? '' : order} onChange={(event) => setOrder(at, event.currentTarget.value as 'dmy')}>
          {isAsked && <option value="">{t('import_order_ask')}</option>}
          <option value="dmy">{t('import_order_dmy')}</option>
          <option value="mdy">{t('import_order_mdy')}</option>
        </select>
      )}
    </li>
  );
}
