// The account's page: committee, tier, own fields, doubles that are joined or told apart, and the list of accounts.
import assert from 'node:assert/strict';
import { putRows, rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const AT = Date.UTC(2026, 8, 1);
const field = (value, kind = 'page') => ({ value, source: { kind, name: kind === 'page' ? 'linkedin' : 'rep', strategy: 'structure', sure: 0.9 }, at: AT });
const account = (id, name, more = {}) => ({ id, keys: [], fields: { name: field(name), ...more.fields }, suggestions: {}, tags: [], createdAt: AT, updatedAt: AT, ...more.row });
const person = (id, name, title, accountId, more = {}) => ({
  id, kind: 'prospect', keys: [], suggestions: {}, stage: 'new', tags: [], lists: [], accountId, createdAt: AT, updatedAt: AT, fields: { name: field(name), title: field(title), company: field('Acme') }, ...more,
});
const touch = (id, prospectId, direction, at) => ({ id, prospectId, channel: 'email', direction, at, createdAt: at, updatedAt: at });

export const BOOK = {
  accounts: [
    account('acme', 'Acme Robotics', { fields: { domain: field('acme.example'), industry: field('Robotics'), location: field('Kiel, Germany'), revenue: field('$10M') } }),
    account('acme-gmbh', 'ACME Robotics GmbH', { fields: { industry: field('Automation', 'hand'), location: field('Kiel') }, row: { tier: 2, custom: { Contract: { ...field('until May', 'hand') } } } }),
    account('delta-air', 'Delta Air Lines'), account('delta-faucet', 'Delta Faucet'),
    account('north', 'Northwind Traders'), account('northwind', 'Northwind-Traders Ltd'),
  ],
  prospects: [
    person('ada', 'Ada Example', 'VP Sales', 'acme', { dealValue: 12_000 }), person('bob', 'Bob Sample', 'Executive Assistant to the CEO', 'acme'), person('cy', 'Cy Muster', 'Sales Manager', 'acme', { committee: 'champion', dealValue: 3_000 }),
    person('dee', 'Dee Beispiel', 'Account Executive', 'acme-gmbh'),
  ],
  touches: [touch('t1', 'ada', 'out', AT + 1_000), touch('t2', 'ada', 'in', AT + 5_000), touch('t3', 'dee', 'out', AT + 3_000)],
  notes: [{ id: 'n1', prospectId: 'cy', text: 'Wants a pilot in spring.', createdAt: AT + 4_000, updatedAt: AT + 4_000 }],
  followUps: [{ id: 'f1', prospectId: 'ada', dueAt: AT + 86_400_000, open: 1, words: '1d', zone: 'UTC', text: 'Send the offer', createdAt: AT, updatedAt: AT }],
};

const go = (panel, hash) => panel.evaluate((to) => { location.hash = to; }, hash);
const one = async (session, table, id) => (await rows(session, table)).find((row) => row.id === id);
const undoOf = async (panel, text) => {
  await panel.until(([css, said]) => document.querySelector(`${css} .toast:last-child`)?.innerText.includes(said), [the.toast, text], `the word of “${text}”`);
  await panel.clickNamed('Undo', `${the.toast} .toast:last-child`);
};

export const steps = {
  'the list shows people, parts and likely doubles': async (session, world) => {
    world.panel = await session.openPanel(null, the.place('settings'));
    const { panel } = world;
    await panel.see(the.exportJson);
    await putRows(session, BOOK);
    await panel.reload();
    await panel.see(the.panel);
    await go(panel, the.place('accounts'));
    await panel.until(([css, count]) => document.querySelectorAll(css).length === count, [the.accountRow, 6], 'six accounts');
    await panel.choose(the.accountsSort, 'people');
    await panel.until(([css]) => /Acme Robotics.*3 people/s.test(document.querySelector(css)?.innerText ?? ''), [the.accountRow], 'the one with most people to be first');
    await panel.choose(the.accountsTier, 'target');
    await panel.until(([css]) => { const all = [...document.querySelectorAll(css)]; return all.length === 1 && all[0].innerText.includes('Tier 2'); }, [the.accountRow], 'the one target');
    await panel.choose(the.accountsTier, '');
    assert.match(await panel.see(the.accountsAlike), /2$/);
  },

  'the account’s page: committee with gaps, what to look for, what its people come to, and its timeline': async (_session, { panel, shot }) => {
    await go(panel, the.place('account', 'acme'));
    assert.match(await panel.see(the.coverage), /1 of 5/);
    assert.match(await panel.text(the.seat('decision-maker')), /No decision maker yet[\s\S]*Ada Example[\s\S]*VP Sales/);
    assert.match(await panel.text(the.seat('gatekeeper')), /Bob Sample/);
    assert.match(await panel.text(the.seat('champion')), /Cy Muster/);
    assert.match(await panel.text(the.seat('user')), /Look for/);
    assert.match(await panel.text(the.accountNumbers), /15,000 \(2\)/);
    assert.match(await panel.text(the.accountNumbers), /Send the offer/);
    const events = await panel.texts(the.event);
    assert.deepEqual(events.map((text) => text.split('\n')[0]), ['Answered: E-mail', 'Wants a pilot in spring.', 'Contacted: E-mail']);
    await shot?.(panel, 'account');
  },

  'a part is taken from the title, set by a key, and taken back': async (session, { panel }) => {
    await panel.clickNamed('Ada Example is the Decision maker', the.seat('decision-maker'));
    await until(async () => (await one(session, 'prospects', 'ada')).committee === 'decision-maker', 'Ada to decide');
    await panel.until(([css]) => /2 of 5/.test(document.querySelector(css).innerText), [the.coverage], 'two parts');
    await panel.evaluate(() => [...document.querySelectorAll('[data-testid=account-person] a')].find((link) => link.innerText.includes('Bob')).focus());
    await panel.press('Shift+G');
    await until(async () => (await one(session, 'prospects', 'bob')).committee === 'gatekeeper', 'Bob to keep the gate');
    await go(panel, the.place('person', 'bob'));
    await panel.until((css) => document.querySelector(css)?.getAttribute('aria-pressed') === 'true', the.role('gatekeeper'), 'the part on the person’s page');
    await panel.press('Shift+G');
    await until(async () => (await one(session, 'prospects', 'bob')).committee === undefined, 'the part to be gone');
    await panel.see(the.roleHint);
    await panel.press('Shift+I');
    await until(async () => (await one(session, 'prospects', 'bob')).committee === 'influencer', 'another part');
  },

  'tier and own fields, with undo': async (session, { panel }) => {
    await go(panel, the.place('account', 'acme'));
    await panel.see(the.customName);
    await panel.evaluate(() => [...document.querySelectorAll('.tier label')].find((label) => label.innerText === 'Tier 1').click());
    await until(async () => (await one(session, 'accounts', 'acme')).tier === 1, 'tier 1');
    await panel.fill(the.customName, 'Customer number');
    await panel.fill(the.customValue, '4711');
    await panel.press('Enter');
    await until(async () => (await one(session, 'accounts', 'acme')).custom?.['Customer number']?.value === '4711', 'the own field');
    await panel.see(`${the.customField} input`);
    await panel.fill(`${the.customField} input`, '');
    await panel.press('Enter');
    await until(async () => (await one(session, 'accounts', 'acme')).custom === undefined, 'the own field to be gone');
    await undoOf(panel, 'removed');
    await until(async () => (await one(session, 'accounts', 'acme')).custom?.['Customer number']?.value === '4711', 'the own field to be back');
  },

  'two accounts that are one company become one, and undo makes them two again': async (session, world) => {
    const { panel } = world;
    assert.match(await panel.see(the.sameCompanyOffer), /ACME Robotics GmbH[\s\S]*legal form/);
    await world.shot?.(panel, 'account-same');
    const before = { accounts: await rows(session, 'accounts'), prospects: await rows(session, 'prospects') };
    await panel.click(the.sameYes);
    const merged = await until(async () => { const all = await rows(session, 'accounts'); return all.length === 5 && all.find(({ id }) => id === 'acme'); }, 'one account less');
    assert.deepEqual([merged.tier, merged.fields.industry.value, merged.suggestions.industry.value, Object.keys(merged.custom).toSorted()], [1, 'Automation', 'Robotics', ['Contract', 'Customer number']]);
    assert.equal((await one(session, 'prospects', 'dee')).accountId, 'acme');
    await panel.until((css) => document.querySelectorAll(css).length === 4, the.accountPerson, 'all four people on one page');
    await undoOf(panel, 'are one company');
    await until(async () => (await rows(session, 'accounts')).length === 6, 'both to be back');
    const bare = (all) => all.map(({ updatedAt: _at, fit: _fit, ...row }) => row);
    assert.deepEqual(bare(await rows(session, 'accounts')), bare(before.accounts));
    assert.deepEqual(bare(await rows(session, 'prospects')), bare(before.prospects));
  },

  'doubles in the list: one key joins, another says they are two companies, and neither is asked again': async (session, world) => {
    const { panel } = world;
    await go(panel, the.place('accounts'));
    await panel.click(the.accountsAlike);
    await panel.until((css) => document.querySelectorAll(css).length === 2, the.sameCompanyOffer, 'two pairs');
    await world.shot?.(panel, 'accounts-alike');
    assert.ok(!(await panel.texts(the.sameCompanyOffer)).join().includes('Delta'), 'one word in common is not enough');
    await panel.press('x');
    await until(async () => (await rows(session, 'accounts')).filter(({ notSame }) => notSame?.length).length === 2, 'both to remember it');
    await panel.until((css) => document.querySelectorAll(css).length === 1, the.sameCompanyOffer, 'one pair');
    await panel.press('y');
    await until(async () => (await rows(session, 'accounts')).length === 5, 'one account less');
    await panel.until((css) => document.querySelectorAll(css).length === 0, the.sameCompanyOffer, 'no pair');
    await panel.reload();
    await panel.see(the.accountRow);
    await panel.until((css) => !document.querySelector(css), the.accountsAlike, 'nothing to be asked after a reload');
  },
};
