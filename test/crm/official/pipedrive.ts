import { ActivitiesApi, Configuration, OrganizationFieldsApi, OrganizationsApi, PersonFieldsApi, PersonsApi } from 'pipedrive/v2';
import { Configuration as OldConfiguration, NotesApi, PersonsApi as OldPersonsApi, UsersApi } from 'pipedrive/v1';
import open from '../dialect/pipedrive.ts';
import type { Way } from './repeat.ts';
import { walkAt, type Walked } from './walk.ts';

/** What the server makes on the way. */
export interface Ids {
  field: string;
  people: number[];
  company: number;
  note: number;
  task: number;
}

const SINCE = '2026-01-05T08:00:00Z';

/** Lets the official client do, one after the other, all that a connector does, and notes each request. */
export function walk(): Promise<Walked<Ids>> {
  return walkAt(open, async ({ origin, as, wait }) => {
    const now = new Configuration({ apiKey: '<token>', basePath: `${origin}/api/v2` });
    const before = new OldConfiguration({ apiKey: '<token>', basePath: `${origin}/v1` });
    const [persons, organizations, activities, fields] = [new PersonsApi(now), new OrganizationsApi(now), new ActivitiesApi(now), new PersonFieldsApi(now)];
    const [notes, oldPersons, users] = [new NotesApi(before), new OldPersonsApi(before), new UsersApi(before)];
    await as('who am I', users.getCurrentUser());
    await as('owners', users.getUsers());
    await as('describe people', fields.getPersonFields({ limit: 500 }));
    const field = (await as('create key', fields.addPersonField({ AddPersonFieldRequest: { field_name: 'External key', field_type: 'varchar' } }))).data!.field_code!;

    const company = (await as('create company', organizations.addOrganization({ AddOrganizationRequest: { name: 'Sample GmbH' } }))).data!.id!;
    await as('update company', organizations.updateOrganization({ id: company, UpdateOrganizationRequest: { name: 'Sample AG' } }));
    const people: number[] = [];
    for (const n of [1, 2]) {
      people.push((await as('create person', persons.addPerson({ AddPersonRequest: { name: `Ada Sample ${n}`, emails: [{ value: `ada${n}@example.com`, primary: true, label: 'work' }], job_title: 'CTO', custom_fields: { [field]: `prospect-${n}` } } }))).data!.id!);
    }
    const [first, second] = people as [number, number];
    await as('update person', persons.updatePerson({ id: first, UpdatePersonRequest: { job_title: 'CEO' } }));
    await as('link company', persons.updatePerson({ id: first, UpdatePersonRequest: { org_id: company } }));
    await as('read person', persons.getPerson({ id: first }));
    await as('read people', persons.getPersons({ ids: people.join(','), limit: 100 }));

    const note = (await as('create note', notes.addNote({ AddNoteRequest: { content: '<p>Talked</p>', person_id: first } }))).data!.id!;
    await as('update note', notes.updateNote({ id: note, NoteRequest: { content: 'Talked' } }));
    await as('notes of a person', notes.getNotes({ person_id: first, start: 0, limit: 100, sort: 'update_time ASC', updated_since: SINCE }));
    const task = (await as('create task', activities.addActivity({ AddActivityRequest: { subject: 'Call Ada', type: 'task', due_date: '2026-02-01', due_time: '09:00', participants: [{ person_id: first, primary: true }], note: 'about the offer' } }))).data!.id!;
    await as('complete task', activities.updateActivity({ id: task, AddActivityRequest: { done: true } }));
    await as('tasks of a person', activities.getActivities({ person_id: first, updated_since: SINCE, sort_by: 'update_time', sort_direction: 'asc', limit: 100 }));

    wait(10_000);
    await as('find by e-mail', persons.searchPersons({ term: 'ada1@example.com', fields: 'email', exact_match: true, limit: 10 }));
    await as('find by key', persons.searchPersons({ term: 'prospect-1', fields: 'custom_fields', exact_match: true, limit: 10 }));
    await as('find company', organizations.searchOrganization({ term: 'Sample AG', fields: 'name', exact_match: true, limit: 10 }));
    const page = await as('pull people', persons.getPersons({ updated_since: SINCE, sort_by: 'update_time', sort_direction: 'asc', limit: 1 }));
    await as('pull more people', persons.getPersons({ updated_since: SINCE, sort_by: 'update_time', sort_direction: 'asc', limit: 1, cursor: page.additional_data!.next_cursor! }));
    await as('pull companies', organizations.getOrganizations({ updated_since: SINCE, sort_by: 'update_time', sort_direction: 'asc', limit: 500 }));
    await as('pull tasks', activities.getActivities({ updated_since: SINCE, sort_by: 'update_time', sort_direction: 'asc', limit: 500 }));

    await as('merge', oldPersons.mergePersons({ id: second, MergePersonsRequest: { merge_with_id: first } }));
    await as('delete note', notes.deleteNote({ id: note }));
    await as('delete task', activities.deleteActivity({ id: task }));
    await as('delete person', persons.deletePerson({ id: first }));
    await as('delete company', organizations.deleteOrganization({ id: company }));
    return { field, people, company, note, task };
  });
}

