import { invalid, members, notFound } from './answer.ts';
import { choice, whole } from './table.ts';

export interface Field {
  name: string;
  code: string;
  type: string;
  custom: boolean;
}

const TYPES = ['varchar', 'text', 'double', 'date', 'phone', 'enum', 'set', 'int', 'varchar_auto'];
const OWN = {
  person: { name: 'varchar', label_ids: 'set', emails: 'varchar', phones: 'phone', org_id: 'int', owner_id: 'int', job_title: 'varchar', add_time: 'date', update_time: 'date' },
  organization: { name: 'varchar', label_ids: 'set', address: 'varchar', owner_id: 'int', add_time: 'date', update_time: 'date' },
};

export const ownFields = (kind: keyof typeof OWN): Field[] => Object.entries(OWN[kind]).map(([code, type]) => ({ name: code, code, type, custom: false }));

export const showField = ({ name, code, type, custom }: Field): object =>
  ({ field_name: name, field_code: code, field_type: type, is_custom_field: custom, is_optional_response_field: false, options: null, subfields: null });

/** POST …Fields: the server makes the key; nothing is unique, not even the name of a field. */
export function addField(fields: Field[], body: unknown, code: string): Field {
  const { field_name: name, field_type: type } = members(body) ?? {};
  if (typeof name !== 'string' || name.trim() === '') throw invalid('field_name is required');
  if (typeof type !== 'string' || !TYPES.includes(type)) throw invalid(`field_type must be one of ${TYPES.join(', ')}`);
  const field: Field = { name, code, type, custom: true };
  fields.push(field);
  return field;
}

export function listFields(fields: Field[], query: URLSearchParams): object {
  choice(query, 'include_fields', ['ui_visibility', 'important_fields', 'required_fields', ''], '');
  const limit = whole(query, 'limit', 100, 500);
  const start = query.has('cursor') ? Number(Buffer.from(query.get('cursor')!, 'base64url').toString('utf8')) : 0;
  if (!Number.isInteger(start)) throw invalid('cursor is not valid');
  const end = start + limit;
  return { success: true, data: fields.slice(start, end).map(showField), additional_data: { next_cursor: end < fields.length ? Buffer.from(String(end)).toString('base64url') : null } };
}

export function fieldCoded(fields: Field[], code: string): Field {
  const field = fields.find((one) => one.code === code);
  if (!field) throw notFound('Field');
  return field;
}
