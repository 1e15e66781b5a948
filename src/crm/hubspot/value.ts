import type { RemoteRecord, SyncKind, SyncValue, Values } from '../../domain/sync/record.ts';
import { words } from '../answer.ts';
import { htmlOf, textOf } from '../html-text.ts';
import { object, objects, text, type Json } from '../untrusted.ts';

/** The property that holds our key; it has unique values. */
export const KEY = 'paydirt_key';
/** HubSpot's types of objects. */
export const TYPE: Record<SyncKind, string> = { account: 'companies', prospect: 'contacts', note: 'notes', touch: 'notes', followUp: 'tasks' };
const NUMBERS = new Set(['numberofemployees', 'annualrevenue']);

/** The property that holds the time of the last change. */
export const clockOf = (kind: SyncKind): string => (kind === 'prospect' ? 'lastmodifieddate' : 'hs_lastmodifieddate');
export const isParent = (kind: SyncKind): kind is 'account' | 'prospect' => kind === 'account' || kind === 'prospect';

/** The CRM's properties behind names that are put together here. */
export function propertiesOf(kind: SyncKind, names: readonly string[]): string[] {
  const wanted = names.flatMap((name) => (name === 'emails' ? ['email', 'hs_additional_emails'] : name === 'phones' ? (kind === 'prospect' ? ['phone', 'mobilephone'] : ['phone']) : name === 'done' ? ['hs_task_status'] : name === 'prospect' ? [] : [name]));
  return [...new Set([...wanted, clockOf(kind), ...(isParent(kind) ? ['hs_merged_object_ids'] : [])])];
}

/** Values of ours as HubSpot's properties: texts, "" clears. Links are not among them. */
export function toProperties(kind: SyncKind, names: readonly string[], fields: Values): { [name: string]: string } {
  const out: { [name: string]: string } = {};
  for (const name of names) {
    const value = fields[name] ?? null;
    const entries = Array.isArray(value) ? value : value === null ? [] : [String(value)];
    if (name === 'emails') out['email'] = entries[0] ?? '';
    else if (name === 'phones') Object.assign(out, { phone: entries[0] ?? '' }, kind === 'prospect' ? { mobilephone: entries[1] ?? '' } : {});
    else if (name === 'done') out['hs_task_status'] = value === true ? 'COMPLETED' : 'NOT_STARTED';
    else if (name === 'hs_note_body') out[name] = htmlOf(entries.join('\n'));
    else if (name !== 'prospect' && name !== 'associatedcompanyid') out[name] = entries.join(';');
  }
  return out;
}

/** One property or put-together field; undefined = the answer does not speak of it. */
function valueOf(kind: SyncKind, name: string, has: Json): SyncValue | undefined {
  const all = (main: string, ...more: string[]): SyncValue | undefined => (main in has ? [main, ...more].flatMap((one) => text(has[one]).split(';')).map((one) => one.trim()).filter(Boolean) : undefined);
  if (name === 'emails') return all('email', 'hs_additional_emails');
  if (name === 'phones') return kind === 'prospect' ? all('phone', 'mobilephone') : all('phone');
  if (name === 'done') return 'hs_task_status' in has ? has['hs_task_status'] === 'COMPLETED' : undefined;
  if (!(name in has)) return undefined;
  const value = text(has[name]);
  if (value === '') return null;
  if (NUMBERS.has(name)) return Number.isFinite(Number(value)) ? Number(value) : null;
  if (name === 'hs_note_body') return textOf(value) || null;
  if (name !== 'hs_timestamp') return value;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** A record of an answer; undefined when it is none. `links` = the person (of a note, task) or company (of a person) where the answer does not hold it. */
export function toRemote(kind: SyncKind, raw: Json, names: readonly string[], links: Values = {}): RemoteRecord | undefined {
  const [id, has] = [text(raw['id']), object(raw['properties'])];
  const at = Date.parse(text(has[clockOf(kind)]) || text(raw['updatedAt']));
  if (!id || Number.isNaN(at)) return undefined;
  const fields: Values = {};
  for (const name of names) {
    const value = name in links ? links[name] : valueOf(kind, name, has);
    if (value !== undefined) fields[name] = value;
  }
  const createdAt = Date.parse(text(raw['createdAt']));
  return { id, key: text(has[KEY]) || null, at, ...(Number.isNaN(createdAt) ? {} : { createdAt }), deleted: raw['archived'] === true, fields };
}

/** What the CRM says of a refused row, without the values that it lists. */
export function wordsOf(problem: Json): string {
  const details = objects(problem['errors']).map((one) => text(one['message'])).filter(Boolean).join(' ');
  return words(details || text(problem['message']).split(/: \[\{/)[0]);
}

