import { ChartScatter, ClipboardList, CopyCheck, List as ListIcon, SearchX, UserRoundPlus, Waypoints } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Segment } from '../../domain/segment.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { BulkMenu } from '../part/bulk-menu.tsx';
import { openBulk, SelectionBar } from '../part/selection-bar.tsx';
import { VirtualList, type Cursor } from '../part/virtual-list.tsx';
import { book, useLive } from '../state/book.ts';
import { enrolling } from '../state/cadence.ts';
import { askExport } from '../state/export.ts';
import { useKeys } from '../state/key.ts';
import { usePeople } from '../state/people.ts';
import { chosen, filter, isFiltering, mode, NO_FILTER, sorting, type PeopleFilter } from '../state/people-filter.ts';
import { firstPeople } from '../state/people-first.ts';
import { useShown } from '../state/people-shown.ts';
import { go, to } from '../state/route.ts';
import { clearSelection, selectAll, selectRange, selectToggle } from '../state/selection.ts';
import { useSuspects } from '../state/suspects.ts';
import '../style/people.css';
import { count, PeopleBar, SortSelect } from './people-bar.tsx';
import { checkColumns, ColumnChoice, ColumnHeads, COLUMNS_SETTING, columnWidths } from './people-columns.tsx';
import { PeopleMap } from './people-map.tsx';
import { readSetting } from '../../storage/setting.ts';
import { PersonLine, PersonToCome } from './person-line.tsx';
import { SegmentBar } from './segment-bar.tsx';

/** Where the rep was in the list: coming back from a person's page finds it as it was left. */
let place = { cursor: 0, scroll: 0 };

const WIDE = '(min-width: 760px)';
const NO_SEGMENTS: readonly Segment[] = [];
const NOBODY = new Uint32Array();

