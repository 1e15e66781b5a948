import type { Fetch, Outsider } from './outsider.ts';

interface Person {
  id: number;
  name: string;
  first_name: string | null;
  last_name: string | null;
  emails?: { value: string; primary: boolean; label: string }[];
  job_title?: string | null;
  is_deleted: boolean;
}

interface Activity {
  id: number;
  subject: string;
  done: boolean;
}

interface Page<T> {
  data: T[] | null;
  additional_data?: { next_cursor?: string | null; pagination?: { more_items_in_collection: boolean; next_start?: number } };
}

/** Deleted ones are listed only to those who ask for changes. */
const EVER = encodeURIComponent('2000-01-01T00:00:00Z');

/** Somebody who works in a Pipedrive company with a user's token. Waits and asks again when told to slow down. */
export default function outsider(http: Fetch, origin: string, token: string): Outsider {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      const answer = await http(`${origin}${path}`, { method, headers: { 'x-api-token': token, accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      if (answer.status === 429 && attempt < 5) {
        await new Promise((done) => { setTimeout(done, 1000 * Number(answer.headers['x-ratelimit-reset'] ?? 2)); });
        continue;
      }
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
      return JSON.parse(answer.text) as T;
    }
  };
  const all = async <T>(path: string): Promise<T[]> => {
    const found: T[] = [];
    for (let cursor = ''; ;) {
      const page = await call<Page<T>>('GET', `${path}${path.includes('?') ? '&' : '?'}limit=500${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      found.push(...page.data ?? []);
      cursor = page.additional_data?.next_cursor ?? '';
      if (!cursor) return found;
    }
  };
  const notesOf = async (personId: string): Promise<{ id: number; content: string }[]> => {
    const found: { id: number; content: string }[] = [];
    for (let start = 0; ;) {
      const page = await call<Page<{ id: number; content: string }>>('GET', `/v1/notes?person_id=${personId}&start=${start}&limit=500`);
      found.push(...page.data ?? []);
      const pagination = page.additional_data?.pagination;
      if (!pagination?.more_items_in_collection) return found;
      start = pagination.next_start ?? start + 500;
    }
  };
  const activitiesOf = (personId: string): Promise<Activity[]> => all<Activity>(`/api/v2/activities?person_id=${personId}`);
  const writable = (person: { email?: string; title?: string }): object =>
    ({ ...(person.email === undefined ? {} : { emails: person.email === '' ? [] : [{ value: person.email, primary: true, label: 'work' }] }), ...(person.title === undefined ? {} : { job_title: person.title }) });
  const remove = async (path: string): Promise<void> => { await call('DELETE', path); };
  const deletePerson = (id: string): Promise<void> => remove(`/api/v2/persons/${id}`);

  return {
    people: async () => (await all<Person>(`/api/v2/persons?updated_since=${EVER}`)).map((person) => ({
      id: String(person.id), firstName: person.first_name ?? '', lastName: person.last_name ?? '', emails: (person.emails ?? []).map(({ value }) => value), title: person.job_title ?? '', deleted: person.is_deleted,
    })),
    createPerson: async (person) => String((await call<{ data: Person }>('POST', '/api/v2/persons', { name: `${person.firstName} ${person.lastName}`.trim(), ...writable(person) })).data.id),
    async editPerson(id, change) {
      const renamed = change.firstName !== undefined || change.lastName !== undefined;
      const known = renamed ? (await call<{ data: Person }>('GET', `/api/v2/persons/${id}`)).data : null;
      const name = known ? { name: `${change.firstName ?? known.first_name ?? ''} ${change.lastName ?? known.last_name ?? ''}`.trim() } : {};
      await call('PATCH', `/api/v2/persons/${id}`, { ...name, ...writable(change) });
    },
    deletePerson,
    destroyPerson: deletePerson,
    mergePeople: async (keep, lose) => { await call('PUT', `/v1/persons/${lose}/merge`, { merge_with_id: Number(keep) }); },
    notes: async (personId) => (await notesOf(personId)).map(({ content }) => content),
    tasks: async (personId) => (await activitiesOf(personId)).map(({ id, subject, done }) => ({ id: String(id), title: subject, done })),
    completeTask: async (id) => { await call('PATCH', `/api/v2/activities/${id}`, { done: true }); },
    companies: async () => (await all<{ id: number; name: string; is_deleted: boolean }>(`/api/v2/organizations?updated_since=${EVER}`)).map(({ id, name, is_deleted: deleted }) => ({ id: String(id), name, deleted })),
    async cleanUp(marker) {
      for (const person of await all<Person>('/api/v2/persons')) {
        // of a name of several words the API makes a last name of its own
        if (!(person.last_name ?? '').split(' ').some((word) => word.startsWith(marker))) continue;
        for (const { id } of await notesOf(String(person.id))) await remove(`/v1/notes/${id}`);
        for (const { id } of await activitiesOf(String(person.id))) await remove(`/api/v2/activities/${id}`);
        await deletePerson(String(person.id));
      }
      for (const { id, name } of await all<{ id: number; name: string }>('/api/v2/organizations')) if (name.startsWith(marker)) await remove(`/api/v2/organizations/${id}`);
    },
  };
}
