// Contact with people, by keyboard: touches in two keys, listening, a no, do-not-contact, introductions, and the three reports.
import assert from 'node:assert/strict';
import * as linkedin from '../../../scripts/demo/linkedin.mjs';
import { people } from '../../../scripts/demo/people.mjs';
import { rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const [ada, bea] = people;
const person = async (session, name) => (await rows(session, 'prospects')).find(({ fields }) => fields.name.value === name);
const openFollowUps = async (session) => (await rows(session, 'followUps')).filter(({ open }) => open === 1);
const go = (panel, hash) => panel.evaluate((to) => { location.hash = to; document.activeElement?.blur?.(); }, hash);
/** The newest toast's undo: older ones may still stand. */
const undoLast = (panel) => panel.evaluate((css) => [...document.querySelectorAll(css)].at(-1).click(), the.undo);
/** Opens somebody's page and waits for it: a key pressed too early means who stood there before. */
const open = async (panel, id, who) => {
  await go(panel, the.place('person', id));
  await panel.until(([css, name]) => document.querySelector('h1')?.innerText.startsWith(name) && !!document.querySelector(css), ['.moves', who.name], `the page of ${who.name}`);
};
const focused = (panel, css) => panel.until((wanted) => document.activeElement?.matches(wanted), css, `${css} to have the focus`);

async function saved(session, world, who) {
  const page = await session.openPage(linkedin.ADDRESS(who));
  const panel = await session.openPanel(page);
  await panel.click(the.save);
  await panel.see(the.known);
  world.panel = panel;
  return (await until(() => person(session, who.name), `${who.name} in the book`)).id;
}

async function touch(session, panel, keys) {
  const before = (await rows(session, 'touches')).length;
  await panel.press('l');
  await focused(panel, the.touchPad);
  for (const key of keys) await panel.press(key);
  await until(async () => (await rows(session, 'touches')).length === before + 1, `a touch by ${keys}`);
}

export const steps = {
  'two keys log a touch on the channel used last; undo takes it back': async (session, world) => {
    world.bea = await saved(session, world, bea);
    world.ada = await saved(session, world, ada);
    const { panel } = world;
    await open(panel, world.ada, ada);
    await panel.press('l');
    await focused(panel, the.touchPad);
    await world.shot?.(panel, 'pad');
    await panel.press('Escape');
    await panel.gone(the.touchPad);
    await touch(session, panel, ['s', '1']);
    const all = await rows(session, 'touches');
    assert.deepEqual([all[0].channel, all[0].direction, all[0].outcome], ['email', 'out', 'sent']);
    await session.killWorker();
    await panel.press('l');
    await focused(panel, the.touchPad);
    await panel.until((css) => document.querySelector(css)?.getAttribute('aria-checked') === 'true', the.touchChannel('email'), 'e-mail to be the channel again');
    await panel.press('1');
    await until(async () => (await rows(session, 'touches')).length === 2, 'a second touch');
    await panel.gone(the.touchPad);
    await undoLast(panel);
    await until(async () => (await rows(session, 'touches')).length === 1, 'the second touch to be gone');
  },

  'three asks without an answer: listen; an answer ends it and is due now': async (session, world) => {
    const { panel } = world;
    await touch(session, panel, ['1']);
    await touch(session, panel, ['a', '1']);
    await panel.see(the.listen);
    await world.shot?.(panel, 'listen');
    await go(panel, '#/reports');
    await panel.see(the.reportRow);
    assert.ok((await panel.text(the.reportRow)).includes(ada.name));
    await world.shot?.(panel, 'over-touched');
    await go(panel, the.place('person', world.ada));
    await panel.see(the.listen);
    await touch(session, panel, ['q']);
    await panel.gone(the.listen);
    const due = await openFollowUps(session);
    assert.equal(due.length, 1);
    assert.ok(due[0].dueAt <= Date.now() + 1_000 && due[0].prospectId === world.ada);
    assert.equal((await person(session, ada.name)).signals.filter(({ kind }) => kind === 'engaged').length, 1);
    await until(async () => await session.badge() === '1', 'the badge to count it');
    await panel.until((css) => /Answered: LinkedIn: Replied/.test(document.querySelector(css)?.innerText), the.event, 'the answer on top of the timeline');
  },

  'over-touched people are paused by one key, neglected ones get a follow-up': async (session, world) => {
    const { panel } = world;
    await open(panel, world.bea, bea);
    for (let at = 0; at < 3; at++) await touch(session, panel, ['1']);
    await panel.see(the.listen);
    await go(panel, '#/people');
    await panel.see(the.personRow);
    await panel.press('o');
    await panel.see(the.reportRow);
    await panel.press('r');
    await panel.until((css) => !document.querySelector(css), the.reportRow, 'nobody to be over-touched');
    const after = await person(session, bea.name);
    assert.deepEqual([after.stage, after.aside.reason], ['nurture', 'no-answer']);
    await undoLast(panel);
    await panel.see(the.reportRow);
    await panel.press('ArrowRight');
    await panel.see(the.reportRow);
    await world.shot?.(panel, 'gaps');
    await panel.press('ArrowRight');
    await world.shot?.(panel, 'neglected');
  },

  'a no asks why and what comes next; not now puts off with a date': async (session, world) => {
    const { panel } = world;
    await open(panel, world.bea, bea);
    await panel.press('l');
    await focused(panel, the.touchPad);
    await panel.press('i');
    await panel.see(the.rejectionForm);
    await focused(panel, '[data-reason]');
    await panel.press('3');
    await focused(panel, '[type=submit]');
    await world.shot?.(panel, 'rejection');
    await panel.press('Enter');
    await panel.see(the.asideBanner);
    const { stage, rejections, aside } = await person(session, bea.name);
    assert.deepEqual([stage, rejections[0].reason, aside.reason, aside.resumeAt > Date.now()], ['nurture', 'bad-timing', 'bad-timing', true]);
  },

  'who introduced somebody is picked from the book, shown both ways, and thanked': async (session, world) => {
    const { panel } = world;
    await open(panel, world.ada, ada);
    await panel.press('W');
    await panel.see(the.referrerInput);
    await panel.fill(the.referrerInput, bea.name.slice(0, 6));
    await panel.click(the.referrerOffer);
    await panel.see(the.referredBy);
    assert.equal((await person(session, ada.name)).referredBy.prospectId, world.bea);
    assert.ok((await openFollowUps(session)).some(({ prospectId, text }) => prospectId === world.bea && text.startsWith('Thank')));
    await world.shot?.(panel, 'referral');
    await go(panel, the.place('person', world.bea));
    await panel.see(the.referred);
    assert.equal(await panel.text(the.referred), ada.name);
  },

  'do-not-contact closes what is planned, shows everywhere, and is lifted in two steps with a reason alone': async (session, world) => {
    const { panel } = world;
    await open(panel, world.ada, ada);
    await panel.press('!');
    await focused(panel, the.barForm);
    await panel.press('1');
    await panel.see(the.barBanner);
    await world.shot?.(panel, 'do-not-contact');
    assert.equal((await openFollowUps(session)).filter(({ prospectId }) => prospectId === world.ada).length, 0);
    const { doNotContact } = await person(session, ada.name);
    assert.equal(doNotContact.reason, 'asked-not-to');
    // no undo of the history takes it back
    await panel.click(`${the.historyRow} button`);
    await panel.until((css) => /Not taken back/.test(document.querySelector(css)?.innerText), the.toast, 'the undo to be refused');
    assert.deepEqual((await person(session, ada.name)).doNotContact, doNotContact);
    await go(panel, '#/people');
    await panel.see(the.barMark);
    await world.shot?.(panel, 'people');
    await go(panel, the.place('person', world.ada));
    await panel.click(the.lift);
    await panel.see(the.liftReason);
    await panel.press('Enter');
    assert.deepEqual((await person(session, ada.name)).doNotContact, doNotContact);
    await panel.fill(the.liftReason, 'Wrote to us and asked for a call');
    await panel.press('Enter');
    await panel.gone(the.barBanner);
    assert.equal((await person(session, ada.name)).doNotContact, undefined);
    assert.ok((await rows(session, 'notes')).some(({ text }) => text.includes('asked for a call')));
    assert.equal((await openFollowUps(session)).filter(({ prospectId }) => prospectId === world.ada).length, 1);
  },
};
