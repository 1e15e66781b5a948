import { beforeEach, describe, expect, it } from 'vitest';
import connector from '../../src/crm/espocrm.ts';
import { fail } from '../../src/domain/failure.ts';
import outsider from './outsider/espocrm.ts';
import { installation, keyOf, ORIGIN, value, type Installation } from './espocrm/installation.ts';

let at: Installation;
beforeEach(async () => { at = await installation(); });

const ada = { firstName: 'Ada', lastName: 'Sample', emailAddressData: ['ada@example.com'] };
const id = (row: { [name: string]: unknown }): string => String(row['id']);

describe('a connection', () => {
  it('says who and where, and what the key may not do', async () => {
    expect(await value(at.crmOf().check())).toEqual({ who: 'ext_api', where: 'crm.example.com', version: '9.1.7', missing: [] });
    expect((await value(at.crmOf('<token:readonly>').check())).missing).toEqual(['create account', 'read account', 'edit account', 'create prospect', 'edit prospect', 'create followUp', 'read followUp', 'edit followUp']);
    expect((await value(at.crmOf('<token:noaccess>').check())).missing).toContain('create note');
  });

  it('finds the custom fields of key and profile, and says what an administrator has to do where there are none', async () => {
    expect(at.access.known).toMatchObject({ keyContact: 'cExternalKey', keyAccount: 'cExternalKey', profileContact: 'cProfileUrl' });
    const todo = async (): Promise<string> => (await value(at.crmOf().prepare())).todo;
    expect(await todo()).toBe('Ask an administrator (Administration, Entity Manager) to switch on optimistic concurrency control for Contact.');
    at.asAdmin('POST', 'EntityManager/action/updateEntity', { name: 'Contact', optimisticConcurrencyControl: true });
    expect(await todo()).toBe('');
    at.asAdmin('POST', 'EntityManager/action/updateEntity', { name: 'Account', duplicateCheckFieldList: ['name'] });
    expect(await todo()).toMatch(/"paydirtKey" to Account and put it into the duplicate check/);
    const bare = await value((await installation(false)).crmOf().prepare());
    expect(Object.keys(bare.known)).toEqual(['userId']);
    expect(bare.todo).toMatch(/"paydirtKey" to Contact and Account.*"linkedin" to Contact/);
  });

  it('describes fields by the names under which their values travel', async () => {
    const fields = await value(at.crmOf().describe('prospect'));
    const named = (name: string) => fields.find((field) => field.name === name);
    expect(named('emailAddressData')).toEqual({ name: 'emailAddressData', label: 'Email', kind: 'emails', writable: true });
    expect(named('accountId')).toMatchObject({ label: 'Account', kind: 'record' });
    expect(named('profileUrl')).toMatchObject({ label: 'Profile URL', kind: 'link' });
    expect(named('createdAt')).toMatchObject({ kind: 'time', writable: false });
    for (const hidden of ['emailAddress', 'accountIsInactive', 'addressMap', 'teams']) expect(named(hidden)).toBeUndefined();
    expect((await value(at.crmOf().describe('followUp'))).find(({ name }) => name === 'status')).toMatchObject({ kind: 'flag' });
  });

  it.each([
    ['a wrong key', 401, { 'content-type': 'text/html; charset=UTF-8' }, '', 'sign-in', ''],
    ['an address that is locked', 403, { 'content-type': 'text/html; charset=UTF-8' }, '', 'rate-limit', ''],
    ['a missing right', 403, { 'x-status-reason': 'No read access.', 'content-type': 'application/json' }, '', 'permission', 'No read access.'],
    ['a page of another server', 404, { 'content-type': 'text/html' }, '<html>Not Found</html>', 'wrong-address', ''],
    ['a portal with a form', 200, { 'content-type': 'text/html' }, '<html>Sign in</html>', 'wrong-address', ''],
    ['a filter of a proxy', 403, { 'content-type': 'text/html' }, '<html>Forbidden</html>', 'wrong-address', ''],
    ['JSON of something else', 200, { 'content-type': 'application/json' }, '{"ok":true}', 'wrong-address', ''],
    ['a server that is down', 502, { 'content-type': 'text/html' }, '<html>Bad Gateway</html>', 'network', ''],
    ['a broken server', 500, { 'content-type': 'application/json' }, '', 'network', ''],
  ] as const)('tells %s', async (_what, status, headers, text, kind, message) => {
    at.instead.answer = { status, headers, text };
    const told = await at.crmOf().changes('prospect', 0);
    expect(told).toMatchObject({ ok: false, failure: { kind, message } });
    if (kind === 'rate-limit') expect(told).toMatchObject({ failure: { retryAt: at.now() + 60_000 } });
  });

  it('takes what a person types for an address, and keeps a folder apart', async () => {
    expect(connector.originOf(' crm.example.com/espo ')).toBe('https://crm.example.com');
    expect(connector.originOf('http://localhost:8080')).toBe('http://localhost:8080');
    expect(connector.originOf('ftp://example.com')).toBeUndefined();
    expect(connector.originOf('')).toBeUndefined();
    const inFolder = { ...at.access, settings: { folder: '/sales/crm/' } };
    expect(connector.linkTo(inFolder, 'prospect', 'a1')).toBe('https://crm.example.com/sales/crm/#Contact/view/a1');
    const urls: string[] = [];
    await connector.open(({ url }) => { urls.push(url); return Promise.resolve(fail('network')); }, inFolder, () => 0).prepare();
    expect(urls).toEqual(['https://crm.example.com/sales/crm/api/v1/App/user']);
  });

  it('sends the key as a header and tells the ledger our names', async () => {
    await at.crmOf().create('prospect', [{ key: keyOf(1), fields: ada }]);
    expect(at.sent[0]).toMatchObject({ method: 'POST', url: `${ORIGIN}/api/v1/Contact`, headers: { 'X-Api-Key': '<token>', 'Content-Type': 'application/json' }, fields: ['firstName', 'lastName', 'emails'], records: 1 });
    expect(JSON.parse(at.sent[0]!.body!)).toEqual({ firstName: 'Ada', lastName: 'Sample', emailAddressData: [{ emailAddress: 'ada@example.com', primary: true }], cExternalKey: keyOf(1) });
  });
});