interface Apis { persons: PersonsApi; organizations: OrganizationsApi; activities: ActivitiesApi; personFields: PersonFieldsApi; organizationFields: OrganizationFieldsApi; notes: NotesApi; users: UsersApi }

export function clientAt(origin: string): Apis {
  const now = new Configuration({ apiKey: '<token>', basePath: `${origin}/api/v2` });
  const before = new OldConfiguration({ apiKey: '<token>', basePath: `${origin}/v1` });
  return { persons: new PersonsApi(now), organizations: new OrganizationsApi(now), activities: new ActivitiesApi(now), personFields: new PersonFieldsApi(now), organizationFields: new OrganizationFieldsApi(now), notes: new NotesApi(before), users: new UsersApi(before) };
}

/** A query as the client takes it: numbers and yes or no by their kind. */
const asked = (query: URLSearchParams): any => Object.fromEntries([...query].map(([name, value]) => [name, /^(limit|start|person_id)$/.test(name) ? Number(value) : value === 'true' || value === 'false' ? value === 'true' : value])); // oxlint-disable-line typescript/no-explicit-any -- as the client's generated types have it

/** The client's method for each request of ours. */
export const WAYS: Way<Apis>[] = [
  ['GET', /^\/v1\/users\/me$/, ({ users }) => users.getCurrentUser()],
  ['GET', /^\/api\/v2\/personFields$/, ({ personFields }, _found, query) => personFields.getPersonFields(asked(query))],
  ['GET', /^\/api\/v2\/organizationFields$/, ({ organizationFields }, _found, query) => organizationFields.getOrganizationFields(asked(query))],
  ['POST', /^\/api\/v2\/personFields$/, ({ personFields }, _found, _query, body) => personFields.addPersonField({ AddPersonFieldRequest: body })],
  ['POST', /^\/api\/v2\/organizationFields$/, ({ organizationFields }, _found, _query, body) => organizationFields.addOrganizationField({ AddOrganizationFieldRequest: body })],
  ['GET', /^\/api\/v2\/persons$/, ({ persons }, _found, query) => persons.getPersons(asked(query))],
  ['GET', /^\/api\/v2\/organizations$/, ({ organizations }, _found, query) => organizations.getOrganizations(asked(query))],
  ['GET', /^\/api\/v2\/activities$/, ({ activities }, _found, query) => activities.getActivities(asked(query))],
  ['GET', /^\/api\/v2\/persons\/search$/, ({ persons }, _found, query) => persons.searchPersons(asked(query))],
  ['GET', /^\/api\/v2\/organizations\/search$/, ({ organizations }, _found, query) => organizations.searchOrganization(asked(query))],
  ['POST', /^\/api\/v2\/persons$/, ({ persons }, _found, _query, body) => persons.addPerson({ AddPersonRequest: body })],
  ['POST', /^\/api\/v2\/organizations$/, ({ organizations }, _found, _query, body) => organizations.addOrganization({ AddOrganizationRequest: body })],
  ['POST', /^\/api\/v2\/activities$/, ({ activities }, _found, _query, body) => activities.addActivity({ AddActivityRequest: body })],
  ['PATCH', /^\/api\/v2\/persons\/(\d+)$/, ({ persons }, [id], _query, body) => persons.updatePerson({ id: Number(id), UpdatePersonRequest: body })],
  ['PATCH', /^\/api\/v2\/organizations\/(\d+)$/, ({ organizations }, [id], _query, body) => organizations.updateOrganization({ id: Number(id), UpdateOrganizationRequest: body })],
  ['PATCH', /^\/api\/v2\/activities\/(\d+)$/, ({ activities }, [id], _query, body) => activities.updateActivity({ id: Number(id), AddActivityRequest: body })],
  ['DELETE', /^\/api\/v2\/persons\/(\d+)$/, ({ persons }, [id]) => persons.deletePerson({ id: Number(id) })],
  ['DELETE', /^\/api\/v2\/activities\/(\d+)$/, ({ activities }, [id]) => activities.deleteActivity({ id: Number(id) })],
  ['GET', /^\/v1\/notes$/, ({ notes }, _found, query) => notes.getNotes(asked(query))],
  ['GET', /^\/v1\/notes\/(\d+)$/, ({ notes }, [id]) => notes.getNote({ id: Number(id) })],
  ['POST', /^\/v1\/notes$/, ({ notes }, _found, _query, body) => notes.addNote({ AddNoteRequest: body })],
  ['PUT', /^\/v1\/notes\/(\d+)$/, ({ notes }, [id], _query, body) => notes.updateNote({ id: Number(id), NoteRequest: body })],
  ['DELETE', /^\/v1\/notes\/(\d+)$/, ({ notes }, [id]) => notes.deleteNote({ id: Number(id) })],
];
