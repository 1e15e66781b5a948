import { beforeEach, describe, expect, test } from 'vitest';
import type { Dialect } from './dialect/dialect.ts';
import open from './dialect/hubspot.ts';

interface Answer { status: number; headers: Record<string, string>; body: any } // oxlint-disable-line typescript/no-explicit-any -- the answers are looked at, not used

let now = 0;
let crm: Dialect;
const ask = (method: string, path: string, body?: unknown, token = '<token>'): Answer => {
  const answer = crm.handle({ method, path, headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, body: body === undefined ? '' : JSON.stringify(body) });
  return { ...answer, body: answer.body === '' ? null : answer.headers['content-type']?.startsWith('application/json') ? JSON.parse(answer.body) : answer.body };
};
const wait = (ms: number): void => { now += ms; };
const KEY = { name: 'external_key', label: 'External key', type: 'string', fieldType: 'text', groupName: 'contactinformation', hasUniqueValue: true };
const row = (n: number, properties: Record<string, string> = {}): object => ({ idProperty: 'external_key', id: `prospect-${n}`, properties: { firstname: 'Ada', email: `ada${n}@example.com`, external_key: `prospect-${n}`, ...properties } });
const upsert = (inputs: object[]): Answer => ask('POST', '/crm/v3/objects/contacts/batch/upsert', { inputs });
const create = (properties: Record<string, string>): string => ask('POST', '/crm/v3/objects/contacts', { properties }).body.id;
const search = (body: object, type = 'contacts'): Answer => ask('POST', `/crm/v3/objects/${type}/search`, body);
const eq = (propertyName: string, value: string): object => ({ filterGroups: [{ filters: [{ propertyName, operator: 'EQ', value }] }] });

beforeEach(() => {
  now = Date.UTC(2026, 0, 5, 9);
  let seed = 1;
  crm = open({ now: () => now, random: () => { seed = (seed * 48_271) % 2_147_483_647; return seed / 2_147_483_647; } });
  ask('POST', '/crm/v3/properties/contacts', KEY);
});

describe('upsert', () => {
  test('makes a record once and tells new from known', () => {
    expect(upsert([row(1), row(2)]).body.results.map((one: { new: boolean }) => one.new)).toEqual([true, true]);
    const again = upsert([row(1, { jobtitle: 'CTO' })]);
    expect(again.status).toBe(200);
    expect(again.body.results[0]).toMatchObject({ new: false, properties: { jobtitle: 'CTO', firstname: 'Ada' } });
    expect(ask('GET', '/crm/v3/objects/contacts?limit=100').body.results).toHaveLength(2);
  });

  test('does not answer in the order of the inputs', () => {
    const keys = upsert([row(1), row(2), row(3)]).body.results.map((one: { properties: { external_key: string } }) => one.properties.external_key);
    expect(keys).not.toEqual(['prospect-1', 'prospect-2', 'prospect-3']);
    expect(keys.toSorted()).toEqual(['prospect-1', 'prospect-2', 'prospect-3']);
  });

  test('a bad row refuses the whole batch, unless every input has a trace id', () => {
    const bad = row(2, { email: 'not an e-mail' });
    expect(upsert([row(1), bad]).status).toBe(400);
    expect(upsert([{ ...row(1), objectWriteTraceId: 'a' }, bad]).status).toBe(400);
    expect(ask('GET', '/crm/v3/objects/contacts').body.results).toEqual([]);
    const partial = upsert([{ ...row(1), objectWriteTraceId: 'a' }, { ...bad, objectWriteTraceId: 'b' }]);
    expect(partial.status).toBe(207);
    expect(partial.body).toMatchObject({ numErrors: 1, results: [{ objectWriteTraceId: 'a' }], errors: [{ category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['b'] } }] });
  });

  test('the e-mail of another contact is a conflict, in any case and between rows of one batch', () => {
    upsert([row(1)]);
    expect(upsert([row(2, { email: 'ADA1@example.com' })])).toMatchObject({ status: 409, body: { category: 'CONFLICT' } });
    expect(upsert([row(3, { email: 'x@example.com' }), row(4, { email: 'x@example.com' })]).status).toBe(409);
  });

  test('refuses an id twice, more than 100 inputs, an unknown property and a key that is not unique', () => {
    expect(upsert([row(1), row(1)]).status).toBe(400);
    expect(upsert(Array.from({ length: 101 }, (_, n) => row(n))).status).toBe(400);
    expect(upsert([row(1, { nope: '1' })]).body.errors[0].code).toBe('PROPERTY_DOESNT_EXIST');
    expect(upsert([{ ...row(1), idProperty: 'firstname' }]).status).toBe(400);
  });

  test('makes a new record for the key of an archived and of a merged one', () => {
    const [one, two] = [1, 2].map((n) => upsert([row(n)]).body.results[0].id as string);
    ask('DELETE', `/crm/v3/objects/contacts/${one}`);
    expect(upsert([row(1)]).body.results[0].new).toBe(true);
    const three = upsert([row(3)]).body.results[0].id;
    ask('POST', '/crm/v3/objects/contacts/merge', { primaryObjectId: three, objectIdToMerge: two });
    expect(upsert([row(2, { email: 'new@example.com' })]).body.results[0].new).toBe(true);
  });

  test('the race of two upserts can be forced: the record is there, this request is refused', () => {
    crm.force('upsert-conflict');
    expect(upsert([row(1)]).status).toBe(400);
    expect(upsert([row(1)]).body.results[0].new).toBe(false);
  });
});

