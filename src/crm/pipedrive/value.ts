import type { RemoteRecord, SyncKind, SyncValue, Values } from '../../domain/sync/record.ts';
import { markupOf, plainText } from '../markup.ts';
import { type Row, rowOf, rowsOf, writtenIn } from '../untrusted.ts';

/** Where the records of a kind are. */
export const PATH: Record<SyncKind, string> = { account: '/api/v2/organizations', prospect: '/api/v2/persons', note: '/v1/notes', touch: '/v1/notes', followUp: '/api/v2/activities' };

/** Codes of the custom fields of this account: `prospect` and `account` hold our key, `linkedin` a person's profile. */
export interface Codes { [name: string]: string }

const NUMBERS = new Set(['employee_count', 'annual_revenue']);
const isCustom = (name: string): boolean => /^[0-9a-f]{40}$/.test(name);

/** Epoch ms of a time: v1 writes "2026-01-05 09:00:00" and means UTC. */
export function timeOf(value: unknown): number {
  const written = writtenIn(value);
  return Date.parse(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(written) ? `${written.replace(' ', 'T')}Z` : written);
}

/** One field of an answer; undefined = it does not speak of it. */
function valueOf(kind: SyncKind, name: string, raw: Row, codes: Codes): SyncValue | undefined {
  const code = name === 'linkedin' && kind === 'prospect' ? codes['linkedin'] : name;
  if (!code) return undefined;
  if (name === 'person_id') return writtenIn(raw[name]) || null;
  if (name === 'due') {
    const at = timeOf(`${writtenIn(raw['due_date'])} ${`${writtenIn(raw['due_time']) || '00:00'}:00`.slice(0, 8)}`);
    return Number.isNaN(at) ? null : new Date(at).toISOString();
  }
  const has = isCustom(code) ? rowOf(raw['custom_fields']) : raw;
  if (!(code in has)) return undefined;
  const value = has[code];
  if (name === 'emails' || name === 'phones') return rowsOf(value).toSorted((a, b) => Number(b['primary'] === true) - Number(a['primary'] === true)).map((one) => writtenIn(one['value']).trim()).filter(Boolean);
  if (name === 'done') return value === true;
  if (name === 'address') return writtenIn(rowOf(value)['value']) || null;
  if (name === 'content') return plainText(writtenIn(value)) || null;
  if (NUMBERS.has(name)) return typeof value === 'number' ? value : null;
  if (name !== 'add_time') return writtenIn(value) || null;
  const at = timeOf(value);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** A record of an answer; undefined when it is none. */
export function toRemote(kind: SyncKind, raw: Row, names: readonly string[], codes: Codes): RemoteRecord | undefined {
  const [id, createdAt] = [writtenIn(raw['id']), timeOf(raw['add_time'])];
  const at = Number.isNaN(timeOf(raw['update_time'])) ? createdAt : timeOf(raw['update_time']);
  if (!id || Number.isNaN(at)) return undefined;
  const fields: Values = {};
  for (const name of names) {
    const value = valueOf(kind, name, raw, codes);
    if (value !== undefined) fields[name] = value;
  }
  const key = codes[kind] ? writtenIn(rowOf(raw['custom_fields'])[codes[kind]]) : '';
  return { id, key: key || null, at, ...(Number.isNaN(createdAt) ? {} : { createdAt }), deleted: raw['is_deleted'] === true || raw['active_flag'] === false, fields };
}

/** A list of addresses as it is sent, whole: the first is the primary one; labels that somebody gave stay. */
function reachesOf(values: string[], before: unknown): Row[] {
  const labels = new Map(rowsOf(before).map((one) => [writtenIn(one['value']).toLowerCase(), writtenIn(one['label'])]));
  return values.map((value, at) => ({ value, primary: at === 0, label: labels.get(value.toLowerCase()) || 'work' }));
}

/** Values of ours as the body of a write; `before` is what the CRM holds. Lists and the name are sent whole. */
export function toBody(kind: SyncKind, names: readonly string[], fields: Values, codes: Codes, before: Row = {}): Row {
  const body: Row = {};
  const custom: Row = {};
  const one = (name: string): string => (Array.isArray(fields[name]) ? fields[name].join(', ') : String(fields[name] ?? '')).trim();
  for (const name of names) {
    const value = fields[name] ?? null;
    const list = Array.isArray(value) ? value : [];
    // nobody is without a name there
    if (name === 'first_name' || name === 'last_name') body['name'] = [one('first_name'), one('last_name')].filter(Boolean).join(' ') || (Array.isArray(fields['emails']) && fields['emails'][0]) || '?';
    else if (name === 'emails' || name === 'phones') body[name] = reachesOf(list, before[name]);
    else if (name === 'org_id') body[name] = value === null ? null : Number(value);
    else if (name === 'person_id') Object.assign(body, kind === 'followUp' ? { participants: [{ person_id: Number(value), primary: true }] } : { person_id: Number(value) });
    else if (name === 'due') Object.assign(body, typeof value === 'string' ? { due_date: value.slice(0, 10), due_time: value.slice(11, 16) } : { due_date: null, due_time: null });
    else if (name === 'add_time') body[name] = one(name).slice(0, 19).replace('T', ' ');
    else if (name === 'address') body[name] = value === null ? null : { value };
    else if (name === 'content') body[name] = markupOf(one(name));
    else if (name === 'done' || NUMBERS.has(name)) body[name] = value;
    else if (name === 'linkedin' && kind === 'prospect') { if (codes['linkedin']) custom[codes['linkedin']] = value; } 
    else if (isCustom(name)) custom[name] = value === null ? null : one(name);
    else body[name] = value === null ? null : one(name);
  }
  return Object.keys(custom).length ? { ...body, custom_fields: custom } : body;
}
