import { beforeEach, describe, expect, it } from 'vitest';
import type { RowAnswer, UpdateRow } from '../../src/crm/connector.ts';
import type { RemoteRecord, SyncKind, Values } from '../../src/domain/sync/record.ts';
import { installation, keyOf, START, value, type Installation } from './espocrm/installation.ts';

let at: Installation;
beforeEach(async () => { at = await installation(); });

const id = (row: { [name: string]: unknown }): string => String(row['id']);

/** A record made through the connector. */
async function made(kind: SyncKind, fields: Values, key = keyOf(1)): Promise<RemoteRecord> {
  const [answer] = await value(at.crmOf().create(kind, [{ key, fields }]));
  if (answer?.kind !== 'stored') throw new Error(JSON.stringify(answer));
  return answer.record;
}

const row = (record: RemoteRecord, change: Values): UpdateRow => ({
  id: record.id, key: record.key ?? '', changed: Object.keys(change), fields: { ...record.fields, ...change }, at: record.at, ...(record.version === undefined ? {} : { version: record.version }),
});
const update = (kind: SyncKind, ...rows: UpdateRow[]): Promise<RowAnswer[]> => value(at.crmOf().update(kind, rows));
const held = async (kind: SyncKind, one: string): Promise<RemoteRecord | undefined> => (await value(at.crmOf().read(kind, [one])))[0];
const ada = { firstName: 'Ada', lastName: 'Sample', emailAddressData: ['ada@example.com'] };

describe('an update', () => {
  it('answers what the next read shows, sends only what changed, and clears what is empty', async () => {
    const person = await made('prospect', { ...ada, description: 'met at a fair', phoneNumberData: ['+49301234567'] });
    at.wait(1000);
    at.sent.length = 0;
    const [answer] = await update('prospect', row(person, { description: null, firstName: 'Augusta' }));
    expect(answer).toEqual({ kind: 'stored', record: await held('prospect', person.id) });
    expect(answer).toMatchObject({ record: { at: person.at + 1000, fields: { description: null, firstName: 'Augusta', emailAddressData: ['ada@example.com'], phoneNumberData: ['+49301234567'] } } });
    expect(JSON.parse(at.sent.find(({ method }) => method === 'PUT')!.body!)).toEqual({ description: null, firstName: 'Augusta' });
  });

  it('replaces a list of addresses without losing what the CRM knows of each', async () => {
    const person = await made('prospect', { ...ada, emailAddressData: ['ada@example.com', 'old@example.com'] });
    at.direct('PUT', `Contact/${person.id}`, { emailAddressData: [{ emailAddress: 'ada@example.com', primary: true, optOut: true }, { emailAddress: 'old@example.com' }] });
    const [answer] = await update('prospect', row(person, { emailAddressData: ['new@example.com', 'Ada@example.com'] }));
    expect(answer).toMatchObject({ kind: 'stored', record: { fields: { emailAddressData: ['new@example.com', 'Ada@example.com'] } } });
    expect(at.direct('GET', `Contact/${person.id}`)['emailAddressData']).toMatchObject([{ emailAddress: 'new@example.com', primary: true, optOut: false }, { emailAddress: 'Ada@example.com', primary: false, optOut: true }]);
    const [cleared] = await update('prospect', row({ ...person, at: START }, { emailAddressData: null }));
    expect(cleared).toMatchObject({ kind: 'stored', record: { fields: { emailAddressData: [] } } });
    expect(at.direct('GET', `Contact/${person.id}`)['emailAddress']).toBeNull();
  });

  it('takes the title along to another account, and knows that it is lost without one', async () => {
    const [one, two] = ['One', 'Two'].map((name) => id(at.direct('POST', 'Account', { name })));
    const person = await made('prospect', { ...ada, title: 'CTO', accountId: one! });
    const [moved] = await update('prospect', row(person, { accountId: two! }));
    expect(moved).toEqual({ kind: 'stored', record: await held('prospect', person.id) });
    expect(moved).toMatchObject({ record: { fields: { title: 'CTO', accountId: two } } });
    const [left] = await update('prospect', row(person, { accountId: null }));
    expect(left).toEqual({ kind: 'stored', record: await held('prospect', person.id) });
    expect(left).toMatchObject({ record: { fields: { title: null, accountId: null } } });
    const [vain] = await update('prospect', row({ ...person, fields: { ...person.fields, accountId: null } }, { title: 'CEO' }));
    expect(vain).toMatchObject({ kind: 'stored', record: { fields: { title: null } } });
  });

  it('of a person writes nothing over a newer edit', async () => {
    const person = await made('prospect', ada);
    at.wait(1000);
    at.direct('PUT', `Contact/${person.id}`, { description: 'theirs' });
    expect(await update('prospect', row(person, { description: 'ours' }))).toEqual([{ kind: 'stale' }]);
    expect((await held('prospect', person.id))!.fields['description']).toBe('theirs');
  });

  it('notices an edit that came while it was under way', async () => {
    const person = await made('prospect', ada);
    at.wait(1000);
    at.instead.before = ({ method, url }) => {
      if (method === 'GET' && url.endsWith(`/Contact/${person.id}`)) at.direct('PUT', `Contact/${person.id}`, { emailAddressData: [{ emailAddress: 'theirs@example.com', primary: true }] });
    };
    expect(await update('prospect', row(person, { emailAddressData: ['ours@example.com'] }))).toEqual([{ kind: 'stale' }]);
    expect((await held('prospect', person.id))!.fields['emailAddressData']).toEqual(['theirs@example.com']);
  });

  it('of a company is refused by its version, even within one second', async () => {
    const company = await made('account', { name: 'Sample GmbH' });
    expect(company.version).toBe('1');
    const [first] = await update('account', row(company, { website: 'https://a.example.com' }));
    expect(first).toMatchObject({ kind: 'stored', record: { version: '2' } });
    expect(await update('account', row(company, { website: 'https://b.example.com' }))).toEqual([{ kind: 'stale' }]);
    expect(await update('account', row(company, { website: 'https://a.example.com' }))).toMatchObject([{ kind: 'stored' }]);
  });

  it('uses versions of people where an administrator counts them', async () => {
    at.asAdmin('POST', 'EntityManager/action/updateEntity', { name: 'Contact', optimisticConcurrencyControl: true });
    const person = await made('prospect', ada);
    at.direct('PUT', `Contact/${person.id}`, { description: 'theirs' });
    expect(await update('prospect', row(person, { description: 'ours' }))).toEqual([{ kind: 'stale' }]);
  });

  it('neither resurrects nor repeats what is gone', async () => {
    const [person, company] = [await made('prospect', ada), await made('account', { name: 'Sample GmbH' })];
    at.direct('DELETE', `Contact/${person.id}`);
    at.direct('DELETE', `Account/${company.id}`);
    expect(await update('prospect', row(person, { description: 'ours' }))).toEqual([{ kind: 'gone' }]);
    expect(await update('account', row(company, { description: 'ours' }))).toEqual([{ kind: 'gone' }]);
    expect(await at.pull('prospect')).toEqual([]);
  });

  it('that one row refuses does not hold the others', async () => {
    const [one, two] = [await made('prospect', ada), await made('prospect', { lastName: 'Two' }, keyOf(2))];
    expect(await update('prospect', row(one, { lastName: null }), row(two, { description: 'ours' }))).toMatchObject([
      { kind: 'rejected', message: 'Field validation failure; entityType: Contact, field: lastName, type: required.' }, { kind: 'stored' },
    ]);
    expect(await update('prospect', row(one, { accountId: 'ffffffffffffffff0' }))).toMatchObject([{ kind: 'rejected', message: expect.stringContaining('non-existing') }]);
  });

  it('without the right is a failure of the call', async () => {
    const person = await made('prospect', ada);
    expect(await at.crmOf('<token:readonly>').update('prospect', [row(person, { description: 'x' })])).toMatchObject({ ok: false, failure: { kind: 'permission', message: 'No edit access.' } });
  });

  it('of a thousand people takes hardly more than a thousand requests', async () => {
    const people: RemoteRecord[] = [];
    for (let n = 0; n < 1000; n += 1) people.push(await made('prospect', { firstName: 'Row', lastName: `Sample ${n}` }, keyOf(n)));
    at.sent.length = 0;
    for (let n = 0; n < 1000; n += 100) await update('prospect', ...people.slice(n, n + 100).map((one) => row(one, { description: 'changed' })));
    expect(at.sent.length).toBeLessThanOrEqual(1010);
  });
});

