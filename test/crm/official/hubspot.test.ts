import { beforeAll, expect, test } from 'vitest';
import { PEOPLE, walk, type Walked } from './hubspot.ts';

let walked: Walked;
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
