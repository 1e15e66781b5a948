import { companyNameKey, type Account, type AccountFields } from './account.ts';
import { ACCOUNT_FIELDS } from './account.ts';
import type { Draft, DraftField, Reading } from './draft.ts';
import type { ProfileKey } from './identity.ts';
import { emailKey } from './identity.ts';
import { outranks, sameValue, type Field, type FieldValue, type Source } from './provenance.ts';
import { PROSPECT_FIELDS, type Prospect, type ProspectFields } from './prospect.ts';

type Fields = Record<string, Field | undefined>;

/** What the rep typed over the draft before saving: field -> value; '' or [] = "leave this out". */
export type Edits = { [name in keyof ProspectFields]?: FieldValue };

/** A draft's readings as fields with their source and time, the rep's edits on top (a hand edit always wins). */
export function fieldsOf(draft: Draft, edits: Edits, names: readonly string[], at: number): Fields {
  const fields: Fields = {};
  for (const name of names) {
    const reading = draft.fields[name as DraftField] as Reading<FieldValue> | undefined;
    const edit = edits[name as keyof Edits];
    if (edit !== undefined) {
      if (!isEmpty(edit)) fields[name] = { value: edit, source: { kind: 'hand', name: 'rep' }, at };
    } else if (reading && !isEmpty(reading.value)) {
      fields[name] = { value: reading.value, source: pageSource(draft, reading), at };
    }
  }
  if (!fields['profiles'] && draft.url && names === PROSPECT_FIELDS) fields['profiles'] = { value: [draft.url], source: { kind: 'page', name: draft.site, strategy: 'address', sure: 1 }, at };
  return fields;
}

/** All identities a draft gives its person: the address, the aliases the page shows, and its mail addresses. */
export function keysOf(draft: Draft, fields: Fields): ProfileKey[] {
  const emails = (fields['emails']?.value as string[] | undefined) ?? [];
  return [...new Set([...draft.keys, ...emails.map(emailKey).filter((key) => key !== null)])];
}

/** The account that a person's draft speaks of, as far as the page tells; null when it names no company. `companyKey` is the key of the company's own profile when the page links it. */
export function accountFieldsOf(draft: Draft, fields: Fields, companyKey: ProfileKey | null): { fields: AccountFields; keys: ProfileKey[] } | null {
  const company = fields['company'];
  if (!company || typeof company.value !== 'string') return null;
  const byName = companyNameKey(company.value);
  const link = draft.fields.companyUrl;
  return {
    fields: {
      name: company as Field<string>,
      ...(link ? { profiles: { value: [link.value], source: pageSource(draft, link), at: company.at } } : {}),
    },
    keys: [companyKey, byName].filter((key) => key !== null),
  };
}

/** The fields of a company page's own draft. */
export function companyFieldsOf(draft: Draft, edits: Edits, at: number): AccountFields {
  const fields = fieldsOf(draft, edits, ACCOUNT_FIELDS, at);
  fields['profiles'] ??= { value: [draft.url], source: { kind: 'page', name: draft.site, strategy: 'address', sure: 1 }, at };
  return fields as AccountFields;
}

/**
 * Brings newer readings to a row that exists: an empty field is filled, lists gain what is new, a value from a less trusted
 * source (or a different one from a page, which the rep should see first) becomes a suggestion. Nothing known is lost.
 */
export function refresh<T extends Prospect | Account>(row: T, incoming: Fields, keys: ProfileKey[], at: number): T {
  const fields: Fields = { ...row.fields };
  const suggestions: Fields = { ...row.suggestions };
  for (const [name, next] of Object.entries(incoming)) {
    if (!next) continue;
    const now = fields[name];
    if (!now) {
      fields[name] = next;
      delete suggestions[name];
    } else if (sameValue(now.value, next.value)) {
      // a file that says what is known says nothing of what others offer
      if (next.source.kind !== 'file') delete suggestions[name];
    } else if (isTexts(now.value) && isTexts(next.value)) {
      const known = new Set(now.value.map((one) => one.toLowerCase()));
      const more = next.value.filter((one) => !known.has(one.toLowerCase()));
      if (more.length) fields[name] = { ...now, value: [...now.value, ...more] };
    } else if (next.source.kind === 'hand' || (typeof next.value === 'number' && outranks(next.source, now.source) && !isSameFile(next, now))) {
      fields[name] = next;
      delete suggestions[name];
    } else if (sameValue((row as Prospect).declined?.[name as keyof ProspectFields], next.value)) {
      continue;
    } else if (!suggestions[name] || (outranks(next.source, suggestions[name].source) && !sameValue(next.value, suggestions[name].value) && !isSameFile(next, suggestions[name]))) {
      suggestions[name] = next;
    }
  }
  const allKeys = [...new Set([...row.keys, ...keys])];
  const changed = JSON.stringify([fields, suggestions, allKeys]) !== JSON.stringify([row.fields, row.suggestions, row.keys]);
  return changed ? { ...row, fields, suggestions, keys: allKeys, updatedAt: at } : row;
}

function pageSource(draft: Draft, reading: Reading<unknown>): Source {
  return { kind: 'page', name: draft.site, strategy: reading.source, sure: reading.sure, url: draft.url };
}

/** Of two lines of one file the first counts: read again it says nothing new. */
function isSameFile(next: Field, now: Field): boolean {
  return next.source.kind === 'file' && now.source.kind === 'file' && next.source.name === now.source.name;
}

function isTexts(value: FieldValue): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isEmpty(value: FieldValue): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0) || (typeof value === 'string' && !value.trim());
}
