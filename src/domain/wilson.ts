/** A share with its Wilson score interval, all 0..1: where the true share is 19 times in 20 (`z` = 1.96). */
export interface Interval {
  share: number;
  low: number;
  high: number;
}

/** The interval of `hits` among `count`; of nothing it is everything. */
export function wilson(hits: number, count: number, z = 1.96): Interval {
  if (count <= 0) return { share: 0, low: 0, high: 1 };
  const share = hits / count, square = z * z;
  const middle = (share + square / (2 * count)) / (1 + square / count);
  const half = (z / (1 + square / count)) * Math.sqrt((share * (1 - share)) / count + square / (4 * count * count));
  // rounding may carry the ends of "none" and "all" past them
  return { share, low: hits <= 0 ? 0 : Math.max(0, middle - half), high: hits >= count ? 1 : Math.min(1, middle + half) };
}
