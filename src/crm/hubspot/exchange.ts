import { fail, ok, type Result } from '../../domain/failure.ts';
import type { RemoteRecord, SyncKind } from '../../domain/sync/record.ts';
import { parsed, statusFailure, words } from '../answer.ts';
import type { Access, Http, HttpAnswer, HttpRequest } from '../connector.ts';
import { pieces, type Row, rowOf, rowsOf, writtenIn } from '../untrusted.ts';
import { isParent, KEY, propertiesOf, toRemote, TYPE, wordsOf } from './value.ts';

/** HubSpot's date-versioned paths take the same bodies: then this is the one thing to change. */
export const OBJECTS = '/crm/v3/objects';
/** Records a batch. */
export const BATCH = 100;
const PAGE = 200;
export const REST_AFTER_429 = 10_000;

/** One row of a batch; the trace id comes back with what became of it. */
export interface Input {
  id?: string;
  properties: { [name: string]: string };
  associations?: unknown[];
  objectWriteTraceId: string;
}
export type Outcome = { raw: Row } | { problem: Row } | 'gone';
type Answered = Promise<Result<{ status: number; body: Row }>>;

/** The requests that the operations are made of. */
export interface Exchange {
  call(method: HttpRequest['method'], path: string, body?: unknown, fields?: readonly string[], records?: number): Answered;
  /** Whether the key property is there. */
  keyed(kind: SyncKind): boolean;
  /** Keys of archived records and their ids, as the last look into the recycle bin has shown them. */
  bin: { [K in SyncKind]?: Map<string, string> };
  /** Records of an answer; `people` says on whom a note or task hangs. */
  remotes(kind: SyncKind, raws: Row[], people?: Map<string, string[]>): RemoteRecord[];
  /** The ids that these records are linked with. */
  linked(from: string, to: string, ids: string[]): Promise<Result<Map<string, string[]>>>;
  /** Records as they are now, by id or by a unique property. */
  readBy(kind: SyncKind, ids: string[], idProperty?: string): Promise<Result<RemoteRecord[]>>;
  /** The first page of a search: records as they were some seconds ago. */
  search(kind: SyncKind, filters: Row[], sorts: string[], moreProperties?: string[]): Promise<Result<{ raws: Row[]; more: boolean }>>;
  /** One page of the recycle bin; remembers the keys in it. */
  binPage(kind: 'account' | 'prospect', after: string): Promise<Result<{ raws: Row[]; after: string }>>;
  /** Sends a batch. What is refused as a whole is halved until the bad row stands alone. */
  send(kind: SyncKind, action: 'create' | 'update', inputs: Input[], fields: string[]): Promise<Result<Map<string, Outcome>>>;
}

/** What keeps a call from being looked at. A limit is told by the name of its policy; the daily one ends at the account's midnight. */
function failureOf(answer: HttpAnswer, now: number, offset: number): Result<never> | undefined {
  const body = parsed(answer);
  const json = body.ok ? rowOf(body.value) : {};
  if (answer.status === 429) {
    const policy = writtenIn(json['policyName']);
    if (policy === 'DAILY') return fail('rate-limit', '', (Math.floor((now + offset) / 86_400_000) + 1) * 86_400_000 - offset);
    if (policy === 'SECONDLY' || /secondly limit/.test(writtenIn(json['message'])) && !/ten_secondly/i.test(writtenIn(json['message']))) return fail('rate-limit', '', now + 1_000);
  }
  // an account that is being moved, a record that is being written: both pass
  if (answer.status === 477 || answer.status === 423) return { ok: false, failure: statusFailure({ ...answer, status: 503 }, now, 0)! };
  if (answer.status < 500 && answer.status !== 429 && !body.ok) return body;
  const failure = statusFailure(answer, now, REST_AFTER_429);
  const scopes = rowOf(json['context'])['missingScopes'];
  return failure && { ok: false, failure: failure.kind === 'permission' && Array.isArray(scopes) ? { ...failure, message: words(`Missing scopes: ${scopes.map(writtenIn).join(', ')}`) } : failure };
}

