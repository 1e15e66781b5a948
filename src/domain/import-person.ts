import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Account, AccountFields } from './account.ts';
import type { Note, Touch } from './activity.ts';
import { refresh } from './capture.ts';
import { companyDomain, domainKey } from './company-domain.ts';
import { customName, knownCustom, MOST_CUSTOM, type CustomFields } from './custom-field.ts';
import { derivedId } from './derived-id.ts';
import { notContacted } from './do-not-contact.ts';
import { emailKey, type ProfileKey } from './identity.ts';
import type { ImportRow } from './import-row.ts';
import type { Field, FieldValue, Source } from './provenance.ts';
import type { Prospect } from './prospect.ts';

/** From which file somebody comes, by which import and when (epoch ms). One object for all of a file: rows share it when they are stored. */
export interface Arrival {
  importId: string;
  source: Source;
  at: number;
}

/** Where a row belongs in the book. */
export interface Belongs {
  accountId?: string | undefined;
  /** Ids of lists. */
  lists: readonly string[];
}

/** The identities of a row: its profiles, then its mail addresses. One without any is known by what it says: the very same row again is the same person, and nothing less is. */
export function keysOfRow(row: ImportRow): ProfileKey[] {
  const mails = (row.fields.emails ?? []).map(emailKey).filter((key) => key !== null);
  const keys = [...new Set([...row.keys, ...mails])];
  if (keys.length > 0) return keys;
  const said = JSON.stringify([row.fields, row.account ?? {}], (_name, value: unknown) => (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value));
  return [`row:${bytesToHex(sha256(utf8ToBytes(said))).slice(0, 32)}`];
}

/** Two rows that share a mailbox are two people when one site knows them under two addresses (an address of LinkedIn that is made of a member's number is only another one of the same). */
export function areOthers(mine: readonly ProfileKey[], theirs: readonly ProfileKey[]): boolean {
  const profiles = (keys: readonly ProfileKey[]): ProfileKey[] => keys.filter((key) => !/^(email|row):|^linkedin:in\/aco[\w-]{20,}$/.test(key));
  const sites = new Set(profiles(theirs).map(siteOf));
  return profiles(mine).some((key) => sites.has(siteOf(key))) && !profiles(mine).some((key) => theirs.includes(key));
}

/** `linkedin:in` of `linkedin:in/ada`: one site's people; the open web is not one site. */
function siteOf(key: ProfileKey): string {
  return key.startsWith('web:') ? key : key.split('/')[0]!.split(':').slice(0, key.includes('/') ? 2 : 1).join(':');
}

/** What a row says of a company: its fields and identities, and where the row is the company's own, its tags and the rep's own fields. */
export interface ImportCompany {
  fields: AccountFields;
  keys: ProfileKey[];
  tags?: string[];
  custom?: CustomFields;
}

/** The company that a row speaks of; null when it names none. */
export function companyOfRow(row: ImportRow, { source, at }: Arrival): ImportCompany | null {
  const website = row.account?.websites?.[0];
  const domain = companyDomain(row.account?.domain ?? website ?? '') ?? undefined;
  const name = row.account?.name ?? row.fields.company ?? domain;
  if (name === undefined) return null;
  const plain = { ...row.account, name, ...(domain === undefined ? {} : { domain }) };
  if (domain === undefined) delete plain.domain;
  const more = row.isCompany ? defined({ tags: row.tags, custom: customOf(row.custom, undefined, source, at) }) : {};
  return { fields: fieldsOfPlain(plain, source, at) as AccountFields, keys: [...row.accountKeys ?? [], ...(domain === undefined ? [] : [domainKey(domain)])], ...more };
}

/** An account with what the row adds: tags are united, own fields that are not set yet are. The same object when there is nothing new. */
export function grownAccount(account: Account, { tags = [], custom = {} }: Pick<ImportCompany, 'tags' | 'custom'>, at: number): Account {
  const all = [...new Set([...account.tags, ...tags])];
  let own = account.custom;
  for (const [name, { value, source, at: said }] of Object.entries(custom)) own = customOf({ [name]: value }, own, source, said);
  if (all.length === account.tags.length && own === account.custom) return account;
  return { ...account, tags: all, ...(own ? { custom: own } : {}), updatedAt: at };
}

