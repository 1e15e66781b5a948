import { beforeEach, describe, expect, it } from 'vitest';
import outsider from './outsider/odoo.ts';
import openOdoo from './dialect/odoo.ts';

let now = Date.UTC(2026, 2, 2, 9, 0, 0, 250);
const odoo = openOdoo({ now: () => now, random: () => 0.5 });
const everybody = { context: { active_test: false } };

interface Refusal {
  error: { name: string; message: string };
}

function send(params: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }): ReturnType<typeof odoo.handle> {
  return odoo.handle({ method: 'POST', path: '/jsonrpc', headers, body: JSON.stringify({ jsonrpc: '2.0', method: 'call', id: 1, params }) });
}

/** The result of a call, or what is wrong with it. */
function call(model: string, method: string, args: unknown[], kwargs: Record<string, unknown> = {}, who: [number, string] = [2, '<token>']): unknown {
  const { body } = send({ service: 'object', method: 'execute_kw', args: ['odoo16', ...who, model, method, args, kwargs] });
  const { result, error } = JSON.parse(body) as { result?: unknown; error?: { data: unknown } };
  return error ? { error: error.data } : result;
}

function load(rows: unknown[][], columns = ['id', 'name', 'email']): { ids: number[] | false; messages: { message: string; record: number }[] } {
  return call('res.partner', 'load', [columns, rows]) as ReturnType<typeof load>;
}

function names(domain: unknown[], kwargs: Record<string, unknown> = {}): string[] {
  return (call('res.partner', 'search_read', [domain], { fields: ['name'], order: 'id', ...kwargs }) as { name: string }[]).map(({ name }) => name);
}

function somebody(name = 'Ada Example', more: Record<string, unknown> = {}): number {
  return call('res.partner', 'create', [{ name, ...more }]) as number;
}

function writeDate(id: number): string {
  return (call('res.partner', 'read', [[id], ['write_date']]) as { write_date: string }[])[0]!.write_date;
}

beforeEach(() => {
  odoo.reset();
});

describe('load()', () => {
  it('writes nothing at all when one row is bad, and names every bad row', () => {
    const { ids, messages } = load([['x.a', 'Ada', ''], ['x.b', '', ''], ['x.c', 'Cleo', ''], ['x.d', '', '']]);
    expect(ids).toBe(false);
    expect(messages.map(({ record }) => record)).toEqual([1, 3]);
    expect(names([['name', 'in', ['Ada', 'Cleo']]])).toEqual([]);
    expect(call('ir.model.data', 'search_count', [[['module', '=', 'x']]])).toBe(0);
  });

  it('updates nothing when a later row is bad', () => {
    load([['x.a', 'Ada', 'ada@example.com']]);
    load([['x.a', 'Changed', ''], ['x.b', '', '']]);
    expect(names([['email_normalized', '=', 'ada@example.com']])).toEqual(['Ada']);
  });

  it('stops telling after ten bad rows', () => {
    const { messages } = load(Array.from({ length: 30 }, (_, at) => [`x.${at}`, '', '']));
    expect(messages).toHaveLength(11);
  });

  it('links to a record of an earlier row', () => {
    const { ids } = load([['x.co', 'Example GmbH', '1', ''], ['x.ada', 'Ada', '', 'x.co']], ['id', 'name', 'is_company', 'parent_id/id']);
    const [company, person] = ids as number[];
    expect(call('res.partner', 'read', [[person], ['parent_id']])).toEqual([{ id: person, parent_id: [company, 'Example GmbH'] }]);
  });

  it('loses a race when it is told to, writes nothing then, and works when repeated', () => {
    odoo.force('load-conflict');
    expect(load([['x.a', 'Ada', '']])).toMatchObject({ ids: false, messages: [{ message: 'could not serialize access due to concurrent update\n', record: 0 }] });
    expect(names([['name', '=', 'Ada']])).toEqual([]);
    expect(load([['x.a', 'Ada', '']]).ids).toHaveLength(1);
  });
});

