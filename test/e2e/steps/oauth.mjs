// A CRM connected by its own sign-in page: found, registered with, consented to in a real window, refreshed, revoked, and signed in to
// again. The CRM (Twenty's dialect, over HTTP) consents at once; the page on which the rep presses a button is put before it here.
import assert from 'node:assert/strict';
import { openCrm } from '../crm-server.mjs';
import { putRows, rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

/** What is known of a sign-in must outlive the worker: it is killed before each step, and between the steps of connecting. */
export const options = { killBetween: true };

const PEOPLE = 5;
const HALF_AN_HOUR = 1_800_000;
const KEY = { authorization: 'Bearer <token>' };
const field = (value, at) => ({ value, source: { kind: 'hand', name: 'rep' }, at });
const prospect = (at, now) => ({
  id: `00000000-0000-4000-8000-00000000000${at}`, kind: 'prospect', keys: [`email:p${at}@example.com`], suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: now, updatedAt: now,
  fields: { name: field(`Ada Number${at}`, now), emails: field([`p${at}@example.com`], now) },
});

const people = (crm) => crm.send('GET', '/rest/people?limit=60', KEY).data.people;
const state = async (session) => (await rows(session, 'syncStates'))[0];
const secrets = async (session) => (await rows(session, 'secrets'))[0].open;
const choose = (panel, css, words) => panel.until(([selector, wanted]) => {
  const label = [...document.querySelectorAll(selector)].find((one) => one.innerText.trim() === wanted);
  label?.querySelector('input').click();
  return label !== undefined;
}, [css, words], `${words} to be offered`);
const run = async (session, panel) => {
  const before = (await state(session)).doneAt;
  await panel.click(the.syncNow);
  await until(async () => (await state(session)).doneAt !== before, 'a run to end');
};
/** Presses Test, and a link of the page on which the CRM asks; 'close' closes its window, 'killed' kills the worker that waits for it. */
const consent = async (session, { panel, crm }, press) => {
  await panel.click(the.crmTry);
  const page = await session.showing(`${crm.origin}/authorize`);
  await page.see('#yes');
  if (press === 'killed') await session.killWorker();
  if (press === 'close' || press === 'killed') await page.close();
  // the window may be gone before a click has ended
  else await page.evaluate((css) => void setTimeout(() => document.querySelector(css).click()), `#${press}`);
};

/** The page on which the CRM asks: yes goes where the CRM would have sent the rep, no and other do not. */
function consentPage(location) {
  const link = (id, change) => {
    const to = new URL(location);
    change(to.searchParams);
    return `<p><a id="${id}" href="${to.href.replaceAll('&', '&amp;')}">${id}</a>`;
  };
  const refuse = (params) => { params.delete('code'); params.set('error', 'access_denied'); };
  return { status: 200, headers: { 'content-type': 'text/html' }, body: `<!doctype html><title>Consent</title>${link('yes', () => undefined)}${link('no', refuse)}${link('other', (params) => params.set('state', 'other'))}` };
}

/** What the browser is answered: with a page of consent, and every token noted; those in `gone` are not taken any more. */
function watched(world) {
  const { crm } = world;
  world.seen = [];
  world.told = new Set();
  world.gone = new Set();
  crm.alter((request, answer) => {
    const [path] = request.path.split('?');
    const form = new URLSearchParams(path === '/oauth/token' ? request.body : '');
    const given = [request.headers.authorization?.slice('Bearer '.length), form.get('refresh_token')].find((one) => world.gone.has(one));
    const { status, headers, body } = given === undefined ? answer(request)
      : { status: form.size ? 400 : 401, headers: { 'content-type': 'application/json' }, body: JSON.stringify(form.size ? { error: 'invalid_grant', error_description: `Invalid refresh token ${given}` } : { statusCode: 401, messages: ['Token invalid.'], error: 'UNAUTHENTICATED' }) };
    world.seen.push({ path, status, grant: form.get('grant_type') });
    for (const name of ['code', 'code_verifier', 'refresh_token']) if (form.has(name)) world.told.add(form.get(name));
    if (path === '/oauth/token' && status === 200) for (const name of ['access_token', 'refresh_token']) world.told.add(JSON.parse(body)[name]);
    if (path === '/.well-known/oauth-authorization-server' && world.elsewhere) return { status, headers, body: body.replace(/"issuer":"[^"]*"/, `"issuer":"${world.elsewhere}"`) };
    return path === '/authorize' && status === 302 && !world.knows ? consentPage(headers.location) : { status, headers, body };
  });
}

export const steps = {
  'a server that says that it is somewhere else is refused before anything is told to it': async (session, world) => {
    const crm = world.crm = await openCrm('twenty');
    watched(world);
    session.network.connect(crm.origin);
    session.network.signInAt(`${crm.origin}/authorize`);
    const panel = world.panel = await session.openPanel(undefined, the.place('connect'));
    const now = Date.now();
    const all = Array.from({ length: PEOPLE }, (_, at) => prospect(at, now));
    await panel.see(the.crmOffer);
    await putRows(session, { prospects: all });
    await choose(panel, the.crmOffer, 'Twenty');
    await choose(panel, 'label', 'At the CRM');
    await panel.fill(the.crmField('address'), `${crm.origin}/objects/people`);
    assert.equal(await panel.count(the.crmField('token')), 0, 'a token is asked for');
    world.elsewhere = 'https://other.example';
    await session.allow('http://127.0.0.1/*', () => panel.click(the.crmTry));
    assert.match(await panel.see(the.crmFailed), /says that it is at https:\/\/other\.example/);
    assert.deepEqual(world.seen.map(({ path }) => path), ['/.well-known/oauth-authorization-server']);
    world.elsewhere = undefined;
  },

  'a no, an answer to another sign-in, a closed window and a killed worker: each is said, and no code is used': async (session, world) => {
    for (const [press, words] of [['no', /did not let Paydirt in/], ['other', /belongs to another sign-in/], ['killed', /No answer came/], ['close', /was closed/]]) {
      await consent(session, world, press);
      await world.panel.until(([css, source]) => new RegExp(source).test(document.querySelector(css)?.innerText ?? ''), [the.crmFailed, words.source], `${press} to be said`);
    }
    assert.ok(!world.seen.some(({ path }) => path === '/oauth/token'));
  },

  'the rep consents on the page of the CRM, sees who and where, and connects': async (session, world) => {
    const { panel, crm } = world;
    await consent(session, world, 'yes');
    assert.match(await panel.see(the.crmFound), /admin@example\.com[\s\S]*Acme/);
    await until(async () => !(await panel.page.context?.().pages() ?? await panel.page.browser().pages()).some((page) => page.url().startsWith(crm.origin)), 'the window to be closed');
    await session.killWorker();
    await panel.click(the.crmConnect);
    await panel.see(the.firstStart);
    assert.equal(world.seen.filter(({ grant }) => grant === 'authorization_code').length, 1, 'the rep was asked twice');
    assert.equal(people(crm).length, 0, 'something was written before the rep has started it');
  },

  'the first sync makes a record of each person': async (session, { panel, crm }) => {
    await panel.click(the.firstStart);
    await until(async () => {
      const now = await state(session);
      return now?.doneAt !== undefined && !now.progress && (await rows(session, 'outbox')).length === 0;
    }, 'everything to be sent', 30_000);
    assert.deepEqual(people(crm).map(({ name }) => name.lastName).sort(), Array.from({ length: PEOPLE }, (_, at) => `Number${at}`));
  },

  'a token that the CRM takes no more is renewed in mid-run, one that is about to end before it is used': async (session, world) => {
    const { panel, crm, seen } = world;
    const first = await secrets(session);
    crm.later(HALF_AN_HOUR);
    crm.send('PATCH', `/rest/people/${people(crm).find(({ name }) => name.lastName === 'Number1').id}`, KEY, { jobTitle: 'Chief' });
    seen.length = 0;
    await run(session, panel);
    assert.deepEqual([seen[0].status, seen[1].grant, seen.filter(({ status }) => status >= 400).length], [401, 'refresh_token', 1]);
    assert.equal((await rows(session, 'prospects')).find(({ id }) => id === prospect(1, 0).id).fields.title.value, 'Chief');
    const second = await secrets(session);
    assert.notEqual(second.token, first.token);

    const [row] = await rows(session, 'secrets');
    await putRows(session, { secrets: [{ ...row, open: { ...second, 'oauth.until': String(Date.now() + 30_000) } }] });
    seen.length = 0;
    await run(session, panel);
    assert.deepEqual([seen[0].grant, seen.filter(({ status }) => status >= 400).length], ['refresh_token', 0]);
    assert.equal((await state(session)).failure, undefined);
    assert.equal(people(crm).length, PEOPLE);
  },

  'taken back in the CRM, the sign-in waits for the rep, who does it again the way it was done': async (session, world) => {
    const { panel, crm } = world;
    for (const one of world.told) world.gone.add(one);
    await panel.click(the.syncNow);
    await until(async () => (await state(session))?.failure?.kind === 'sign-in', 'the sync to say that it is signed out');
    await panel.until((css) => document.querySelector(css)?.innerText.includes('does not know this sign-in any more'), the.nextStep, 'the rep to be told');
    await panel.clickNamed('Sign in again', the.nextStep);
    await panel.see(the.crmTry);
    assert.deepEqual([await panel.count(the.crmField('token')), await panel.value(the.crmField('address'))], [0, crm.origin]);
    // the CRM knows the rep: it sends the browser back at once
    world.knows = true;
    await panel.click(the.crmTry);
    await panel.see(the.crmFound);
    await panel.click(the.crmConnect);
    await panel.see(the.syncNow);
    await until(async () => { const now = await state(session); return now.failure === undefined && now.progress === undefined; }, 'the sync to go on');
    await run(session, panel);
    assert.equal(people(crm).length, PEOPLE);
    assert.equal((await rows(session, 'settings')).find(({ key }) => key === 'connections').value.length, 1);
  },

  'no token, code or verifier lies anywhere but among the secrets': async (session, { panel, crm, told }) => {
    assert.ok(told.size > 10);
    const mine = await secrets(session);
    assert.ok(told.has(mine.token) && told.has(mine['oauth.refresh']));
    const tables = await session.ask(() => new Promise((done, fail) => {
      const request = indexedDB.open('paydirt');
      request.onerror = () => fail(request.error);
      request.onsuccess = () => { done([...request.result.objectStoreNames]); request.result.close(); };
    }));
    assert.ok(tables.includes('ledger') && tables.includes('secrets'));
    const places = { ledger: await rows(session, 'ledger') };
    for (const table of tables) if (table !== 'secrets') places[table] = await rows(session, table);
    for (const area of ['session', 'local']) places[area] = await session.ask((name) => (globalThis.browser ?? globalThis.chrome).storage[name].get(null), area);
    await panel.click(the.ledgerOpen);
    await panel.see(`${the.ledger} li`);
    places.page = await panel.evaluate(() => document.documentElement.outerHTML);
    await panel.evaluate((to) => { location.hash = to; }, the.place('settings'));
    await panel.see(the.exportJson);
    places.file = (await panel.download(() => panel.click(the.exportJson))).text;
    for (const [place, found] of Object.entries(places)) {
      const text = JSON.stringify(found);
      for (const secret of told) assert.ok(!text.includes(secret), `a secret is in ${place}`);
    }
    assert.match(places.file, /Number4/);
    assert.deepEqual([...new Set(places.ledger.map(({ where }) => new URL(where).origin))], [crm.origin]);
    assert.ok(places.ledger.some(({ where, method }) => method === 'POST' && where === `${crm.origin}/oauth/token`), 'a renewal is not in the ledger');
    await crm.close();
  },
};
