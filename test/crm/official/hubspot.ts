import { Client } from '@hubspot/api-client';
import open from '../dialect/hubspot.ts';
import type { Way } from './repeat.ts';
import { walkAt, type Walked } from './walk.ts';

/** The records that both clients are given; ids are those that a fresh dialect server with `sameMeans` makes. */
export const PEOPLE = [1, 2, 3].map((n) => ({ key: `prospect-${n}`, firstName: 'Ada', lastName: `Sample ${n}`, email: `ada${n}@example.com`, title: 'CTO' }));
export const PULLED = ['email', 'firstname', 'lastname', 'jobtitle', 'external_key', 'lastmodifieddate', 'hs_merged_object_ids'];

/** What the server makes on the way. */
export interface Ids {
  people: string[];
  company: string;
  note: string;
  task: string;
  merged: string;
}

type EnumOf<T> = T extends { operator: infer O } ? O : never;
type Filter = NonNullable<Parameters<Client['crm']['contacts']['searchApi']['doSearch']>[0]['filterGroups']>[number]['filters'][number];

const properties = ({ key, firstName, lastName, email, title }: (typeof PEOPLE)[number]): Record<string, string> => ({ firstname: firstName, lastname: lastName, email, jobtitle: title, external_key: key });

/** Lets the official client do, one after the other, all that a connector does, and notes each request. */
export function walk(): Promise<Walked<Ids>> {
  return walkAt(open, async ({ origin, as, wait }) => {
    const operator = (name: string): EnumOf<Filter> => name as EnumOf<Filter>;
    const client = new Client({ accessToken: '<token>', basePath: origin, numberOfApiCallRetries: 0 });
    const { crm } = client;
    const key = (groupName: string): Parameters<typeof crm.properties.coreApi.create>[1] => ({ hidden: true, description: 'Key of the record', label: 'External key', type: 'string', formField: false, groupName, name: 'external_key', hasUniqueValue: true, fieldType: 'text' } as Parameters<typeof crm.properties.coreApi.create>[1]);
    await as('describe contacts', crm.properties.coreApi.getAll('contacts', false));
    await as('create contact key', crm.properties.coreApi.create('contacts', key('contactinformation')));
    await as('look for contact key', crm.properties.coreApi.getByName('contacts', 'external_key'));
    await as('create company key', crm.properties.coreApi.create('companies', key('companyinformation')));
    await as('owners', crm.owners.ownersApi.getPage(undefined, undefined, 100, false));

    const companies = await as('upsert companies', crm.companies.batchApi.upsert({ inputs: [{ idProperty: 'external_key', id: 'company-1', properties: { name: 'Sample GmbH', domain: 'sample.example', external_key: 'company-1' } }] }));
    const company = companies.results[0]!.id;
    await as('upsert people', crm.contacts.batchApi.upsert({ inputs: PEOPLE.map((person) => ({ idProperty: 'external_key', id: person.key, properties: properties(person), objectWriteTraceId: person.key })) }));
    const read = await as('read people by key', crm.contacts.batchApi.read({ propertiesWithHistory: [], idProperty: 'external_key', inputs: PEOPLE.map(({ key: id }) => ({ id })), properties: PULLED }));
    const people = PEOPLE.map(({ key: wanted }) => read.results.find((one) => one.properties['external_key'] === wanted)!.id);
    const [first, second, third] = people as [string, string, string];
    await as('read people by id', crm.contacts.batchApi.read({ propertiesWithHistory: [], inputs: people.map((id) => ({ id })), properties: PULLED }));
    await as('read person', crm.contacts.basicApi.getById(first, ['email', 'external_key'], undefined, ['companies'], false));
    await as('update person', crm.contacts.basicApi.update(first, { properties: { jobtitle: 'CEO' } }));
    await as('clear a field', crm.contacts.basicApi.update(first, { properties: { jobtitle: '' } }));
    await as('update people', crm.contacts.batchApi.update({ inputs: [{ id: first, properties: { jobtitle: 'CEO' } }, { id: second, properties: { jobtitle: 'CFO' } }] }));
    await as('create person', crm.contacts.basicApi.create({ properties: { firstname: 'Bob', lastname: 'Sample', email: 'bob@example.com' }, associations: [] }));

    await as('link company', crm.associations.v4.basicApi.createDefault('contacts', first, 'companies', company));
    await as('link companies', crm.associations.v4.batchApi.createDefault('contacts', 'companies', { inputs: [first, second].map((id) => ({ _from: { id }, to: { id: company } })) }));
    await as('companies of a person', crm.associations.v4.basicApi.getPage('contacts', first, 'companies', undefined, 500));
    await as('companies of people', crm.associations.v4.batchApi.getPage('contacts', 'companies', { inputs: [{ id: first }, { id: second }] }));
    await as('unlink company', crm.associations.v4.basicApi.archive('contacts', first, 'companies', company));

    const hangingOn = (id: string, associationTypeId: number): { to: { id: string }; types: never[] }[] => [{ to: { id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }] as never[] }];
    const note = await as('create note', crm.objects.notes.basicApi.create({ properties: { hs_timestamp: '2026-01-05T09:00:00.000Z', hs_note_body: '<p>Talked</p>' }, associations: hangingOn(first, 202) }));
    await as('create notes', crm.objects.notes.batchApi.create({ inputs: [{ properties: { hs_timestamp: '2026-01-05T09:00:00.000Z', hs_note_body: 'Wrote' }, associations: hangingOn(second, 202) }] }));
    const task = await as('create task', crm.objects.tasks.basicApi.create({ properties: { hs_timestamp: '2026-02-01T09:00:00.000Z', hs_task_subject: 'Call Ada', hs_task_body: 'about the offer', hs_task_status: 'NOT_STARTED', hs_task_type: 'CALL' }, associations: hangingOn(first, 204) }));
    await as('create tasks', crm.objects.tasks.batchApi.create({ inputs: [{ properties: { hs_timestamp: '2026-02-01T09:00:00.000Z', hs_task_subject: 'Write', hs_task_status: 'NOT_STARTED' }, associations: hangingOn(second, 204) }] }));
    await as('complete task', crm.objects.tasks.basicApi.update(task.id, { properties: { hs_task_status: 'COMPLETED' } }));
    await as('complete tasks', crm.objects.tasks.batchApi.update({ inputs: [{ id: task.id, properties: { hs_task_status: 'COMPLETED' } }] }));

    wait(10_000);
    const since = (propertyName: string): { filters: Filter[] }[] => [{ filters: [{ propertyName, operator: operator('GTE'), value: '1767603600000' }] }];
    await as('pull people', crm.contacts.searchApi.doSearch({ limit: 200, after: '0', sorts: ['lastmodifieddate'], properties: PULLED, filterGroups: since('lastmodifieddate') }));
    await as('pull companies', crm.companies.searchApi.doSearch({ limit: 200, after: '0', sorts: ['hs_lastmodifieddate'], properties: ['name', 'domain', 'external_key'], filterGroups: since('hs_lastmodifieddate') }));
    await as('pull tasks', crm.objects.tasks.searchApi.doSearch({ limit: 200, after: '0', sorts: ['hs_lastmodifieddate'], properties: ['hs_task_subject', 'hs_task_status'], filterGroups: since('hs_lastmodifieddate') }));
    await as('find by e-mail', crm.contacts.searchApi.doSearch({ limit: 100, after: '0', sorts: [], properties: ['email', 'external_key'], filterGroups: [{ filters: [{ propertyName: 'email', operator: operator('IN'), values: PEOPLE.map(({ email }) => email) }] }] }));
    await as('notes of a person', crm.objects.notes.searchApi.doSearch({ limit: 100, after: '0', sorts: [], properties: ['hs_note_body'], filterGroups: [{ filters: [{ propertyName: 'associations.contact', operator: operator('EQ'), value: first }] }] }));
    await as('list', crm.contacts.basicApi.getPage(100, undefined, PULLED, undefined, undefined, false));

    const merged = await as('merge', crm.contacts.basicApi.merge({ primaryObjectId: first, objectIdToMerge: second }));
    await as('archive person', crm.contacts.basicApi.archive(third));
    await as('archive people', crm.contacts.batchApi.archive({ inputs: [{ id: third }] }));
    await as('list archived', crm.contacts.basicApi.getPage(100, undefined, ['external_key'], undefined, undefined, true));
    const list = await as('create list', crm.lists.listsApi.create({ objectTypeId: '0-1', processingType: 'MANUAL', name: 'Prospects' }));
    await as('change list', crm.lists.membershipsApi.addAndRemove(list.list.listId, { recordIdsToAdd: [merged.id], recordIdsToRemove: [] }));
    await as('members of list', crm.lists.membershipsApi.getPage(list.list.listId, undefined, undefined, 100));
    await as('who am I', client.apiRequest({ method: 'GET', path: '/account-info/v3/details' }));
    return { people, company, note: note.id, task: task.id, merged: merged.id };
  });
}

