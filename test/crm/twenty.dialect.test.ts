import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import openTwenty from './dialect/twenty.ts';

interface Person {
  id: string;
  updatedAt: string;
  deletedAt: string | null;
  externalKey: string;
  jobTitle: string;
  name: { firstName: string; lastName: string };
}

function workspace() {
  const clock = { now: Date.UTC(2026, 0, 5, 9) };
  let seed = 1;
  const dialect = openTwenty({ now: () => clock.now, random: () => (seed = (seed * 16807) % 2147483647) / 2147483647 });
  const send = (method: string, path: string, body?: unknown, token = '<token>', type = 'application/json') => {
    const headers: Record<string, string> = { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { 'content-type': type }) };
    return dialect.handle({ method, path, headers, body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body) });
  };
  /** The same, at a pace that the rate limit never stops; gives the parsed body. */
  const call = (method: string, path: string, body?: unknown) => {
    clock.now += 600;
    const answer = send(method, path, body);
    return { status: answer.status, body: JSON.parse(answer.body) };
  };
  const people = (query = ''): Person[] => call('GET', `/rest/people?${query}`).body.data.people;
  const make = (body: unknown): Person => call('POST', '/rest/people', body).body.data.createPerson;
  return { clock, dialect, send, call, people, make };
}

const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ externalKey: `key-${at}`, name: { firstName: 'Bulk', lastName: `Example ${at}` } }));
const filter = (text: string) => `filter=${encodeURIComponent(text)}`;

