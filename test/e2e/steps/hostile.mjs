// Pages that mean harm. Nothing of theirs runs, nothing of ours breaks, what is stored is bounded, and the rep is told.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as hostile from '../../../scripts/demo/hostile.mjs';
import * as linkedin from '../../../scripts/demo/linkedin.mjs';
import { rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { pause, until } from '../view.mjs';

export const options = { killBetween: true };

const mallory = linkedin.ADDRESS(hostile.LINKEDIN_HOSTILE);

/** Nothing ran: not in the page, not in the panel; nobody's prototypes are changed. */
async function unharmed(...views) {
  for (const view of views) {
    assert.deepEqual(await view.evaluate(() => [window.__hit, {}.polluted, Object.prototype.name, [].polluted].filter((one) => one !== undefined)), []);
    assert.equal(await view.evaluate(() => document.querySelectorAll('[data-testid=panel] script, [data-testid=panel] iframe, [data-testid=panel] [onerror], [data-testid=panel] [onload], [data-testid=panel] a[href^="javascript:"]').length), 0);
  }
}

/** Every text in the book, with the longest first. */
function texts(value, found = []) {
  if (typeof value === 'string') found.push(value);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) texts(one, found);
  return found;
}

export const steps = {
  'script in every field of a profile is text': async (session, world) => {
    world.page = await session.openPage(mallory);
    world.panel = await session.openPanel(world.page);
    await world.panel.until((css) => document.querySelector(css)?.value.startsWith('Mallory'), the.field('name'), 'the draft');
    await unharmed(world.page, world.panel);
    await world.panel.click(the.save);
    await world.panel.see(the.known);
    await unharmed(world.panel);
  },

  'what was saved of it is harmless wherever it is shown': async (session, { panel }) => {
    const [prospect] = await rows(session, 'prospects');
    for (const place of ['people', `person/${prospect.id}`, 'accounts', `account/${prospect.accountId}`, 'today', 'settings', 'page']) {
      await panel.evaluate((to) => { location.hash = `#/${to}`; }, place);
      await pause(250);
      await panel.see(the.panel);
      await unharmed(panel);
      const wide = await panel.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${place} overflows by ${wide} px`);
    }
  },

  'no bidi control, no lone surrogate, no endless text gets into the book': async (session) => {
    const all = texts([await rows(session, 'prospects'), await rows(session, 'accounts')]);
    assert.ok(all.length > 5);
    assert.deepEqual(all.filter((text) => text.length > 10_000).map((text) => text.length), []);
    assert.deepEqual(all.filter((text) => /[\u202a-\u202e\u2066-\u2069]/.test(text) || !text.isWellFormed()), []);
    const [{ fields }] = await rows(session, 'prospects');
    const addresses = texts([fields.profiles, fields.websites, fields.avatar, fields.companyUrl].map((field) => field?.value));
    assert.deepEqual(addresses.filter((text) => !text.startsWith('https://')), []);
  },

  'ten megabytes and broken Unicode in a page of its own': async (session) => {
    const page = await session.openPage(hostile.GIANT);
    await session.command('_execute_action', page);
    const tab = await session.tabId(page);
    await until(async () => (await session.title(tab)).includes('Gigi Ant'), 'the person to be seen');
    await session.command('save-prospect', page);
    const saved = await until(async () => (await rows(session, 'prospects')).find((one) => one.fields.name.value === 'Gigi Ant'), 'the person in the book');
    assert.deepEqual(texts(saved).filter((text) => text.length > 10_000 || !text.isWellFormed() || /[\u202a-\u202e\u2066-\u2069]/.test(text)), []);
    await page.close();
    await session.closeSidePanels();
  },

  'data that reaches for prototypes, nests without end or lies about its types': async (session) => {
    const page = await session.openPage(hostile.POLLUTER);
    await session.command('_execute_action', page);
    const panel = await session.openPanel(page);
    await panel.see(the.panel);
    await pause(500);
    await unharmed(page, panel);
    const before = (await rows(session, 'prospects')).length;
    await page.front();
    await session.command('save-prospect', page);
    await pause(700);
    for (const one of (await rows(session, 'prospects')).slice(before)) {
      assert.equal(one.fields.name.value, 'Polly Lute');
      assert.deepEqual(texts(one).filter((text) => /javascript:|data:text/i.test(text)), []);
    }
    await panel.close();
    await page.close();
    await session.closeSidePanels();
  },

  'a page that forges our messages is not believed': async (session) => {
    const known = (await rows(session, 'prospects')).length;
    const page = await session.openPage(hostile.FORGER);
    const tab = await session.tabId(page);
    await until(async () => (await session.title(tab)).includes('Forrest Forger'), 'the page to be read all the same');
    const kept = await session.ask(async () => JSON.stringify(await (globalThis.browser ?? globalThis.chrome).storage.session.get(null)));
    assert.ok(kept.includes('Forrest Forger') && !kept.includes('"Forged"'));
    assert.equal((await rows(session, 'prospects')).length, known);
    await unharmed(page);
    await page.close();
  },

  'what a page with our script may say is checked: a draft for another site, of the wrong shape, without end': async (session) => {
    // as the content script itself would send it, were it taken over; sent from a page of ours, the worker must refuse them just so
    const bad = [
      { kind: 'page.seen', payload: { url: 'https://www.linkedin.com/in/ada-example/', state: 'settled', draft: { page: 'person', fields: { name: { value: 'Forged', source: 'x', sure: 1 } } } } },
      { kind: 'page.seen', payload: null }, { kind: '__proto__', payload: {} }, { kind: 'constructor', payload: {} }, { kind: 'tab.read', payload: { tabId: 'x' } }, { kind: 'tab.read', payload: { tabId: 1e9 } },
    ];
    const answers = await session.ask(async (messages) => {
      const api = globalThis.browser ?? globalThis.chrome;
      return Promise.all(messages.map((one) => api.runtime.sendMessage({ paydirt: 1, ...one }).then((answer) => answer ?? null, () => null)));
    }, bad);
    for (const answer of answers) assert.ok(answer === null || answer.ok === false || answer.value?.failure, JSON.stringify(answer));
    const kept = await session.ask(async () => JSON.stringify(await (globalThis.browser ?? globalThis.chrome).storage.session.get(null)));
    assert.ok(!kept.includes('"Forged"'));
  },

  'a file that is no book is refused with a word on what to do': async (session, { panel }) => {
    await panel.evaluate(() => { location.hash = '#/import'; });
    const count = (await rows(session, 'prospects')).length;
    const folder = mkdtempSync(join(tmpdir(), 'paydirt-bad-'));
    try {
      for (const [name, text] of [['cut.json', '{"format":"paydirt-book","version":1,"pros'], ['other.json', '{"__proto__":{"polluted":1},"hello":1}'], ['nested.json', '['.repeat(200_000)], ['empty.json', '']]) {
        writeFileSync(join(folder, name), text);
        await panel.see(the.importJson);
        await panel.upload(the.importJson, join(folder, name));
        assert.ok((await panel.see(the.importFailed, `a word about ${name}`)).length > 30);
        await unharmed(panel);
        await panel.click(`${the.importFailed} button`);
        await panel.gone(the.importFailed);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    assert.equal((await rows(session, 'prospects')).length, count);
  },
};
