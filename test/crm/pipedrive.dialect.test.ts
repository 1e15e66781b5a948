import { beforeEach, describe, expect, test } from 'vitest';
import type { Dialect } from './dialect/dialect.ts';
import open from './dialect/pipedrive.ts';

interface Answer { status: number; headers: Record<string, string>; body: any } // oxlint-disable-line typescript/no-explicit-any -- the answers are looked at, not used

let now = 0;
let crm: Dialect;
const ask = (method: string, path: string, body?: unknown, token = '<token>', more: Record<string, string> = {}): Answer => {
  const answer = crm.handle({ method, path, headers: { 'x-api-token': token, ...more }, body: body === undefined ? '' : JSON.stringify(body) });
  return { ...answer, body: answer.headers['content-type']?.startsWith('application/json') ? JSON.parse(answer.body) : answer.body };
};
const wait = (ms: number): void => { now += ms; };
const person = (body: object): Answer => ask('POST', '/api/v2/persons', { name: 'Ada Example', ...body });
const made = (body: object = {}): number => person(body).body.data.id;
const email = (value: string): object => ({ emails: [{ value, primary: true, label: 'work' }] });
const find = (term: string, fields = 'email'): number[] => ask('GET', `/api/v2/persons/search?term=${encodeURIComponent(term)}&fields=${fields}&exact_match=true`).body.data.items.map((one: { item: { id: number } }) => one.item.id);
const list = (query: string): { id: number; is_deleted: boolean }[] => ask('GET', `/api/v2/persons?${query}`).body.data;
const since = (): string => encodeURIComponent(new Date(now).toISOString());

beforeEach(() => {
  now = Date.UTC(2026, 0, 5, 9);
  let seed = 1;
  crm = open({ now: () => now, random: () => { seed = (seed * 48_271) % 2_147_483_647; return seed / 2_147_483_647; } });
});

describe('persons', () => {
  test('nothing is unique: the same person twice is two persons', () => {
    expect(made(email('ada@example.com'))).not.toBe(made(email('ada@example.com')));
    crm.force('double-create');
    made();
    expect(list('')).toHaveLength(4);
  });

  test('the key of a custom field comes from the server and can be searched for, in any custom field', () => {
    const field = (): string => ask('POST', '/api/v2/personFields', { field_name: 'External key', field_type: 'varchar' }).body.data.field_code;
    const [key, other] = [field(), field()];
    expect(key).toMatch(/^[0-9a-f]{40}$/);
    expect(other).not.toBe(key);
    const [one, two] = [made({ custom_fields: { [key]: 'Prospect-1' } }), made({ custom_fields: { [other]: 'prospect-1' } })];
    wait(3000);
    expect(find('prospect-1', 'custom_fields')).toEqual([one, two]);
    expect(person({ custom_fields: { nope: 'x' } }).status).toBe(400);
    ask('PATCH', `/api/v2/persons/${one}`, { custom_fields: { [other]: 'y' } });
    expect(ask('GET', `/api/v2/persons/${one}`).body.data.custom_fields).toEqual({ [key]: 'Prospect-1', [other]: 'y' });
  });

  test('a change of e-mails replaces the list, and one of them is the primary one', () => {
    const id = made({ emails: [{ value: 'a@example.com', label: 'work' }, { value: 'b@example.com', label: 'home' }] });
    expect(ask('GET', `/api/v2/persons/${id}`).body.data.emails.map((one: { primary: boolean }) => one.primary)).toEqual([true, false]);
    expect(ask('PATCH', `/api/v2/persons/${id}`, email('c@example.com')).body.data.emails).toEqual([{ value: 'c@example.com', primary: true, label: 'work' }]);
  });

  test('nothing is converted and nothing unknown is taken', () => {
    const bad = [{ name: '' }, { org_id: '7' }, { emails: 'ada@example.com' }, { emails: [{ value: 'a', primary: 'true' }] }, { title: 'CTO' }, { org_id: 999 }];
    expect(bad.map((body) => person(body).status)).toEqual(bad.map(() => 400));
    expect(ask('POST', '/api/v2/persons', { job_title: 'CTO' }).body.code).toBe('ERR_SCHEMA_VALIDATION_FAILED');
  });

  test('a deleted person says so for thirty days, in changes too, and takes changes in silence', () => {
    const id = made();
    const start = since();
    wait(1000);
    expect(ask('DELETE', `/api/v2/persons/${id}`).body).toEqual({ success: true, data: { id } });
    expect(ask('GET', `/api/v2/persons/${id}`).body.data.is_deleted).toBe(true);
    expect(ask('PATCH', `/api/v2/persons/${id}`, { name: 'x' })).toMatchObject({ status: 200, body: { data: { is_deleted: true } } });
    expect([list(''), list(`ids=${id}`)]).toEqual([[], []]);
    expect(list(`updated_since=${start}`)).toMatchObject([{ id, is_deleted: true }]);
    wait(31 * 86_400_000);
    expect(list(`updated_since=${start}`)).toEqual([]);
    expect([ask('GET', `/api/v2/persons/${id}`).status, ask('PATCH', `/api/v2/persons/${id}`, { name: 'x' }).status]).toEqual([404, 404]);
  });

  test('a merge keeps the person of the body, both e-mails, the notes and the activities', () => {
    const [lose, keep] = [made({ ...email('a@example.com'), job_title: 'CTO' }), made(email('b@example.com'))];
    ask('POST', '/v1/notes', { content: 'hello', person_id: lose });
    ask('POST', '/api/v2/activities', { subject: 'Call', participants: [{ person_id: lose, primary: true }] });
    expect(ask('PUT', `/v1/persons/${lose}/merge`, { merge_with_id: keep }).body.data).toMatchObject({ id: keep, merge_what_id: lose });
    expect(ask('GET', `/api/v2/persons/${keep}`).body.data).toMatchObject({ job_title: 'CTO', emails: [{ value: 'b@example.com' }, { value: 'a@example.com' }] });
    expect(ask('GET', `/api/v2/persons/${lose}`).body.data.is_deleted).toBe(true);
    expect(ask('GET', `/v1/notes?person_id=${keep}`).body.data).toHaveLength(1);
    expect(ask('GET', `/api/v2/activities?person_id=${keep}`).body.data).toHaveLength(1);
  });
});

