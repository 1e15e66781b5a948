import { beforeEach, describe, expect, test } from 'vitest';
import connector from '../../src/crm/pipedrive.ts';
import type { Access, CreateRow, Operations, RowAnswer } from '../../src/crm/connector.ts';
import type { Result } from '../../src/domain/failure.ts';
import { uuidOf } from '../../src/domain/sync/key.ts';
import type { RemoteRecord, SyncKind, Values } from '../../src/domain/sync/record.ts';
import type { Dialect, WireRequest } from './dialect/dialect.ts';
import openDialect from './dialect/pipedrive.ts';
import { inProcess } from './dialect/in-process.ts';
import { listening } from './official/sent.ts';
import outsiderOf from './outsider/pipedrive.ts';
import type { Outsider } from './outsider/outsider.ts';
import { pullAll } from './pull-all.ts';

const ORIGIN = 'https://api.pipedrive.com';
let now = 0;
let step = 1000;
let server: Dialect & { requests: WireRequest[] };
let crm: Operations;
let access: Access;
let ola: Outsider;

const value = <T>(result: Result<T>): T => { if (!result.ok) throw new Error(JSON.stringify(result.failure)); return result.value; };
const record = (answer: RowAnswer | undefined): RemoteRecord => { if (answer?.kind !== 'stored') throw new Error(JSON.stringify(answer)); return answer.record; };
const key = (name: string): string => uuidOf(name);
const person = (n: number, fields: Values = {}): CreateRow => ({ key: key(`p${n}`), fields: { first_name: 'Ada', last_name: `Sample ${n}`, emails: [`ada${n}@example.com`], ...fields } });
const row = (one: RemoteRecord, fields: Values): Parameters<Operations['update']>[1][number] => ({ id: one.id, key: '', at: one.at, changed: Object.keys(fields), fields: { ...one.fields, ...fields } });
const made = async (...rows: CreateRow[]): Promise<RemoteRecord[]> => value(await crm.create('prospect', rows)).map(record);
const sent = async (doing: () => Promise<unknown>): Promise<WireRequest[]> => { const before = server.requests.length; await doing(); return server.requests.slice(before); };
const as = (more: Partial<Access>): Operations => connector.open(inProcess(server, ORIGIN), { ...access, ...more }, () => now);
const api = (method: string, path: string, body: object): void => { server.handle({ method, path, headers: { 'x-api-token': '<token:other-user>' }, body: JSON.stringify(body) }); };
const pull = (kind: SyncKind, since: number, between?: () => Promise<void>): Promise<RemoteRecord[]> => pullAll(crm, kind, since, between);

beforeEach(async () => {
  now = Date.UTC(2026, 0, 5, 9);
  step = 1000;
  let seed = 1;
  server = listening(openDialect({ now: () => (now += step), random: () => { seed = (seed * 48_271) % 2_147_483_647; return seed / 2_147_483_647; } }));
  api('POST', '/api/v2/personFields', { field_name: 'LinkedIn profile', field_type: 'varchar' });
  const http = inProcess(server, ORIGIN);
  access = { origin: ORIGIN, secrets: { token: '<token>' }, settings: {}, known: {}, fields: Object.fromEntries(Object.entries(connector.proposed).map(([kind, fields]) => [kind, Object.values(fields)])) };
  access.known = value(await connector.open(http, access, () => now).prepare()).known;
  crm = connector.open(http, access, () => now);
  ola = outsiderOf(async (url, { body, ...init }) => value(await http({ url, method: init.method as 'GET', headers: init.headers, ...(body === undefined ? {} : { body }) })), ORIGIN, '<token:other-user>');
});