export function exchangeOf(http: Http, access: Access, clock: () => number): Exchange {
  const call: Exchange['call'] = async (method, path, body, fields, records) => {
    const answer = await http({
      method, url: access.origin + path, headers: { accept: 'application/json, */*;q=0.8', authorization: `Bearer ${access.secrets['token'] ?? ''}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }), ...(fields ? { fields } : {}), ...(records === undefined ? {} : { records }),
    });
    if (!answer.ok) return answer;
    const failure = failureOf(answer.value, clock(), Number(access.known['offset']) || 0);
    if (failure) return failure;
    const json = parsed(answer.value);
    return json.ok ? ok({ status: answer.value.status, body: rowOf(json.value) }) : json;
  };
  const keyed = (kind: SyncKind): boolean => isParent(kind) && access.known[kind] === KEY;
  const namesOf = (kind: SyncKind): readonly string[] => access.fields[kind] ?? [];
  const asked = (kind: SyncKind): string[] => [...propertiesOf(kind, namesOf(kind)), ...(keyed(kind) ? [KEY] : [])];
  const bin: Exchange['bin'] = {};
  const remotes: Exchange['remotes'] = (kind, raws, people) => raws.flatMap((raw) => toRemote(kind, raw, namesOf(kind), people ? { prospect: people.get(writtenIn(raw['id']))?.[0] ?? null } : {}) ?? []);

  async function linked(from: string, to: string, ids: string[]): Promise<Result<Map<string, string[]>>> {
    const found = new Map<string, string[]>();
    for (const some of pieces(ids, 1000)) {
      const answer = await call('POST', `/crm/v4/associations/${from}/${to}/batch/read`, { inputs: some.map((id) => ({ id })) });
      if (!answer.ok) return answer;
      for (const one of rowsOf(answer.value.body['results'])) found.set(writtenIn(rowOf(one['from'])['id']), rowsOf(one['to']).map((other) => writtenIn(other['toObjectId'])));
    }
    return ok(found);
  }

  async function readBy(kind: SyncKind, ids: string[], idProperty?: string): Promise<Result<RemoteRecord[]>> {
    const found: RemoteRecord[] = [];
    for (const some of pieces([...new Set(ids)], BATCH)) {
      const answer = await call('POST', `${OBJECTS}/${TYPE[kind]}/batch/read`, { propertiesWithHistory: [], ...(idProperty ? { idProperty } : {}), inputs: some.map((id) => ({ id })), properties: asked(kind) });
      if (!answer.ok) return answer;
      if (answer.value.status >= 400) return fail('rejected', wordsOf(answer.value.body));
      const raws = rowsOf(answer.value.body['results']);
      const people = isParent(kind) || raws.length === 0 ? ok(undefined) : await linked(TYPE[kind], 'contacts', raws.map(({ id }) => writtenIn(id)));
      if (!people.ok) return people;
      found.push(...remotes(kind, raws, people.value));
    }
    return ok(found);
  }

  async function search(kind: SyncKind, filters: Row[], sorts: string[], more: string[] = []): Promise<Result<{ raws: Row[]; more: boolean }>> {
    const answer = await call('POST', `${OBJECTS}/${TYPE[kind]}/search`, { limit: PAGE, after: '0', sorts, properties: [...new Set([...asked(kind), ...more])], filterGroups: [{ filters }] });
    if (!answer.ok) return answer;
    if (answer.value.status >= 400) return fail('rejected', wordsOf(answer.value.body));
    return ok({ raws: rowsOf(answer.value.body['results']), more: rowOf(rowOf(answer.value.body['paging'])['next'])['after'] !== undefined });
  }

  async function binPage(kind: 'account' | 'prospect', after: string): Promise<Result<{ raws: Row[]; after: string }>> {
    const answer = await call('GET', `${OBJECTS}/${TYPE[kind]}?limit=100${after ? `&after=${encodeURIComponent(after)}` : ''}${keyed(kind) ? `&properties=${KEY}` : ''}&archived=true`);
    if (!answer.ok) return answer;
    const raws = rowsOf(answer.value.body['results']);
    const known = bin[kind] ??= new Map();
    for (const raw of raws) if (writtenIn(rowOf(raw['properties'])[KEY])) known.set(writtenIn(rowOf(raw['properties'])[KEY]), writtenIn(raw['id']));
    return ok({ raws, after: writtenIn(rowOf(rowOf(answer.value.body['paging'])['next'])['after']) });
  }

  async function send(kind: SyncKind, action: 'create' | 'update', inputs: Input[], fields: string[]): Promise<Result<Map<string, Outcome>>> {
    const out = new Map<string, Outcome>();
    if (inputs.length === 0) return ok(out);
    const answer = await call('POST', `${OBJECTS}/${TYPE[kind]}/batch/${action}`, { inputs }, fields, inputs.length);
    if (!answer.ok) return answer;
    const { status, body } = answer.value;
    if (status >= 400) {
      const unknown = rowsOf(body['errors']).filter(({ code }) => code === 'PROPERTY_DOESNT_EXIST').flatMap(({ context }) => { const names = rowOf(context)['propertyName']; return Array.isArray(names) ? names.map(writtenIn) : []; });
      const hit = inputs.length === 1 ? inputs : inputs.filter(({ properties }) => unknown.some((name) => name in properties));
      for (const { objectWriteTraceId: trace } of hit) out.set(trace, writtenIn(body['category']) === 'OBJECT_NOT_FOUND' ? 'gone' : { problem: body });
      const rest = inputs.filter((one) => !hit.includes(one));
      for (const half of hit.length ? [rest] : pieces(rest, Math.ceil(rest.length / 2))) {
        const part = await send(kind, action, half, fields);
        if (!part.ok) return part;
        for (const [trace, outcome] of part.value) out.set(trace, outcome);
      }
      return ok(out);
    }
    for (const raw of rowsOf(body['results'])) {
      const trace = writtenIn(raw['objectWriteTraceId']) || inputs.find(({ id, properties }) => (id ? id === writtenIn(raw['id']) : properties[KEY] !== undefined && properties[KEY] === rowOf(raw['properties'])[KEY]))?.objectWriteTraceId;
      if (trace) out.set(trace, { raw });
    }
    for (const problem of rowsOf(body['errors'])) {
      const context = rowOf(problem['context']);
      const [traces, ids] = [context['objectWriteTraceId'], context['ids']];
      const hit = Array.isArray(traces) ? traces.map(writtenIn) : inputs.filter(({ id }) => Array.isArray(ids) && ids.map(writtenIn).includes(id ?? '')).map((one) => one.objectWriteTraceId);
      for (const trace of hit) out.set(trace, writtenIn(problem['category']) === 'OBJECT_NOT_FOUND' ? 'gone' : { problem });
    }
    // an answer that leaves a row out says nothing of it: it may be there
    return inputs.every((one) => out.has(one.objectWriteTraceId)) ? ok(out) : fail('network');
  }

  return { call, keyed, bin, remotes, linked, readBy, search, binPage, send };
}
