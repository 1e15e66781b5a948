import { beforeAll, expect, test } from 'vitest';
import connector from '../../src/crm/hubspot.ts';
import open from './dialect/hubspot.ts';
import { inProcess } from './dialect/in-process.ts';
import { clientAt, PEOPLE, walk, WAYS, type Ids } from './official/hubspot.ts';
import { repeat } from './official/repeat.ts';
import { listening, sameMeans, sent } from './official/sent.ts';
import type { Walked } from './official/walk.ts';

let walked: Walked<Ids>;
beforeAll(async () => { walked = await walk(); });

test('the official client gets through everything on the dialect server, by these ways', () => {
  const { ids, sent } = walked;
  const names = new Map([...ids.people.map((id, at) => [id, `PERSON${at + 1}`] as const), [ids.company, 'COMPANY'], [ids.note, 'NOTE'], [ids.task, 'TASK']]);
  const ways = Object.fromEntries(Object.entries(sent).map(([name, { method, path, query }]) => [name, [method, path.replace(/\d{11}/g, (id) => names.get(id) ?? 'LIST'), ...query].join(' ')]));
  expect(ways).toMatchObject({
    'who am I': 'GET /account-info/v3/details',
    'describe contacts': 'GET /crm/v3/properties/contacts archived=false',
    'create contact key': 'POST /crm/v3/properties/contacts',
    owners: 'GET /crm/v3/owners/ archived=false limit=100',
    'upsert people': 'POST /crm/v3/objects/contacts/batch/upsert',
    'read people by key': 'POST /crm/v3/objects/contacts/batch/read',
    'update person': 'PATCH /crm/v3/objects/contacts/PERSON1',
    'read person': 'GET /crm/v3/objects/contacts/PERSON1 archived=false associations=companies properties=email properties=external_key',
    'link company': 'PUT /crm/v4/objects/contacts/PERSON1/associations/default/companies/COMPANY',
    'link companies': 'POST /crm/v4/associations/contacts/companies/batch/associate/default',
    'unlink company': 'DELETE /crm/v4/objects/contacts/PERSON1/associations/companies/COMPANY',
    'create note': 'POST /crm/v3/objects/notes',
    'complete task': 'PATCH /crm/v3/objects/tasks/TASK',
    'pull people': 'POST /crm/v3/objects/contacts/search',
    'list archived': 'GET /crm/v3/objects/contacts archived=true limit=100 properties=external_key',
    'archive person': 'DELETE /crm/v3/objects/contacts/PERSON3',
    merge: 'POST /crm/v3/objects/contacts/merge',
    'change list': 'PUT /crm/v3/lists/LIST/memberships/add-and-remove',
  });
});

test('each request has the token as a bearer, and a body as JSON', () => {
  for (const { credential, contentType, body } of Object.values(walked.sent)) expect([credential, contentType]).toEqual(['authorization: Bearer <token>', body === null ? null : 'application/json']);
});

test('an upsert names its key property in every input, and a link names both ends', () => {
  const { ids, sent } = walked;
  expect(sent['upsert people']!.body).toEqual({ inputs: PEOPLE.map(({ key, firstName, lastName, email, title }) => ({ idProperty: 'external_key', id: key, objectWriteTraceId: key, properties: { firstname: firstName, lastname: lastName, email, jobtitle: title, external_key: key } })) });
  expect(sent['link companies']!.body).toEqual({ inputs: ids.people.slice(0, 2).map((id) => ({ from: { id }, to: { id: ids.company } })) });
});

test('what our connector sends, the official client sends alike', async () => {
  const means = sameMeans();
  const server = listening(open(means));
  const http = inProcess(server, 'https://crm.test');
  const access = { origin: 'https://crm.test', secrets: { token: '<token>' }, settings: {}, fields: Object.fromEntries(Object.entries(connector.proposed).map(([kind, fields]) => [kind, Object.values(fields)])) };
  const first = connector.open(http, { ...access, known: {} }, means.now);
  await first.check();
  const prepared = await first.prepare();
  const crm = connector.open(http, { ...access, known: prepared.ok ? prepared.value.known : {} }, means.now);
  const made = async (kind: 'account' | 'prospect' | 'note' | 'followUp', key: string, fields: Record<string, string | string[] | boolean>): Promise<string> => {
    const answers = await crm.create(kind, [{ key, fields }]);
    const answer = answers.ok ? answers.value[0] : undefined;
    return answer?.kind === 'stored' ? answer.record.id : '';
  };
  await crm.describe('prospect');
  const company = await made('account', 'c1', { name: 'Sample GmbH', domain: 'sample.example', phones: ['+49 30 1'] });
  const other = await made('account', 'c2', { name: 'Sample AG' });
  const ada = await made('prospect', 'p1', { firstname: 'Ada', lastname: 'Sample', emails: ['ada@example.com'], associatedcompanyid: company });
  const note = await made('note', 'n1', { hs_note_body: 'Talked', prospect: ada, hs_timestamp: '2026-01-05T09:00:00.000Z' });
  await made('followUp', 't1', { hs_task_subject: 'Call', hs_timestamp: '2026-02-01T09:00:00.000Z', done: false, prospect: ada });
  const change = (fields: Record<string, string | null>): Promise<unknown> => crm.update('prospect', [{ id: ada, key: 'p1', at: 0, changed: Object.keys(fields), fields }]);
  await change({ jobtitle: 'CEO', associatedcompanyid: other });
  await change({ associatedcompanyid: null });
  await crm.find('prospect', [{ key: 'p1', emails: ['x@example.com'], linkedin: 'https://www.linkedin.com/in/x' }]);
  await crm.find('note', [{ key: 'n1', prospect: ada, name: 'Talked' }]);
  means.wait(10_000);
  for (const kind of ['account', 'prospect', 'note', 'followUp'] as const) await crm.changes(kind, Date.UTC(2026, 0, 1));
  await crm.changes('prospect', 0, JSON.stringify({ at: Date.UTC(2026, 0, 5), id: '1' }));
  await crm.changes('prospect', 0, JSON.stringify({ bin: 'NTI1Cg%3D%3D', pages: 1 }));
  await crm.remove('note', [note]);
  const ours = server.requests.map(sent);
  expect(new Set(ours.map(({ method, path }) => `${method} ${path}`)).size).toBeGreaterThan(20);
  expect(ours).toEqual(await repeat(ours, WAYS, clientAt));
});
