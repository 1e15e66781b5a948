// The main job, from the first look at a profile to the file that leaves with the rep. The worker is killed before every step.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as github from '../../../scripts/demo/github.mjs';
import * as linkedin from '../../../scripts/demo/linkedin.mjs';
import * as web from '../../../scripts/demo/open-web.mjs';
import { people } from '../../../scripts/demo/people.mjs';
import { passTime, rows, wake } from '../book.mjs';
import * as the from '../selectors.mjs';
import { pause, until } from '../view.mjs';

const [ada, bo] = people;
const DAY = 86_400_000;

/** Before each step the runner kills the worker and makes sure that it is dead. */
export const options = { killBetween: true };

const iconSays = async (session, view, text) => {
  const tab = await session.tabId(view);
  await until(async () => (await session.title(tab)).includes(text), `the icon to say “${text}”`);
};
const fieldIs = (view, name, value) => view.until(([css, wanted]) => document.querySelector(css)?.value === wanted, [the.field(name), value], `${name} to be “${value.slice(0, 40)}”`);
const prospects = (session, count) => until(async () => {
  const all = await rows(session, 'prospects');
  return all.length === count && all;
}, `${count} prospects in the book`);
const named = (all, name) => all.find((one) => one.fields.name?.value === name);

export const steps = {
  '1 a profile is opened: the icon says who is here': async (session, world) => {
    world.page = await session.openPage(linkedin.ADDRESS(ada));
    await iconSays(session, world.page, ada.name);
    world.panel = await session.openPanel(world.page);
    await fieldIs(world.panel, 'name', ada.name);
    await world.shot?.(world.panel, '1-profile');
  },

  '1 the next person by in-page navigation: the previous one is neither shown nor saved': async (session, world) => {
    const { page, panel } = world;
    // the site keeps the old person on the screen while the address is the new one's already
    await page.evaluate(() => { window.hold = new Promise((done) => { window.letGo = done; }); });
    await page.evaluate((href) => document.querySelector(`a[data-soft][href="${href}"]`).click(), linkedin.ADDRESS(bo));
    await page.until((href) => location.href === href, linkedin.ADDRESS(bo), 'the address to change');
    await panel.until(([css, name]) => document.querySelector(css)?.value !== name, [the.field('name'), ada.name], 'the panel to let go of the previous person');
    assert.equal(await page.evaluate(() => document.querySelector('#workspace h2').textContent), ada.name, 'the page still shows the previous person');
    await session.command('save-prospect', page);
    for (let glance = 0; glance < 15; glance++) {
      assert.notEqual(await panel.value(the.field('name')), ada.name);
      await pause(100);
    }
    assert.deepEqual(await rows(session, 'prospects'), []);
    await page.evaluate(() => window.letGo());
    await fieldIs(panel, 'name', bo.name);
    await iconSays(session, page, bo.name);
    await page.evaluate(() => history.back());
    await fieldIs(panel, 'name', ada.name);
  },

  '1 GitHub, a schema.org page and an h-card are read too, and a page about nobody is left alone': async (session) => {
    const user = await session.openPage(github.ADDRESS(bo));
    await iconSays(session, user, bo.name);
    await user.close();
    for (const [url, name] of [[web.JSON_LD, 'Ivy Probe'], [web.H_CARD, 'Jonas Vorlage']]) {
      const view = await session.openPage(url);
      const tab = await session.tabId(view);
      await pause(300);
      assert.doesNotMatch(await session.title(tab), new RegExp(name), 'no look at a page of no named site without a gesture');
      await session.command('_execute_action', view);
      await iconSays(session, view, name);
      await view.close();
    }
    const nobody = await session.openPage(web.NOBODY);
    await session.command('_execute_action', nobody);
    await pause(500);
    assert.equal(await session.title(await session.tabId(nobody)), 'Paydirt');
    await nobody.close();
    await session.closeSidePanels();
  },

  '2 the panel shows the draft, each field editable and with its source, and the fit with its reasons': async (_session, { panel, shot }) => {
    await panel.front();
    for (const name of ['name', 'headline', 'title', 'company', 'location']) await fieldIs(panel, name, ada[name]);
    const source = (name) => panel.evaluate((css) => [...document.querySelector(css).parentElement.querySelectorAll('[title]')].map((one) => one.title).join(), the.field(name));
    assert.match(await source('name'), /linkedin/i);
    assert.equal(await panel.count(the.known), 0, 'nobody says that this person is known');
    assert.match(await panel.see(the.fit), /^\d{1,3}$/);
    const reasons = await until(async () => { const all = await panel.texts(the.fitReason); return all.length > 0 && all; }, 'the reasons of the fit');
    assert.ok(reasons.every((reason) => reason.length > 3), reasons.join(' | '));
    const before = await source('location');
    await panel.fill(the.field('location'), 'Potsdam, Germany');
    await until(async () => await source('location') !== before, 'the edited field to say that it is by hand');
    await shot?.(panel, '2-draft');
  },

  '2 the rep edits the ideal customer and the fit follows; what was typed into the draft is still there': async (session, world) => {
    const { panel } = world;
    const before = await panel.text(the.fit);
    await panel.evaluate(() => { location.hash = '#/icp'; });
    await panel.see(the.criterion);
    await panel.clickNamed('VP', the.criterion);
    await world.shot?.(panel, '2-icp');
    await panel.click(the.icpSave);
    await until(async () => (await rows(session, 'icps')).some((one) => one.version === 2), 'the second version in the book');
    await panel.evaluate(() => { location.hash = '#/page'; });
    await until(async () => Number(await panel.text(the.fit)) < Number(before), `a fit below ${before}`);
    await fieldIs(panel, 'location', 'Potsdam, Germany');
  },

  '3 one click saves the prospect and the account': async (session, world) => {
    const { panel } = world;
    await panel.click(the.save);
    await panel.see(the.known);
    const [prospect] = await prospects(session, 1);
    const accounts = await rows(session, 'accounts');
    world.id = prospect.id;
    assert.equal(prospect.fields.name.value, ada.name);
    assert.deepEqual([prospect.fields.location.value, prospect.fields.location.source.kind], ['Potsdam, Germany', 'hand']);
    assert.deepEqual(accounts.map((one) => [one.id, one.fields.name.value]), [[prospect.accountId, ada.company]]);
    await iconSays(session, world.page, 'in your book');
    await world.shot?.(panel, '3-saved');
  },

  '3 one key saves with the panel closed': async (session, world) => {
    await world.panel.close();
    const page = await session.openPage(linkedin.ADDRESS(bo));
    await iconSays(session, page, bo.name);
    await session.command('save-prospect', page);
    assert.equal(named(await prospects(session, 2), bo.name).fields.company.value, bo.company);
    await iconSays(session, page, 'in your book');
    await session.command('save-prospect', page);
    await pause(1_000);
    await prospects(session, 2);
    await page.close();
  },

  '3 another spelling of the address opens the one that exists': async (session) => {
    for (const url of ['https://www.linkedin.com/in/ADA-Example?originalSubdomain=de', 'https://de.linkedin.com/in/ada-example/', 'https://www.linkedin.com/in/ada-example/?isSelfProfile=false#top']) {
      session.network.serve(url, linkedin.linkedinPage(ada));
      const page = await session.openPage(url);
      const panel = await session.openPanel(page);
      await panel.see(the.known, `${url} to be known`);
      await session.command('save-prospect', page);
      await pause(300);
      await panel.close();
      await page.close();
    }
    // only what the rep wrote otherwise is offered again: the same reading twice is no news
    assert.deepEqual(Object.keys(named(await prospects(session, 2), ada.name).suggestions), ['location']);
  },

  '4 a note and a follow-up in words, in the same place': async (session, world) => {
    world.panel = await session.openPanel(world.page);
    const { panel } = world;
    await panel.fill(the.noteInput, 'Rebuilding how they prospect; asked for a demo.');
    await panel.press('Control+Enter');
    await until(async () => (await rows(session, 'notes')).length === 1, 'the note in the book');
    await session.killWorker();
    const now = await session.ask(() => Date.now());
    for (const [words, from, to] of [['in 3 days', 2, 4], ['next tue 9am', 0, 14], ['2w', 13, 15]]) {
      await panel.fill(the.followupInput, words);
      assert.ok((await panel.see(the.followupPreview)).length > 5);
      const known = (await rows(session, 'followUps')).length;
      await panel.focus(the.followupInput);
      await panel.press('Enter');
      const planned = await until(async () => { const all = await rows(session, 'followUps'); return all.length === known + 1 && all.find((one) => one.words === words); }, `“${words}” in the book`);
      const days = (planned.dueAt - now) / DAY;
      assert.ok(days > from && days < to, `${words} is in ${days.toFixed(1)} days`);
      if (words.includes('9am')) assert.equal(await session.ask((at) => new Date(at).toString().slice(0, 3) + new Date(at).toString().slice(15, 21), planned.dueAt), 'Tue 09:00');
    }
    await world.shot?.(panel, '4-note');
  },

  '5 nothing is due yet, and then it is: the badge counts, one digest says so once': async (session) => {
    await wake(session);
    await pause(300);
    assert.equal(await session.badge(), '');
    await session.killWorker();
    await passTime(session, 5 * DAY);
    await wake(session);
    const due = (await rows(session, 'followUps')).filter((one) => one.open && one.dueAt <= Date.now()).length;
    assert.ok(due >= 1);
    await until(async () => await session.badge() === String(due), `the badge to say ${due}`);
    const told = () => session.ask(async () => Object.keys(await (globalThis.browser ?? globalThis.chrome).notifications.getAll()));
    await until(async () => (await told()).includes('digest'), 'the digest');
    await session.ask(() => (globalThis.browser ?? globalThis.chrome).notifications.clear('digest'));
    await until(async () => !(await told()).includes('digest'), 'the digest to go');
    await session.killWorker();
    await wake(session);
    await pause(500);
    assert.ok(!(await told()).includes('digest'), 'the digest is not said twice');
  },

  '5 the badge is right after a missed alarm, a restart and another time zone': async (session, world) => {
    const badge = await session.badge();
    await session.ask(() => (globalThis.browser ?? globalThis.chrome).alarms.clearAll());
    await session.killWorker();
    await wake(session);
    await until(async () => (await session.alarms()).some(({ name }) => name === 'doorbell'), 'the alarm to be set again');
    await session.restart();
    await until(async () => await session.badge() === badge, 'the badge after a restart');
    await session.restart({ env: { TZ: 'Pacific/Auckland' } });
    await until(async () => await session.badge() === badge, 'the badge in another time zone');
    await session.restart();
    await passTime(session, 30 * DAY);
    await session.killWorker();
    await wake(session);
    await until(async () => await session.badge() === '3', 'all three to be due');
    world.page = await session.openPage(linkedin.ADDRESS(ada));
    world.panel = await session.openPanel(world.page, the.place('today'));
  },

  '5 Today lists what is due: done, snooze, open profile': async (session, world) => {
    const { panel } = world;
    await panel.until(([css, count]) => document.querySelectorAll(css).length === count, [the.todayItem, 3], 'three due follow-ups');
    assert.match((await panel.texts(the.todayItem))[0], new RegExp(ada.name));
    await world.shot?.(panel, '5-today');
    await panel.clickNamed(the.button.done, the.todayFocus);
    await panel.until(([css, count]) => document.querySelectorAll(css).length === count, [the.todayItem, 2], 'one to be done');
    await until(async () => await session.badge() === '2', 'the badge to follow');
    await session.killWorker();
    await panel.clickNamed(the.button.snooze, the.todayFocus);
    await panel.clickNamed(the.button.snoozeHour, the.todayFocus);
    await panel.until(([css, count]) => document.querySelectorAll(css).length === count, [the.todayItem, 1], 'one to be snoozed');
    await until(async () => await session.badge() === '1', 'the badge to follow');
    const opened = await session.opened(linkedin.ADDRESS(ada), () => panel.clickNamed(the.button.openProfile, the.todayFocus));
    await opened.close();
  },

  '6 People: search, stage, list and tag': async (session, world) => {
    const { panel } = world;
    await panel.front();
    await panel.evaluate((id) => { location.hash = `#/person/${id}`; }, world.id);
    await panel.see(the.stage);
    await panel.choose(the.stage, 'working');
    for (const [input, text] of [[the.tagInput, 'logistics'], [the.listInput, 'Berlin trip']]) {
      await panel.fill(input, text);
      await panel.press('Enter');
      await panel.until((wanted) => document.body.innerText.includes(wanted), text, `${text} to be shown`);
    }
    await until(async () => {
      const one = (await rows(session, 'prospects')).find(({ id }) => id === world.id);
      return one.stage === 'working' && one.tags.includes('logistics') && one.lists.length === 1;
    }, 'stage, tag and list in the book');
    await panel.evaluate(() => { location.hash = '#/people'; });
    await panel.until(([css, count]) => document.querySelectorAll(css).length === count, [the.personRow, 2], 'two people');
    await panel.fill(the.peopleSearch, 'fabrikam');
    await panel.until(([css, name]) => { const all = [...document.querySelectorAll(css)]; return all.length === 1 && all[0].innerText.includes(name); }, [the.personRow, bo.name], 'the search to find one');
    await panel.fill(the.peopleSearch, '');
    await panel.until(([css, count]) => document.querySelectorAll(css).length === count, [the.personRow, 2], 'two people again');
    await world.shot?.(panel, '6-people');
  },

  '6 a person’s page: fields, history, undo; and the accounts': async (session, world) => {
    const { panel } = world;
    await panel.evaluate((id) => { location.hash = `#/person/${id}`; }, world.id);
    await panel.see(the.field('title'));
    await panel.fill(the.field('title'), 'Chief Sales Officer');
    await panel.press('Enter');
    const title = async () => (await rows(session, 'prospects')).find(({ id }) => id === world.id).fields.title.value;
    await until(async () => await title() === 'Chief Sales Officer', 'the edit in the book');
    await panel.until(([css, text]) => [...document.querySelectorAll(css)].some((row) => row.innerText.includes(text)), [the.historyRow, 'Chief Sales Officer'], 'the edit in the history');
    await session.killWorker();
    await panel.click(`${the.historyRow} button`);
    await until(async () => await title() === ada.title, 'the edit to be taken back');
    await world.shot?.(panel, '6-person');
    await panel.evaluate(() => { location.hash = '#/accounts'; });
    await panel.until(([css, names]) => { const text = [...document.querySelectorAll(css)].map((row) => row.innerText).join(); return names.every((name) => text.includes(name)); }, [the.accountRow, [ada.company, bo.company]], 'both accounts');
  },

  '7 the list goes out as CSV': async (_session, world) => {
    const { panel } = world;
    await panel.evaluate(() => { location.hash = '#/people'; });
    await panel.click(the.exportPeople);
    await panel.see(the.exportStart);
    const { name, text } = await panel.download(() => panel.click(the.exportStart));
    await panel.press('Escape');
    await panel.gone(the.exportDialog);
    assert.match(name, /\.csv$/);
    const lines = text.trimEnd().split(/\r?\n/);
    assert.equal(lines.length, 3, text);
    for (const one of [ada.name, bo.name, ada.company]) assert.ok(text.includes(one), one);
  },

  '7 the book goes out as JSON and comes back: nothing lost, nothing doubled': async (session, world) => {
    const { panel } = world;
    await panel.evaluate(() => { location.hash = '#/settings'; });
    await panel.see(the.exportJson);
    await world.shot?.(panel, '7-files');
    const stored = async (from) => Object.fromEntries(await Promise.all(['prospects', 'accounts', 'notes', 'followUps', 'lists', 'icps'].map(async (table) => [table, await rows(from, table)])));
    const { name, text } = await panel.download(() => panel.click(the.exportJson));
    assert.match(name, /\.json$/);
    const before = await stored(session);
    const folder = mkdtempSync(join(tmpdir(), 'paydirt-book-'));
    const file = join(folder, 'book.json');
    writeFileSync(file, text);
    try {
      await panel.evaluate((to) => { location.hash = to; }, the.place('import'));
      await panel.see(the.importJson);
      await panel.upload(the.importJson, file);
      await panel.see(the.importPlan, 'the import to say what it would do');
      assert.equal(await panel.count(the.importApply), 0, `a book that is there already leaves nothing to bring in: ${(await panel.text(the.importPlan)).replaceAll('\n', ' | ')}`);
      assert.deepEqual(await stored(session), before, 'nothing is doubled');
      const fresh = await world.openAnother();
      try {
        const other = await fresh.openPanel(null, the.place('import'));
        await other.see(the.importJson);
        await other.upload(the.importJson, file);
        await other.click(the.importApply);
        await fresh.killWorker();
        await other.see(the.importDone, 'the import to say what it did');
        const arrived = await stored(fresh);
        // the ICP that every book begins with has the age of its book
        const plain = (all) => all.map(({ createdAt, ...row }) => ({ ...row, ...(row.criteria ? {} : { createdAt }) }));
        for (const table of Object.keys(before)) assert.deepEqual(plain(arrived[table].filter(({ id }) => before[table].some((one) => one.id === id))), plain(before[table]), `${table}: nothing is lost`);
      } finally {
        await fresh.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
