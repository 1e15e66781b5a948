import type { RemoteRecord, SyncKind, SyncValue, Values } from '../../domain/sync/record.ts';
import { entryKey } from '../../domain/sync/value.ts';
import type { Access, Wanted } from '../connector.ts';

/** A record, or any other object, as EspoCRM sends it. */
export type Row = { [attribute: string]: unknown };

export const ENTITY: Record<SyncKind, string> = { account: 'Account', prospect: 'Contact', note: 'Note', touch: 'Note', followUp: 'Task' };

const LONGEST = 20_000;
/** What a one-line field takes. */
const FITS: { [attribute: string]: number } = { firstName: 100, lastName: 100, title: 100, addressCity: 100, billingAddressCity: 100, name: 249 };
const LISTS: { [attribute: string]: string } = { emailAddressData: 'emailAddress', phoneNumberData: 'phoneNumber' };

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
export const rows = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRow) : []);
export const str = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Epoch ms as EspoCRM writes a time, in whole seconds UTC, and back; 0 = no time. */
export const stampOf = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
export const timeOf = (value: unknown): number => (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(str(value)) ? Date.parse(`${str(value).replace(' ', 'T')}Z`) || 0 : 0);

/** A text as a one-line field takes it: of its length, and without the angle brackets that a name must not have. */
export function fit(name: string, text: string): string {
  if (FITS[name] === undefined) return text;
  return [...(name === 'title' ? text : text.replace(/</g, '‹').replace(/>/g, '›'))].slice(0, FITS[name]).join('');
}

/** `+49 (30) 1234` as `+49301234`; '' = a number without its country, which EspoCRM refuses. */
function international(phone: string): string {
  const number = phone.replace(/[^\d+]/g, '').replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : '';
}

/** What tells profiles apart: host and path, whatever the spelling and the country of the site. */
export const tail = (link: string): string => entryKey('link', link).replace(/[?#].*$/, '').replace(/\/+$/, '').replace(/^[a-z]{2,3}\.(?=linkedin\.)/, '');
export const host = (link: string): string => tail(link).replace(/\/.*$/, '');

/** How records of one connection look here and there. */
export interface Form {
  /** The custom fields of the external key and of the profile address; '' = there is none. */
  keyField(kind: SyncKind): string;
  profileField(kind: SyncKind): string;
  /** Whether a record has to be read by itself, because a list shows only the first of its addresses. */
  isWhole(kind: SyncKind): boolean;
  select(kind: SyncKind): string[];
  record(kind: SyncKind, row: Row): RemoteRecord;
  /** Values as EspoCRM takes them. `held` is the record as it is: what it says of each address must survive, because a list is replaced whole. */
  wire(kind: SyncKind, fields: Values, names: readonly string[], held?: Row): Row;
  /** Whether a record of the CRM has something of what is looked for. */
  isWanted(kind: SyncKind, row: Row, one: Wanted): boolean;
}

export function formOf({ known, fields }: Access): Form {
  const keyField = (kind: SyncKind): string => known[`key${ENTITY[kind]}`] ?? '';
  const profileField = (kind: SyncKind): string => known[`profile${ENTITY[kind]}`] ?? '';
  const attribute = (kind: SyncKind, name: string): string => (name === 'profileUrl' ? profileField(kind) : name);

  function valueOf(kind: SyncKind, name: string, row: Row): SyncValue {
    const one = LISTS[name];
    if (one !== undefined) {
      const all = rows(row[name]).filter((item) => str(item[one]) !== '');
      return [...all.filter((item) => item['primary'] === true), ...all.filter((item) => item['primary'] !== true)].slice(0, 100).map((item) => str(item[one]).slice(0, 500));
    }
    if (kind === 'followUp' && name === 'status') return row['status'] === 'Completed' || row['status'] === 'Canceled';
    if (name === 'parentId' && row['parentType'] !== 'Contact') return null;
    // a day without a time is shown with a midnight that means nothing
    if (name === 'dateEnd' && /^\d{4}-\d\d-\d\d$/.test(str(row['dateEndDate']))) return `${str(row['dateEndDate'])}T12:00:00.000Z`;
    // without an account a title is answered and not stored
    if (kind === 'prospect' && name === 'title' && !row['accountId']) return null;
    const value = row[attribute(kind, name)];
    if (typeof value === 'string') return timeOf(value) ? new Date(timeOf(value)).toISOString() : value === '' ? null : value.slice(0, LONGEST);
    if (Array.isArray(value)) return value.filter((text) => typeof text === 'string').map((text) => text.slice(0, 500)).slice(0, 200);
    return typeof value === 'number' || typeof value === 'boolean' ? value : null;
  }

  return {
    keyField, profileField,
    isWhole: (kind) => fields[kind]?.some((name) => name in LISTS) ?? false,
    select: (kind) => [...new Set([
      'id', 'createdAt', 'modifiedAt', 'versionNumber', keyField(kind), ...(fields[kind] ?? []).map((name) => attribute(kind, name)),
      ...(kind === 'prospect' ? ['accountId'] : kind === 'account' ? [] : ['parentId', 'parentType', 'dateEndDate']),
    ])].filter((name) => name !== '' && !(name in LISTS)),
    record(kind, row) {
      const names = (fields[kind] ?? []).filter((name) => attribute(kind, name) !== '');
      const created = timeOf(row['createdAt']);
      return {
        id: str(row['id']), key: str(row[keyField(kind)]) || null, at: timeOf(row['modifiedAt']), deleted: row['deleted'] === true,
        fields: Object.fromEntries(names.map((name) => [name, valueOf(kind, name, row)])),
        ...(typeof row['versionNumber'] === 'number' ? { version: String(row['versionNumber']) } : {}), ...(created ? { createdAt: created } : {}),
      };
    },
    wire(kind, values, names, held = {}) {
      const out: Row = {};
      for (const name of names) {
        const value = values[name] ?? null;
        const one = LISTS[name];
        if (one !== undefined) {
          const old = new Map(rows(held[name]).map((item) => [str(item[one]).toLowerCase(), item]));
          const texts = [...new Set((Array.isArray(value) ? value : []).map((text) => (one === 'phoneNumber' && !old.has(text.toLowerCase()) ? international(text) : text.trim())).filter(Boolean))];
          out[name] = texts.map((text, at) => ({ ...old.get(text.toLowerCase()), [one]: text, primary: at === 0 }));
          if (texts.length === 0) out[one] = null;
        } else if (name === 'parentId') Object.assign(out, { parentType: 'Contact', parentId: value });
        else if (kind === 'followUp' && name === 'status') out[name] = value === true ? 'Completed' : 'Not Started';
        else if (attribute(kind, name)) out[attribute(kind, name)] = typeof value !== 'string' ? value : /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? stampOf(Date.parse(value)) : fit(name, value);
      }
      return out;
    },
    isWanted(kind, row, one) {
      const mails = [str(row['emailAddress']), ...rows(row['emailAddressData']).map((item) => str(item['emailAddress']))].filter(Boolean).map((mail) => mail.toLowerCase());
      if (keyField(kind) && str(row[keyField(kind)]) === one.key) return true;
      if (one.emails?.some((mail) => mails.includes(mail.toLowerCase()))) return true;
      if (one.linkedin && profileField(kind) && tail(str(row[profileField(kind)])) === tail(one.linkedin)) return true;
      if (kind !== 'account') return false;
      return (!!one.domain && host(str(row['website'])) === host(one.domain)) || (!!one.name && entryKey('tags', str(row['name'])) === entryKey('tags', one.name));
    },
  };
}
