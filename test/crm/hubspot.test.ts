import { beforeEach, describe, expect, test } from 'vitest';
import connector from '../../src/crm/hubspot.ts';
import type { Access, CreateRow, Operations, RowAnswer } from '../../src/crm/connector.ts';
import type { Result } from '../../src/domain/failure.ts';
import { uuidOf } from '../../src/domain/sync/key.ts';
import type { RemoteRecord, SyncKind, Values } from '../../src/domain/sync/record.ts';
import type { Dialect, WireRequest } from './dialect/dialect.ts';
import openDialect from './dialect/hubspot.ts';
import { inProcess } from './dialect/in-process.ts';
import { listening } from './official/sent.ts';
import outsiderOf from './outsider/hubspot.ts';
import type { Outsider } from './outsider/outsider.ts';
import { pullAll } from './pull-all.ts';

const ORIGIN = 'https://api.hubapi.com';
let now = 0;
let step = 250;
let server: Dialect & { requests: WireRequest[] };
let crm: Operations;
let access: Access;
let ola: Outsider;

const value = <T>(result: Result<T>): T => { if (!result.ok) throw new Error(JSON.stringify(result.failure)); return result.value; };
const record = (answer: RowAnswer | undefined): RemoteRecord => { if (answer?.kind !== 'stored') throw new Error(JSON.stringify(answer)); return answer.record; };
const key = (name: string): string => uuidOf(name);
const person = (n: number, fields: Values = {}): CreateRow => ({ key: key(`p${n}`), fields: { firstname: 'Ada', lastname: `Sample ${n}`, emails: [`ada${n}@example.com`], ...fields } });
const row = (one: RemoteRecord, name: string, fields: Values): Parameters<Operations['update']>[1][number] => ({ id: one.id, key: key(name), at: one.at, changed: Object.keys(fields), fields: { ...one.fields, ...fields } });
const create = async (...rows: CreateRow[]): Promise<RowAnswer[]> => value(await crm.create('prospect', rows));
const made = async (...rows: CreateRow[]): Promise<RemoteRecord[]> => (await create(...rows)).map(record);
const sent = async (doing: () => Promise<unknown>): Promise<WireRequest[]> => { const before = server.requests.length; await doing(); return server.requests.slice(before); };
const pull = (kind: SyncKind, since: number, between?: () => Promise<void>): Promise<RemoteRecord[]> => pullAll(crm, kind, since, between);

beforeEach(async () => {
  now = Date.UTC(2026, 0, 5, 9);
  step = 250;
  let seed = 1;
  server = listening(openDialect({ now: () => (now += step), random: () => { seed = (seed * 48_271) % 2_147_483_647; return seed / 2_147_483_647; } }));
  const http = inProcess(server, ORIGIN);
  access = { origin: ORIGIN, secrets: { token: '<token>' }, settings: {}, known: {}, fields: Object.fromEntries(Object.entries(connector.proposed).map(([kind, fields]) => [kind, Object.values(fields)])) };
  access.known = value(await connector.open(http, access, () => now).prepare()).known;
  crm = connector.open(http, access, () => now);
  ola = outsiderOf(async (url, { body, ...init }) => {
    const answer = value(await http({ url, method: init.method as 'GET', headers: init.headers, ...(body === undefined ? {} : { body }) }));
    return answer;
  }, ORIGIN, '<token:other-app>');
});

describe('an account', () => {
  test('is checked for who it is and what it may not do', async () => {
    expect(value(await crm.check())).toEqual({ who: 'HubSpot 4700123', where: 'app-eu1.hubspot.com', missing: [] });
    const asked = async (token: string): Promise<string[]> => value(await connector.open(inProcess(server, ORIGIN), { ...access, secrets: { token } }, () => now).check()).missing;
    expect(await asked('<token:readonly>')).toEqual(['create account', 'update account', 'create prospect', 'update prospect']);
    expect(await asked('<token:noaccess>')).toHaveLength(6);
  });

  test('gets its key properties once, and an administrator is told where they cannot be made', async () => {
    expect(access.known).toMatchObject({ account: 'paydirt_key', prospect: 'paydirt_key', portal: '4700123' });
    expect(value(await crm.prepare())).toMatchObject({ known: { prospect: 'paydirt_key' }, todo: '' });
    server.reset();
    const { known, todo } = value(await connector.open(inProcess(server, ORIGIN), { ...access, secrets: { token: '<token:readonly>' } }, () => now).prepare());
    expect(known['prospect']).toBe(undefined);
    expect(todo).toContain('crm.schemas.contacts.write');
  });

  test('shows its fields, without those that it hides', async () => {
    const fields = value(await crm.describe('prospect'));
    expect(fields.find(({ name }) => name === 'emails')).toMatchObject({ kind: 'emails', writable: true });
    expect(fields.find(({ name }) => name === 'lastmodifieddate')).toMatchObject({ kind: 'time', writable: false });
    expect(fields.some(({ name }) => name === 'paydirt_key')).toBe(false);
    expect(connector.linkTo(access, 'prospect', '12')).toBe('https://app-eu1.hubspot.com/contacts/4700123/record/0-1/12');
  });
});

