import { expect, it } from 'vitest';
import openTwenty from './dialect/twenty.ts';
import outsider from './outsider/twenty.ts';

function office() {
  let now = Date.UTC(2026, 0, 5, 9);
  const dialect = openTwenty({ now: () => (now += 600), random: Math.random });
  const http: Parameters<typeof outsider>[0] = (url, { method, headers, body = '' }) => {
    const { status, headers: answered, body: text } = dialect.handle({ method, path: url.replace('https://crm.example.com', ''), headers, body });
    return Promise.resolve({ status, headers: answered, text });
  };
  const call = async (method: string, path: string, body?: unknown): Promise<{ id: string }> => {
    const { text } = await http(`https://crm.example.com/rest/${path}`, { method, headers: { authorization: 'Bearer <token>', 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return Object.values((JSON.parse(text) as { data: Record<string, { id: string }> }).data)[0]!;
  };
  return { call, someone: outsider(http, 'https://crm.example.com', '<token>') };
}

it('creates, edits, deletes and destroys people', async () => {
  const { someone } = office();
  const ada = await someone.createPerson({ firstName: 'Ada', lastName: 'Example', email: 'ada@example.com', title: 'CTO' });
  const bela = await someone.createPerson({ firstName: 'Bela', lastName: 'Example' });
  await someone.editPerson(ada, { title: 'CEO', email: 'ada@example.org', lastName: 'Sample' });
  await someone.deletePerson(ada);
  expect(await someone.people()).toContainEqual({ id: ada, firstName: 'Ada', lastName: 'Sample', emails: ['ada@example.org'], title: 'CEO', deleted: true });
  await someone.destroyPerson(bela);
  expect((await someone.people()).map(({ id }) => id)).toEqual([ada]);
});

it('merges two people', async () => {
  const { someone } = office();
  const [keep, lose] = [await someone.createPerson({ firstName: 'Ada', lastName: 'One', email: 'a@example.com' }), await someone.createPerson({ firstName: 'Ada', lastName: 'Two', email: 'b@example.com' })];
  await someone.mergePeople(keep, lose);
  expect(await someone.people()).toMatchObject([{ id: keep, lastName: 'One', emails: ['a@example.com', 'b@example.com'] }]);
});

it('reads more people than one page holds', async () => {
  const { call, someone } = office();
  for (let page = 0; page < 3; page++) await call('POST', 'batch/people', Array.from({ length: 200 }, (_, at) => ({ name: { lastName: `Example ${page} ${at}` } })));
  expect(new Set((await someone.people()).map(({ lastName }) => lastName)).size).toBe(600);
});

it('reads notes, completes tasks, and cleans up what a test run made and nothing else', async () => {
  const { call, someone } = office();
  const made = await someone.createPerson({ firstName: 'Ada', lastName: 'zz-test Example' });
  const own = await someone.createPerson({ firstName: 'Bela', lastName: 'Example zz-test' });
  const company = await call('POST', 'companies', { name: 'zz-test GmbH' });
  const note = await call('POST', 'notes', { title: 'Fair', bodyV2: { markdown: 'met' } });
  const task = await call('POST', 'tasks', { title: 'Call' });
  await call('POST', 'noteTargets', { noteId: note.id, targetPersonId: made });
  await call('POST', 'taskTargets', { taskId: task.id, targetPersonId: made });
  expect(await someone.notes(made)).toEqual(['Fair\nmet']);
  await someone.completeTask(task.id);
  expect(await someone.tasks(made)).toEqual([{ id: task.id, title: 'Call', done: true }]);
  expect(await someone.companies()).toEqual([{ id: company.id, name: 'zz-test GmbH', deleted: false }]);
  await someone.deletePerson(made);
  await someone.cleanUp('zz-test');
  expect((await someone.people()).map(({ id }) => id)).toEqual([own]);
  expect(await someone.companies()).toEqual([]);
  for (const plural of ['notes', 'tasks', 'noteTargets', 'taskTargets']) expect(await call('GET', plural)).toEqual([]);
});
