import { CalendarPlus } from 'lucide';
import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { PRIORITIES } from '../../domain/qualification.ts';
import { isoDay, wallAt } from '../../domain/wall-time.ts';
import { t } from '../../platform/locale.ts';
import { countDue, followUpsDue } from '../../storage/due.ts';
import { readLoad } from '../../storage/time-setting.ts';
import { book, useLive } from '../state/book.ts';
import { saveCalendar } from '../state/calendar.ts';
import { now, zone } from '../state/clock.ts';
import '../style/time.css';
import { DayLoad, dayEnd } from './day-load.tsx';
import { Icon } from './icon.tsx';

/** More than this is no day to be spread but a book to be cleared up. */
export const MOST_SPREAD = 3_000;

/** The days for which the rep said no to a proposal. */
export const declined = signal<ReadonlySet<string>>(new Set());

/** What helps with Today as a whole: a proposal when the day is too full, and the week as a calendar file. */
export function TodayAids(): VNode {
  const time = now.value;
  const day = isoDay(wallAt(time, zone()));
  const state = useLive(async () => ({ count: await countDue(book, dayEnd(time, 0)), load: await readLoad(book) }), [day, time]);
  const meant = state ? PRIORITIES.reduce((sum, one) => sum + state.load[one], 0) : Infinity;
  const week = async (): Promise<void> => saveCalendar((await followUpsDue(book, dayEnd(Date.now(), 6))).slice(0, MOST_SPREAD));
  return (
    <div class="stack tight">
      {state && state.count <= MOST_SPREAD && state.count > meant && !declined.value.has(day) && <DayLoad load={state.load} onDecline={() => { declined.value = new Set([...declined.value, day]); }} />}
      <button class="button quiet week-calendar" data-testid="week-calendar" onClick={() => void week()}><Icon of={CalendarPlus} />{t('calendar_week')}</button>
    </div>
  );
}
