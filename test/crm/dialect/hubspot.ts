import type { DialectMeans, WireAnswer, WireRequest } from './dialect.ts';
import { empty, invalid, json, Refusal, refused } from './hubspot/answer.ts';
import { batchLinks, link, listLinks, openLinks, unlink, type Links } from './hubspot/association.ts';
import { batchRead, batchWrite, writeOne } from './hubspot/batch.ts';
import { openLimits, type Limits } from './hubspot/limit.ts';
import { openLists, type Lists } from './hubspot/list.ts';
import { addProperty, ALIASES, describe, type ObjectType } from './hubspot/property.ts';
import { archive, erase, find, list, merge, showOne } from './hubspot/record.ts';
import { search } from './hubspot/search.ts';
import { openTable, rowOf, type Portal, type Table } from './hubspot/table.ts';
import { racing } from './racing.ts';

/** Outcomes that depend on the moment. The limits are what other requests of the same moment have used up. */
const RACES = ['upsert-conflict', 'slow-index', 'merged-id-forwards', 'limit-rolling', 'limit-secondly', 'limit-daily', 'locked', 'migration', 'gateway'] as const;

/** Who may do what; any other `<token:…>` is another app of the account with all rights and its own share of requests. */
const REFUSED_TOKENS = ['<token:invalid>', '<token:forged-signature>', '<token:revoked>', '<token:expired>'];

interface State extends Portal {
  links: Links;
  lists: Lists;
  limits: Limits;
  correlationId(): string;
}

/** HubSpot (paths /crm/v3 and /crm/v4) as its documentation and its client describe it: written from documents, not held to a real server. */
const open = racing(RACES, begin, handle);

export default open;

