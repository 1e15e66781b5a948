/** Compares names as the rep's language does. */
export type Collate = (a: string, b: string) => number;

const PIECE = 256;
const STEPS = 1_000;

/** The numbers of these texts in their order. Yields often: comparing as a language does is slow. */
export function* collated(texts: readonly string[], collate: Collate): Generator<void, Uint32Array> {
  const byText = (a: number, b: number): number => collate(texts[a]!, texts[b]!);
  let from = Uint32Array.from(texts.keys());
  for (let at = 0; at < from.length; at += PIECE) {
    from.subarray(at, at + PIECE).sort(byText);
    if (at % (PIECE * 4) === 0) yield;
  }
  let into = new Uint32Array(from.length);
  for (let width = PIECE; width < from.length; width *= 2) {
    for (let start = 0, steps = 0; start < from.length; start += width * 2) {
      const [middle, end] = [Math.min(from.length, start + width), Math.min(from.length, start + width * 2)];
      for (let at = start, left = start, right = middle; at < end; at++) {
        into[at] = right >= end || (left < middle && byText(from[left]!, from[right]!) <= 0) ? from[left++]! : from[right++]!;
        if (++steps % STEPS === 0) yield;
      }
    }
    [from, into] = [into, from];
  }
  return from;
}

/** The places of numbers that were put in order: smaller comes first, those that compare as equal have one place. Yields often. */
export function* placesOf(sorted: Uint32Array, texts: readonly string[], collate: Collate): Generator<void, Uint32Array> {
  const places = new Uint32Array(sorted.length);
  let place = 0;
  for (let at = 0; at < sorted.length; at++) {
    // two spellings that the language takes for one are equal
    if (at > 0 && collate(texts[sorted[at - 1]!]!, texts[sorted[at]!]!) !== 0) place = at;
    places[sorted[at]!] = place;
    if (at % STEPS === STEPS - 1) yield;
  }
  return places;
}

/** Numbers put in order before, with those of some more texts at the end put among them. */
export function insertInto(sorted: Uint32Array, texts: readonly string[], collate: Collate): Uint32Array {
  const next = Array.from(sorted);
  for (let number = sorted.length; number < texts.length; number++) {
    let [low, high] = [0, next.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (collate(texts[next[middle]!]!, texts[number]!) <= 0) low = middle + 1;
      else high = middle;
    }
    next.splice(low, 0, number);
  }
  return Uint32Array.from(next);
}