describe('an account', () => {
  test('is checked for who it is and what it may not do', async () => {
    expect(value(await crm.check())).toEqual({ who: 'Ola Seller', where: 'Example Sales', missing: [] });
    expect(value(await as({ secrets: { token: '<token:readonly>' } }).check()).missing).toEqual(['create account', 'update account', 'create prospect', 'update prospect']);
    expect(value(await as({ secrets: { token: '<token:noaccess>' } }).check()).missing).toHaveLength(6);
  });

  test('gets one key field of each kind, whoever connects, and finds a field for profiles', async () => {
    const { prospect, account, linkedin, company } = access.known;
    expect([prospect, account, linkedin].every((code) => /^[0-9a-f]{40}$/.test(code ?? ''))).toBe(true);
    expect(company).toBe('example-sales');
    // somebody made a second one meanwhile: the first counts
    api('POST', '/api/v2/personFields', { field_name: 'Paydirt key', field_type: 'varchar' });
    expect(value(await crm.prepare())).toEqual({ known: access.known, todo: '' });
  });

  test('tells what an administrator has to do where the field cannot be made', async () => {
    server.reset();
    const { known, todo } = value(await as({ secrets: { token: '<token:readonly>' } }).prepare());
    expect([known['prospect'], todo.includes('Paydirt key')]).toEqual([undefined, true]);
  });

  test('shows the fields that people have made, without our own', async () => {
    api('POST', '/api/v2/personFields', { field_name: 'Shoe size', field_type: 'varchar' });
    const fields = value(await crm.describe('prospect'));
    expect(fields.map(({ label }) => label)).toContain('Shoe size');
    expect(fields.map(({ label }) => label)).not.toContain('Paydirt key');
  });

  test('lives at a host of its own, or at the one for all', () => {
    expect(['', 'acme', 'Acme.pipedrive.com', 'https://acme.pipedrive.com/deals', 'https://evil.example'].map(connector.originOf)).toEqual(['https://api.pipedrive.com', ...Array.from({ length: 3 }, () => 'https://acme.pipedrive.com'), undefined]);
  });
});

