import type { WireAnswer } from '../dialect.ts';
import { json } from './answer.ts';

const PER_TEN_SECONDS = 190;
const SEARCHES_PER_SECOND = 5;
const PER_DAY = 250_000;
/** The portal's clock is an hour before UTC; its day begins there. */
const ZONE = 3_600_000;

/** Counts requests: per app (= token) in ten rolling seconds, searches per second, and per day for the whole account. */
export interface Limits {
  /** The headers of an allowed request, or the 429. `forced` is a policy that is to be exhausted. */
  admit(token: string, isSearch: boolean, now: number, correlationId: () => string, forced: string | null): Record<string, string> | WireAnswer;
}

/** The last `size` times, as a ring. */
interface Ring {
  times: Float64Array;
  at: number;
}

const ring = (size: number): Ring => ({ times: new Float64Array(size).fill(-Infinity), at: 0 });
const count = (one: Ring, now: number, span: number): number => one.times.reduce((sum, time) => sum + (now - time < span ? 1 : 0), 0);
const isFull = (one: Ring, now: number, span: number): boolean => now - one.times[one.at]! < span;
const push = (one: Ring, now: number): void => {
  one.times[one.at] = now;
  one.at = (one.at + 1) % one.times.length;
};

export function openLimits(): Limits {
  const apps = new Map<string, Ring>();
  const searches = ring(SEARCHES_PER_SECOND);
  let day = -1;
  let today = 0;
  return {
    admit(token, isSearch, now, correlationId, forced) {
      let app = apps.get(token);
      if (!app) apps.set(token, app = ring(PER_TEN_SECONDS));
      const date = Math.floor((now + ZONE) / 86_400_000);
      if (date !== day) [day, today] = [date, 0];
      const headers = (left: number, leftToday = PER_DAY - today): Record<string, string> => ({
        'x-hubspot-ratelimit-max': String(PER_TEN_SECONDS), 'x-hubspot-ratelimit-remaining': String(left), 'x-hubspot-ratelimit-interval-milliseconds': '10000',
        'x-hubspot-ratelimit-daily': String(PER_DAY), 'x-hubspot-ratelimit-daily-remaining': String(leftToday),
      });
      const refuse = (policyName: string, message: string, shown: Record<string, string>): WireAnswer =>
        json(429, { status: 'error', message, errorType: 'RATE_LIMIT', correlationId: correlationId(), policyName }, shown);
      if (forced === 'limit-daily' || today >= PER_DAY) return refuse('DAILY', 'You have reached your daily limit.', headers(PER_TEN_SECONDS, 0));
      if (forced === 'limit-secondly' || (isSearch && isFull(searches, now, 1000))) return refuse('SECONDLY', 'You have reached your secondly limit.', {});
      if (forced === 'limit-rolling' || isFull(app, now, 10_000)) return refuse('TEN_SECONDLY_ROLLING', 'You have reached your ten_secondly_rolling limit.', headers(0));
      push(app, now);
      today++;
      if (isSearch) push(searches, now);
      // answers of the search carry no rate limit headers
      return isSearch ? {} : headers(PER_TEN_SECONDS - count(app, now, 10_000));
    },
  };
}