describe('search', () => {
  test('shows a write after some seconds only, and an archived record for as long', () => {
    const id = create({ email: 'ada@example.com' });
    expect(search(eq('email', 'ada@example.com')).body.total).toBe(0);
    wait(5000);
    expect(search(eq('email', 'ADA@example.com')).body.results[0].id).toBe(id);
    ask('PATCH', `/crm/v3/objects/contacts/${id}`, { properties: { jobtitle: 'CTO' } });
    ask('DELETE', `/crm/v3/objects/contacts/${id}`);
    expect(search({ ...eq('email', 'ada@example.com'), properties: ['jobtitle'] }).body.results[0].properties.jobtitle).toBe(null);
    wait(5000);
    expect(search(eq('email', 'ada@example.com')).body.total).toBe(0);
  });

  test('can be slow for one record, which then stands where it belongs', () => {
    crm.force('slow-index');
    create({ firstname: 'slow' });
    wait(100);
    create({ firstname: 'quick' });
    const names = (): string[] => search({ sorts: ['lastmodifieddate'], properties: ['firstname'] }).body.results.map((one: { properties: { firstname: string } }) => one.properties.firstname);
    wait(6000);
    expect(names()).toEqual(['quick']);
    wait(20_000);
    expect(names()).toEqual(['slow', 'quick']);
  });

  test('an old state that is indexed late does not undo a newer one, nor a deletion', () => {
    crm.force('slow-index');
    const [kept, gone] = [create({ firstname: 'old' }), create({ firstname: 'gone' })];
    ask('PATCH', `/crm/v3/objects/contacts/${kept}`, { properties: { firstname: 'new' } });
    crm.force('slow-index');
    ask('PATCH', `/crm/v3/objects/contacts/${gone}`, { properties: { firstname: 'late' } });
    ask('DELETE', `/crm/v3/objects/contacts/${gone}`);
    wait(30_000);
    expect(search({ properties: ['firstname'] }).body.results).toMatchObject([{ id: kept, properties: { firstname: 'new' } }]);
  });

  test('pages by offset, ends at 10,000 and refuses long bodies, long pages and unknown properties', () => {
    for (let n = 0; n < 5; n++) create({ firstname: `n${n}` });
    wait(10_000);
    const first = search({ limit: 2, after: '0', sorts: ['lastmodifieddate'] });
    expect(first.body).toMatchObject({ total: 5, paging: { next: { after: '2' } } });
    expect(search({ limit: 2, after: '4', sorts: ['lastmodifieddate'] }).body.paging).toBe(undefined);
    wait(1000);
    expect(search({ limit: 200, after: '9801' }).status).toBe(400);
    expect(search({ limit: 201 }).status).toBe(400);
    expect(search(eq('nope', '1')).status).toBe(400);
    expect(search(eq('email', 'x'.repeat(3000))).status).toBe(400);
  });

  test('finds by time with GTE, several texts with IN in lower case only, and notes by their contact', () => {
    const id = create({ email: 'ada@example.com' });
    const changed = now;
    ask('POST', '/crm/v3/objects/notes', { properties: { hs_timestamp: '2026-01-05T09:00:00Z', hs_note_body: 'hello' }, associations: [{ to: { id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }] }] });
    wait(5000);
    const since = (value: number): number => search({ filterGroups: [{ filters: [{ propertyName: 'lastmodifieddate', operator: 'GTE', value: String(value) }] }] }).body.total;
    expect([since(changed), since(changed + 1)]).toEqual([1, 0]);
    wait(2000);
    const within = (values: string[]): number => search({ filterGroups: [{ filters: [{ propertyName: 'email', operator: 'IN', values }] }] }).body.total;
    expect([within(['ada@example.com', 'b@example.com']), within(['ADA@example.com'])]).toEqual([1, 0]);
    expect(search(eq('associations.contact', id), 'notes').body.total).toBe(1);
  });
});

