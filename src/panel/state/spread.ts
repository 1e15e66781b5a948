import { PRIORITIES } from '../../domain/qualification.ts';
import { spreadDays } from '../../domain/spread-days.ts';
import { addDays, instantsOf, isoDay, wallAt } from '../../domain/wall-time.ts';
import { countBetween } from '../../storage/due.ts';
import { readLoad } from '../../storage/time-setting.ts';
import { book, useLive } from './book.ts';
import { zone } from './clock.ts';

/** Days ahead whose follow-ups are counted: farther ones hold next to none. */
const COUNTED = 120;

/** How many follow-ups a day is meant to hold; 0 = that is not known (yet). */
export function usePerDay(): number {
  const load = useLive(() => readLoad(book), []);
  return load ? PRIORITIES.reduce((sum, one) => sum + load[one], 0) : 0;
}

/** Due times from `dueAt` (epoch ms) on, by how many were planned before: no more a day than it is meant to hold, with what it holds already. */
export async function spreadFrom(dueAt: number, perDay: number): Promise<(before: number) => number> {
  const held = await readHeld(dueAt);
  return spreadDays(dueAt, perDay, zone(), (day) => held.get(day) ?? 0);
}

/** What each of the next days holds already. */
async function readHeld(from: number): Promise<Map<string, number>> {
  const here = zone();
  const first = { ...wallAt(from, here), hour: 0, minute: 0 };
  const held = new Map<string, number>();
  for (let at = 0; at < COUNTED; at++) {
    const day = addDays(first, at);
    held.set(isoDay(day), await countBetween(book, instantsOf(day, here)[0], instantsOf(addDays(day, 1), here)[0]));
  }
  return held;
}
