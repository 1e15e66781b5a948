/** A column in which each distinct value is held once and a row holds its number. What is computed of a value is computed once as well. */
export interface ValueColumn<T> {
  readonly values: T[];
  /** The number of each slot's value. */
  codes: Uint32Array;
  set(slot: number, value: T): void;
  get(slot: number): T;
}

const START = 64;

/** A column of texts. */
export function textColumn(values: string[] = [''], codes: Uint32Array = new Uint32Array(START)): ValueColumn<string> {
  return valueColumn(values, codes, (text) => text);
}

/** A column of sets of texts, whose order is kept. */
export function setColumn(values: string[][] = [[]], codes: Uint32Array = new Uint32Array(START)): ValueColumn<readonly string[]> {
  return valueColumn<readonly string[]>(values, codes, (set) => JSON.stringify(set));
}

function valueColumn<T>(values: T[], codes: Uint32Array, keyOf: (value: T) => string): ValueColumn<T> {
  let numbers: Map<string, number> | undefined;
  const column: ValueColumn<T> = {
    values, codes,
    set(slot, value) {
      // made at the first change: a book that is only looked at does not need it
      numbers ??= new Map(values.map((one, at) => [keyOf(one), at]));
      const key = keyOf(value);
      let code = numbers.get(key);
      if (code === undefined) {
        code = values.push(value) - 1;
        numbers.set(key, code);
      }
      column.codes = grown(column.codes, slot);
      column.codes[slot] = code;
    },
    get: (slot) => values[column.codes[slot] ?? 0]!,
  };
  return column;
}

/** The same array with room for this slot. */
export function grown<A extends Uint32Array | Float64Array | Uint8Array>(array: A, slot: number): A {
  if (slot < array.length) return array;
  const next = new (array.constructor as new (length: number) => A)(Math.max(START, slot + 1, array.length * 2));
  next.set(array as never);
  return next;
}