describe('a create', () => {
  it('answers what the CRM holds', async () => {
    const [answer] = await value(at.crmOf().create('prospect', [{ key: keyOf(1), fields: { ...ada, phoneNumberData: ['+49 (30) 123-4567'], profileUrl: 'https://www.linkedin.com/in/ada', description: 'met at a fair' } }]));
    expect(answer).toMatchObject({ kind: 'stored', record: { key: keyOf(1), at: at.now(), createdAt: at.now(), deleted: false } });
    const record = answer!.kind === 'stored' ? answer!.record : undefined;
    expect(record!.fields).toMatchObject({ phoneNumberData: ['+49301234567'], profileUrl: 'https://www.linkedin.com/in/ada' });
    expect(await value(at.crmOf().read('prospect', [record!.id]))).toEqual([record]);
  });

  it('never claims a title that is not stored without an account', async () => {
    const [plain] = await value(at.crmOf().create('prospect', [{ key: keyOf(1), fields: { ...ada, title: 'CTO' } }]));
    expect(plain).toMatchObject({ kind: 'stored', record: { fields: { title: null } } });
    const account = id(at.direct('POST', 'Account', { name: 'Sample GmbH' }));
    const [placed] = await value(at.crmOf().create('prospect', [{ key: keyOf(2), fields: { firstName: 'Ben', lastName: 'Sample', title: 'Chair', accountId: account } }]));
    expect(placed).toMatchObject({ kind: 'stored', record: { fields: { title: 'Chair', accountId: account } } });
    const ids = [plain, placed].map((one) => (one?.kind === 'stored' ? one.record.id : ''));
    const now = new Map((await value(at.crmOf().read('prospect', ids))).map((record) => [record.id, record.fields['title']]));
    expect(ids.map((one) => now.get(one))).toEqual([null, 'Chair']);
  });

  it('meets a duplicate and says which record, with all of its addresses', async () => {
    const there = id(at.direct('POST', 'Contact', { firstName: 'A.', lastName: 'Sample', emailAddressData: [{ emailAddress: 'first@example.com', primary: true }, { emailAddress: 'ADA@example.com' }] }));
    expect(await value(at.crmOf().create('prospect', [{ key: keyOf(1), fields: ada }]))).toMatchObject([{ kind: 'duplicate', records: [{ id: there, key: null, fields: { emailAddressData: ['first@example.com', 'ADA@example.com'] } }] }]);
    at.crm.force('address-not-yet-linked');
    expect(await value(at.crmOf().create('prospect', [{ key: keyOf(1), fields: ada }]))).toMatchObject([{ kind: 'duplicate', records: [{ fields: { emailAddressData: ['first@example.com', 'ADA@example.com'] } }] }]);
  });

  it('of somebody of the same name is a duplicate until it is forced', async () => {
    const other = id(at.direct('POST', 'Contact', { firstName: 'Ada', lastName: 'Sample', emailAddress: 'another@example.org' }));
    expect(await value(at.crmOf().create('prospect', [{ key: keyOf(1), fields: ada }]))).toMatchObject([{ kind: 'duplicate', records: [{ id: other }] }]);
    expect(await value(at.crmOf().create('prospect', [{ key: keyOf(1), fields: ada, force: true }]))).toMatchObject([{ kind: 'stored' }]);
  });

  it('repeated is a duplicate of itself, known by its key', async () => {
    await at.crmOf().create('prospect', [{ key: keyOf(1), fields: ada }]);
    expect(await value(at.crmOf().create('prospect', [{ key: keyOf(1), fields: { lastName: 'Renamed' } }]))).toMatchObject([{ kind: 'duplicate', records: [{ key: keyOf(1) }] }]);
  });

  it('that raced leaves a double, which can be taken away', async () => {
    await at.crmOf().create('prospect', [{ key: keyOf(1), fields: ada }]);
    at.crm.force('both-created');
    await at.crmOf().create('prospect', [{ key: keyOf(1), fields: ada }]);
    const [keep, lose] = (await value(at.crmOf().find('prospect', [{ key: keyOf(1) }])))[0]!;
    await value(at.crmOf().create('note', [{ key: keyOf(2), fields: { post: 'Likes tea', parentId: lose!.id } }]));
    await value(at.crmOf().create('followUp', [{ key: keyOf(3), fields: { name: 'Call', parentId: lose!.id } }]));
    await value(at.crmOf().removeDouble!('prospect', keep!.id, lose!.id));
    expect(await value(at.crmOf().find('prospect', [{ key: keyOf(1) }]))).toMatchObject([[{ id: keep!.id, key: keep!.key, fields: keep!.fields }]]);
    // whoever hung something on it finds it at the one that stays
    for (const kind of ['note', 'followUp'] as const) expect(await at.pull(kind)).toMatchObject([{ fields: { parentId: keep!.id } }]);
  });

  it('made twice is taken away as well by somebody who may not merge', async () => {
    await at.crmOf().create('prospect', [{ key: keyOf(1), fields: ada }]);
    at.crm.force('both-created');
    await at.crmOf().create('prospect', [{ key: keyOf(1), fields: ada }]);
    const [keep, lose] = (await value(at.crmOf().find('prospect', [{ key: keyOf(1) }])))[0]!;
    const answer = { status: 403, headers: { 'x-status-reason': 'No access.' }, text: '' };
    at.instead.before = ({ url }) => { if (url.endsWith('/Action')) at.instead.answer = answer; else delete at.instead.answer; };
    await value(at.crmOf().removeDouble!('prospect', keep!.id, lose!.id));
    expect((await value(at.crmOf().find('prospect', [{ key: keyOf(1) }])))[0]!.map(({ id }) => id)).toEqual([keep!.id]);
  });

  it('that is refused does not hold the others, and says why in the words of the CRM', async () => {
    const answers = await value(at.crmOf().create('prospect', [{ key: keyOf(1), fields: ada }, { key: keyOf(2), fields: { lastName: 'Two', emailAddressData: ['no address'] } }, { key: keyOf(3), fields: { lastName: 'Three' } }]));
    expect(answers.map(({ kind }) => kind)).toEqual(['stored', 'rejected', 'stored']);
    expect(answers[1]).toMatchObject({ message: 'Field validation failure; entityType: Contact, field: emailAddress, type: emailAddress.' });
  });

  it('brings names and numbers into the form that is taken', async () => {
    const [answer] = await value(at.crmOf().create('prospect', [{ key: keyOf(1), fields: { lastName: 'Sample <b>', phoneNumberData: ['030 1234567', '0049 30 7654321'], addressCity: 'x'.repeat(120) } }]));
    expect(answer).toMatchObject({ kind: 'stored', record: { fields: { lastName: 'Sample ‹b›', phoneNumberData: ['+49307654321'], addressCity: 'x'.repeat(100) } } });
  });

  it('without the right is a failure of the call', async () => {
    expect(await at.crmOf('<token:readonly>').create('prospect', [{ key: keyOf(1), fields: ada }])).toMatchObject({ ok: false, failure: { kind: 'permission', message: 'No create access.' } });
  });

  it('works without custom fields, by e-mail and name alone', async () => {
    const bare = await installation(false);
    const [answer] = await value(bare.crmOf().create('prospect', [{ key: keyOf(1), fields: { ...ada, profileUrl: 'https://www.linkedin.com/in/ada' } }]));
    expect(answer).toMatchObject({ kind: 'stored', record: { key: null } });
    expect(answer?.kind === 'stored' && 'profileUrl' in answer.record.fields).toBe(false);
    expect(await value(bare.crmOf().create('prospect', [{ key: keyOf(1), fields: ada }]))).toMatchObject([{ kind: 'duplicate' }]);
    expect(await value(bare.crmOf().find('prospect', [{ key: keyOf(1), emails: ['ADA@example.com'], linkedin: 'https://www.linkedin.com/in/ada' }]))).toMatchObject([[{ key: null }]]);
  });
});

