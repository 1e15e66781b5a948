import { PartyPopper } from 'lucide';
import type { VNode } from 'preact';
import { isBusinessDay } from '../../domain/business-day.ts';
import { PRIORITIES } from '../../domain/qualification.ts';
import { addDays, instantsOf, isoDay, wallAt } from '../../domain/wall-time.ts';
import { formatWhen } from '../../domain/when-shown.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import { nextDueAfter } from '../../storage/due.ts';
import { countAhead, readFinish } from '../../storage/morning.ts';
import { readLoad } from '../../storage/time-setting.ts';
import { DayLoad } from '../part/day-load.tsx';
import { Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { declined, MOST_SPREAD } from '../part/today-aids.tsx';
import { book, useLive } from '../state/book.ts';
import { now, zone } from '../state/clock.ts';
import { week } from '../state/plan.ts';
import { morning } from '../state/today.ts';
import { groupWord } from './today-list.tsx';

const AHEAD = 5;
/** The finish line: what was done this morning, what comes next, and what a day ahead that is too full would give to others. */
export function TodayFinish({ due }: { due: ReadonlySet<string> }): VNode {
  const time = now.value;
  const met = morning.value!.met;
  const state = useLive(async () => {
    const days = daysAhead(time);
    const [finish, next, counts, load] = await Promise.all([readFinish(book, met.filter((key) => !due.has(key))), nextDueAfter(book, time), countAhead(book, days), readLoad(book)]);
    return { finish, next, load, days: counts.map((count, at) => ({ at: days[at]!, count })) };
  }, [time, met, due.size]);
  if (!state) return <Skeleton />;
  const { finish, next, days, load } = state;
  const most = Math.max(...days.map(({ count }) => count));
  const meant = PRIORITIES.reduce((sum, one) => sum + load[one], 0);
  const heavy = days.find(({ at, count }) => count > meant && count <= MOST_SPREAD && !declined.value.has(isoOf(at)));
  return (
    <section class="card today-finish" aria-label={t('today_finish')} data-testid="today-finish">
      <Icon of={PartyPopper} />
      <h2>{t('today_finish')}</h2>
      <ul class="row wrap today-sums">
        <Sum count={finish.done} text={t('today_sum_done')} name="done" />
        <Sum count={finish.moved} text={t('today_sum_moved')} name="moved" />
        {finish.gone > 0 && <Sum count={finish.gone} text={t('today_sum_gone')} name="gone" />}
      </ul>
      {finish.byChannel.length > 1 && <p class="small muted">{finish.byChannel.map(({ channel, count }) => `${groupWord(channel)} ${count}`).join(' · ')}</p>}
      <p>{next ? t('today_next', formatWhen(next, time, zone(), uiLocale())) : t('today_nothing_ahead')}</p>
      {most > 0 && (
        <ol class="today-ahead" aria-label={t('today_ahead')}>
          {days.map(({ at, count }) => (
            <li key={at} class={heavy?.at === at ? 'heavy' : ''}><span class="number small">{count || ''}</span><span class="bar" aria-hidden="true" style={{ height: `${Math.round((44 * count) / most)}px` }} /><span class="small muted">{dayName(at)}</span></li>
          ))}
        </ol>
      )}
      {heavy && <div class="today-spread"><DayLoad key={heavy.at} load={load} day={heavy.at} onDecline={() => { declined.value = new Set([...declined.value, isoOf(heavy.at)]); }} /></div>}
      <p class="small muted">{t('today_finish_undo')}</p>
    </section>
  );
}

function Sum({ count, text, name }: { count: number; text: string; name: string }): VNode {
  return <li><strong class="number" data-testid={`today-sum-${name}`}>{count}</strong><span class="small muted">{text}</span></li>;
}

function isoOf(at: number): string {
  return isoDay(wallAt(at, zone()));
}

function dayName(at: number): string {
  return new Intl.DateTimeFormat(uiLocale(), { weekday: 'short', timeZone: zone() }).format(at);
}

/** The midnights of the next business days, from tomorrow on, and the end of the last one: a weekend counts to the Friday before. */
function daysAhead(time: number): number[] {
  const midnights: number[] = [];
  for (let day = { ...wallAt(time, zone()), hour: 0, minute: 0 }; midnights.length <= AHEAD;) {
    day = addDays(day, 1);
    if (isBusinessDay(day, week())) midnights.push(instantsOf(day, zone())[0]);
  }
  return midnights;
}
