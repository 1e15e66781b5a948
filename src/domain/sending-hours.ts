import { addDays, instantsOf, wallAt, type WallTime, weekday } from './wall-time.ts';

/** When somebody may be written to or called: from "09:00" to "17:00" ("24:00" is the end of the day) on weekdays (Monday 1 .. Sunday 7), by their own clock. */
export interface SendingWindow {
  from: string;
  to: string;
  days: readonly number[];
}

/** The windows by channel; '' holds for those that have none of their own. */
export type SendingWindows = Readonly<Record<string, SendingWindow>>;

const ALWAYS: SendingWindow = { from: '00:00', to: '24:00', days: [1, 2, 3, 4, 5, 6, 7] };

/** While the rep has set none: the working day for what rings, the waking day for what waits in an inbox. */
export const DEFAULT_WINDOWS: SendingWindows = {
  '': { from: '08:00', to: '18:00', days: [1, 2, 3, 4, 5] },
  call: { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] },
};

/** The window of a channel; of every window that is broken (no day, no hour) nothing is held back. */
export function windowOf(windows: SendingWindows, channel: string | undefined): SendingWindow {
  const own = channel !== undefined && Object.hasOwn(windows, channel) ? windows[channel] : undefined;
  return own ?? windows[''] ?? ALWAYS;
}

/** Is the instant (epoch ms) within the window, by the clock of an IANA zone? */
export function isInWindow(at: number, hours: SendingWindow, zone: string): boolean {
  return intoWindow(at, hours, zone) === at;
}

/**
 * The first instant (epoch ms) not before `at` within a window, by the clock of an IANA zone. One that ends where it begins, or before, has
 * its end on the next day ("22:00" to "06:00"): the night belongs to the weekday on which it begins.
 */
export function intoWindow(at: number, hours: SendingWindow, zone: string): number {
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
  const days = hours.days.filter((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  if (from === null || to === null || days.length === 0) return at;
  const today = wallAt(at, zone);
  // a night that began yesterday may still be open; a week later every weekday was there, and one more for a time that clocks jumped over
  for (let ahead = -1; ahead <= 8; ahead += 1) {
    const day = addDays(today, ahead);
    if (!days.includes(weekday(day))) continue;
    const opens = atMinute(day, from, zone)[0];
    const ends = atMinute(day, to > from ? to : to + 1_440, zone);
    const closes = ends[ends.length - 1]!;
    if (at < closes && opens < closes) return Math.max(at, opens);
  }
  return at;
}

function atMinute(day: WallTime, minute: number, zone: string): [number, ...number[]] {
  const on = addDays(day, Math.floor(minute / 1_440));
  return instantsOf({ ...on, hour: Math.floor((minute % 1_440) / 60), minute: minute % 60 }, zone);
}

function minutesOf(text: string): number | null {
  const match = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(text);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : NaN;
  return minutes <= 1_440 ? minutes : null;
}
