import { createHash } from 'node:crypto';

/** What a field can hold; the names are the server's. */
export type FieldType =
  | 'UUID' | 'TEXT' | 'DATE_TIME' | 'NUMBER' | 'SELECT' | 'FULL_NAME' | 'EMAILS' | 'LINKS' | 'PHONES' | 'ADDRESS' | 'CURRENCY' | 'RICH_TEXT'
  | 'ACTOR' | 'POSITION' | 'TS_VECTOR' | 'FILES' | 'RAW_JSON' | 'RELATION';

/** One field of an object, as the description of the data tells it; `one` and `many` say where a relation leads. */
export interface Field {
  name: string;
  type: FieldType;
  label: string;
  description: string;
  icon?: string;
  system?: boolean;
  locked?: boolean;
  required?: boolean;
  unique?: boolean;
  /** The default as the description writes it. */
  default?: unknown;
  settings?: Record<string, unknown>;
  options?: { color: string; label: string; value: string }[];
  one?: { column: string; to: string; onDelete: 'SET_NULL' | 'CASCADE'; constraint: string };
  many?: { of: string; by: string } | 'never';
  createdAt?: string;
}

/** One kind of record. `pair` are two columns that are unique together; `alike` are the paths by which two records count as duplicates. */
export interface ObjectType {
  singular: string;
  plural: string;
  system: boolean;
  shown?: { label: string; labels: string; description: string; icon: string; shortcut: string };
  pair?: [string, string];
  alike?: string[][];
  fields: Field[];
}

/** The column values of one record, in the form in which they are answered. */
export type Values = { id: string; createdAt: string; updatedAt: string; deletedAt: string | null } & Record<string, unknown>;

/** The parts of composite fields with the type that a filter sees. */
export const parts: Partial<Record<FieldType, Record<string, FieldType>>> = {
  FULL_NAME: { firstName: 'TEXT', lastName: 'TEXT' },
  EMAILS: { primaryEmail: 'TEXT', additionalEmails: 'RAW_JSON' },
  LINKS: { primaryLinkLabel: 'TEXT', primaryLinkUrl: 'TEXT', secondaryLinks: 'RAW_JSON' },
  PHONES: { primaryPhoneNumber: 'TEXT', primaryPhoneCountryCode: 'TEXT', primaryPhoneCallingCode: 'TEXT', additionalPhones: 'RAW_JSON' },
  ADDRESS: { addressStreet1: 'TEXT', addressStreet2: 'TEXT', addressCity: 'TEXT', addressPostcode: 'TEXT', addressState: 'TEXT', addressCountry: 'TEXT', addressLat: 'NUMBER', addressLng: 'NUMBER' },
  CURRENCY: { amountMicros: 'NUMBER', currencyCode: 'SELECT' },
  RICH_TEXT: { blocknote: 'TEXT', markdown: 'TEXT' },
  ACTOR: { source: 'SELECT', workspaceMemberId: 'UUID', name: 'TEXT', context: 'RAW_JSON' },
};

/** The part of a unique composite field that must be unique; undefined for a plain field. */
export const uniquePart: Partial<Record<FieldType, string>> = { EMAILS: 'primaryEmail', LINKS: 'primaryLinkUrl' };

const empty: Record<'TEXT' | 'NUMBER' | 'SELECT' | 'RAW_JSON' | 'UUID', unknown> = { TEXT: '', NUMBER: null, SELECT: null, RAW_JSON: [], UUID: null };

/** How the server names a unique field: `emails.primaryEmail`, `externalKey`. */
export const uniquePath = (field: Field): string => (uniquePart[field.type] === undefined ? field.name : `${field.name}.${uniquePart[field.type]!}`);

/** What a new record has in a field that was not sent: texts are '' and never null. */
export function blank(field: Field): unknown {
  if (field.type === 'RICH_TEXT') return { blocknote: null, markdown: '' };
  const composite = parts[field.type];
  if (composite) return Object.fromEntries(Object.entries(composite).map(([part, type]) => [part, empty[type as keyof typeof empty]]));
  if (field.type === 'TEXT' || field.type === 'TS_VECTOR') return '';
  if (field.type === 'SELECT') return typeof field.default === 'string' ? field.default.slice(1, -1) : null;
  return null;
}

/** A UUID that is always the same for the same text. */
export function fixedId(text: string): string {
  const hex = createHash('sha1').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A field that a user may fill. */
export const plain = (name: string, type: FieldType, label: string, description: string, icon: string, more: Partial<Field> = {}): Field => ({ name, type, label, description, icon, ...more });

/** A relation to one record, kept in a column of its own (`company` in `companyId`). */
export const one = (name: string, to: string, label: string, description: string, icon: string, onDelete: 'SET_NULL' | 'CASCADE', constraint?: string): Field => ({
  name, type: 'RELATION', label, description, icon,
  settings: { onDelete, relationType: 'MANY_TO_ONE', joinColumnName: `${name}Id` },
  one: { column: `${name}Id`, to, onDelete, constraint: constraint ?? `FK_${fixedId(`${name} to ${to}`).replaceAll('-', '').slice(0, 27)}` },
});

/** A relation to many records; without `back` it is always empty here. */
export const many = (name: string, label: string, description: string, icon: string, back?: [of: string, by: string], more: Partial<Field> = {}): Field => ({
  name, type: 'RELATION', label, description, icon, settings: { relationType: 'ONE_TO_MANY' }, many: back ? { of: back[0], by: back[1] } : 'never', ...more,
});

const stamp = { system: true, locked: true, settings: { displayFormat: 'RELATIVE' } };
const nobody = { name: "'System'", source: "'MANUAL'", workspaceMemberId: null };

/** What every record has at the head. */
export const head: Field[] = [
  plain('id', 'UUID', 'Id', 'Id', 'Icon123', { system: true, locked: true, required: true, default: 'uuid' }),
  plain('createdAt', 'DATE_TIME', 'Creation date', 'Creation date', 'IconCalendar', { ...stamp, required: true, default: 'now' }),
  plain('updatedAt', 'DATE_TIME', 'Last update', 'Last time the record was changed', 'IconCalendarClock', { ...stamp, required: true, default: 'now' }),
  plain('deletedAt', 'DATE_TIME', 'Deleted at', 'Date when the record was deleted', 'IconCalendarMinus', stamp),
];

/** The place of a record in a hand-sorted view. */
export const position = (description: string): Field => plain('position', 'POSITION', 'Position', description, 'IconHierarchy2', { system: true, required: true, default: 0 });

/** Who made and who changed a record, and its search text. */
export const tail = (icon: string): Field[] => [
  plain('createdBy', 'ACTOR', 'Created by', 'The creator of the record', 'IconCreativeCommonsSa', { system: true, locked: true, required: true, default: nobody }),
  plain('updatedBy', 'ACTOR', 'Updated by', 'The workspace member who last updated the record', 'IconUserCircle', { system: true, locked: true, required: true, default: nobody }),
  plain('searchVector', 'TS_VECTOR', 'Search vector', 'Field used for full-text search', icon, { system: true }),
];
