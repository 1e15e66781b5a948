// Few repeats on a busy machine: medians, with the middle half as the spread.

/** The value below which this share (0..1) of the numbers lies, between neighbours in proportion. */
export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
}

export const median = (numbers) => quantile(numbers, 0.5);

/** `{value, spread: [lower quartile, upper quartile], n}` of repeated measurements. */
export function summary(numbers) {
  return { value: median(numbers), spread: [quantile(numbers, 0.25), quantile(numbers, 0.75)], n: numbers.length };
}

/** What `of` costs above `over`, repeat by repeat: both were taken in the same round, so that the machine's mood cancels out. */
export function above(of, over) {
  return summary(of.map((one, at) => one - over[at]));
}

/** How many times `of` is `over`: of their medians; the spread is that of the rounds. */
export function times(of, over) {
  return { ...summary(of.map((one, at) => one / over[at])), value: median(of) / median(over) };
}