describe('the clock', () => {
  it('shows seconds but keeps more, and gives a transaction one moment', () => {
    const { ids } = load([['x.a', 'Ada', ''], ['x.b', 'Bea', '']]);
    const shown = writeDate((ids as number[])[0]!);
    expect(shown).toBe('2026-03-02 09:00:00');
    expect(names([['write_date', '=', shown]])).toEqual([]);
    expect(names([['write_date', '>', shown]])).toEqual(['Ada', 'Bea']);
  });

  it('keeps the order of writes that come within one millisecond', () => {
    const [ada, bea] = [somebody('Ada'), somebody('Bea')];
    call('res.partner', 'write', [[ada], {}]);
    expect(names([['id', 'in', [ada, bea]]], { order: 'write_date asc, id asc' })).toEqual(['Bea', 'Ada']);
    expect(names([['write_date', '>=', '2026-03-02 09:00:00']], { order: 'write_date asc, id asc', limit: 1 })).toEqual(['Bea']);
  });

  it('commits late when it is told to: below a watermark that was already taken', () => {
    now += 60_000;
    const seen = writeDate(somebody('Ada'));
    odoo.force('late-commit');
    somebody('Late');
    expect(names([['write_date', '>=', seen]])).toEqual(['Ada']);
    expect(names([['write_date', '>=', '2026-03-02 08:58:00']], { order: 'write_date asc, id asc' }).slice(-2)).toEqual(['Late', 'Ada']);
  });

  it('moves with a write that changes nothing, but not with a note, a follow-up or an update of another', () => {
    const ada = somebody();
    const before = writeDate(ada);
    now += 5000;
    call('res.partner', 'message_post', [[ada]], { body: 'x' });
    call('res.partner', 'activity_schedule', [[ada]], { act_type_xmlid: 'mail.mail_activity_data_todo', summary: 'Call' });
    expect(writeDate(ada)).toBe(before);
    call('res.partner', 'write', [[ada], {}]);
    expect(writeDate(ada)).not.toBe(before);
  });

  it('never shows a person again that was written once more, however the pages are cut', () => {
    const ids = load(Array.from({ length: 20 }, (_, at) => [`x.${at}`, `P${at}`, ''])).ids as number[];
    call('res.partner', 'write', [[ids[3]], { function: 'moved' }]);
    const pages = Array.from({ length: 7 }, (_, at) => names([['write_date', '>=', '2026-03-02 08:59:00'], ['name', 'like', 'P']], { order: 'write_date asc, id asc', limit: 3, offset: at * 3 })).flat();
    expect(pages).toHaveLength(20);
    expect(new Set(pages).size).toBe(20);
    expect(pages.at(-1)).toBe('P3');
  });
});

describe('rights', () => {
  const reader: [number, string] = [6, '<token:readonly>'];
  const seller: [number, string] = [8, '<token:sales>'];

  it('let a seller make contacts and tags but not look into the administration', () => {
    const made = call('res.partner', 'load', [['id', 'name'], [['x.a', 'Ada']]], {}, seller) as { ids: number[] };
    expect(made.ids).toHaveLength(1);
    expect(call('res.partner', 'get_external_id', [made.ids], {}, seller)).toEqual({ [String(made.ids[0])]: 'x.a' });
    expect(call('ir.model.data', 'search_read', [[]], {}, seller)).toMatchObject({ error: { name: 'odoo.exceptions.AccessError' } });
    expect(call('ir.model.data', 'check_object_reference', ['x', 'a'], {}, seller)).toEqual(['res.partner', made.ids[0]]);
  });

  it('are denied to keys that nobody has, and to an empty one', () => {
    for (const key of ['<token:revoked>', '<token:expired>', '<token:forged-signature>', '']) {
      expect(call('res.partner', 'search', [[]], {}, [2, key])).toMatchObject({ error: { name: 'odoo.exceptions.AccessDenied' } });
    }
  });

  it('keep a reader from following up on a contact that is gone', () => {
    expect((call('res.partner', 'read', [[3], ['name']], {}, [7, '<token:noaccess>']) as Refusal).error.name).toBe('odoo.exceptions.AccessError');
    expect((call('res.partner', 'action_archive', [[3]], {}, reader) as Refusal).error.message).toContain('not allowed to modify');
  });
});

