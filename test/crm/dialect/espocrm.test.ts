import { describe, expect, it } from 'vitest';
import outsider from '../outsider/espocrm.ts';
import type { Dialect } from './dialect.ts';
import open from './espocrm.ts';

interface Body {
  id: string;
  total: number;
  list: Body[];
  user: Body;
  acl: { table: Record<string, unknown> };
  [name: string]: unknown;
}
interface Called {
  status: number;
  reason: string | undefined;
  body: Body;
}
const START = Date.UTC(2026, 10, 1, 9, 0, 0);

/** A server with a clock in hand. */
function server(): { crm: Dialect; wait(ms: number): void; call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Called } {
  let now = START;
  let seed = 7;
  const crm = open({ now: () => now, random: () => (seed = (seed * 16807) % 2147483647) / 2147483647 });
  return {
    crm,
    wait: (ms) => { now += ms; },
    call(method, path, body, headers = {}) {
      const answer = crm.handle({ method, path: `/api/v1/${path}`, headers: { 'x-api-key': '<token>', 'content-type': 'application/json', ...headers }, body: body === undefined ? '' : JSON.stringify(body) });
      let read: unknown = answer.body;
      try { read = JSON.parse(answer.body); } catch { /* empty or a page */ }
      return { status: answer.status, reason: answer.headers['x-status-reason'], body: read as Body };
    },
  };
}

const search = (query: Record<string, unknown>): string => `Contact?searchParams=${encodeURIComponent(JSON.stringify(query))}`;

describe('the sign-in', () => {
  it('is shut to everybody after more than ten wrong keys, and open again a minute later', () => {
    const { call, wait } = server();
    for (let i = 0; i < 11; i += 1) expect(call('GET', 'Contact', undefined, { 'x-api-key': 'wrong' }).status).toBe(401);
    expect(call('GET', 'Contact', undefined, { 'x-api-key': 'wrong' })).toMatchObject({ status: 403, reason: undefined });
    expect(call('GET', 'Contact')).toMatchObject({ status: 403, reason: undefined });
    wait(60_001);
    expect(call('GET', 'Contact').status).toBe(200);
  });

  it('lets a key without rights in and refuses what it asks for with a reason', () => {
    const { call } = server();
    expect(call('GET', 'App/user', undefined, { 'x-api-key': '<token:noaccess>' }).body.acl.table.Contact).toBe(false);
    expect(call('GET', 'Contact', undefined, { 'x-api-key': '<token:noaccess>' })).toMatchObject({ status: 403, reason: 'No read access.' });
  });
});

describe('the duplicate check', () => {
  const ada = { firstName: 'Ada', lastName: 'Sample', emailAddress: 'ada@example.com' };

  it('is no lock: two creations at the same time both succeed, once', () => {
    const { crm, call } = server();
    call('POST', 'Contact', ada);
    expect(call('POST', 'Contact', ada).status).toBe(409);
    crm.force('both-created');
    expect(call('POST', 'Contact', ada).status).toBe(200);
    expect(call('POST', 'Contact', ada).body).toHaveLength(2);
  });

  it('can show a record whose address is not yet linked', () => {
    const { crm, call } = server();
    call('POST', 'Contact', ada);
    crm.force('address-not-yet-linked');
    expect(call('POST', 'Contact', ada).body).toMatchObject([{ lastName: 'Sample', emailAddress: null }]);
    expect(call('POST', 'Contact', ada).body).toMatchObject([{ emailAddress: 'ada@example.com' }]);
    expect(() => crm.force('nothing of the kind')).toThrow(/no race/);
  });

  it('does not see deleted records and compares without regard to case and accents', () => {
    const { call } = server();
    const { body } = call('POST', 'Contact', { firstName: 'Zoë', lastName: 'Sample' });
    expect(call('POST', 'Contact', { firstName: 'zoe', lastName: 'SAMPLE' }).status).toBe(409);
    call('DELETE', `Contact/${body.id}`);
    expect(call('POST', 'Contact', { firstName: 'zoe', lastName: 'SAMPLE' }).status).toBe(200);
  });
});

