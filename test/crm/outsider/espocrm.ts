import type { Fetch, Outsider } from './outsider.ts';

type Answer = Record<string, unknown>;
const PAGE = 200;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const addresses = (record: Answer): { emailAddress: string; primary: boolean }[] => {
  const data = record['emailAddressData'];
  return Array.isArray(data) ? (data as Answer[]).map((item) => ({ emailAddress: text(item['emailAddress']), primary: item['primary'] === true })) : [];
};

/** Somebody with an API key of the same EspoCRM. Whoever gets a title there needs an account to have it at: without one the CRM loses it. */
export default function outsider(http: Fetch, origin: string, token: string): Outsider {
  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}, accept: readonly number[] = [200]): Promise<{ status: number; body: unknown }> {
    const { status, headers: said, text: read } = await http(`${origin}/api/v1/${path}`, {
      method, headers: { 'x-api-key': token, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!accept.includes(status)) throw new Error(`${method} ${path.replace(/\?.*$/, '')}: ${status} ${said['x-status-reason'] ?? ''}`);
    return { status, body: read === '' ? null : JSON.parse(read) };
  }
  const get = async (path: string): Promise<Answer> => (await call('GET', path)).body as Answer;

  /** All rows of a list, page by page, oldest first. */
  async function all(path: string, query: Record<string, string> = {}): Promise<Answer[]> {
    const rows: Answer[] = [];
    for (;;) {
      const asked = new URLSearchParams({ ...query, maxSize: String(PAGE), offset: String(rows.length), orderBy: 'createdAt', order: 'asc' });
      const page = (await get(`${path}?${asked.toString()}`))['list'] as Answer[];
      rows.push(...page);
      if (page.length < PAGE) return rows;
    }
  }
  const named = (attribute: string, marker: string): Record<string, string> => ({ 'where[0][type]': 'startsWith', 'where[0][attribute]': attribute, 'where[0][value]': marker, select: 'id' });

  /** An account of a name, made if there is none. */
  async function account(name: string): Promise<string> {
    const { status, body } = await call('POST', 'Account', { name }, {}, [200, 409]);
    return text((status === 409 ? (body as Answer[])[0] : (body as Answer))?.['id']);
  }

  async function fields(change: { firstName?: string; lastName?: string; email?: string; title?: string }, lastName: string, accountId: string): Promise<Answer> {
    const { email, title, ...names } = change;
    return {
      ...names, ...(email !== undefined && { emailAddress: email === '' ? null : email }),
      ...(title !== undefined && { title: title === '' ? null : title, ...(title !== '' && accountId === '' && { accountId: await account(`${lastName} employer`) }) }),
    };
  }

  async function remove(id: string): Promise<void> {
    await call('DELETE', `Contact/${id}`);
  }

  return {
    async people() {
      const found: Awaited<ReturnType<Outsider['people']>> = [];
      for (const row of await all('Contact', { select: 'id' })) {
        // a list has the primary address only
        const record = await get(`Contact/${text(row['id'])}`);
        const mails = addresses(record).sort((a, b) => Number(b.primary) - Number(a.primary));
        found.push({ id: text(record['id']), firstName: text(record['firstName']), lastName: text(record['lastName']), emails: mails.map(({ emailAddress }) => emailAddress), title: text(record['title']), deleted: false });
      }
      return found;
    },
    async createPerson(person) {
      const { body } = await call('POST', 'Contact', await fields(person, person.lastName, ''), { 'x-skip-duplicate-check': 'true' });
      return text((body as Answer)['id']);
    },
    async editPerson(id, change) {
      const old = change.title === undefined ? {} : await get(`Contact/${id}`);
      await call('PUT', `Contact/${id}`, await fields(change, change.lastName ?? text((old as Answer)['lastName']), text((old as Answer)['accountId'])));
    },
    deletePerson: remove,
    destroyPerson: remove,
    async mergePeople(keep, lose) {
      const own = addresses(await get(`Contact/${keep}`));
      const other = addresses(await get(`Contact/${lose}`)).filter(({ emailAddress }) => !own.some((mail) => mail.emailAddress.toLowerCase() === emailAddress.toLowerCase()));
      const emailAddressData = [...own, ...other.map((mail) => ({ ...mail, primary: own.length === 0 && mail.primary }))];
      await call('POST', 'Action', { entityType: 'Contact', id: keep, action: 'merge', data: { sourceIdList: [lose], attributes: emailAddressData.length > 0 ? { emailAddressData } : {} } });
    },
    async notes(personId) {
      const page = (await get(`Contact/${personId}/posts?maxSize=${PAGE}`))['list'] as Answer[];
      return page.map((note) => text(note['post']));
    },
    async tasks(personId) {
      return (await all(`Contact/${personId}/tasks`, { select: 'id,name,status' })).map((task) => ({ id: text(task['id']), title: text(task['name']), done: task['status'] === 'Completed' }));
    },
    async completeTask(id) {
      await call('PUT', `Task/${id}`, { status: 'Completed' });
    },
    async companies() {
      return (await all('Account', { select: 'id,name' })).map((row) => ({ id: text(row['id']), name: text(row['name']), deleted: false }));
    },
    async cleanUp(marker) {
      for (const person of await all('Contact', named('lastName', marker))) {
        const id = text(person['id']);
        for (const task of await all(`Contact/${id}/tasks`, { select: 'id' })) await call('DELETE', `Task/${text(task['id'])}`);
        for (const note of (await get(`Contact/${id}/posts?maxSize=${PAGE}`))['list'] as Answer[]) await call('DELETE', `Note/${text(note['id'])}`, undefined, {}, [200, 403]);
        await remove(id);
      }
      for (const company of await all('Account', named('name', marker))) await call('DELETE', `Account/${text(company['id'])}`);
    },
  };
}
