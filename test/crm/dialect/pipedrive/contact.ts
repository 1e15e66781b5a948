import { invalid, members, stamp } from './answer.ts';
import type { Field } from './field.ts';
import type { Row } from './table.ts';

/** One address or number of a person. */
export interface Reach {
  value: string;
  primary: boolean;
  label: string;
}

type Check = (value: unknown, name: string) => unknown;

/** Nothing is converted: "1" is no number and 1 is no text. */
export const text: Check = (value, name) => (value === null || typeof value === 'string' ? value : wrong(name, 'a text'));
export const number: Check = (value, name) => (value === null || Number.isInteger(value) ? value : wrong(name, 'a number'));
export const flag: Check = (value, name) => (typeof value === 'boolean' ? value : wrong(name, 'true or false'));
const numbers: Check = (value, name) => (Array.isArray(value) && value.every(Number.isInteger) ? value : wrong(name, 'a list of numbers'));
const object: Check = (value, name) => (value === null || members(value) ? value : wrong(name, 'an object'));
const objects: Check = (value, name) => (Array.isArray(value) && value.every(members) ? value : wrong(name, 'a list of objects'));
const full: Check = (value, name) => (typeof value === 'string' && value.trim() !== '' && value.length <= 255 ? value : wrong(name, 'a text of 1 to 255 characters'));

function wrong(name: string, what: string): never {
  throw invalid(`${name} must be ${what}`);
}

/** The first is the primary one where none says so. */
const reaches: Check = (value, name) => {
  if (!Array.isArray(value)) return wrong(name, 'a list');
  const list = value.map((one): Reach => {
    const { value: its, primary, label, ...rest } = members(one) ?? wrong(name, 'a list of objects');
    if (typeof its !== 'string' || (primary !== undefined && typeof primary !== 'boolean') || (label !== undefined && typeof label !== 'string') || Object.keys(rest).length > 0) return wrong(name, 'a list of { value, primary, label }');
    return { value: its, primary: primary ?? false, label: label ?? 'work' };
  });
  const first = Math.max(0, list.findIndex(({ primary }) => primary));
  return list.map((one, at) => ({ ...one, primary: at === first }));
};

const PERSON: Record<string, Check> = { name: full, owner_id: number, org_id: number, add_time: text, update_time: text, emails: reaches, phones: reaches, visible_to: number, label_ids: numbers, postal_address: object, notes: text, im: objects, birthday: text, job_title: text, marketing_status: text };
const ORGANIZATION: Record<string, Check> = { name: full, owner_id: number, add_time: text, update_time: text, visible_to: number, label_ids: numbers, address: object, website: text, linkedin: text, industry: number, annual_revenue: number, employee_count: number };

/** What a POST or PATCH of a person or an organization writes; refuses what v2 refuses. Times that the client sets are not taken. */
export function readContact(kind: 'person' | 'organization', body: unknown, fields: Field[], isNew: boolean): Record<string, unknown> {
  const sent = members(body) ?? wrong('body', 'an object');
  const rules = kind === 'person' ? PERSON : ORGANIZATION;
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(sent)) {
    if (name === 'custom_fields') continue;
    if (!rules[name]) throw invalid(`${name} is not allowed`);
    read[name] = rules[name](value, name);
  }
  if (isNew && read['name'] === undefined) throw invalid('name is required');
  delete read['add_time'];
  delete read['update_time'];
  if (sent['custom_fields'] !== undefined) read['custom_fields'] = readCustom(sent['custom_fields'], fields);
  if (kind === 'person' && typeof read['name'] === 'string') Object.assign(read, splitName(read['name']));
  return read;
}

function readCustom(sent: unknown, fields: Field[]): Record<string, unknown> {
  const values = members(sent) ?? wrong('custom_fields', 'an object');
  for (const [code, value] of Object.entries(values)) {
    const field = fields.find((one) => one.custom && one.code === code);
    if (!field) throw invalid(`custom_fields.${code} does not exist`);
    if (value === null) continue;
    if (['varchar', 'text', 'phone', 'varchar_auto'].includes(field.type) && typeof value !== 'string') wrong(`custom_fields.${code}`, 'a text');
    if (field.type === 'varchar' && String(value).length > 255) wrong(`custom_fields.${code}`, 'at most 255 characters');
    if (['double', 'int'].includes(field.type) && typeof value !== 'number') wrong(`custom_fields.${code}`, 'a number');
  }
  return values;
}

/** The first word is the first name, whatever the person calls it. */
function splitName(name: string): { first_name: string; last_name: string | null } {
  const [first, ...rest] = name.trim().split(/\s+/);
  return { first_name: first!, last_name: rest.length > 0 ? rest.join(' ') : null };
}

/** Fields that an answer holds only when they have a value. */
const OPTIONAL = ['postal_address', 'notes', 'im', 'birthday', 'marketing_status'];
const COMPANY = ['website', 'linkedin', 'industry', 'annual_revenue', 'employee_count'];

const customOf = (row: Row, fields: Field[]): object =>
  Object.fromEntries(fields.filter(({ custom }) => custom).map(({ code }) => [code, (row.fields['custom_fields'] as Record<string, unknown> | undefined)?.[code] ?? null]));

/** A person or organization as v2 shows it, deleted or not. */
export function showContact(kind: 'person' | 'organization', row: Row, fields: Field[], ownerId: number): object {
  const get = (name: string, usual: unknown): unknown => row.fields[name] ?? usual;
  const common = { id: row.id, name: get('name', ''), owner_id: get('owner_id', ownerId), add_time: stamp(row.added), update_time: stamp(row.updated), is_deleted: row.deletedAt !== null, visible_to: get('visible_to', 3), label_ids: get('label_ids', []), custom_fields: customOf(row, fields) };
  const optional = Object.fromEntries(OPTIONAL.filter((name) => row.fields[name] !== undefined && row.fields[name] !== null).map((name) => [name, row.fields[name]]));
  if (kind === 'organization') return { ...common, address: get('address', null), ...Object.fromEntries(COMPANY.map((name) => [name, get(name, null)])), ...optional };
  return {
    ...common, first_name: get('first_name', null), last_name: get('last_name', null), org_id: get('org_id', null), emails: get('emails', []), phones: get('phones', []), picture_id: null, job_title: get('job_title', null),
    ...optional,
  };
}
