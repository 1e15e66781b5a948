import type { Field } from './provenance.ts';

/** Fields of the rep's own, by name. */
export type CustomFields = { [name: string]: Field<string> };

export const MOST_CUSTOM = 50;
export const LONGEST_NAME = 60;
export const LONGEST_VALUE = 2_000;

/** A name as it is kept: single spaces, at most 60 characters; '' when it cannot be one. */
export function customName(typed: string): string {
  const name = typed.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).trim().toWellFormed();
  return name === '__proto__' ? '' : name;
}

/** The name under which a field of this name stands already, whatever its case; undefined = it is new. */
export function knownCustom(custom: CustomFields | undefined, name: string): string | undefined {
  const low = name.toLowerCase();
  return Object.keys(custom ?? {}).find((one) => one.toLowerCase() === low);
}

/** The fields with one set by hand; '' takes it away. Unchanged when the name is none, or a new one would be too many. Undefined = none are left. */
export function withCustom(custom: CustomFields | undefined, typed: string, value: string, at: number): CustomFields | undefined {
  const name = customName(typed);
  const known = knownCustom(custom, name);
  if (!name || (known === undefined && (value.trim() === '' || Object.keys(custom ?? {}).length >= MOST_CUSTOM))) return custom;
  const { [known ?? name]: _old, ...rest } = custom ?? {};
  const kept = value.trim().slice(0, LONGEST_VALUE).toWellFormed();
  const field: Field<string> = { value: kept, source: { kind: 'hand', name: 'rep' }, at };
  const next = kept === '' ? rest : known === undefined ? { ...rest, [name]: field } : { ...custom, [known]: field };
  return Object.keys(next).length ? next : undefined;
}
