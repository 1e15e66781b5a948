/** Chance that can be repeated: the same seed gives the same run (mulberry32). */
export interface Chance {
  (): number;
  /** A whole number from 0 to n-1. */
  below(n: number): number;
  one<T>(list: readonly T[]): T;
  yes(probability: number): boolean;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return Object.assign(next, { below, one: <T>(list: readonly T[]): T => list[below(list.length)]!, yes: (probability: number) => next() < probability });
}
