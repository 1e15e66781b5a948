import { beforeAll, expect, test } from 'vitest';
import { walk, type Walked } from './pipedrive.ts';

let walked: Walked;
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