/** Everybody in the book: found by typing, narrowed, kept as segments, sorted, exported, and seen as a map. */
export function PeopleView(): VNode {
  const everybody = usePeople();
  // while everybody is being read the first of them are there
  const first = everybody ? null : firstPeople.value ?? null;
  const people = everybody ?? first?.people;
  const kept = useLive(async () => {
    const [lists, segments, icps, personas, imports, columns] = await Promise.all([book.lists.toArray(), book.segments.toArray(), book.icps.toArray(), book.personas.toArray(), book.imports.toArray(), readSetting<unknown>(book, COLUMNS_SETTING, [])]);
    const named = (rows: readonly { id: string; name: string }[]): Map<string, string> => new Map(rows.map(({ id, name }) => [id, name]));
    return { columns: checkColumns(columns), lists, segments: segments.toSorted((a, b) => a.name.localeCompare(b.name, uiLocale())), names: { lists: named(lists), icps: named(icps), personas: named(personas), imports: new Map(imports.map(({ id, file }) => [id, file])) } };
  }, []);
  const wide = useMedia(WIDE);
  const collate = useMemo(() => new Intl.Collator(uiLocale(), { numeric: true }).compare, []);
  const wanted = filter.value;
  const segments = kept?.segments ?? NO_SEGMENTS;
  const { sorted, shown: known, query } = useShown(people, sorting.value, wanted, segments, collate);
  const isWaiting = known === undefined || (first !== null && isFiltering(wanted));
  const all = first?.total ?? 0;
  // rows that are not read yet have their room: the list does not jump when they come
  const shown = useMemo(() => (isWaiting ? NOBODY : all > known.length ? Uint32Array.from({ length: all }, (_, at) => known[at] ?? at) : known), [isWaiting, known, all]);
  const [choosing, setChoosing] = useState(false);
  const [cursor, setCursor] = useState<Cursor>({ index: place.cursor, focus: 0 });
  const at = Math.max(0, Math.min(cursor.index, shown.length - 1));
  const bar = useRef<HTMLElement>(null);
  const ids = people?.table.ids ?? [];

  const now = useRef({ shown, sorted, at, ids });
  now.current = { shown, sorted, at, ids };
  useEffect(() => { place.cursor = at; }, [at]);
  usePlace(people !== undefined && kept !== undefined);

  const move = (next: number): void => {
    const last = now.current.shown.length - 1;
    if (last >= 0) setCursor(({ focus }) => ({ index: Math.max(0, Math.min(next, last)), focus: focus + 1 }));
  };
  // where a range begins
  const anchor = useRef('');
  const idAt = (index: number): string | undefined => now.current.ids[now.current.shown[index] ?? -1];
  const select = (index: number, extend: boolean): void => {
    const id = idAt(index);
    if (id === undefined) return;
    const from = extend ? now.current.shown.findIndex((slot) => now.current.ids[slot] === anchor.current) : -1;
    if (from < 0) selectToggle(id);
    else selectRange(Array.from(now.current.shown.subarray(Math.min(from, index), Math.max(from, index) + 1), (slot) => now.current.ids[slot]!));
    anchor.current = id;
  };
  const extend = (by: number): void => {
    const { at: here } = now.current;
    const next = Math.max(0, Math.min(here + by, now.current.shown.length - 1));
    const both = [here, next].map(idAt).filter((id) => id !== undefined);
    selectRange(both);
    anchor.current = both.at(-1) ?? '';
    move(next);
  };
  const idsShown = (): string[] => Array.from(now.current.shown, (slot) => now.current.ids[slot]!);
  // in the order of the list, whatever it is narrowed to
  const idsChosen = (): string[] => {
    const all = new Set(chosen.value);
    return Array.from(now.current.sorted, (slot) => now.current.ids[slot]!).filter((id) => all.has(id));
  };
  useKeys(() => [
    { key: '/', label: t('people_key_search'), run: () => document.querySelector<HTMLInputElement>('[data-testid=people-search]')?.select() },
    { key: 'j', label: t('people_key_next'), run: () => move(now.current.at + Number(isInList())) },
    { key: 'ArrowDown', label: t('people_key_next'), run: () => move(now.current.at + Number(isInList())) },
    { key: 'k', label: t('people_key_previous'), run: () => move(now.current.at - 1) },
    { key: 'ArrowUp', label: t('people_key_previous'), run: () => move(now.current.at - 1) },
    { key: 'Home', label: t('people_key_first'), run: () => move(0) },
    { key: 'End', label: t('people_key_last'), run: () => move(now.current.shown.length - 1) },
    { key: 'x', label: t('people_key_select'), run: () => select(now.current.at, false) },
    { key: 'J', label: t('people_key_extend'), run: () => extend(1) },
    { key: 'Shift+ArrowDown', label: t('people_key_extend'), run: () => extend(1) },
    { key: 'K', label: t('people_key_extend_up'), run: () => extend(-1) },
    { key: 'Shift+ArrowUp', label: t('people_key_extend_up'), run: () => extend(-1) },
    { key: 'Ctrl+a', label: t('people_key_all'), run: () => selectAll(idsShown()) },
    { key: 'Escape', label: t('people_unselect'), run: clearSelection },
    { key: 'b', label: t('bulk_title'), run: () => document.querySelector<HTMLElement>('[data-testid=bulk-open]')?.click() },
    { key: 'E', label: t('enrol_key'), run: () => document.querySelector<HTMLElement>('[data-testid=people-enrol]')?.click() },
    { key: 'e', label: t('people_key_export'), run: () => document.querySelector<HTMLElement>('[data-testid=export-people]')?.click() },
    { key: 'o', label: t('reports'), run: () => go('reports') },
    { key: 'c', label: t('people_columns'), run: () => setChoosing((now) => !now) },
    { key: 'm', label: t('people_key_map'), run: () => { mode.value = mode.value === 'map' ? 'list' : 'map'; } },
  ], []);

  const suspects = useSuspects(false);
  const picked = useMemo(() => {
    let found = 0;
    for (const id of chosen.value) if (people?.table.slotOf.has(id)) found++;
    return found;
  }, [chosen.value, people]);

  if (!people || !kept) return <Skeleton lines={9} />;
  const total = first?.total ?? people.table.slotOf.size;
  if (total === 0) {
    return (
      <Empty icon={UserRoundPlus} title={t('people_none_title')} text={t('people_none_text')}>
        <a class="button" href={to('import')}>{t('people_none_import')}</a>
      </Empty>
    );
  }
  const narrow = (next: PeopleFilter): void => {
    filter.value = next;
    setCursor({ index: 0, focus: 0 });
  };
  const exporting = picked > 0 ? picked : shown.length;
  const isMap = mode.value === 'map';
  return (
    <section class={`people${picked > 0 ? ' picking' : ''}`} aria-label={t('people')} style={wide ? { '--columns': columnWidths(kept.columns) } : undefined}>
      <header class="people-bar" ref={bar}>
        <div class="row count-line">
          <h1>{t('people')}</h1>
          <span class="grow one-line muted" role="status" data-testid="people-count">{countLine(isWaiting ? total : shown.length, total, picked)}</span>
          {picked === 0 && wanted.segment && shown.length > 0 && <button class="button quiet" data-testid="people-enrol" aria-label={t('enrol')} title={`${t('enrol_hint', count(exporting))} (⇧E)`} onClick={() => { enrolling.value = { ids: idsShown() }; }}><Icon of={Waypoints} /><span class="export-word">{t('enrol')}</span></button>}
          {suspects !== undefined && suspects.length > 0 && picked === 0 && <a class="button quiet" data-testid="people-duplicates" href={to('duplicates')} title={t('duplicates_hint', count(suspects.length))}><Icon of={CopyCheck} /><span class="number">{count(suspects.length)}</span></a>}
          {everybody && shown.length > 0 && picked < shown.length && (wide || picked > 0) && (
            <button class="button quiet" title={`${t('people_key_all')} (Ctrl+A)`} onClick={() => selectAll(idsShown())}>{t('people_select_all', count(shown.length))}</button>
          )}
          {!wide && picked === 0 && !isMap && <SortSelect sorting={sorting.value} isSearching={query !== null} onSort={(next) => { sorting.value = next; }} />}
          <a class="button quiet icon-only" data-testid="people-reports" aria-label={t('reports')} title={`${t('reports')} (o)`} href={to('reports')}><Icon of={ClipboardList} /></a>
          <button class="button quiet icon-only" data-testid="people-mode" aria-pressed={isMap} aria-label={t('people_key_map')} title={`${t('people_key_map')} (m)`} onClick={() => { mode.value = isMap ? 'list' : 'map'; }}><Icon of={isMap ? ListIcon : ChartScatter} /></button>
        </div>
        <PeopleBar people={people} isWhole={everybody !== undefined} lists={kept.lists} filter={wanted} onFilter={narrow} onDown={() => move(0)} exporting={everybody ? exporting : 0} onExport={() => askExport(picked > 0 ? { of: { ids: idsChosen(), name: t('export_picked') } } : shown.length < total ? { of: { ids: idsShown(), name: t('export_shown') } } : {})} />
        <SegmentBar people={people} isWhole={everybody !== undefined} segments={segments} names={kept.names} filter={wanted} onFilter={narrow} />
        {wide && shown.length > 0 && !isMap && <ColumnHeads columns={kept.columns} sorting={sorting.value} isSearching={query !== null} onSort={(next) => { sorting.value = next; }} isOpen={choosing} onOpen={setChoosing} />}
        {wide && choosing && !isMap && <ColumnChoice columns={kept.columns} onClose={() => setChoosing(false)} />}
      </header>
      {isWaiting ? <Skeleton lines={9} /> : shown.length === 0 ? (
        <Empty icon={SearchX} title={t('people_no_match_title')} text={t('people_no_match_text', count(total))}>
          {isFiltering(wanted) && <button class="button" onClick={() => narrow(NO_FILTER)}>{t('people_clear')}</button>}
        </Empty>
      ) : isMap && everybody ? <PeopleMap slots={shown} people={people} onPick={(tried) => { mode.value = 'list'; narrow({ ...wanted, tried }); }} /> : (
        <VirtualList
          items={shown} rowHeight={wide ? 56 : 76} label={t('people')} cursor={{ index: at, focus: cursor.focus }} inset={() => bar.current?.offsetHeight ?? 0}
          render={(slot, isCursor, index) => (ids[slot] === undefined ? <PersonToCome /> : <PersonLine people={people} query={query} slot={slot} columns={wide ? kept.columns : null} names={kept.names} isCursor={isCursor} selected={chosen.value.has(ids[slot]!)} onSelect={(isRange) => select(index, isRange)} onFocus={() => { if (index !== at) setCursor({ index, focus: 0 }); }} />)}
        />
      )}
      {picked > 0 && <SelectionBar count={picked} onDo={() => openBulk(people, idsChosen(), kept.lists)} onEnrol={() => { enrolling.value = { ids: idsChosen() }; }} />}
      <BulkMenu />
    </section>
  );
}

