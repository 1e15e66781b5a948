// A rep who wanders: odd spellings, a hundred people at any speed, and people who have changed jobs since.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as github from '../../../scripts/demo/github.mjs';
import * as linkedin from '../../../scripts/demo/linkedin.mjs';
import * as web from '../../../scripts/demo/open-web.mjs';
import { people } from '../../../scripts/demo/people.mjs';
import { rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { pause, until } from '../view.mjs';

const [ada, bo] = people;
const byName = new Map(people.map((person) => [person.name, person]));

/** What the worker believes of every tab: its address, how far it was read, and who is there. */
const seen = (session) => session.ask(async () => Object.values(await (globalThis.browser ?? globalThis.chrome).storage.session.get(null))
  .filter((one) => one && typeof one === 'object' && 'draft' in one).map(({ url, state, draft }) => ({ url, state, keys: draft?.keys ?? [], name: draft?.fields.name?.value })));

/** The same numbers in every run: a failure can be seen again. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** Goes from person to person by in-page links without waiting for anything, and looks at what is believed meanwhile. */
async function wander(session, world, seed) {
  world.page = await session.openPage(linkedin.ADDRESS(ada));
  const roll = dice(seed);
  let looks = 0;
  for (let visit = 0; visit < 50; visit++) {
    await world.page.evaluate(({ pick, wait }) => {
      window.hold = wait ? new Promise((done) => { setTimeout(done, wait); }) : undefined;
      const links = [...document.querySelectorAll('a[data-soft]')];
      links[pick % links.length]?.click();
    }, { pick: roll(50), wait: roll(3) === 0 ? roll(300) : 0 });
    // now and then they stay until somebody is read; the others are passed by, some at once
    if (roll(3) === 0) await until(async () => (await seen(session)).some(({ name, state }) => name && state !== 'doubtful'), 'somebody to be read', 2_000).catch(() => undefined);
    else await pause(roll(4) === 0 ? 0 : roll(400));
    for (const { state, keys, name, url } of await seen(session)) {
      if (!name || state === 'doubtful' || !url.includes('linkedin.com/in/')) continue;
      looks += 1;
      const person = byName.get(name);
      assert.ok(person, `nobody is called ${name}`);
      assert.ok(keys.includes(`linkedin:in/${person.slug}`), `${name} under ${keys.join(', ')}`);
      assert.equal(new URL(url).pathname, new URL(linkedin.ADDRESS(person)).pathname, `${name} at ${url}`);
    }
    if (roll(12) === 0) await session.command('save-prospect', world.page);
  }
  assert.ok(looks > 10, `only ${looks} people were seen`);
  await pause(1_500);
  for (const saved of await rows(session, 'prospects')) {
    const name = saved.fields.name.value;
    for (const key of saved.keys.filter((one) => one.startsWith('linkedin:in/'))) assert.equal(key, `linkedin:in/${byName.get(name).slug}`, `${name} was saved under ${key}`);
  }
  await world.page.close();
}

export const steps = {
  'a person is saved from an address with a query, and from a tab of their profile': async (session) => {
    const page = await session.openPage(`${github.ADDRESS(ada)}?tab=repositories`);
    const panel = await session.openPanel(page);
    await panel.see(the.save);
    await panel.click(the.save);
    await panel.see(the.known);
    const [saved] = await rows(session, 'prospects');
    assert.ok(saved.keys.includes('github:ada-example'));
    await panel.close();
    await page.close();
  },

  'somebody on a page that shows nobody is added by hand': async (session) => {
    const page = await session.openPage(web.NOBODY);
    const panel = await session.openPanel(page);
    await panel.click(the.byHand);
    await panel.fill(the.field('name'), 'Nell Handmade');
    await panel.fill(the.field('company'), 'Handmade Example');
    await panel.click(the.save);
    await panel.see(the.historyRow);
    const saved = (await rows(session, 'prospects')).find((one) => one.fields.name.value === 'Nell Handmade');
    assert.equal(saved.fields.name.source.kind, 'hand');
    assert.ok(saved.accountId);
    assert.ok(saved.keys.every((key) => key.startsWith('hand:')), saved.keys.join());
    await panel.close();
    await page.close();
  },

  'fifty people by in-page navigation at any speed: never is one shown or saved under the address of another': (session, world) => wander(session, world, 7),

  'fifty more, in another order': (session, world) => wander(session, world, 2_026),

  'somebody known who has changed companies: a dated signal with old and new, taken or left by the rep': async (session) => {
    const first = await session.openPage(linkedin.ADDRESS(bo));
    const beside = await session.openPanel(first);
    await until(async () => (await seen(session)).some(({ name, state }) => name === bo.name && state === 'settled'), 'Bo to be read');
    if (!(await rows(session, 'prospects')).some((one) => one.keys.includes(`linkedin:in/${bo.slug}`))) {
      await beside.see(the.save);
      await beside.click(the.save);
    }
    await beside.see(the.known);
    await beside.close();
    await first.close();
    session.network.serve(linkedin.ADDRESS(bo), linkedin.linkedinPage({ ...bo, company: 'Proseware Example', headline: 'CTO, Proseware Example', since: 'Nov 2026 - Present · 1 mo' }));
    const later = await session.openPage(linkedin.ADDRESS(bo));
    const stored = async () => (await rows(session, 'prospects')).find((one) => one.keys.includes(`linkedin:in/${bo.slug}`));
    const signal = await until(async () => (await stored()).signals?.[0], 'the signal in the book, with nobody looking');
    assert.deepEqual([signal.from, signal.to, signal.state], [bo.company, 'Proseware Example', 'open']);
    assert.equal((await stored()).fields.company.value, bo.company, 'nothing is changed by itself');
    const panel = await session.openPanel(later);
    await panel.see(the.signal);
    // the page says more than one new thing: all of it is taken, one by one
    for (let left = await panel.count(the.suggestion); left > 0; left = await panel.count(the.suggestion)) {
      await panel.clickNamed('Take', the.suggestion);
      await panel.until(([css, before]) => document.querySelectorAll(css).length < before, [the.suggestion, left], 'the suggestion to go');
    }
    await until(async () => (await stored()).fields.company.value === 'Proseware Example', 'the new company in the book');
    await until(async () => (await stored()).signals[0].state === 'taken', 'the signal to be settled');
    const history = (await rows(session, 'history')).filter((one) => one.field === 'fields.company');
    assert.ok(history.some((one) => one.old?.value === bo.company && one.new?.value === 'Proseware Example'), 'history keeps the old company');
  },

  'the rows of a list: each with its fit or that it is known, saved at one click, and never twice': async (session) => {
    const file = new URL('../../sites/linkedin/connections-sdui', import.meta.url).pathname;
    const { url } = JSON.parse(readFileSync(`${file}.json`, 'utf8'));
    // without its pictures, which the page would ask the closed net for
    session.network.serve(url, readFileSync(`${file}.html`, 'utf8').replaceAll(/ src="[^"]*"/g, ''));
    const before = (await rows(session, 'prospects')).length;
    const page = await session.openPage(url);
    const panel = await session.openPanel(page);
    await panel.until(([css, count]) => document.querySelectorAll(css).length === count, [the.listRow, 2], 'two rows');
    await panel.until((css) => !document.querySelector(css).disabled, the.saveRows, 'somebody to save');
    const unknown = await panel.count(`${the.listRow} input:not(:disabled)`);
    await panel.click(the.saveRows);
    await until(async () => (await rows(session, 'prospects')).length === before + unknown, 'the new ones in the book');
    await panel.until((css) => [...document.querySelectorAll(css)].every((one) => one.disabled), `${the.listRow} input, ${the.saveRows}`, 'nobody to be left');
    const keys = (await rows(session, 'prospects')).flatMap((one) => one.keys);
    assert.equal(keys.filter((key) => key === 'linkedin:in/bo-beispiel').length, 1);
    await panel.close();
    await page.close();
  },
};