describe('the rate limit', () => {
  const status = ({ send }: ReturnType<typeof workspace>, token?: string) => send('GET', '/rest/people?limit=1', undefined, token).status;

  it('lets a hundred requests through, a batch counting as one, and then says nothing about when to come again', () => {
    const crm = workspace();
    expect(crm.send('POST', '/rest/batch/people', rows(200)).status).toBe(201);
    expect(Array.from({ length: 99 }, () => status(crm))).toEqual(Array.from({ length: 99 }, () => 200));
    const refused = crm.send('POST', '/rest/people', {});
    expect([refused.status, JSON.parse(refused.body).messages]).toEqual([429, ['Limit reached (100 tokens per 60000 ms)']]);
    expect(refused.headers).not.toHaveProperty('retry-after');
    crm.clock.now += 600;
    expect(JSON.parse(crm.send('GET', '/rest/people?limit=1').body).totalCount).toBe(200);
  });

  it('gives back whole tokens for the time since the last request that was let through', () => {
    const crm = workspace();
    for (let at = 0; at < 100; at++) status(crm);
    const paced = (gap: number) => Array.from({ length: 6 }, () => {
      crm.clock.now += gap;
      return status(crm);
    });
    expect(paced(620)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(paced(400)).toEqual([429, 200, 429, 200, 429, 200]);
    crm.clock.now += 1800;
    expect([1, 2, 3, 4].map(() => status(crm))).toEqual([200, 200, 200, 429]);
  });

  it('is shared with GraphQL, which says it with status 200, but not with the description of the data', () => {
    const crm = workspace();
    for (let at = 0; at < 100; at++) status(crm);
    const answer = crm.send('POST', '/graphql', { query: '{people(first:1){edges{node{id}}}}' });
    expect([answer.status, JSON.parse(answer.body).data, JSON.parse(answer.body).errors[0].extensions.subCode]).toEqual([200, { people: null }, 'LIMIT_REACHED']);
    expect(crm.send('POST', '/metadata', { query: '{currentWorkspace{id}}' }).body).toContain('"data"');
    expect(crm.send('GET', '/rest/metadata/objects?limit=1').status).toBe(200);
  });

  it('is forgotten by a reset', () => {
    const crm = workspace();
    for (let at = 0; at < 101; at++) status(crm);
    crm.dialect.reset();
    expect(status(crm)).toBe(200);
  });
});

describe('limits of size', () => {
  it('takes 200 rows at once and refuses 201', () => {
    const { call } = workspace();
    expect(call('POST', '/rest/batch/people?upsert=true', rows(201))).toMatchObject({ status: 400, body: { messages: ['Maximum number of records to upsert is 200.'] } });
    expect(call('POST', '/rest/batch/people?upsert=true', rows(200)).body.data.createPeople).toHaveLength(200);
  });

  it('gives 200 rows where 1,000 are asked for, and 60 where nothing is asked', () => {
    const { call, people } = workspace();
    call('POST', '/rest/batch/people', rows(200));
    call('POST', '/rest/batch/people', rows(210).slice(200));
    expect([people('limit=1000').length, people().length]).toEqual([200, 60]);
  });

  it('changes at most 100 records by a filter', () => {
    const { call } = workspace();
    call('POST', '/rest/batch/people', rows(101));
    expect(call('PATCH', `/rest/people?${filter('name.firstName[eq]:Bulk')}`, { jobTitle: 'x' }).status).toBe(400);
  });

  it('answers a body of more than ten megabytes with 500', () => {
    expect(workspace().send('POST', '/rest/people', `{"jobTitle":"${'x'.repeat(11_000_000)}"}`).status).toBe(500);
  });
});

describe('simultaneous requests', () => {
  it('can refuse an upsert as a duplicate, once, when another made the record first', () => {
    const { call, dialect, people } = workspace();
    call('POST', '/rest/people?upsert=true', { externalKey: 'k', jobTitle: 'first' });
    dialect.force('upsert-loses');
    expect(call('POST', '/rest/people?upsert=true', { externalKey: 'k', jobTitle: 'second' })).toMatchObject({ status: 400, body: { messages: ['A duplicate entry was detected'] } });
    expect(people().map(({ jobTitle }) => jobTitle)).toEqual(['first']);
    expect(call('POST', '/rest/people?upsert=true', { externalKey: 'k', jobTitle: 'second' }).status).toBe(201);
  });

  it('can run the link before the note of the same GraphQL request', () => {
    const { call, dialect, make } = workspace();
    const { id } = make({});
    const query = 'mutation($n:NoteCreateInput!,$t:NoteTargetCreateInput!){createNote(data:$n,upsert:true){id} createNoteTarget(data:$t,upsert:true){noteId targetPersonId}}';
    const variables = (at: number) => ({ n: { id: `00000000-0000-4000-8000-00000000000${at}`, title: 'x' }, t: { noteId: `00000000-0000-4000-8000-00000000000${at}`, targetPersonId: id } });
    dialect.force('link-before-note');
    const failed = call('POST', '/graphql', { query, variables: variables(1) }).body;
    expect(failed).toMatchObject({ data: { createNoteTarget: null, createNote: { id: variables(1).n.id } }, errors: [{ message: expect.stringContaining('foreign key') }] });
    expect(call('POST', '/graphql', { query, variables: variables(2) }).body).toEqual({ data: { createNote: { id: variables(2).n.id }, createNoteTarget: { noteId: variables(2).n.id, targetPersonId: id } } });
  });

  it('knows no other race', () => {
    expect(() => { workspace().dialect.force('nonsense'); }).toThrow('no such race');
  });
});

describe('records', () => {
  it('names the holder of a unique value in GraphQL only', () => {
    const { call, make } = workspace();
    const { id } = make({ emails: { primaryEmail: 'ada@example.com' } });
    const answer = call('POST', '/graphql', { query: 'mutation($d:PersonCreateInput!){createPerson(data:$d){id}}', variables: { d: { emails: { primaryEmail: 'ADA@example.com' } } } });
    expect(answer.body.errors[0].extensions).toMatchObject({ conflictingRecordId: id, conflictingObjectNameSingular: 'person' });
  });

  it('keeps a batch out as a whole when its last row is bad', () => {
    const { call, people } = workspace();
    call('POST', '/rest/people', { externalKey: 'key-0', jobTitle: 'before' });
    expect(call('POST', '/rest/batch/people?upsert=true', [{ externalKey: 'key-0', jobTitle: 'after' }, { externalKey: 'key-1', companyId: '00000000-0000-4000-8000-000000000999' }]).status).toBe(400);
    expect(people().map(({ jobTitle }) => jobTitle)).toEqual(['before']);
  });

  it('takes a new unique field at once, for records that are there already too', () => {
    const { call, make, people } = workspace();
    make({ externalKey: 'a' });
    const { data } = call('GET', '/rest/metadata/objects?limit=100').body as { data: { id: string; nameSingular: string }[] };
    const objectMetadataId = data.find((object) => object.nameSingular === 'person')!.id;
    const field = { objectMetadataId, type: 'TEXT', name: 'ourKey', label: 'Our key', isUnique: true };
    expect(call('POST', '/rest/metadata/fields', field)).toMatchObject({ status: 201, body: { name: 'ourKey', isUnique: true } });
    expect(call('POST', '/rest/metadata/fields', field)).toMatchObject({ status: 400, body: { errors: { fieldMetadata: [{ errors: [{ code: 'NOT_AVAILABLE' }] }] } } });
    expect(people()[0]).toMatchObject({ ourKey: '' });
    expect([1, 2].map(() => call('POST', '/rest/people?upsert=true', { ourKey: 'x' }).body.data.createPerson.id).every((id, _, all) => id === all[0])).toBe(true);
  });

  it('has the links of a deleted person go and come back with the person', () => {
    const { call, make } = workspace();
    const { id } = make({});
    const note = call('POST', '/rest/notes', { title: 'x' }).body.data.createNote.id;
    call('POST', '/rest/noteTargets', { noteId: note, targetPersonId: id });
    const links = () => call('GET', `/rest/noteTargets?${filter(`noteId[eq]:${note}`)}`).body.totalCount;
    call('DELETE', `/rest/people/${id}?soft_delete=true`);
    expect(links()).toBe(0);
    call('PATCH', `/rest/restore/people?${filter(`id[eq]:${id}`)}`);
    expect(links()).toBe(1);
  });

  it('parts a quoted value at its comma in a list, and counts brackets even in quotes', () => {
    const { call, make, people } = workspace();
    make({ jobTitle: 'a,b' });
    expect(people(filter('jobTitle[eq]:"a,b"'))).toHaveLength(1);
    expect(people(filter('jobTitle[in]:["a,b"]'))).toHaveLength(0);
    expect(call('GET', `/rest/people?${filter('jobTitle[eq]:"a(b"')}`).status).toBe(400);
  });
});

describe('paging by time', () => {
  it('shows every record that stays, whatever is written between two pages', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(29), fc.boolean()), { maxLength: 20 }), fc.integer({ min: 1, max: 7 }), (changes, limit) => {
      const { call } = workspace();
      const ids: string[] = call('POST', '/rest/batch/people', rows(30)).body.data.createPeople.map(({ id }: Person) => id);
      const seen = new Map<string, string>();
      const gone = new Set<string>();
      let pages = 0;
      for (let after = '', more = true; more;) {
        expect(++pages).toBeLessThan(100);
        const { data, pageInfo } = call('GET', `/rest/people?${filter('updatedAt[gte]:2020-01-01T00:00:00.000Z')}&order_by=updatedAt&limit=${limit}${after}`).body;
        for (const person of data.people as Person[]) seen.set(person.id, person.jobTitle);
        [after, more] = [`&starting_after=${encodeURIComponent(pageInfo.endCursor)}`, pageInfo.hasNextPage];
        const change = changes.pop();
        if (!change) continue;
        const id = ids[change[0]]!;
        if (change[1]) gone.add(id);
        call(change[1] ? 'DELETE' : 'PATCH', `/rest/people/${id}${change[1] ? '?soft_delete=true' : ''}`, change[1] ? undefined : { jobTitle: `changed ${changes.length}` });
      }
      expect(ids.filter((id) => !seen.has(id) && !gone.has(id))).toEqual([]);
    }), { numRuns: 50 });
  });

  it('counts as many records as a filter finds, after any writes', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('create', 'rename', 'delete', 'destroy', 'restore'), fc.nat(9)), { maxLength: 30 }), (steps) => {
      const { call } = workspace();
      const ids: string[] = [];
      for (const [step, at] of steps) {
        const id = ids[at % Math.max(1, ids.length)];
        if (step === 'create') ids.push(call('POST', '/rest/people', { jobTitle: `title ${at % 3}` }).body.data.createPerson.id);
        else if (id === undefined) continue;
        else if (step === 'rename') call('PATCH', `/rest/people/${id}`, { jobTitle: `title ${at % 3}` });
        else if (step === 'restore') call('PATCH', `/rest/restore/people?${filter(`id[eq]:${id}`)}`);
        else call('DELETE', `/rest/people/${id}${step === 'delete' ? '?soft_delete=true' : ''}`);
        const { data, totalCount } = call('GET', `/rest/people?${filter('jobTitle[eq]:"title 1"')}`).body;
        expect(totalCount).toBe(data.people.length);
      }
    }), { numRuns: 50 });
  });
});