describe('records', () => {
  test('archived ones are in their own list, page by page, with a cursor that is sent as it came', () => {
    const ids = ['a', 'b', 'c'].map((firstname) => create({ firstname }));
    for (const id of ids) expect(ask('DELETE', `/crm/v3/objects/contacts/${id}`).status).toBe(204);
    expect(ask('GET', `/crm/v3/objects/contacts/${ids[0]}`).status).toBe(404);
    expect(ask('PATCH', `/crm/v3/objects/contacts/${ids[0]}`, { properties: { firstname: 'x' } }).status).toBe(404);
    const page = ask('GET', '/crm/v3/objects/contacts?archived=true&limit=2').body;
    expect(page.results).toMatchObject([{ id: ids[0], archived: true }, { id: ids[1] }]);
    expect(ask('GET', `/crm/v3/objects/contacts?archived=true&limit=2&after=${encodeURIComponent(page.paging.next.after)}`).body).toMatchObject({ results: [{ id: ids[2] }] });
    wait(91 * 86_400_000);
    expect(ask('GET', '/crm/v3/objects/contacts?archived=true').body.results).toEqual([]);
  });

  test('a merge makes a new id, keeps the e-mail of the loser and answers 404 for the old ids', () => {
    const [keep, lose] = [create({ email: 'a@example.com', external_key: 'prospect-a' }), create({ email: 'b@example.com', jobtitle: 'CTO' })];
    const merged = ask('POST', '/crm/v3/objects/contacts/merge', { primaryObjectId: keep, objectIdToMerge: lose }).body;
    expect([keep, lose]).not.toContain(merged.id);
    expect(merged.properties).toMatchObject({ email: 'a@example.com', jobtitle: 'CTO', hs_merged_object_ids: `${keep};${lose}`, external_key: 'prospect-a' });
    expect([keep, lose].map((id) => ask('GET', `/crm/v3/objects/contacts/${id}`).status)).toEqual([404, 404]);
    expect(ask('GET', '/crm/v3/objects/contacts/b@example.com?idProperty=email').body.id).toBe(merged.id);
    expect(ask('POST', '/crm/v3/objects/contacts', { properties: { email: 'b@example.com' } }).status).toBe(409);
    crm.force('merged-id-forwards');
    expect(ask('GET', `/crm/v3/objects/contacts/${lose}`).body.id).toBe(merged.id);
  });

  test('what is missing from a batch read is named in a 207', () => {
    const id = create({ firstname: 'Ada' });
    expect(ask('POST', '/crm/v3/objects/contacts/batch/read', { inputs: [{ id }, { id: '999' }], properties: ['email'] })).toMatchObject({ status: 207, body: { results: [{ id, properties: { email: null } }], errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['999'] } }] } });
  });

  test('every write moves the time, an empty text clears, the stage moves forward only', () => {
    const id = create({ jobtitle: 'CTO', lifecyclestage: 'customer' });
    wait(7);
    const patch = (properties: object): Answer => ask('PATCH', `/crm/v3/objects/contacts/${id}`, { properties });
    expect(patch({}).body.updatedAt).toBe(new Date(now).toISOString());
    expect(patch({ jobtitle: '' }).body.properties.jobtitle).toBe('');
    expect(patch({ lifecyclestage: 'lead' }).body.properties.lifecyclestage).toBe('customer');
    expect(patch({ hs_lead_status: 'nonsense' }).body.errors[0].code).toBe('INVALID_OPTION');
  });

  test('a note and a task need a time', () => {
    expect(ask('POST', '/crm/v3/objects/notes', { properties: { hs_note_body: 'x' } }).status).toBe(400);
    expect(ask('POST', '/crm/v3/objects/tasks', { properties: { hs_task_subject: 'x', hs_timestamp: 'tomorrow' } }).status).toBe(400);
  });

  test('links go both ways and are gone with the record', () => {
    const [contact, company] = [create({ firstname: 'Ada' }), ask('POST', '/crm/v3/objects/companies', { properties: { name: 'Example' } }).body.id];
    expect(ask('PUT', `/crm/v4/objects/contacts/${contact}/associations/default/companies/${company}`).status).toBe(200);
    expect(ask('GET', `/crm/v4/objects/companies/${company}/associations/contacts`).body.results).toMatchObject([{ toObjectId: contact, associationTypes: [{ typeId: 280 }] }]);
    expect(ask('GET', `/crm/v3/objects/contacts/${contact}?properties=associatedcompanyid&associations=companies`).body).toMatchObject({ properties: { associatedcompanyid: company }, associations: { companies: { results: [{ id: company }] } } });
    ask('DELETE', `/crm/v3/objects/companies/${company}`);
    expect(ask('GET', `/crm/v4/objects/contacts/${contact}/associations/companies`).body.results).toEqual([]);
  });

  test('the key property is made once, and only ten are unique', () => {
    expect(ask('POST', '/crm/v3/properties/contacts', KEY).status).toBe(409);
    const made = Array.from({ length: 10 }, (_, n) => ask('POST', '/crm/v3/properties/contacts', { ...KEY, name: `key_${n}` }).status);
    expect(made).toEqual([...Array.from({ length: 9 }, () => 201), 400]);
  });
});

