import type { Criterion } from './icp.ts';

/**
 * Is the place that a location names within so many km of the named place, or in the named country or region? 0 km asks for the place itself.
 * 'unknown' when either is not a place that is known, or when what is known does not decide it.
 */
export type Near = (location: string, wanted: string, km: number) => boolean | 'unknown';

/** While no gazetteer is loaded nothing is near anything. */
export const nowhere: Near = () => 'unknown';

/** Do these criteria ask for a place? Then they are judged with the gazetteer, always: a score must not depend on what happens to be loaded. */
export function asksPlace(criteria: readonly { kind: Criterion['kind']; any: readonly string[] }[]): boolean {
  return criteria.some(({ kind, any }) => kind === 'location' && any.length > 0);
}
