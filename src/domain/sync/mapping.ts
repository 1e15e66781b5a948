import type { Policy } from './merge.ts';
import { OUR_FIELDS, type SyncKind, type Values } from './record.ts';

/** One field of ours, the CRM's field that holds it, and what happens when both changed. */
export interface FieldMap {
  ours: string;
  theirs: string;
  policy: Policy;
}

/** Which fields travel, by kind. What is not named stays where it is. */
export type Mapping = { [K in SyncKind]?: FieldMap[] };

/** Values of ours under the CRM's names; fields that are not mapped are left out. */
export function toTheirs(mapping: Mapping, kind: SyncKind, values: Values): Values {
  const out: Values = {};
  for (const { ours, theirs } of mapping[kind] ?? []) if (Object.hasOwn(values, ours)) out[theirs] = values[ours]!;
  return out;
}

/** The CRM's values under our names; fields that the CRM did not answer are left out. */
export function toOurs(mapping: Mapping, kind: SyncKind, fields: Values): Values {
  const out: Values = {};
  for (const { ours, theirs } of mapping[kind] ?? []) if (Object.hasOwn(fields, theirs)) out[ours] = fields[theirs]!;
  return out;
}

/** What the CRM calls this field of ours; undefined when it is not mapped. */
export function theirName(mapping: Mapping, kind: SyncKind, ours: string): string | undefined {
  return mapping[kind]?.find((one) => one.ours === ours)?.theirs;
}

/** The policy of a field of ours; `ask` when it is not mapped. */
export function policyIn(mapping: Mapping, kind: SyncKind): (field: string) => Policy {
  const policies = new Map((mapping[kind] ?? []).map(({ ours, policy }) => [ours, policy]));
  return (field) => policies.get(field) ?? 'ask';
}

/** A mapping from what a connector proposes (our name → theirs, by kind): fields both sides can change ask, ours alone to say win. */
export function proposedMapping(proposed: { [K in SyncKind]?: { [ours: string]: string } }): Mapping {
  const mapping: Mapping = {};
  for (const [kind, fields] of Object.entries(proposed) as [SyncKind, { [ours: string]: string }][]) {
    mapping[kind] = OUR_FIELDS[kind].filter(({ name }) => fields[name] !== undefined)
      .map(({ name, flow }) => ({ ours: name, theirs: fields[name]!, policy: flow === 'both' ? 'ask' : 'ours' }));
  }
  return mapping;
}

/** What is called so holds for every way of contact; "do not call" and an opt-out of mailings do not, and are not taken for it. */
const DO_NOT_CONTACT = /^(?:do not|don.?t|no) contact$|^dnc$|^contact (?:ban|block|forbidden)$|^nicht kontaktieren$|^ne pas contacter$|^no contactar$/;

/** A mapping with the CRM's own yes-or-no field for people who are not to be contacted, where it has one that says so of every channel. */
export function withDoNotContact(mapping: Mapping, fields: readonly { name: string; label: string; kind: string; writable: boolean }[]): Mapping {
  const mapped = mapping.prospect ?? [];
  if (mapped.some(({ ours }) => ours === 'doNotContact')) return mapping;
  const words = (text: string): string => text.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().replace(/[_\s-]+/g, ' ').trim();
  const found = fields.find(({ kind, writable, name, label }) => kind === 'flag' && writable && (DO_NOT_CONTACT.test(words(label)) || DO_NOT_CONTACT.test(words(name).replace(/^(?:x studio|x|c) | c$/g, ''))) && !mapped.some(({ theirs }) => theirs === name));
  return found ? { ...mapping, prospect: [...mapped, { ours: 'doNotContact', theirs: found.name, policy: 'ours' }] } : mapping;
}

/** Our names of fields of a CRM, as the ledger shows them; what only the rep's own mapping knows goes by its own name. */
export function oursOf(proposed: { [K in SyncKind]?: { [ours: string]: string } }, theirs: readonly string[]): string[] {
  const names = new Map(Object.values(proposed).flatMap((fields) => Object.entries(fields).map(([ours, name]) => [name, ours])));
  return [...new Set(theirs.map((name) => names.get(name) ?? name))];
}