describe('records', () => {
  it('are undone together: the second of two that cannot be made takes the first with it', () => {
    call('res.partner', 'create', [[{ name: 'First' }, {}]]);
    expect(names([['name', '=', 'First']])).toEqual([]);
  });

  it('take their messages, follow-ups and external ids with them', () => {
    const [ada] = load([['x.a', 'Ada', '']]).ids as number[];
    call('res.partner', 'message_post', [[ada]], { body: 'x' });
    call('res.partner', 'activity_schedule', [[ada]], { summary: 'Call' });
    call('res.partner', 'unlink', [[ada]]);
    for (const model of ['mail.message', 'mail.activity']) expect(call(model, 'search_count', [[['res_id', '=', ada]]])).toBe(0);
    expect(call('ir.model.data', 'search_count', [[['name', '=', 'a']]])).toBe(0);
  });

  it('cannot be deleted while a user is tied to them', () => {
    expect(call('res.partner', 'unlink', [[3]])).toMatchObject({ error: { name: 'odoo.exceptions.UserError' } });
  });

  it('fill the gaps of the winner when they are merged, and leave their tags, people and keys to it', () => {
    const tag = call('res.partner.category', 'create', [{ name: 'Prospect' }]);
    const [keep, lose] = load([['x.a', 'Ada', ''], ['x.b', 'Ada B', 'b@example.com']]).ids as number[];
    call('res.partner', 'write', [[lose], { phone: '+1', category_id: [[4, tag]] }]);
    const wizard = call('base.partner.merge.automatic.wizard', 'create', [{ partner_ids: [[6, 0, [keep, lose]]], dst_partner_id: keep }]);
    call('base.partner.merge.automatic.wizard', 'action_merge', [[wizard]]);
    expect(call('res.partner', 'read', [[keep], ['name', 'email', 'phone', 'category_id']])).toEqual([{ id: keep, name: 'Ada', email: 'b@example.com', phone: '+1', category_id: [tag] }]);
    expect(call('ir.model.data', 'check_object_reference', ['x', 'b'])).toEqual(['res.partner', keep]);
  });

  it('give their address to people, and take that of the first person', () => {
    const company = somebody('Example GmbH', { is_company: true });
    somebody('Ada', { parent_id: company, city: 'Berlin' });
    expect(call('res.partner', 'read', [[company], ['city']])).toEqual([{ id: company, city: 'Berlin' }]);
    const bea = somebody('Bea', { parent_id: company, city: 'Hamburg' });
    expect(call('res.partner', 'read', [[bea], ['city']])).toEqual([{ id: bea, city: 'Berlin' }]);
  });

  it('lose their company when it is deleted, and count as written then', () => {
    const company = somebody('Example GmbH', { is_company: true });
    const ada = somebody('Ada', { parent_id: company });
    const before = writeDate(ada);
    now += 5000;
    call('res.partner', 'unlink', [[company]]);
    expect(call('res.partner', 'read', [[ada], ['parent_id']])).toEqual([{ id: ada, parent_id: false }]);
    expect(writeDate(ada)).not.toBe(before);
  });

  it('have a new field as soon as the administrator adds it, and lose it with the field', () => {
    const [field] = call('ir.model.fields', 'search', [[['model', '=', 'res.partner'], ['name', '=', 'x_profile_url']]]) as number[];
    call('ir.model.fields', 'unlink', [[field]]);
    expect((call('res.partner', 'create', [{ name: 'Ada', x_profile_url: 'x' }]) as Refusal).error.message).toBe("Invalid field 'x_profile_url' on model 'res.partner'");
    call('ir.model.fields', 'create', [{ model_id: 85, name: 'x_profile_url', field_description: 'Profile URL', ttype: 'char', size: 3 }]);
    const ada = somebody('Ada', { x_profile_url: 'longer' });
    expect(call('res.partner', 'search', [[['x_profile_url', '=', 'lon']]])).toEqual([ada]);
  });

  it('number a hundred thousand and are still found, paged and counted', () => {
    const rows = Array.from({ length: 1000 }, (_, at) => at);
    for (let block = 0; block < 100; block++) load(rows.map((at) => [`x.${block}_${at}`, `P ${block} ${at}`, `p${block}-${at}@example.com`]));
    expect(names([['email_normalized', '=', 'p77-3@example.com']])).toEqual(['P 77 3']);
    expect(names([['write_date', '>=', '2026-03-02 08:00:00']], { order: 'write_date asc, id asc', offset: 100_000, limit: 200 }).length).toBeGreaterThan(0);
    expect(call('res.partner', 'search_count', [[['name', 'like', 'P 5']]])).toBe(11_000);
  });
});

