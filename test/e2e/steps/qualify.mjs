// Qualifying somebody from the keyboard: BANT, what to ask next, priority, the steps of a rule that changes, and each taken back.
import assert from 'node:assert/strict';
import * as linkedin from '../../../scripts/demo/linkedin.mjs';
import { people } from '../../../scripts/demo/people.mjs';
import { readable, withAxe } from '../axe.mjs';
import { putRows, rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const [ada, bo] = people;
const DAY = 86_400_000;

const person = async (session, name) => (await rows(session, 'prospects')).find((one) => one.fields.name.value === name);
const stored = (session, look, what, name = ada.name) => until(async () => look(await person(session, name)), what);
const number = async (panel, selector) => Number((await panel.text(selector)).match(/\d+(?=\D*$)/)[0]);
const focused = (panel, selector) => panel.until((css) => document.querySelector(css)?.contains(document.activeElement), selector, `${selector} to have the keys`);
const goTo = (panel, hash) => panel.evaluate((to) => { location.hash = to; }, hash);
/** Presses a key of the panel, out of any field. */
const key = async (panel, name) => {
  await panel.evaluate(() => document.activeElement?.blur());
  await panel.press(name);
};
const answer = async (panel, letter, part, says) => {
  await key(panel, letter);
  await focused(panel, the.bantPart(part));
  await panel.press(says);
};
/** Takes back the newest thing that happened to the person on the page. */
const undoLast = (panel) => panel.click(`${the.historyRow}:first-child button`);

export const steps = {
  'somebody who fits is marketing-qualified by being saved, with the date and the version of the rule': async (session, world) => {
    for (const one of [ada, bo]) {
      const page = await session.openPage(linkedin.ADDRESS(one));
      world.panel = await session.openPanel(page);
      await world.panel.see(the.save);
      await world.panel.click(the.save);
      await world.panel.see(the.known);
      if (one === ada) await world.panel.close();
    }
    const saved = await person(session, ada.name);
    assert.deepEqual(saved.qualified.map(({ step, version, by }) => [step, version, by]), [['mql', 1, 'rule']]);
    await goTo(world.panel, the.place('person', saved.id));
    assert.match(await world.panel.see(the.step('mql')), /version 1/);
  },

  'BANT is answered by two keys a part; what is answered is not asked again, and the priority follows': async (session, { panel }) => {
    const [before, questions, readiness] = [await number(panel, the.bantScore), await panel.count(the.nextQuestion), await number(panel, the.priorityInput('readiness'))];
    assert.deepEqual([before, questions], [40, 4]);
    await answer(panel, 'N', 'need', 'y');
    await stored(session, (one) => one.bant?.need?.state === 'yes', 'the need in the book');
    await panel.until(([css, count]) => document.querySelectorAll(css).length === count - 1, [the.nextQuestion, questions], 'one question less');
    assert.equal(await number(panel, the.bantScore), 55);
    await until(async () => await number(panel, the.priorityInput('readiness')) > readiness, 'more readiness');
    await panel.press('A');
    await focused(panel, the.bantPart('authority'));
    await panel.press('p');
    await panel.see(the.bantEvidence('authority'));
    await panel.press('e');
    await focused(panel, the.bantEvidence('authority'));
    await panel.page.keyboard.type('Signs up to 50k');
    await panel.press('Enter');
    await stored(session, (one) => one.bant?.authority?.evidence === 'Signs up to 50k', 'the evidence in the book');
  },

  'with that the next step is reached under version 1; taking the answer back takes the step back': async (session, { panel }) => {
    await stored(session, (one) => one.qualified.some(({ step, version }) => step === 'sales-qualified' && version === 1), 'sales-qualified');
    await panel.until((css) => document.querySelector(css).textContent.includes('version 1'), the.step('sales-qualified'), 'the step on the page');
    await undoLast(panel);
    await stored(session, (one) => one.bant.authority.evidence === '', 'the evidence to be gone');
    await panel.until((css) => document.querySelector(css).textContent.startsWith('Undid'), `${the.historyRow}:first-child`, 'the undo in the history');
    // the answer itself: two lines below, behind the undo and what was undone
    await panel.click(`${the.historyRow}:nth-child(3) button`);
    await stored(session, (one) => !one.bant.authority && !one.qualified.some(({ step }) => step === 'sales-qualified'), 'answer and step to be gone');
    await answer(panel, 'A', 'authority', 'y');
    await stored(session, (one) => one.qualified.some(({ step }) => step === 'sales-qualified'), 'sales-qualified again');
  },

  'a value counts once a typical deal is known': async (session, { panel }) => {
    assert.equal(await number(panel, the.priorityInput('value')), 50);
    await key(panel, 'V');
    await focused(panel, the.dealValue);
    await panel.page.keyboard.type('120k');
    await panel.press('Enter');
    await stored(session, (one) => one.dealValue === 120_000, 'the value in the book');
    assert.equal(await number(panel, `${the.priorityInput('value')} .strong`), 50);
    const { id } = await person(session, ada.name);
    await goTo(panel, the.place('settings'));
    await panel.see(`${the.typicalDeal}:enabled`);
    await panel.fill(the.typicalDeal, '12,000');
    await panel.press('Enter');
    await until(async () => (await rows(session, 'settings')).some((one) => one.key === 'deal' && one.value.typical === 12_000), 'the typical deal');
    await goTo(panel, the.place('person', id));
    await panel.see(the.priorityLevel);
    await until(async () => await number(panel, `${the.priorityInput('value')} .strong`) === 76, 'the value to count');
  },

  'what somebody does makes engagement, what we do does not': async (session, { panel }) => {
    const { id } = await person(session, ada.name);
    const touch = (name, direction, channel, ago) => ({ id: name, prospectId: id, direction, channel, at: Date.now() - ago * DAY, createdAt: Date.now() - ago * DAY, updatedAt: Date.now() });
    await putRows(session, { touches: [touch('t1', 'in', 'meeting', 0), touch('t2', 'out', 'call', 0)] });
    // written past the book: only a panel that opens anew can know
    await panel.reload();
    await panel.see(the.engagementScore);
    assert.equal(await number(panel, the.engagementScore), 50);
  },

  'the priority is overruled with a reason, and goes back to the computed one': async (session, { panel }) => {
    const computed = await panel.text(the.priorityLevel);
    await key(panel, 'P');
    await focused(panel, '.own-priority');
    await panel.press('4');
    await panel.fill(the.priorityReason, 'Budget frozen until spring');
    await panel.press('Enter');
    await stored(session, (one) => one.priority?.level === 'P4' && one.priority.reason === 'Budget frozen until spring', 'the word in the book');
    await panel.until((css) => document.querySelector(css).textContent === 'P4', the.priorityLevel, 'P4');
    await panel.click(the.priorityBack);
    await panel.until(([css, level]) => document.querySelector(css).textContent === level, [the.priorityLevel, computed], `${computed} again`);
    await undoLast(panel);
    await stored(session, (one) => one.priority?.level === 'P4', 'the word again');
  },

  'against the rule somebody is sales-ready by the rep’s word alone, who is warned first': async (session, { panel }) => {
    await panel.click(the.stepSay);
    await panel.see(the.gate);
    assert.match(await panel.text(the.gate), /Timing.*BANT.*priority is P4/s);
    await panel.fill(the.stepReason, 'Their board asked for the contract');
    await panel.press('Enter');
    await stored(session, (one) => one.qualified.some(({ step, by, reason }) => step === 'sales-ready' && by === 'rep' && reason.startsWith('Their board')), 'sales-ready');
    await panel.until((css) => document.querySelector(css).textContent.includes('Their board'), the.step('sales-ready'), 'the reason on the page');
    await undoLast(panel);
    await stored(session, (one) => !one.qualified.some(({ step }) => step === 'sales-ready'), 'the word to be taken back');
  },

  'an edited rule is a new version; who was qualified keeps the old one, others are held against the new one': async (session, { panel }) => {
    const before = (await person(session, ada.name)).qualified;
    await goTo(panel, the.place('rule'));
    await panel.fill(the.ruleAsk('mql', 'fit'), '101');
    await panel.see(`${the.ruleAsk('mql', 'fit')}[aria-invalid=true]`);
    await panel.fill(the.ruleAsk('mql', 'fit'), '20');
    await panel.fill(the.ruleAsk('mql', 'coverage'), '');
    await panel.press('Control+Enter');
    await until(async () => (await rows(session, 'rules')).some((one) => one.version === 2 && one.steps.mql.fit === 20 && one.steps.mql.coverage === undefined), 'version 2 in the book');
    await panel.until(([css, count]) => document.querySelectorAll(css).length === count, [the.ruleVersion, 2], 'two versions');
    assert.deepEqual((await rows(session, 'ruleVersions')).map(({ version }) => version), [1, 2]);
    assert.deepEqual((await person(session, ada.name)).qualified, before);
    const other = await person(session, bo.name);
    assert.equal(other.qualified, undefined);
    await goTo(panel, the.place('person', other.id));
    await panel.see(the.bantPart('need'));
    await answer(panel, 'N', 'need', 'n');
    await stored(session, (one) => one.qualified?.[0].version === 2, 'the step under version 2', bo.name);
    await panel.until((css) => document.querySelector(css).textContent.includes('version 2'), the.step('mql'), 'the step of version 2 on the page');
    await goTo(panel, the.place('person', (await person(session, ada.name)).id));
    await panel.until((css) => document.querySelector(css)?.textContent.includes('version 1'), the.step('sales-qualified'), 'Ada’s step of version 1');
  },

  'all of it can be read by everybody, in both themes': withAxe(async (session, { panel }) => {
    const { id } = await person(session, ada.name);
    for (const [hash, ready, open] of [[the.place('person', id), the.stepSay, ['.priority .fit-head', '.engagement .fit-head', the.stepSay]], [the.place('rule'), the.ruleName, []]]) {
      await goTo(panel, hash);
      await panel.see(ready);
      for (const one of open) await panel.click(one);
      await readable(panel, hash);
    }
  }),
};