describe('create', () => {
  test('a hundred people with their companies are one request, once the recycle bin is known', async () => {
    const company = record(value(await crm.create('account', [{ key: key('c'), fields: { name: 'Sample GmbH', domain: 'sample.example', phones: ['+49 30 1'] } }]))[0]);
    await crm.changes('prospect', 0, JSON.stringify({ bin: '', pages: 0 }));
    let answers: RowAnswer[] = [];
    const requests = await sent(async () => { answers = await create(...Array.from({ length: 100 }, (_, n) => person(n, { associatedcompanyid: company.id }))); });
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /crm/v3/objects/contacts/batch/create']);
    expect(answers.map((one) => record(one).key)).toEqual(Array.from({ length: 100 }, (_, n) => key(`p${n}`)));
    expect((await pull('prospect', 0)).length).toBeLessThanOrEqual(100);
    expect(value(await crm.read('prospect', [record(answers[0]).id]))[0]).toMatchObject({ key: key('p0'), fields: { associatedcompanyid: company.id, emails: ['ada0@example.com'] } });
  });

  test('a bad row does not hold the others, whether the server names it or refuses the whole batch', async () => {
    const rows = [person(1), person(2, { emails: ['no address'] }), person(3)];
    expect((await create(...rows)).map(({ kind }) => kind)).toEqual(['stored', 'rejected', 'stored']);
    // a server that takes no trace ids answers for the whole batch
    const strict = connector.open((request) => inProcess(server, ORIGIN)({ ...request, ...(request.body === undefined ? {} : { body: request.body.replaceAll(/,?"objectWriteTraceId":"[^"]*"/g, '') }) }), access, () => now);
    const more = [person(4), person(5, { emails: ['none'] }), person(6), person(7)];
    expect(value(await strict.create('prospect', more)).map(({ kind }) => kind)).toEqual(['stored', 'rejected', 'stored', 'stored']);
    expect((await ola.people()).map(({ lastName }) => lastName).toSorted()).toEqual(['Sample 1', 'Sample 3', 'Sample 4', 'Sample 6', 'Sample 7']);
  });

  test('a field that the account has not is refused in its row, in the words of the CRM', async () => {
    expect(await create(person(1), person(2, { nope: 'x' }))).toMatchObject([{ kind: 'stored' }, { kind: 'rejected', message: 'Property "nope" does not exist' }]);
  });

  test('the same key again is the same record, and nothing of it is overwritten', async () => {
    const [first] = await made(person(1, { jobtitle: 'CTO' }));
    await ola.editPerson(first!.id, { title: 'CEO' });
    expect(await create(person(1, { jobtitle: 'CTO' }))).toMatchObject([{ kind: 'duplicate', records: [{ id: first!.id, key: key('p1'), fields: { jobtitle: 'CEO' } }] }]);
  });

  test('an e-mail that somebody has is a duplicate that names them, also when it is a further address', async () => {
    const [keep, lose] = [await ola.createPerson({ firstName: 'Eva', lastName: 'Other', email: 'eva@example.com' }), await ola.createPerson({ firstName: 'Eva', lastName: 'Second', email: 'eva2@example.com' })];
    await ola.mergePeople(keep, lose);
    expect(await create(person(1, { emails: ['EVA2@example.com'] }), person(2))).toMatchObject([{ kind: 'duplicate', records: [{ key: null, fields: { lastname: 'Other', emails: ['eva@example.com', 'eva2@example.com'] } }] }, { kind: 'stored' }]);
  });

  test('a key in the recycle bin is gone, and does not come back unless the rep wants it', async () => {
    const [first] = await made(person(1));
    await ola.deletePerson(first!.id);
    const later = connector.open(inProcess(server, ORIGIN), access, () => now);
    expect(value(await later.create('prospect', [person(1)]))).toEqual([{ kind: 'gone' }]);
    expect(value(await later.find('prospect', [{ key: key('p1') }]))).toMatchObject([[{ id: first!.id, deleted: true }]]);
    expect(value(await later.create('prospect', [{ ...person(1), force: true }]))).toMatchObject([{ kind: 'stored' }]);
  });
});

describe('update', () => {
  test('changes what is named, clears with an empty text, and answers what the CRM holds', async () => {
    const [one] = await made(person(1, { jobtitle: 'CTO', phones: ['+49 30 1', '+49 170 2'], city: 'Berlin' }));
    const requests = await sent(() => crm.update('prospect', [row(one!, 'p1', { jobtitle: null, phones: ['+49 30 9'] })]));
    expect(requests.map(({ path }) => path.split('/').pop())).toEqual(['read', 'update']);
    expect(JSON.parse(requests[1]!.body)).toEqual({ inputs: [{ id: one!.id, properties: { jobtitle: '', phone: '+49 30 9', mobilephone: '' }, objectWriteTraceId: key('p1') }] });
    expect(value(await crm.read('prospect', [one!.id]))[0]!.fields).toMatchObject({ jobtitle: null, phones: ['+49 30 9'], city: 'Berlin' });
  });

  test('who was changed since the last look is not written over', async () => {
    const [a, b] = await made(person(1), person(2));
    await ola.editPerson(a!.id, { title: 'Founder' });
    const answers = value(await crm.update('prospect', [a, b].map((one, n) => row(one!, `p${n + 1}`, { jobtitle: 'CEO' }))));
    expect(answers.map(({ kind }) => kind)).toEqual(['stale', 'stored']);
    expect(value(await crm.read('prospect', [a!.id]))[0]!.fields['jobtitle']).toBe('Founder');
  });

  test('who is archived or merged is gone, and the others are written', async () => {
    const [a, b, c, d] = await made(person(1), person(2), person(3), person(4));
    await ola.deletePerson(a!.id);
    await ola.mergePeople(b!.id, c!.id);
    const answers = value(await crm.update('prospect', [a, b, c, d].map((one, n) => row(one!, `p${n + 1}`, { jobtitle: 'CEO' }))));
    expect(answers.map(({ kind }) => kind)).toEqual(['gone', 'gone', 'gone', 'stored']);
    expect((await ola.people()).filter(({ title }) => title === 'CEO')).toHaveLength(1);
  });

  test('a value that the CRM refuses is refused in its row', async () => {
    const [a, b] = await made(person(1), person(2));
    expect(value(await crm.update('prospect', [row(a!, 'p1', { emails: ['ada2@example.com'] }), row(b!, 'p2', { jobtitle: 'CEO' })]))).toMatchObject([{ kind: 'rejected' }, { kind: 'stored', record: { fields: { jobtitle: 'CEO' } } }]);
  });

  test('a person moves to another company, leaves it, and a company that is gone is refused in its row alone', async () => {
    const companies = value(await crm.create('account', ['a', 'b', 'c'].map((name) => ({ key: key(name), fields: { name } })))).map(record);
    const [a, b, c] = companies.map(({ id }) => id);
    const [one, two] = await made(person(1, { associatedcompanyid: a! }), person(2, { associatedcompanyid: a! }));
    const moved = value(await crm.update('prospect', [row(one!, 'p1', { associatedcompanyid: b! }), row(two!, 'p2', { associatedcompanyid: null, jobtitle: 'CEO' })])).map(record);
    expect(moved.map(({ fields }) => fields['associatedcompanyid'])).toEqual([b, null]);
    await crm.remove('account', [c!]);
    expect(value(await crm.update('prospect', [row(moved[0]!, 'p1', { associatedcompanyid: c! }), row(moved[1]!, 'p2', { associatedcompanyid: b! })]))).toMatchObject([{ kind: 'rejected' }, { kind: 'stored', record: { fields: { associatedcompanyid: b } } }]);
  });
});

describe('changes', () => {
  test('everybody comes in pages, also hundreds of one millisecond', async () => {
    for (let n = 0; n < 10; n++) {
      // the first seven hundred at one time, then three at another
      step = 0;
      now += n === 7 ? 1 : 0;
      value(await crm.create('prospect', Array.from({ length: 100 }, (_, m) => person(n * 100 + m))));
    }
    step = 250;
    now += 60_000;
    const all = await pull('prospect', 0);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1000);
    expect(all.length).toBeLessThan(1700);
  });

  test('nobody is skipped who changes while the pages are read', async () => {
    const people: RemoteRecord[] = [];
    for (let n = 0; n < 5; n++) people.push(...await made(...Array.from({ length: 100 }, (_, m) => person(n * 100 + m))));
    now += 60_000;
    let turn = 0;
    const all = await pull('prospect', 0, async () => { if (turn < 20) for (const { id } of people.slice(turn++ * 3, turn * 3)) await ola.editPerson(id, { title: `moved ${turn}` }); now += 10_000; });
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(people.map(({ id }) => id)));
  });

  test('an old state of the search does not pass for a change', async () => {
    const [one] = await made(person(1, { jobtitle: 'CTO' }));
    now += 10_000;
    const since = one!.at;
    await crm.update('prospect', [row(one!, 'p1', { jobtitle: 'CEO' })]);
    const seen = await pull('prospect', since);
    expect(seen.map(({ fields }) => fields['jobtitle'])).toEqual(['CEO']);
  });

  test('who was archived or merged comes as deleted, and the record of a merge with both', async () => {
    const [a, b, c] = await made(person(1), person(2), person(3));
    const since = now;
    await ola.deletePerson(a!.id);
    await ola.mergePeople(b!.id, c!.id);
    now += 30_000;
    const seen = await pull('prospect', since);
    expect(seen.filter(({ deleted }) => deleted).map(({ id }) => id).toSorted()).toEqual([a, b, c].map((one) => one!.id).toSorted());
    expect(seen.filter(({ deleted }) => !deleted)).toMatchObject([{ key: key('p2'), fields: { emails: ['ada2@example.com', 'ada3@example.com'] } }]);
  });

  test('a page of everything is one request, a page of changes one more for a hundred', async () => {
    await made(person(1), person(2));
    now += 10_000;
    expect((await sent(() => crm.changes('prospect', 0))).length).toBe(1);
    expect((await sent(() => crm.changes('prospect', 1))).length).toBe(2);
  });
});

describe('find', () => {
  test('by key and e-mail at once, by profile, domain and name when the search knows them', async () => {
    await made(person(1, { hs_linkedin_url: 'https://www.linkedin.com/in/Ada-1/' }));
    const find = async (wanted: object): Promise<number> => value(await crm.find('prospect', [{ key: key('x'), ...wanted }]))[0]!.length;
    expect([await find({ key: key('p1') }), await find({ emails: ['ADA1@example.com'] }), await find({ emails: ['no@example.com'] })]).toEqual([1, 1, 0]);
    now += 10_000;
    expect(await find({ linkedin: 'http://linkedin.com/in/ada-1' })).toBe(1);
    value(await crm.create('account', [{ key: key('c'), fields: { name: 'Sample GmbH', domain: 'sample.example' } }]));
    now += 10_000;
    expect(value(await crm.find('account', [{ key: key('y'), domain: 'https://www.sample.example/' }, { key: key('z'), name: 'SAMPLE gmbh' }, { key: key('w'), name: 'Other' }])).map((one) => one.length)).toEqual([1, 1, 0]);
  });

  test('fifty profiles with long addresses stay within what a search takes', async () => {
    const wanted = Array.from({ length: 50 }, (_, n) => ({ key: key(`w${n}`), linkedin: `https://www.linkedin.com/in/${'long-name-'.repeat(5)}${n}` }));
    expect(value(await crm.find('prospect', wanted))).toHaveLength(50);
  });
});

describe('notes and tasks', () => {
  test('a note hangs on its person, its text is no markup, and it is found again when the answer was lost', async () => {
    const [ada] = await made(person(1));
    const note = { key: key('n1'), fields: { hs_note_body: 'Met <b>Ada</b> & Bob\nsecond line', prospect: ada!.id, hs_timestamp: '2026-01-05T09:00:00.000Z' } };
    const stored = record(value(await crm.create('note', [note]))[0]);
    expect(stored.fields).toMatchObject({ hs_note_body: 'Met <b>Ada</b> & Bob\nsecond line', prospect: ada!.id });
    expect(await ola.notes(ada!.id)).toEqual(['<p>Met &lt;b&gt;Ada&lt;/b&gt; &amp; Bob<br>second line</p>']);
    expect(value(await crm.find('note', [{ key: key('n1'), prospect: ada!.id, name: 'Met <b>Ada</b> & Bob second line' }, { key: key('n2'), prospect: ada!.id, name: 'else' }])).map((one) => one.map(({ id }) => id))).toEqual([[stored.id], []]);
    now += 10_000;
    expect(await pull('note', 0)).toMatchObject([{ id: stored.id, fields: { prospect: ada!.id } }]);
    value(await crm.remove('note', [stored.id]));
    expect(await ola.notes(ada!.id)).toEqual([]);
  });

  test('a task has its time, and is done on both sides', async () => {
    const [ada] = await made(person(1));
    const [task] = value(await crm.create('followUp', [{ key: key('t'), fields: { hs_task_subject: 'Call', hs_timestamp: '2026-02-01T09:00:00.000Z', done: false, prospect: ada!.id } }])).map(record);
    expect(task!.fields).toEqual({ hs_task_subject: 'Call', hs_timestamp: '2026-02-01T09:00:00.000Z', done: false, prospect: ada!.id });
    await ola.completeTask(task!.id);
    now += 10_000;
    const [over] = await pull('followUp', task!.at);
    expect(over).toMatchObject({ fields: { done: true } });
    expect(record(value(await crm.update('followUp', [row(over!, 't', { done: false })]))[0]).fields['done']).toBe(false);
  });
});

describe('what goes wrong', () => {
  const failing = async (race: string): Promise<object> => {
    server.force(race);
    const result = await crm.changes('prospect', 0);
    return result.ok ? {} : result.failure;
  };

  test('limits wait as long as their policy says', async () => {
    expect(await failing('limit-secondly')).toMatchObject({ kind: 'rate-limit', retryAt: now + 1000 });
    expect(await failing('limit-rolling')).toMatchObject({ kind: 'rate-limit', retryAt: now + 10_000 });
    // midnight in the account's zone, an hour before UTC
    expect(await failing('limit-daily')).toMatchObject({ kind: 'rate-limit', retryAt: Date.UTC(2026, 0, 5, 23) });
  });

  test('a gateway, a move and a lock pass; a page of HTML is another address', async () => {
    expect(await failing('gateway')).toMatchObject({ kind: 'network' });
    expect(await failing('migration')).toMatchObject({ kind: 'network', retryAt: now + 120_000 });
    server.force('locked');
    expect(await crm.create('prospect', [person(1)])).toMatchObject({ ok: false, failure: { kind: 'network' } });
    const wrong = connector.open(inProcess(server, ORIGIN), { ...access, origin: `${ORIGIN}/app` }, () => now);
    expect(await wrong.check()).toMatchObject({ ok: false, failure: { kind: 'wrong-address' } });
  });

  test('a token that is no more, and a missing scope by its name', async () => {
    const as = (token: string): Operations => connector.open(inProcess(server, ORIGIN), { ...access, secrets: { token } }, () => now);
    expect(await as('<token:expired>').changes('prospect', 0)).toMatchObject({ ok: false, failure: { kind: 'sign-in', message: '' } });
    expect(await as('<token:readonly>').update('prospect', [{ id: '1', key: key('x'), at: 0, changed: ['jobtitle'], fields: { jobtitle: 'x' } }])).toMatchObject({ ok: false, failure: { kind: 'permission', message: 'Missing scopes: crm.objects.contacts.write' } });
  });

  test('values of a wrong kind are nothing, and no answer is believed that leaves a row out', async () => {
    const odd = (body: object): Operations => connector.open(() => Promise.resolve({ ok: true, value: { status: 200, headers: { 'content-type': 'application/json' }, text: JSON.stringify(body) } }), access, () => now);
    const raw = { id: 7, updatedAt: '2026-01-05T09:00:00Z', properties: { firstname: { a: 1 }, email: ['x'], hs_linkedin_url: true } };
    expect(value(await odd({ results: [raw, { id: 'no time' }, null] }).read('prospect', ['7']))).toMatchObject([{ id: '7', fields: { firstname: null, emails: [], hs_linkedin_url: null } }]);
    // a write answers what it wrote: what it does not speak of is not empty for that
    expect(record(value(await odd({ results: [{ ...raw, properties: { jobtitle: 'CEO' }, objectWriteTraceId: key('p') }] }).update('prospect', [{ id: '7', key: key('p'), at: Date.UTC(2026, 0, 5, 9), changed: ['jobtitle'], fields: { jobtitle: 'CEO', emails: ['a@example.com'] } }]))[0]).fields).toEqual({ jobtitle: 'CEO' });
    expect(await odd({ results: [] }).create('note', [{ key: key('n'), fields: { hs_note_body: 'x', prospect: '1' } }])).toMatchObject({ ok: false, failure: { kind: 'network' } });
  });
});
