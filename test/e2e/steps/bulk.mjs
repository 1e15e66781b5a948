// Hundreds of people at once, by keyboard: selected, tagged, planned, removed, stopped on the way, and each taken back by one undo.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { putRows, rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const id = (name) => `[data-testid="${name}"]`;
const PEOPLE = 420;

function person(at, now) {
  const field = (value) => ({ value, source: { kind: 'hand', name: 'rep' }, at: now });
  return { id: `p${String(at).padStart(3, '0')}`, kind: 'prospect', keys: [`email:p${at}@example.com`], suggestions: {}, stage: 'new', tags: at % 3 ? [] : ['hot'], lists: [], createdAt: now - at * 60_000, updatedAt: now, fields: { name: field(`Person ${at}`), title: field('Baker') } };
}
const counted = (panel, text) => panel.until(([css, wanted]) => document.querySelector(css)?.innerText.includes(wanted), [id('people-count'), text], text);
/** Waits for the newest word; one that came before may still stand there. */
const toasted = (panel, text) => panel.until(([css, wanted]) => [...document.querySelectorAll(css)].at(-1)?.innerText.includes(wanted), [`${the.toast} .toast`, text], text);
const tagged = async (session, tag) => (await rows(session, 'prospects')).filter(({ tags }) => tags.includes(tag)).length;
/** Types what to do, then with what. */
async function order(panel, what, how) {
  await panel.press('b');
  // as a rep does: the menu has the keys as soon as it is there
  await panel.until((css) => document.activeElement === document.querySelector(css), id('palette-input'), 'the menu to take keys');
  await panel.page.keyboard.type(what);
  await panel.press('Enter');
  if (how === undefined) return;
  await panel.until((css) => document.querySelector(css)?.value === '', id('palette-input'), 'the second question');
  await panel.fill(id('palette-input'), how);
  await panel.press('Enter');
}

export const steps = {
  'a range by keys, all by one, none by one': async (session, world) => {
    const panel = world.panel = await session.openPanel(undefined, the.place('people'));
    await panel.until(() => document.querySelector('.empty') !== null, undefined, 'the empty list');
    const now = Date.now();
    const all = Array.from({ length: PEOPLE }, (_, at) => person(at, now));
    await putRows(session, { prospects: all, journal: all.map(({ id: prospectId }) => ({ prospectId })) });
    await panel.reload();
    await panel.see(the.personRow);
    await counted(panel, `${PEOPLE} people`);
    await panel.press('Home');
    await panel.press('x');
    for (let more = 0; more < 2; more += 1) await panel.press('Shift+J');
    await counted(panel, '3 selected');
    await panel.press('Escape');
    await counted(panel, `${PEOPLE} people`);
    await panel.press('Control+a');
    await counted(panel, `${PEOPLE} selected`);
  },

  'a tag for everybody, and one undo for all of them': async (session, { panel }) => {
    await order(panel, 'add a tag', 'fair 2026');
    await toasted(panel, `(${PEOPLE} people)`);
    assert.equal(await tagged(session, 'fair 2026'), PEOPLE);
    const changes = new Set((await rows(session, 'history')).filter(({ field }) => field === 'tags').map(({ changeId }) => changeId));
    assert.equal(changes.size, 1);
    await panel.click(the.undo);
    await toasted(panel, 'Taken back: Tagged');
    assert.deepEqual([await tagged(session, 'fair 2026'), await tagged(session, 'hot')], [0, PEOPLE / 3]);
  },

  'follow-ups are spread over days as the day is meant to hold them': async (session, { panel }) => {
    await order(panel, 'follow');
    await panel.fill(id('bulk-when'), 'tomorrow 9am');
    await panel.see(id('bulk-spread'));
    await panel.press('Enter');
    await toasted(panel, `(${PEOPLE} people)`);
    const perDay = new Map();
    for (const { dueAt } of await rows(session, 'followUps')) perDay.set(new Date(dueAt).toDateString(), (perDay.get(new Date(dueAt).toDateString()) ?? 0) + 1);
    assert.deepEqual([Math.max(...perDay.values()), perDay.size], [26, Math.ceil(PEOPLE / 26)]);
  },

  'who is put off is asked about as one is: why, and until when; one undo': async (session, world) => {
    const { panel } = world;
    const planned = (await rows(session, 'followUps')).length;
    await order(panel, 'change the stage', 'nurture');
    await panel.until((css) => document.activeElement?.closest(css) !== null, id('aside-form'), 'the question to have the keys');
    await panel.press('1');
    await panel.fill(id('aside-until'), 'in 6 months');
    await panel.click(id('bulk-spread'));
    await panel.shot(join(world.shots, 'put-off.png'));
    await panel.focus(id('aside-until'));
    await panel.press('Enter');
    await panel.until(([css, all]) => [...document.querySelectorAll(css)].some((one) => /^Not now, back from .* \((\d+) people\)/.exec(one.innerText)?.[1] === all), [`${the.toast} .toast`, `${PEOPLE}`], 'everybody to be put off');
    const off = (await rows(session, 'prospects')).filter(({ stage, aside }) => stage === 'nurture' && aside.resumeAt > Date.now());
    assert.deepEqual([off.length, new Set(off.map(({ aside }) => aside.resumeAt)).size, (await rows(session, 'followUps')).length - planned], [PEOPLE, 1, PEOPLE]);
    await panel.evaluate((css) => [...document.querySelectorAll(css)].at(-1).click(), the.undo);
    await toasted(panel, 'Taken back: Not now');
    assert.deepEqual([(await rows(session, 'prospects')).filter(({ stage }) => stage === 'new').length, (await rows(session, 'followUps')).length], [PEOPLE, planned]);
  },

  'everybody leaves the book and comes back, follow-ups and all': async (session, { panel }) => {
    await order(panel, 'erase');
    await panel.see(id('bulk-erase'));
    await panel.press('Enter');
    await panel.until(() => document.querySelector('.empty') !== null, undefined, 'the empty list');
    assert.deepEqual([(await rows(session, 'prospects')).length, (await rows(session, 'followUps')).length], [0, 0]);
    await panel.click(the.undo);
    await counted(panel, `${PEOPLE}`);
    await toasted(panel, `Taken back: ${PEOPLE} people were erased`);
    assert.deepEqual([(await rows(session, 'prospects')).length, (await rows(session, 'followUps')).length], [PEOPLE, PEOPLE]);
  },

  'one that is stopped keeps what is done, says how far it came, and goes back as well': async (session, { panel }) => {
    await panel.press('Control+a');
    await counted(panel, `${PEOPLE} selected`);
    // it is through sooner than a hand can be: who stops it waits for the first sign of it
    await panel.evaluate((css) => {
      new MutationObserver((_found, observer) => { const stop = document.querySelector(css); if (stop) { observer.disconnect(); stop.click(); } }).observe(document.body, { childList: true, subtree: true });
    }, id('progress-stop'));
    await order(panel, 'change the stage', 'working');
    await toasted(panel, 'Stopped');
    const moved = (await rows(session, 'prospects')).filter(({ stage }) => stage === 'working').length;
    assert.ok(moved > 0 && moved < PEOPLE, `${moved} were moved`);
    await panel.click(the.undo);
    // an earlier one may still be said to be taken back
    await until(async () => (await rows(session, 'prospects')).every(({ stage }) => stage !== 'working'), 'everybody to be back where they were');
  },
};
