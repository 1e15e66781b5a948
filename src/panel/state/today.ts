import { signal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { levelReader } from '../../domain/people/priorities.ts';
import type { PeopleNow } from '../../domain/people/field.ts';
import type { PeopleTable } from '../../domain/people/table.ts';
import { meet, type Morning } from '../../domain/morning.ts';
import { arrange, queueKey, type QueueEntry, type QueueGroup, type QueueOrder } from '../../domain/queue.ts';
import { isoDay, wallAt } from '../../domain/wall-time.ts';
import { report } from '../../platform/report.ts';
import { readDeal } from '../../storage/deal.ts';
import { keepMorning, readMorning, readOrder, writeOrder } from '../../storage/morning.ts';
import { book } from './book.ts';
import { now, zone } from './clock.ts';
import { useDue } from './due.ts';

/** What is due now, in the order in which it is worked through. */
export interface Queue {
  groups: QueueGroup[];
  order: QueueEntry[];
  /** Names and titles without reading a prospect. */
  table: PeopleTable;
  /** Keys of all that is due, also of what is just being dealt with. */
  due: ReadonlySet<string>;
}

/** The day's progress; null until it was read. */
export const morning = signal<Morning | null>(null);
export const queueOrder = signal<QueueOrder>('channel');
/** Keys of what the rep has just dealt with: gone from the queue at once, before the book has answered. */
export const leaving = signal<ReadonlySet<string>>(new Set());
/** The entry before the rep; coming back from a person's page finds it again. */
export const currentKey = signal('');
/** An entry that was taken back: the rep goes there as soon as the book has it again. */
export const wantedKey = signal('');

/** When somebody's priority is not known, it moves them neither up nor down. */
const MIDDLE = 3;

/** The queue, kept current while shown; undefined until it was read. `people` are the exact priorities as soon as they are known; before, the marks on the columns do. */
export function useQueue(people: PeopleNow | undefined): Queue | undefined {
  const time = now.value;
  const due = useDue(time, people?.table);
  const [base, setBase] = useState<{ typical: number | undefined }>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    let over = false;
    Promise.all([readDeal(book), readMorning(book), readOrder(book)]).then(([{ typical }, kept, order]) => {
      if (over) return;
      morning.value = kept;
      queueOrder.value = order;
      setBase({ typical });
    }).catch(setError);
    return () => { over = true; };
  }, []);
  if (error) throw error;

  const entries = useMemo(() => {
    if (!due || !base) return undefined;
    const { table, lines } = due;
    const exact = people?.table === table ? people : undefined;
    const marked = levelReader(table, (slot) => (table.numbers.fitMark[slot]! < 0 ? undefined : table.numbers.fitMark[slot]), exact?.now ?? Date.now(), base.typical);
    return lines.map(({ id, prospectId, dueAt, channel }): QueueEntry => {
      const slot = table.slotOf.get(prospectId);
      const level = slot === undefined ? MIDDLE : (exact ? exact.priority[slot] : marked(slot)) || MIDDLE;
      return { key: queueKey({ id, dueAt }), followUpId: id, prospectId, dueAt, channel: channel || (slot === undefined ? '' : table.texts.channel.get(slot)), level };
    });
  }, [due, base, people]);

  useEffect(() => {
    if (!entries || !morning.value) return;
    const met = meet(morning.value, dayOf(Date.now()), entries.map(({ key }) => key));
    if (met !== morning.value) keep(met);
    const here = new Set(entries.map(({ key }) => key));
    if ([...leaving.value].some((key) => !here.has(key))) leaving.value = new Set([...leaving.value].filter((key) => here.has(key)));
  }, [entries]);

  const gone = leaving.value;
  const skipped = morning.value?.day === dayOf(time) ? morning.value.skipped : NONE;
  const by = queueOrder.value;
  return useMemo(() => {
    if (!entries || !due) return undefined;
    const groups = arrange(entries.filter(({ key }) => !gone.has(key)).map((entry) => (skipped[entry.key] === undefined ? entry : { ...entry, skippedAt: skipped[entry.key]! })), by);
    return { groups, order: groups.flatMap((group) => group.entries), table: due.table, due: new Set(entries.map(({ key }) => key)) };
  }, [entries, gone, skipped, by]);
}

const NONE: { [key: string]: number } = {};

/** The rep's local day at an instant, as ISO date. */
export function dayOf(at: number): string {
  return isoDay(wallAt(at, zone()));
}

/** Shows and stores another state of the morning. */
export function keep(next: Morning): void {
  morning.value = next;
  void keepMorning(book, next).catch(report);
}

export function setOrder(order: QueueOrder): void {
  queueOrder.value = order;
  void writeOrder(book, order).catch(report);
}
