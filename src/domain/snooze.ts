import { addDays, addMonths, instantsOf, wallAt, type WallTime, weekday } from './wall-time.ts';
import { businessDayFrom } from './business-day.ts';
import { intoWeek, MONDAY_WEEK, type Week } from './week.ts';

/** One offer to put something off: `id` names its text in the UI, `dueAt` is epoch ms. */
export interface Snooze { id: 'hour' | 'evening' | 'tomorrow' | 'days' | 'week' | 'month'; dueAt: number }

/**
 * What a follow-up can be put off to at `now` (epoch ms) in an IANA zone, soonest first: an hour, this evening (18:00, while more than an hour
 * away), tomorrow, three days, the first working day of next week and a month from now, the last four in the morning. Never two at the same time.
 */
export function snoozes(now: number, zone: string, week: Week = MONDAY_WEEK, morning: { hour: number; minute: number } = { hour: 9, minute: 0 }): Snooze[] {
  const here = wallAt(now, zone);
  const at = (day: WallTime, { hour, minute }: { hour: number; minute: number }): number => instantsOf({ ...day, hour, minute }, zone)[0];
  const hour = now + 3_600_000;
  const evening = at(here, { hour: 18, minute: 0 });
  const all: Snooze[] = [
    { id: 'hour', dueAt: hour },
    { id: 'evening', dueAt: evening },
    { id: 'tomorrow', dueAt: at(addDays(here, 1), morning) },
    { id: 'week', dueAt: at(businessDayFrom(addDays(here, 7 - intoWeek(weekday(here), week)), week), morning) },
    { id: 'days', dueAt: at(addDays(here, 3), morning) },
    { id: 'month', dueAt: at(addMonths(here, 1), morning) },
  ];
  return all.filter(({ id, dueAt }, index) => (id !== 'evening' || dueAt > hour) && all.findIndex((each) => each.dueAt === dueAt) === index).sort((a, b) => a.dueAt - b.dueAt);
}
