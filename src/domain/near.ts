/** Is the place that a location names within so many km of the named place? 'unknown' when either is not a place that is known, or is no more than a country. */
export type Near = (location: string, wanted: string, km: number) => boolean | 'unknown';

/** While no gazetteer is loaded nothing is near anything. */
export const nowhere: Near = () => 'unknown';
