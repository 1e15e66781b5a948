/** An object of an answer: nothing is known of what its fields hold. */
export interface Row {
  [field: string]: unknown;
}

const LONGEST = 20_000;

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; what is none is left out. */
export function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/** A text of at most 20,000 characters; '' for anything else. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST) : '';
}

/** The e-mail addresses in a text, as they are written. */
export function addressesIn(value: unknown): string[] {
  return textIn(value).match(/[^\s<>,;:"()]{1,100}@[^\s<>,;:"()]{1,255}/g) ?? [];
}

/** The value when it is an object, else one without fields. */
export function rowOf(value: unknown): Row {
  return isRow(value) ? value : {};
}

/** A text, or a number as it is written (ids come as either); '' for anything else. */
export function writtenIn(value: unknown): string {
  return typeof value === 'number' ? String(value) : textIn(value);
}

/** Cuts a list into pieces of at most `size`. */
export function pieces<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
