import { beforeEach, describe, expect, it } from 'vitest';
import type { Http, HttpRequest, Operations } from '../../src/crm/connector.ts';
import odoo from '../../src/crm/odoo.ts';
import { fail, ok, type Result } from '../../src/domain/failure.ts';
import type { SyncKind, Values } from '../../src/domain/sync/record.ts';
import { uuidOf } from '../../src/domain/sync/key.ts';
import { inProcess } from './dialect/in-process.ts';
import openOdoo from './dialect/odoo.ts';
import outsider from './outsider/odoo.ts';

const ORIGIN = 'https://crm.example.com';
let now = Date.UTC(2026, 2, 2, 9, 0, 0, 250);
const server = openOdoo({ now: () => now, random: () => 0.5 });
const sent: HttpRequest[] = [];
let lose: ((request: HttpRequest) => Result<never> | undefined) | undefined;
const http: Http = async (request) => {
  sent.push(request);
  const answer = await inProcess(server, ORIGIN)(request);
  return lose?.(request) ?? answer;
};
const eve = outsider(async (url, init) => {
  const answer = value(await inProcess(server, ORIGIN)({ ...init, method: 'POST', url }));
  return answer;
}, ORIGIN, '<token>');

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.message}`);
  return result.value;
}

const fields = Object.fromEntries(Object.entries(odoo.proposed).map(([kind, map]) => [kind, Object.values(map)]));

function connect(who: { login: string; key: string } = { login: 'admin', key: '<token>' }, known: { [name: string]: string } = { profile: 'x_profile_url' }, settings: { [name: string]: string } = {}): Operations {
  return odoo.open(http, { origin: ORIGIN, secrets: { key: who.key }, settings: { login: who.login, ...settings }, known, fields }, () => now);
}

let crm = connect();
const key = (text: string): string => uuidOf(text);
const person = (name: string, more: Values = {}): { key: string; fields: Values } => ({ key: key(name), fields: { firstName: 'Ada', lastName: name, ...more } });

async function make(name: string, more: Values = {}): Promise<{ id: string; at: number; key: string }> {
  const [answer] = value(await crm.create('prospect', [person(name, more)]));
  if (answer?.kind !== 'stored') throw new Error(JSON.stringify(answer));
  return { ...answer.record, key: key(name) };
}

async function all(kind: SyncKind, since = 0, ops = crm): Promise<{ id: string; deleted: boolean; key: string | null; fields: Values }[]> {
  const records = new Map<string, { id: string; deleted: boolean; key: string | null; fields: Values }>();
  let cursor: string | undefined;
  for (let page = 0; page < 200; page++) {
    const { records: some, next } = value(await ops.changes(kind, since, cursor));
    for (const one of some) records.set(one.id, one);
    if (next === null) return [...records.values()];
    cursor = next;
  }
  throw new Error('a pull that does not end');
}

const row = (one: { id: string; at: number; key: string }, changes: Values): Parameters<Operations['update']>[1][number] => ({ id: one.id, key: one.key, at: one.at, changed: Object.keys(changes), fields: { firstName: 'Ada', lastName: 'X', ...changes } });

beforeEach(() => {
  server.reset();
  sent.length = 0;
  lose = undefined;
  crm = connect();
  now += 10_000;
});

describe('signing in', () => {
  it('tells who and where, and what is not allowed', async () => {
    expect(value(await crm.check())).toEqual({ who: 'Administrator', where: 'My Company (odoo16)', version: '16.0', missing: [] });
    const { missing } = value(await connect({ login: 'readonly', key: '<token:readonly>' }).check());
    expect(missing).toEqual(['create prospect', 'update prospect']);
  });

  it('says what to do when the key, the login or the database is wrong, or the address is none of an Odoo', async () => {
    const kind = async (ops: Operations): Promise<string> => {
      const result = await ops.check();
      return result.ok ? 'ok' : result.failure.kind;
    };
    expect(await kind(connect({ login: 'admin', key: 'nonsense' }))).toBe('sign-in');
    expect(await kind(connect({ login: 'nobody', key: '<token>' }))).toBe('sign-in');
    expect(await kind(connect({ login: 'admin', key: '<token:revoked>' }, { uid: '2', database: 'odoo16' }))).toBe('sign-in');
    expect(await kind(connect({ login: 'admin', key: '<token>' }, { uid: '999', database: 'odoo16' }))).toBe('sign-in');
    expect(await kind(connect(undefined, {}, { database: 'nodb' }))).toBe('sign-in');
    const portal: Http = async () => ok({ status: 200, headers: { 'content-type': 'text/html' }, text: '<html>Log in to this network</html>' });
    expect(await kind(odoo.open(portal, { origin: ORIGIN, secrets: {}, settings: {}, known: {}, fields: {} }, () => now))).toBe('wrong-address');
    const busy: Http = async () => ok({ status: 429, headers: { 'retry-after': '7' }, text: '' });
    expect(await odoo.open(busy, { origin: ORIGIN, secrets: {}, settings: {}, known: {}, fields: {} }, () => now).check()).toEqual(fail('rate-limit', '', now + 7_000));
  });

  it('never tells the key or a path of the server in a failure', async () => {
    const reader = connect({ login: 'readonly', key: '<token:readonly>' });
    const results = [await reader.create('prospect', [person('X')]), await crm.describe('prospect'), await connect({ login: 'admin', key: 'nonsense' }).prepare()];
    expect(results.map((one) => (one.ok ? 'ok' : one.failure.kind))).toEqual(['permission', 'ok', 'sign-in']);
    expect(JSON.stringify(results)).not.toMatch(/token|nonsense|\.py|Traceback/);
  });

  it('adds the field for profiles when it may, and says what an administrator has to do when it may not', async () => {
    expect(value(await crm.prepare())).toEqual({ known: { database: 'odoo16', uid: '2', profile: 'x_profile_url' }, todo: '' });
    const id = await remove('x_profile_url');
    expect(id).toBeGreaterThan(0);
    expect(value(await connect({ login: 'sales', key: '<token:sales>' }).prepare()).todo).toContain('x_profile_url');
    expect(value(await crm.prepare()).known['profile']).toBe('x_profile_url');
    expect(value(await crm.describe('prospect')).find(({ name }) => name === 'x_profile_url')).toMatchObject({ kind: 'link', writable: true });
  });

  it.each([['crm.example.com', 'https://crm.example.com'], ['https://crm.example.com/web#action=1', 'https://crm.example.com'], ['http://localhost:8069/', 'http://localhost:8069'], ['no', undefined], ['', undefined]])('takes %j for %j', (typed, origin) => {
    expect(odoo.originOf(typed)).toBe(origin);
  });
});

/** Takes a field away as an administrator does. */
async function remove(name: string): Promise<number> {
  const ask = async (model: string, method: string, args: unknown[]): Promise<unknown> => {
    const { text } = value(await http({ method: 'POST', url: `${ORIGIN}/jsonrpc`, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ params: { service: 'object', method: 'execute_kw', args: ['odoo16', 2, '<token>', model, method, args] } }) }));
    return (JSON.parse(text) as { result: unknown }).result;
  };
  const [id] = await ask('ir.model.fields', 'search', [[['model', '=', 'res.partner'], ['name', '=', name]]]) as number[];
  await ask('ir.model.fields', 'unlink', [[id]]);
  return id!;
}

describe('creating', () => {
  it('answers what the CRM holds: its own spelling of a website, two numbers of three', async () => {
    const [answer] = value(await crm.create('prospect', [person('Example', { emails: ['Ada@Example.com', 'b@example.com'], phones: ['+1 1', '+1 2', '+1 3'], website: 'ada.example.org', function: 'CTO', x_profile_url: 'https://www.linkedin.com/in/ada', comment: 'a <b>\nc', category_id: ['Prospect'] })]));
    expect(answer).toMatchObject({ kind: 'stored', record: { key: key('Example'), deleted: false, fields: {
      firstName: 'Ada', lastName: 'Example', emails: ['Ada@Example.com'], phones: ['+1 1', '+1 2'], website: 'http://ada.example.org', function: 'CTO',
      x_profile_url: 'https://www.linkedin.com/in/ada', comment: 'a <b>\nc', category_id: ['Prospect'], parent_id: null,
    } } });
    expect(await all('prospect')).toContainEqual((answer as { record: unknown }).record);
  });

  it('makes one record of a repeated create, and never writes over what is there by then', async () => {
    const first = value(await crm.create('prospect', [person('Example')]));
    expect(value(await crm.create('prospect', [person('Example')]))).toEqual(first);
    const [again] = value(await crm.create('prospect', [person('Example', { function: 'CEO' })]));
    expect(again).toMatchObject({ kind: 'duplicate', records: [{ key: key('Example'), fields: { function: null } }] });
    expect((await eve.people()).filter(({ lastName }) => lastName === 'Example')).toHaveLength(1);
  });

  it('finds its own record when the answer was lost', async () => {
    lose = ({ body }) => (body?.includes('"load"') ? fail('network') : undefined);
    expect(await crm.create('prospect', [person('Example')])).toEqual(fail('network'));
    lose = undefined;
    const [[found] = []] = value(await crm.find('prospect', [{ key: key('Example') }]));
    expect(found).toMatchObject({ key: key('Example'), fields: { lastName: 'Example' } });
  });

  it('keeps a bad row from holding the others, and says which one it is', async () => {
    const answers = value(await crm.create('prospect', [person('One'), person('Two', { parent_id: '999999' }), { key: key('Three'), fields: {} }, person('Four')]));
    expect(answers.map(({ kind }) => kind)).toEqual(['stored', 'rejected', 'rejected', 'stored']);
    expect(answers[1]).toMatchObject({ message: "No matching record found for database id '999999' in field 'Related Company'" });
  });

  it('repeats what lost a race against another writer', async () => {
    server.force('load-conflict');
    expect(value(await crm.create('prospect', [person('One'), person('Two')])).map(({ kind }) => kind)).toEqual(['stored', 'stored']);
    server.force('load-conflict');
    server.force('load-conflict');
    expect(await crm.create('prospect', [person('Three')])).toEqual(fail('network'));
  });

  it('neither resurrects an archived contact nor writes over the winner of a merge', async () => {
    const [ada, bea] = [await make('Ada'), await make('Bea')];
    await eve.deletePerson(ada.id);
    expect(value(await crm.create('prospect', [person('Ada', { function: 'CEO' })]))).toMatchObject([{ kind: 'duplicate', records: [{ id: ada.id, deleted: true }] }]);
    const cleo = await make('Cleo');
    await eve.mergePeople(cleo.id, bea.id);
    expect(value(await crm.create('prospect', [person('Bea', { function: 'CEO' })]))).toMatchObject([{ kind: 'duplicate', records: [{ id: cleo.id, fields: { lastName: 'Cleo' } }] }]);
  });

  it('sends five hundred in a handful of requests, companies before the people of them', async () => {
    const [company] = value(await crm.create('account', [{ key: key('co'), fields: { name: 'Example GmbH', website: 'example.com' } }]));
    const id = company?.kind === 'stored' ? company.record.id : '';
    sent.length = 0;
    const answers = value(await crm.create('prospect', Array.from({ length: 500 }, (_, at) => person(`P${at}`, { parent_id: id }))));
    expect(answers.every((one) => one.kind === 'stored' && one.record.fields['parent_id'] === id)).toBe(true);
    expect(sent.length).toBeLessThanOrEqual(4);
  });

  it('works for somebody who is no administrator', async () => {
    crm = connect({ login: 'sales', key: '<token:sales>' });
    const ada = await make('Ada');
    expect(value(await crm.create('prospect', [person('Ada')]))[0]).toMatchObject({ kind: 'stored', record: { id: ada.id } });
    expect((await all('prospect')).find(({ id }) => id === ada.id)?.key).toBe(ada.key);
    const [task] = value(await crm.create('followUp', [{ key: key('t'), fields: { summary: 'Call', date_deadline: '2026-04-01T15:00:00.000Z', res_id: ada.id } }]));
    expect(task).toMatchObject({ kind: 'stored' });
  });
});

describe('updating', () => {
  it('writes only what changed, many rows in few requests, and answers what stands there', async () => {
    const people = value(await crm.create('prospect', Array.from({ length: 100 }, (_, at) => person(`P${at}`, { emails: [`p${at}@example.com`] }))));
    sent.length = 0;
    const rows = people.map((one, at) => row((one as { record: { id: string; at: number; key: string } }).record, { function: `T${at}` }));
    const answers = value(await crm.update('prospect', rows));
    expect(answers.map((one) => one.kind === 'stored' && [one.record.fields['function'], one.record.fields['lastName'], one.record.fields['emails']])).toEqual(people.map((_, at) => [`T${at}`, `P${at}`, [`p${at}@example.com`]]));
    expect(sent.length).toBeLessThanOrEqual(4);
  });

  it('clears a field, keeps a number in its place, and joins the parts of a name', async () => {
    const ada = await make('Example', { function: 'CTO', phones: ['+1 1', '+1 2'] });
    const [answer] = value(await crm.update('prospect', [{ ...row(ada, { function: null, phones: ['+1 2', '+1 3'], lastName: 'Sample' }), fields: { firstName: 'Ada', lastName: 'Sample', function: null, phones: ['+1 2', '+1 3'] } }]));
    expect(answer).toMatchObject({ record: { fields: { function: null, phones: ['+1 3', '+1 2'], firstName: 'Ada', lastName: 'Sample' } } });
  });

  it('writes nothing over a newer edit, a deleted or an archived record, and does not make it anew', async () => {
    const [ada, bea, cleo, dora] = [await make('Ada'), await make('Bea'), await make('Cleo'), await make('Dora')];
    now += 5_000;
    await eve.editPerson(ada.id, { title: 'theirs' });
    await eve.destroyPerson(bea.id);
    await eve.deletePerson(cleo.id);
    const before = (await eve.people()).length;
    const answers = value(await crm.update('prospect', [ada, bea, cleo, dora].map((one) => row(one, { function: 'ours' }))));
    expect(answers.map(({ kind }) => kind)).toEqual(['stale', 'gone', 'gone', 'stored']);
    const people = await eve.people();
    expect(people).toHaveLength(before);
    expect(people.filter(({ title }) => title === 'ours').map(({ id }) => id)).toEqual([dora.id]);
  });

  it('keeps a row that the CRM refuses from holding the others', async () => {
    const [ada, bea, cleo] = [await make('Ada'), await make('Bea'), await make('Cleo')];
    const answers = value(await crm.update('prospect', [row(ada, { parent_id: '999999' }), row(bea, { parent_id: null }), row(cleo, { parent_id: null })]));
    expect(answers.map(({ kind }) => kind)).toEqual(['rejected', 'stored', 'stored']);
  });
});

describe('pulling', () => {
  it('sees everybody once at least, whatever shares a second or moves meanwhile', async () => {
    const ids: string[] = [];
    for (const count of [300, 700, 1, 400]) {
      ids.push(...value(await crm.create('prospect', Array.from({ length: count }, (_, at) => person(`P${now}-${at}`)))).map((one) => (one.kind === 'stored' ? one.record.id : '')));
      now += count === 1 ? 100 : 1_000;
    }
    const seen = new Set<string>();
    let cursor: string | undefined;
    for (let page = 0; ; page++) {
      const { records, next } = value(await crm.changes('prospect', 0, cursor));
      for (const { id } of records) seen.add(id);
      if (next === null) break;
      cursor = next;
      if (page < 6) { now += 2_000; await eve.editPerson(ids[page * 150]!, { title: 'moved' }); }
      expect(page).toBeLessThan(40);
    }
    expect(ids.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('starts so far back that a transaction which ends late is seen', async () => {
    now += 600_000;
    const { at } = await make('Ada');
    server.force('late-commit');
    const late = await make('Late');
    expect((await all('prospect', at - odoo.flags.overlap)).map(({ id }) => id)).toContain(late.id);
    expect((await all('prospect', at)).map(({ id }) => id)).not.toContain(late.id);
  });

  it('tells archived contacts as deleted, and leaves out companies and addresses of deliveries', async () => {
    const ada = await make('Ada');
    await eve.deletePerson(ada.id);
    value(await crm.create('account', [{ key: key('co'), fields: { name: 'Example GmbH' } }]));
    expect((await all('prospect')).find(({ id }) => id === ada.id)).toMatchObject({ deleted: true });
    expect((await all('account')).map(({ fields: { name } }) => name)).toEqual(['My Company', 'Example GmbH']);
    expect(value(await crm.read('prospect', [ada.id, '99999', 'nonsense']))).toHaveLength(1);
  });
});

describe('looking for people', () => {
  it('knows them by key, e-mail in any spelling, profile, and companies by domain or name', async () => {
    const [ada, bea] = [await make('Ada', { emails: ['ADA@example.com'], x_profile_url: 'https://linkedin.com/in/ada-1/' }), await make('Bea', { x_profile_url: 'https://www.linkedin.com/in/ada-12' })];
    const odd = await eve.createPerson({ firstName: 'Cleo', lastName: 'Odd', email: 'cleo@example.com, c@example.com' });
    value(await crm.create('account', [{ key: key('co'), fields: { name: '100% Example_GmbH', website: 'https://www.Example.org/about' } }]));
    const ids = async (kind: SyncKind, wanted: { emails?: string[]; linkedin?: string; domain?: string; name?: string; key?: string }[]): Promise<string[][]> => value(await crm.find(kind, wanted.map((one) => ({ key: key('none'), ...one })))).map((some) => some.map(({ id }) => id));
    expect(await ids('prospect', [{ key: bea.key }, { emails: ['ada@Example.com'] }, { linkedin: 'https://www.linkedin.com/in/ada-1' }, { emails: ['c@example.com'] }, { emails: ['x@example.com'] }])).toEqual([[bea.id], [ada.id], [ada.id], [odd], []]);
    const [byDomain, byName, other] = await ids('account', [{ domain: 'example.org' }, { name: '100% example_gmbh' }, { name: '100x ExampleyGmbH' }]);
    expect(byDomain).toHaveLength(1);
    expect(sent.some(({ body }) => body?.includes(JSON.stringify('100\\% example\\_gmbh')))).toBe(true);
    expect([byName, other]).toEqual([byDomain, []]);
  });
});
