import { engagementAt } from '../engagement.ts';
import type { PeopleNow } from './field.ts';

/** From here on fit, and engagement, count as high. */
export const HIGH_FIT = 70;
export const HIGH_ENGAGEMENT = 25;

export const QUADRANTS = ['prospect-now', 'warm-up', 'check', 'leave'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** Steps on each side of the map. */
export const STEPS = 10;

/** Where everybody stands: `cells[engagement][fit]` counts people in steps of ten, `unscored` has nobody's fit. */
export interface FitMap {
  cells: number[][];
  quadrants: Record<Quadrant, number>;
  unscored: number;
  most: number;
}

export function quadrantOf(fit: number, engagement: number): Quadrant {
  if (fit >= HIGH_FIT) return engagement >= HIGH_ENGAGEMENT ? 'prospect-now' : 'warm-up';
  return engagement >= HIGH_ENGAGEMENT ? 'check' : 'leave';
}

/** Counts these slots into the map of fit and engagement. */
export function mapOf(slots: Uint32Array, { table, scores, now }: PeopleNow): FitMap {
  const map: FitMap = { cells: Array.from({ length: STEPS }, () => Array.from({ length: STEPS }, () => 0)), quadrants: { 'prospect-now': 0, 'warm-up': 0, check: 0, leave: 0 }, unscored: 0, most: 0 };
  const step = (value: number): number => Math.min(STEPS - 1, Math.floor(value / STEPS));
  for (const slot of slots) {
    if (!scores.icp[slot]) {
      map.unscored++;
      continue;
    }
    const fit = scores.fit[slot]!;
    const engagement = Math.round(engagementAt(table.numbers.heat[slot]!, now));
    map.quadrants[quadrantOf(fit, engagement)]++;
    const row = map.cells[step(engagement)]!;
    const count = row[step(fit)]! + 1;
    row[step(fit)] = count;
    map.most = Math.max(map.most, count);
  }
  return map;
}