/** Somebody new, as the row says. `keys` are those that nobody else has. */
export function newPerson(row: ImportRow, id: string, keys: ProfileKey[], { accountId, lists }: Belongs, { importId, source, at }: Arrival): Prospect {
  const createdAt = Math.min(row.createdAt ?? at, at);
  const person: Prospect = {
    id, kind: row.kind, keys, fields: fieldsOfPlain(row.fields, source, at) as Prospect['fields'], suggestions: {},
    ...(accountId === undefined ? {} : { accountId }),
    stage: row.stage ?? 'new', tags: [...new Set(row.tags ?? [])], lists: [...lists],
    ...defined({ leadSource: row.leadSource, sourceDetail: row.sourceDetail, campaign: row.campaign }),
    ...(row.kind === 'lead' ? { lead: { state: 'new', at: createdAt } } : {}),
    ...defined({ lawful: row.lawful, consent: row.consent, custom: customOf(row.custom, undefined, source, at) }),
    importId, createdAt, updatedAt: at,
  };
  return barred(person, row, at);
}

/**
 * Somebody who is in the book with what the row adds: empty fields are filled, other values become suggestions, lists and tags are united; stage,
 * lead source and the rest stay where they are set. The same object when the row adds nothing. `keys` are those that nobody else has.
 */
export function refreshedPerson(old: Prospect, row: ImportRow, keys: ProfileKey[], { accountId, lists }: Belongs, { source, at }: Arrival): Prospect {
  const read = refresh(old, fieldsOfPlain(row.fields, source, at), keys, at);
  const isLead = row.kind === 'lead' && old.kind === 'prospect';
  const custom = customOf(row.custom, old.custom, source, at);
  const next: Prospect = barred({
    ...old, fields: read.fields, suggestions: read.suggestions, keys: read.keys,
    tags: [...new Set([...old.tags, ...row.tags ?? []])], lists: [...new Set([...old.lists, ...lists])],
    ...(old.accountId === undefined && accountId !== undefined ? { accountId } : {}),
    ...(isLead ? { kind: 'both', ...(old.lead ? {} : { lead: { state: 'new', at: Math.min(row.createdAt ?? at, at) } }) } : {}),
    ...missing(old, { leadSource: row.leadSource, sourceDetail: old.leadSource === undefined ? row.sourceDetail : undefined, campaign: row.campaign, lawful: row.lawful }),
    ...(row.consent && (!old.consent || row.consent.at > old.consent.at) ? { consent: row.consent } : {}),
    ...(custom ? { custom } : {}),
  }, row, at);
  return JSON.stringify(next) === JSON.stringify(old) ? old : { ...next, updatedAt: at };
}

/** What a row tells of a person besides the person: the same rows whenever it is read again. `since` (epoch ms) is when the person came. */
export function aroundRow(row: ImportRow, prospectId: string, since: number, at: number): { notes: Note[]; touches: Touch[] } {
  const times = { createdAt: at, updatedAt: at };
  return {
    notes: row.note === undefined ? [] : [{ id: derivedId(since, `${prospectId} note ${row.note}`), prospectId, text: row.note, ...times }],
    touches: (row.touches ?? []).map((touch) => ({
      id: derivedId(touch.at, `${prospectId} touch ${touch.channel} ${touch.direction} ${touch.at}`), prospectId, channel: touch.channel, direction: touch.direction,
      ...defined({ outcome: touch.outcome, note: touch.note }), at: Math.min(touch.at, at), ...times,
    })),
  };
}

function fieldsOfPlain(plain: { [name: string]: unknown }, source: Source, at: number): Record<string, Field> {
  const fields: Record<string, Field> = {};
  for (const [name, value] of Object.entries(plain)) if (value !== undefined) fields[name] = { value: value as FieldValue, source, at };
  return fields;
}

function barred(person: Prospect, { doNotContact }: ImportRow, at: number): Prospect {
  return doNotContact ? notContacted(person, doNotContact.reason, Math.min(doNotContact.at ?? at, at)) : person;
}

/** The rep's own fields with those that are said and not set yet; the same object when none is, undefined when there are none. */
function customOf(said: ImportRow['custom'], old: CustomFields | undefined, source: Source, at: number): CustomFields | undefined {
  let custom = old;
  for (const [typed, value] of Object.entries(said ?? {})) {
    const name = customName(typed);
    if (name && knownCustom(custom, name) === undefined && Object.keys(custom ?? {}).length < MOST_CUSTOM) custom = { ...custom, [name]: { value, source, at } };
  }
  return custom;
}

function missing<T extends Partial<Prospect>>(old: Prospect, more: { [name in keyof T]: T[name] | undefined }): Partial<Prospect> {
  return Object.fromEntries(Object.entries(more).filter(([name, value]) => value !== undefined && old[name as keyof Prospect] === undefined));
}

function defined<T extends object>(parts: T): { [name in keyof T]?: Exclude<T[name], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as { [name in keyof T]?: Exclude<T[name], undefined> };
}
