import type { Account } from '../account.ts';
import type { FollowUp, Note, Touch } from '../activity.ts';
import { firstAndLast } from '../name.ts';
import type { Prospect } from '../prospect.ts';
import type { Field, FieldValue, Source } from '../provenance.ts';
import type { Local } from './link.ts';
import type { Values } from './record.ts';

type Fields = { [name: string]: Field };

/** A prospect as the sync sees it. */
export function prospectLocal(row: Prospect): Local {
  const fields = row.fields as Fields;
  const shown = text(fields, 'name');
  const { first, last } = partsOf(shown);
  const websites = list(fields, 'websites');
  const profiles = list(fields, 'profiles');
  const linkedin = profiles.find(isLinkedIn) ?? linkedInOf(row.keys, 'in');
  const at = (name: string): number => fields[name]?.at ?? row.updatedAt;
  return {
    kind: 'prospect', id: row.id, keys: row.keys, updatedAt: row.updatedAt,
    values: {
      firstName: first, lastName: last, title: text(fields, 'title'), emails: list(fields, 'emails'), phones: list(fields, 'phones'),
      linkedin, website: websites[0] ?? null, location: text(fields, 'location'), account: row.accountId ?? null, headline: text(fields, 'headline'), about: text(fields, 'about'),
      tags: row.tags, doNotContact: row.doNotContact !== undefined, stage: row.stage, leadSource: row.leadSource ?? null, fit: row.fit?.fit ?? null,
    },
    changedAt: {
      firstName: at('name'), lastName: at('name'), title: at('title'), emails: at('emails'), phones: at('phones'), linkedin: at('profiles'), website: at('websites'),
      location: at('location'), headline: at('headline'), about: at('about'),
    },
  };
}

export function accountLocal(row: Account): Local {
  const fields = row.fields as Fields;
  const at = (name: string): number => fields[name]?.at ?? row.updatedAt;
  const domain = text(fields, 'domain') ?? list(fields, 'websites')[0] ?? null;
  return {
    kind: 'account', id: row.id, keys: row.keys, updatedAt: row.updatedAt,
    values: {
      name: text(fields, 'name'), domain, linkedin: list(fields, 'profiles').find(isLinkedIn) ?? linkedInOf(row.keys, 'company'), industry: text(fields, 'industry'),
      employees: typeof fields['employees']?.value === 'number' ? fields['employees'].value : null, location: text(fields, 'location'), about: text(fields, 'about'),
      phones: list(fields, 'phones'), emails: list(fields, 'emails'),
    },
    changedAt: Object.fromEntries(Object.keys(fields).map((name) => [name === 'profiles' ? 'linkedin' : name, at(name)])),
  };
}

export function noteLocal(row: Note): Local {
  return { kind: 'note', id: row.id, keys: [], updatedAt: row.updatedAt, changedAt: {}, values: { text: row.text, prospect: row.prospectId, at: iso(row.createdAt) } };
}

/** A touch travels as a line of text: what happened, on which channel, with what outcome. */
export function touchLocal(row: Touch): Local {
  const what = `${row.direction === 'in' ? '←' : '→'} ${row.channel}${row.outcome ? `: ${row.outcome}` : ''}`;
  return { kind: 'touch', id: row.id, keys: [], updatedAt: row.updatedAt, changedAt: {}, values: { text: what, prospect: row.prospectId, at: iso(row.at) } };
}

export function followUpLocal(row: FollowUp): Local {
  return {
    kind: 'followUp', id: row.id, keys: [], updatedAt: row.updatedAt, changedAt: {},
    values: { text: row.text || row.words, dueAt: iso(row.dueAt), done: row.open === 0, prospect: row.prospectId },
  };
}

