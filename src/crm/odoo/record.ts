import { firstAndLast } from '../../domain/name.ts';
import type { RemoteRecord, SyncKind, SyncValue, Values } from '../../domain/sync/record.ts';
import { entryKey } from '../../domain/sync/value.ts';
import type { Access } from '../connector.ts';
import { markupOf, plainText } from '../markup.ts';
import { unless } from '../refused.ts';
import { addressesIn, isRow, textIn, type Row } from '../untrusted.ts';
import type { Session } from './session.ts';

export const MODEL: Record<SyncKind, string> = { account: 'res.partner', prospect: 'res.partner', note: 'mail.message', touch: 'mail.message', followUp: 'mail.activity' };
/** The field that an administrator adds to contacts. */
export const PROFILE = 'x_profile_url';
/** Our names for what is not one field there. */
export const PARTS: { [name: string]: string[] } = { firstName: ['name'], lastName: ['name'], emails: ['email'], phones: ['phone', 'mobile'] };

/** Odoo keeps of a follow-up the day alone, and once it is done a message that quotes its note: so the note says which one it is and when it is due. */
const SIGN = /Paydirt follow-up (\d+), due (\d{4}-\d\d-\d\d) at (\d{4}-[\d-]+T[\d:.]+Z), key ([0-9a-f-]{36})/;
/** What such a message says of the follow-up's summary, in any language. */
const SUMMARY = /<span>:\s*<\/span>\s*<span>([\s\S]*?)<\/span>/;
const MESSAGE = /^message\/(\d{1,15})$/;
const KEY = /^<paydirt\.([0-9a-f-]{36})@crm>$/;

export const isContact = (kind: SyncKind): kind is 'account' | 'prospect' => kind === 'account' || kind === 'prospect';
/** Epoch ms of "2026-11-21 21:19:52"; 0 when it is no such text. */
export const instant = (text: unknown): number => Date.parse(`${textIn(text).replace(' ', 'T')}Z`) || 0;
export const second = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
export const numbers = (ids: readonly string[]): number[] => ids.filter((id) => /^\d{1,15}$/.test(id)).map(Number);
export const xmlId = (kind: SyncKind, key: string): string => `${kind}_${key.replaceAll('-', '')}`;
/** What a message of ours is called, so that it is found again. */
export const messageId = (key: string): string => `<paydirt.${key}@crm>`;
/** Numbers of the messages that stand for follow-ups which are gone. */
export const messages = (ids: readonly string[]): number[] => numbers(ids.flatMap((id) => MESSAGE.exec(id)?.[1] ?? []));
export const signOf = (id: string): string => `Paydirt follow-up ${id}, due`;

const keyIn = (xmlid: unknown): string | null => /^paydirt\.[a-z]+_([0-9a-f]{32})$/.exec(textIn(xmlid))?.[1]?.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') ?? null;
const idIn = (link: unknown): string | null => (typeof link === 'number' ? String(link) : Array.isArray(link) && typeof link[0] === 'number' ? String(link[0]) : null);

/** Rows of the server as records, and values of ours as it wants them. */
export interface Translation {
  mapped(kind: SyncKind): string[];
  /** The fields to read. */
  wire(kind: SyncKind): string[];
  /** Keys of contacts need a call of their own, unless they are known (by number). */
  records(kind: SyncKind, rows: Row[], keys?: ReadonlyMap<string, string>): Promise<RemoteRecord[]>;
  /** The follow-ups that messages tell of as done, by the number that their note names. A note without a number is nobody's yet. */
  doneIn(rows: Row[]): RemoteRecord[];
  /** The same for all others: of these only the message is left, and stands for them. */
  leftIn(rows: Row[]): RemoteRecord[];
  /** What is to be written for these names; `row` is what stands there now. */
  written(names: readonly string[], fields: Values, row: Row, key: string): Promise<Row>;
}

