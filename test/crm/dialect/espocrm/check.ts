import { ENTITIES } from './entity.ts';
import type { EntityType, Field } from './field.ts';
import { linked } from './show.ts';
import { fieldOf, type State } from './state.ts';
import { userNamed } from './who.ts';
import { invalid, Refusal } from './wire.ts';

/** A record as a client sends it. */
export type Sent = Record<string, unknown>;

const MAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@.<>(),;:"]+$/;
const PHONE = /^\+[1-9]\d{6,14}$/;
const ADDRESS = /^([a-z][a-z0-9+.-]*:\/\/)?[^\s<>"]+$/i;
const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;

/** A time in the form in which it is stored (UTC, seconds); undefined for what is none. */
export function storedTime(value: string): string | undefined {
  const match = TIME.exec(value);
  if (!match) return undefined;
  const time = Date.parse(`${match[1]}T${match[2]}${match[3] ?? 'Z'}`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

/** Text of whatever was sent, the way the server makes text of it: numbers are written out, other things only named. */
const asText = (value: unknown): string => (typeof value === 'object' ? (Array.isArray(value) ? 'Array' : 'Object') : String(value as string | number | boolean));

/** What is kept of a sent value; empty text is nothing. */
function kept(field: Field, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (field.type === 'bool') return value === true || value === 1 || value === '1' || value === 'true';
  if (field.type === 'datetimeOptional') return storedTime(asText(value)) ?? asText(value);
  const text = asText(value);
  const clean = field.type === 'text' ? text : text.trim();
  return clean === '' ? null : clean;
}

/** The attributes of a sent record that the entity has, as they will be kept. Everything else is swallowed. */
export function clean(state: State, type: EntityType, sent: Sent): Sent {
  const entity = ENTITIES[type];
  const values: Sent = {};
  for (const [attribute, value] of Object.entries(sent)) {
    const name = entity.writable.get(attribute) ?? (Object.hasOwn(state.custom[type], attribute) ? attribute : undefined);
    const field = name === undefined ? undefined : fieldOf(state, type, name);
    if (!field) continue;
    values[attribute] = attribute.endsWith('Data') && Array.isArray(value) ? value : kept(field, value);
  }
  return values;
}

function faultOf(field: Field, attribute: string, value: unknown): string | undefined {
  if (attribute.endsWith('Data')) {
    if (!Array.isArray(value)) return undefined;
    const texts = (value as Record<string, unknown>[]).map((item) => item[attribute.slice(0, -4)]);
    const fits = field.type === 'email' ? MAIL : PHONE;
    return texts.every((text) => typeof text === 'string' && fits.test(text)) ? undefined : field.type === 'email' ? 'emailAddress' : 'valid';
  }
  const text = String(value);
  if (field.maxLength !== undefined && [...text].length > field.maxLength) return 'maxLength';
  if (field.type === 'varchar' && field.maxLength === undefined && text.length > 255) return 'maxLength';
  if (field.pattern !== undefined && /[<>]/.test(text)) return 'pattern';
  if (field.type === 'email' && !MAIL.test(text)) return 'emailAddress';
  if (field.type === 'phone' && !PHONE.test(text)) return 'valid';
  if (field.type === 'url' && !ADDRESS.test(text)) return 'valid';
  if (field.type === 'enum' && !field.options?.includes(text)) return 'valid';
  if (field.type === 'datetimeOptional' && storedTime(text) === undefined) return 'valid';
  if (field.type === 'date' && !DATE.test(text)) return 'valid';
  return undefined;
}

/** Every fault of a record, in the order of its fields. `creating`: fields that were not sent may be missing. */
export function faults(state: State, type: EntityType, values: Sent, creating: boolean): { field: string; type: string }[] {
  const entity = ENTITIES[type];
  const all: { field: string; type: string }[] = [];
  const look = (name: string, field: Field, attribute: string): void => {
    const value = values[attribute];
    const missing = value === null || value === undefined;
    if (missing) {
      if (field.required && (creating || attribute in values)) all.push({ field: name, type: 'required' });
      return;
    }
    const fault = faultOf(field, attribute, value);
    if (fault) all.push({ field: name, type: fault });
  };
  for (const [attribute, name] of entity.writable) {
    const field = fieldOf(state, type, name) as Field;
    if (attribute in values || (creating && field.required)) look(name, field, attribute);
  }
  for (const [name, field] of Object.entries(state.custom[type])) if (name in values) look(name, field, name);
  return all;
}

/** Refuses the first fault of a record. */
export function check(state: State, type: EntityType, values: Sent, creating: boolean): void {
  const fault = faults(state, type, values, creating)[0];
  if (fault) throw invalid(type, fault.field, fault.type);
}

/** Refuses a link to what is not there: with a 403. */
export function checkLinks(state: State, type: EntityType, values: Sent): void {
  const refuse = (link: string, foreign: string): never => {
    throw new Refusal(403, `Can't relate with non-existing record. entity type: ${type}, link: ${link}.`, { messageTranslation: { label: 'cannotRelateNonExisting', scope: null, data: { foreignEntityType: foreign } } });
  };
  for (const [attribute, foreign] of Object.entries(ENTITIES[type].links)) {
    const id = values[attribute];
    if (id === null || id === undefined) continue;
    if (foreign === 'User' ? !userNamed(id) : !linked(state, foreign, id)) refuse(attribute.slice(0, -2), foreign);
  }
  const parentType = values['parentType'];
  if (typeof values['parentId'] === 'string' && !linked(state, String(parentType), values['parentId'])) refuse('parent', String(parentType));
}
