import type { Recurrence } from './activity.ts';
import { nextOccurrence } from './recurrence.ts';
import { addDays, addMonths, daysIn, instantsOf, isZone, isoDay, wallAt } from './wall-time.ts';
import { english } from './when/en.ts';
import { grammarOf } from './when/grammar.ts';
import { parseRecurrence, type SaidRepeat } from './when/repeat.ts';
import { parseWhen, type When, type WhenError, type WhenOptions } from './when.ts';
import { plain } from './word.ts';

const TEN_YEARS = 10 * 366 * 86_400_000;

/** When something is due (epoch ms), and how it comes again when words say so. */
export type Planned = When & { repeat?: Recurrence };

/**
 * Reads a due time that may come again, said at `now` (epoch ms) in an IANA zone: what `parseWhen` reads, and "every 2 weeks on tue 9am".
 * Without a day named the first is one step from today; with one, the first such day whose time is still ahead.
 */
export function parsePlanned(words: string, now: number, zone: string, options: WhenOptions = {}): Planned | { error: WhenError } {
  const said = (options.language && parseRecurrence(words, options.language)) ?? parseRecurrence(words, english);
  if (!said || !isZone(zone)) return parseWhen(words, now, zone, options);
  const start = startOf(said, now, zone, options);
  if ('error' in start) return start;
  const until = said.until ? parseWhen(said.until, now, zone, options) : null;
  if (until && 'error' in until) return until;
  // the first of some weekdays is in this week or the next, however many weeks it pauses after that
  const dueAt = nextOccurrence({ ...said.repeat, every: said.repeat.weekdays ? 1 : said.repeat.every, from: start.dueAt }, start.dueAt - 1, zone, start);
  if (dueAt === null) return { error: 'not-understood' };
  if (dueAt > now + TEN_YEARS) return { error: 'too-far' };
  const { every, unit, weekdays, monthDay } = said.repeat;
  const byDay = unit === 'month' || unit === 'year' ? { monthDay: monthDay ?? wallAt(dueAt, zone).day } : {};
  const last = until ? lastMoment(until.dueAt, zone) : undefined;
  if (last !== undefined && dueAt > last) return { error: 'past' };
  return { dueAt, day: isoDay(wallAt(dueAt, zone)), ...(start.time ? { time: start.time } : {}), repeat: { every, unit, ...(weekdays ? { weekdays } : {}), ...byDay, from: dueAt, ...(last === undefined ? {} : { until: last }) } };
}

/** From when on it is looked for: the first day that was named, else one step from today, at the time that was said or in the morning. */
function startOf({ repeat, rest }: SaidRepeat, now: number, zone: string, options: WhenOptions): When | { error: WhenError } {
  const morning = /^([01]?\d|2[0-3]):[0-5]\d$/.test(options.morning ?? '') ? options.morning! : '09:00';
  const first = parseWhen(rest || morning, now, zone, options);
  if ('error' in first) return first;
  if (repeat.weekdays || (rest && namesDay(rest, options))) return first;
  const wall = wallAt(first.dueAt, zone);
  if (repeat.monthDay) return onFirstMonthDay(first, repeat.monthDay, zone);
  const today = instantsOf({ ...wallAt(now, zone), hour: wall.hour, minute: wall.minute }, zone)[0];
  const step = nextOccurrence(repeat, Math.max(today, now), zone, { dueAt: today });
  return step === null ? { error: 'not-understood' } : { ...first, dueAt: step };
}

/** The month that is counted from is the first one whose day is ahead. */
function onFirstMonthDay(first: When, monthDay: number, zone: string): When {
  const wall = wallAt(first.dueAt, zone);
  const month = { ...wall, day: 1 };
  const days = [month, addMonths(month, 1)].map((one) => addDays(one, Math.min(monthDay, daysIn(one.year, one.month)) - 1));
  const dueAt = days.map((day) => instantsOf(day, zone)[0]).find((instant) => instant >= first.dueAt);
  return dueAt === undefined ? first : { ...first, dueAt };
}

function namesDay(rest: string, { language = english }: WhenOptions): boolean {
  return ![language, english].some((one) => grammarOf(one).splits(plain(rest)).some(({ time, rest: left }) => time !== null && grammarOf(one).isFiller(left)));
}

function lastMoment(dueAt: number, zone: string): number {
  return instantsOf({ ...wallAt(dueAt, zone), hour: 23, minute: 59 }, zone)[0];
}
