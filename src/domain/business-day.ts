import { addDays, instantsOf, isoDay, wallAt, type WallTime, weekday } from './wall-time.ts';

/** Days on which nobody works: weekdays (Monday 1 .. Sunday 7; absent = Saturday and Sunday) and single days ("2026-12-25"). */
export interface DaysOff {
  weekend?: readonly number[];
  holidays?: readonly string[];
}

const SATURDAY_SUNDAY = [6, 7];
/** Holidays without an end, or a week of seven days off: a search for a working day stops here. */
const LONGEST_BREAK = 400;

/** Is it a working day where the wall shows this? A week without any working day counts as one of working days alone. */
export function isBusinessDay(day: WallTime, { weekend = SATURDAY_SUNDAY, holidays = [] }: DaysOff = {}): boolean {
  const works = [1, 2, 3, 4, 5, 6, 7].some((one) => !weekend.includes(one));
  return !(works && weekend.includes(weekday(day))) && !holidays.includes(isoDay(day));
}

/** The first working day on or after a day (`step` 1) or on or before it (-1). */
export function businessDayFrom(day: WallTime, off: DaysOff = {}, step: 1 | -1 = 1): WallTime {
  let found = day;
  for (let tries = 0; tries < LONGEST_BREAK && !isBusinessDay(found, off); tries += 1) found = addDays(found, step);
  return found;
}

/**
 * The instant (epoch ms) so many working days after `from`, at the same time of day in an IANA zone; negative counts back. 0 days from a day
 * off is the next working day. A time that clocks jump over moves later by the jump, one that comes twice is the first.
 */
export function addBusinessDays(from: number, days: number, zone: string, off: DaysOff = {}): number {
  const here = wallAt(from, zone);
  const step = days < 0 ? -1 : 1;
  let day = businessDayFrom(here, off, step);
  // from a weekend the first working day is day one: "in 1 business day" said on Saturday is Monday
  let left = Math.abs(Math.trunc(days)) - (isoDay(day) === isoDay(here) ? 0 : 1);
  for (; left > 0; left -= 1) day = businessDayFrom(addDays(day, step), off, step);
  if (isoDay(day) === isoDay(here)) return from;
  return instantsOf(day, zone)[0] + (from - Math.floor(from / 60_000) * 60_000);
}
