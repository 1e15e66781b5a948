import { ChartScatter, ClipboardList, List as ListIcon, SearchX, UserRoundPlus, Waypoints, X } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { orderPeople } from '../../domain/people/order.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { VirtualList, type Cursor } from '../part/virtual-list.tsx';
import { book, useLive } from '../state/book.ts';
import { enrolling } from '../state/cadence.ts';
import { askExport } from '../state/export.ts';
import { bindKeys } from '../state/key.ts';
import { usePeople } from '../state/people.ts';
import { chosen, filter, isFiltering, mode, narrowed, NO_FILTER, sorting, type PeopleFilter } from '../state/people-filter.ts';
import { go, to } from '../state/route.ts';
import '../style/people.css';
import { count, PeopleBar, SortHeads, SortSelect } from './people-bar.tsx';
import { PeopleMap } from './people-map.tsx';
import { PersonLine } from './person-line.tsx';
import { SegmentBar } from './segment-bar.tsx';

/** Where the rep was in the list: coming back from a person's page finds it as it was left. */
let place = { cursor: 0, scroll: 0 };

const WIDE = '(min-width: 760px)';

/** Everybody in the book: found by typing, narrowed, kept as segments, sorted, exported, and seen as a map. */
export function PeopleView(): VNode {
  const people = usePeople();
  const kept = useLive(async () => {
    const [lists, segments, icps, personas] = await Promise.all([book.lists.toArray(), book.segments.toArray(), book.icps.toArray(), book.personas.toArray()]);
    const named = (rows: readonly { id: string; name: string }[]): Map<string, string> => new Map(rows.map(({ id, name }) => [id, name]));
    return { lists, segments: segments.toSorted((a, b) => a.name.localeCompare(b.name, uiLocale())), names: { lists: named(lists), icps: named(icps), personas: named(personas) } };
  }, []);
  const wide = useMedia(WIDE);
  const collate = useMemo(() => new Intl.Collator(uiLocale(), { numeric: true }).compare, []);
  const { order, reversed } = sorting.value;
  const sorted = useMemo(() => (people ? orderPeople(people, order, reversed, collate) : new Uint32Array()), [people, order, reversed]);
  const wanted = filter.value;
  const segments = kept?.segments ?? [];
  const shown = useMemo(() => (people ? narrowed(sorted, people, wanted, segments) : sorted), [sorted, wanted, segments]);
  const [cursor, setCursor] = useState<Cursor>({ index: place.cursor, focus: 0 });
  const at = Math.max(0, Math.min(cursor.index, shown.length - 1));
  const bar = useRef<HTMLElement>(null);
  const ids = people?.table.ids ?? [];

  const now = useRef({ shown, at, ids });
  now.current = { shown, at, ids };
  useEffect(() => { place.cursor = at; }, [at]);
  usePlace(people !== undefined && kept !== undefined);

  const move = (next: number): void => {
    const last = now.current.shown.length - 1;
    if (last >= 0) setCursor(({ focus }) => ({ index: Math.max(0, Math.min(next, last)), focus: focus + 1 }));
  };
  const select = (id: string | undefined): void => {
    if (id === undefined) return;
    const next = new Set(chosen.value);
    if (!next.delete(id)) next.add(id);
    chosen.value = next;
  };
  useEffect(() => bindKeys([
    { key: '/', label: t('people_key_search'), run: () => document.querySelector<HTMLInputElement>('[data-testid=people-search]')?.select() },
    { key: 'j', label: t('people_key_next'), run: () => move(now.current.at + Number(isInList())) },
    { key: 'ArrowDown', label: t('people_key_next'), run: () => move(now.current.at + Number(isInList())) },
    { key: 'k', label: t('people_key_previous'), run: () => move(now.current.at - 1) },
    { key: 'ArrowUp', label: t('people_key_previous'), run: () => move(now.current.at - 1) },
    { key: 'Home', label: t('people_key_first'), run: () => move(0) },
    { key: 'End', label: t('people_key_last'), run: () => move(now.current.shown.length - 1) },
    { key: 'x', label: t('people_key_select'), run: () => select(now.current.ids[now.current.shown[now.current.at] ?? -1]) },
    { key: 'E', label: t('enrol_key'), run: () => document.querySelector<HTMLElement>('[data-testid=people-enrol]')?.click() },
    { key: 'e', label: t('people_key_export'), run: () => document.querySelector<HTMLElement>('[data-testid=export-people]')?.click() },
    { key: 'o', label: t('reports'), run: () => go('reports') },
    { key: 'm', label: t('people_key_map'), run: () => { mode.value = mode.value === 'map' ? 'list' : 'map'; } },
  ]), []);

  if (!people || !kept) return <Skeleton lines={9} />;
  const total = people.table.slotOf.size;
  if (total === 0) {
    return (
      <Empty icon={UserRoundPlus} title={t('people_none_title')} text={t('people_none_text')}>
        <a class="button" href={to('settings')}>{t('people_none_import')}</a>
      </Empty>
    );
  }
  const narrow = (next: PeopleFilter): void => {
    filter.value = next;
    setCursor({ index: 0, focus: 0 });
  };
  const idsOf = (slots: Uint32Array): string[] => Array.from(slots, (slot) => ids[slot]!);
  const picked = chosen.value.size === 0 ? [] : idsOf(sorted).filter((id) => chosen.value.has(id));
  const exporting = picked.length > 0 ? picked.length : shown.length;
  const isMap = mode.value === 'map';
  return (
    <section class={`people${picked.length > 0 ? ' picking' : ''}`} aria-label={t('people')}>
      <header class="people-bar" ref={bar}>
        <div class="row count-line">
          <h1>{t('people')}</h1>
          <span class="grow one-line muted" role="status" data-testid="people-count">{countLine(shown.length, total, picked.length)}</span>
          {(picked.length > 0 || (wanted.segment && shown.length > 0)) && <button class="button quiet" data-testid="people-enrol" aria-label={t('enrol')} title={`${t('enrol_hint', count(exporting))} (⇧E)`} onClick={() => { enrolling.value = { ids: picked.length > 0 ? picked : idsOf(shown) }; }}><Icon of={Waypoints} /><span class="export-word">{t('enrol')}</span></button>}
          {picked.length > 0 && <button class="button quiet" onClick={() => { chosen.value = new Set(); }}><Icon of={X} />{t('people_unselect')}</button>}
          {shown.length > 0 && picked.length < shown.length && (wide || picked.length > 0) && (
            <button class="button quiet" onClick={() => { chosen.value = new Set([...chosen.value, ...idsOf(shown)]); }}>{t('people_select_all', count(shown.length))}</button>
          )}
          {!wide && picked.length === 0 && !isMap && <SortSelect sorting={sorting.value} onSort={(next) => { sorting.value = next; }} />}
          <a class="button quiet icon-only" data-testid="people-reports" aria-label={t('reports')} title={`${t('reports')} (o)`} href={to('reports')}><Icon of={ClipboardList} /></a>
          <button class="button quiet icon-only" data-testid="people-mode" aria-pressed={isMap} aria-label={t('people_key_map')} title={`${t('people_key_map')} (m)`} onClick={() => { mode.value = isMap ? 'list' : 'map'; }}><Icon of={isMap ? ListIcon : ChartScatter} /></button>
        </div>
        <PeopleBar people={people} lists={kept.lists} filter={wanted} onFilter={narrow} onDown={() => move(0)} exporting={exporting} onExport={() => askExport(picked.length > 0 ? { of: { ids: picked, name: t('export_picked') } } : shown.length < total ? { of: { ids: idsOf(shown), name: t('export_shown') } } : {})} />
        <SegmentBar people={people} segments={segments} names={kept.names} filter={wanted} onFilter={narrow} />
        {wide && shown.length > 0 && !isMap && <SortHeads sorting={sorting.value} onSort={(next) => { sorting.value = next; }} />}
      </header>
      {shown.length === 0 ? (
        <Empty icon={SearchX} title={t('people_no_match_title')} text={t('people_no_match_text', count(total))}>
          {isFiltering(wanted) && <button class="button" onClick={() => narrow(NO_FILTER)}>{t('people_clear')}</button>}
        </Empty>
      ) : isMap ? <PeopleMap slots={shown} people={people} onPick={(tried) => { mode.value = 'list'; narrow({ ...wanted, tried }); }} /> : (
        <VirtualList
          items={shown} rowHeight={wide ? 56 : 76} label={t('people')} keyOf={(slot) => ids[slot]!} cursor={{ index: at, focus: cursor.focus }} inset={() => bar.current?.offsetHeight ?? 0}
          render={(slot, isCursor, index) => (
            <PersonLine people={people} slot={slot} wide={wide} isCursor={isCursor} selected={chosen.value.has(ids[slot]!)} onSelect={() => select(ids[slot])} onFocus={() => { if (index !== at) setCursor({ index, focus: 0 }); }} />
          )}
        />
      )}
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