/** A prospect with values from a CRM taken over. The name is put together again; lists keep what the CRM cannot hold. */
export function withValues(row: Prospect, values: Values, source: Source, at: number): Prospect {
  const fields = setFields(row.fields as Fields, values, ['title', 'location', 'headline', 'about', 'emails', 'phones'], source, at);
  if ('firstName' in values || 'lastName' in values) {
    const now = prospectLocal(row).values;
    const name = [values['firstName'] ?? ('firstName' in values ? null : now['firstName']), values['lastName'] ?? ('lastName' in values ? null : now['lastName'])].filter(Boolean).join(' ');
    if (name) fields['name'] = { value: name, source, at };
  }
  if ('linkedin' in values) setFirst(fields, 'profiles', values['linkedin'], isLinkedIn, source, at);
  if ('website' in values) setFirst(fields, 'websites', values['website'], (_one, index) => index === 0, source, at);
  const { accountId: _account, ...rest } = row;
  const account = 'account' in values ? values['account'] : row.accountId ?? null;
  return {
    ...rest, fields, updatedAt: at,
    ...(typeof account === 'string' ? { accountId: account } : {}),
    ...(Array.isArray(values['tags']) ? { tags: values['tags'] } : {}),
    ...(values['doNotContact'] === true && !row.doNotContact ? { doNotContact: { at, reason: source.name } } : {}),
  };
}

export function accountWithValues(row: Account, values: Values, source: Source, at: number): Account {
  const fields = setFields(row.fields as Fields, values, ['name', 'domain', 'industry', 'employees', 'location', 'about', 'phones', 'emails'], source, at);
  if ('linkedin' in values) setFirst(fields, 'profiles', values['linkedin'], isLinkedIn, source, at);
  return { ...row, fields, updatedAt: at };
}

export function noteWithValues(row: Note, values: Values, at: number): Note {
  return { ...row, ...(typeof values['text'] === 'string' ? { text: values['text'] } : {}), updatedAt: at };
}

export function followUpWithValues(row: FollowUp, values: Values, at: number): FollowUp {
  const due = typeof values['dueAt'] === 'string' ? Date.parse(values['dueAt']) : Number.NaN;
  const { doneAt: _done, ...open } = row;
  const next = { ...open, ...(typeof values['text'] === 'string' ? { text: values['text'] } : {}), ...(Number.isNaN(due) ? {} : { dueAt: due }), updatedAt: at };
  const done = typeof values['done'] === 'boolean' ? values['done'] : row.open === 0;
  return done ? { ...next, open: 0, doneAt: row.doneAt ?? at } : { ...next, open: 1 };
}

function setFields(fields: Fields, values: Values, names: string[], source: Source, at: number): Fields {
  const next: Fields = { ...fields };
  for (const name of names) {
    if (!(name in values)) continue;
    const value = values[name];
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) delete next[name];
    else next[name] = { value: value as FieldValue, source, at };
  }
  return next;
}

/** A name in the two parts that CRMs have. One that cannot be told apart is cut before its last word: a last name no CRM can do without, and no word is lost. */
function partsOf(shown: string | null): { first: string | null; last: string | null } {
  const { first, last } = shown ? firstAndLast(shown) : {};
  if (first && last) return { first, last };
  const words = (shown ?? '').split(/\s+/).filter(Boolean);
  return { first: words.slice(0, -1).join(' ') || null, last: words.at(-1) ?? null };
}

/** Puts one address into a list in the place of the one that it stands for. */
function setFirst(fields: Fields, name: string, value: unknown, isOld: (one: string, index: number) => boolean, source: Source, at: number): void {
  const rest = list(fields, name).filter((one, index) => !isOld(one, index));
  const next = typeof value === 'string' && value ? [value, ...rest] : rest;
  if (next.length) fields[name] = { value: next, source, at };
  else delete fields[name];
}

function text(fields: Fields, name: string): string | null {
  const value = fields[name]?.value;
  return typeof value === 'string' && value !== '' ? value : null;
}

function list(fields: Fields, name: string): string[] {
  const value = fields[name]?.value;
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function isLinkedIn(address: string): boolean {
  return /^https?:\/\/([a-z]+\.)?linkedin\.com\//i.test(address);
}

function linkedInOf(keys: string[], what: 'in' | 'company'): string | null {
  const key = keys.find((one) => one.startsWith(`linkedin:${what}/`));
  return key ? `https://www.linkedin.com/${key.slice('linkedin:'.length)}` : null;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
