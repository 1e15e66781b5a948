import type { RemoteRecord, SyncKind } from '../../domain/sync/record.ts';
import { entryKey } from '../../domain/sync/value.ts';
import type { Access, Wanted } from '../connector.ts';
import { hostOf, meets } from '../meets.ts';
import { unless } from '../refused.ts';
import { addressesIn, textIn } from '../untrusted.ts';
import { isContact, messageId, messages, MODEL, numbers, PROFILE, signOf, xmlId, type Translation } from './record.ts';
import { ALL, type Session } from './session.ts';

type Contact = 'account' | 'prospect';

/** Log notes on contacts. */
export const NOTES = [['model', '=', 'res.partner'], ['message_type', '=', 'comment'], ['subtype_id.internal', '=', true]];
/** Messages that tell of a follow-up as done. */
export const DONE = [['model', '=', 'res.partner'], ['mail_activity_type_id', '!=', false]];
export const TOLD = ['body', 'write_date', 'create_date', 'res_id'];

/** Which contacts are of this kind: addresses for deliveries and invoices are no people. */
export function contacts(kind: Contact): unknown[][] {
  return [['is_company', '=', kind === 'account'], ...(kind === 'prospect' ? [['type', '=', 'contact']] : [])];
}

/** "Any of these" and "all of these" in the server's prefix notation. */
const joined = (sign: '|' | '&', terms: unknown[][]): unknown[] => terms.flatMap((term, at) => [...(at < terms.length - 1 ? [sign] : []), ...term]);
const exactly = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The ways to look for records. All throw `Refused`. */
export interface Finding {
  /** Numbers of the contacts that bear these keys; whoever was merged bears several. */
  idsByKey(kind: Contact, keys: readonly string[]): Promise<Map<string, string>>;
  find(kind: SyncKind, wanted: Wanted[]): Promise<RemoteRecord[][]>;
  /** Those of these follow-ups that are gone because they are done. */
  done(ids: readonly string[]): Promise<RemoteRecord[]>;
}

export function finding({ call, searchRead }: Session, { wire, records, doneIn, leftIn }: Translation, { known }: Access): Finding {
  let keysHidden = false;

  async function idsByKey(kind: Contact, keys: readonly string[]): Promise<Map<string, string>> {
    const names = new Map(keys.map((key) => [xmlId(kind, key), key]));
    if (names.size === 0) return new Map();
    const listed = [['module', '=', 'paydirt'], ['model', '=', 'res.partner'], ['name', 'in', [...names.keys()]]];
    const rows = keysHidden ? null : await unless('permission', searchRead('ir.model.data', listed, ['name', 'res_id']), null);
    if (rows) return new Map(rows.map((row) => [names.get(textIn(row['name'])) ?? '', String(row['res_id'])]));
    // who may not read the list of keys may still ask for each
    keysHidden = true;
    const found = new Map<string, string>();
    for (const [name, key] of names) {
      const link = await unless('rejected', call('ir.model.data', 'check_object_reference', ['paydirt', name], ALL), null);
      if (Array.isArray(link) && typeof link[1] === 'number') found.set(key, String(link[1]));
    }
    return found;
  }

  async function done(ids: readonly string[]): Promise<RemoteRecord[]> {
    const left = messages(ids);
    const terms: unknown[][] = [...numbers(ids).map((id) => [['body', 'ilike', signOf(String(id))]]), ...(left.length ? [[['id', 'in', left]]] : [])];
    const rows = terms.length ? await searchRead('mail.message', [...DONE, ...joined('|', terms)], TOLD) : [];
    return [...doneIn(rows), ...leftIn(rows).filter(({ id }) => ids.includes(id))];
  }

  /** Notes and follow-ups by key, or of the same person with the same text. */
  async function findChildren(kind: SyncKind, wanted: Wanted[]): Promise<RemoteRecord[][]> {
    const people = numbers(wanted.flatMap(({ prospect }) => prospect ?? []));
    const ofPeople = ['res_id', 'in', people];
    const isTask = kind === 'followUp';
    const domain = isTask ? [['res_model', '=', 'res.partner'], ofPeople] : joined('|', [[['message_id', 'in', wanted.map(({ key }) => messageId(key))]], joined('&', [...NOTES, ofPeople].map((one) => [one]))]);
    const open = await records(kind, await searchRead(MODEL[kind], domain, wire(kind), { order: 'id desc', limit: 2_000 }));
    const told = isTask ? await searchRead('mail.message', [...DONE, ofPeople], TOLD, { order: 'id desc', limit: 2_000 }) : [];
    const [over, left] = [doneIn(told), leftIn(told)];
    const text = isTask ? 'summary' : 'body';
    // a message without our key is proof only for what has been there and was made before it
    return wanted.map((one) => [...open, ...over, ...left.filter(({ key, createdAt }) => key === one.key || (one.goneSince !== undefined && createdAt! >= one.goneSince))]
      .filter(({ key, fields }) => meets(one, { key, prospect: String(fields['res_id'] ?? ''), text: String(fields[text] ?? '') })));
  }

  async function findContacts(kind: Contact, wanted: Wanted[]): Promise<RemoteRecord[][]> {
    const held = await idsByKey(kind, wanted.map(({ key }) => key));
    const emails = wanted.flatMap((one) => one.emails ?? []).map((one) => one.trim().toLowerCase()).filter(Boolean);
    const paths = known['profile'] ? wanted.flatMap(({ linkedin }) => (linkedin ? [entryKey('link', linkedin).replace(/^[^/]*/, '')] : [])).filter(Boolean) : [];
    const hosts = kind === 'account' ? wanted.flatMap(({ domain }) => (domain ? [hostOf(domain)] : [])) : [];
    const names = kind === 'account' ? wanted.flatMap(({ name }) => name ?? []) : [];
    const terms: unknown[][] = [
      ...paths.map((one) => [[PROFILE, 'ilike', exactly(one)]]),
      ...hosts.flatMap((one) => [[['website', 'ilike', exactly(one)]], [['email_normalized', '=ilike', `%@${exactly(one)}`]]]),
      ...names.map((one) => [['name', '=ilike', exactly(one)]]),
    ];
    // an odd text with more than the address in it has no normalized form
    if (emails.length) terms.push([['email_normalized', 'in', emails]], ['&', ['email_normalized', '=', false], ...joined('|', emails.map((one) => [['email', 'ilike', exactly(one)]]))]);
    const byKey = [['id', 'in', numbers([...held.values()])]];
    const domain = terms.length ? joined('|', [byKey, joined('&', [...contacts(kind).map((one) => [one]), joined('|', terms)])]) : byKey;
    const rows = await searchRead('res.partner', domain, [...new Set([...wire(kind), 'email', 'website', 'name', ...(known['profile'] ? [PROFILE] : [])])]);
    const found = await records(kind, rows);
    return wanted.map((one) => rows.flatMap((row, at) => {
      const record = found[at]!;
      // after a merge one record bears the keys of all
      if (held.get(one.key) === record.id) return [{ ...record, key: one.key }];
      const shown = { key: null, emails: addressesIn(row['email']), linkedin: textIn(row[PROFILE]), website: textIn(row['website']), name: kind === 'account' ? textIn(row['name']) : '' };
      return meets(one, shown) ? [record] : [];
    }));
  }

  return { idsByKey, done, find: (kind, wanted) => (isContact(kind) ? findContacts(kind, wanted) : findChildren(kind, wanted)) };
}
