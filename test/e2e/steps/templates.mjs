// Texts with fields: written once, filled in for one person, copied or opened as mail by the rep's own hand, and what came of them.
import assert from 'node:assert/strict';
import { people } from '../../../scripts/demo/people.mjs';
import * as linkedin from '../../../scripts/demo/linkedin.mjs';
import { putRows, rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const [ada] = people;
const goTo = (panel, hash) => panel.evaluate((to) => { location.hash = to; }, hash);
const saved = async (session) => (await rows(session, 'prospects')).find((one) => one.fields.name.value === ada.name);
const leave = (panel) => panel.evaluate(() => { document.activeElement?.blur(); });
const focused = (panel, css) => panel.until((selector) => document.activeElement?.matches(selector), css, `the focus in ${css}`);
/** What is on the clipboard, by pasting it where a person would. */
const pasted = async (panel) => {
  await panel.fill(the.noteInput, '');
  await panel.press('Control+v');
  const text = await panel.value(the.noteInput);
  await panel.fill(the.noteInput, '');
  await leave(panel);
  return text;
};

export const steps = {
  'a book without templates offers good ones; adding them is undone in one click': async (session, world) => {
    const page = await session.openPage(linkedin.ADDRESS(ada));
    world.panel = await session.openPanel(page);
    await world.panel.see(the.save);
    await world.panel.click(the.save);
    await world.panel.see(the.known);
    world.id = (await saved(session)).id;
    await goTo(world.panel, the.place('templates'));
    // the word about the save has an undo as well
    await world.panel.reload();
    await world.panel.gone(`${the.toast} ${the.undo}`);
    await world.panel.click(the.templateStarters);
    await world.panel.see(the.templateRow);
    const count = (await rows(session, 'templates')).length;
    assert.ok(count >= 12, `${count} starters`);
    await world.panel.click(the.undo);
    await until(async () => (await rows(session, 'templates')).length === 0, 'the undo');
    await world.panel.click(the.templateStarters);
    await until(async () => (await rows(session, 'templates')).length === count, 'the starters again');
    await world.panel.press('Escape');
  },

  'a template is written with a preview on somebody of the book; a field that does not exist is said at once': async (session, { panel }) => {
    await panel.click(the.templateNew);
    await focused(panel, the.templateTitle);
    await panel.page.keyboard.type('After a talk');
    await panel.press('Enter');
    await panel.fill(the.templateBody, 'Hi {{first_nam}}, at {{company|your company}}.');
    assert.match(await panel.see(`${the.templateProblems} li`), /first_nam/);
    await panel.fill(the.templateBody, '');
    await panel.fill(the.templateBody, 'Hi {{first_name}}, <b>{{company|your company}}</b>. {{custom.Talk}}');
    await panel.gone(`${the.templateProblems} li`);
    await panel.until(([css, name]) => document.querySelector(css).textContent.startsWith(`Hi ${name}, <b>`), [the.messageBody, ada.name.split(' ')[0]], 'the preview');
    await leave(panel);
    await until(async () => (await rows(session, 'templates')).some(({ name, variants }) => name === 'After a talk' && variants[0].body.includes('custom.Talk')), 'the text in the book');
    await panel.click(the.templateAddVariant);
    await until(async () => (await rows(session, 'templates')).find(({ name }) => name === 'After a talk').variants.length === 2, 'a second wording');
  },

  'on the person’s page w opens the composer; nothing is copied while something is missing, and it says what': async (session, { panel, id }) => {
    await goTo(panel, the.place('person', id));
    await panel.see(the.composerOpen);
    await leave(panel);
    await panel.press('w');
    await panel.see(the.composerTemplate);
    const template = (await rows(session, 'templates')).find(({ name }) => name === 'After a talk');
    await panel.choose(the.composerTemplate, template.id);
    await panel.see(the.fillField('custom.Talk'));
    await leave(panel);
    await panel.press('c');
    await panel.until((css) => [...document.querySelectorAll(css)].some((one) => /Not copied.*custom\.Talk/.test(one.textContent)), the.toast, 'the refusal');
    await panel.fill(the.fillField('custom.Talk'), 'Loved the part on queues.');
    await leave(panel);
    await panel.press('c');
    await panel.until((css) => [...document.querySelectorAll(css)].some((one) => /Copied/.test(one.textContent)), the.toast, 'the copy');
    const text = await pasted(panel);
    assert.equal(text, await panel.text(the.messageBody));
    assert.match(text, /^Hi \S+, <b>.+<\/b>\. Loved the part on queues\.$/);
  },

  'one key logs it with template and wording; what came of it is counted, and undo takes both back': async (session, { panel, id }) => {
    await panel.press('y');
    await until(async () => (await rows(session, 'touches')).length === 1, 'the touch');
    const [touch] = await rows(session, 'touches');
    const template = (await rows(session, 'templates')).find(({ name }) => name === 'After a talk');
    assert.deepEqual([touch.prospectId, touch.direction, touch.templateId, touch.variantId], [id, 'out', template.id, template.variants[0].id]);
    assert.deepEqual((await rows(session, 'templateUses')).map(({ variantId, result }) => [variantId, result]), [[template.variants[0].id, 0]]);
    await panel.click(the.undo);
    await until(async () => (await rows(session, 'touches')).length === 0 && (await rows(session, 'templateUses')).length === 0, 'nothing to be left');
    await panel.click(the.composerLog);
    await until(async () => (await rows(session, 'touches')).length === 1, 'the touch again');
    await goTo(panel, the.place('templates', template.id));
    await panel.until((css) => /used once/.test(document.querySelector(css)?.textContent ?? ''), the.templateResults, 'the use to be counted');
  },

  'a personal line is needed where the template says so; a letter opens in the mail program with nothing but address, subject and text': async (session, { panel, id }) => {
    const person = await saved(session);
    await putRows(session, { prospects: [{ ...person, fields: { ...person.fields, emails: { value: ['ada@example.com'], source: { kind: 'hand', name: 'rep' }, at: 1 } } }], settings: [{ key: 'rep', value: { name: 'Bo Seller', company: 'Paydirt', signature: 'Bo Seller' } }] });
    await goTo(panel, the.place('person', id));
    await panel.reload();
    await panel.see(the.composerOpen);
    await panel.click(the.composerOpen);
    await panel.see(the.composerTemplate);
    await panel.choose(the.composerTemplate, 'starter-first-mail');
    await panel.see(the.composerLine);
    assert.equal(await panel.count(the.composerMail), 0);
    await panel.fill(the.composerLine, 'Your talk on queues & keys #1 stays with me.');
    await panel.see(the.composerMail);
    const href = await panel.evaluate((css) => document.querySelector(css).href, the.composerMail);
    const mail = new URL(href);
    assert.deepEqual([mail.protocol, mail.pathname, [...mail.searchParams.keys()]], ['mailto:', 'ada@example.com', ['subject', 'body']]);
    assert.match(mail.searchParams.get('body'), /queues & keys #1/);
  },

  'a call script is read with points to tick off': async (_session, { panel }) => {
    await panel.choose(the.composerTemplate, 'starter-call');
    await panel.see(the.script);
    await panel.click(`${the.script} input`);
    await panel.until((css) => /^1 of /.test(document.querySelector(css).textContent), `${the.script} [role=status]`, 'one point done');
  },

  'who is not to be contacted gets no message': async (session, { panel }) => {
    const person = await saved(session);
    await putRows(session, { prospects: [{ ...person, doNotContact: { at: 1, reason: 'Asked twice' } }] });
    await panel.reload();
    await panel.see(the.composerOpen);
    await panel.click(the.composerOpen);
    assert.match(await panel.see(the.composerBlocked), /Do not contact/);
    assert.equal(await panel.count(the.composer), 0);
  },
};