describe('a find', () => {
  it('sees second addresses, other spellings of a profile and the key, and nobody else', async () => {
    const people = [
      { lastName: 'One', emailAddressData: [{ emailAddress: 'x@example.com', primary: true }, { emailAddress: 'Second@example.com' }] },
      { lastName: 'Two', cProfileUrl: 'http://linkedin.com/in/Two/' }, { lastName: 'Three', cProfileUrl: 'https://www.linkedin.com/in/two-more' }, { lastName: 'Four', cExternalKey: keyOf(4) },
    ].map((one) => id(at.direct('POST', 'Contact', one)));
    const found = await value(at.crmOf().find('prospect', [{ key: keyOf(1), emails: ['second@EXAMPLE.com'] }, { key: keyOf(2), linkedin: 'https://de.linkedin.com/in/two?x=1' }, { key: keyOf(4) }, { key: keyOf(5), emails: ['none@example.com'] }]));
    expect(found.map((some) => some.map((one) => one.id))).toEqual([[people[0]], [people[1]], [people[3]], []]);
    expect(found[0]![0]!.fields['emailAddressData']).toEqual(['x@example.com', 'Second@example.com']);
  });

  it('compares the host of a company and its name', async () => {
    const [one, two] = [{ name: 'Sample GmbH', website: 'http://www.Example.org/' }, { name: 'Other', website: 'https://notexample.org' }].map((row) => id(at.direct('POST', 'Account', row)));
    expect((await value(at.crmOf().find('account', [{ key: keyOf(1), domain: 'example.org' }, { key: keyOf(2), name: 'OTHER' }]))).map((some) => some.map((row) => row.id))).toEqual([[one], [two]]);
  });

  it('follows a merge by the address of the loser', async () => {
    const somebody = outsider(async (url, init) => { const answer = at.crm.handle({ ...init, path: url.slice(ORIGIN.length), body: init.body ?? '' }); return { status: answer.status, headers: answer.headers, text: answer.body }; }, ORIGIN, '<token>');
    const keep = await somebody.createPerson({ firstName: 'Ada', lastName: 'Sample', email: 'ada@example.com' });
    const lose = await somebody.createPerson({ firstName: 'A.', lastName: 'Sample', email: 'a@example.org' });
    await somebody.mergePeople(keep, lose);
    expect(await value(at.crmOf().read('prospect', [lose]))).toEqual([]);
    expect(await value(at.crmOf().find('prospect', [{ key: keyOf(9), emails: ['a@example.org'] }]))).toMatchObject([[{ id: keep, fields: { emailAddressData: ['ada@example.com', 'a@example.org'] } }]]);
  });

  it('asks for many in few requests, none of which is too long for the web server', async () => {
    const wanted = Array.from({ length: 200 }, (_, n) => ({ key: keyOf(n), emails: [`somebody.with.a.long.name.${n}@example.com`], linkedin: `https://www.linkedin.com/in/somebody-with-a-long-name-${n}` }));
    for (const n of [3, 77, 199]) at.direct('POST', 'Contact', { lastName: `Row ${n}`, emailAddress: `SOMEBODY.with.a.long.name.${n}@example.com` });
    const found = await value(at.crmOf().find('prospect', wanted));
    expect(found.flatMap((some, n) => (some.length > 0 ? [n] : []))).toEqual([3, 77, 199]);
    expect(Math.max(...at.sent.map(({ url }) => url.length))).toBeLessThan(8000);
    expect(at.sent.length).toBeLessThanOrEqual(20);
  });
});
