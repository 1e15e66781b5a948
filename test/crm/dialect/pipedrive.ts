import type { DialectMeans, WireAnswer, WireRequest } from './dialect.ts';
import { personOf, readActivity, showActivity } from './pipedrive/activity.ts';
import { invalid, json, members, notFound, Refusal, refused } from './pipedrive/answer.ts';
import { readContact, showContact, type Reach } from './pipedrive/contact.ts';
import { addField, fieldCoded, listFields, ownFields, showField, type Field } from './pipedrive/field.ts';
import { cost, openLimits, type Limits } from './pipedrive/limit.ts';
import { listNotes, readNote, showNote } from './pipedrive/note.ts';
import { openIndex, type SearchIndex } from './pipedrive/search.ts';
import { openTable, page, remove, rowOf, write, type Kind, type Row, type Table } from './pipedrive/table.ts';
import { racing } from './racing.ts';

/** `double-create`: somebody else makes the same person in the same moment, and nothing prevents it. */
const RACES = ['double-create', 'slow-index', 'limit-burst', 'limit-day', 'blocked', 'gateway'] as const;
const REFUSED_TOKENS = ['<token:invalid>', '<token:forged-signature>', '<token:revoked>', '<token:expired>'];
const OWNER = 23_001;

type Contact = 'person' | 'organization';

interface State {
  means: DialectMeans;
  tables: Record<Kind, Table>;
  fields: Record<Contact, Field[]>;
  indexes: Record<Contact, SearchIndex>;
  limits: Limits;
  take(race: string): boolean;
  nextId(): number;
  fieldCode(): string;
}

/** Pipedrive (v2, and v1 where v2 has nothing) as its documentation and its client describe it: written from documents, not held to a real server. */
const open = racing(RACES, begin, handle);

export default open;

function begin(means: DialectMeans, take: State['take']): State {
  let last = 5000;
  return {
    means,
    tables: { person: openTable('person'), organization: openTable('organization'), activity: openTable('activity'), note: openTable('note') },
    fields: { person: ownFields('person'), organization: ownFields('organization') },
    indexes: { person: openIndex('person'), organization: openIndex('organization') },
    limits: openLimits(),
    take,
    nextId: () => (last += 1 + Math.floor(means.random() * 7)),
    fieldCode: () => Array.from({ length: 40 }, () => Math.floor(means.random() * 16).toString(16)).join(''),
  };
}

function handle(state: State, request: WireRequest): WireAnswer {
  const url = request.path.indexOf('?');
  const path = url < 0 ? request.path : request.path.slice(0, url);
  const query = new URLSearchParams(url < 0 ? '' : request.path.slice(url + 1));
  const cors: Record<string, string> = request.headers['origin'] ? { 'access-control-allow-origin': '*' } : {};
  if (request.method === 'OPTIONS') return { status: 204, headers: { ...cors, 'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS', 'access-control-allow-headers': 'content-type, x-api-token, authorization' }, body: '' };
  if (state.take('gateway')) return html(502, 'Bad Gateway');
  if (state.take('blocked')) return html(403, 'Sorry, you have been blocked', { 'cf-ray': '0123456789abcdef-FRA' });
  const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  if (parts[0] === 'api') parts.shift();
  const version = parts[0] === 'v1' ? 1 : parts[0] === 'v2' ? 2 : null;
  if (version === null) return html(404, 'Not Found');
  const token = request.headers['x-api-token'] ?? query.get('api_token') ?? /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1] ?? '';
  if (!/^<token(:[a-z-]+)?>$/.test(token) || REFUSED_TOKENS.includes(token)) return { ...refused(new Refusal(401, 'unauthorized access', 'ERR_UNAUTHORIZED'), 1), headers: { 'content-type': 'application/json; charset=utf-8', ...cors } };
  const isSearch = path.endsWith('/search');
  const admitted = state.limits.admit(token, isSearch, cost(version, request.method, path), state.means.now(), state.take('limit-burst') ? 'burst' : state.take('limit-day') ? 'day' : null);
  const answer = admitted.allowed ? answerTo(state, request, version, parts.slice(1), query, token) : refused(new Refusal(429, 'request over limit', 'ERR_RATE_LIMIT'), version);
  return { ...answer, headers: { ...answer.headers, ...admitted.headers, ...cors } };
}

const html = (status: number, text: string, headers: Record<string, string> = {}): WireAnswer => ({ status, headers: { 'content-type': 'text/html; charset=UTF-8', ...headers }, body: `<!DOCTYPE html><html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>` });

