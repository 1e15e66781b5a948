// What is sold, chosen once; personas edited by the keyboard; who somebody is, suggested, confirmed and chosen. The worker is killed before every step.
import assert from 'node:assert/strict';
import * as linkedin from '../../../scripts/demo/linkedin.mjs';
import { people } from '../../../scripts/demo/people.mjs';
import { readable, withAxe } from '../axe.mjs';
import { rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const ada = people[0];
export const options = { killBetween: true };

const show = (panel, name, of) => panel.evaluate((to) => { location.hash = to; }, the.place(name, of));
const ids = async (session, table) => (await rows(session, table)).map(({ id }) => id).sort();
const says = (panel, selector, text) => panel.until(([css, wanted]) => document.querySelector(css)?.innerText.includes(wanted), [selector, text], `${selector} to say “${text}”`);
const isOn = (panel, selector) => panel.evaluate((css) => !!document.activeElement?.closest(css), selector);
const person = async (session, id) => (await rows(session, 'prospects')).find((one) => one.id === id);

/** Goes on by Tab until the focus is there. */
async function tabTo(panel, selector) {
  await panel.see(selector);
  for (let presses = 0; presses < 60; presses++) {
    if (await isOn(panel, selector)) return;
    await panel.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

export const steps = {
  'a new book asks once what is sold; it can wait, and that can be taken back': async (session, world) => {
    world.page = await session.openPage(linkedin.ADDRESS(ada));
    world.panel = await session.openPanel(world.page);
    const { panel } = world;
    await panel.see(the.save);
    assert.equal(await panel.count(the.starterOffer), 0, 'it does not stand between the rep and a profile');
    for (const name of ['icp', 'rule', 'personas']) {
      await show(panel, name);
      await panel.see(the.starterOffer);
    }
    await panel.click(the.starterLater);
    await panel.gone(the.starterOffer);
    await panel.click(the.undo);
    await panel.see(the.starterOffer);
  },

  'a starter is picked by the keyboard, and the draft is scored by it; one undo takes it back': async (session, { panel }) => {
    const before = await ids(session, 'icps');
    await tabTo(panel, the.starter('industrial'));
    await panel.press('Enter');
    await until(async () => (await ids(session, 'personas')).length === 5, 'five personas in the book');
    assert.deepEqual([await ids(session, 'icps'), await ids(session, 'rules')], [['starter-industrial'], ['starter-industrial']]);
    await panel.gone(the.starterOffer);
    await show(panel, 'page');
    const wrong = Number(await panel.see(the.fit));
    await show(panel, 'personas');
    await panel.click(the.undo);
    await until(async () => (await ids(session, 'personas')).length === 0, 'the personas to go again');
    assert.deepEqual([await ids(session, 'icps'), await ids(session, 'rules')], [before, []]);
    await tabTo(panel, `${the.starterOffer} ${the.starter('saas')}`);
    await panel.press('Enter');
    await until(async () => (await ids(session, 'icps')).includes('starter-saas'), 'the other starter');
    await show(panel, 'page');
    await panel.until(([css, low]) => Number(document.querySelector(css)?.innerText) > low, [the.fit, wrong], 'a VP of Sales to fit who sells software better than who sells machines');
  },

  'a persona is found, opened and edited by the keyboard alone': async (session, { panel }) => {
    await show(panel, 'personas');
    await panel.see(the.personaRow);
    const names = await panel.texts(`${the.personaRow} strong`);
    assert.ok(names.includes('Revenue leader'), names.join());
    for (let at = 0; at <= names.indexOf('Revenue leader'); at++) await panel.press('j');
    await panel.press('Enter');
    await panel.until(([css, name]) => document.querySelector(css)?.value === name, [the.personaTitle, 'Revenue leader'], 'its page');
    const stored = async () => (await rows(session, 'personas')).find(({ id }) => id === 'starter-saas-revenue');
    await tabTo(panel, the.personaList('departments'));
    assert.equal((await stored()).departments.includes('executive'), false);
    await panel.press('Home');
    await panel.press('Enter');
    await until(async () => (await stored()).departments[0] === 'executive', 'a department switched on');
    await panel.press('Enter');
    await until(async () => !(await stored()).departments.includes('executive'), 'and off again');
    const line = `${the.personaList('challenges')} textarea`;
    await tabTo(panel, line);
    await panel.press('End');
    await panel.press('Enter');
    await panel.page.keyboard.type('Half of the pipeline is wishes');
    await panel.press('Enter');
    await until(async () => (await stored()).challenges[1] === 'Half of the pipeline is wishes', 'the line in the book, after the first');
    await panel.press('Backspace');
    await panel.press('Alt+ArrowUp');
    await until(async () => (await stored()).challenges[0] === 'Half of the pipeline is wishes', 'the line to move up');
    // a question of its own keeps the ids of the others
    const asked = (await stored()).questions;
    await tabTo(panel, `${the.personaList('need')} textarea`);
    await panel.press('End');
    await panel.press('Enter');
    await panel.page.keyboard.type('What is a good week?');
    await panel.press('Tab');
    await until(async () => (await stored()).questions.some(({ text }) => text === 'What is a good week?'), 'the question in the book');
    const kept = (await stored()).questions.map(({ id }) => id);
    assert.deepEqual(asked.filter(({ id }) => !kept.includes(id)), []);
  },

  'a person of that title shows it as suggested; one key confirms, another choice sticks, undo takes it back': async (session, world) => {
    const { panel } = world;
    await show(panel, 'page');
    await panel.click(the.save);
    await panel.see(the.known);
    world.id = (await rows(session, 'prospects'))[0].id;
    await says(panel, the.personaName, 'Revenue leader');
    assert.match(await panel.text(the.personaReason), /^Suggested: /);
    assert.equal((await person(session, world.id)).personaId, undefined, 'a suggestion is not a choice');
    await panel.press('p');
    await until(async () => (await person(session, world.id)).personaId === 'starter-saas-revenue', 'the choice in the book');
    await panel.until((css) => document.querySelector(css)?.innerText === 'Chosen by you', the.personaReason, 'the card to say so');
    await panel.press('p');
    await panel.see(the.personaChoose);
    await until(() => isOn(panel, the.personaChoose), 'the key to lead to the choice');
    await says(panel, the.personaCard, 'Half of the pipeline is wishes');
    await panel.choose(the.personaChoose, 'starter-saas-finance');
    await says(panel, the.personaName, 'Finance lead');
    await panel.reload();
    await panel.see(the.known);
    await says(panel, the.personaName, 'Finance lead');
    await show(panel, 'person', world.id);
    await panel.see(the.historyRow);
    await panel.click(`${the.historyRow} button`);
    await says(panel, the.personaName, 'Revenue leader');
    assert.equal((await person(session, world.id)).personaId, 'starter-saas-revenue');
  },

  'a deleted persona comes back by undo, with the people who had it': async (session, world) => {
    const { panel } = world;
    await show(panel, 'personas', 'starter-saas-revenue');
    await panel.see(the.personaEditor);
    await panel.evaluate(() => document.activeElement?.blur());
    await panel.press('x');
    await until(async () => !(await ids(session, 'personas')).includes('starter-saas-revenue'), 'it to be gone');
    await panel.click(the.undo);
    await until(async () => (await ids(session, 'personas')).includes('starter-saas-revenue'), 'it to be back');
    await show(panel, 'person', world.id);
    await says(panel, the.personaName, 'Revenue leader');
    await panel.until((css) => document.querySelector(css)?.innerText === 'Chosen by you', the.personaReason, 'the choice to count again');
  },

  'every view of it can be read by everybody': withAxe(async (_session, world) => {
    const { panel } = world;
    for (const [name, of, ready, part, press] of [['personas', '', the.personaRow, 'html'], ['personas', 'starter-saas-revenue', the.personaEditor, 'html'], ['person', world.id, the.personaCard, the.personaCard, 'p']]) {
      await show(panel, name, of);
      await panel.see(ready);
      if (press) await panel.press(press);
      await readable(panel, `${name} ${of}`, part);
    }
  }),
};
