import type { WireAnswer } from '../dialect.ts';
import type { Access } from './access.ts';
import { json } from './answer.ts';
import { bad, denied, Refused } from './refused.ts';
import type { RestRequest } from './rest.ts';
import { blank, fixedId, plain, type Field, type FieldType, type ObjectType } from './schema.ts';
import { workspace, type Store } from './store.ts';

const application = fixedId('application');
const custom = fixedId('custom application');
const made = '2026-11-21T20:16:15.528Z';

const objectId = (object: ObjectType): string => fixedId(`object ${object.singular}`);
const fieldId = (object: ObjectType, name: string): string => fixedId(`field ${object.singular} ${name}`);

/** Answers a request under /rest/metadata: the description of the data, and new fields; not rate-limited. Throws Refused. */
export function metadata(request: RestRequest, store: Store, who: Access): WireAnswer {
  const [, kind, id] = request.path;
  if (!who.describe) throw denied(403);
  const all = [...store.bySingular.values()].map((table) => table.object);
  if (kind === 'objects' && request.method === 'GET') return id === undefined ? listObjects(all, request.query) : json(200, JSON.stringify(describe(find(all, id))));
  if (kind === 'fields' && request.method === 'GET' && id !== undefined) {
    const [object, field] = all.flatMap((one) => one.fields.map((each) => [one, each] as const)).find(([one, each]) => fieldId(one, each.name) === id) ?? [];
    if (!object || !field) throw new Refused(404, 'Error', 'Field metadata not found', 'FIELD_METADATA_NOT_FOUND');
    return json(200, JSON.stringify(describeField(object, field)));
  }
  if (kind === 'fields' && request.method === 'POST' && id === undefined) return addField(store, all, (request.body ?? {}) as NewField);
  throw bad(`Query path '/rest/${request.path.join('/')}' invalid. Valid examples: /rest/metadata/fields or /rest/metadata/objects/id`);
}

function find(all: ObjectType[], id: string): ObjectType {
  const object = all.find((each) => objectId(each) === id);
  if (!object) throw new Refused(404, 'Error', 'Object metadata not found', 'OBJECT_METADATA_NOT_FOUND');
  return object;
}

function listObjects(all: ObjectType[], query: URLSearchParams): WireAnswer {
  const after = query.get('starting_after');
  const from = after === null ? 0 : all.findIndex((object) => objectId(object) === after) + 1;
  const page = all.slice(from, from + Number(query.get('limit') ?? 60));
  const [first, last] = [page[0], page.at(-1)];
  const info = { hasNextPage: from + page.length < all.length, startCursor: first ? objectId(first) : null, endCursor: last ? objectId(last) : null };
  return json(200, JSON.stringify({ data: page.map(describe), pageInfo: info, totalCount: all.length }));
}

function describe(object: ObjectType): Record<string, unknown> {
  const { label, labels, description, icon, shortcut } = object.shown ?? { label: object.singular, labels: object.plural, description: object.singular, icon: 'IconBox', shortcut: undefined };
  return {
    id: objectId(object), universalIdentifier: fixedId(`universal ${object.singular}`), applicationId: application, nameSingular: object.singular, namePlural: object.plural,
    labelSingular: label, labelPlural: labels, description, icon, ...(shortcut ? { shortcut } : {}), isRemote: false, isActive: true, isSystem: object.system, isUIEditable: true, isUICreatable: true,
    isUIReadOnly: false, isSearchable: true, isLabelSyncedWithName: false, workspaceId: workspace.id,
    labelIdentifierFieldMetadataId: fieldId(object, object.fields.some((field) => field.name === 'title') ? 'title' : 'name'),
    ...(object.fields.some((field) => field.name === 'avatarFile') ? { imageIdentifierFieldMetadataId: fieldId(object, 'avatarFile') } : {}),
    ...(object.alike ? { duplicateCriteria: object.alike.map((paths) => paths.map((path) => path.replaceAll(/\.(.)/g, (_, letter: string) => letter.toUpperCase()))) } : {}),
    createdAt: made, updatedAt: made, fields: object.fields.map((field) => describeField(object, field)),
  };
}