describe('sign-in', () => {
  const verifier = 'v'.repeat(50);
  const redirect = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

  it('leads from registration to a token that is not limited, expires, and is refreshed', () => {
    const { send, clock } = workspace();
    const post = (path: string, fields: Record<string, string>) => JSON.parse(send('POST', path, form(fields), '', 'application/x-www-form-urlencoded').body);
    const client = JSON.parse(send('POST', '/oauth/register', { client_name: 'Example', redirect_uris: [redirect] }, '').body).client_id as string;
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const consent = send('GET', `/authorize?${form({ client_id: client, response_type: 'code', redirect_uri: redirect, code_challenge: challenge, code_challenge_method: 'S256', state: 's' })}`, undefined, '');
    expect(consent.status).toBe(302);
    const { searchParams } = new URL(consent.headers['location']!);
    expect(searchParams.get('state')).toBe('s');
    const exchange = { grant_type: 'authorization_code', code: searchParams.get('code')!, redirect_uri: redirect, client_id: client };
    expect(post('/oauth/token', { ...exchange, code_verifier: 'wrong' }).error).toBe('invalid_grant');
    const first = post('/oauth/token', { ...exchange, code_verifier: verifier });
    expect(first).toMatchObject({ token_type: 'Bearer', expires_in: 1800 });
    expect(post('/oauth/token', { ...exchange, code_verifier: verifier }).error_description).toContain('already been used');
    for (let at = 0; at < 130; at++) expect(send('GET', '/rest/people', undefined, first.access_token).status).toBe(200);
    clock.now += 1_800_000;
    expect(JSON.parse(send('GET', '/rest/people', undefined, first.access_token).body).messages).toEqual(['Token has expired.']);
    const second = post('/oauth/token', { grant_type: 'refresh_token', refresh_token: first.refresh_token, client_id: client });
    expect(send('GET', '/rest/people', undefined, second.access_token).status).toBe(200);
    expect(post('/oauth/token', { grant_type: 'refresh_token', refresh_token: first.refresh_token, client_id: client })).toHaveProperty('access_token');
  });

  it('shows the web app instead of a consent page to an unknown client', () => {
    expect(workspace().send('GET', '/authorize?client_id=x', undefined, '').headers['content-type']).toContain('text/html');
  });
});
