import { businessDayFrom, isBusinessDay } from '../business-day.ts';
import { daysToWeekend, intoWeek, lastWorkday, type Week } from '../week.ts';
import { addDays, addMonths, flatten, instantsOf, isDay, isoDay, isoTime, wallAt, type WallTime, weekday } from '../wall-time.ts';
import type { SaidDay, SaidTime, Span, TimeOfDay } from './grammar.ts';
import type { NamedDay, NamedTime, Unit, WhenLanguage } from './language.ts';

/** When something is due: `dueAt` in epoch ms, the local day as ISO date, and the local time "14:30" where one was said. */
export interface When { dueAt: number; day: string; time?: string }

/** Why words gave no due time: nothing said, not understood, over already, more than ten years ahead, or a zone nobody knows. */
export type WhenError = 'empty' | 'not-understood' | 'past' | 'too-far' | 'zone';

/** Where and when something is said: `here` is what the wall shows at `now` in `zone`, `week` is the rep's. */
export interface Moment { now: number; zone: string; here: WallTime; morning: TimeOfDay; language: WhenLanguage; week: Week }

type Answer = When | { error: WhenError };

const MAX_YEARS = 10;
const YEAR = 366 * 86_400_000;
/** The hours a part of the day can mean: the first, or on the day itself the first that is still ahead. */
const HOURS: Record<Exclude<NamedTime, 'morning'>, number[]> = { noon: [12], afternoon: [14, 16, 17], evening: [18, 20, 21], night: [20, 22, 23], 'end-of-day': [17] };
const MINUTES: Record<Unit, number> = { minute: 1, hour: 60, day: 1_440, workday: 1_440, week: 10_080, month: 40_320, year: 525_600 };
const isClockUnit = (unit: Unit): boolean => unit === 'minute' || unit === 'hour';
const at = (hour: number, minute = 0): TimeOfDay => ({ hour, minute, half: false });

/** The times of day that can be meant: "at 5" is the afternoon where days have two halves, "today" is as much of it as is left. */
function clocks(time: SaidTime | null, { morning, language }: Moment): [TimeOfDay, ...TimeOfDay[]] {
  if (time === null) return [morning, at(17), at(20), at(23, 59)];
  if (time === 'morning') return [morning];
  if (typeof time === 'string') return HOURS[time].map((hour) => at(hour)) as [TimeOfDay];
  return [time.half && language.halfDays && time.hour >= 1 && time.hour <= 6 ? at(time.hour + 12, time.minute) : time];
}

/** A clock time within a part of the day: 3 in the afternoon is 15. */
export function inPart({ hour, minute }: TimeOfDay, part: NamedTime): TimeOfDay {
  return at(hour < 12 && (part === 'afternoon' || part === 'evening' || part === 'night') ? hour + 12 : hour, minute);
}

/** That very instant (epoch ms). */
export function atInstant(instant: number, { now, zone }: Moment): Answer {
  if (!(instant > now)) return { error: 'past' };
  if (instant > now + MAX_YEARS * YEAR) return { error: 'too-far' };
  const wall = wallAt(instant, zone);
  return { dueAt: instant, day: isoDay(wall), time: isoTime(wall) };
}

function onWall(day: WallTime, time: SaidTime | null, moment: Moment): Answer {
  const { now, zone, here } = moment;
  if (day.year > here.year + MAX_YEARS) return { error: 'too-far' };
  const times = clocks(time, moment);
  for (const { hour, minute } of isoDay(day) === isoDay(here) ? times : times.slice(0, 1)) {
    const dueAt = instantsOf({ ...day, hour, minute }, zone).find((instant) => instant > now);
    if (dueAt === undefined) continue;
    const wall = wallAt(dueAt, zone);
    return { dueAt, day: isoDay(wall), ...(time === null ? {} : { time: isoTime(wall) }) };
  }
  return { error: 'past' };
}

/** A time without a day: today while it is ahead, else tomorrow. */
export function nextTime(time: SaidTime, moment: Moment): Answer {
  const today = onWall(moment.here, time, moment);
  return 'error' in today ? onWall(addDays(moment.here, 1), time, moment) : today;
}

