// A CRM for real: connected through the panel, filled while the worker is killed again and again, and still exactly one record a
// prospect. The CRM (EspoCRM's dialect, over HTTP) has no unique key and takes records one by one: nothing but the sync's own care helps.
import assert from 'node:assert/strict';
import { openCrm } from '../crm-server.mjs';
import { putRows, rows, wake } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const PEOPLE = 24;
const KILLS = 10;
const TOKEN = '<token>';
const KEY = { 'x-api-key': TOKEN };
const field = (value, at) => ({ value, source: { kind: 'hand', name: 'rep' }, at });

const prospect = (at, now) => ({
  id: `p${at}`, kind: 'prospect', keys: [`linkedin:in/p${at}`, `email:p${at}@example.com`], suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: now, updatedAt: now,
  fields: { name: field(`Ada Number${at}`, now), emails: field([`p${at}@example.com`], now), profiles: field([`https://www.linkedin.com/in/p${at}`], now) },
});
const contacts = (crm) => crm.send('GET', '/api/v1/Contact?maxSize=200&select=id,firstName,lastName,emailAddress,modifiedAt', KEY).list;
const named = (crm, last) => contacts(crm).find((one) => one.lastName === last);
const state = async (session) => (await rows(session, 'syncStates'))[0];
const settled = (session) => until(async () => {
  const now = await state(session);
  return now?.doneAt !== undefined && !now.progress && (await rows(session, 'outbox')).length === 0;
}, 'everything to be sent', 50_000);
const run = async (session, panel) => {
  const before = (await state(session)).doneAt;
  await panel.click(the.syncNow);
  await until(async () => (await state(session)).doneAt !== before, 'a run to end');
};

