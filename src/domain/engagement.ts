import type { Touch } from './activity.ts';

const HALF_LIFE = 14 * 86_400_000;

/** What touches came to, as a number that does not move with the clock: log2 of the sum of weights, each doubled for every half-life since 1970; -Infinity = none. */
export function heatOf(touches: readonly Pick<Touch, 'direction' | 'at'>[]): number {
  const parts = touches.filter(({ direction }) => direction === 'in').map(({ at }) => Math.log2(10) + at / HALF_LIFE);
  const most = Math.max(...parts, -Infinity);
  return most === -Infinity ? most : most + Math.log2(parts.reduce((sum, one) => sum + 2 ** (one - most), 0));
}

/** Engagement 0..100 at `now` (epoch ms). */
export function engagementAt(heat: number, now: number): number {
  const sum = 2 ** (heat - now / HALF_LIFE);
  return 100 * (1 - 2 ** (-sum / 20));
}