export const clientAt = (origin: string): Client => new Client({ accessToken: '<token>', basePath: origin, numberOfApiCallRetries: 0 });

/** The three interfaces that the client has for each type of object. */
const objectsOf = ({ crm }: Client, type: string): any => ({ contacts: crm.contacts, companies: crm.companies, notes: crm.objects.notes, tasks: crm.objects.tasks })[type]; // oxlint-disable-line typescript/no-explicit-any -- four generated classes of one shape
const underscored = ({ inputs }: { inputs: { from?: unknown }[] }): any => ({ inputs: inputs.map(({ from, ...one }) => (from ? { _from: from, ...one } : one)) }); // oxlint-disable-line typescript/no-explicit-any -- the client's own name for `from`

/** The client's method for each request of ours. */
export const WAYS: Way<Client>[] = [
  ['GET', /^\/account-info\/v3\/details$/, (client) => client.apiRequest({ method: 'GET', path: '/account-info/v3/details' })],
  ['GET', /^\/crm\/v3\/properties\/(\w+)$/, ({ crm }, [type], query) => crm.properties.coreApi.getAll(type!, query.has('archived') ? query.get('archived') === 'true' : undefined)],
  ['GET', /^\/crm\/v3\/properties\/(\w+)\/(\w+)$/, ({ crm }, [type, name]) => crm.properties.coreApi.getByName(type!, name!)],
  ['POST', /^\/crm\/v3\/properties\/(\w+)$/, ({ crm }, [type], _query, body) => crm.properties.coreApi.create(type!, body)],
  ['GET', /^\/crm\/v3\/objects\/(\w+)$/, (client, [type], query) => objectsOf(client, type!).basicApi.getPage(Number(query.get('limit')), query.get('after') ?? undefined, query.has('properties') ? query.getAll('properties') : undefined, undefined, undefined, query.has('archived') ? query.get('archived') === 'true' : undefined)],
  ['POST', /^\/crm\/v3\/objects\/(\w+)\/batch\/(create|read|update|archive)$/, (client, [type, action], _query, body) => objectsOf(client, type!).batchApi[action!](body)],
  ['POST', /^\/crm\/v3\/objects\/(\w+)\/search$/, (client, [type], _query, body) => objectsOf(client, type!).searchApi.doSearch(body)],
  ['POST', /^\/crm\/v4\/associations\/(\w+)\/(\w+)\/batch\/read$/, ({ crm }, [from, to], _query, body) => crm.associations.v4.batchApi.getPage(from!, to!, body)],
  ['POST', /^\/crm\/v4\/associations\/(\w+)\/(\w+)\/batch\/(create|archive)$/, ({ crm }, [from, to, action], _query, body) => crm.associations.v4.batchApi[action as 'create'](from!, to!, underscored(body))],
];