describe('a pull', () => {
  it('brings everybody once or more, oldest change first, though a thousand share a second and rows move meanwhile', async () => {
    const ids = Array.from({ length: 350 }, (_, n) => id(at.direct('POST', 'Contact', { firstName: 'Row', lastName: `Sample ${n}` })));
    at.wait(1000);
    let moved = 0;
    const seen = await at.pull('prospect', 0, () => {
      // rows that were read go to the end, as do rows that were not
      for (const one of [ids[moved], ids[340 - moved]]) at.direct('PUT', `Contact/${one}`, { description: 'moved' });
      moved += 1;
    });
    expect(new Set(seen.map((record) => record.id))).toEqual(new Set(ids));
    expect(seen.length).toBeLessThan(370);
    expect(seen.map((record) => record.at)).toEqual(seen.map((record) => record.at).toSorted((a, b) => a - b));
    expect(seen.find((record) => record.id === ids[340])!.fields['description']).toBe('moved');
  });

  it('starts at a second and not behind it, and goes on after a restart', async () => {
    const ids = [0, 1, 2].map((n) => { at.wait(1000); return id(at.direct('POST', 'Account', { name: `Sample ${n}` })); });
    expect((await at.pull('account', START + 2000)).map((record) => record.id)).toEqual(ids.slice(1));
    for (let n = 3; n < 300; n += 1) at.direct('POST', 'Account', { name: `Sample ${n}` });
    const first = await value(at.crmOf().changes('account', 0));
    const second = await value(at.crmOf().changes('account', 0, first.next!));
    expect(first.records).toHaveLength(200);
    expect(second).toMatchObject({ next: null });
    expect(new Set([...first.records, ...second.records].map((record) => record.id)).size).toBe(300);
  });

  it('trusts nothing that the server says', async () => {
    at.instead.answer = { status: 200, headers: { 'content-type': 'application/json' }, text: JSON.stringify({ total: -1, list: [{ id: 7, modifiedAt: 'soon', name: ['x', 3], website: { a: 1 }, description: 'x'.repeat(30_000) }, null, 'text'] }) };
    const { records } = await value(at.crmOf().changes('account', 0));
    expect(records).toEqual([{ id: '', key: null, at: 0, deleted: false, fields: { name: ['x'], website: null, billingAddressCity: null, description: 'x'.repeat(20_000) } }]);
  });
});

