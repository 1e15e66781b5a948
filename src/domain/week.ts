import { type WallTime, weekday } from './wall-time.ts';

/** The rep's week: the day it begins on, and the days on which nobody works (Monday 1 .. Sunday 7; at most six). */
export interface Week {
  firstDay: number;
  weekend: readonly number[];
}

/** The week of most of the world (ISO 8601). */
export const MONDAY_WEEK: Week = { firstDay: 1, weekend: [6, 7] };

// Unicode CLDR's week data by region, for browsers that do not tell of it; where a region is not named its week begins on Monday
const SUNDAY = new Set('AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW'.split(' '));
const SATURDAY = new Set('AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'.split(' '));
const FRIDAY_SATURDAY = new Set('BH DZ EG IL IQ JO KW LY OM QA SA SD SY YE'.split(' '));
const OTHER_WEEKEND: Readonly<Record<string, readonly number[]>> = { AF: [4, 5], IR: [5], IN: [7], UG: [7] };

/** The usual week where a locale (BCP 47) is spoken; Monday to Sunday for one that says nothing. */
export function weekOf(locale: string): Week {
  try {
    const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => unknown; weekInfo?: unknown };
    return checkWeek(known.getWeekInfo?.() ?? known.weekInfo) ?? byRegion(known.maximize().region ?? '');
  } catch {
    return MONDAY_WEEK;
  }
}

/** The table alone: the week of a region ("US"). */
export function byRegion(region: string): Week {
  const weekend = OTHER_WEEKEND[region] ?? (FRIDAY_SATURDAY.has(region) ? [5, 6] : MONDAY_WEEK.weekend);
  return { firstDay: SUNDAY.has(region) ? 7 : SATURDAY.has(region) ? 6 : 1, weekend };
}

/** A week as it was said or stored; null when it is none. */
export function checkWeek(said: unknown): Week | null {
  const { firstDay, weekend } = (typeof said === 'object' && said !== null ? said : {}) as Partial<Week>;
  const isDay = (day: unknown): day is number => Number.isInteger(day) && (day as number) >= 1 && (day as number) <= 7;
  if (!isDay(firstDay) || !Array.isArray(weekend)) return null;
  const off = [1, 2, 3, 4, 5, 6, 7].filter((day) => weekend.includes(day));
  return off.length < 7 ? { firstDay, weekend: off } : null;
}

/** How many days of its week lie before a day of the week (Monday 1 .. Sunday 7): 0 for the first. */
export function intoWeek(day: number, { firstDay }: Week): number {
  return (day - firstDay + 7) % 7;
}

/** The days of a week in their order. */
export function daysOfWeek({ firstDay }: Week): number[] {
  return Array.from({ length: 7 }, (_, at) => ((firstDay - 1 + at) % 7) + 1);
}

/** The last working day of a week. */
export function lastWorkday(week: Week): number {
  return daysOfWeek(week).findLast((day) => !week.weekend.includes(day))!;
}

/** Days from a day to the next one on which a weekend begins; a weekend that has begun is over. 0 is never the answer. */
export function daysToWeekend(from: WallTime, { weekend }: Week): number {
  const today = weekday(from);
  // it begins after a working day: [5, 6] on Friday, [1, 7] on Sunday
  const first = weekend.find((day) => !weekend.includes(((day + 5) % 7) + 1)) ?? 6;
  const ahead = (first - today + 7) % 7;
  return ahead === 0 ? 7 : ahead;
}