describe('lists', () => {
  test('the cursor is a place in the order, so rows that move come again instead of being skipped', () => {
    const ids = Array.from({ length: 5 }, () => { wait(1000); return made(); });
    const query = `updated_since=${encodeURIComponent('2026-01-05T00:00:00Z')}&sort_by=update_time&sort_direction=asc&limit=2`;
    const page = (cursor: string | null): Answer => ask('GET', `/api/v2/persons?${query}${cursor ? `&cursor=${cursor}` : ''}`);
    const first = page(null).body;
    expect(first.data.map((one: { id: number }) => one.id)).toEqual(ids.slice(0, 2));
    wait(1000);
    ask('PATCH', `/api/v2/persons/${ids[0]}`, { name: 'moved' });
    const rest: number[] = [];
    for (let cursor = first.additional_data.next_cursor; cursor !== null;) {
      const { data, additional_data: more } = page(cursor).body;
      rest.push(...data.map((one: { id: number }) => one.id));
      cursor = more.next_cursor;
    }
    expect(rest).toEqual([...ids.slice(2), ids[0]]);
    expect(ask('GET', `/api/v2/persons?cursor=${first.additional_data.next_cursor}`).status).toBe(400);
  });

  test('rows of one second come by id, and updated_since takes its second in', () => {
    const ids = [made(), made(), made()];
    ask('PATCH', `/api/v2/persons/${ids[0]}`, { name: 'again' });
    expect(list(`updated_since=${since()}&sort_by=update_time`).map(({ id }) => id)).toEqual(ids);
    const later = encodeURIComponent(new Date(now + 1000).toISOString());
    expect(list(`updated_since=${later}`)).toEqual([]);
  });

  test('refuses more than 500 rows, a wrong sort and a time without a zone', () => {
    expect(['limit=501', 'limit=0', 'sort_by=name', 'updated_since=2026-01-05', `ids=${Array.from({ length: 101 }, (_, n) => n).join(',')}`].map((query) => ask('GET', `/api/v2/persons?${query}`).status)).toEqual([400, 400, 400, 400, 400]);
  });
});

describe('search', () => {
  test('finds an e-mail in any case, after some seconds only', () => {
    const id = made(email('Ada@Example.com'));
    expect(find('ada@example.com')).toEqual([]);
    wait(3000);
    expect(find('ADA@example.com')).toEqual([id]);
    ask('DELETE', `/api/v2/persons/${id}`);
    wait(3000);
    expect(find('ada@example.com')).toEqual([]);
  });

  test('can be slow', () => {
    crm.force('slow-index');
    const id = made(email('ada@example.com'));
    wait(10_000);
    expect(find('ada@example.com')).toEqual([]);
    wait(10_000);
    expect(find('ada@example.com')).toEqual([id]);
  });

  test('finds parts of a name without exact_match, and refuses short terms and other fields', () => {
    made({ name: 'Ada Lovelace' });
    wait(3000);
    const search = (query: string): Answer => ask('GET', `/api/v2/persons/search?${query}`);
    expect(search('term=love').body.data.items).toHaveLength(1);
    expect(search('term=love&exact_match=true').body.data.items).toEqual([]);
    expect(['term=l', 'term=love&fields=address', 'term=love&exact_match=1', 'term=love&limit=101'].map((query) => search(query).status)).toEqual([400, 400, 400, 400]);
  });
});