describe('an administrator', () => {
  const admin = { 'x-api-key': '', authorization: 'Basic <admin-credentials>' };
  const asAdmin = { authorization: admin.authorization };

  it('takes a custom field away and makes it again; a key may not', () => {
    const { crm } = server();
    const call = (method: string, path: string, headers: Record<string, string>, body?: unknown) => {
      const answer = crm.handle({ method, path: `/api/v1/${path}`, headers: { 'content-type': 'application/json', ...headers }, body: body === undefined ? '' : JSON.stringify(body) });
      return { status: answer.status, body: answer.body === '' ? null : JSON.parse(answer.body) };
    };
    const key = { 'x-api-key': '<token>' };
    const described = 'Metadata?key=entityDefs.Contact.fields.cExternalKey';
    call('DELETE', 'Admin/fieldManager/Contact/cExternalKey', asAdmin);
    expect(call('GET', described, key).body).toBeNull();
    expect(call('POST', 'Contact', key, { lastName: 'Sample', cExternalKey: 'k1' }).body).not.toHaveProperty('cExternalKey');
    expect(call('GET', `Contact?where[0][type]=equals&where[0][attribute]=cExternalKey&where[0][value]=k1`, key).status).toBe(400);
    const field = { name: 'externalKey', type: 'varchar', label: 'Key', maxLength: 100 };
    expect(call('POST', 'Admin/fieldManager/Contact', key, field).status).toBe(403);
    expect(call('POST', 'Admin/fieldManager/Contact', asAdmin, field).status).toBe(200);
    expect(call('POST', 'Admin/fieldManager/Contact', asAdmin, field).status).toBe(409);
    expect(call('GET', described, key).body).toEqual({ type: 'varchar', maxLength: 100, isCustom: true });
    expect(call('POST', 'Contact', key, { lastName: 'Sample two', cExternalKey: 'k2' }).body).toMatchObject({ cExternalKey: 'k2' });
  });
});

describe('lists', () => {
  it('come in pages of 20 if nothing is said, of 200 at most, and without a count on request', () => {
    const { call } = server();
    for (let i = 0; i < 250; i += 1) call('POST', 'Contact', { firstName: 'Row', lastName: `Sample ${i}` });
    expect(call('GET', 'Contact?select=id').body.list).toHaveLength(20);
    expect(call('GET', 'Contact?select=id&maxSize=200').body).toMatchObject({ total: 250 });
    expect(call('GET', 'Contact?select=id&maxSize=201')).toMatchObject({ status: 403, reason: 'Max size should not exceed 200. Use offset and limit.' });
    expect(call('GET', 'Contact?select=id&maxSize=200&offset=200', undefined, { 'x-no-total': 'true' }).body).toMatchObject({ total: -2 });
    expect(call('GET', 'Contact?select=id&maxSize=200', undefined, { 'x-no-total': 'true' }).body).toMatchObject({ total: -1 });
  });

  it('refuse an address line of more than eight kilobytes before anything else', () => {
    const { call } = server();
    const keys = (count: number): string => search({ select: ['id'], where: [{ type: 'in', attribute: 'cExternalKey', value: Array.from({ length: count }, (_, i) => `key-${i}`) }] });
    expect(call('GET', keys(100)).status).toBe(200);
    expect(call('GET', keys(800)).status).toBe(414);
  });

  it('have one order for records of the same second, and the clock shows whole seconds', () => {
    const { call, wait } = server();
    const ids: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      ids.push(call('POST', 'Contact', { lastName: `Sample ${i}` }).body.id);
      wait(400);
    }
    const pull = (from: string, offset = 0): Body[] => call('GET', search({ select: ['id', 'modifiedAt'], orderBy: 'modifiedAt', order: 'asc', maxSize: 200, offset, where: [{ type: 'greaterThanOrEquals', attribute: 'modifiedAt', value: from }] })).body.list;
    expect(pull('2020-01-01 00:00:00').map(({ id }) => id)).toEqual(ids);
    expect(pull('2026-11-01 09:00:01').map(({ modifiedAt }) => modifiedAt)).toEqual(['2026-11-01 09:00:01', '2026-11-01 09:00:01', '2026-11-01 09:00:02']);
    call('PUT', `Contact/${ids[0]}`, {});
    expect(pull('2020-01-01 00:00:00').map(({ id }) => id)).toEqual([...ids.slice(1, 5), ids[0], ids[5]]);
  });

  it('hold a hundred thousand records and still find one', () => {
    const { crm, call, wait } = server();
    const headers = { 'x-api-key': '<token>', 'content-type': 'text/csv' };
    for (let from = 0; from < 100_000; from += 1000) {
      const rows = Array.from({ length: 1000 }, (_, i) => `key-${from + i},Row,Sample ${from + i},row${from + i}@example.com`);
      const { attachmentId } = JSON.parse(crm.handle({ method: 'POST', path: '/api/v1/Import/file', headers, body: rows.join('\n') }).body) as Body;
      const run = { entityType: 'Contact', attributeList: ['cExternalKey', 'firstName', 'lastName', 'emailAddress'], attachmentId, action: 'createAndUpdate', updateBy: [0] };
      expect(call('POST', 'Import', run).body).toMatchObject({ countCreated: 1000, countUpdated: 0 });
      wait(1000);
    }
    let seen = 0;
    for (;;) {
      const { list } = call('GET', search({ select: ['id', 'modifiedAt'], orderBy: 'modifiedAt', order: 'asc', maxSize: 200, offset: seen })).body;
      seen += list.length;
      if (list.length === 0) break;
    }
    expect(seen).toBe(100_000);
    expect(call('GET', search({ where: [{ type: 'in', attribute: 'emailAddress', value: ['ROW77777@example.com', 'row3@example.com'] }] })).body.total).toBe(2);
  });
});

