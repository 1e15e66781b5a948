import type { Criterion } from './icp.ts';

/** Bounds of a number, both inclusive; an absent one is open. */
export type Bounds = Pick<Criterion, 'min' | 'max'>;

/** Company sizes as most sites and files give them. */
export const HEADCOUNT_BANDS: readonly Bounds[] = [
  { min: 1, max: 10 }, { min: 11, max: 50 }, { min: 51, max: 200 }, { min: 201, max: 500 }, { min: 501, max: 1_000 }, { min: 1_001, max: 5_000 }, { min: 5_001, max: 10_000 }, { min: 10_001 },
];

/** Revenue a year; neighbours share their edge, as the bands of data sellers do. */
export const REVENUE_BANDS: readonly Bounds[] = [
  { min: 0, max: 1e6 }, { min: 1e6, max: 1e7 }, { min: 1e7, max: 5e7 }, { min: 5e7, max: 1e8 }, { min: 1e8, max: 5e8 }, { min: 5e8, max: 1e9 }, { min: 1e9 },
];

const from = ({ min = 0 }: Bounds): number => min;
const to = ({ max = Infinity }: Bounds): number => max;
const isOpen = ({ min, max }: Bounds): boolean => min === undefined && max === undefined;

/** How much of a band lies within the bounds; open bounds hold none, because nothing was chosen. */
export function coverOf(bounds: Bounds, band: Bounds): 'all' | 'part' | 'none' {
  if (isOpen(bounds)) return 'none';
  if (from(bounds) <= from(band) && to(bounds) >= to(band)) return 'all';
  // one shared edge is not a part
  return from(bounds) < to(band) && to(bounds) > from(band) ? 'part' : 'none';
}

/** The bounds after a band was pressed: one that is out is taken in with all between; one at an edge is let go; one inside stays alone. */
export function pressBand(bounds: Bounds, band: Bounds, bands: readonly Bounds[]): Bounds {
  if (isOpen(bounds)) return band;
  if (coverOf(bounds, band) !== 'all') return boundsOf(Math.min(from(bounds), from(band)), Math.max(to(bounds), to(band)));
  const inside = bands.filter((one) => coverOf(bounds, one) === 'all');
  const at = inside.indexOf(band);
  if (inside.length <= 1) return {};
  if (at === 0) return boundsOf(from(inside[1]!), to(bounds));
  if (at === inside.length - 1) return boundsOf(from(bounds), to(inside[at - 1]!));
  return band;
}

function boundsOf(min: number, max: number): Bounds {
  return { min, ...(max === Infinity ? {} : { max }) };
}