describe('domains', () => {
  it.each([
    [['|', ['name', '=', 'Ada'], ['name', '=', 'Bea']], ['Ada', 'Bea']],
    [['!', ['name', '=', 'Ada'], ['name', 'in', ['Ada', 'Bea']]], ['Bea']],
    [['&', '|', ['name', '=', 'Ada'], ['name', '=', 'Bea'], ['function', '=', false]], ['Bea']],
    [[['parent_id.name', '=', 'Example GmbH']], ['Ada']],
    [[['parent_id', 'ilike', 'gmbh']], ['Ada']],
    [[['function', '!=', 'CTO'], ['name', 'in', ['Ada', 'Bea']]], ['Bea']],
    [[['name', 'not ilike', 'a'], ['id', '>', 1000]], ['Example GmbH'].filter((name) => !/a/i.test(name))],
    [[['name', '=like', 'B_a']], ['Bea']],
    [[['active', 'in', [true, false]], ['name', '=', 'Gone']], ['Gone']],
    [[['name', '=', 'Gone']], []],
  ])('%j', (domain, found) => {
    const company = somebody('Example GmbH', { is_company: true });
    somebody('Ada', { parent_id: company, function: 'CTO' });
    somebody('Bea');
    somebody('Gone', { active: false });
    expect(names(domain).filter((name) => name !== 'Example GmbH')).toEqual(found.filter((name) => name !== 'Example GmbH'));
  });
});

describe('the wire', () => {
  it('is closed to other origins and to what is no JSON, and tells the time of its own clock', () => {
    expect(send({}, { 'content-type': 'text/plain' }).status).toBe(400);
    const answer = send({ service: 'common', method: 'version', args: [] });
    expect(answer.headers.date).toBe(new Date(now).toUTCString());
    expect(Object.keys(answer.headers).some((name) => name.startsWith('access-control'))).toBe(false);
  });

  it('forgets everything on reset', () => {
    somebody('Ada');
    odoo.reset();
    expect(names([['name', '=', 'Ada']])).toEqual([]);
  });
});

describe('an outsider', () => {
  const fetch = (url: string, init: { method: string; headers: Record<string, string>; body?: string }): Promise<{ status: number; headers: Record<string, string>; text: string }> => {
    const { status, headers, body } = odoo.handle({ method: init.method, path: new URL(url).pathname, headers: init.headers, body: init.body ?? '' });
    return Promise.resolve({ status, headers, text: body });
  };
  const eve = outsider(fetch, 'https://crm.example.com', '<token>');

  it('makes, edits, archives, destroys and merges people', async () => {
    const id = await eve.createPerson({ firstName: 'Ada', lastName: 'Zz-1', email: 'ada@example.com', title: 'CTO' });
    await eve.editPerson(id, { firstName: 'Augusta', title: '' });
    const other = await eve.createPerson({ firstName: 'Bea', lastName: 'Zz-2' });
    await eve.deletePerson(other);
    const mine = async (): Promise<unknown[]> => (await eve.people()).filter(({ lastName }) => lastName.startsWith('Zz-'));
    expect(await mine()).toEqual([
      { id, firstName: 'Augusta', lastName: 'Zz-1', emails: ['ada@example.com'], title: '', deleted: false },
      { id: other, firstName: 'Bea', lastName: 'Zz-2', emails: [], title: '', deleted: true },
    ]);
    await eve.mergePeople(id, other);
    expect(await mine()).toHaveLength(1);
    await eve.destroyPerson(id);
    expect(await mine()).toEqual([]);
  });

  it('sees notes and follow-ups, open ones and done ones', async () => {
    const id = await eve.createPerson({ firstName: 'Ada', lastName: 'Zz-1' });
    call('res.partner', 'message_post', [[Number(id)]], { body: '<p>one &lt; two</p>', message_type: 'comment', subtype_xmlid: 'mail.mt_note' });
    call('res.partner', 'activity_schedule', [[Number(id)]], { summary: 'Call' });
    expect(await eve.notes(id)).toEqual(['one < two']);
    const [task] = await eve.tasks(id);
    await eve.completeTask(task!.id);
    expect(await eve.tasks(id)).toMatchObject([{ title: 'Call', done: true }]);
  });

  it('cleans up after a test run, and nothing else', async () => {
    await eve.createPerson({ firstName: 'Ada', lastName: 'Zz-1' });
    somebody('Zz-Example GmbH', { is_company: true });
    somebody('Azz-1');
    const before = call('res.partner', 'search_count', [[]], everybody) as number;
    await eve.cleanUp('Zz-');
    expect(call('res.partner', 'search_count', [[]], everybody)).toBe(before - 2);
  });
});