function describeField(object: ObjectType, field: Field): Record<string, unknown> {
  const junction = field.name === 'listMemberships' ? { junctionTargetFieldId: fixedId('field messageListMember list') } : {};
  const settings = field.settings && { settings: { ...field.settings, ...junction } };
  return {
    id: fieldId(object, field.name), universalIdentifier: fixedId(`universal ${object.singular} ${field.name}`), applicationId: field.createdAt ? custom : application, type: field.type, name: field.name,
    label: field.label, description: field.description, ...(field.icon ? { icon: field.icon } : {}), isActive: true, isSystem: field.system ?? false, isUIEditable: !field.locked,
    isUIReadOnly: field.locked ?? false, isNullable: !field.required, isUnique: field.unique ?? false, ...(field.default === undefined ? {} : { defaultValue: field.default }), ...settings,
    ...(field.options ? { options: field.options.map((option, at) => ({ id: fixedId(`option ${option.value}`), ...option, position: at })) } : {}),
    workspaceId: workspace.id, objectMetadataId: objectId(object), isLabelSyncedWithName: false, createdAt: field.createdAt ?? made, updatedAt: field.createdAt ?? made,
  };
}

interface NewField {
  objectMetadataId?: string;
  type?: string;
  name?: string;
  label?: string;
  description?: string;
  isUnique?: boolean;
}

function addField(store: Store, all: ObjectType[], { objectMetadataId = '', type = '', name = '', label = '', description = '', isUnique = false }: NewField): WireAnswer {
  const object = find(all, objectMetadataId);
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) {
    throw invalid(object, name, { code: 'INVALID_FIELD_INPUT', message: 'Name is not valid: it must start with lowercase letter and contain only alphanumeric letters' });
  }
  if (object.fields.some((field) => field.name === name || field.one?.column === name)) {
    throw invalid(object, name, { code: 'NOT_AVAILABLE', message: `Name "${name}" is not available as it is already used by another field` });
  }
  const field = plain(name, type as FieldType, label, description, '', { unique: isUnique, createdAt: store.now() });
  object.fields.push(field);
  const table = store.bySingular.get(object.singular)!;
  for (const { values } of [...table.all()]) table.put({ ...values, [name]: blank(field) });
  return json(201, JSON.stringify({ ...describeField(object, field), defaultValue: null, options: null }));
}

/** The description of the data refuses in a shape of its own. */
export class RefusedField extends Refused {
  constructor(readonly errors: Record<string, unknown>, readonly total: number) {
    super(400, 'METADATA_VALIDATION_ERROR', 'Multiple validation errors occurred while creating fields');
  }

  override get body(): Record<string, unknown> {
    return { statusCode: 400, error: this.error, message: this.message, errors: this.errors, summary: { totalErrors: this.total, fieldMetadata: 1, viewField: 2, index: 1 }, userFriendlyMessage: 'Many validation errors' };
  }
}

function invalid(object: ObjectType, name: string, { code, message }: { code: string; message: string }): RefusedField {
  const identifier = fixedId(`new ${object.singular} ${name}`);
  const view = (at: number) => ({
    status: 'fail', errors: [{ code: 'INVALID_VIEW_DATA', message: 'Field metadata not found', userFriendlyMessage: 'Field metadata not found' }],
    flatEntityMinimalInformation: { universalIdentifier: fixedId(`view ${at} ${identifier}`), viewUniversalIdentifier: fixedId(`view ${at}`), fieldMetadataUniversalIdentifier: identifier }, metadataName: 'viewField', type: 'create',
  });
  const index = fixedId(`index ${identifier}`);
  const missing = [{ code: 'INDEX_FIELD_NOT_FOUND', message: 'Could not find index field related field metadata', userFriendlyMessage: 'Field referenced in index does not exist' }];
  const taken = [
    { code: 'INDEX_ALREADY_EXISTS', message: 'Index with same universal identifier already exists', userFriendlyMessage: 'Index already exists' },
    { code: 'INDEX_ALREADY_EXISTS', message: 'Index with same name already exists', userFriendlyMessage: 'Index with same name already exists' },
    ...missing,
    { code: 'ENTITY_ALREADY_EXISTS', message: `Cannot create index: universalIdentifier "${index}" already exists in index maps from application "${custom}"` },
  ];
  return new RefusedField({
    fieldMetadata: [{ status: 'fail', errors: [{ code, value: name, message, userFriendlyMessage: message }], flatEntityMinimalInformation: { universalIdentifier: identifier, name, objectMetadataUniversalIdentifier: fixedId(`universal ${object.singular}`) }, metadataName: 'fieldMetadata', type: 'create' }],
    viewField: [view(1), view(2)],
    index: [{ status: 'fail', errors: code === 'NOT_AVAILABLE' ? taken : missing, flatEntityMinimalInformation: { universalIdentifier: index, name: `IDX_UNIQUE_${index.replaceAll('-', '').slice(0, 27)}` }, metadataName: 'index', type: 'create' }],
  }, 4);
}
