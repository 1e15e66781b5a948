import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Collate } from '../../domain/people/collate.ts';
import type { PeopleNow } from '../../domain/people/field.ts';
import { orderPeople, type PeopleOrder } from '../../domain/people/order.ts';
import { parseQuery, type Query } from '../../domain/people/search.ts';
import type { Segment } from '../../domain/segment.ts';
import { narrowed, type PeopleFilter } from './people-filter.ts';
import { foundOf, searchPeople, wordIndex } from './people-search.ts';
import { atOnce, inTurns } from './turn.ts';

/** People that are put in order at once; more of them a little at a time. */
const AT_ONCE = 2_000;
const NOBODY = new Uint32Array();

/** Who is shown, in which order, and what was typed; `shown` is undefined while that is not known yet. */
export interface Shown {
  /** Everybody, in order. */
  sorted: Uint32Array;
  shown: Uint32Array | undefined;
  query: Query | null;
}

/** Everybody in the order that was asked for, and those whom the filter leaves; the best matches first when no order was. */
export function useShown(people: PeopleNow | undefined, sorting: { order: PeopleOrder; reversed: boolean }, filter: PeopleFilter, segments: readonly Segment[], collate: Collate): Shown {
  const sorted = useOrdered(people, sorting, collate);
  const { text, stage, list, tag, segment, tried } = filter;
  const base = useMemo(() => (people ? narrowed(sorted, people, { stage, list, tag, segment, tried }, segments) : NOBODY), [people, sorted, stage, list, tag, segment, tried, segments]);
  const query = useMemo(() => parseQuery(text), [text]);
  const words = wordIndex.value;
  const found = useMemo(() => (people && query ? searchPeople(people.table, query) : undefined), [people, query, words]);
  const shown = useMemo(() => (query ? found && foundOf(base, found, sorting.order === 'newest' && !sorting.reversed) : base), [base, found, query, sorting]);
  return { sorted, shown, query };
}

function useOrdered(people: PeopleNow | undefined, { order, reversed }: { order: PeopleOrder; reversed: boolean }, collate: Collate): Uint32Array {
  const [last, setLast] = useState<{ slots: Uint32Array; people: PeopleNow; order: PeopleOrder; reversed: boolean }>();
  // as they lie, the newest are first: no work
  const isQuick = order === 'newest' || (people !== undefined && people.table.slotOf.size <= AT_ONCE);
  const quick = useMemo(() => (people && isQuick ? atOnce(orderPeople(people, order, reversed, collate)) : undefined), [people, isQuick, order, reversed]);
  useEffect(() => {
    if (!people || isQuick) return undefined;
    let isOver = false;
    void inTurns(orderPeople(people, order, reversed, collate), () => isOver).then((slots) => { if (slots && !isOver) setLast({ slots, people, order, reversed }); });
    return () => { isOver = true; };
  }, [people, isQuick, order, reversed]);
  // until they are in the new order they are shown in the last, without those who are gone
  const stale = useMemo(() => {
    if (!people || quick) return NOBODY;
    if (last?.people === people) return last.slots;
    const { ids } = people.table;
    return last?.people.table === people.table ? last.slots.filter((slot) => ids[slot] !== '') : atOnce(orderPeople(people, 'newest', false, collate));
  }, [people, quick, last]);
  return quick ?? stale;
}