describe('limits and rights', () => {
  test('190 requests in ten seconds an app, five searches a second, each refused with the name of its policy', () => {
    const statuses = Array.from({ length: 190 }, () => ask('GET', '/crm/v3/objects/contacts').status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect(ask('GET', '/crm/v3/objects/contacts')).toMatchObject({ status: 429, body: { policyName: 'TEN_SECONDLY_ROLLING' } });
    expect(ask('GET', '/crm/v3/objects/contacts', undefined, '<token:other-app>').status).toBe(200);
    wait(10_000);
    expect(Array.from({ length: 6 }, () => search({}).status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(search({}).body.message).toBe('You have reached your secondly limit.');
    wait(1000);
    const found = search({});
    expect([found.status, found.headers['x-hubspot-ratelimit-max']]).toEqual([200, undefined]);
  });

  test('the daily limit, a locked record, a move of the account and a gateway can be forced', () => {
    crm.force('limit-daily');
    expect(ask('GET', '/crm/v3/objects/contacts').body.policyName).toBe('DAILY');
    crm.force('locked');
    expect(ask('POST', '/crm/v3/objects/contacts', { properties: {} }).status).toBe(423);
    crm.force('migration');
    expect(ask('GET', '/crm/v3/objects/contacts')).toMatchObject({ status: 477, headers: { 'retry-after': '120' } });
    crm.force('gateway');
    expect(ask('GET', '/crm/v3/objects/contacts').headers['content-type']).toBe('text/html');
  });

  test('tokens say what is wrong with them', () => {
    const get = (token: string): Answer => ask('GET', '/crm/v3/objects/contacts', undefined, token);
    expect(['<token:invalid>', '<token:revoked>', '<token:expired>', 'anything'].map((token) => get(token).status)).toEqual([401, 401, 401, 401]);
    expect(get('<token:noaccess>').body).toMatchObject({ category: 'MISSING_SCOPES', context: { missingScopes: ['crm.objects.contacts.read'] } });
    expect(get('<token:readonly>').status).toBe(200);
    expect(ask('POST', '/crm/v3/objects/contacts', { properties: {} }, '<token:readonly>').status).toBe(403);
    expect(ask('POST', '/crm/v3/objects/contacts/search', {}, '<token:readonly>').status).toBe(200);
  });

  test('an unknown path is HTML', () => {
    expect(ask('GET', '/crm/v9/nothing')).toMatchObject({ status: 404, headers: { 'content-type': 'text/html;charset=utf-8' } });
  });
});

test('100,000 contacts are held and pulled in order', { timeout: 300_000 }, () => {
  for (let from = 0; from < 100_000; from += 100) {
    upsert(Array.from({ length: 100 }, (_, n) => row(from + n)));
    wait(100);
  }
  wait(10_000);
  let since = 0;
  const seen = new Set<string>();
  for (;;) {
    let last = since;
    for (let after = 0; after < 10_000; after += 200) {
      wait(250);
      const page = search({ limit: 200, after: String(after), sorts: ['lastmodifieddate'], filterGroups: [{ filters: [{ propertyName: 'lastmodifieddate', operator: 'GTE', value: String(since) }] }] }).body;
      for (const one of page.results) {
        seen.add(one.id);
        last = Date.parse(one.updatedAt);
      }
      if (!page.paging) break;
    }
    if (last === since) break;
    since = last;
  }
  expect(seen.size).toBe(100_000);
});
