import { invalid, members, Refusal, type Detail } from './answer.ts';

export type ObjectType = 'contacts' | 'companies' | 'notes' | 'tasks';

export interface Property {
  name: string;
  label: string;
  description: string;
  groupName: string;
  type: 'string' | 'number' | 'datetime' | 'enumeration' | 'bool';
  fieldType: string;
  options: string[];
  unique: boolean;
  readOnly: boolean;
  own: boolean;
  hidden: boolean;
  formField: boolean;
  created: number;
}

/** The other names under which the API knows a type. */
export const ALIASES: Record<string, ObjectType> = {
  contacts: 'contacts', contact: 'contacts', '0-1': 'contacts', companies: 'companies', company: 'companies', '0-2': 'companies',
  notes: 'notes', note: 'notes', '0-46': 'notes', tasks: 'tasks', task: 'tasks', '0-27': 'tasks',
};

/** The property that holds the time of the last change. */
export const modifiedName = (type: ObjectType): string => (type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate');
export const createdName = (type: ObjectType): string => (type === 'contacts' || type === 'companies' ? 'createdate' : 'hs_createdate');

/** What comes back when a request names no properties. */
export const DEFAULTS: Record<ObjectType, string[]> = { contacts: ['email', 'firstname', 'lastname'], companies: ['domain', 'name'], notes: [], tasks: [] };

/** In the order in which a contact moves: the API lets it move forward only. */
export const STAGES = ['subscriber', 'lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'opportunity', 'customer', 'evangelist', 'other'];

const SYSTEM: Record<string, string> = { hs_object_id: 'number', hs_merged_object_ids: 'enumeration', hs_additional_emails: 'enumeration' };
/** Follows the primary company; the API takes no value for it. */
const FOLLOWS: Record<ObjectType, string[]> = { contacts: ['associatedcompanyid'], companies: [], notes: [], tasks: [] };
const TEXTS: Record<ObjectType, string> = {
  contacts: 'email firstname lastname jobtitle phone mobilephone company website address city state zip country hs_linkedin_url twitterhandle hubspot_owner_id',
  companies: 'name domain website phone address city state zip country description industry linkedin_company_page hubspot_owner_id',
  notes: 'hs_note_body hubspot_owner_id',
  tasks: 'hs_task_subject hs_task_body hubspot_owner_id',
};
const LISTS: Record<ObjectType, Record<string, string[]>> = {
  contacts: { lifecyclestage: STAGES, hs_lead_status: ['NEW', 'OPEN', 'IN_PROGRESS', 'OPEN_DEAL', 'UNQUALIFIED', 'ATTEMPTED_TO_CONTACT', 'CONNECTED', 'BAD_TIMING'] },
  companies: { lifecyclestage: STAGES },
  notes: {},
  tasks: { hs_task_status: ['NOT_STARTED', 'IN_PROGRESS', 'WAITING', 'COMPLETED', 'DEFERRED'], hs_task_priority: ['NONE', 'LOW', 'MEDIUM', 'HIGH'], hs_task_type: ['TODO', 'CALL', 'EMAIL', 'LINKED_IN', 'LINKED_IN_CONNECT', 'LINKED_IN_MESSAGE'] },
};
const NUMBERS: Record<ObjectType, string[]> = { contacts: [], companies: ['numberofemployees', 'annualrevenue'], notes: [], tasks: [] };
const TIMES: Record<ObjectType, string[]> = { contacts: [], companies: [], notes: ['hs_timestamp'], tasks: ['hs_timestamp'] };

export const groupOf = (type: ObjectType): string => ({ contacts: 'contactinformation', companies: 'companyinformation', notes: 'engagement', tasks: 'task' })[type];

/** The properties that HubSpot has of itself. */
export function ownProperties(type: ObjectType, now: number): Map<string, Property> {
  const made = new Map<string, Property>();
  const add = (name: string, kind: string, options: string[] = [], readOnly = false): void => {
    made.set(name, { name, label: name, description: '', groupName: groupOf(type), type: kind as Property['type'], fieldType: kind === 'string' ? 'text' : kind === 'datetime' ? 'date' : kind === 'number' ? 'number' : 'select', options, unique: name === 'email', readOnly, own: true, hidden: false, formField: !readOnly, created: now });
  };
  for (const name of TEXTS[type].split(' ')) add(name, 'string');
  for (const [name, options] of Object.entries(LISTS[type])) add(name, 'enumeration', options);
  for (const name of NUMBERS[type]) add(name, 'number');
  for (const name of TIMES[type]) add(name, 'datetime');
  for (const name of FOLLOWS[type]) add(name, 'string', [], true);
  for (const [name, kind] of Object.entries(SYSTEM)) add(name, kind, [], true);
  for (const name of [createdName(type), modifiedName(type)]) add(name, 'datetime', [], true);
  return made;
}

/** A property as GET /crm/v3/properties shows it. E-mail is unique although its own description denies it. */
export function describe(property: Property): object {
  const { name, label, description, groupName, type, fieldType, own, hidden, formField, unique, readOnly, created } = property;
  const at = new Date(created).toISOString();
  return {
    name, label, type, fieldType, description, groupName,
    options: property.options.map((value, displayOrder) => ({ label: value, value, displayOrder, hidden: false, description: '' })),
    displayOrder: -1, hasUniqueValue: unique && !own, hidden, formField, ...(own ? { hubspotDefined: true } : { createdUserId: '1', updatedUserId: '1' }), calculated: false, externalOptions: false,
    archived: false, updatedAt: at, createdAt: at, modificationMetadata: { archivable: !own, readOnlyDefinition: own, readOnlyValue: readOnly },
  };
}

/** POST /crm/v3/properties/{type}: adds the property, or refuses as HubSpot does (a name twice 409, an eleventh unique one 400). */
export function addProperty(properties: Map<string, Property>, body: unknown, type: ObjectType, now: number): Property {
  const asked = members(body) ?? {};
  const text = (name: string): string => (typeof asked[name] === 'string' ? asked[name] : '');
  const missing = ['name', 'label', 'type', 'fieldType', 'groupName'].filter((name) => !text(name));
  if (missing.length > 0) throw invalid(`Invalid input JSON: Some required fields were not set: [${missing.join(', ')}]`);
  if (!/^[a-z][a-z0-9_]*$/.test(text('name'))) throw invalid('Property names must be lowercase and start with a letter', [{ message: 'invalid property name', code: 'INVALID_NAME' }]);
  if (text('groupName') !== groupOf(type)) throw invalid(`property group ${text('groupName')} does not exist`);
  if (!['string', 'number', 'datetime', 'enumeration', 'bool'].includes(text('type'))) throw invalid(`Invalid property type ${text('type')}`);
  if (properties.has(text('name'))) throw new Refusal({ status: 409, category: 'CONFLICT', message: `A property named '${text('name')}' already exists.` });
  const unique = asked['hasUniqueValue'] === true;
  if (unique && [...properties.values()].filter((one) => one.unique && !one.own).length >= 10) throw invalid('The limit of unique properties is reached');
  const property: Property = {
    name: text('name'), label: text('label'), description: text('description'), groupName: text('groupName'), type: text('type') as Property['type'], fieldType: text('fieldType'), options: [],
    unique, readOnly: false, own: false, hidden: asked['hidden'] === true, formField: asked['formField'] === true, created: now,
  };
  properties.set(property.name, property);
  return property;
}

const LONGEST = 65_536;
const EMAIL = /^[^\s@<>()]+@[^\s@.<>()]+(\.[^\s@.<>()]+)+$/;

/** Epoch ms of a time as HubSpot takes it: ISO 8601 or epoch ms as text; null = no time. */
export function timeOf(value: string): number | null {
  const time = /^-?\d+$/.test(value) ? Number(value) : /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isFinite(time) ? time : null;
}

/** The values of a write as HubSpot keeps them, and what it finds wrong with them. "" clears. */
export function readValues(properties: Map<string, Property>, sent: unknown): { values: Record<string, string>; wrong: Detail[] } {
  const values: Record<string, string> = {};
  const wrong: Detail[] = [];
  for (const [name, value] of Object.entries(members(sent) ?? {})) {
    const property = properties.get(name);
    const bad = (code: string, message: string): void => { wrong.push({ message, code, context: { propertyName: [name] } }); };
    if (!property) bad('PROPERTY_DOESNT_EXIST', `Property "${name}" does not exist`);
    else if (property.readOnly) bad('READ_ONLY_VALUE', `"${name}" is a read only property`);
    else if (value === null || typeof value === 'object') bad('INVALID_STRING', `"${name}" must be a text`);
    else {
      const text = String(value);
      const time = property.type === 'datetime' && text !== '' ? timeOf(text) : 0;
      if (text.length > LONGEST) bad('PROPERTY_VALUE_TOO_LONG', `${name} is longer than ${LONGEST} characters`);
      else if (property.name === 'email' && text.trim() !== '' && !EMAIL.test(text.trim())) bad('INVALID_EMAIL', `Email address ${text} is invalid`);
      else if (property.type === 'enumeration' && text !== '' && !property.options.includes(text)) bad('INVALID_OPTION', `${text} was not one of the allowed options: [${property.options.join(', ')}]`);
      else if (property.type === 'number' && text !== '' && !Number.isFinite(Number(text))) bad('INVALID_NUMBER', `${text} was not a valid number.`);
      else if (time === null) bad('INVALID_DATE', `${text} was not a valid date.`);
      else values[name] = property.name === 'email' ? text.trim().toLowerCase() : property.type === 'datetime' && text !== '' ? new Date(time).toISOString() : text;
    }
  }
  return { values, wrong };
}
