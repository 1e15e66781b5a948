// Cadences: made, begun, followed, changed and ended, mostly by keyboard.
import assert from 'node:assert/strict';
import * as linkedin from '../../../scripts/demo/linkedin.mjs';
import { people } from '../../../scripts/demo/people.mjs';
import { putRows, rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const [ada] = people;
const AT = 1_760_000_000_000;
const id = (name) => `[data-testid="${name}"]`;
const go = (panel, hash) => panel.evaluate((to) => { location.hash = to; document.activeElement?.blur?.(); }, hash);
const enrolments = (session) => rows(session, 'enrolments');
const open = async (session) => (await rows(session, 'followUps')).filter((one) => one.open === 1 && one.enrolmentId);
const some = Array.from({ length: 6 }, (_, at) => ({
  id: `00000000-0000-7000-8000-0000000000${10 + at}`, kind: 'prospect', keys: [`email:person${at}@example.com`], suggestions: {}, stage: at === 5 ? 'disqualified' : 'new', tags: [], lists: [],
  fields: { name: { value: `Person ${at} Example`, source: { kind: 'file', name: 'x' }, at: AT } }, createdAt: AT, updatedAt: AT,
}));

export const steps = {
  'three cadences to begin with are one key away, and one of them is opened': async (session, world) => {
    const page = await session.openPage(linkedin.ADDRESS(ada));
    const panel = await session.openPanel(page);
    world.panel = panel;
    await panel.click(the.save);
    await panel.see(the.known);
    await go(panel, '#/cadences');
    await panel.shot(`${world.shots}/none.png`);
    await panel.click(id('cadence-starters'));
    await panel.until((css) => document.querySelectorAll(css).length === 3, id('cadence-row'), 'three cadences');
    await panel.shot(`${world.shots}/list.png`);
    await panel.press('j');
    await panel.press('Enter');
    await panel.until((css) => document.querySelectorAll(css).length === 6, id('cadence-step'), 'the six steps of a cadence');
  },

  'a person begins one by the keyboard: the dates are seen before, and one follow-up stands': async (session, world) => {
    const { panel } = world;
    const [person] = await until(async () => { const all = await rows(session, 'prospects'); return all.length > 0 && all; }, 'Ada in the book');
    world.ada = person.id;
    await go(panel, the.place('person', person.id));
    await panel.see(id('cadence-card'));
    await panel.press('E');
    await panel.see(id('enrol-cadence'));
    await panel.choose(id('enrol-cadence'), 'starter-cadence-warm');
    await panel.until((css) => document.querySelectorAll(css).length === 9, '.enrol-dates li', 'nine dates');
    await panel.shot(`${world.shots}/enrol.png`);
    await panel.focus(id('enrol-cadence'));
    await panel.press('Enter');
    await panel.gone(id('enrol'));
    await panel.see(id('enrolment-step'));
    const [one] = await until(async () => { const all = await open(session); return all.length === 1 && all; }, 'one open follow-up');
    assert.deepEqual([one.prospectId, one.stepId], [person.id, 'starter-cadence-warm-1']);
    await panel.shot(`${world.shots}/person.png`);
  },

  'skip, hold, go on and take out are one key each, and an undo takes them back': async (session, world) => {
    const { panel } = world;
    const state = async (wanted) => until(async () => { const [one] = await enrolments(session); return one && Object.entries(wanted).every(([name, value]) => one[name] === value) && one; }, JSON.stringify(wanted));
    await panel.press('S');
    assert.deepEqual((await state({ stepId: 'starter-cadence-warm-2' })).past.map(({ done }) => done), [false]);
    assert.equal((await open(session)).length, 1);
    await panel.until((css) => document.querySelector(css)?.textContent.startsWith('Follow'), id('enrolment-step'), 'the next step');
    await panel.press('H');
    await state({ state: 'paused' });
    assert.equal((await open(session)).length, 0);
    await panel.until((css) => document.querySelector(css)?.textContent.includes('Go on'), id('cadence-hold'), 'the way on');
    await panel.press('H');
    await state({ state: 'active' });
    assert.equal((await open(session)).length, 1);
    await panel.until((css) => document.querySelector(css)?.textContent.includes('Hold'), id('cadence-hold'), 'hold');
    await panel.press('X');
    await state({ state: 'stopped', reason: 'by-hand' });
    assert.equal((await open(session)).length, 0);
    await panel.click(the.undo);
    await state({ state: 'active', stepId: 'starter-cadence-warm-2' });
    assert.equal((await open(session)).length, 1);
  },

  'done in Today is a step done, and the next one stands': async (session, world) => {
    const [followUp] = await open(session);
    await putRows(session, { followUps: [{ ...followUp, dueAt: Date.now() - 60_000 }] });
    const { panel } = world;
    await go(panel, '#/today');
    await panel.see(the.todayItem);
    await panel.clickNamed(the.button.done);
    const [one] = await until(async () => { const all = await enrolments(session); return all[0]?.stepId === 'starter-cadence-warm-3' && all; }, 'the third step');
    assert.deepEqual(one.past.map(({ done }) => done), [false, true]);
    assert.equal((await open(session)).length, 1);
  },

  'a selection begins at once: who is barred is left out, who is in another one is asked about': async (session, world) => {
    const { panel } = world;
    await putRows(session, { prospects: some, journal: some.map(({ id: prospectId }) => ({ prospectId })) });
    await go(panel, '#/people');
    await panel.until((css) => document.querySelector(css)?.textContent.includes('7'), '[data-testid=people-count]', 'seven people');
    await panel.press('j');
    for (let at = 0; at < 7; at += 1) { await panel.press('x'); await panel.press('j'); }
    await panel.until((css) => document.querySelector(css)?.textContent.includes('7'), '[data-testid=people-count]', 'seven chosen');
    await panel.press('E');
    await panel.see(id('enrol-cadence'));
    await panel.choose(id('enrol-cadence'), 'starter-cadence-light');
    const said = await panel.see(id('enrol-obstacles'));
    assert.match(said, /1 person is in another cadence now: Warm first/);
    assert.match(said, /1 person is not to be contacted or aside/);
    await panel.until((css) => document.querySelector(css)?.textContent.includes('5 people'), id('enrol-do'), 'five of them');
    await panel.shot(`${world.shots}/enrol-many.png`);
    await panel.click(id('enrol-do'));
    await panel.gone(id('enrol'));
    await until(async () => (await enrolments(session)).length === 6, 'six enrolments');
    assert.equal((await open(session)).length, 6);
  },

  'an edit says what it does to them before it is saved, and an undo takes it back': async (session, world) => {
    const { panel } = world;
    await go(panel, the.place('cadences', 'starter-cadence-light'));
    await panel.see(id('enrolled'));
    await panel.click(`${id('cadence-step')}:first-child ${id('step-remove')}`);
    await panel.until((css) => /5 people: .*next step/.test(document.querySelector(css)?.textContent ?? ''), id('cadence-impact'), 'what happens to them');
    await panel.shot(`${world.shots}/edit.png`);
    await panel.evaluate(() => document.activeElement?.blur?.());
    await panel.press('s');
    await panel.gone(id('cadence-dirty'));
    const inIt = async () => (await enrolments(session)).filter(({ cadenceId }) => cadenceId === 'starter-cadence-light');
    await until(async () => (await inIt()).every(({ stepId, version }) => stepId === 'starter-cadence-light-2' && version === 2), 'everybody at the second step');
    assert.equal((await open(session)).length, 6);
    await panel.click(the.undo);
    await until(async () => (await inIt()).every(({ stepId, version }) => stepId === 'starter-cadence-light-1' && version === 1), 'everybody back');
    assert.equal((await open(session)).length, 6);
    await panel.focus(`${id('cadence-step')}:first-child .step-grip`);
    await panel.press('ArrowDown');
    await panel.until((css) => document.querySelectorAll(css)[1]?.value === 'followed', id('step-kind'), 'the first step to be the second');
    await panel.clickNamed('Discard');
  },

  'disqualifying somebody ends it, whatever they are in': async (session, world) => {
    const { panel } = world;
    await go(panel, the.place('person', world.ada));
    await panel.see(id('enrolment-step'));
    await panel.choose(the.stage, 'disqualified');
    await until(async () => (await enrolments(session)).some(({ prospectId, state, reason }) => prospectId === world.ada && state === 'stopped' && reason === 'disqualified'), 'an end');
    assert.equal((await open(session)).filter(({ prospectId }) => prospectId === world.ada).length, 0);
    await panel.until((css) => document.querySelector(css)?.textContent.includes('Disqualified'), id('enrolment'), 'why it ended');
    await panel.size(320, 760);
    const tooWide = () => panel.evaluate(() => {
      const main = document.querySelector('main');
      return main.scrollWidth <= main.clientWidth ? [] : [...main.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > main.clientWidth).map((one) => `${one.localName}.${one.className}`).slice(0, 8);
    });
    assert.deepEqual(await tooWide(), [], 'the page of a person fits 320 pixels');
    await panel.shot(`${world.shots}/person-320.png`);
    await go(panel, the.place('cadences', 'starter-cadence-light'));
    await panel.see(id('enrolled'));
    assert.deepEqual(await tooWide(), [], 'the editor fits 320 pixels');
    await panel.evaluate(() => document.querySelector('.cadence').scrollIntoView());
    await panel.shot(`${world.shots}/editor-320.png`);
    // Firefox cannot be told its theme from here
    await panel.theme('dark').catch(() => undefined);
    await panel.size(1180, 900);
    await panel.shot(`${world.shots}/editor-wide-dark.png`);
    await go(panel, '#/cadences');
    await panel.see(id('cadence-row'));
    await panel.shot(`${world.shots}/list-wide-dark.png`);
    assert.equal(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  },
};
