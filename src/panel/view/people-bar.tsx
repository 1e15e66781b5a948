import { Download, Search, X } from 'lucide';
import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { List } from '../../domain/activity.ts';
import type { PeopleNow } from '../../domain/people/field.ts';
import { countValues, PEOPLE_ORDERS, type PeopleOrder } from '../../domain/people/order.ts';
import { STAGES } from '../../domain/prospect.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { fieldName } from '../part/condition-words.ts';
import { Icon } from '../part/icon.tsx';
import type { PeopleFilter } from '../state/people-filter.ts';
import { stageName } from '../state/stage.ts';

let format: Intl.NumberFormat | undefined;

/** A whole number as the rep writes it. */
export function count(value: number): string {
  // made once: it costs more than what it is used for
  format ??= new Intl.NumberFormat(uiLocale());
  return format.format(value);
}

/** Search, filters and export above the list. Each choice says how many it would leave of everybody, unless not everybody is there yet. */
export function PeopleBar({ people, isWhole, lists, filter, onFilter, onDown, onExport, exporting }: {
  people: PeopleNow; isWhole: boolean; lists: readonly List[]; filter: PeopleFilter; exporting: number; onFilter: (filter: PeopleFilter) => void; onDown: () => void; onExport: () => void;
}): VNode {
  const set = (part: Partial<PeopleFilter>): void => onFilter({ ...filter, ...part });
  const setNow = useRef(set);
  setNow.current = set;
  const { stages, onLists, tags } = useMemo(() => {
    const { table } = people;
    return {
      stages: countValues(table, table.texts.stage),
      onLists: countValues(table, table.sets.lists),
      tags: [...countValues(table, table.sets.tags)].toSorted(([a], [b]) => a.localeCompare(b, uiLocale())),
    };
  }, [people]);
  // not drawn again for each letter that is typed
  const choices = useMemo(() => (
      <div class="filters">
        <Choice isCounted={isWhole} label={t('people_stage')} any={t('people_any_stage')} value={filter.stage} onChange={(stage) => setNow.current({ stage })}
          options={STAGES.filter((stage) => !isWhole || stages.has(stage) || filter.stage === stage).map((stage) => [stage, stageName(stage), stages.get(stage) ?? 0])} />
        <Choice isCounted={isWhole} label={t('people_list')} any={t('people_any_list')} value={filter.list} onChange={(list) => setNow.current({ list })}
          options={lists.toSorted((a, b) => a.name.localeCompare(b.name, uiLocale())).map(({ id, name }) => [id, name, onLists.get(id) ?? 0])} />
        <Choice isCounted={isWhole} label={t('people_tag')} any={t('people_any_tag')} value={filter.tag} onChange={(tag) => setNow.current({ tag })} options={tags.map(([tag, number]) => [tag, tag, number])} />
      </div>
  ), [stages, onLists, tags, isWhole, lists, filter.stage, filter.list, filter.tag, filter.segment, filter.tried]);
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
      {choices}
    </>
  );
}

function Choice({ isCounted, label, any, value, options, onChange }: { isCounted: boolean; label: string; any: string; value: string; options: [value: string, name: string, count: number][]; onChange: (value: string) => void }): VNode {
  return (
    <select class={`input${value ? ' set' : ''}`} aria-label={label} value={value} disabled={options.length === 0 && !value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{any}</option>
      {options.map(([one, name, number]) => <option key={one} value={one}>{isCounted ? `${name} (${count(number)})` : name}</option>)}
    </select>
  );
}

export interface Sorting {
  order: PeopleOrder;
  reversed: boolean;
}

/** The order of a narrow list; while something is searched for the best matches come first, unless another order is chosen. */
export function SortSelect({ sorting, isSearching, onSort }: { sorting: Sorting; isSearching: boolean; onSort: (sorting: Sorting) => void }): VNode {
  const { order } = sorting;
  const others = isSearching ? ['createdAt' as const] : [];
  // an order that the wide list was put in has its name here as well
  const own = [...PEOPLE_ORDERS, ...others].includes(order as 'newest') || order === 'createdAt' ? [] : [order];
  return (
    <select class="input sort" aria-label={t('people_sort')} value={order === 'createdAt' && !isSearching ? 'newest' : order} onChange={(event) => onSort({ order: event.currentTarget.value as PeopleOrder, reversed: false })}>
      {PEOPLE_ORDERS.map((one) => <option key={one} value={one}>{isSearching && one === 'newest' ? t('people_by_best') : t(`people_by_${one}` as MessageName)}</option>)}
      {others.map((one) => <option key={one} value={one}>{t('people_by_newest')}</option>)}
      {own.map((one) => <option key={one} value={one}>{fieldName(one)}</option>)}
    </select>
  );
}
