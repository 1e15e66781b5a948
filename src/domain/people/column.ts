import { type HeldTexts, textStore } from './text-store.ts';

/** The numbers of a column's values, in as few bytes as their count allows. */
export type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
/** A column of numbers, in as few bytes as they allow. */
export type Numbers = Int8Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A column in which each distinct value is held once and a row holds its number, its code. What is computed of a value is computed once as well. */
export interface ValueColumn<T> {
  /** How many distinct values there are; a value keeps its code, and 0 is the empty one. */
  readonly size: number;
  /** The code of each slot's value. */
  readonly codes: Codes;
  set(slot: number, value: T): void;
  get(slot: number): T;
  valueAt(code: number): T;
  /** All values by code, or those from a code on. Texts are made for it: not to be kept without need. */
  values(from?: number): Iterable<T>;
}

/** A column that can say what it holds of some of its values. */
export interface TextColumnHeld extends ValueColumn<string> {
  pick(codes: readonly number[]): HeldTexts;
}

const START = 64;

/** A column of texts. */
export function textColumn(held?: HeldTexts, first: Codes = new Uint8Array(START)): TextColumnHeld {
  const store = textStore(held);
  let codes = first;
  // many who are put one after the other have the same stage, source or place
  let last = { text: '', code: 0 };
  return {
    get size() { return store.size; },
    get codes() { return codes; },
    set(slot, value) {
      if (value !== last.text) {
        // most of what is put again is as it was
        const now = slot < codes.length ? codes[slot]! : 0;
        last = { text: value, code: store.at(now) === value ? now : store.add(value) };
      }
      const { code } = last;
      codes = withCode(codes, slot, code);
      codes[slot] = code;
    },
    get: (slot) => store.at(codes[slot] ?? 0),
    valueAt: store.at,
    values: store.each,
    pick: store.pick,
  };
}

/** A column of sets of texts, whose order is kept. */
export function setColumn(values: string[][] = [[]], first: Codes = new Uint8Array(START)): ValueColumn<readonly string[]> {
  let codes = first;
  let numbers: Map<string, number> | undefined;
  let last = 0;
  const codeOf = (value: readonly string[]): number => {
    // made at the first change: a book that is only looked at does not need it
    numbers ??= new Map(values.map((one, at) => [JSON.stringify(one), at]));
    const key = JSON.stringify(value);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, values.length);
    return values.push([...value]) - 1;
  };
  return {
    get size() { return values.length; },
    get codes() { return codes; },
    set(slot, value) {
      if (!isAlike(value, values[last]!)) last = codeOf(value);
      codes = withCode(codes, slot, last);
      codes[slot] = last;
    },
    get: (slot) => values[codes[slot] ?? 0]!,
    valueAt: (code) => values[code]!,
    values: (from = 0) => (from === 0 ? values : values.slice(from)),
  };
}

function isAlike(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}

/** The same codes with room for this slot and this code. */
function withCode(codes: Codes, slot: number, code: number): Codes {
  const Wanted = code > 0xffff ? Uint32Array : code > 0xff ? Uint16Array : Uint8Array;
  const Kind = Wanted.BYTES_PER_ELEMENT > codes.BYTES_PER_ELEMENT ? Wanted : codes.constructor as typeof Wanted;
  if (slot < codes.length && Kind === codes.constructor) return codes;
  const next = new Kind(slot < codes.length ? codes.length : roomFor(slot, codes.length));
  next.set(codes);
  return next;
}

/** The same numbers with room for this slot and this value. */
export function withNumber(numbers: Numbers, slot: number, value: number): Numbers {
  const Wanted = !Number.isInteger(value) || Object.is(value, -0) || value !== (value | 0) ? Float64Array : value < -128 || value > 127 ? Int32Array : Int8Array;
  const Kind = Wanted.BYTES_PER_ELEMENT > numbers.BYTES_PER_ELEMENT ? Wanted : numbers.constructor as typeof Wanted;
  if (slot < numbers.length && Kind === numbers.constructor) return numbers;
  const next = new Kind(slot < numbers.length ? numbers.length : roomFor(slot, numbers.length));
  next.set(numbers);
  return next;
}

/** The codes of an array of wide ones, in as few bytes as these many values allow. */
export function narrowCodes(codes: Uint32Array<ArrayBuffer>, values: number): Codes {
  return values <= 0x100 ? Uint8Array.from(codes) : values <= 0x10000 ? Uint16Array.from(codes) : codes;
}

function roomFor(slot: number, length: number): number {
  return Math.max(START, slot + 1, length + (length >> 1));
}
