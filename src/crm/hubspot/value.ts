import type { RemoteRecord, SyncKind, SyncValue, Values } from '../../domain/sync/record.ts';
import { words } from '../answer.ts';
import { markupOf, plainText } from '../markup.ts';
import { type Row, rowOf, rowsOf, writtenIn } from '../untrusted.ts';

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
    else if (name === 'hs_note_body') out[name] = markupOf(entries.join('\n'));
    else if (name !== 'prospect' && name !== 'associatedcompanyid') out[name] = entries.join(';');
  }
  return out;
}

/** One property or put-together field; undefined = the answer does not speak of it. */
function valueOf(kind: SyncKind, name: string, has: Row): SyncValue | undefined {
  const all = (main: string, ...more: string[]): SyncValue | undefined => (main in has ? [main, ...more].flatMap((one) => writtenIn(has[one]).split(';')).map((one) => one.trim()).filter(Boolean) : undefined);
  if (name === 'emails') return all('email', 'hs_additional_emails');
  if (name === 'phones') return kind === 'prospect' ? all('phone', 'mobilephone') : all('phone');
  if (name === 'done') return 'hs_task_status' in has ? has['hs_task_status'] === 'COMPLETED' : undefined;
  if (!(name in has)) return undefined;
  const value = writtenIn(has[name]);
  if (value === '') return null;
  if (NUMBERS.has(name)) return Number.isFinite(Number(value)) ? Number(value) : null;
  if (name === 'hs_note_body') return plainText(value) || null;
  if (name !== 'hs_timestamp') return value;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** A record of an answer; undefined when it is none. `links` = the person (of a note, task) or company (of a person) where the answer does not hold it. */
export function toRemote(kind: SyncKind, raw: Row, names: readonly string[], links: Values = {}): RemoteRecord | undefined {
  const [id, has] = [writtenIn(raw['id']), rowOf(raw['properties'])];
  const at = Date.parse(writtenIn(has[clockOf(kind)]) || writtenIn(raw['updatedAt']));
  if (!id || Number.isNaN(at)) return undefined;
  const fields: Values = {};
  for (const name of names) {
    const value = name in links ? links[name] : valueOf(kind, name, has);
    if (value !== undefined) fields[name] = value;
  }
  const createdAt = Date.parse(writtenIn(raw['createdAt']));
  return { id, key: writtenIn(has[KEY]) || null, at, ...(Number.isNaN(createdAt) ? {} : { createdAt }), deleted: raw['archived'] === true, fields };
}

/** What the CRM says of a refused row, without the values that it lists. */
export function wordsOf(problem: Row): string {
  const details = rowsOf(problem['errors']).map((one) => writtenIn(one['message'])).filter(Boolean).join(' ');
  return words(details || writtenIn(problem['message']).split(/: \[\{/)[0]);
}

