import { fail, ok, type Result } from '../../domain/failure.ts';
import type { RemoteRecord, SyncKind } from '../../domain/sync/record.ts';
import { entryKey } from '../../domain/sync/value.ts';
import { parsed, statusFailure, words } from '../answer.ts';
import { meets, type Shown } from '../meets.ts';
import type { Access, Http, HttpAnswer, HttpRequest, RowAnswer, Wanted } from '../connector.ts';
import { pieces, type Row, rowOf, rowsOf, writtenIn } from '../untrusted.ts';
import { PATH, toRemote } from './value.ts';

export const REST_AFTER_429 = 2_000;
/** Records a page, and ids a question. */
export const PAGE = 500;
export const READ = 100;
/** A page of a list costs 10 tokens of the day, a search 20: so many pages are looked through before anybody is searched for. */
const FIND_PAGES = 20;
const EVER = '2000-01-01T00:00:00Z';
const DAY = 86_400_000;

export const isParent = (kind: SyncKind): kind is 'account' | 'prospect' => kind === 'account' || kind === 'prospect';
export const isNote = (kind: SyncKind): boolean => kind === 'note' || kind === 'touch';

/** The requests that the operations are made of. */
export interface Exchange {
  call(method: HttpRequest['method'], path: string, body?: Row, fields?: readonly string[]): Promise<Result<{ status: number; body: Row }>>;
  /** One page of a list; `next` of v2, `more` of v1. */
  list(path: string, query: { [name: string]: string }): Promise<Result<{ raws: Row[]; next: string; more: boolean }>>;
  remotes(kind: SyncKind, raws: Row[]): RemoteRecord[];
  /** Records as they are, by id; deleted ones do not come. */
  rawsOf(kind: SyncKind, ids: readonly string[]): Promise<Result<Row[]>>;
  read(kind: SyncKind, ids: readonly string[]): Promise<Result<RemoteRecord[]>>;
  /** Looks through the latest records, which lag behind nothing and hold deleted ones; who may be older than those is searched for. */
  find(kind: SyncKind, wanted: Wanted[]): Promise<Result<RemoteRecord[][]>>;
  /** Sends one row and says what became of it. `names` are our fields in it. */
  put(kind: SyncKind, method: 'POST' | 'PATCH' | 'PUT', path: string, body: Row, names: readonly string[]): Promise<Result<RowAnswer>>;
}

/** What keeps a call from being looked at: limits say when in their own headers; too many of them end in a block by the network before the CRM. */
function failureOf(answer: HttpAnswer, now: number): Result<never> | undefined {
  const { status, headers } = answer;
  if (status === 403 && headers['cf-ray'] && !parsed(answer).ok) return fail('rate-limit', '', now + 600_000);
  if (status === 429) {
    const isDay = headers['x-daily-ratelimit-token-remaining'] === '0' || Number(headers['x-ratelimit-remaining'] ?? 0) > 0;
    const seconds = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
    if (isDay) return fail('rate-limit', '', (Math.floor(now / DAY) + 1) * DAY);
    if (seconds >= 0) return fail('rate-limit', '', now + Math.min(60, seconds) * 1_000);
  }
  const failure = statusFailure(answer, now, REST_AFTER_429);
  if (failure?.kind === 'network' || failure?.kind === 'rate-limit') return { ok: false, failure };
  const body = parsed(answer);
  if (!body.ok) return body;
  return failure && { ok: false, failure: failure.kind === 'permission' ? { ...failure, message: words(rowOf(body.value)['error']) } : failure };
}

