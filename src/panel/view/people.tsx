import { SearchX, UserRoundPlus, X } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { signal } from '@preact/signals';
import { compileFilter, isFiltering, NO_FILTER, sortPeople, type PeopleFilter } from '../../domain/people-filter.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { VirtualList, type Cursor } from '../part/virtual-list.tsx';
import { book, useLive } from '../state/book.ts';
import { exportCsv } from '../state/export.ts';
import { bindKeys } from '../state/key.ts';
import { textOf, usePeople } from '../state/people.ts';
import { to } from '../state/route.ts';
import '../style/people.css';
import { count, PeopleBar, SortHeads, SortSelect, type Sorting } from './people-bar.tsx';
import { PersonLine } from './person-line.tsx';

/** What the rep was looking at: coming back from a person's page finds it as it was left. */
const filter = signal<PeopleFilter>(NO_FILTER);
const sorting = signal<Sorting>({ order: 'newest', reversed: false });
const chosen = signal<ReadonlySet<string>>(new Set());
let place = { cursor: 0, scroll: 0 };

const WIDE = '(min-width: 760px)';

/** Everybody in the book: found by typing, narrowed, sorted, exported. */
export function PeopleView(): VNode {
  const rows = usePeople();
  const lists = useLive(() => book.lists.toArray(), []);
  const wide = useMedia(WIDE);
  const collate = useMemo(() => new Intl.Collator(uiLocale(), { numeric: true }).compare, []);
  const { order, reversed } = sorting.value;
  const sorted = useMemo(() => (rows ? sortPeople(rows, order, reversed, collate) : []), [rows, order, reversed]);
  const wanted = filter.value;
  const shown = useMemo(() => (isFiltering(wanted) ? sorted.filter(compileFilter(wanted, textOf)) : sorted), [sorted, wanted]);
  const [cursor, setCursor] = useState<Cursor>({ index: place.cursor, focus: 0 });
  const at = Math.max(0, Math.min(cursor.index, shown.length - 1));
  const bar = useRef<HTMLElement>(null);

  const now = useRef({ shown, at });
  now.current = { shown, at };
  useEffect(() => { place.cursor = at; }, [at]);
  usePlace(rows !== undefined && lists !== undefined);

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
    { key: 'x', label: t('people_key_select'), run: () => select(now.current.shown[now.current.at]?.id) },
  ]), []);

  if (!rows || !lists) return <Skeleton lines={9} />;
  if (rows.length === 0) {
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
  const picked = chosen.value.size === 0 ? [] : sorted.filter(({ id }) => chosen.value.has(id));
  const exported = picked.length > 0 ? picked : shown;
  return (
    <section class={`people${picked.length > 0 ? ' picking' : ''}`} aria-label={t('people')}>
      <header class="people-bar" ref={bar}>
        <div class="row count-line">
          <h1>{t('people')}</h1>
          <span class="grow one-line muted" role="status" data-testid="people-count">{countLine(shown.length, rows.length, picked.length)}</span>
          {picked.length > 0 && <button class="button quiet" onClick={() => { chosen.value = new Set(); }}><Icon of={X} />{t('people_unselect')}</button>}
          {shown.length > 0 && picked.length < shown.length && (wide || picked.length > 0) && (
            <button class="button quiet" onClick={() => { chosen.value = new Set([...chosen.value, ...shown.map(({ id }) => id)]); }}>{t('people_select_all', count(shown.length))}</button>
          )}
          {!wide && picked.length === 0 && <SortSelect sorting={sorting.value} onSort={(next) => { sorting.value = next; }} />}
        </div>
        <PeopleBar rows={rows} lists={lists} filter={wanted} onFilter={narrow} onDown={() => move(0)} exporting={exported.length} onExport={() => void exportCsv(exported.map(({ id }) => id))} />
        {wide && shown.length > 0 && <SortHeads sorting={sorting.value} onSort={(next) => { sorting.value = next; }} />}
      </header>
      {shown.length === 0 ? (
        <Empty icon={SearchX} title={t('people_no_match_title')} text={t('people_no_match_text', count(rows.length))}>
          <button class="button" onClick={() => narrow(NO_FILTER)}>{t('people_clear')}</button>
        </Empty>
      ) : (
        <VirtualList
          items={shown} rowHeight={wide ? 56 : 76} label={t('people')} keyOf={({ id }) => id} cursor={{ index: at, focus: cursor.focus }} inset={() => bar.current?.offsetHeight ?? 0}
          render={(row, isCursor, index) => (
            <PersonLine row={row} wide={wide} isCursor={isCursor} selected={chosen.value.has(row.id)} onSelect={() => select(row.id)} onFocus={() => { if (index !== at) setCursor({ index, focus: 0 }); }} />
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
