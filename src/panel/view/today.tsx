import { CircleCheckBig } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { batch } from '@preact/signals';
import type { PeopleNow } from '../../domain/people/field.ts';
import { progressOf } from '../../domain/morning.ts';
import { QUEUE_ORDERS, type QueueEntry } from '../../domain/queue.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { nextDueAfter } from '../../storage/due.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { ReviewLine } from '../part/review-line.tsx';
import { Segmented } from '../part/segmented.tsx';
import { RejectionForm } from '../part/rejection-form.tsx';
import { TodayAids } from '../part/today-aids.tsx';
import { book, useLive } from '../state/book.ts';
import { now, zone } from '../state/clock.ts';
import { nameOf } from '../state/decide.ts';
import { useKeys } from '../state/key.ts';
import { usePeople } from '../state/people.ts';
import { currentKey, leaving, morning, queueOrder, setOrder, useQueue, wantedKey, type Queue } from '../state/today.ts';
import { undoLast } from '../state/today-act.ts';
import { contacting } from '../state/touch.ts';
import { count } from './people-bar.tsx';
import '../style/flow.css';
import '../style/people.css';
import '../style/qualification.css';
import '../style/today.css';
import { TodayFinish } from './today-finish.tsx';
import { TodayFocus } from './today-focus.tsx';
import { TodayList } from './today-list.tsx';

/** The rep's morning: one person at a time with all that is needed, the queue beside it, and at the end what was done and what comes next. */
export function TodayView(): VNode {
  const [people, setPeople] = useState<PeopleNow>();
  const queue = useQueue(people);
  useKeys(() => [{ key: 'u', label: t('key_undo'), run: () => void undoLast() }], []);
  if (!queue || !morning.value) return <Skeleton />;
  const due = new Set([...queue.due].filter((key) => !leaving.value.has(key)));
  const { done, total } = progressOf(morning.value, due);
  return (
    <div class="today">
      <header class="view-head today-head">
        <h1>{t('today')}</h1>
        {total > 0 && <Progress done={done} total={total} />}
        {queue.order.length > 1 && <Segmented label={t('today_order')} value={queueOrder.value} options={QUEUE_ORDERS.map((one) => [one, t(`today_by_${one}` as MessageName)] as const)} onChange={setOrder} />}
      </header>
      <Refused />
      {queue.order.length > 0 ? <Working queue={queue} /> : total > 0 ? <TodayFinish due={due} /> : <Nothing />}
      {queue.order.length > 0 && <TodayAids />}
      <ReviewLine />
      <Exact onPeople={setPeople} />
    </div>
  );
}

/** Whoever said no this moment: why, and what comes next. */
function Refused(): VNode | null {
  const asked = contacting.value;
  const id = asked?.what === 'rejection' ? asked.id : undefined;
  const prospect = useLive(async () => (id === undefined ? undefined : await book.prospects.get(id)), [id]);
  useEffect(() => () => { contacting.value = null; }, []);
  return prospect && prospect.id === id ? <div class="today-refused"><h2 dir="auto">{nameOf(prospect)}</h2><RejectionForm key={id} prospect={prospect} /></div> : null;
}

function Progress({ done, total }: { done: number; total: number }): VNode {
  return (
    <div class="today-progress" role="progressbar" aria-label={t('today_progress')} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done} aria-valuetext={t('today_done_of', count(done), count(total))}>
      <span class="track" aria-hidden="true"><span style={{ width: `${(100 * done) / total}%` }} /></span>
      <span class="small muted number" data-testid="today-progress">{t('today_done_of', count(done), count(total))}</span>
    </div>
  );
}

/** The one before the rep stays there by its key, whatever else comes, goes or changes places. */
function Working({ queue }: { queue: Queue }): VNode {
  const { order } = queue;
  const at = useStanding(order);
  const current = order[at]!;
  const move = (by: number): void => {
    const next = order[Math.max(0, Math.min(order.length - 1, at + by))]!;
    wantedKey.value = '';
    currentKey.value = next.key;
  };
  // as soon as it is drawn: a key pressed right after must not mean who stood there before
  useKeys(() => [
    { key: 'n', label: t('key_next'), run: () => move(1) },
    { key: 'j', label: t('key_next'), run: () => move(1) },
    { key: 'ArrowDown', label: t('key_next'), run: () => move(1) },
    { key: 'k', label: t('key_previous'), run: () => move(-1) },
    { key: 'ArrowUp', label: t('key_previous'), run: () => move(-1) },
    { key: 'v', label: t('key_today_order'), run: () => batch(() => setOrder(queueOrder.value === 'channel' ? 'priority' : 'channel')) },
  ], [order, at]);
  return (
    <div class="today-work">
      <TodayFocus key={current.key} entry={current} queue={queue} />
      <TodayList queue={queue} at={at} />
    </div>
  );
}

/** Where the rep stands: by the key, else at the place where it was. */
function useStanding(order: readonly QueueEntry[]): number {
  const [last, setLast] = useState(0);
  const wanted = order.findIndex((one) => one.key === wantedKey.value);
  const key = currentKey.value;
  const found = wanted >= 0 ? wanted : order.findIndex((one) => one.key === key);
  const at = found >= 0 ? found : key === '' ? 0 : Math.min(last, order.length - 1);
  useLayoutEffect(() => {
    setLast(at);
    if (wanted >= 0) wantedKey.value = '';
    currentKey.value = order[at]?.key ?? '';
  }, [order, at, wanted]);
  return at;
}

function Nothing(): VNode {
  const time = now.value;
  const next = useLive(async () => ({ at: await nextDueAfter(book, time) }), [time]);
  if (!next) return <Skeleton />;
  return <Empty icon={CircleCheckBig} title={t('today_clear_title')} text={next.at ? t('today_next', formatWhen(next.at, time, zone(), uiLocale())) : t('today_clear_text')} />;
}

/** Follows the exact priorities once the first person can be seen and worked with. */
function Exact({ onPeople }: { onPeople: (people: PeopleNow) => void }): VNode | null {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const wait = setTimeout(() => setReady(true), 400);
    return () => clearTimeout(wait);
  }, []);
  return ready ? <Following onPeople={onPeople} /> : null;
}

function Following({ onPeople }: { onPeople: (people: PeopleNow) => void }): null {
  const people = usePeople();
  useEffect(() => { if (people) onPeople(people); }, [people]);
  return null;
}
