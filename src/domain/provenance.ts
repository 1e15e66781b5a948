import type { Experience } from './draft.ts';

/** Who said a value: the rep's hand, a CRM, a page, or a file. In this order they are trusted. */
export type SourceKind = 'hand' | 'crm' | 'page' | 'file';

/** Where a value came from. `name` is the site, the connection or the file; `strategy` how a page gave it; `sure` 0..1. */
export interface Source {
  kind: SourceKind;
  name: string;
  strategy?: string;
  sure?: number;
  url?: string;
}

export type FieldValue = string | number | string[] | Experience[];

/** One value with its source and the time it was learned (epoch ms). */
export interface Field<T extends FieldValue = FieldValue> {
  value: T;
  source: Source;
  at: number;
}

const TRUST: Record<SourceKind, number> = { hand: 3, crm: 2, page: 1, file: 0 };

/** May a value from `next` replace one from `now`? Never from a lower rank; among pages a surer reading wins, an equal one may refresh. */
export function outranks(next: Source, now: Source): boolean {
  if (TRUST[next.kind] !== TRUST[now.kind]) return TRUST[next.kind] > TRUST[now.kind];
  return next.kind !== 'page' || (next.sure ?? 1) >= (now.sure ?? 1);
}

/** Are two values the same to a person: case, white space, and the order of lists and of an entry's keys do not matter. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return a !== undefined && b !== undefined && canonical(a) === canonical(b);
}

function canonical(value: FieldValue): string {
  if (Array.isArray(value)) return value.map((one) => plain(typeof one === 'string' ? one : JSON.stringify(one, Object.keys(one).toSorted()))).toSorted().join('\n');
  return plain(String(value));
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