describe('create and update', () => {
  test('a person has name, key and profile; what is answered is what is held', async () => {
    const [one] = await made(person(1, { first_name: 'Mary Ann', last_name: 'Sample', linkedin: 'https://www.linkedin.com/in/mary', phones: ['+49 30 1'] }));
    // the CRM cuts names its own way
    expect(one).toMatchObject({ key: key('p1'), deleted: false, fields: { first_name: 'Mary', last_name: 'Ann Sample', linkedin: 'https://www.linkedin.com/in/mary', phones: ['+49 30 1'], job_title: null } });
    expect(value(await crm.read('prospect', [one!.id]))).toEqual([one]);
  });

  test('a bad row does not hold the others', async () => {
    expect(value(await crm.create('prospect', [person(1), person(2, { org_id: '999' }), person(3)])).map(({ kind }) => kind)).toEqual(['stored', 'rejected', 'stored']);
  });

  test('a list of addresses is sent whole, and labels that somebody gave stay', async () => {
    const [one] = await made(person(1));
    api('PATCH', `/api/v2/persons/${one!.id}`, { emails: [{ value: 'home@example.com', label: 'home', primary: false }, { value: 'ada1@example.com', label: 'work', primary: true }] });
    const [now1] = value(await crm.read('prospect', [one!.id]));
    expect(now1!.fields['emails']).toEqual(['ada1@example.com', 'home@example.com']);
    const requests = await sent(() => crm.update('prospect', [row(now1!, { emails: ['new@example.com', 'home@example.com'] })]));
    expect(JSON.parse(requests.at(-1)!.body)).toEqual({ emails: [{ value: 'new@example.com', primary: true, label: 'work' }, { value: 'home@example.com', primary: false, label: 'home' }] });
  });

  test('only what changed is sent, a name whole, a company by its number', async () => {
    const company = record(value(await crm.create('account', [{ key: key('c'), fields: { name: 'Sample GmbH', website: 'sample.example', employee_count: 12, address: 'Berlin' } }]))[0]);
    expect(company.fields).toMatchObject({ name: 'Sample GmbH', website: 'sample.example', employee_count: 12, address: 'Berlin' });
    const [one] = await made(person(1, { job_title: 'CTO' }));
    const requests = await sent(async () => expect(record(value(await crm.update('prospect', [row(one!, { last_name: 'Other', org_id: company.id })]))[0]).fields).toMatchObject({ last_name: 'Other', org_id: company.id, job_title: 'CTO' }));
    expect(JSON.parse(requests.at(-1)!.body)).toEqual({ name: 'Ada Other', org_id: Number(company.id) });
    const [now1] = value(await crm.read('prospect', [one!.id]));
    expect(record(value(await crm.update('prospect', [row(now1!, { org_id: null, job_title: null })]))[0]).fields).toMatchObject({ org_id: null, job_title: null });
  });

  test('who was changed since is stale, who was deleted or merged is gone; neither is written', async () => {
    const [a, b, c, d, e] = await made(person(1), person(2), person(3), person(4), person(5));
    await ola.editPerson(a!.id, { title: 'theirs' });
    await ola.deletePerson(b!.id);
    await ola.mergePeople(d!.id, c!.id);
    const answers = value(await crm.update('prospect', [a, b, c, e].map((one) => row(one!, { job_title: 'ours' }))));
    expect(answers.map(({ kind }) => kind)).toEqual(['stale', 'gone', 'gone', 'stored']);
    expect((await ola.people()).filter(({ title }) => title === 'ours').map(({ id }) => id)).toEqual([e!.id]);
  });

  test('a thousand changes take hardly more requests than records', async () => {
    const people = await made(...Array.from({ length: 50 }, (_, n) => person(n)));
    expect((await sent(() => crm.update('prospect', people.map((one) => row(one, { job_title: 'CEO' }))))).length).toBe(51);
  });

  test('of two records of one create the second is taken away', async () => {
    server.force('double-create');
    await made(person(1));
    const [keep, lose] = (await ola.people()).map(({ id }) => id);
    value(await crm.removeDouble!('prospect', keep!, lose!));
    expect((await ola.people()).filter(({ deleted }) => !deleted).map(({ id }) => id)).toEqual([keep]);
  });
});

describe('changes', () => {
  test('everybody comes in pages, and nobody is skipped who changes meanwhile', async () => {
    step = 400;
    const people = await made(...Array.from({ length: 1100 }, (_, n) => person(n)));
    let turn = 0;
    const all = await pull('prospect', Date.UTC(2026, 0, 5), async () => { if (turn++ < 3) for (const { id } of people.slice(0, 5)) await ola.editPerson(id, { title: 'moved' }); });
    expect(new Set(all.map(({ id }) => id)).size).toBe(1100);
    expect(all.filter(({ fields }) => fields['job_title'] === 'moved').length).toBeGreaterThanOrEqual(5);
  });

  test('the first pull hears of the deleted too', async () => {
    const [one] = await made(person(1));
    await ola.deletePerson(one!.id);
    expect(await pull('prospect', 0)).toMatchObject([{ id: one!.id, deleted: true }]);
  });

  test('the deleted and the losers of a merge come as deleted', async () => {
    const [a, b, c] = await made(person(1), person(2), person(3));
    const since = now;
    await ola.deletePerson(a!.id);
    await ola.mergePeople(b!.id, c!.id);
    const seen = await pull('prospect', since);
    expect(seen.filter(({ deleted }) => deleted).map(({ id }) => id)).toEqual([a!.id, c!.id]);
    expect(seen.find(({ id }) => id === b!.id)).toMatchObject({ key: key('p2'), fields: { emails: ['ada2@example.com', 'ada3@example.com'] } });
  });

  test('notes come by time, also more of one second than a page holds', async () => {
    const [ada] = await made(person(1));
    step = 0;
    for (let n = 0; n < 1200; n++) {
      if (n === 1185) now += 1000;
      // a user each for every note, or the limit of one would be met
      const user = [n % 26, Math.floor(n / 26) % 26, Math.floor(n / 676)].map((letter) => String.fromCodePoint(97 + letter)).join('');
      server.handle({ method: 'POST', path: '/v1/notes', headers: { 'x-api-token': `<token:${user}>` }, body: JSON.stringify({ content: `note ${n}`, person_id: Number(ada!.id) }) });
    }
    step = 1000;
    const all = await pull('note', 0);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1200);
  });
});

