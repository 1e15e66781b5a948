// “Always read this site”: nothing on a site that is not named is read without a gesture; what the rep grants is read by itself
// from then on, that origin alone, and no longer once it is taken away. The worker is killed before every step.
import assert from 'node:assert/strict';
import * as linkedin from '../../../scripts/demo/linkedin.mjs';
import * as web from '../../../scripts/demo/open-web.mjs';
import { people } from '../../../scripts/demo/people.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

export const options = { killBetween: true };

const HOST = 'people.orbit.example';
const PATTERN = `https://${HOST}/*`;
const [IVY, SECOND, THIRD, FOURTH] = [web.JSON_LD, ...['zoe', 'yan', 'xia'].map((name) => `https://${HOST}/${name}-sample`)];
const NEIGHBOUR = 'https://more.orbit.example/wim-sample';
const NAMES = { [IVY]: 'Ivy Probe', [SECOND]: 'Zoe Sample', [THIRD]: 'Yan Sample', [FOURTH]: 'Xia Sample', [NEIGHBOUR]: 'Wim Sample', [web.H_CARD]: 'Jonas Vorlage' };
const later = [...people];

const profile = (url, name) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>${web.data({ '@context': 'https://schema.org', '@type': 'ProfilePage', url, mainEntity: { '@type': 'Person', name, jobTitle: 'Head of Sales', url } })}</head><body><h1>${name}</h1></body></html>`;

const api = (session, look, arg) => session.ask(look, arg);
const granted = (session) => api(session, (origin) => (globalThis.browser ?? globalThis.chrome).permissions.contains({ origins: [origin] }), PATTERN);
const running = (session) => api(session, async () => (await (globalThis.browser ?? globalThis.chrome).scripting.getRegisteredContentScripts()).flatMap((one) => one.matches));
/** Where the script for any host runs by itself. */
const runsOn = (session, matches) => until(async () => (await running(session)).join() === matches.join(), `the script to run on ${matches.join() || 'no page'}`);

/** What the worker believes of a tab: its address and who is there. */
const seen = (session, tab) => api(session, async (id) => {
  const found = (await (globalThis.browser ?? globalThis.chrome).storage.session.get(null))[`tab:${id}`];
  return found && { url: found.url, state: found.state, name: found.draft?.fields.name?.value };
}, tab);

/** Nobody touches anything, and the page is read all the same. */
async function isRead(session, view, name) {
  const tab = await session.tabId(view);
  await until(async () => (await session.title(tab)).includes(name), `the icon to say “${name}”`);
  await until(async () => { const now = await seen(session, tab); return now?.name === name && now.state === 'settled'; }, `${name} to be read`);
}

/** These tabs are not read: a named site's page that is opened later is read, and by then nobody has looked at them. */
async function isUnread(session, tabs) {
  const named = later.pop();
  const view = await session.openPage(linkedin.ADDRESS(named));
  await isRead(session, view, named.name);
  await view.close();
  for (const tab of tabs) {
    assert.equal(await session.title(tab), 'Paydirt');
    assert.equal((await seen(session, tab))?.name, undefined, 'somebody was read without a gesture');
  }
}

/** No script of ours is in the page at all. */
async function isEmpty(session, tab) {
  const answer = await api(session, (id) => (globalThis.browser ?? globalThis.chrome).tabs.sendMessage(id, { paydirt: 1, kind: 'page.read', payload: null }).then((one) => one ?? null, () => null), tab);
  assert.equal(answer, null, 'a script of ours answers from the page');
}

const draftIs = (panel, name) => panel.until(([css, wanted]) => document.querySelector(css)?.value === wanted, [the.field('name'), name], `the draft of ${name}`);
const closed = async (panel) => {
  await panel.until((css) => document.querySelector(css)?.innerText.includes('Paydirt stays out of this page'), the.panel, 'the panel to say that it may not look');
  assert.equal(await panel.count(the.field('name')), 0);
};

export const steps = {
  'before the grant nothing on the site is read without a gesture': async (session, world) => {
    for (const [url, name] of Object.entries(NAMES)) if (url !== IVY && url !== web.H_CARD) session.network.serve(url, profile(url, name));
    await runsOn(session, []);
    world.page = await session.openPage(IVY);
    const other = await session.openPage(web.H_CARD);
    const tabs = [await session.tabId(world.page), await session.tabId(other)];
    await isUnread(session, tabs);
    for (const tab of tabs) await isEmpty(session, tab);
    await other.close();
    world.panel = await session.openPanel(world.page);
    await closed(world.panel);
  },

  'a gesture reads the page, and the panel offers to read its site always; the rep agrees': async (session, { page, panel }) => {
    await session.command('_execute_action', page);
    await isRead(session, page, NAMES[IVY]);
    await session.closeSidePanels();
    await panel.front();
    await draftIs(panel, NAMES[IVY]);
    assert.equal(await panel.see(the.alwaysRead), `Always read ${HOST}`);
    assert.equal(await granted(session), false);
    await session.allow(PATTERN, () => panel.click(the.alwaysRead));
    assert.match(await panel.see(the.alwaysReads), new RegExp(HOST.replaceAll('.', '\\.')));
    assert.equal(await panel.count(the.alwaysRead), 0);
    await draftIs(panel, NAMES[IVY]);
    await runsOn(session, [PATTERN]);
  },

  'from then on a page of the site is read by itself: the icon says who is there, and the panel has the draft': async (session, world) => {
    const view = await session.openPage(SECOND);
    await isRead(session, view, NAMES[SECOND]);
    const panel = await session.openPanel(view);
    await draftIs(panel, NAMES[SECOND]);
    await panel.see(the.alwaysReads);
    await view.goto(THIRD);
    await draftIs(panel, NAMES[THIRD]);
    await isRead(session, view, NAMES[THIRD]);
    await panel.close();
    await view.close();
    await world.panel.close();
    await world.page.close();
  },

  'other hosts are not read, the neighbour on the same domain no more than a stranger': async (session) => {
    const views = [await session.openPage(NEIGHBOUR), await session.openPage(web.H_CARD)];
    const tabs = [];
    for (const view of views) tabs.push(await session.tabId(view));
    const fourth = await session.openPage(FOURTH);
    await isRead(session, fourth, NAMES[FOURTH]);
    await isUnread(session, tabs);
    for (const tab of tabs) await isEmpty(session, tab);
    for (const view of [fourth, ...views]) await view.close();
  },

  'a tab that leaves the site: the panel lets go of whom it showed, and the icon says nothing': async (session) => {
    const view = await session.openPage(SECOND);
    const tab = await session.tabId(view);
    await isRead(session, view, NAMES[SECOND]);
    const panel = await session.openPanel(view);
    await draftIs(panel, NAMES[SECOND]);
    await view.goto(web.H_CARD);
    await closed(panel);
    await isUnread(session, [tab]);
    await panel.close();
    await view.close();
  },

  'the grant outlives a restart of the browser': async (session) => {
    await session.restart();
    await runsOn(session, [PATTERN]);
    const view = await session.openPage(THIRD);
    await isRead(session, view, NAMES[THIRD]);
    await view.close();
  },

  'the grant outlives an update of the extension': async (session) => {
    await session.reload();
    await runsOn(session, [PATTERN]);
    const view = await session.openPage(SECOND);
    await isRead(session, view, NAMES[SECOND]);
    await view.close();
  },

  'taken away in the settings: no page of the site is read by itself any more': async (session) => {
    const view = await session.openPage(SECOND);
    const stays = await session.openPage(THIRD);
    const tabs = [await session.tabId(view), await session.tabId(stays)];
    await isRead(session, view, NAMES[SECOND]);
    await isRead(session, stays, NAMES[THIRD]);
    const panel = await session.openPanel(undefined, the.place('settings'));
    assert.match(await panel.see(the.addedSite), new RegExp(`^${HOST.replaceAll('.', '\\.')}`));
    await panel.clickNamed(`Stop reading ${HOST} by itself`);
    await panel.gone(the.addedSite);
    assert.equal(await granted(session), false);
    await runsOn(session, []);
    await panel.close();
    // one tab goes on by the network, the other within its page, where our script still is
    await view.goto(FOURTH);
    await stays.evaluate(([url, html]) => {
      history.pushState(null, '', url);
      document.documentElement.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').documentElement.childNodes);
    }, [FOURTH, profile(FOURTH, NAMES[FOURTH])]);
    const fresh = await session.openPage(IVY);
    tabs.push(await session.tabId(fresh));
    await isUnread(session, tabs);
    await isEmpty(session, tabs[2]);
    const beside = await session.openPanel(fresh);
    await closed(beside);
    for (const one of [beside, fresh, view, stays]) await one.close();
  },
};