function answerTo(state: State, request: WireRequest, version: 1 | 2, path: string[], query: URLSearchParams, token: string): WireAnswer {
  try {
    const reads = request.method === 'GET';
    if ((token === '<token:noaccess>' && path[0] !== 'users') || (token === '<token:readonly>' && !reads)) throw new Refusal(403, 'You do not have permissions to perform this action', 'ERR_FORBIDDEN');
    const result = version === 1 ? old(state, request, path, query) : present(state, request, path, query);
    if (result) return json(result[0], result[1]);
    return refused(new Refusal(404, 'Unknown method .', 'ERR_NOT_FOUND'), version);
  } catch (error) {
    if (error instanceof Refusal) return refused(error, version);
    throw error;
  }
}

type Result = [number, object] | null;
const data = (value: unknown, status = 200): [number, object] => [status, { success: true, data: value }];

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid('the body is not JSON');
  }
}

/** The paths of v2. */
function present(state: State, request: WireRequest, [name, id, more]: string[], query: URLSearchParams): Result {
  if (more !== undefined) return null;
  if (name === 'persons') return contacts(state, 'person', request, id, query);
  if (name === 'organizations') return contacts(state, 'organization', request, id, query);
  if (name === 'personFields') return fields(state, 'person', request, id, query);
  if (name === 'organizationFields') return fields(state, 'organization', request, id, query);
  return name === 'activities' ? activities(state, request, id, query) : null;
}

function fields(state: State, kind: Contact, { method, body }: WireRequest, code: string | undefined, query: URLSearchParams): Result {
  const all = state.fields[kind];
  if (method === 'GET') return code === undefined ? [200, listFields(all, query)] : data(showField(fieldCoded(all, code)));
  return method === 'POST' && code === undefined ? data(showField(addField(all, parse(body), state.fieldCode())), 201) : null;
}

/** Writes a person or organization and tells the search. */
function save(state: State, kind: Contact, row: Row | null, sent: Record<string, unknown>): Row {
  const custom = sent['custom_fields'] === undefined ? {} : { custom_fields: { ...(row?.fields['custom_fields'] as object | undefined), ...(sent['custom_fields'] as object) } };
  const written = write(state.means, state.tables[kind], row, { ...sent, ...custom }, state.nextId);
  state.indexes[kind].put(written, state.means.now(), state.take('slow-index'));
  return written;
}

const exists = (state: State, kind: Kind, id: number): boolean => state.tables[kind].byId.get(id)?.deletedAt === null;

function contacts(state: State, kind: Contact, { method, body }: WireRequest, id: string | undefined, query: URLSearchParams): Result {
  const table = state.tables[kind];
  const show = (row: Row): object => showContact(kind, row, state.fields[kind], OWNER);
  const read = (isNew: boolean): Record<string, unknown> => {
    const sent = readContact(kind, parse(body), state.fields[kind], isNew);
    if (typeof sent['org_id'] === 'number' && !exists(state, 'organization', sent['org_id'])) throw invalid('org_id does not exist');
    return sent;
  };
  if (id === undefined && method === 'GET') {
    const org = query.get('org_id');
    const { rows, next } = page(state.means, table, query, ['update_time', 'add_time'], (row) => org === null || String(row.fields['org_id']) === org);
    return [200, { success: true, data: rows.map(show), additional_data: { next_cursor: next } }];
  }
  if (id === undefined && method === 'POST') {
    const sent = read(true);
    if (kind === 'person' && state.take('double-create')) save(state, kind, null, sent);
    return data(show(save(state, kind, null, sent)), 201);
  }
  if (id === 'search' && method === 'GET') {
    const nameOf = (orgId: number): object | null => { const row = state.tables.organization.byId.get(orgId); return row ? { id: orgId, name: row.fields['name'], address: null } : null; };
    return [200, state.indexes[kind].search(query, state.means.now(), nameOf, OWNER)];
  }
  if (id === undefined) return null;
  const row = rowOf(state.means, table, id);
  if (method === 'GET') return data(show(row));
  // a deleted record takes the change in silence: only is_deleted in the answer tells
  if (method === 'PATCH') return data(show(save(state, kind, row, read(false))));
  if (method !== 'DELETE') return null;
  drop(state, kind, row);
  return data({ id: row.id });
}

function drop(state: State, kind: Contact, row: Row): void {
  remove(state.means, state.tables[kind], row);
  state.indexes[kind].put(row, state.means.now(), state.take('slow-index'));
}