describe('find', () => {
  test('finds at once who was just made, by key, e-mail and profile, deleted ones flagged', async () => {
    const [one, two] = await made(person(1, { linkedin: 'https://www.linkedin.com/in/Ada' }), person(2));
    await ola.deletePerson(two!.id);
    const found = value(await crm.find('prospect', [{ key: key('p1') }, { key: key('x'), emails: ['ADA1@example.com'] }, { key: key('y'), linkedin: 'http://linkedin.com/in/ada/' }, { key: key('p2') }, { key: key('z'), emails: ['nobody@example.com'] }]));
    expect(found.map((some) => some.map(({ id, deleted }) => [id, deleted]))).toEqual([[[one!.id, false]], [[one!.id, false]], [[one!.id, false]], [[two!.id, true]], []]);
  });

  test('who is older than the pages that are looked through is searched for', async () => {
    step = 400;
    const [ada] = await made(person(0, { linkedin: 'https://www.linkedin.com/in/ada-zero/' }));
    await made(...Array.from({ length: 1000 }, (_, n) => person(n + 1)));
    const requests = await sent(async () => expect(value(await crm.find('prospect', [{ key: key('x'), emails: ['ada0@example.com'] }]))[0]).toMatchObject([{ id: ada!.id }]));
    expect(requests.map(({ path }) => path.split('?')[0])).toEqual(['/api/v2/persons', '/api/v2/persons', '/api/v2/persons/search', '/api/v2/persons/search', '/api/v2/persons']);
    expect(value(await crm.find('prospect', [{ key: key('p0') }]))[0]).toHaveLength(1);
    expect(value(await crm.find('prospect', [{ key: key('x'), linkedin: 'linkedin.com/in/ADA-zero' }]))[0]).toHaveLength(1);
  });

  test('companies by domain and name', async () => {
    value(await crm.create('account', [{ key: key('c'), fields: { name: 'Sample GmbH', website: 'https://www.sample.example' } }]));
    expect(value(await crm.find('account', [{ key: key('x'), domain: 'sample.example' }, { key: key('y'), name: 'sample gmbh' }, { key: key('z'), name: 'Other' }])).map((some) => some.length)).toEqual([1, 1, 0]);
  });
});

