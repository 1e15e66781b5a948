import type { Fit } from './icp.ts';

/** The fit (0..100) that somebody would have if all that is unknown turned out as wanted: what finding out is worth at most. A closed gate stays closed. */
export function reachOf({ gate, criteria }: Pick<Fit, 'gate' | 'criteria'>): number {
  if (gate === 'deal-breaker' || gate === 'must-missing') return 0;
  const plus = criteria.filter(({ rule, max }) => rule === 'plus' && max > 0);
  if (plus.length === 0) return criteria.length > 0 ? 100 : 0;
  return Math.round(plus.reduce((sum, { state, points, max }) => sum + (state === 'unknown' ? max : points), 0));
}
