import { describe, expect, test } from 'vitest';
import type { Http } from '../../src/crm/connector.ts';
import odoo from '../../src/crm/odoo.ts';
import { uuidOf } from '../../src/domain/sync/key.ts';
import { benchOn, type Bench, type Device } from './conformance/bench.ts';
import { dialectGround } from './conformance/dialect-ground.ts';
import openOdoo from './dialect/odoo.ts';
import outsider from './outsider/odoo.ts';

const DUE = '2026-04-01T19:30:00.000Z';

/** A device with Ada in the CRM; `rpc` is what a user does there, `changing` lies between the connector and the server. */
async function office(changing: (http: Http) => Http = (http) => http): Promise<{ bench: Bench; rep: Device; ada: number; rpc(model: string, method: string, ...args: unknown[]): Promise<unknown> }> {
  const ground = await dialectGround(odoo, openOdoo, outsider);
  const http = changing(ground.http);
  const bench = benchOn({ ...ground, http });
  const rep = bench.device();
  rep.add('prospect', 'ada', bench.person('Ada'));
  await bench.rest(rep);
  return {
    bench, rep, ada: Number(rep.remote('prospect', 'ada')),
    async rpc(model, method, ...args) {
      const answer = await http({ method: 'POST', url: `${ground.access.origin}/jsonrpc`, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ params: { service: 'object', method: 'execute_kw', args: ['odoo16', 2, '<token>', model, method, args] } }) });
      return answer.ok ? (JSON.parse(answer.value.text) as { result: unknown }).result : undefined;
    },
  };
}

type Office = Awaited<ReturnType<typeof office>>;

/** A user's own follow-up on Ada, and how it is called here once it has come. */
async function plan({ bench, rep, ada, rpc }: Office, summary: string): Promise<{ id: number; here: string }> {
  const before = new Set(rep.rows('followUp').map(({ id }) => id));
  const id = Number(await rpc('mail.activity', 'create', { res_model_id: 85, res_id: ada, summary, date_deadline: '2026-04-01' }));
  await bench.tick();
  await bench.rest(rep);
  return { id, here: rep.rows('followUp').find((one) => !before.has(one.id))!.id };
}

describe('where Odoo deletes what is done', () => {
  test('a follow-up that was made there and is completed there comes back done', async () => {
    const at = await office();
    const { id, here } = await plan(at, 'Call <Ada> & Co');
    expect(at.rep.row('followUp', here).values).toMatchObject({ text: 'Call <Ada> & Co', done: false });
    await at.bench.tick();
    await at.rpc('mail.activity', 'action_feedback', [id]);
    await at.bench.tick();
    await at.bench.rest(at.rep);
    expect(at.rep.row('followUp', here).values).toMatchObject({ text: 'Call <Ada> & Co', done: true });
    // and it stays so: what is left there is looked up as well
    await at.bench.rest(at.rep);
    expect(at.rep.link('followUp', here)?.state).toBe('linked');
  });

  test('one of ours whose note a colleague has rewritten comes back done, too', async () => {
    const { bench, rep, rpc } = await office();
    rep.add('followUp', 'f', { text: 'Send the offer', dueAt: DUE, done: false, prospect: 'ada' });
    await bench.rest(rep);
    const id = Number(rep.remote('followUp', 'f'));
    await rpc('mail.activity', 'write', [id], { note: '<p>with the new prices</p>' });
    await rpc('mail.activity', 'action_feedback', [id]);
    await bench.tick();
    await bench.rest(rep);
    expect(rep.row('followUp', 'f').values['done']).toBe(true);
  });

  test('one whose making broke off before its note had its number comes back done, with the next pull', async () => {
    const { bench, rep, ada, rpc } = await office();
    rep.book.sync.sweptAt = Number.MAX_SAFE_INTEGER;
    const note = `<p>Paydirt follow-up 0, due 2026-04-01 at ${DUE}, key ${uuidOf('x')}</p>`;
    const id = Number(await rpc('mail.activity', 'create', { res_model_id: 85, res_id: ada, summary: 'Call', date_deadline: '2026-04-01', note }));
    await bench.tick();
    await bench.rest(rep);
    expect(rep.rows('followUp').map(({ values }) => [values['text'], values['done'], values['dueAt']])).toEqual([['Call', false, DUE]]);
    await rpc('mail.activity', 'action_feedback', [id]);
    await bench.tick();
    await bench.rest(rep);
    expect(rep.rows('followUp').map(({ values }) => [values['text'], values['done']])).toEqual([['Call', true]]);
  });

  test('one that is completed before its note had its number comes back done with the next pull, by its key', async () => {
    const { bench, rep, rpc } = await office();
    rep.add('followUp', 'f', { text: 'Send the offer', dueAt: DUE, done: false, prospect: 'ada' });
    await bench.rest(rep);
    rep.book.sync.sweptAt = Number.MAX_SAFE_INTEGER;
    const id = Number(rep.remote('followUp', 'f'));
    await rpc('mail.activity', 'write', [id], { note: `<p>Paydirt follow-up 0, due 2026-04-01 at ${DUE}, key ${rep.link('followUp', 'f')!.key}</p>` });
    await rpc('mail.activity', 'action_feedback', [id]);
    await bench.tick();
    await bench.rest(rep);
    expect(rep.rows('followUp').map(({ id: here, values }) => [here, values['done']])).toEqual([['f', true]]);
  });

  test('one that was completed before anybody heard of it is found by its key, and not made again', async () => {
    const { bench, ada, rpc } = await office();
    const note = `<p>Paydirt follow-up 0, due 2026-04-01 at ${DUE}, key ${uuidOf('x')}</p>`;
    const id = Number(await rpc('mail.activity', 'create', { res_model_id: 85, res_id: ada, summary: 'Call', date_deadline: '2026-04-01', note }));
    await rpc('mail.activity', 'action_feedback', [id]);
    const found = await bench.crm.find('followUp', [{ key: uuidOf('x'), prospect: String(ada), name: 'Call' }, { key: uuidOf('y'), prospect: String(ada), name: 'Call' }]);
    expect(found).toMatchObject({ ok: true, value: [[{ key: uuidOf('x'), fields: { summary: 'Call', done: true } }], []] });
    const [record] = found.ok ? found.value[0]! : [];
    expect(await bench.crm.read('followUp', [record!.id])).toEqual({ ok: true, value: [record] });
  });

  test('one that is cancelled stays open here, also when another of that name was done before it was made', async () => {
    const at = await office();
    const first = await plan(at, 'Call');
    await at.rpc('mail.activity', 'action_feedback', [first.id]);
    await at.bench.tick();
    await at.bench.rest(at.rep);
    const second = await plan(at, 'Call');
    await at.rpc('mail.activity', 'unlink', [second.id]);
    await at.bench.tick();
    await at.bench.rest(at.rep);
    expect([first, second].map(({ here }) => at.rep.row('followUp', here).values['done'])).toEqual([true, false]);
  });

  test('of two of one name as many are done here as there', async () => {
    const at = await office();
    const [one, two] = [await plan(at, 'Call'), await plan(at, 'Call')];
    for (const { id } of [one, two]) await at.rpc('mail.activity', 'action_feedback', [id]);
    await at.bench.tick();
    await at.bench.rest(at.rep);
    expect([one, two].map(({ here }) => at.rep.row('followUp', here).values['done'])).toEqual([true, true]);
  });
});

