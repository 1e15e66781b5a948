import { ArrowDown, ArrowUp, Download, Search, X } from 'lucide';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { List } from '../../domain/activity.ts';
import type { PeopleNow } from '../../domain/people/field.ts';
import { countValues, PEOPLE_ORDERS, type PeopleOrder } from '../../domain/people/order.ts';
import { STAGES } from '../../domain/prospect.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { Icon } from '../part/icon.tsx';
import type { PeopleFilter } from '../state/people-filter.ts';
import { stageName } from './person-line.tsx';

/** A whole number as the rep writes it. */
export function count(value: number): string {
  return new Intl.NumberFormat(uiLocale()).format(value);
}

/** Search, filters and export above the list. Each choice says how many it would leave of everybody. */
export function PeopleBar({ people, lists, filter, onFilter, onDown, onExport, exporting }: {
  people: PeopleNow; lists: readonly List[]; filter: PeopleFilter; exporting: number; onFilter: (filter: PeopleFilter) => void; onDown: () => void; onExport: () => void;
}): VNode {
  const set = (part: Partial<PeopleFilter>): void => onFilter({ ...filter, ...part });
  const { stages, onLists, tags } = useMemo(() => {
    const { table } = people;
    return {
      stages: countValues(table, table.texts.stage),
      onLists: countValues(table, table.sets.lists),
      tags: [...countValues(table, table.sets.tags)].toSorted(([a], [b]) => a.localeCompare(b, uiLocale())),
    };
  }, [people]);
  return (
    <>
      <div class="row">
        <div class="search grow">
          <Icon of={Search} />
          <input
            type="search" class="input" data-testid="people-search" value={filter.text} placeholder={t('people_search')} aria-label={t('people_search')} dir="auto"
            maxLength={200} autocomplete="off" spellcheck={false} aria-keyshortcuts="/"
            onInput={(event) => set({ text: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || event.key === 'Enter') { event.preventDefault(); onDown(); }
              if (event.key === 'Escape' && filter.text) { event.preventDefault(); event.stopPropagation(); set({ text: '' }); }
            }}
          />
          {filter.text ? <button class="button quiet icon-only clear" aria-label={t('people_clear_search')} onClick={() => set({ text: '' })}><Icon of={X} /></button> : <kbd aria-hidden="true">/</kbd>}
        </div>
        <button class="button" data-testid="export-people" disabled={exporting === 0} title={`${t('people_export_hint', count(exporting))} (e)`} onClick={onExport}>
          <Icon of={Download} /><span class="export-word">{t('people_export')}</span>
        </button>
      </div>
      <div class="filters">
        <Choice label={t('people_stage')} any={t('people_any_stage')} value={filter.stage} onChange={(stage) => set({ stage })}
          options={STAGES.filter((stage) => stages.has(stage) || filter.stage === stage).map((stage) => [stage, stageName(stage), stages.get(stage) ?? 0])} />
        <Choice label={t('people_list')} any={t('people_any_list')} value={filter.list} onChange={(list) => set({ list })}
          options={lists.toSorted((a, b) => a.name.localeCompare(b.name, uiLocale())).map(({ id, name }) => [id, name, onLists.get(id) ?? 0])} />
        <Choice label={t('people_tag')} any={t('people_any_tag')} value={filter.tag} onChange={(tag) => set({ tag })} options={tags.map(([tag, number]) => [tag, tag, number])} />
      </div>
    </>
  );
}

function Choice({ label, any, value, options, onChange }: { label: string; any: string; value: string; options: [value: string, name: string, count: number][]; onChange: (value: string) => void }): VNode {
  return (
    <select class={`input${value ? ' set' : ''}`} aria-label={label} value={value} disabled={options.length === 0 && !value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{any}</option>
      {options.map(([one, name, number]) => <option key={one} value={one}>{`${name} (${count(number)})`}</option>)}
    </select>
  );
}

export interface Sorting {
  order: PeopleOrder;
  reversed: boolean;
}

/** The order of a narrow list. */
export function SortSelect({ sorting, onSort }: { sorting: Sorting; onSort: (sorting: Sorting) => void }): VNode {
  return (
    <select class="input sort" aria-label={t('people_sort')} value={sorting.order} onChange={(event) => onSort({ order: event.currentTarget.value as PeopleOrder, reversed: false })}>
      {PEOPLE_ORDERS.map((order) => <option key={order} value={order}>{t(`people_by_${order}` as MessageName)}</option>)}
    </select>
  );
}

/** The heads of a wide list; a second click turns the order round. */
export function SortHeads({ sorting, onSort }: { sorting: Sorting; onSort: (sorting: Sorting) => void }): VNode {
  const head = (order: PeopleOrder, label: string): VNode => {
    const isOn = sorting.order === order;
    return (
      <button class={`head${isOn ? ' on' : ''}`} aria-pressed={isOn} onClick={() => onSort({ order, reversed: isOn && !sorting.reversed })}>
        {label}{isOn && <Icon of={sorting.reversed ? ArrowUp : ArrowDown} />}
      </button>
    );
  };
  return (
    <div class="heads" role="group" aria-label={t('people_sort')}>
      <span />
      {head('name', t('people_head_name'))}
      {head('company', t('people_head_company'))}
      {head('priority', t('people_stage'))}
      {head('due', t('people_head_due'))}
      {head('newest', t('people_head_added'))}
      {head('fit', t('people_head_fit'))}
    </div>
  );
}