export function translation(session: Session, access: Access): Translation {
  let tags = new Map<number, string>();

  const mapped = (kind: SyncKind): string[] => (access.fields[kind] ?? []).filter((name) => name !== PROFILE || access.known['profile'] === PROFILE);

  async function readTags(): Promise<void> {
    tags = new Map((await session.searchRead('res.partner.category', [], ['name'])).map((row) => [Number(row['id']), textIn(row['name'])]));
  }

  async function tagIds(names: readonly string[]): Promise<number[]> {
    const idOf = (name: string): number | undefined => [...tags].find(([, one]) => entryKey('tags', one) === entryKey('tags', name))?.[0];
    if (names.some((name) => idOf(name) === undefined)) await readTags();
    const absent = names.filter((name) => idOf(name) === undefined);
    if (absent.length) {
      await session.call('res.partner.category', 'create', [absent.map((name) => ({ name }))]);
      await readTags();
    }
    return names.flatMap((name) => idOf(name) ?? []);
  }

  /** Writes its number into the note of each follow-up that broke off before that: its end could not be told without. */
  async function sign(rows: readonly Row[]): Promise<void> {
    const unsigned = rows.filter((row) => textIn(row['note']).includes(signOf('0')) && SIGN.test(textIn(row['note'])));
    const signed = unsigned.map((row) => ({ '.id': row['id'], note: textIn(row['note']).replace(signOf('0'), signOf(String(row['id']))) }));
    if (signed.length) await unless('permission', unless('rejected', session.load('mail.activity', signed, ['dueAt']), []), []);
  }

  function shown(name: string, row: Row): SyncValue {
    const value = row[name];
    switch (name) {
      case 'firstName': return parted(textIn(row['name']))[0] || null;
      case 'lastName': return parted(textIn(row['name']))[1] || null;
      case 'emails': return addressesIn(row['email']);
      case 'phones': return [textIn(row['phone']).trim(), textIn(row['mobile']).trim()].filter(Boolean);
      case 'category_id': return (Array.isArray(value) ? value : []).flatMap((id) => tags.get(Number(id)) ?? []);
      case 'comment':
      case 'body': return plainText(textIn(value)) || null;
      case 'date': return instant(value) ? new Date(instant(value)).toISOString() : null;
      case 'date_deadline': {
        const [, , day, at] = SIGN.exec(textIn(row['note'])) ?? [];
        return !value ? null : day === value ? at! : `${textIn(value)}T12:00:00.000Z`;
      }
      // newer versions archive what is done, older ones delete it
      case 'done': return value === true || row['state'] === 'done';
      case 'parent_id':
      case 'res_id': return idIn(value);
      default: return typeof value === 'string' ? textIn(value).trim() || null : typeof value === 'number' || value === true ? value : idIn(value);
    }
  }

  function record(kind: SyncKind, row: Row, key: string | null): RemoteRecord {
    // a message that was deleted in the app stays, emptied
    const deleted = row['active'] === false || ('body' in row && !plainText(textIn(row['body'])));
    const own = key ?? SIGN.exec(textIn(row['note']))?.[4] ?? KEY.exec(textIn(row['message_id']))?.[1] ?? null;
    return { id: String(row['id']), key: own, at: instant(row['write_date']), createdAt: instant(row['create_date']), deleted, fields: Object.fromEntries(mapped(kind).map((name) => [name, shown(name, row)])) };
  }

  return {
    mapped,
    wire(kind) {
      const own = isContact(kind) ? ['active', ...mapped(kind).flatMap((name) => PARTS[name] ?? [name])] : kind === 'followUp' ? ['summary', 'date_deadline', 'note', 'res_id', 'state'] : ['body', 'date', 'res_id', 'message_id'];
      return [...new Set([...own, 'write_date', 'create_date'])];
    },
    async records(kind, rows, keys) {
      if (kind === 'followUp') await sign(rows);
      if (!isContact(kind) || rows.length === 0) return rows.map((row) => record(kind, row, null));
      if (rows.some(({ category_id: ids }) => Array.isArray(ids) && ids.some((id) => !tags.has(Number(id))))) await readTags();
      const found = keys ? {} : await session.call('res.partner', 'get_external_id', [rows.map(({ id }) => id)]);
      return rows.map((row) => record(kind, row, keys?.get(String(row['id'])) ?? (isRow(found) ? keyIn(found[String(row['id'])]) : null)));
    },
    doneIn: (rows) => rows.flatMap((row) => {
      const [, id, , , key] = SIGN.exec(plainText(textIn(row['body']))) ?? [];
      return Number(id) && key ? [{ id: id!, key, at: instant(row['write_date']), deleted: false, fields: { done: true } }] : [];
    }),
    leftIn: (rows) => rows.flatMap((row) => {
      const summary = plainText(SUMMARY.exec(textIn(row['body']))?.[1] ?? '');
      const [, number, , , key = null] = SIGN.exec(plainText(textIn(row['body']))) ?? [];
      if (!summary || Number(number)) return [];
      return [{ id: `message/${String(row['id'])}`, key, at: instant(row['write_date']), createdAt: instant(row['create_date']), deleted: false, fields: { summary, res_id: idIn(row['res_id']), done: true } }];
    }),
    async written(names, fields, row, key) {
      const values: Row = {};
      for (const name of names) {
        const value = fields[name] ?? null;
        const list = Array.isArray(value) ? value : [];
        if (name === 'firstName' || name === 'lastName') values['name'] = [fields['firstName'], fields['lastName']].filter(Boolean).join(' ');
        else if (name === 'emails') values['email'] = (addressesIn(row['email']).length > 1 ? list.join(', ') : list[0]) || false;
        else if (name === 'phones') Object.assign(values, inPlace(list, row));
        else if (name === 'category_id') values[name] = [[6, 0, await tagIds(list)]];
        else if (name === 'comment' || name === 'body') values[name] = typeof value === 'string' && value ? markupOf(value) : false;
        else if (name === 'parent_id') values[name] = Number(value) || false;
        else if (name === 'date_deadline') Object.assign(values, typeof value === 'string' ? due(value, row, key) : {});
        else if (!['done', 'res_id', 'date'].includes(name)) values[name] = value ?? false;
      }
      return values;
    },
  };
}

