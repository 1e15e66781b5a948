const BURST = 20;
const SEARCH_BURST = 10;
const WINDOW = 2000;
/** Tokens of the company for one day. */
export const PER_DAY = 30_000;

/** What a call costs: v2 is cheaper than v1, one record cheaper than a list, a search the dearest. */
export function cost(version: 1 | 2, method: string, path: string): number {
  const factor = version === 2 ? 1 : 2;
  if (path.endsWith('/search')) return 20 * factor;
  if (method === 'DELETE') return 3 * factor;
  if (method !== 'GET') return path.endsWith('/merge') ? 40 : 5 * factor;
  return (/\/(\d+|me|[0-9a-f]{40})$/.test(path) ? 1 : 10) * factor;
}

/** The headers of every answer, and whether the request may pass. */
export interface Admission {
  allowed: boolean;
  headers: Record<string, string>;
}

export interface Limits {
  /** `forced` exhausts the burst window or the day. */
  admit(token: string, isSearch: boolean, price: number, now: number, forced: 'burst' | 'day' | null): Admission;
}

export function openLimits(): Limits {
  const windows = new Map<string, { from: number; count: number }>();
  let day = -1;
  let left = PER_DAY;
  return {
    admit(token, isSearch, price, now, forced) {
      const key = `${token} ${isSearch ? 'search' : ''}`;
      const most = isSearch ? SEARCH_BURST : BURST;
      let window = windows.get(key);
      if (!window || now - window.from >= WINDOW) windows.set(key, window = { from: now, count: 0 });
      const date = Math.floor(now / 86_400_000);
      if (date !== day) [day, left] = [date, PER_DAY];
      if (forced === 'burst') window.count = most;
      if (forced === 'day') left = 0;
      const allowed = window.count < most && left >= price;
      if (allowed) {
        window.count++;
        left -= price;
      }
      return { allowed, headers: { 'x-ratelimit-limit': String(most), 'x-ratelimit-remaining': String(most - window.count), 'x-ratelimit-reset': String(Math.max(1, Math.ceil((window.from + WINDOW - now) / 1000))), 'x-daily-ratelimit-token-remaining': String(left) } };
    },
  };
}
