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
  return textIn(value).match(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g) ?? [];
}
