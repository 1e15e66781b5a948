// Ideal customers: several, edited by keyboard, tried before they are saved, versioned, and the one that suits best found by itself.
import assert from 'node:assert/strict';
import { readable, withAxe } from '../axe.mjs';
import { putRows, rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const TITLES = ['Baker', 'Procurement Manager', 'Software Engineer', 'VP Sales'];
const field = (value) => ({ value, source: { kind: 'page', name: 'example', sure: 0.9 }, at: 1 });
const prospects = TITLES.map((title, at) => ({
  id: `p${at}`, kind: 'prospect', keys: [`web:example.com/p${at}`], fields: { name: field(`${title.split(' ')[0]} Example`), title: field(title), company: field('Acme GmbH') }, suggestions: {},
  stage: 'new', tags: [], lists: [], accountId: 'acme', createdAt: at + 1, updatedAt: at + 1,
}));
const account = {
  id: 'acme', keys: [], fields: { name: field('Acme GmbH'), size: field('51-200'), profiles: field(['https://www.linkedin.com/company/acme']) }, suggestions: {}, tags: [], custom: { Region: field('North') }, createdAt: 1, updatedAt: 1,
};

/** What each kind is given: by the words that are typed, the chips that are pressed, or the numbers. */
const KINDS = [
  ['Title words', { words: 'sales, account exec*' }], ['Seniority', { chips: ['VP', 'Head'] }], ['Department', { chips: ['Sales'] }], ['Industry', { words: 'Zeppelin building' }], ['Headcount', { chips: ['51–200', '201–500'] }],
  ['Revenue', { amounts: { 'size-from': '10M', 'size-to': '50M' } }], ['Location', { words: 'Berlin', amounts: { within: '50' } }], ['Business model', { chips: ['B2B'] }], ['Technology', { words: 'Salesforce' }], ['Company words', { words: 'GmbH' }],
  ['Keywords', { words: 'growth' }], ['Lead source', { chips: ['Webinar'] }], ['Own field', { field: 'Region', words: 'North' }],
];
const MADE = [
  { kind: 'title', any: ['sales', 'account exec*'] }, { kind: 'seniority', any: ['vp', 'head'] }, { kind: 'department', any: ['sales'] }, { kind: 'industry', any: ['Zeppelin building'] }, { kind: 'headcount', any: [], min: 51, max: 500 },
  { kind: 'revenue', any: [], min: 1e7, max: 5e7 }, { kind: 'location', any: ['Berlin'], within: 50 }, { kind: 'model', any: ['b2b'] }, { kind: 'tech', any: ['Salesforce'] }, { kind: 'company', any: ['GmbH'] },
  { kind: 'keywords', any: ['growth'] }, { kind: 'source', any: ['webinar'] }, { kind: 'custom', any: ['North'], field: 'Region' },
];

const go = (panel, hash) => panel.evaluate((to) => { location.hash = to; }, hash);
const icp = async (session, name) => (await rows(session, 'icps')).find((one) => one.name === name);
const isFocused = (panel, selector) => panel.until((css) => document.activeElement?.matches(css), selector, `the focus on ${selector}`);
const numbers = (panel) => panel.until((css) => { const all = [...document.querySelectorAll(`${css} .after`)].map((one) => Number(one.textContent)); return all.length === 3 && all; }, the.icpPreview, 'the numbers of the preview');
const firstByFit = (panel) => panel.evaluate((css) => document.querySelector(css)?.innerText.split('\n').find((line) => /Example/.test(line)), the.personRow);

/** A key that belongs to the view: not while typing. */
async function key(panel, name) {
  await panel.evaluate(() => document.activeElement?.blur());
  await panel.press(name);
}

/** Adds a criterion and says what it wants, by keys alone. */
async function add(panel, number, kind, { words, chips = [], amounts = {}, field: own }) {
  const card = the.criterionAt(number);
  await key(panel, 'a');
  await isFocused(panel, `${card} select`);
  await panel.page.keyboard.type(kind);
  await panel.press('Tab');
  await panel.until(([css, wanted]) => document.querySelector(css)?.ariaLabel === `Criterion ${wanted}`, [card, `${number}: ${kind}`], `criterion ${number} to look at ${kind}`);
  if (own) await panel.fill(`${card} [data-testid="own-field"]`, own);
  if (words) {
    await panel.fill(`${card} .words input`, words);
    await panel.press('Enter');
  }
  for (const chip of chips) {
    await panel.evaluate(([css, wanted]) => [...document.querySelectorAll(`${css} .chip`)].find((one) => one.textContent === wanted).focus(), [card, chip]);
    await panel.press(' ');
  }
  for (const [box, amount] of Object.entries(amounts)) {
    await panel.fill(`${card} [data-testid="${box}"]`, amount);
    await panel.press('Enter');
  }
}

export const steps = {
  'a new ideal customer is made by keys, with a criterion of each kind': async (session, world) => {
    const panel = await session.openPanel(undefined, the.place('icp'));
    world.panel = panel;
    await panel.see(the.criterion);
    await putRows(session, { prospects, accounts: [account], journal: prospects.map(({ id }) => ({ prospectId: id })) });
    await panel.click(the.icpNew);
    await panel.fill(the.icpName, 'Everything');
    for (const [at, [kind, wants]] of KINDS.entries()) await add(panel, at + 1, kind, wants);
    assert.equal((await rows(session, 'icps')).length, 1, 'nothing is in the book before it is saved');
    await key(panel, 's');
    const made = await until(() => icp(session, 'Everything'), 'the new one in the book');
    assert.deepEqual(made.criteria.map(({ id: _id, weight: _weight, rule: _rule, ...rest }) => rest), MADE);
    assert.equal(made.version, 1);
    await panel.until((hash) => location.hash === hash, the.place('icp', made.id), 'the address of what was made');
  },

  'what cannot be meant is said, and not saved': async (session, { panel }) => {
    const from = `${the.criterionAt(5)} [data-testid="size-from"]`;
    await panel.focus(`${the.criterionAt(5)} .fold`);
    await panel.press('Enter');
    await panel.fill(from, '9,000');
    await panel.press('Enter');
    await panel.until((css) => /more than/.test(document.querySelector(css)?.innerText ?? ''), `${the.criterionAt(5)} [role=alert]`, 'the fault to be said');
    await key(panel, 's');
    await isFocused(panel, from);
    assert.equal((await icp(session, 'Everything')).criteria[4].min, 51);
    await panel.fill(from, '51');
    await panel.press('Enter');
    await panel.gone(the.icpSave);
  },

  'criteria are put in order by keys; that alone makes no new version': async (session, { panel }) => {
    await panel.focus(`${the.criterionAt(1)} .fold`);
    await panel.press('Alt+ArrowDown');
    await panel.until((css) => document.activeElement?.closest(css) !== null, the.criterionAt(2), 'the focus to go along');
    await key(panel, 's');
    const saved = await until(async () => { const one = await icp(session, 'Everything'); return one.criteria[1].kind === 'title' && one; }, 'the new order in the book');
    assert.equal(saved.version, 1);
  },

  'numbers of the preview move before saving, and the people are sorted anew after it': async (session, world) => {
    const { panel } = world;
    await go(panel, the.place('icp'));
    await panel.see(the.icpRow);
    assert.equal(await panel.count(the.icpRow), 2);
    await key(panel, 'a');
    await panel.fill(the.icpName, 'Buyers');
    await add(panel, 1, 'Title words', { words: 'Procurement' });
    await panel.until((css) => document.querySelector(`${css} .after`)?.textContent === '1', the.icpPreview, 'one strong fit in the preview');
    assert.deepEqual(await numbers(panel), [1, 0, 3]);
    await key(panel, 's');
    world.buyers = (await until(() => icp(session, 'Buyers'), 'the buyers in the book')).id;
    await go(panel, the.place('people'));
    await panel.see(the.peopleSort);
    await panel.choose(the.peopleSort, 'fit');
    await until(async () => await firstByFit(panel) === 'Procurement Example', 'the buyer first');
  },

  'a second version: who moves is shown first, the list follows': async (session, { panel, buyers }) => {
    await go(panel, the.place('icp', buyers));
    await panel.see(the.criterion);
    await numbers(panel);
    await panel.focus(`${the.criterionAt(1)} .words input`);
    await panel.press('Backspace');
    await panel.page.keyboard.type('Engineer');
    await panel.press('Enter');
    await panel.until(() => document.querySelectorAll('.movers li').length === 2, undefined, 'the two who move');
    assert.equal((await icp(session, 'Buyers')).version, 1);
    await panel.focus(`${the.criterionAt(1)} .words input`);
    await panel.press('Control+Enter');
    await until(async () => (await icp(session, 'Buyers')).version === 2, 'version 2 in the book');
    await go(panel, the.place('people'));
    await panel.see(the.peopleSort);
    await until(async () => await firstByFit(panel) === 'Software Example', 'the engineer first');
  },

  'an old version is looked at, compared in words and restored as a new one': async (session, { panel, buyers }) => {
    await go(panel, the.place('icp', buyers));
    await panel.see(the.icpVersion);
    await panel.clickNamed('Look at version 1');
    const said = await panel.see(the.icpChanges);
    assert.match(said, /\+ Engineer/);
    assert.match(said, /− Procurement/);
    await panel.clickNamed('Restore version 1');
    await panel.see(the.icpSave);
    await key(panel, 's');
    const saved = await until(async () => { const one = await icp(session, 'Buyers'); return one.version === 3 && one; }, 'version 3 in the book');
    assert.deepEqual(saved.criteria[0].any, ['Procurement']);
    assert.deepEqual((await rows(session, 'icpVersions')).filter(({ id }) => id === buyers).map(({ version }) => version), [1, 2, 3]);
  },

  'how much of the market is in the book': async (session, { panel, buyers }) => {
    await panel.fill(the.marketTotal, '1k');
    await panel.press('Enter');
    await until(async () => (await panel.text(the.marketCoverage)) === '0.1%', 'one of a thousand');
    assert.equal((await rows(session, 'icps')).find(({ id }) => id === buyers).tam, 1_000);
    assert.equal((await icp(session, 'Buyers')).version, 3);
  },

  'one is renamed, doubled and deleted by keys, and undo brings it back with its versions': async (session, { panel }) => {
    await go(panel, the.place('icp'));
    await panel.see(the.icpRow);
    const focusOn = (name) => panel.until(([css, wanted]) => {
      const link = [...document.querySelectorAll(`${css} a`)].find((one) => one.textContent === wanted);
      link?.focus();
      return document.activeElement === link;
    }, [the.icpRow, name], `${name} in the list`);
    await focusOn('Everything');
    await panel.press('r');
    await panel.see(the.icpRename);
    await panel.fill(the.icpRename, 'All of it');
    await panel.press('Enter');
    await until(() => icp(session, 'All of it'), 'the new name in the book');
    await focusOn('All of it');
    await panel.press('d');
    const copy = await until(() => icp(session, 'All of it (copy)'), 'the copy in the book');
    await panel.until((hash) => location.hash === hash, the.place('icp', copy.id), 'the copy to open');
    await go(panel, the.place('icp'));
    await panel.see(the.icpRow);
    for (const name of ['All of it (copy)', 'All of it']) {
      await focusOn(name);
      await panel.press('x');
      await until(async () => !await icp(session, name), `${name} to be gone`);
      await until(async () => !(await panel.texts(`${the.icpRow} a`)).includes(name), `${name} to leave the list`);
    }
    const versions = await rows(session, 'icpVersions');
    assert.ok(versions.some(({ name }) => name === 'All of it'), 'its version is kept');
    await until(async () => /Deleted All of it(?! \(copy\))/.test(await panel.text(the.toast)), 'the word that it was deleted');
    await panel.evaluate((css) => [...document.querySelectorAll(css)].at(-1).click(), the.undo);
    const back = await until(() => icp(session, 'All of it'), 'it to come back');
    assert.deepEqual(back.criteria.length, 13);
  },

  'on a person the one that suits best is suggested, with the others in a line; one is pinned': async (session, world) => {
    const { panel, buyers } = world;
    await go(panel, the.place('person', 'p1'));
    await panel.see(the.fitIcp);
    const line = await panel.texts(the.fitIcp);
    assert.match(line[0], /Buyers\s*100/);
    assert.equal(line.length, 3);
    assert.equal(await panel.text(the.fit), '100');
    const shown = () => panel.evaluate((css) => [...document.querySelectorAll(css)].findIndex((one) => one.ariaPressed === 'true'), the.fitIcp);
    assert.equal(await shown(), 0);
    await key(panel, 'Q');
    await until(async () => await shown() === 1, 'the next one to be looked at');
    await panel.press('q');
    const pinned = await until(async () => (await rows(session, 'prospects')).find(({ id }) => id === 'p1').icpId, 'the pin in the book');
    assert.notEqual(pinned, buyers);
    await panel.reload();
    await panel.see(the.fitIcp);
    await until(async () => await shown() === 1, 'the pinned one to be shown');
    await panel.click(the.fitPin);
    await until(async () => !(await rows(session, 'prospects')).find(({ id }) => id === 'p1').icpId, 'the pin to be gone');
    await until(async () => await shown() === 0, 'the best one again');
  },

  'what is not known says what it would take to know it': async (_session, { panel }) => {
    await panel.evaluate((css) => [...document.querySelectorAll(css)].find((one) => /All of it/.test(one.textContent)).click(), the.fitIcp);
    await panel.click('.fit-head');
    const reasons = await until(async () => { const all = await panel.texts(the.fitReason); return all.length === 13 && all; }, 'the reasons');
    assert.ok(reasons.some((one) => /Headcount/.test(one) && /“51-200” is within 51–500/.test(one)), reasons.join('\n'));
    assert.ok(reasons.some((one) => /Region/.test(one) && /North/.test(one)), 'the own field by its name');
    assert.ok(reasons.some((one) => /Technology/.test(one) && /ask what they use/.test(one) && /Open the company page/.test(one)), 'the way to know');
  },

  'every view of it can be read by everybody': withAxe(async (session, { panel, buyers }) => {
    const all = await icp(session, 'All of it');
    for (const [hash, ready, part = 'main'] of [[the.place('icp'), the.icpRow], [the.place('icp', all.id), the.criterion], [the.place('icp', buyers), the.icpVersion], [the.place('icp', 'new'), the.icpName], [the.place('person', 'p0'), the.fitIcp, '.fit']]) {
      await go(panel, hash);
      await panel.see(ready);
      await panel.evaluate(() => { for (const button of document.querySelectorAll('main [aria-expanded="false"]:not([role=combobox])')) button.click(); });
      await readable(panel, hash, part);
    }
  }),
};