function activities(state: State, { method, body }: WireRequest, id: string | undefined, query: URLSearchParams): Result {
  const table = state.tables.activity;
  const read = (): Record<string, unknown> => readActivity(parse(body), (personId) => exists(state, 'person', personId));
  const put = (row: Row | null): Row => {
    const sent = read();
    if (sent['done'] !== undefined && sent['done'] !== (row?.fields['done'] ?? false)) sent['marked_as_done_time'] = sent['done'] ? new Date(state.means.now()).toISOString().replace(/\.\d+Z/, 'Z') : null;
    return write(state.means, table, row, sent, state.nextId);
  };
  if (id === undefined && method === 'GET') {
    const [person, done] = [query.get('person_id'), query.get('done')];
    if (done !== null && done !== 'true' && done !== 'false') throw invalid('done must be true or false');
    const { rows, next } = page(state.means, table, query, ['update_time', 'add_time', 'due_date'], (row) => (person === null || String(personOf(row)) === person) && (done === null || String(row.fields['done'] ?? false) === done));
    return [200, { success: true, data: rows.map((row) => showActivity(row, OWNER)), additional_data: { next_cursor: next } }];
  }
  if (id === undefined) return method === 'POST' ? data(showActivity(put(null), OWNER), 201) : null;
  const row = rowOf(state.means, table, id);
  if (method === 'GET') return data(showActivity(row, OWNER));
  if (method === 'PATCH') return data(showActivity(put(row), OWNER));
  if (method !== 'DELETE') return null;
  remove(state.means, table, row);
  return data({ id: row.id });
}

/** The paths of v1 that v2 has nothing for: who am I, notes, merge. */
function old(state: State, { method, body }: WireRequest, [name, id, more]: string[], query: URLSearchParams): Result {
  if (name === 'users' && method === 'GET' && more === undefined) {
    const me = { id: OWNER, name: 'Ola Seller', email: 'ola@example.com', lang: 1, locale: 'en_US', timezone_name: 'Europe/Berlin', company_id: 4711, company_name: 'Example Sales', company_domain: 'example-sales', default_currency: 'EUR', is_admin: 1, active_flag: true };
    return id === 'me' ? data(me) : id === undefined ? data([me]) : null;
  }
  if (name === 'persons' && more === 'merge' && method === 'PUT') return merge(state, Number(id), parse(body));
  if (name !== 'notes' || more !== undefined) return null;
  const table = state.tables.note;
  const read = (isNew: boolean): Record<string, unknown> => readNote(parse(body), isNew, (kind, one) => exists(state, kind, one));
  if (id === undefined && method === 'GET') return [200, listNotes(table, query, OWNER)];
  if (id === undefined) return method === 'POST' ? data(showNote(write(state.means, table, null, read(true), state.nextId), OWNER)) : null;
  const row = rowOf(state.means, table, id);
  if (row.deletedAt !== null) throw notFound('Note');
  if (method === 'GET') return data(showNote(row, OWNER));
  if (method === 'PUT') return data(showNote(write(state.means, table, row, read(false), state.nextId), OWNER));
  if (method !== 'DELETE') return null;
  remove(state.means, table, row);
  return data(true);
}

/** PUT /v1/persons/{id}/merge: the person of the body survives, its values win, the person of the path is deleted; notes and activities follow. */
function merge(state: State, loserId: number, body: unknown): Result {
  const loser = rowOf(state.means, state.tables.person, loserId);
  const winner = rowOf(state.means, state.tables.person, members(body)?.['merge_with_id']);
  if (winner === loser || winner.deletedAt !== null || loser.deletedAt !== null) throw invalid('merge_with_id must name another person');
  const filled = Object.fromEntries(Object.entries(loser.fields).filter(([name]) => winner.fields[name] === undefined || winner.fields[name] === null));
  const both = (name: string): Reach[] => {
    const mine = (winner.fields[name] as Reach[] | undefined) ?? [];
    const more = ((loser.fields[name] as Reach[] | undefined) ?? []).filter(({ value }) => mine.every((one) => one.value !== value));
    return [...mine, ...more.map((one) => ({ ...one, primary: mine.length === 0 && one.primary }))];
  };
  const custom = { ...(loser.fields['custom_fields'] as object | undefined), ...Object.fromEntries(Object.entries((winner.fields['custom_fields'] as object | undefined) ?? {}).filter(([, value]) => value !== null)) };
  save(state, 'person', winner, { ...filled, emails: both('emails'), phones: both('phones'), custom_fields: custom });
  drop(state, 'person', loser);
  for (const note of state.tables.note.rows) if (note.fields['person_id'] === loser.id) write(state.means, state.tables.note, note, { person_id: winner.id }, state.nextId);
  for (const row of state.tables.activity.rows) {
    const list = (row.fields['participants'] as { person_id: number; primary: boolean }[] | undefined) ?? [];
    if (list.some(({ person_id: id }) => id === loser.id)) write(state.means, state.tables.activity, row, { participants: list.map((one) => (one.person_id === loser.id ? { ...one, person_id: winner.id } : one)) }, state.nextId);
  }
  return data({ id: winner.id, name: winner.fields['name'], merge_what_id: loser.id });
}
