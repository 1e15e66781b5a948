import { businessDayFrom, type DaysOff } from './business-day.ts';
import { addDays, instantsOf, isoDay, wallAt } from './wall-time.ts';

/** As far ahead as anything is put; who has no day by then is put on the last one. */
const MOST_DAYS = 2_000;

/**
 * When the n-th of many is due (epoch ms), counted from 0, so that no working day gets more than `perDay` together with what it holds already (`held`, by day "2026-03-04").
 * The first day is that of `from`, or the first working day after it; the time of day stays. Asked with growing numbers it is quick.
 */
export function spreadDays(from: number, perDay: number, zone: string, held: (day: string) => number, off: DaysOff = {}): (before: number) => number {
  const start = wallAt(from, zone);
  let day = businessDayFrom(start, off);
  let days = 1;
  const room = (): number => Math.max(0, Math.floor(perDay) - held(isoDay(day)));
  let until = room();
  const dueOn = (): number => instantsOf({ ...day, hour: start.hour, minute: start.minute }, zone)[0];
  let due = dueOn();
  return (before) => {
    while (before >= until && days < MOST_DAYS) {
      day = businessDayFrom(addDays(day, 1), off);
      days++;
      until += room();
      due = dueOn();
    }
    return due;
  };
}
