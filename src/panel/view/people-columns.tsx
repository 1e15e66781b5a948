import { ArrowDown, ArrowUp, Columns3, RotateCcw } from 'lucide';
import type { VNode } from 'preact';
import { fieldAt, FILTER_FIELDS, type FilterField, kindOf, type PeopleNow } from '../../domain/people/field.ts';
import type { PeopleOrder } from '../../domain/people/order.ts';
import { t } from '../../platform/locale.ts';
import { writeSetting } from '../../storage/setting.ts';
import { fieldName, type Names, valueName } from '../part/condition-words.ts';
import { day, Due } from '../part/due.tsx';
import { FitMark } from '../part/fit.tsx';
import { Icon } from '../part/icon.tsx';
import { Standing } from '../part/standing.tsx';
import { book } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { count, type Sorting } from './people-bar.tsx';

/** Where the columns of the wide list are kept. */
export const COLUMNS_SETTING = 'peopleColumns';
/** Those of who never chose; name, role and company are always there. */
const USUAL: readonly FilterField[] = ['stage', 'nextDue', 'createdAt', 'fit'];
const MOST = 8;
/** What stands in each line anyhow, and what is too long for a column. */
const LEFT_OUT: ReadonlySet<string> = new Set<FilterField>(['name', 'about']);
const FIELDS = (Object.keys(FILTER_FIELDS) as FilterField[]).filter((field) => !LEFT_OUT.has(field));
const WIDTH: Partial<Record<FilterField, string>> = { stage: '116px', nextDue: '108px', fit: '52px', priority: '64px' };

/** The columns that were kept; the usual ones when there are none that can be shown. */
export function checkColumns(kept: unknown): readonly FilterField[] {
  const known = Array.isArray(kept) ? [...new Set(kept)].filter((field): field is FilterField => (FIELDS as readonly unknown[]).includes(field)).slice(0, MOST) : [];
  return known.length > 0 ? known : USUAL;
}

/** The widths of a wide line with these columns, as CSS has them. */
export function columnWidths(columns: readonly FilterField[]): string {
  const width = (field: FilterField): string => WIDTH[field] ?? (kindOf(field) === 'number' || kindOf(field) === 'time' ? '84px' : 'minmax(64px, 0.7fr)');
  return `36px minmax(0, 1.2fr) minmax(0, 1.4fr) ${columns.map(width).join(' ')}`;
}

/** What somebody has in a column. */
export function PersonCell({ field, people, slot, names }: { field: FilterField; people: PeopleNow; slot: number; names: Names }): VNode {
  const { table, scores } = people;
  // eslint-disable-next-line typescript/switch-exhaustiveness-check -- all others are shown as what they are
  switch (field) {
    case 'stage': return <Standing people={people} slot={slot} />;
    case 'nextDue': return <span><Due at={table.numbers.nextDue[slot]!} /></span>;
    case 'fit': return <FitMark fit={scores.icp[slot] ? scores.fit[slot]! : -1} coverage={scores.coverage[slot]!} />;
    default: {
      const has = fieldAt(field, people, slot);
      if (typeof has !== 'number') return <span class="cell one-line" title={has.join(', ')}><bdi>{has.map((value) => valueName(field, value, names)).join(', ')}</bdi></span>;
      return <span class="cell number muted">{Number.isNaN(has) ? '' : kindOf(field) === 'time' ? day(has) : count(has)}</span>;
    }
  }
}

/** The order that a column stands for. */
function orderOf(field: FilterField): PeopleOrder {
  return field === 'nextDue' ? 'due' : field === 'createdAt' ? 'newest' : field === 'stage' ? 'priority' : field;
}

/** The heads of a wide list: a click puts it in their order, a second one turns the order round. */
export function ColumnHeads({ columns, sorting, isSearching, onSort, isOpen, onOpen }: { columns: readonly FilterField[]; sorting: Sorting; isSearching: boolean; onSort: (sorting: Sorting) => void; isOpen: boolean; onOpen: (open: boolean) => void }): VNode {
  const head = (wanted: PeopleOrder, label: string): VNode => {
    // while something is searched for, the usual order is that of the best matches: the newest first have to be asked for
    const order = isSearching && wanted === 'newest' ? 'createdAt' : wanted;
    const isOn = sorting.order === order || (!isSearching && wanted === 'newest' && sorting.order === 'createdAt');
    return (
      <button key={order} class={`head${isOn ? ' on' : ''}`} aria-pressed={isOn} title={label} onClick={() => onSort({ order, reversed: isOn && !sorting.reversed })}>
        <span class="one-line">{label}</span>{isOn && <Icon of={sorting.reversed ? ArrowUp : ArrowDown} />}
      </button>
    );
  };
  return (
    <div class="heads" role="group" aria-label={t('people_sort')}>
      <button class="button quiet icon-only columns-button" aria-expanded={isOpen} aria-label={t('people_columns')} title={`${t('people_columns')} (c)`} data-testid="people-columns" onClick={() => onOpen(!isOpen)}><Icon of={Columns3} /></button>
      {head('name', t('people_head_name'))}
      {head('company', t('people_head_company'))}
      {columns.map((field) => head(orderOf(field), fieldName(field)))}
    </div>
  );
}

/** Which columns the wide list has. */
export function ColumnChoice({ columns, onClose }: { columns: readonly FilterField[]; onClose: () => void }): VNode {
  useKeys(() => [{ key: 'Escape', label: t('close'), run: onClose }], []);
  const keep = (next: readonly FilterField[]): void => void writeSetting(book, COLUMNS_SETTING, next);
  return (
    <fieldset class="card column-choice" data-testid="column-choice">
      <legend>{t('people_columns')}</legend>
      <div class="column-fields">
        {FIELDS.map((field) => {
          const isOn = columns.includes(field);
          return <label key={field} class="row"><input type="checkbox" name={field} checked={isOn} disabled={isOn ? columns.length === 1 : columns.length >= MOST} onChange={() => keep(isOn ? columns.filter((one) => one !== field) : [...columns, field])} /><span class="one-line">{fieldName(field)}</span></label>;
        })}
      </div>
      <div class="row"><span class="grow small muted">{t('people_columns_hint', MOST)}</span><button class="button quiet" onClick={() => keep([])}><Icon of={RotateCcw} />{t('people_columns_usual')}</button></div>
    </fieldset>
  );
}
