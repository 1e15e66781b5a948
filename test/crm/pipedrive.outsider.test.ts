import { expect, test } from 'vitest';
import open from './dialect/pipedrive.ts';
import outsider from './outsider/pipedrive.ts';
import { officeOf } from './outsider/office.ts';

const office = (): ReturnType<typeof officeOf> => officeOf(open, outsider, { headers: { 'x-api-token': '<token>' }, other: '<token:other-user>', tick: 1000 });

test('an outsider makes, changes, merges and deletes people', async () => {
  const { ola } = office();
  const [ada, bob, cyd] = [await ola.createPerson({ firstName: 'Ada', lastName: 'Test', email: 'ada@example.com' }), await ola.createPerson({ firstName: 'Bob', lastName: 'Test', email: 'bob@example.com' }), await ola.createPerson({ firstName: 'Cyd', lastName: 'Test' })];
  await ola.editPerson(ada, { title: 'CTO' });
  await ola.mergePeople(ada, bob);
  await ola.deletePerson(cyd);
  expect((await ola.people()).map(({ firstName, emails, title, deleted }) => ({ firstName, emails, title, deleted })).toSorted((a, b) => a.firstName.localeCompare(b.firstName))).toEqual([
    { firstName: 'Ada', emails: ['ada@example.com', 'bob@example.com'], title: 'CTO', deleted: false }, { firstName: 'Bob', emails: ['bob@example.com'], title: '', deleted: true }, { firstName: 'Cyd', emails: [], title: '', deleted: true },
  ]);
  await ola.editPerson(ada, { lastName: 'Renamed' });
  expect((await ola.people()).find(({ id }) => id === ada)).toMatchObject({ firstName: 'Ada', lastName: 'Renamed' });
});

test('an outsider sees notes and tasks at once, and cleans up what has the marker', async () => {
  const { ola, ask } = office();
  const [ada, other] = [await ola.createPerson({ firstName: 'Ada', lastName: 'Marked one' }), await ola.createPerson({ firstName: 'Eve', lastName: 'Other' })];
  for (const name of ['Marked Ltd', 'Example Ltd']) ask('POST', '/api/v2/organizations', { name });
  ask('POST', '/v1/notes', { content: 'hello', person_id: Number(ada) });
  ask('POST', '/api/v2/activities', { subject: 'Call', type: 'task', participants: [{ person_id: Number(ada), primary: true }] });
  expect(await ola.notes(ada)).toEqual(['hello']);
  const [task] = await ola.tasks(ada);
  await ola.completeTask(task!.id);
  expect(await ola.tasks(ada)).toEqual([{ id: task!.id, title: 'Call', done: true }]);
  await ola.cleanUp('Marked');
  expect((await ola.people()).filter(({ deleted }) => !deleted).map(({ id }) => id)).toEqual([other]);
  expect((await ola.companies()).map(({ name, deleted }) => [name, deleted])).toEqual([['Marked Ltd', true], ['Example Ltd', false]]);
  expect(ask('GET', '/v1/notes').data).toEqual([]);
});