export function exchangeOf(http: Http, access: Access, clock: () => number): Exchange {
  const { known: codes } = access;
  const remotes = (kind: SyncKind, raws: Row[]): RemoteRecord[] => raws.flatMap((raw) => toRemote(kind, raw, access.fields[kind] ?? [], codes) ?? []);

  async function call(method: HttpRequest['method'], path: string, body?: Row, fields?: readonly string[]): Promise<Result<{ status: number; body: Row }>> {
    const answer = await http({
      method, url: access.origin + path, headers: { accept: 'application/json, text/plain, */*', 'x-api-token': access.secrets['token'] ?? '', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body), records: 1 } : {}), ...(fields ? { fields } : {}),
    });
    if (!answer.ok) return answer;
    const failure = failureOf(answer.value, clock());
    if (failure) return failure;
    const json = parsed(answer.value);
    return json.ok ? ok({ status: answer.value.status, body: rowOf(json.value) }) : json;
  }

  async function list(path: string, query: { [name: string]: string }): Promise<Result<{ raws: Row[]; next: string; more: boolean }>> {
    const answer = await call('GET', `${path}?${new URLSearchParams(query)}`);
    if (!answer.ok) return answer;
    if (answer.value.status >= 400) return fail('rejected', words(answer.value.body['error']));
    const more = rowOf(answer.value.body['additional_data']);
    return ok({ raws: rowsOf(answer.value.body['data']), next: writtenIn(more['next_cursor']), more: rowOf(more['pagination'])['more_items_in_collection'] === true });
  }

  async function rawsOf(kind: SyncKind, ids: readonly string[]): Promise<Result<Row[]>> {
    const found: Row[] = [];
    if (!isNote(kind)) {
      for (const some of pieces([...new Set(ids)], READ)) {
        const page = await list(PATH[kind], { ids: some.join(','), limit: String(READ) });
        if (!page.ok) return page;
        found.push(...page.value.raws);
      }
      return ok(found.filter((raw) => raw['is_deleted'] !== true));
    }
    // notes cannot be asked for by id but one by one: where there are few, the list is cheaper
    const left = new Set(ids);
    for (let start = 0, more = left.size > 5; more && start < 5 * PAGE; start += PAGE) {
      const page = await list(PATH[kind], { start: String(start), limit: String(PAGE), sort: 'id ASC' });
      if (!page.ok) return page;
      for (const raw of page.value.raws) if (left.delete(writtenIn(raw['id']))) found.push(raw);
      more = page.value.more && left.size > 5;
      if (!page.value.more) return ok(found);
    }
    for (const id of left) {
      const answer = await call('GET', `${PATH[kind]}/${encodeURIComponent(id)}`);
      if (!answer.ok) return answer;
      if (answer.value.status < 400 && rowOf(answer.value.body['data'])['active_flag'] !== false) found.push(rowOf(answer.value.body['data']));
    }
    return ok(found);
  }

  const read = async (kind: SyncKind, ids: readonly string[]): Promise<Result<RemoteRecord[]>> => {
    const raws = ids.length ? await rawsOf(kind, ids) : ok([]);
    return raws.ok ? ok(remotes(kind, raws.value)) : raws;
  };

  async function find(kind: SyncKind, wanted: Wanted[]): Promise<Result<RemoteRecord[][]>> {
    const found = wanted.map(() => new Map<string, RemoteRecord>());
    const add = (records: RemoteRecord[]): void => wanted.forEach((one, at) => { for (const record of records) if (meets(one, shownOf(kind, record))) found[at]!.set(record.id, record); });
    const answer = (): Result<RemoteRecord[][]> => ok(found.map((one) => [...one.values()]));
    if (!isParent(kind)) {
      for (const id of new Set(wanted.flatMap(({ prospect }) => prospect ?? []))) {
        const page = await list(PATH[kind], isNote(kind) ? { person_id: id, start: '0', limit: String(PAGE) } : { person_id: id, limit: String(PAGE) });
        if (!page.ok) return page;
        add(remotes(kind, page.value.raws));
      }
      return answer();
    }
    const pages = Math.min(FIND_PAGES, wanted.length * 2);
    for (let page = 0, cursor = ''; page < pages; page++) {
      const some = await list(PATH[kind], { updated_since: EVER, sort_by: 'update_time', sort_direction: 'desc', limit: String(PAGE), ...(cursor ? { cursor } : {}) });
      if (!some.ok) return some;
      add(remotes(kind, some.value.raws));
      cursor = some.value.next;
      if (!cursor) return answer();
    }
    for (const [at, one] of wanted.entries()) {
      const slug = one.linkedin && entryKey('link', one.linkedin);
      const terms = [...(codes[kind] ? [['custom_fields', one.key, 'true']] : []), ...(kind === 'prospect' ? (one.emails ?? []).map((email) => ['email', email, 'true']) : []), ...(slug && codes['linkedin'] ? [['custom_fields', slug, 'false']] : []), ...(kind === 'account' && one.name ? [['name', one.name, 'true']] : [])];
      for (const [fields, term, exact] of found[at]!.size ? [] : terms) {
        const hits = await call('GET', `${PATH[kind]}/search?${new URLSearchParams({ term: term!, fields: fields!, exact_match: exact!, limit: '10' })}`);
        if (!hits.ok) return hits;
        const records = await read(kind, rowsOf(rowOf(hits.value.body['data'])['items']).map(({ item }) => writtenIn(rowOf(item)['id'])).filter(Boolean));
        if (!records.ok) return records;
        add(records.value);
      }
    }
    return answer();
  }

  async function put(kind: SyncKind, method: 'POST' | 'PATCH' | 'PUT', path: string, body: Row, names: readonly string[]): Promise<Result<RowAnswer>> {
    const answer = await call(method, path, body, names);
    if (!answer.ok) return answer;
    if (answer.value.status === 404) return ok({ kind: 'gone' });
    if (answer.value.status >= 400) return ok({ kind: 'rejected', message: words(answer.value.body['error']) });
    const [record] = remotes(kind, [rowOf(answer.value.body['data'])]);
    return record ? ok({ kind: 'stored', record }) : fail('network');
  }

  return { call, list, remotes, rawsOf, read, find, put };
}

/** What a record shows of who it is. */
function shownOf(kind: SyncKind, { key, fields }: RemoteRecord): Shown {
  const one = (name: string): string | null => (typeof fields[name] === 'string' ? fields[name] : null);
  if (!isParent(kind)) return { key: null, prospect: one('person_id'), text: one(isNote(kind) ? 'content' : 'subject') };
  return { key, emails: Array.isArray(fields['emails']) ? fields['emails'] : [], linkedin: one('linkedin'), ...(kind === 'account' ? { website: one('website'), name: one('name') } : {}) };
}