describe('notes and activities', () => {
  test('a note hangs at a record, pages by offset and is gone when deleted; the person does not move', () => {
    const id = made();
    const before = ask('GET', `/api/v2/persons/${id}`).body.data.update_time;
    wait(5000);
    expect(ask('POST', '/v1/notes', { content: 'x' }).status).toBe(400);
    const notes = ['a', 'b', 'c'].map((content) => ask('POST', '/v1/notes', { content, person_id: String(id) }).body.data.id as number);
    const page = ask('GET', `/v1/notes?person_id=${id}&start=0&limit=2`).body;
    expect(page.data[0]).toMatchObject({ content: 'a', person_id: id, update_time: '2026-01-05 09:00:05' });
    expect(page.additional_data.pagination).toEqual({ start: 0, limit: 2, more_items_in_collection: true, next_start: 2 });
    expect(ask('DELETE', `/v1/notes/${notes[0]}`).body.data).toBe(true);
    expect([ask('GET', `/v1/notes/${notes[0]}`).status, ask('GET', `/v1/notes?person_id=${id}`).body.data.length]).toEqual([404, 2]);
    expect(ask('GET', `/api/v2/persons/${id}`).body.data.update_time).toBe(before);
  });

  test('an activity has its person from the participants; done is marked with its time', () => {
    const id = made();
    const add = (body: object): Answer => ask('POST', '/api/v2/activities', { subject: 'Call', type: 'task', ...body });
    expect(add({ person_id: id }).body).toMatchObject({ success: false, code: 'ERR_BAD_REQUEST' });
    const task = add({ due_date: '2026-02-01', due_time: '09:00', participants: [{ person_id: id, primary: true }] }).body.data;
    expect(task).toMatchObject({ person_id: id, done: false, marked_as_done_time: null });
    expect(ask('PATCH', `/api/v2/activities/${task.id}`, { done: true }).body.data.marked_as_done_time).toBe('2026-01-05T09:00:00Z');
    expect([add({ done: 1 }), add({ due_date: 'tomorrow' }), add({ participants: [{ person_id: 999 }] }), add({ type: 'nonsense' })].map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    expect(ask('GET', `/api/v2/activities?person_id=${id}&done=false`).body.data).toEqual([]);
  });
});

describe('limits and rights', () => {
  test('20 requests in two seconds a token, 10 searches, then 429 with the seconds to wait', () => {
    const statuses = Array.from({ length: 21 }, () => ask('GET', '/v1/users/me'));
    expect(statuses.map(({ status }) => status)).toEqual([...Array.from({ length: 20 }, () => 200), 429]);
    expect(statuses[20]!.headers).toMatchObject({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2' });
    expect(ask('GET', '/v1/users/me', undefined, '<token:other-app>').status).toBe(200);
    wait(2000);
    expect(Array.from({ length: 11 }, () => ask('GET', '/api/v2/persons/search?term=ada').status).filter((status) => status === 429)).toHaveLength(1);
  });

  test('every call costs tokens of the day, and a new day brings new ones', () => {
    const left = (answer: Answer): number => Number(answer.headers['x-daily-ratelimit-token-remaining']);
    const start = left(ask('GET', '/v1/users/me'));
    expect(start - left(ask('GET', '/api/v2/persons'))).toBe(10);
    crm.force('limit-day');
    expect(ask('GET', '/v1/users/me').status).toBe(429);
    wait(5000);
    expect(ask('GET', '/v1/users/me').status).toBe(429);
    wait(86_400_000);
    expect(left(ask('GET', '/v1/users/me'))).toBe(start);
  });

  test('tokens, a block and a gateway answer in their own ways', () => {
    expect(['<token:invalid>', '<token:revoked>', 'anything'].map((token) => ask('GET', '/v1/users/me', undefined, token).status)).toEqual([401, 401, 401]);
    expect([ask('GET', '/v1/users/me', undefined, '<token:noaccess>').status, ask('GET', '/api/v2/persons', undefined, '<token:noaccess>').status]).toEqual([200, 403]);
    expect(ask('POST', '/api/v2/persons', { name: 'x' }, '<token:readonly>').body.code).toBe('ERR_FORBIDDEN');
    crm.force('blocked');
    expect(ask('GET', '/v1/users/me')).toMatchObject({ status: 403, headers: { 'content-type': 'text/html; charset=UTF-8' } });
    crm.force('gateway');
    expect(ask('GET', '/v1/users/me').status).toBe(502);
  });

  test('pages of other origins are allowed', () => {
    expect(ask('OPTIONS', '/api/v2/persons', undefined, '', { origin: 'https://example.com' })).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': '*' } });
    expect(ask('GET', '/v1/users/me', undefined, '<token>', { origin: 'https://example.com' }).headers['access-control-allow-origin']).toBe('*');
  });
});

test('100,000 persons are held and pulled in order, over the days that the budget takes', { timeout: 300_000 }, () => {
  for (let n = 0; n < 100_000; n++) {
    wait(15_000);
    person({ name: `Ada ${n}` });
  }
  wait(86_400_000);
  const seen = new Set<number>();
  for (let cursor: string | null = ''; cursor !== null;) {
    wait(100);
    const { data, additional_data: more }: { data: { id: number }[]; additional_data: { next_cursor: string | null } } = ask('GET', `/api/v2/persons?updated_since=2020-01-01T00:00:00Z&sort_by=update_time&limit=500${cursor ? `&cursor=${cursor}` : ''}`).body;
    for (const one of data) seen.add(one.id);
    cursor = more.next_cursor;
  }
  expect(seen.size).toBe(100_000);
});
