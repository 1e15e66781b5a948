import { beforeEach, describe, expect, it } from 'vitest';
import type { Operations } from '../../src/crm/connector.ts';
import odoo from '../../src/crm/odoo.ts';
import type { Result } from '../../src/domain/failure.ts';
import type { RemoteRecord, SyncKind, Values } from '../../src/domain/sync/record.ts';
import { uuidOf } from '../../src/domain/sync/key.ts';
import { inProcess } from './dialect/in-process.ts';
import openOdoo from './dialect/odoo.ts';
import outsider from './outsider/odoo.ts';
import { pullAll } from './pull-all.ts';

const ORIGIN = 'https://crm.example.com';
let now = Date.UTC(2026, 2, 2, 9);
const server = openOdoo({ now: () => now, random: () => 0.5 });
const http = inProcess(server, ORIGIN);
const fields = Object.fromEntries(Object.entries(odoo.proposed).map(([kind, map]) => [kind, Object.values(map)]));
const crm: Operations = odoo.open(http, { origin: ORIGIN, secrets: { key: '<token>' }, settings: { login: 'admin' }, known: { profile: 'x_profile_url' }, fields }, () => now);
const eve = outsider(async (url, init) => value(await http({ ...init, method: 'POST', url })), ORIGIN, '<token>');

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.message}`);
  return result.value;
}

async function make(kind: SyncKind, text: string, values: Values): Promise<RemoteRecord> {
  const [answer] = value(await crm.create(kind, [{ key: uuidOf(text), fields: values }]));
  if (answer?.kind !== 'stored') throw new Error(JSON.stringify(answer));
  return answer.record;
}

const all = (kind: SyncKind): Promise<RemoteRecord[]> => pullAll(crm, kind);

const edit = (record: RemoteRecord, changes: Values): Parameters<Operations['update']>[1] => [{ id: record.id, key: record.key!, at: record.at, changed: Object.keys(changes), fields: { ...record.fields, ...changes } }];

let ada = '';
beforeEach(async () => {
  server.reset();
  now += 10_000;
  ada = (await make('prospect', 'ada', { firstName: 'Ada', lastName: 'Example' })).id;
});

describe('notes and touches', () => {
  it('keep their text, whatever it looks like, and lie on their person with their own time', async () => {
    const text = 'a <b>bold</b> & "quoted"\n\nsecond <line';
    const note = await make('note', 'n', { body: text, date: '2026-01-05T10:00:00.000Z', res_id: ada });
    expect(note).toMatchObject({ key: uuidOf('n'), deleted: false, fields: { body: text, date: '2026-01-05T10:00:00.000Z', res_id: ada } });
    expect(await all('note')).toEqual([note]);
    expect(await eve.notes(ada)).toEqual([text]);
  });

  it('are made once, and found by their key or their text after an unanswered create', async () => {
    const note = await make('note', 'n', { body: 'Talked', res_id: ada });
    expect(await make('note', 'n', { body: 'Talked', res_id: ada })).toEqual(note);
    const found = value(await crm.find('note', [{ key: uuidOf('n') }, { key: uuidOf('other'), prospect: ada, name: 'Talked' }, { key: uuidOf('none'), prospect: ada, name: 'x' }]));
    expect(found.map((some) => some.map(({ id }) => id))).toEqual([[note.id], [note.id], []]);
    await make('touch', 't', { body: '→ email', res_id: ada });
    expect(await eve.notes(ada)).toEqual(['Talked', '→ email']);
  });

  it('of nobody are refused without holding the others', async () => {
    const answers = value(await crm.create('note', [{ key: uuidOf('1'), fields: { body: 'x', res_id: '99999' } }, { key: uuidOf('2'), fields: { body: 'y', res_id: ada } }]));
    expect(answers.map(({ kind }) => kind)).toEqual(['gone', 'stored']);
  });

  it('are edited and removed, and one that is emptied in the app is deleted', async () => {
    const [one, two] = [await make('note', '1', { body: 'one', res_id: ada }), await make('note', '2', { body: 'two', res_id: ada })];
    expect(value(await crm.update('note', edit(one, { body: 'new' })))).toMatchObject([{ kind: 'stored', record: { fields: { body: 'new' } } }]);
    expect(value(await crm.remove('note', [one.id, '99999']))).toBeNull();
    expect(await eve.notes(ada)).toEqual(['two']);
    value(await crm.update('note', edit(two, { body: null })));
    expect(await all('note')).toMatchObject([{ id: two.id, deleted: true }]);
  });
});

describe('follow-ups', () => {
  const due = '2026-04-01T19:30:00.000Z';

  it('keep the time of day although Odoo has days only, until somebody moves the day', async () => {
    const task = await make('followUp', 't', { summary: 'Call', date_deadline: due, done: false, res_id: ada });
    expect(task).toMatchObject({ key: uuidOf('t'), fields: { summary: 'Call', date_deadline: due, done: false, res_id: ada } });
    expect(await all('followUp')).toEqual([task]);
    await jsonrpc('mail.activity', 'write', [[Number(task.id)], { date_deadline: '2026-04-03' }]);
    expect(await all('followUp')).toMatchObject([{ fields: { date_deadline: '2026-04-03T12:00:00.000Z' } }]);
  });

  it('have the day that it is where the rep is', async () => {
    const task = await make('followUp', 't', { summary: 'Call', date_deadline: '2026-04-02T01:00:00.000Z', res_id: ada });
    expect(await jsonrpc('mail.activity', 'read', [[Number(task.id)], ['date_deadline']])).toMatchObject([{ date_deadline: '2026-04-01' }]);
    expect(task.fields['date_deadline']).toBe('2026-04-02T01:00:00.000Z');
  });

  it('that somebody completes there are done, not gone', async () => {
    const [one, two] = [await make('followUp', '1', { summary: 'Call', date_deadline: due, res_id: ada }), await make('followUp', '2', { summary: 'Write', date_deadline: due, res_id: ada })];
    await eve.completeTask(one.id);
    expect(await all('followUp')).toMatchObject([{ id: two.id }, { id: one.id, key: uuidOf('1'), deleted: false, fields: { done: true } }]);
    expect(value(await crm.read('followUp', [one.id, two.id]))).toMatchObject([{ id: two.id }, { id: one.id, fields: { done: true } }]);
    expect(value(await crm.find('followUp', [{ key: uuidOf('1'), prospect: ada }]))).toMatchObject([[{ id: one.id, fields: { done: true } }]]);
    expect(value(await crm.update('followUp', edit(one, { summary: 'x' })))).toMatchObject([{ kind: 'stored', record: { fields: { done: true } } }]);
    expect(value(await crm.update('followUp', edit(one, { done: false })))).toMatchObject([{ kind: 'rejected' }]);
  });

  it('are completed with the last changes, and cancelled ones are gone', async () => {
    const [one, two] = [await make('followUp', '1', { summary: 'Call', date_deadline: due, res_id: ada }), await make('followUp', '2', { summary: 'Write', date_deadline: due, res_id: ada })];
    expect(value(await crm.update('followUp', edit(one, { summary: 'Called', done: true })))).toMatchObject([{ kind: 'stored', record: { id: one.id, fields: { summary: 'Called', done: true } } }]);
    expect(await eve.tasks(ada)).toMatchObject([{ title: 'Write', done: false }, { title: 'Called', done: true }]);
    value(await crm.remove('followUp', [two.id]));
    expect(value(await crm.update('followUp', edit(two, { summary: 'x' })))).toEqual([{ kind: 'gone' }]);
  });

  it('of a colleague stay with the colleague, and a note that somebody wrote on one stays', async () => {
    await jsonrpc('mail.activity', 'create', [{ res_model_id: 85, res_id: Number(ada), summary: 'Hers', date_deadline: '2026-04-01', user_id: 8 }]);
    const id = await jsonrpc('mail.activity', 'create', [{ res_model_id: 85, res_id: Number(ada), summary: 'Mine', note: '<p>bring the offer</p>', date_deadline: '2026-04-01' }]);
    const [mine, ...others] = await all('followUp');
    expect([mine?.id, others]).toEqual([String(id), []]);
    value(await crm.update('followUp', [{ ...edit({ ...mine!, key: uuidOf('m') }, { date_deadline: due })[0]! }]));
    expect(await jsonrpc('mail.activity', 'read', [[id], ['note', 'date_deadline']])).toMatchObject([{ note: '<p>bring the offer</p>', date_deadline: '2026-04-01' }]);
  });

  it('of nobody are refused without holding the others', async () => {
    const answers = value(await crm.create('followUp', [{ key: uuidOf('1'), fields: { summary: 'x', date_deadline: due, res_id: '99999' } }, { key: uuidOf('2'), fields: { summary: 'y', date_deadline: due, res_id: ada } }]));
    expect(answers.map(({ kind }) => kind)).toEqual(['gone', 'stored']);
  });
});

async function jsonrpc(model: string, method: string, args: unknown[]): Promise<unknown> {
  const { text } = value(await http({ method: 'POST', url: `${ORIGIN}/jsonrpc`, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ params: { service: 'object', method: 'execute_kw', args: ['odoo16', 2, '<token>', model, method, args] } }) }));
  return (JSON.parse(text) as { result: unknown }).result;
}

it('makes what was done before it came here, and has it done', async () => {
  server.reset();
  const person = await make('prospect', 'ada', { firstName: 'Ada', lastName: 'Sample' });
  const call = await make('followUp', 'call', { summary: 'Call', date_deadline: '2026-03-05T08:30:00.000Z', done: true, res_id: person.id });
  expect(call.fields['done']).toBe(true);
  expect(await eve.tasks(person.id)).toMatchObject([{ title: 'Call', done: true }]);
});