describe('notes and tasks', () => {
  test('a note hangs on its person, its text is no markup, and it is found again when the answer was lost', async () => {
    const [ada] = await made(person(1));
    const [note] = value(await crm.create('note', [{ key: key('n'), fields: { content: 'Met <b>Ada</b> & Bob\nsecond', person_id: ada!.id, add_time: '2026-01-05T09:00:00.000Z' } }])).map(record);
    expect(note!.fields).toMatchObject({ content: 'Met <b>Ada</b> & Bob\nsecond', person_id: ada!.id });
    expect(await ola.notes(ada!.id)).toEqual(['<p>Met &lt;b&gt;Ada&lt;/b&gt; &amp; Bob<br>second</p>']);
    expect(value(await crm.find('touch', [{ key: key('n'), prospect: ada!.id, name: 'Met <b>Ada</b> & Bob second' }]))[0]).toMatchObject([{ id: note!.id }]);
    expect(value(await crm.update('note', [row(note!, { content: 'new' })]))).toMatchObject([{ kind: 'stored', record: { fields: { content: 'new' } } }]);
    expect(value(await crm.read('note', [note!.id, '999']))).toHaveLength(1);
    value(await crm.remove('note', [note!.id]));
    expect(value(await crm.update('note', [row(note!, { content: 'x' })]))).toEqual([{ kind: 'gone' }]);
  });

  test('many notes are read from the list', async () => {
    const [ada] = await made(person(1));
    const notes = value(await crm.create('note', Array.from({ length: 8 }, (_, n) => ({ key: key(`n${n}`), fields: { content: `note ${n}`, person_id: ada!.id } })))).map(record);
    const requests = await sent(async () => expect(value(await crm.read('note', notes.map(({ id }) => id)))).toHaveLength(8));
    expect(requests).toHaveLength(1);
  });

  test('a task has its person among the participants, its time in UTC, and is done on both sides', async () => {
    const [ada] = await made(person(1));
    const [task] = value(await crm.create('followUp', [{ key: key('t'), fields: { subject: 'Call', due: '2026-02-01T09:30:00.000Z', done: false, person_id: ada!.id } }])).map(record);
    expect(task!.fields).toEqual({ subject: 'Call', due: '2026-02-01T09:30:00.000Z', done: false, person_id: ada!.id });
    const since = now;
    await ola.completeTask(task!.id);
    const [seen] = await pull('followUp', since);
    expect(seen!.fields['done']).toBe(true);
    expect(record(value(await crm.update('followUp', [row(seen!, { done: false, due: '2026-02-02T10:00:00.000Z' })]))[0]).fields).toMatchObject({ done: false, due: '2026-02-02T10:00:00.000Z' });
    expect(value(await crm.find('followUp', [{ key: key('t'), prospect: ada!.id, name: 'Call' }]))[0]).toHaveLength(1);
  });
});

describe('what goes wrong', () => {
  const failing = async (race: string): Promise<object> => {
    step = 0;
    now += 5000;
    server.force(race);
    const result = await crm.changes('prospect', 0);
    return result.ok ? {} : result.failure;
  };

  test('limits wait as long as they say: the burst some seconds, the day until midnight', async () => {
    expect(await failing('limit-burst')).toMatchObject({ kind: 'rate-limit', retryAt: now + 2000 });
    expect(await failing('limit-day')).toMatchObject({ kind: 'rate-limit', retryAt: Date.UTC(2026, 0, 6) });
    expect(await failing('blocked')).toMatchObject({ kind: 'rate-limit', retryAt: now + 600_000 });
  });

  test('a gateway passes, a page of HTML is another address, a token that is no more is said to be', async () => {
    expect(await failing('gateway')).toMatchObject({ kind: 'network' });
    expect(await as({ origin: `${ORIGIN}/app` }).check()).toMatchObject({ ok: false, failure: { kind: 'wrong-address' } });
    expect(await as({ secrets: { token: '<token:revoked>' } }).check()).toMatchObject({ ok: false, failure: { kind: 'sign-in', message: '' } });
    expect(await as({ secrets: { token: '<token:readonly>' } }).create('prospect', [person(1)])).toMatchObject({ ok: false, failure: { kind: 'permission' } });
  });

  test('values of a wrong kind are nothing', async () => {
    const odd = (data: unknown): Operations => connector.open(() => Promise.resolve({ ok: true, value: { status: 200, headers: { 'content-type': 'application/json' }, text: JSON.stringify({ success: true, data }) } }), access, () => now);
    const raw = { id: 7, update_time: '2026-01-05T09:00:00Z', first_name: { a: 1 }, emails: 'x', phones: [{ value: 5 }, null], custom_fields: 'x' };
    expect(value(await odd([raw, { id: 8 }, null]).read('prospect', ['7']))).toMatchObject([{ id: '7', key: null, fields: { first_name: null, emails: [], phones: ['5'] } }]);
    expect(await odd(null).create('prospect', [person(1)])).toMatchObject({ ok: false, failure: { kind: 'network' } });
  });
});
