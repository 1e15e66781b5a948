const FIRST = 5_000;
const LONGEST = 30 * 60_000;

/** When to try again after the `tries`-th failure in a row (1 = the first): doubled each time up to half an hour, with jitter. `chance` is 0..1, times are epoch ms. */
export function retryAt(now: number, tries: number, chance: number): number {
  const longest = Math.min(LONGEST, FIRST * 2 ** Math.min(20, Math.max(0, tries - 1)));
  // at least half of it: a herd of failures must not come back at once
  return now + Math.round(longest * (0.5 + chance / 2));
}

/** When a Retry-After header (seconds, or an HTTP date) says to come back, epoch ms; undefined when it says nothing sensible. At most a day. */
export function retryAfter(header: string | null | undefined, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(seconds) ? now + Math.min(86_400_000, Math.max(0, seconds)) : undefined;
}