describe('notes', () => {
  it('are written on a person, found again by their text, and pulled whoever wrote them', async () => {
    const person = await made('prospect', ada);
    at.wait(2000);
    const text = 'Talked about **rust**\n\n<b>html?</b> & "quotes"';
    const note = await made('note', { post: text, parentId: person.id });
    expect(note.fields).toEqual({ post: text, parentId: person.id });
    expect(await value(at.crmOf().find('note', [{ key: keyOf(2), prospect: person.id, name: text }, { key: keyOf(3), prospect: person.id, name: 'another' }, { key: keyOf(4), prospect: 'ffffffffffffffff0', name: text }]))).toEqual([[note], [], []]);
    at.wait(1000);
    const theirs = id(at.direct('POST', 'Note', { type: 'Post', parentType: 'Contact', parentId: person.id, post: 'theirs' }, { 'x-api-key': '<token:readonly>' }));
    at.direct('POST', 'Note', { type: 'Post', parentType: 'Account', parentId: id(at.direct('POST', 'Account', { name: 'Sample' })), post: 'on a company' });
    const pulled = await at.pull('note', note.at);
    expect(new Set(pulled.map((record) => record.id))).toEqual(new Set([note.id, theirs]));
    expect((await at.pull('note', note.at + 1000)).map((record) => record.id)).toEqual([theirs]);
  });

  it('are changed and removed, and removing twice is no error', async () => {
    const note = await made('touch', { post: '→ email', parentId: (await made('prospect', ada)).id });
    expect(await update('note', row(note, { post: 'changed' }))).toMatchObject([{ kind: 'stored', record: { fields: { post: 'changed' } } }]);
    await value(at.crmOf().remove('note', [note.id]));
    await value(at.crmOf().remove('note', [note.id]));
    expect(await held('note', note.id)).toBeUndefined();
  });

  it('on somebody who is gone are refused alone; without the right the call fails', async () => {
    const person = await made('prospect', ada);
    const rows = [{ key: keyOf(2), fields: { post: 'x', parentId: 'ffffffffffffffff0' } }, { key: keyOf(3), fields: { post: 'y', parentId: person.id } }];
    expect(await value(at.crmOf().create('note', rows))).toMatchObject([{ kind: 'rejected', message: 'No create access.' }, { kind: 'stored' }]);
    expect(await at.crmOf('<token:noaccess>').create('note', rows.slice(1))).toMatchObject({ ok: false, failure: { kind: 'permission' } });
  });
});

describe('follow-ups', () => {
  it('hang on a person, are assigned to the key, and travel with time and state', async () => {
    const person = await made('prospect', ada);
    const task = await made('followUp', { name: 'Call <Ada>', dateEnd: '2026-12-01T09:00:00.000Z', parentId: person.id, status: false });
    expect(task.fields).toEqual({ name: 'Call ‹Ada›', dateEnd: '2026-12-01T09:00:00.000Z', status: false, parentId: person.id });
    expect(await value(at.crmOf().find('followUp', [{ key: keyOf(2), prospect: person.id, name: 'Call <Ada>' }]))).toEqual([[task]]);
    const [done] = await update('followUp', row(task, { status: true }));
    expect(done).toMatchObject({ kind: 'stored', record: { fields: { status: true } } });
    expect(at.direct('GET', `Task/${task.id}`)).toMatchObject({ status: 'Completed', assignedUserId: at.access.known['userId'] });
    at.direct('PUT', `Task/${task.id}`, { status: 'Canceled' });
    expect((await held('followUp', task.id))!.fields['status']).toBe(true);
  });

  it('of a day without a time are due at noon of it', async () => {
    const person = await made('prospect', ada);
    const task = id(at.direct('POST', 'Task', { name: 'Call', dateEndDate: '2026-12-02', parentType: 'Contact', parentId: person.id, assignedUserId: at.access.known['userId'] }));
    expect((await at.pull('followUp')).map((record) => [record.id, record.fields['dateEnd']])).toEqual([[task, '2026-12-02T12:00:00.000Z']]);
  });

  it('that hang on a company or on nobody are left out', async () => {
    const user = at.access.known['userId'];
    at.direct('POST', 'Task', { name: 'Free', assignedUserId: user });
    at.direct('POST', 'Task', { name: 'Company', parentType: 'Account', parentId: id(at.direct('POST', 'Account', { name: 'Sample' })), assignedUserId: user });
    expect(await at.pull('followUp')).toEqual([]);
  });
});
