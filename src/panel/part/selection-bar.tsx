import { Waypoints, X, Zap } from 'lucide';
import type { VNode } from 'preact';
import type { List } from '../../domain/activity.ts';
import type { PeopleNow } from '../../domain/people/field.ts';
import { countValues } from '../../domain/people/order.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { number } from '../state/number.ts';
import { clearSelection } from '../state/selection.ts';
import '../style/bulk.css';
import { bulkMenu } from './bulk-menu.tsx';
import { Icon } from './icon.tsx';

/** What can be done with those who are selected; it comes with the selection and goes with it. */
export function SelectionBar({ count, onDo, onEnrol }: { count: number; onDo: () => void; onEnrol: () => void }): VNode {
  return (
    <div class="selection-bar" role="toolbar" aria-label={t('people_selected', number(count))} data-testid="selection-bar">
      <strong class="grow one-line number">{t('people_selected', number(count))}</strong>
      <button class="button primary" data-testid="bulk-open" onClick={onDo}><Icon of={Zap} />{t('bulk_open')} <kbd aria-hidden="true">b</kbd></button>
      <button class="button" data-testid="people-enrol" aria-label={t('enrol')} title={`${t('enrol_hint', number(count))} (⇧E)`} onClick={onEnrol}><Icon of={Waypoints} /><span class="wide-word">{t('enrol')}</span></button>
      <button class="button quiet" data-testid="people-unselect" aria-label={t('people_unselect')} title={`${t('people_unselect')} (Esc)`} onClick={clearSelection}><Icon of={X} /><span class="wide-word">{t('people_unselect')}</span></button>
    </div>
  );
}

/** Opens the menu of what can be done to these people. */
export function openBulk({ table }: PeopleNow, ids: readonly string[], lists: readonly List[]): void {
  const byCount = [...countValues(table, table.sets.tags)].toSorted(([a, many], [b, more]) => more - many || a.localeCompare(b, uiLocale()));
  const onLists = countValues(table, table.sets.lists);
  bulkMenu.value = {
    ids, tags: byCount.map(([tag, people]) => ({ value: tag, name: tag, note: number(people) })),
    lists: lists.toSorted((a, b) => a.name.localeCompare(b.name, uiLocale())).map(({ id, name }) => ({ value: id, name, note: number(onLists.get(id) ?? 0) })),
    onGone: clearSelection,
  };
}