function countLine(shown: number, all: number, picked: number): string {
  if (picked > 0) return t('people_selected', count(picked));
  if (shown < all) return t('people_count_some', count(shown), count(all));
  return all === 1 ? t('people_count_one') : t('people_count', count(all));
}

function isInList(): boolean {
  return !!document.activeElement?.closest('.virtual');
}

/** Does this media query hold now? */
function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const onChange = (): void => setHolds(media.matches);
    onChange();
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  }, [query]);
  return holds;
}

/** Scrolls to where the list was left, and remembers where it is. */
function usePlace(ready: boolean): void {
  useLayoutEffect(() => {
    if (!ready) return undefined;
    const scroller = scrollerOf(document.querySelector('.virtual'));
    const { scroll } = place;
    let settled = false;
    const keep = (): void => { if (settled || scroller.scrollTop > 0) place = { ...place, scroll: scroller.scrollTop }; };
    const back = (): void => { if (scroll > 0 && scroller.scrollTop === 0) scroller.scrollTop = scroll; };
    back();
    addEventListener('scroll', keep, { capture: true, passive: true });
    // the shell goes to the top of each new view, after it is drawn
    const timer = setTimeout(() => {
      back();
      settled = true;
    }, 100);
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', keep, { capture: true });
    };
  }, [ready]);
}

function scrollerOf(element: Element | null): Element {
  for (let one = element?.parentElement; one; one = one.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(one).overflowY) && one !== document.body) return one;
  }
  return document.scrollingElement ?? document.documentElement;
}
