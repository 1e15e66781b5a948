/** What a clock and a calendar on the wall show in some zone; month 1..12. */
export interface WallTime { year: number; month: number; day: number; hour: number; minute: number }

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Is this a time zone that the machine knows: an IANA name like "Europe/Berlin"? */
export function isZone(zone: string): boolean {
  try {
    return zone !== '' && !!formatOf(zone);
  } catch {
    return false;
  }
}

/** What the wall shows at `instant` (epoch ms) in an IANA zone. Throws RangeError when the zone is unknown. */
export function wallAt(instant: number, zone: string): WallTime {
  const wall: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) wall[type] = Number(value);
  return { year: wall['year']!, month: wall['month']!, day: wall['day']!, hour: wall['hour']!, minute: wall['minute']! };
}

/**
 * The instants (epoch ms) at which the wall of an IANA zone shows this time, first one first: two when clocks go back over it.
 * When clocks jump over it there is none, and the one instant given is as much later as the jump is long.
 */
export function instantsOf(wall: WallTime, zone: string): [number, ...number[]] {
  const flat = flatten(wall);
  // no zone changes its offset twice within a day on each side
  const before = offsetAt(flat - DAY, zone);
  const after = offsetAt(flat + DAY, zone);
  const found = [...new Set([flat - before, flat - after])].filter((instant) => flatten(wallAt(instant, zone)) === flat).sort((a, b) => a - b);
  return found.length > 0 ? (found as [number, ...number[]]) : [flat - before];
}

function offsetAt(instant: number, zone: string): number {
  const minute = Math.floor(instant / 60_000) * 60_000;
  return flatten(wallAt(minute, zone)) - minute;
}

/** The wall time as if it were UTC, in epoch ms: for differences and order only. */
export function flatten({ year, month, day, hour, minute }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** The same time of day `days` later, by the calendar. */
export function addDays(wall: WallTime, days: number): WallTime {
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days));
  return { ...wall, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The same day of a later month, or its last day when it has no such day: a month after 31 January is 28 or 29 February. */
export function addMonths(wall: WallTime, months: number): WallTime {
  const first = new Date(Date.UTC(wall.year, wall.month - 1 + months, 1));
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
  return { ...wall, year, month, day: Math.min(wall.day, daysIn(year, month)) };
}

/** How many days a month (1..12) has. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Is there such a day in the calendar? */
export function isDay({ year, month, day }: Pick<WallTime, 'year' | 'month' | 'day'>): boolean {
  return Number.isInteger(day) && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Day of the week, Monday 1 .. Sunday 7. */
export function weekday({ year, month, day }: WallTime): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** "2026-12-03" */
export function isoDay({ year, month, day }: WallTime): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** "09:05" */
export function isoTime({ hour, minute }: WallTime): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