function begin(means: DialectMeans, take: State['take']): State {
  const now = means.now();
  let last = 20_000_000_000;
  const hex = (digits: number): string => Math.floor(means.random() * 16 ** digits).toString(16).padStart(digits, '0');
  return {
    means,
    tables: { contacts: openTable('contacts', now), companies: openTable('companies', now), notes: openTable('notes', now), tasks: openTable('tasks', now) },
    take,
    nextId: () => String(last += 1 + Math.floor(means.random() * 997)),
    links: openLinks(),
    lists: openLists(),
    limits: openLimits(),
    correlationId: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`,
  };
}

/** Requests that only read although they are POSTs. */
const READS = /\/(search|batch\/read)$/;

function handle(state: State, request: WireRequest): WireAnswer {
  const cut = request.path.indexOf('?');
  const path = cut < 0 ? request.path : request.path.slice(0, cut);
  const query = new URLSearchParams(cut < 0 ? '' : request.path.slice(cut + 1));
  const token = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1];
  if (state.take('gateway')) return { status: 502, headers: { 'content-type': 'text/html' }, body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>' };
  if (token === '<token:expired>') return refused({ status: 401, category: 'EXPIRED_AUTHENTICATION', message: 'The access token expired.' }, state.correlationId());
  if (!token || !/^<token(:[a-z-]+)?>$/.test(token) || REFUSED_TOKENS.includes(token)) return refused({ status: 401, category: 'INVALID_AUTHENTICATION', message: 'Authentication credentials not found.' }, state.correlationId());
  const limit = ['limit-rolling', 'limit-secondly', 'limit-daily'].find((race) => (race !== 'limit-secondly' || path.endsWith('/search')) && state.take(race)) ?? null;
  const admitted = state.limits.admit(token, path.endsWith('/search'), state.means.now(), state.correlationId, limit);
  if ('status' in admitted) return admitted as WireAnswer;
  const answer = answerTo(state, request, path, query, token);
  return { ...answer, headers: { ...answer.headers, ...(admitted as Record<string, string>) } };
}

function answerTo(state: State, request: WireRequest, path: string, query: URLSearchParams, token: string): WireAnswer {
  try {
    if (path.startsWith('/crm/')) checkScope(state, request.method, path, token);
    const result = route(state, request, path.split('/').filter(Boolean).map(decodeURIComponent), query);
    if (result) return result[1] === null ? empty() : json(result[0], result[1]);
    return { status: 404, headers: { 'content-type': 'text/html;charset=utf-8' }, body: '<html><head><title>Error 404 Not Found</title></head><body><h2>HTTP ERROR 404</h2></body></html>' };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.problem, state.correlationId());
    throw error;
  }
}

function checkScope(state: State, method: string, path: string, token: string): void {
  const reads = method === 'GET' || READS.test(path);
  if (token !== '<token:noaccess>' && (token !== '<token:readonly>' || reads)) {
    if (!reads && state.take('locked')) throw new Refusal({ status: 423, category: 'LOCKED', message: 'The resource is locked. Try again later.' });
    return;
  }
  const type = path.includes('/companies') ? 'companies' : 'contacts';
  const scope = path.includes('/properties/') ? `crm.schemas.${type}` : path.includes('/lists') ? 'crm.lists' : `crm.objects.${type}`;
  throw new Refusal({ status: 403, category: 'MISSING_SCOPES', message: 'This app has not been granted all required scopes to make this call.', context: { missingScopes: [`${scope}.${reads ? 'read' : 'write'}`] } });
}

type Result = [number, object | null] | null;

function route(state: State, request: WireRequest, path: string[], query: URLSearchParams): Result {
  const { method } = request;
  const [first, second, third, ...rest] = path;
  const body = (): unknown => parse(request.body);
  const at = new Date(state.means.now()).toISOString();
  if (method === 'GET' && path.join('/') === 'account-info/v3/details') return [200, account()];
  if (first !== 'crm') return null;
  if (state.take('migration')) throw new Refusal({ status: 477, category: 'MIGRATION_IN_PROGRESS', message: 'This account is being moved to another data centre.', headers: { 'retry-after': '120' } });
  if (second === 'v3' && third === 'owners' && method === 'GET') return [200, { results: query.get('after') ? [] : [owner(at)] }];
  if (second === 'v3' && third === 'lists') return state.lists.answer(method, rest, query, request.body === '' ? null : body(), at, state.nextId, (id) => rowOf(state, state.tables.contacts, id) !== null);
  if (second === 'v3' && third === 'properties') return properties(state, method, typeNamed(rest[0]), rest[1], body);
  if (second === 'v3' && third === 'objects') return objects(state, request, state.tables[typeNamed(rest[0])], rest.slice(1), query, body);
  if (second === 'v4') return associations(state, method, path.slice(2), query, body, at);
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid('Invalid input JSON');
  }
}

function typeNamed(name: string | undefined): ObjectType {
  const type = ALIASES[name ?? ''];
  if (!type) throw invalid(`Unable to infer object type from: ${name ?? ''}`);
  return type;
}

function properties(state: State, method: string, type: ObjectType, name: string | undefined, body: () => unknown): Result {
  const all = state.tables[type].properties;
  if (method === 'POST' && name === undefined) return [201, describe(addProperty(all, body(), type, state.means.now()))];
  if (method !== 'GET') return null;
  if (name === undefined) return [200, { results: [...all.values()].map(describe) }];
  const property = all.get(name);
  if (!property) throw new Refusal({ status: 404, category: 'OBJECT_NOT_FOUND', message: `Property ${name} does not exist` });
  return [200, describe(property)];
}

function objects(state: State, request: WireRequest, table: Table, path: string[], query: URLSearchParams, body: () => unknown): Result {
  const { method } = request;
  const [id, action] = path;
  if (path.length > 2) return null;
  if (id === undefined) {
    if (method === 'GET') return [200, list(state, table, state.links, query)];
    return method === 'POST' ? [201, writeOne(state, table, state.links, null, body())] : null;
  }
  if (method === 'POST' && id === 'search' && action === undefined) return [200, search(state, table, state.links, request.body, body())];
  if (method === 'POST' && id === 'merge' && action === undefined) return [200, merge(state, table, state.links, body())];
  if (method === 'POST' && id === 'gdpr-delete' && action === undefined && table.type === 'contacts') {
    erase(state, table, state.links, body());
    return [204, null];
  }
  if (method === 'POST' && id === 'batch') return batch(state, table, action ?? '', query, body());
  if (action !== undefined) return null;
  if (method === 'GET') return [200, showOne(table, state.links, find(state, table, id, query), query)];
  if (method === 'PATCH') return [200, writeOne(state, table, state.links, find(state, table, id, query), body())];
  if (method === 'DELETE') {
    archive(state, table, state.links, id);
    return [204, null];
  }
  return null;
}

function batch(state: State, table: Table, action: string, query: URLSearchParams, body: unknown): Result {
  if (action === 'create' || action === 'update' || action === 'upsert') return batchWrite(state, table, state.links, action, body);
  if (action === 'read') return batchRead(state, table, body, query.get('archived') === 'true');
  if (action !== 'archive') return null;
  const inputs = (body as { inputs?: unknown } | null)?.inputs;
  if (!Array.isArray(inputs) || inputs.length > 100) throw invalid('inputs: 1 to 100 are needed');
  for (const one of inputs as { id?: unknown }[]) archive(state, table, state.links, String(one.id));
  return [204, null];
}

/** /crm/v4/objects/{from}/{id}/associations/[default/]{to}[/{id}] and /crm/v4/associations/{from}/{to}/batch/… */
function associations(state: State, method: string, path: string[], query: URLSearchParams, body: () => unknown, at: string): Result {
  if (path[0] === 'associations' && path[3] === 'batch' && method === 'POST') {
    const action = path.slice(4).join('/');
    if (!['read', 'create', 'archive', 'associate/default'].includes(action)) return null;
    return batchLinks(state, state.links, typeNamed(path[1]), typeNamed(path[2]), action, body());
  }
  if (path[0] !== 'objects' || path[3] !== 'associations') return null;
  const [from, id] = [typeNamed(path[1]), path[2]!];
  const usual = path[4] === 'default';
  const [to, target] = [typeNamed(path[usual ? 5 : 4]), path[usual ? 6 : 5]];
  if (method === 'GET' && !usual && target === undefined) return [200, listLinks(state.links, from, id, to, query)];
  if (target === undefined) return null;
  if (method === 'DELETE' && !usual) {
    unlink(state, state.links, from, id, to, target);
    return [204, null];
  }
  if (method !== 'PUT') return null;
  if (usual) return [200, { status: 'COMPLETE', results: [link(state, state.links, from, id, to, target)], startedAt: at, completedAt: at }];
  const types = body();
  if (!Array.isArray(types) || types.length === 0) throw invalid('Invalid input JSON: a list of association types was expected');
  for (const type of types as { associationTypeId?: unknown }[]) link(state, state.links, from, id, to, target, Number(type.associationTypeId));
  return [201, { fromObjectTypeId: numberOf(from), fromObjectId: id, toObjectTypeId: numberOf(to), toObjectId: target, labels: [] }];
}

const numberOf = (type: ObjectType): string => ({ contacts: '0-1', companies: '0-2', notes: '0-46', tasks: '0-27' })[type];

const account = (): object => ({ portalId: 4_700_123, accountType: 'STANDARD', timeZone: 'Europe/Berlin', companyCurrency: 'EUR', additionalCurrencies: [], utcOffset: '+01:00', utcOffsetMilliseconds: 3_600_000, uiDomain: 'app-eu1.hubspot.com', dataHostingLocation: 'eu1' });
const owner = (at: string): object => ({ id: '31', email: 'ola@example.com', type: 'PERSON', firstName: 'Ola', lastName: 'Seller', userId: 41, userIdIncludingInactive: 41, createdAt: at, updatedAt: at, archived: false });
