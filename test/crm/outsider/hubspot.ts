import type { Fetch, Outsider } from './outsider.ts';

interface Item {
  id: string;
  archived?: boolean;
  properties: Record<string, string | null>;
}

interface Page {
  results?: Item[];
  paging?: { next?: { after?: string } };
}

const ASKED = 'email,hs_additional_emails,firstname,lastname,jobtitle,name';

/** Somebody who works in a HubSpot account with a private app's token. Waits and asks again when told to slow down. */
export default function outsider(http: Fetch, origin: string, token: string): Outsider {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      const answer = await http(`${origin}${path}`, { method, headers: { authorization: `Bearer ${token}`, accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      if (answer.status === 429 && attempt < 5) {
        await new Promise((done) => { setTimeout(done, answer.text.includes('TEN_SECONDLY') ? 10_000 : 1000); });
        continue;
      }
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
      return (answer.text === '' ? null : JSON.parse(answer.text)) as T;
    }
  };
  const all = async (type: string, archived: boolean): Promise<Item[]> => {
    const found: Item[] = [];
    for (let after = ''; ;) {
      const page = await call<Page>('GET', `/crm/v3/objects/${type}?limit=100&properties=${ASKED}&archived=${archived}${after ? `&after=${encodeURIComponent(after)}` : ''}`);
      found.push(...page.results ?? []);
      const next = page.paging?.next?.after;
      if (!next) return found;
      after = next;
    }
  };
  const both = async (type: string): Promise<Item[]> => [...await all(type, false), ...await all(type, true)];
  const properties = (person: { firstName?: string; lastName?: string; email?: string; title?: string }): object => ({
    ...(person.firstName === undefined ? {} : { firstname: person.firstName }), ...(person.lastName === undefined ? {} : { lastname: person.lastName }),
    ...(person.email === undefined ? {} : { email: person.email }), ...(person.title === undefined ? {} : { jobtitle: person.title }),
  });
  const text = (item: Item, name: string): string => item.properties[name] ?? '';
  /** Notes or tasks of a person: through the links, because the search lags. */
  const linked = async (personId: string, type: 'notes' | 'tasks', names: string[]): Promise<Item[]> => {
    const ids: { id: string }[] = [];
    for (let after = ''; ;) {
      const page = await call<{ results: { toObjectId: string | number }[]; paging?: Page['paging'] }>('GET', `/crm/v4/objects/contacts/${personId}/associations/${type}?limit=500${after ? `&after=${encodeURIComponent(after)}` : ''}`);
      ids.push(...page.results.map(({ toObjectId }) => ({ id: String(toObjectId) })));
      after = page.paging?.next?.after ?? '';
      if (!after) break;
    }
    const found: Item[] = [];
    for (let from = 0; from < ids.length; from += 100) found.push(...(await call<Page>('POST', `/crm/v3/objects/${type}/batch/read`, { inputs: ids.slice(from, from + 100), properties: names })).results ?? []);
    return found;
  };
  const remove = (type: string, id: string): Promise<void> => call('DELETE', `/crm/v3/objects/${type}/${id}`);

  return {
    people: async () => (await both('contacts')).map((item) => ({
      id: item.id, firstName: text(item, 'firstname'), lastName: text(item, 'lastname'), emails: [text(item, 'email'), ...text(item, 'hs_additional_emails').split(';')].filter(Boolean), title: text(item, 'jobtitle'), deleted: item.archived === true,
    })),
    createPerson: async (person) => (await call<Item>('POST', '/crm/v3/objects/contacts', { properties: properties(person) })).id,
    editPerson: async (id, change) => { await call('PATCH', `/crm/v3/objects/contacts/${id}`, { properties: properties(change) }); },
    deletePerson: (id) => remove('contacts', id),
    destroyPerson: (id) => call('POST', '/crm/v3/objects/contacts/gdpr-delete', { objectId: id }),
    mergePeople: async (keep, lose) => { await call('POST', '/crm/v3/objects/contacts/merge', { primaryObjectId: keep, objectIdToMerge: lose }); },
    notes: async (personId) => (await linked(personId, 'notes', ['hs_note_body'])).map((item) => text(item, 'hs_note_body')),
    tasks: async (personId) => (await linked(personId, 'tasks', ['hs_task_subject', 'hs_task_status'])).map((item) => ({ id: item.id, title: text(item, 'hs_task_subject'), done: text(item, 'hs_task_status') === 'COMPLETED' })),
    completeTask: async (id) => { await call('PATCH', `/crm/v3/objects/tasks/${id}`, { properties: { hs_task_status: 'COMPLETED' } }); },
    companies: async () => (await both('companies')).map((item) => ({ id: item.id, name: text(item, 'name'), deleted: item.archived === true })),
    async cleanUp(marker) {
      for (const person of await all('contacts', false)) {
        if (!text(person, 'lastname').startsWith(marker)) continue;
        for (const type of ['notes', 'tasks'] as const) for (const { id } of await linked(person.id, type, [])) await remove(type, id);
        await remove('contacts', person.id);
      }
      for (const company of await all('companies', false)) if (text(company, 'name').startsWith(marker)) await remove('companies', company.id);
    },
  };
}