/** Odoo has one field for the name. Its parts are those that we would see, as long as nothing of it is left out: what is cannot be told apart. */
function parted(name: string): [first: string, last: string] {
  const whole = name.replace(/\s+/g, ' ').trim();
  const { first = '', last = '' } = firstAndLast(whole);
  if (first && last && `${first} ${last}` === whole) return [first, last];
  const gap = whole.lastIndexOf(' ');
  return [whole.slice(0, Math.max(0, gap)), whole.slice(gap + 1)];
}

/** Odoo has two fields for telephone numbers: each number stays in its place, the others take what is free. */
function inPlace(list: readonly string[], row: Row): Row {
  const is = (field: string) => (one: string): boolean => entryKey('phones', one) === entryKey('phones', textIn(row[field]));
  const phone = list.find(is('phone'));
  const mobile = list.find((one) => one !== phone && is('mobile')(one));
  const rest = list.filter((one) => one !== phone && one !== mobile);
  return { phone: phone ?? rest.shift() ?? false, mobile: mobile ?? rest.shift() ?? false };
}

/** The day of an instant where the rep is, and the note that keeps the rest, unless somebody has written another note. */
function due(at: string, row: Row, key: string): Row {
  const local = new Date(at);
  if (Number.isNaN(local.getTime())) return {};
  const day = new Date(local.getTime() - local.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const free = !row['note'] || SIGN.test(textIn(row['note']));
  return { date_deadline: day, ...(free ? { note: markupOf(`${signOf(String(row['id'] ?? 0))} ${day} at ${local.toISOString()}, key ${key}`) } : {}) };
}
