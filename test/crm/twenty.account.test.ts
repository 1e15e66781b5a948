import { describe, expect, it } from 'vitest';
import twenty from '../../src/crm/twenty.ts';
import type { SyncKind } from '../../src/domain/sync/record.ts';
import { bench, key, person, shown, value } from './twenty-bench.ts';

describe('the account', () => {
  it('says who and where, and what is not allowed', async () => {
    expect(value(await bench().crm.check())).toEqual({ who: 'API key', where: 'Acme', missing: [] });
    expect(value(await bench('<token:readonly>').crm.check()).missing).toEqual(['update account', 'update prospect', 'update note', 'update followUp']);
    expect(value(await bench('<token:noaccess>').crm.check()).missing).toContain('read prospect');
  });

  it.each([['<token:invalid>', 'sign-in'], ['<token:expired>', 'sign-in'], ['<token:revoked>', 'sign-in'], ['<token:forged-signature>', 'sign-in'], ['', 'sign-in'], ['<token:noaccess>', 'permission']] as const)('tells %s apart', async (token, kind) => {
    const { crm } = bench(token);
    for (const result of [await crm.changes('prospect', 0), await crm.create('prospect', [person('Ada')]), ...(kind === 'sign-in' ? [await crm.check()] : [])]) {
      expect(result).toMatchObject({ ok: false, failure: { kind } });
      expect(JSON.stringify(result)).not.toContain('token:');
    }
  });

  it('tells the rate limit, a broken server, another server and a portal apart', async () => {
    const { crm, spoilWith, clock } = bench();
    const answers: [number, string, string, object][] = [
      [429, 'application/json', '{"statusCode":429,"error":"HttpException","messages":["Limit reached (100 tokens per 60000 ms)"]}', { kind: 'rate-limit', retryAt: expect.any(Number) }],
      [502, 'text/html', '<html>Bad gateway</html>', { kind: 'network' }], [200, 'text/html; charset=utf-8', '<!doctype html>', { kind: 'wrong-address' }], [200, 'application/json', '{"hello":1}', { kind: 'wrong-address' }],
      [404, 'application/json', '{"message":"Cannot GET /rest/people","error":"Not Found","statusCode":404}', { kind: 'wrong-address' }],
    ];
    for (const [status, type, text, failure] of answers) {
      spoilWith(() => Promise.resolve({ ok: true, value: { status, headers: { 'content-type': type }, text } }));
      expect(await crm.changes('prospect', 0)).toMatchObject({ ok: false, failure });
    }
    spoilWith(() => Promise.resolve({ ok: true, value: { status: 429, headers: {}, text: '{}' } }));
    expect(await crm.read('prospect', [key('x')])).toMatchObject({ failure: { retryAt: clock.now + 15_000 } });
  });

  it('describes the fields that can be mapped, its own proposals among them', async () => {
    const { crm } = bench();
    for (const [kind, map] of Object.entries(twenty.proposed)) {
      const described = value(await crm.describe(kind as SyncKind)).map(({ name }) => name);
      expect(described).toEqual(expect.arrayContaining(Object.values(map)));
    }
    expect(value(await crm.describe('prospect'))).toContainEqual({ name: 'externalKey', label: 'External key', kind: 'text', writable: true });
    expect(await bench('<token:readonly>').crm.describe('prospect')).toMatchObject({ failure: { kind: 'permission' } });
  });

  it('knows the form of links that somebody added, and does without where it may not look', async () => {
    const { crm, someone } = bench();
    const people = (someone('GET', 'metadata/objects?limit=100'), value(await crm.prepare()));
    expect(people).toMatchObject({ todo: '', known: { 'person.emails': 'EMAILS', 'company.domainName': 'LINKS' } });
    expect(value(await bench('<token:readonly>').crm.prepare())).toEqual({ known: {}, todo: '' });
    const other = bench('<token>', { 'person.jobTitle': 'LINKS' });
    await other.crm.create('prospect', [person('Ada', { jobTitle: 'https://example.com' })]);
    expect(shown(other.requests)).toMatchObject([{ jobTitle: { primaryLinkUrl: 'https://example.com' } }]);
  });

  it.each([['crm.example.com/objects/people', 'https://crm.example.com'], [' http://localhost:3000/ ', 'http://localhost:3000'], ['', undefined], ['ftp://x', undefined], ['a b', undefined]])('takes the origin out of %j', (typed, origin) => {
    expect(twenty.originOf(typed)).toBe(origin);
  });
});

it('believes nothing that an answer says about types', async () => {
  const { crm, spoilWith } = bench();
  const id = key('x');
  const people = [{ id, name: 7, emails: 'x', phones: { primaryPhoneNumber: {} }, linkedinLink: { primaryLinkUrl: 5, secondaryLinks: 'x' }, jobTitle: 'x'.repeat(90_000), updatedAt: {}, deletedAt: 0, companyId: [] }, null, 5, { id: 7, jobTitle: 'x' }];
  spoilWith(() => Promise.resolve({ ok: true, value: { status: 200, headers: {}, text: JSON.stringify({ data: { people }, pageInfo: 'x' }) } }));
  const [record, ...more] = value(await crm.changes('prospect', 0)).records;
  expect(more).toEqual([]);
  expect(record).toMatchObject({ id, at: 0, deleted: false, fields: { 'name.firstName': null, linkedinLink: null } });
  expect((record!.fields['jobTitle'] as string).length).toBe(20_000);
});