export const steps = {
  'a CRM is connected by its address and key, and asked for by its origin alone': async (session, world) => {
    const crm = world.crm = await openCrm('espocrm');
    session.network.connect(crm.origin);
    const now = Date.now();
    const people = Array.from({ length: PEOPLE }, (_, at) => prospect(at, now));
    const panel = world.panel = await session.openPanel(undefined, the.place('connect'));
    await panel.see(the.crmOffer);
    await putRows(session, {
      prospects: people,
      notes: [0, 1, 2].map((at) => ({ id: `n${at}`, prospectId: `p${at}`, text: `Met in Bonn ${at}`, createdAt: now, updatedAt: now })),
      followUps: [{ id: 'f0', prospectId: 'p0', dueAt: now + 3_600_000, open: 1, words: 'in 1h', zone: 'UTC', text: 'Send the deck', createdAt: now, updatedAt: now }],
    });
    // somebody is there already: by the same e-mail, with a name that agrees
    crm.send('POST', '/api/v1/Contact', KEY, { firstName: 'Ada', lastName: 'Number3', emailAddress: 'P3@example.com', description: 'from the CRM' });
    await panel.evaluate((css) => [...document.querySelectorAll(css)].find((one) => one.innerText.includes('EspoCRM')).querySelector('input').click(), the.crmOffer);
    await panel.fill(the.crmField('address'), crm.origin);
    await panel.fill(the.crmField('apiKey'), TOKEN);
    await session.allow('http://127.0.0.1/*', () => panel.click(the.crmTry));
    await panel.see(the.crmFound);
    await panel.click(the.crmConnect);
    await panel.see(the.firstStart);
    assert.equal(contacts(crm).length, 1, 'something was written before the rep has started it');
  },

  'the preview says who is new and who is there already': async (_session, { panel }) => {
    await panel.until((css) => [...document.querySelectorAll(css)].map((one) => one.innerText.split('\n')[0]).slice(0, 2).join() === '27,1', '.tile', 'everybody to be counted');
  },

  [`the worker is killed ${KILLS} times in mid-batch, and everybody is there once`]: async (session, { panel, crm }) => {
    let turn = 0;
    let held = crm.hold(() => ++turn > 4);
    await panel.click(the.firstStart);
    for (let kill = 0; kill < KILLS; kill++) {
      // done in the CRM, and the worker dies before it hears of it: a create in every other turn
      await held;
      await session.killWorker();
      crm.release();
      turn = 0;
      const creates = kill % 2 === 0;
      held = crm.hold(({ method, path }) => (creates ? method === 'POST' && /\/(Contact|Note|Task)$/.test(path) : ++turn > 3));
      await wake(session);
    }
    crm.hold(() => false);
    crm.release();
    await settled(session);
    const names = contacts(crm).map(({ lastName }) => lastName).sort();
    assert.deepEqual(names, Array.from({ length: PEOPLE }, (_, at) => `Number${at}`).sort());
    const notes = crm.send('GET', '/api/v1/Note?maxSize=200', KEY).list.filter(({ post }) => post?.startsWith('Met in Bonn'));
    assert.deepEqual(notes.map(({ post }) => post).sort(), [0, 1, 2].map((at) => `Met in Bonn ${at}`));
    assert.equal(crm.send('GET', '/api/v1/Task?maxSize=200', KEY).list.length, 1);
  },

  'what changes there comes back, and nothing is sent that nobody changed': async (session, { panel, crm }) => {
    const before = contacts(crm).map(({ modifiedAt }) => modifiedAt).join();
    await run(session, panel);
    assert.equal(contacts(crm).map(({ modifiedAt }) => modifiedAt).join(), before, 'an echo was sent');
    crm.send('PUT', `/api/v1/Contact/${named(crm, 'Number5').id}`, KEY, { lastName: 'Married5' });
    await run(session, panel);
    const row = (await rows(session, 'prospects')).find(({ id }) => id === 'p5');
    assert.deepEqual([row.fields.name.value, row.fields.name.source.kind], ['Ada Married5', 'crm']);
    assert.deepEqual(await rows(session, 'outbox'), []);
  },

  'both sides changed the name: the rep is asked, and one key sends ours': async (session, { panel, crm }) => {
    crm.send('PUT', `/api/v1/Contact/${named(crm, 'Number6').id}`, KEY, { lastName: 'Theirs6' });
    const now = Date.now();
    const row = (await rows(session, 'prospects')).find(({ id }) => id === 'p6');
    const [{ id: connection }] = (await rows(session, 'settings')).find(({ key }) => key === 'connections').value;
    await putRows(session, { prospects: [{ ...row, updatedAt: now, fields: { ...row.fields, name: field('Ada Ours6', now) } }], outbox: [{ connection, entity: 'prospect', id: 'p6', at: now, stamp: 'edit' }] });
    await run(session, panel);
    await panel.see(the.question);
    assert.equal(named(crm, 'Ours6'), undefined);
    await panel.press('ArrowLeft');
    await run(session, panel);
    await until(() => named(crm, 'Ours6') !== undefined, 'ours to be sent');
  },

  'who is deleted there is not brought back': async (session, { panel, crm }) => {
    crm.send('DELETE', `/api/v1/Contact/${named(crm, 'Number7').id}`, KEY);
    const [{ id: connection }] = (await rows(session, 'settings')).find(({ key }) => key === 'connections').value;
    const now = Date.now();
    const row = (await rows(session, 'prospects')).find(({ id }) => id === 'p7');
    await putRows(session, { prospects: [{ ...row, updatedAt: now, fields: { ...row.fields, location: field('Berlin', now), phones: field(['+4930123456'], now) } }], outbox: [{ connection, entity: 'prospect', id: 'p7', at: now, stamp: 'edit' }] });
    await run(session, panel);
    assert.equal(named(crm, 'Number7'), undefined);
    const link = (await rows(session, 'links')).find(({ id }) => id === 'p7');
    assert.deepEqual([link.state, link.question.kind], ['deleted', 'deleted']);
  },

  'every request is in the ledger, without the key and without what it carried': async (session, { crm }) => {
    const ledger = await rows(session, 'ledger');
    assert.ok(ledger.length > PEOPLE);
    assert.ok(ledger.every(({ where }) => where.startsWith(`${crm.origin}/`)));
    const text = JSON.stringify(ledger);
    for (const secret of [TOKEN, 'example.com', 'Number', 'Bonn']) assert.ok(!text.includes(secret), `${secret} is in the ledger`);
  },

  'a wrong key says so and waits for the rep; disconnecting forgets everything here and nothing there': async (session, { panel, crm }) => {
    const [connection] = (await rows(session, 'settings')).find(({ key }) => key === 'connections').value;
    await putRows(session, { secrets: [{ connection: connection.id, open: { apiKey: 'wrong' } }] });
    await panel.click(the.syncNow);
    await until(async () => (await state(session))?.failure?.kind === 'sign-in', 'the sync to say that it is signed out');
    const there = contacts(crm).length;
    await panel.click(the.disconnect);
    await panel.click(the.disconnectYes);
    // that something was asked before there was a connection stays in the ledger of all requests, without a connection's name
    await until(async () => (await Promise.all(['links', 'seen', 'secrets', 'ledger', 'outbox', 'syncStates'].map((table) => rows(session, table)))).flat().filter((row) => row.connection !== '').length === 0, 'everything to be forgotten');
    assert.equal(contacts(crm).length, there);
    assert.equal((await rows(session, 'prospects')).length, PEOPLE);
    await crm.close();
  },
};
