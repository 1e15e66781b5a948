/** Texts one after the other as UTF-8, numbered from 0: a hundred thousand of them are two arrays and no objects. A text is made when it is asked for. */
export interface TextStore {
  readonly size: number;
  at(number: number): string;
  /** The number of this text; it is added when it is new. */
  add(text: string): number;
  /** All texts in their order, or those from a number on. */
  each(from?: number): Generator<string, void>;
  /** Only those of these numbers, in this order; what they take as it is stored. */
  pick(numbers: readonly number[]): HeldTexts;
}

/** What a store holds: text `n` lies between `ends[n - 1]` and `ends[n]`. */
export interface HeldTexts {
  bytes: Uint8Array<ArrayBuffer>;
  ends: Uint32Array<ArrayBuffer>;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
/** Texts that are made at once when all are wanted: one call for many is several times faster. */
const BLOCK = 512;
/** Texts that are held in one go. */
const HELD = 10_000;
/** Up to so many bytes a text is short. */
const SHORT = 96;
/** So much of a text's beginning and end tells it from most others. */
const TOLD_BY = 24;

/** A store with these texts, or with the empty one alone. Lone halves of characters are replaced, as UTF-8 has none. */
export function textStore(held: HeldTexts = { bytes: new Uint8Array(64), ends: new Uint32Array(1) }): TextStore {
  let size = held.ends.length;
  let { bytes, ends } = held;
  /** Numbers plus one, by hash; made when the first text is added. */
  let places: Uint32Array | undefined;
  const from = (number: number): number => (number === 0 ? 0 : ends[number - 1]!);

  const hash = (some: Uint8Array, start: number, end: number): number => {
    let sum = (end - start) ^ 0x811c9dc5;
    const head = Math.min(end, start + TOLD_BY);
    for (let at = start; at < head; at++) sum = Math.imul(sum ^ some[at]!, 0x01000193);
    for (let at = Math.max(head, end - TOLD_BY); at < end; at++) sum = Math.imul(sum ^ some[at]!, 0x01000193);
    return (sum ^ (sum >>> 15)) >>> 0;
  };
  const note = (into: Uint32Array, number: number): void => {
    let place = hash(bytes, from(number), ends[number]!) & (into.length - 1);
    while (into[place] !== 0) place = (place + 1) & (into.length - 1);
    into[place] = number + 1;
  };
  const placesFor = (count: number): Uint32Array => {
    if (places && places.length >= count * 2) return places;
    const next = new Uint32Array(2 ** Math.ceil(Math.log2(count * 4)));
    for (let number = 0; number < size; number++) note(next, number);
    return places = next;
  };
  const same = (number: number, text: Uint8Array, length: number): boolean => {
    const start = from(number);
    if (ends[number]! - start !== length) return false;
    for (let at = 0; at < length; at++) if (bytes[start + at] !== text[at]) return false;
    return true;
  };

  return {
    get size() { return size; },
    at: (number) => (number < size ? made(bytes, from(number), ends[number]!) : ''),
    add(text) {
      const length = encoded(text);
      const known = placesFor(size + 1);
      for (let place = hash(scratch, 0, length) & (known.length - 1); known[place] !== 0; place = (place + 1) & (known.length - 1)) {
        if (same(known[place]! - 1, scratch, length)) return known[place]! - 1;
      }
      const start = from(size);
      if (start + length > bytes.length) bytes = longer(bytes, start + length);
      if (size >= ends.length) ends = longer(ends, size + 1);
      for (let at = 0; at < length; at++) bytes[start + at] = scratch[at]!;
      ends[size] = start + length;
      note(known, size);
      return size++;
    },
    *each(start = 0) {
      for (let first = start; first < size; first += BLOCK) {
        const last = Math.min(size, first + BLOCK);
        const begin = from(first);
        const block = decoder.decode(bytes.subarray(begin, ends[last - 1]));
        // as many letters as bytes: each text is a piece of the block
        const isPlain = block.length === ends[last - 1]! - begin;
        for (let number = first; number < last; number++) yield isPlain ? block.slice(from(number) - begin, ends[number]! - begin) : decoder.decode(bytes.subarray(from(number), ends[number]));
      }
    },
    pick(numbers) {
      const wanted = new Uint32Array(numbers.length);
      let length = 0;
      numbers.forEach((number, at) => { wanted[at] = length += ends[number]! - from(number); });
      const picked = new Uint8Array(length);
      let to = 0;
      // most are short: a view of each would cost more than its bytes
      for (const number of numbers) for (let at = from(number), end = ends[number]!; at < end; at++) picked[to++] = bytes[at]!;
      return { bytes: picked, ends: wanted };
    },
  };
}

/** The text that is being looked for, as UTF-8. */
let scratch = new Uint8Array(4 * SHORT);

/** Writes a text into `scratch` and returns how many bytes it has there: a short plain one sooner than an encoder has begun. */
function encoded(text: string): number {
  if (text.length <= SHORT) {
    let at = 0;
    for (let letter = 0; at < text.length && (letter = text.charCodeAt(at)) <= 0x7f; at++) scratch[at] = letter;
    if (at === text.length) return at;
  }
  if (scratch.length < text.length * 3) scratch = new Uint8Array(text.length * 3);
  return encoder.encodeInto(text, scratch).written;
}

/** So many texts as a store holds them. All are different, and nothing is looked up. Yields often. */
export function* holdTexts(count: number, textAt: (number: number) => string): Generator<void, HeldTexts> {
  let bytes = new Uint8Array(count * 16);
  const ends = new Uint32Array(count);
  let length = 0;
  for (let number = 0; number < count; number++) {
    const more = encoded(textAt(number));
    if (length + more > bytes.length) bytes = longer(bytes, length + more);
    for (let at = 0; at < more; at++) bytes[length + at] = scratch[at]!;
    ends[number] = length += more;
    if (number % HELD === HELD - 1) yield;
  }
  return { bytes: bytes.slice(0, length), ends };
}

/** The text of these bytes: of short plain ones sooner than a decoder has begun. */
function made(bytes: Uint8Array, from: number, to: number): string {
  if (to === from) return '';
  if (to - from > SHORT) return decoder.decode(bytes.subarray(from, to));
  for (let at = from; at < to; at++) if (bytes[at]! > 0x7f) return decoder.decode(bytes.subarray(from, to));
  return String.fromCharCode.apply(null, bytes.subarray(from, to) as unknown as number[]);
}

function longer<A extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(array: A, length: number): A {
  const next = new (array.constructor as new (length: number) => A)(Math.max(length, array.length + (array.length >> 2) + 64));
  next.set(array as never);
  return next;
}

/** Are these ends of pieces of something that is so long? */
export function isRising(ends: Uint32Array, most: number): boolean {
  for (let at = 1; at < ends.length; at++) if (ends[at]! < ends[at - 1]!) return false;
  return ends.length === 0 || ends[ends.length - 1]! <= most;
}