describe('an outsider', () => {
  const works = () => {
    const { crm, call, wait } = server();
    const somebody = outsider(async (url, { method, headers, body }) => {
      const answer = crm.handle({ method, path: url.slice('http://crm.test'.length), headers, body: body ?? '' });
      return { status: answer.status, headers: answer.headers, text: answer.body };
    }, 'http://crm.test', '<token>');
    return { crm, call, wait, somebody };
  };

  it('creates people with titles, edits and deletes them', async () => {
    const { somebody } = works();
    const id = await somebody.createPerson({ firstName: 'Ada', lastName: 'Zz Sample', email: 'ada@example.com', title: 'CTO' });
    const other = await somebody.createPerson({ firstName: 'Ben', lastName: 'Zz Sample' });
    await somebody.editPerson(other, { title: 'Chair', email: 'ben@example.com' });
    expect(await somebody.people()).toEqual([
      { id, firstName: 'Ada', lastName: 'Zz Sample', emails: ['ada@example.com'], title: 'CTO', deleted: false },
      { id: other, firstName: 'Ben', lastName: 'Zz Sample', emails: ['ben@example.com'], title: 'Chair', deleted: false },
    ]);
    await somebody.deletePerson(id);
    await somebody.destroyPerson(other);
    expect(await somebody.people()).toEqual([]);
  });

  it('merges people: notes, tasks and addresses move', async () => {
    const { somebody, call } = works();
    const keep = await somebody.createPerson({ firstName: 'Ada', lastName: 'Zz Sample', email: 'ada@example.com' });
    const lose = await somebody.createPerson({ firstName: 'A.', lastName: 'Zz Sample', email: 'a@example.org' });
    call('POST', 'Note', { type: 'Post', parentType: 'Contact', parentId: lose, post: 'said hello' });
    const { body } = call('POST', 'Task', { name: 'Call', parentType: 'Contact', parentId: lose, assignedUserId: call('GET', 'App/user').body.user.id });
    await somebody.mergePeople(keep, lose);
    await somebody.completeTask(body.id);
    expect(await somebody.people()).toMatchObject([{ id: keep, emails: ['ada@example.com', 'a@example.org'] }]);
    expect(await somebody.notes(keep)).toEqual(['said hello']);
    expect(await somebody.tasks(keep)).toEqual([{ id: body.id, title: 'Call', done: true }]);
  });

  it('cleans up what a run made and nothing else', async () => {
    const { somebody, call } = works();
    const id = await somebody.createPerson({ firstName: 'Ada', lastName: 'Zz Sample', title: 'CTO' });
    call('POST', 'Note', { type: 'Post', parentType: 'Contact', parentId: id, post: 'said hello' });
    const stays = await somebody.createPerson({ firstName: 'Eve', lastName: 'Not Zz', title: 'CEO' });
    await somebody.cleanUp('Zz');
    expect((await somebody.people()).map((person) => person.id)).toEqual([stays]);
    expect((await somebody.companies()).map(({ name }) => name)).toEqual(['Not Zz employer']);
    expect(call('GET', 'Note?select=id,type,post').body.list.filter((note: Body) => note['type'] === 'Post')).toEqual([]);
  });
});