/** So much later. Days and more go by the calendar and end in the morning; hours and minutes are counted as they pass, also when clocks change. */
export function afterSpans(spans: Span[], moment: Moment, time: SaidTime | null = null): Answer {
  const { now, zone, here } = moment;
  if (spans.reduce((sum, { amount, unit }) => sum + amount * MINUTES[unit], 0) > MAX_YEARS * 527_040) return { error: 'too-far' };
  const day = spans.reduce((from, span) => addSpan(from, span, moment.week), here);
  const minutes = spans.reduce((sum, { amount, unit }) => sum + (isClockUnit(unit) ? amount * MINUTES[unit] : 0), 0);
  if (!spans.some(({ unit }) => isClockUnit(unit))) return onWall(day, time, moment);
  if (time !== null) return { error: 'not-understood' };
  const from = flatten(day) === flatten(here) ? now : instantsOf(day, zone)[0];
  return atInstant(from + minutes * 60_000, moment);
}

function addSpan(from: WallTime, { amount, unit }: Span, week: Week): WallTime {
  if (unit === 'month' || unit === 'year') return addMonths(from, unit === 'year' ? amount * 12 : amount);
  if (unit === 'day' || unit === 'week') return addDays(from, unit === 'week' ? amount * 7 : amount);
  let day = from;
  for (let left = unit === 'workday' ? amount : 0; left > 0; ) {
    day = addDays(day, 1);
    if (isBusinessDay(day, week)) left -= 1;
  }
  return day;
}

/** On that day, at that time or in the morning. A day without a year is the next such. */
export function onDay(day: SaidDay, time: SaidTime | null, moment: Moment): Answer {
  const { here, week } = moment;
  if ('spans' in day) return afterSpans(day.spans, moment, time);
  if ('named' in day) return onNamed(day.named, time, moment);
  if ('weekday' in day) {
    const ahead = (day.weekday - weekday(here) + 7) % 7;
    if (day.which === 'next-week') return onWall(addDays(here, 7 - intoWeek(weekday(here), week) + intoWeek(day.weekday, week)), time, moment);
    return onWall(addDays(here, ahead === 0 && day.which !== 'this' ? 7 : ahead), time, moment);
  }
  const years = day.year !== null ? [day.year] : Array.from({ length: 9 }, (_, later) => here.year + later);
  let answer: Answer = { error: 'not-understood' };
  for (const year of years) {
    if (!isDay({ ...day, year })) continue;
    answer = onWall({ ...here, year, month: day.month, day: day.day }, time, moment);
    if (!('error' in answer) || answer.error !== 'past') return answer;
  }
  return answer;
}

function onNamed(day: NamedDay, time: SaidTime | null, moment: Moment): Answer {
  const { here, week } = moment;
  const into = intoWeek(weekday(here), week);
  const first = { ...here, day: 1 };
  const workday = (wall: WallTime): WallTime => businessDayFrom(wall, week);
  const on = (wall: WallTime): Answer => onWall(wall, time, moment);
  // the end of a week or month that is over already is that of the next
  const end = (wall: WallTime, next: WallTime): Answer => {
    const answer = onWall(wall, time ?? 'end-of-day', moment);
    return 'error' in answer ? onWall(next, time ?? 'end-of-day', moment) : answer;
  };
  switch (day) {
    case 'today': return on(here);
    case 'tomorrow': return on(addDays(here, 1));
    case 'after-tomorrow': return on(addDays(here, 2));
    case 'next-week': return on(workday(addDays(here, 7 - into)));
    case 'next-month': return on(workday(addMonths(first, 1)));
    case 'next-quarter': return on(workday(addMonths(first, 3 - ((here.month - 1) % 3))));
    case 'next-year': return on(workday(addMonths(first, 13 - here.month)));
    case 'weekend': return on(addDays(here, daysToWeekend(here, week)));
    case 'end-of-week': {
      const last = intoWeek(lastWorkday(week), week) - into;
      return end(addDays(here, last), addDays(here, last + 7));
    }
    case 'end-of-month': return end(addDays(addMonths(first, 1), -1), addDays(addMonths(first, 2), -1));
  }
}
