import { expect, test } from 'vitest';
import open from './dialect/hubspot.ts';
import outsider from './outsider/hubspot.ts';
import { officeOf } from './outsider/office.ts';

const office = (): ReturnType<typeof officeOf> => officeOf(open, outsider, { headers: { authorization: 'Bearer <token>' }, other: '<token:other-app>', tick: 100 });

test('an outsider makes, changes, merges and deletes people', async () => {
  const { ola } = office();
  const [ada, bob, cyd] = [await ola.createPerson({ firstName: 'Ada', lastName: 'Test', email: 'ada@example.com' }), await ola.createPerson({ firstName: 'Bob', lastName: 'Test', email: 'bob@example.com' }), await ola.createPerson({ firstName: 'Cyd', lastName: 'Test' })];
  await ola.editPerson(ada, { title: 'CTO' });
  await ola.mergePeople(ada, bob);
  await ola.deletePerson(cyd);
  const people = await ola.people();
  expect(people.map(({ firstName, emails, title, deleted }) => ({ firstName, emails, title, deleted }))).toEqual([
    { firstName: 'Ada', emails: ['ada@example.com', 'bob@example.com'], title: 'CTO', deleted: false }, { firstName: 'Cyd', emails: [], title: '', deleted: true },
  ]);
  await ola.destroyPerson(cyd);
  expect(await ola.people()).toHaveLength(1);
});

test('an outsider sees notes and tasks at once, and cleans up what has the marker', async () => {
  const { ola, ask } = office();
  const [ada, other] = [await ola.createPerson({ firstName: 'Ada', lastName: 'Marked one' }), await ola.createPerson({ firstName: 'Eve', lastName: 'Other' })];
  for (const name of ['Marked Ltd', 'Example Ltd']) ask('POST', '/crm/v3/objects/companies', { properties: { name } });
  const add = (type: string, typeId: number, properties: object): unknown => ask('POST', `/crm/v3/objects/${type}`, { properties: { hs_timestamp: '2026-01-05T09:00:00Z', ...properties }, associations: [{ to: { id: ada }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: typeId }] }] });
  add('notes', 202, { hs_note_body: 'hello' });
  add('tasks', 204, { hs_task_subject: 'Call', hs_task_status: 'NOT_STARTED' });
  expect(await ola.notes(ada)).toEqual(['hello']);
  const [task] = await ola.tasks(ada);
  await ola.completeTask(task!.id);
  expect(await ola.tasks(ada)).toEqual([{ id: task!.id, title: 'Call', done: true }]);
  await ola.cleanUp('Marked');
  expect((await ola.people()).filter(({ deleted }) => !deleted).map(({ id }) => id)).toEqual([other]);
  expect((await ola.companies()).map(({ name, deleted }) => [name, deleted])).toEqual([['Example Ltd', false], ['Marked Ltd', true]]);
  expect(ask('GET', '/crm/v3/objects/notes').results).toEqual([]);
});
