import type { Prospect } from './prospect.ts';

/** One e-mail address or telephone number, and what is known of it; `at` is when that was found out (epoch ms). */
export interface ContactPoint {
  value: string;
  field: 'emails' | 'phones';
  state: 'unverified' | 'verified' | 'bounced';
  at?: number;
}

/** The contact points of a person, e-mail first; within each those that were verified first and those that bounced last, else as they stand. */
export function contactPoints(prospect: Pick<Prospect, 'fields' | 'contactPoints'>): ContactPoint[] {
  const rank = { verified: 0, unverified: 1, bounced: 2 };
  return (['emails', 'phones'] as const).flatMap((field) => (prospect.fields[field]?.value ?? [])
    .map((value): ContactPoint => ({ value, field, ...known(prospect, value) })).toSorted((a, b) => rank[a.state] - rank[b.state]));
}

/** The address or number to offer: never one that bounced; undefined when there is no other. */
export function offered(prospect: Pick<Prospect, 'fields' | 'contactPoints'>, field: ContactPoint['field']): string | undefined {
  return contactPoints(prospect).find((one) => one.field === field && one.state !== 'bounced')?.value;
}

/** Says of an address or number that it was verified or that it bounced (undefined = not known any more). Case does not tell two apart. */
export function marked(prospect: Prospect, value: string, state: 'verified' | 'bounced' | undefined, at: number): Prospect {
  const name = nameOf(value);
  const { contactPoints: before, ...rest } = prospect;
  const points = Object.fromEntries(Object.entries(before ?? {}).filter(([one]) => nameOf(one) !== name));
  const next = Object.fromEntries([...Object.entries(points), ...(state ? [[name, { state, at }] as const] : [])]);
  return Object.keys(next).length ? { ...rest, contactPoints: next } : rest;
}

function known({ contactPoints: points }: Pick<Prospect, 'contactPoints'>, value: string): Pick<ContactPoint, 'state' | 'at'> {
  const name = nameOf(value);
  const found = Object.entries(points ?? {}).find(([one]) => nameOf(one) === name)?.[1];
  return found?.state === 'verified' || found?.state === 'bounced' ? { state: found.state, at: found.at } : { state: 'unverified' };
}

function nameOf(value: string): string {
  return value.trim().toLowerCase();
}
