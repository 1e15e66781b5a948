import type { Fetch, Outsider } from './outsider.ts';

interface Person {
  id: string;
  deletedAt: string | null;
  name: { firstName: string; lastName: string };
  emails: { primaryEmail: string; additionalEmails: string[] };
  jobTitle: string;
}

interface List<Row> {
  data: Record<string, Row[]>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Link {
  note?: { title: string; bodyV2: { markdown: string } | null } | null;
  noteId?: string | null;
  task?: { id: string; title: string; status: string } | null;
  taskId?: string | null;
}

const everybody = 'or(deletedAt[is]:NULL,deletedAt[is]:NOT_NULL)';

/** Somebody who works in a Twenty workspace by its REST API, with an API key of a role that may do everything. */
export default function outsider(http: Fetch, origin: string, token: string): Outsider {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    for (let attempt = 1; ; attempt++) {
      const answer = await http(`${origin}/rest/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (answer.status < 300) return JSON.parse(answer.text);
      if (answer.status !== 429 || attempt > 20) throw new Error(`${method} ${path.split('?')[0]}: ${answer.status} ${answer.text.slice(0, 200)}`);
      // the budget of the workspace is shared with whoever is under test
      await new Promise((wake) => { setTimeout(wake, 700); });
    }
  };

  const all = async <Row>(plural: string, filter: string, depth = 0): Promise<Row[]> => {
    const rows: Row[] = [];
    for (let after = ''; ;) {
      const page = await call('GET', `${plural}?filter=${encodeURIComponent(filter)}&depth=${depth}&limit=200${after}`) as List<Row>;
      rows.push(...page.data[plural] ?? []);
      if (!page.pageInfo.hasNextPage || page.pageInfo.endCursor === null) return rows;
      after = `&starting_after=${encodeURIComponent(page.pageInfo.endCursor)}`;
    }
  };

  const create = async (plural: string, name: string, body: unknown): Promise<string> => {
    const { data } = await call('POST', plural, body) as { data: Record<string, { id: string }> };
    const made = data[`create${name}`];
    if (!made) throw new Error(`create${name} is missing in the answer`);
    return made.id;
  };

  const read = async (id: string): Promise<Person> => (await call('GET', `people/${id}?depth=0`) as { data: { person: Person } }).data.person;
  const links = (plural: string, personId: string): Promise<Link[]> => all<Link>(plural, `targetPersonId[eq]:${personId}`, 1);
  const destroy = async (plural: string, id: string): Promise<void> => { await call('DELETE', `${plural}/${id}`); };

  return {
    async people() {
      const rows = await all<Person>('people', everybody);
      return rows.map(({ id, name, emails, jobTitle, deletedAt }) => ({
        id, firstName: name.firstName, lastName: name.lastName, emails: [emails.primaryEmail, ...emails.additionalEmails].filter((email) => email !== ''), title: jobTitle, deleted: deletedAt !== null,
      }));
    },
    createPerson: ({ firstName, lastName, email, title }) =>
      create('people', 'Person', { name: { firstName, lastName }, ...(email === undefined ? {} : { emails: { primaryEmail: email } }), ...(title === undefined ? {} : { jobTitle: title }) }),
    async editPerson(id, { title, email, firstName, lastName }) {
      // e-mails are written whole, or the additional ones would depend on the server's mood
      const emails = email === undefined ? {} : { emails: { primaryEmail: email, additionalEmails: (await read(id)).emails.additionalEmails } };
      const name = { ...(firstName === undefined ? {} : { firstName }), ...(lastName === undefined ? {} : { lastName }) };
      await call('PATCH', `people/${id}`, { ...emails, ...(title === undefined ? {} : { jobTitle: title }), ...(Object.keys(name).length > 0 ? { name } : {}) });
    },
    async deletePerson(id) { await call('DELETE', `people/${id}?soft_delete=true`); },
    destroyPerson: (id) => destroy('people', id),
    async mergePeople(keep, lose) { await call('PATCH', 'people/merge', { ids: [keep, lose], conflictPriorityIndex: 0 }); },
    async notes(personId) {
      const found = await links('noteTargets', personId);
      return found.flatMap(({ note }) => (note ? [[note.title, note.bodyV2?.markdown ?? ''].filter((part) => part !== '').join('\n')] : []));
    },
    async tasks(personId) {
      const found = await links('taskTargets', personId);
      return found.flatMap(({ task }) => (task ? [{ id: task.id, title: task.title, done: task.status === 'DONE' }] : []));
    },
    async completeTask(id) { await call('PATCH', `tasks/${id}`, { status: 'DONE' }); },
    async companies() {
      const rows = await all<{ id: string; name: string; deletedAt: string | null }>('companies', everybody);
      return rows.map(({ id, name, deletedAt }) => ({ id, name, deleted: deletedAt !== null }));
    },
    async cleanUp(marker) {
      const people = await all<Person>('people', `and(name.lastName[ilike]:"${marker}%",${everybody})`);
      for (const { id } of people.filter(({ name }) => name.lastName.startsWith(marker))) {
        for (const [plural, own] of [['noteTargets', 'noteId'], ['taskTargets', 'taskId']] as const) {
          const found = await all<Link>(plural, `and(targetPersonId[eq]:${id},${everybody})`);
          for (const owner of new Set(found.map((link) => (own === 'noteId' ? link.noteId : link.taskId)))) {
            if (typeof owner === 'string') await destroy(own === 'noteId' ? 'notes' : 'tasks', owner);
          }
        }
        await destroy('people', id);
      }
      const companies = await all<{ id: string; name: string }>('companies', `and(name[ilike]:"${marker}%",${everybody})`);
      for (const { id, name } of companies) if (name.startsWith(marker)) await destroy('companies', id);
    },
  };
}
