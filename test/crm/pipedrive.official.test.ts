import { beforeAll, expect, test } from 'vitest';
import type { Operations } from '../../src/crm/connector.ts';
import connector from '../../src/crm/pipedrive.ts';
import type { SyncKind, Values } from '../../src/domain/sync/record.ts';
import { inProcess } from './dialect/in-process.ts';
import open from './dialect/pipedrive.ts';
import { clientAt, walk, WAYS, type Ids } from './official/pipedrive.ts';
import { repeat } from './official/repeat.ts';
import { listening, sameMeans, sent } from './official/sent.ts';
import type { Walked } from './official/walk.ts';

let walked: Walked<Ids>;
beforeAll(async () => { walked = await walk(); });

test('the official client gets through everything on the dialect server, by these ways', () => {
  const { ids, sent } = walked;
  const names = new Map([[ids.people[0], 'PERSON1'], [ids.people[1], 'PERSON2'], [ids.company, 'COMPANY'], [ids.note, 'NOTE'], [ids.task, 'TASK']]);
  const named = (text: string): string => text.replace(/\b\d{4}\b(?!-)/g, (id) => names.get(Number(id)) ?? id);
  const ways = Object.fromEntries(Object.entries(sent).map(([name, { method, path, query }]) => [name, named([method, path, ...query].join(' '))]));
  expect(ways).toMatchObject({
    'who am I': 'GET /v1/users/me',
    'describe people': 'GET /api/v2/personFields limit=500',
    'create key': 'POST /api/v2/personFields',
    'create person': 'POST /api/v2/persons',
    'update person': 'PATCH /api/v2/persons/PERSON1',
    'read people': 'GET /api/v2/persons ids=PERSON1,PERSON2 limit=100',
    'create company': 'POST /api/v2/organizations',
    'find by e-mail': 'GET /api/v2/persons/search exact_match=true fields=email limit=10 term=ada1@example.com',
    'pull people': 'GET /api/v2/persons limit=1 sort_by=update_time sort_direction=asc updated_since=2026-01-05T08:00:00Z',
    'create note': 'POST /v1/notes',
    'update note': 'PUT /v1/notes/NOTE',
    'notes of a person': 'GET /v1/notes limit=100 person_id=PERSON1 sort=update_time ASC start=0 updated_since=2026-01-05T08:00:00Z',
    'create task': 'POST /api/v2/activities',
    'complete task': 'PATCH /api/v2/activities/TASK',
    merge: 'PUT /v1/persons/PERSON2/merge',
    'delete person': 'DELETE /api/v2/persons/PERSON1',
  });
});

test('each request has the token in a header of its own, and a body as JSON', () => {
  for (const { credential, contentType, body } of Object.values(walked.sent)) expect([credential, contentType]).toEqual(['x-api-token: <token>', body === null ? null : 'application/json']);
});

test('a person carries its key in the custom field, a task its person among the participants', () => {
  const { ids, sent } = walked;
  expect(sent['create person']!.body).toEqual({ name: 'Ada Sample 2', emails: [{ value: 'ada2@example.com', primary: true, label: 'work' }], job_title: 'CTO', custom_fields: { [ids.field]: 'prospect-2' } });
  expect(sent['create task']!.body).toMatchObject({ type: 'task', participants: [{ person_id: ids.people[0], primary: true }] });
});

test('what our connector sends, the official client sends alike', async () => {
  const means = sameMeans();
  const server = listening(open(means));
  const http = inProcess(server, 'https://crm.test');
  server.handle({ method: 'POST', path: '/api/v2/personFields', headers: { 'x-api-token': '<token>' }, body: '{"field_name":"LinkedIn","field_type":"varchar"}' });
  const access = { origin: 'https://crm.test', secrets: { token: '<token>' }, settings: {}, fields: Object.fromEntries(Object.entries(connector.proposed).map(([kind, fields]) => [kind, Object.values(fields)])) };
  const first = connector.open(http, { ...access, known: {} }, means.now);
  await first.check();
  const prepared = await first.prepare();
  const crm = connector.open(http, { ...access, known: prepared.ok ? prepared.value.known : {} }, means.now);
  const made = async (kind: SyncKind, fields: Values): Promise<{ id: string; at: number }> => {
    const answers = await crm.create(kind, [{ key: `key-${kind}`, fields }]);
    const answer = answers.ok ? answers.value[0] : undefined;
    return answer?.kind === 'stored' ? answer.record : { id: '', at: 0 };
  };
  const change = (kind: SyncKind, { id, at }: { id: string; at: number }, fields: Values): ReturnType<Operations['update']> => crm.update(kind, [{ id, key: '', at, changed: Object.keys(fields), fields }]);
  await crm.describe('prospect');
  const company = await made('account', { name: 'Sample GmbH', website: 'sample.example', linkedin: 'https://www.linkedin.com/company/sample', employee_count: 12, address: 'Berlin' });
  const ada = await made('prospect', { first_name: 'Ada', last_name: 'Sample', job_title: 'CTO', emails: ['ada@example.com'], phones: ['+49 30 1'], linkedin: 'https://www.linkedin.com/in/ada', org_id: company.id });
  const note = await made('note', { content: 'Talked', person_id: ada.id, add_time: '2026-01-05T09:00:00.000Z' });
  const task = await made('followUp', { subject: 'Call', due: '2026-02-01T09:00:00.000Z', done: false, person_id: ada.id });
  await change('account', company, { name: 'Sample AG' });
  await change('prospect', ada, { emails: ['ada@example.com', 'other@example.com'], org_id: null });
  await change('note', note, { content: 'new' });
  await change('followUp', task, { done: true });
  await crm.read('note', [note.id]);
  await crm.find('prospect', [{ key: 'key-prospect', emails: ['ada@example.com'] }]);
  // an account whose latest pages never end: then people are searched for
  const endless = connector.open(async (request) => {
    const answer = await http({ ...request, url: request.url.replace('&cursor=more', '') });
    return answer.ok && request.url.includes('sort_direction=desc') ? { ok: true, value: { ...answer.value, text: answer.value.text.replace('"next_cursor":null', '"next_cursor":"more"') } } : answer;
  }, { ...access, known: prepared.ok ? prepared.value.known : {} }, means.now);
  means.wait(10_000);
  await endless.find('prospect', [{ key: 'nobody', emails: ['nobody@example.com'], linkedin: 'https://www.linkedin.com/in/nobody' }]);
  await endless.find('account', [{ key: 'nobody', name: 'Nobody GmbH' }]);
  await crm.find('note', [{ key: '', prospect: ada.id, name: 'new' }]);
  await crm.find('followUp', [{ key: '', prospect: ada.id, name: 'Call' }]);
  for (const kind of ['account', 'prospect', 'note', 'followUp'] as const) await crm.changes(kind, Date.UTC(2026, 0, 1));
  await crm.changes('note', 0, JSON.stringify({ at: Date.UTC(2026, 0, 1), start: 500 }));
  await crm.remove('note', [note.id]);
  await crm.remove('followUp', [task.id]);
  await crm.removeDouble!('prospect', '', ada.id);
  const ours = server.requests.slice(1).map(sent);
  expect(new Set(ours.map(({ method, path }) => `${method} ${path}`)).size).toBeGreaterThan(20);
  expect(ours).toEqual(await repeat(ours, WAYS, clientAt));
});
