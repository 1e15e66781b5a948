// CRM connections in the panel: what a rep sees and decides of them, by keys alone where keys are promised. The CRM's answers are the demo's.
import assert from 'node:assert/strict';
import { answerCrm, connectDemo } from '../../../scripts/demo/crm.mjs';
import { readable, withAxe } from '../axe.mjs';
import { putRows, rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

// the answers are put in by Playwright
export const browsers = ['chromium'];

const NAMES = ['Ada Example', 'Bo Beispiel', 'Cyrus Muster', 'Dee Sample', 'Eve Ejemplo', 'Finn Exempel'];
const DAY = 86_400_000;

const person = (name, at, now) => {
  const field = (value) => ({ value, source: { kind: 'hand', name: 'rep' }, at: now - DAY });
  return { id: `p${at}`, kind: 'prospect', keys: [`linkedin:in/p${at}`], suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: now - at * DAY, updatedAt: now - DAY, fields: { name: field(name), title: field('Head of Sales'), location: field('Berlin, Germany') } };
};
const personOf = async (session, id) => (await rows(session, 'prospects')).find((one) => one.id === id);
const linkOf = async (session, id) => (await rows(session, 'links')).find((one) => one.connection === 'twenty' && one.id === id);
const connectionOf = async (session, id) => (await rows(session, 'settings')).find(({ key }) => key === 'connections').value.find((one) => one.id === id);
const stateOf = async (session, id) => (await rows(session, 'syncStates')).find(({ connection }) => connection === id);
const show = async (panel, hash, ready) => {
  await panel.evaluate((to) => { location.hash = to; }, hash);
  await panel.see(ready);
};
const decided = (panel, left) => until(async () => await panel.count(the.question) === left, `${left} questions to be left`);

export const steps = {
  'connections are listed with how each is doing': async (session, world) => {
    const panel = world.panel = await session.openPanel(undefined, the.place('settings'));
    await panel.see(the.crmAdd);
    const now = Date.now();
    await putRows(session, { prospects: NAMES.map((name, at) => person(name, at, now)) });
    await connectDemo(session, now);
    await answerCrm(panel);
    await panel.reload();
    await panel.see(the.connectionRow);
    assert.deepEqual(await panel.evaluate((css) => [...document.querySelectorAll(css)].map((one) => one.dataset.status), the.syncStatus), ['ok', 'start', 'syncing', 'sign-in', 'locked', 'rate-limit', 'offline', 'wrong-address', 'paused']);
  },

  'a conflict is decided by the arrow keys and can be taken back': async (session, { panel }) => {
    await show(panel, the.place('connection', 'twenty'), the.question);
    await panel.press('ArrowRight');
    await decided(panel, 3);
    assert.equal((await personOf(session, 'p0')).fields.title.value, 'Managing Director');
    assert.deepEqual(Object.keys((await linkOf(session, 'p0')).conflicts), ['location']);
    await panel.click(the.undo);
    await decided(panel, 4);
    assert.equal((await personOf(session, 'p0')).fields.title.value, 'Head of Sales');
    await panel.press('ArrowLeft');
    await decided(panel, 3);
    assert.equal((await linkOf(session, 'p0')).base.ours.title, 'Managing Director');
    assert.ok((await rows(session, 'outbox')).some(({ connection, id }) => connection === 'twenty' && id === 'p0'));
  },

  'j moves on, and each kind of question has its answers': async (session, { panel }) => {
    await panel.press('j');
    await panel.until(() => document.activeElement?.getAttribute('aria-label') === 'Bo Beispiel', undefined, 'the second question to have the focus');
    await panel.press('ArrowRight');
    await decided(panel, 2);
    assert.deepEqual((await linkOf(session, 'p1')).others, ['remote-x']);
    await panel.press('x');
    await decided(panel, 1);
    assert.equal(await personOf(session, 'p2'), undefined);
    await panel.click(the.undo);
    await decided(panel, 2);
    assert.ok(await personOf(session, 'p2'));
  },

  'a field can be kept here, and the proposed fields come back': async (session, { panel }) => {
    await panel.choose(the.mapOf('location'), '');
    await panel.click(the.mappingSave);
    await until(async () => !(await connectionOf(session, 'twenty')).mapping.prospect.some(({ ours }) => ours === 'location'), 'the field to be taken off');
    assert.equal((await stateOf(session, 'twenty')).pull.prospect, undefined);
    await panel.click(the.mappingReset);
    await panel.click(the.mappingSave);
    await until(async () => (await connectionOf(session, 'twenty')).mapping.prospect.some(({ ours }) => ours === 'location'), 'the field to be back');
  },

  'the ledger draws only what is in sight': async (_session, { panel }) => {
    await panel.click(the.ledgerOpen);
    await panel.until((css) => document.querySelector(`${css} ul`).getBoundingClientRect().height > 12_000, the.ledger, 'all requests to have their room');
    assert.ok(await panel.count(`${the.ledger} li`) < 60);
  },

  'the first sync says what it will do, and starts when told to': async (session, { panel }) => {
    await show(panel, the.place('connection', 'hubspot'), the.previewOf('matched'));
    const numbers = () => panel.evaluate((css) => [...document.querySelectorAll(css)].map((one) => one.innerText.split('\n')[0]), '.tile');
    await until(async () => (await numbers()).join() === '4,1,1,0', 'everybody to be counted');
    assert.equal((await stateOf(session, 'hubspot')).started, false);
    await panel.click(the.firstStart);
    await until(async () => (await stateOf(session, 'hubspot')).started, 'the sync to be started');
  },

  'connecting asks, tests, and says who and where before it keeps anything': async (_session, { panel }) => {
    await show(panel, the.place('connect'), the.crmOffer);
    await panel.evaluate((css) => [...document.querySelectorAll(css)].find((one) => one.innerText.includes('Odoo')).querySelector('input').click(), the.crmOffer);
    for (const [name, text] of [['address', 'not an address'], ['database', 'example'], ['login', 'robin'], ['token', 'very-secret']]) await panel.fill(the.crmField(name), text);
    assert.equal(await panel.evaluate((css) => document.querySelector(css).type, the.crmField('token')), 'password');
    await panel.click(the.crmTry);
    await panel.see(the.crmFailed);
    await panel.evaluate((css) => [...document.querySelectorAll(css)].find((one) => one.innerText.includes('HubSpot')).querySelector('input').click(), the.crmOffer);
    await panel.fill(the.crmField('token'), 'very-secret');
    await panel.press('Enter');
    assert.match(await panel.see(the.crmFound), /Robin Rep[\s\S]*create follow-up/);
    await panel.evaluate((css) => [...document.querySelectorAll(css)].find((one) => one.innerText.includes('Odoo')).querySelector('input').click(), the.crmOffer);
    assert.equal(await panel.value(the.crmField('token')), '');
  },

  'a person says how they stand with each CRM': async (_session, { panel }) => {
    await show(panel, the.place('person', 'p0'), the.syncLine);
    assert.match((await panel.texts(the.syncLine))[0], /Twenty · waiting to be sent/);
  },

  'every view can be read by everybody': withAxe(async (_session, { panel }) => {
    for (const [hash, ready] of [[the.place('settings'), the.connectionRow], [the.place('connection', 'twenty'), the.mapping], [the.place('connection', 'locked'), the.unlockInput], [the.place('connect', 'signed-out'), the.crmTry]]) {
      await show(panel, hash, ready);
      await readable(panel, hash);
    }
  }),
};
