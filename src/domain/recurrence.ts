import type { Recurrence } from './activity.ts';
import { addDays, addMonths, daysIn, flatten, instantsOf, wallAt, type WallTime, weekday } from './wall-time.ts';

/** More than any calendar of a rep; what a file says beyond it is no recurrence. */
const MOST = 1_000;
const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * The first time (epoch ms) after `after` at which something repeated comes again, by the calendar and at the time of day of an IANA zone;
 * null when it does not. Counted from `repeat.from`, else from `typed.dueAt`: nothing drifts, however late each was done. A month without the
 * day has its last day instead, 29 February is the 28th in most years, a week begins on Monday, a working day is Monday to Friday. A time
 * that clocks jump over is later by the jump, one that comes twice is its first.
 */
export function nextOccurrence(repeat: Recurrence, after: number, zone: string, typed: { dueAt: number }): number | null {
  const { every, unit, until } = repeat;
  if (!Number.isInteger(every) || every < 1 || every > MOST) return null;
  const anchor = repeat.from ?? typed.dueAt;
  const first = wallAt(anchor, zone);
  const passed = wallAt(Math.max(after, anchor), zone);
  const dayOf = { day: byDay, workday: byWorkday, week: byWeek, month: byMonth, year: byYear }[unit];
  // one step back from where the count stands lies before `after`, whatever the clocks did between
  for (let step = Math.max(0, dayOf.steps(first, passed, repeat) - 1), tries = 0; tries < 40; step += 1, tries += 1) {
    const day = dayOf.at(first, step, repeat);
    if (day === null) continue;
    const instant = instantsOf({ ...day, hour: first.hour, minute: first.minute }, zone)[0] + (((anchor % MINUTE) + MINUTE) % MINUTE);
    // the anchor may be the second of a time that comes twice
    if (flatten(day) === flatten(first) ? anchor <= after : instant <= after || instant < anchor) continue;
    const found = flatten(day) === flatten(first) ? anchor : instant;
    return until !== undefined && found > until ? null : found;
  }
  return null;
}

/** A way to count days: how many steps lie between two of them, rounded down, and the day at a step; null where the step has none. */
interface Count {
  steps(first: WallTime, here: WallTime, repeat: Recurrence): number;
  at(first: WallTime, step: number, repeat: Recurrence): WallTime | null;
}

const dayNumber = ({ year, month, day }: WallTime): number => Math.round(Date.UTC(year, month - 1, day) / DAY);

const byDay: Count = {
  steps: (first, here, { every }) => Math.floor((dayNumber(here) - dayNumber(first)) / every),
  at: (first, step, { every }) => addDays(first, step * every),
};

/** Working days since a Monday long ago; a day of the weekend counts as the Monday after it. */
function workdayNumber(wall: WallTime): number {
  const days = dayNumber(wall) + 3; // the first of January 1970 was a Thursday
  return Math.floor(days / 7) * 5 + Math.min(5, ((days % 7) + 7) % 7);
}

const byWorkday: Count = {
  steps: (first, here, { every }) => Math.floor((workdayNumber(here) - workdayNumber(first)) / every),
  at: (first, step, { every }) => {
    const number = workdayNumber(first) + step * every;
    return addDays(first, Math.floor(number / 5) * 7 + (((number % 5) + 5) % 5) - 3 - dayNumber(first));
  },
};

const byWeek: Count = {
  steps: (first, here, repeat) => Math.floor((dayNumber(monday(here)) - dayNumber(monday(first))) / (7 * repeat.every)) * weekdaysOf(first, repeat).length,
  at: (first, step, repeat) => {
    const weekdays = weekdaysOf(first, repeat);
    const day = addDays(monday(first), Math.floor(step / weekdays.length) * 7 * repeat.every + weekdays[step % weekdays.length]! - 1);
    return dayNumber(day) < dayNumber(first) ? null : day;
  },
};

function monday(wall: WallTime): WallTime {
  return addDays(wall, 1 - weekday(wall));
}

function weekdaysOf(first: WallTime, { weekdays = [] }: Recurrence): number[] {
  const known = [1, 2, 3, 4, 5, 6, 7].filter((day) => weekdays.includes(day));
  return known.length > 0 ? known : [weekday(first)];
}

const byMonth: Count = {
  steps: (first, here, { every }) => Math.floor(((here.year - first.year) * 12 + here.month - first.month) / every),
  at: (first, step, { every, monthDay }) => onMonthDay(addMonths({ ...first, day: 1 }, step * every), monthDay ?? first.day),
};

const byYear: Count = {
  steps: (first, here, { every }) => Math.floor((here.year - first.year) / every),
  at: (first, step, { every, monthDay }) => onMonthDay(addMonths({ ...first, day: 1 }, step * every * 12), monthDay ?? first.day),
};

function onMonthDay(month: WallTime, day: number): WallTime {
  return { ...month, day: Math.max(1, Math.min(Math.trunc(day) || 1, daysIn(month.year, month.month))) };
}
