import type { Touch } from './activity.ts';

const HALF_LIFE = 14 * 86_400_000;
const WEIGHT = 10;

/** What answers have left behind, as a number that does not change with the clock: log2 of their decayed sum at time 0. -Infinity = none. */
export function heatOf(touches: readonly Touch[]): number {
  return sumOfHeats(touches.filter(({ direction }) => direction === 'in').map(({ at }) => Math.log2(WEIGHT) + at / HALF_LIFE));
}

/** The heat of several together. */
export function sumOfHeats(heats: readonly number[]): number {
  const most = Math.max(-Infinity, ...heats);
  return most === -Infinity ? most : most + Math.log2(heats.reduce((sum, one) => sum + 2 ** (one - most), 0));
}

/** Engagement 0..100 that a heat comes to at this time (epoch ms). */
export function engagementAt(heat: number, now: number): number {
  return heat === -Infinity ? 0 : 100 * (1 - 2 ** (-(2 ** Math.min(60, heat - now / HALF_LIFE)) / 20));
}