describe('where Odoo keeps what is done (17 and later)', () => {
  /** Such a server, as its documents have it: what is done is archived, and its state says so. */
  const keeping = (asked: string[] = []) => (http: Http): Http => {
    const done = new Set<number>();
    return async (request) => {
      const { method: what, params } = JSON.parse(request.body ?? '{}') as { method?: string; params?: { args: unknown[] } };
      const [, , , model, method, args] = (params?.args ?? []) as [string, number, string, string, string, unknown[]];
      if (model !== 'mail.activity') return http(request);
      const ids = Array.isArray(args?.[0]) ? args[0] as number[] : [];
      const said = (result: unknown): Awaited<ReturnType<Http>> => ({ ok: true, value: { status: 200, headers: {}, text: JSON.stringify({ jsonrpc: '2.0', id: 1, result, what }) } });
      if (/^action_(feedback|unarchive)$/.test(method)) {
        asked.push(method);
        for (const id of ids) if (method === 'action_feedback') done.add(id); else done.delete(id);
        // what is archived counts as written
        await http({ ...request, body: JSON.stringify({ params: { ...params, args: [...params!.args.slice(0, 4), 'write', [ids, { user_id: 2 }]] } }) });
        return said(true);
      }
      const answer = await http(request);
      if (!answer.ok || !/read$/.test(method)) return answer;
      const { result } = JSON.parse(answer.value.text) as { result: { id: number; state?: string }[] };
      return said(result.map((row) => (row.state !== undefined && done.has(row.id) ? { ...row, state: 'done' } : row)));
    };
  };

  test('a follow-up that is completed there comes back done and stays so', async () => {
    const at = await office(keeping());
    const { id, here } = await plan(at, 'Call');
    await at.rpc('mail.activity', 'action_feedback', [id]);
    await at.bench.tick();
    await at.bench.rest(at.rep);
    expect(at.rep.row('followUp', here).values['done']).toBe(true);
    await at.bench.rest(at.rep);
    expect(at.rep.row('followUp', here).values['done']).toBe(true);
  });

  test('what is done here is done there once, and what is opened again is open there', async () => {
    const asked: string[] = [];
    const at = await office(keeping(asked));
    const { here } = await plan(at, 'Call');
    at.rep.edit('followUp', here, { done: true });
    await at.bench.rest(at.rep);
    at.rep.edit('followUp', here, { text: 'Called' });
    await at.bench.rest(at.rep);
    at.rep.edit('followUp', here, { done: false });
    await at.bench.rest(at.rep);
    expect(asked).toEqual(['action_feedback', 'action_unarchive']);
    expect(await at.bench.held('followUp', at.rep.remote('followUp', here))).toMatchObject({ text: 'Called', done: false });
  });
});
