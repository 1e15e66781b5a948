import { fail, ok, type Failure, type Result } from '../../domain/failure.ts';
import type { SyncKind } from '../../domain/sync/record.ts';
import { parsed, statusFailure, words } from '../answer.ts';
import type { Access, Http } from '../connector.ts';
import { ENTITY, isRow, rows, str, type Row } from './form.ts';

/** An answer that is no failure of the call: 200, 400, 403, 404 or 409, with the text of X-Status-Reason. */
export interface Said {
  status: number;
  reason: string;
  body: unknown;
}

export interface Me {
  id: string;
  name: string;
  isAllowed(kind: SyncKind, right: 'create' | 'read' | 'edit'): boolean;
}

/** EspoCRM's HTTP interface for one connection. */
export interface Api {
  ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, more?: { headers?: { [name: string]: string }; fields?: string[] }): Promise<Result<Said>>;
  get(path: string): Promise<Result<unknown>>;
  list(path: string, search: Row): Promise<Result<Row[]>>;
  /** Whose key it is and what it may do. */
  me(): Promise<Result<Me>>;
}

/** One condition of a search. */
export const where = (type: string, attribute: string, value: unknown): Row => ({ type, attribute, value });

/** What a refused call comes to. */
export const refusal = ({ status, reason }: Said): { ok: false; failure: Failure } => fail(status === 403 ? 'permission' : status === 404 ? 'gone' : 'rejected', reason);

/** The folder of a server that is not at the root of its host: '' or 'crm/'. */
export function folderOf({ settings }: Pick<Access, 'settings'>): string {
  const steps = (settings['folder'] ?? '').split('/').filter(Boolean).map(encodeURIComponent);
  return steps.length ? `${steps.join('/')}/` : '';
}

export function apiOf(http: Http, access: Access, clock: () => number): Api {
  const base = `${access.origin}/${folderOf(access)}api/v1/`;
  const ask: Api['ask'] = async (method, path, body, more = {}) => {
    const sent = await http({
      method, url: base + path, headers: { 'X-Api-Key': access.secrets['apiKey'] ?? '', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...more.headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body), records: 1 }), ...(more.fields ? { fields: more.fields } : {}),
    });
    if (!sent.ok) return sent;
    const { status, headers, text } = sent.value;
    const reason = headers['x-status-reason'];
    // too many wrong keys lock the whole address for a minute, and nothing says so
    if (status === 403 && reason === undefined) return text.trim() === '' ? fail('rate-limit', '', clock() + 60_000) : fail('wrong-address');
    const failure = status === 403 ? undefined : statusFailure(sent.value, clock(), 60_000);
    if (failure) return { ok: false, failure };
    if (status !== 200 && reason === undefined) return fail('wrong-address');
    const read = status === 200 || status === 409 ? parsed(sent.value) : ok(null);
    return read.ok ? ok({ status, reason: words(reason), body: read.value }) : read;
  };
  async function get(path: string): Promise<Result<unknown>> {
    const said = await ask('GET', path);
    return !said.ok ? said : said.value.status === 200 ? ok(said.value.body) : refusal(said.value);
  }
  async function list(path: string, search: Row): Promise<Result<Row[]>> {
    const said = await ask('GET', `${path}?searchParams=${encodeURIComponent(JSON.stringify(search))}`, undefined, { headers: { 'X-No-Total': 'true' } });
    if (!said.ok) return said;
    if (said.value.status !== 200) return refusal(said.value);
    return isRow(said.value.body) && Array.isArray(said.value.body['list']) ? ok(rows(said.value.body['list'])) : fail('wrong-address');
  }
  async function me(): Promise<Result<Me>> {
    const told = await get('App/user');
    if (!told.ok) return told;
    const { user, acl } = isRow(told.value) ? told.value : {};
    if (!isRow(user) || !str(user['id'])) return fail('wrong-address');
    const table = isRow(acl) && isRow(acl['table']) ? acl['table'] : {};
    const level = (kind: SyncKind, right: string): string => { const scope = table[ENTITY[kind]]; return isRow(scope) ? str(scope[right]) : ''; };
    return ok({ id: str(user['id']), name: words(user['userName']), isAllowed: (kind, right) => !['', 'no', 'not-set'].includes(level(kind, right)) });
  }
  return { ask, get, list, me };
}
