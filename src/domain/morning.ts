/**
 * The rep's working through the queue of one day: what was met (keys of queue.ts) and what was skipped, and when (epoch ms). What is dealt
 * with is never counted: it is what was met and is not due any more, so that an undo, a second panel or a new follow-up cannot make it wrong.
 */
export interface Morning {
  /** ISO date of the rep's local day. */
  day: string;
  met: readonly string[];
  skipped: { readonly [key: string]: number };
}

/** More than this in a day is not a morning; the first ones are kept. */
const MOST = 20_000;

/** The morning with these keys met: of another day it begins anew. The same object when there is nothing new. */
export function meet(morning: Morning, day: string, due: readonly string[]): Morning {
  const begun: Morning = morning.day === day ? morning : { day, met: [], skipped: {} };
  const known = new Set(begun.met);
  const fresh = due.filter((key) => !known.has(key)).slice(0, Math.max(0, MOST - known.size));
  return fresh.length > 0 ? { ...begun, met: [...begun.met, ...fresh] } : begun;
}

/** How many of those met are dealt with: `done` of `total`. */
export function progressOf({ met }: Morning, due: ReadonlySet<string>): { done: number; total: number } {
  return { done: met.reduce((count, key) => count + (due.has(key) ? 0 : 1), 0), total: met.length };
}

/** To the end of today's queue: nothing about the follow-up itself changes, so it is not lost. */
export function skip(morning: Morning, key: string, at: number): Morning {
  return { ...morning, skipped: { ...morning.skipped, [key]: at } };
}

/** Back to its place. */
export function unskip(morning: Morning, key: string): Morning {
  const { [key]: _at, ...skipped } = morning.skipped;
  return { ...morning, skipped };
}

/** What was stored, as far as it is sound. */
export function checkMorning(said: unknown): Morning {
  const { day, met, skipped } = (typeof said === 'object' && said !== null ? said : {}) as Record<string, unknown>;
  return {
    day: typeof day === 'string' ? day : '',
    met: Array.isArray(met) ? [...new Set(met.filter((key): key is string => typeof key === 'string'))].slice(0, MOST) : [],
    skipped: Object.fromEntries(Object.entries(typeof skipped === 'object' && skipped !== null ? skipped : {}).filter((one): one is [string, number] => Number.isFinite(one[1]))),
  };
}
