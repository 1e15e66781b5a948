// A whole morning by keyboard alone: twenty follow-ups done, logged, put off, skipped and taken back; nothing lost, nothing counted twice.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { passTime, putRows, rows, wake } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const HOUR = 3_600_000;
const CHANNELS = ['linkedin', 'email', 'call', undefined];
const COUNT = 20;
const STOPPED = 7;
/** So tall that the whole queue is drawn. */
const TALL = [400, 2_200];

const name = (at) => `Person ${String(at + 1).padStart(2, '0')}`;
const field = (value) => ({ value, source: { kind: 'hand', name: 'rep' }, at: 1 });
const someone = (at, now) => ({
  id: `p${at}`, kind: 'prospect', keys: [`email:p${at}@northwind.example`], suggestions: {}, stage: ['new', 'working', 'engaged', 'meeting'][at % 4], tags: [], lists: [], createdAt: now, updatedAt: now,
  fields: { name: field(name(at)), title: field('Head of Operations'), company: field('Northwind Example'), ...(at % 5 === 0 ? {} : { profiles: field([`https://www.linkedin.com/in/person-${at}/`]) }) },
  ...(at === STOPPED ? { doNotContact: { at: now, reason: 'asked-not-to' } } : {}),
});
const task = (at, now) => ({
  id: `f${at}`, prospectId: `p${at}`, dueAt: now - (at + 1) * HOUR, open: 1, words: 'tomorrow', zone: 'UTC', text: `Task ${at + 1}`, createdAt: now, updatedAt: now, ...(CHANNELS[at % 4] ? { channel: CHANNELS[at % 4] } : {}),
});

const focused = (panel) => panel.text(`${the.todayFocus} h2`);
const progress = (panel) => panel.text(the.todayProgress);
const toBe = (panel, css, text) => panel.until(([wanted, said]) => document.querySelector(wanted)?.innerText.trim() === said, [css, text], `${css} to say ${text}`);
const stands = (panel, who) => toBe(panel, `${the.todayFocus} h2`, who);
/** Presses a key of the one before the rep, and waits until somebody else (or nobody) stands there. */
const press = async (panel, ...keys) => {
  const who = await focused(panel);
  for (const key of keys) {
    await panel.press(key);
    if (key === 'l') await panel.see(the.touchPad);
  }
  await panel.until(([css, before]) => document.querySelector(css)?.innerText.trim() !== before, [`${the.todayFocus} h2`, who], `the next after ${who}`);
  return who;
};
const open = async (session) => (await rows(session, 'followUps')).filter((one) => one.open === 1);
const dueNow = async (session) => { const now = await session.ask(() => Date.now()); return (await open(session)).filter(({ dueAt }) => dueAt <= now); };
const take = async (world, panel, what) => {
  // the other browser cannot be told its theme
  if (!world.hasThemes) return;
  for (const theme of ['light', 'dark']) for (const [width, height] of [[320, 800], [400, 860], [1180, 780]]) {
    await panel.size(width, height);
    await panel.theme(theme);
    await panel.shot(join(world.shots, `${what}-${width}-${theme}.png`));
  }
  await panel.theme('light');
  await panel.size(...TALL);
};

export const steps = {
  'nothing is due: Today says so': async (session, world) => {
    const panel = await session.openPanel(undefined, the.place('today'));
    world.panel = panel;
    world.hasThemes = session.kind === 'chromium';
    await panel.size(...TALL);
    await panel.see('.empty');
    await take(world, panel, 'empty');
  },

  'twenty are due: by channel, priority first, the badge agrees': async (session, world) => {
    const { panel } = world;
    const now = await session.ask(() => Date.now());
    world.now = now;
    await putRows(session, { prospects: Array.from({ length: COUNT }, (_, at) => someone(at, now)), followUps: Array.from({ length: COUNT }, (_, at) => task(at, now)), journal: Array.from({ length: COUNT }, (_, at) => ({ prospectId: `p${at}` })), templates: [{ id: 'hello', name: 'Hello', kind: 'message', channel: 'linkedin', variants: [{ id: 'a', subject: '', body: 'Hello, how are things at {{company_full}}? Yours' }], needsLine: false, personaIds: [], createdAt: now, updatedAt: now }], touches: [1, 2, 3].map((at) => ({ id: `t${at}`, prospectId: 'p16', channel: 'linkedin', direction: 'out', outcome: 'sent', at: now - at * 30 * HOUR, createdAt: now, updatedAt: now })) });
    await panel.reload();
    await panel.see(the.todayFocus);
    await wake(session);
    await until(async () => await session.badge() === '20', 'the badge to say 20');
    assert.equal(await progress(panel), '0 of 20');
    assert.equal(await panel.text('nav a[href="#/today"] .count'), '20');
    const groups = await panel.texts('.today-group');
    assert.deepEqual(groups.map((one) => one.replace(/\s+/g, ' ')), ['LinkedIn 5', 'E-mail 5', 'Call 5', 'Any channel 5']);
    assert.equal(await panel.count(`${the.todayItem}[aria-current=true]`), 1);
    world.order = await panel.texts(`${the.todayItem} .strong`);
    assert.equal(new Set(world.order).size, COUNT);
    await take(world, panel, 'twenty');
  },

  'd is done, the next stands there; u brings it back with the progress': async (session, world) => {
    const { panel } = world;
    const first = await press(panel, 'd');
    assert.equal(first, world.order[0]);
    await stands(panel, world.order[1]);
    await toBe(panel, the.todayProgress, '1 of 20');
    await until(async () => await session.badge() === '19', 'the badge to follow');
    await panel.press('u');
    await stands(panel, first);
    await toBe(panel, the.todayProgress, '0 of 20');
    await until(async () => (await dueNow(session)).length === COUNT, 'all twenty to be due again');
    await press(panel, 'd');
    await toBe(panel, the.todayProgress, '1 of 20');
  },

  's skips: later today, last in the queue, still counted; u takes that back as well': async (session, world) => {
    const { panel } = world;
    const who = await press(panel, 's');
    await until(async () => (await panel.texts(`${the.todayItem} .strong`)).at(-1) === who, `${who} to be last`);
    assert.equal(await progress(panel), '1 of 20');
    await panel.press('u');
    await stands(panel, who);
    await until(async () => (await panel.texts(`${the.todayItem} .strong`))[0] === who, `${who} to be first again`);
    world.skipped = [await press(panel, 's'), await press(panel, 's')];
    await panel.until(() => [...document.querySelectorAll('.today-group')].at(-1)?.innerText.startsWith('Skipped'), null, 'a group of those that were skipped');
    assert.equal((await dueNow(session)).length, COUNT - 1);
    await until(async () => (await rows(session, 'settings')).some(({ value }) => Object.keys(value?.skipped ?? {}).length === 2), 'both to be kept');
    // the worker may die and the panel be closed: what was skipped is remembered
    await panel.reload();
    await panel.see(the.todayFocus);
    await toBe(panel, the.todayProgress, '1 of 20');
    assert.deepEqual((await panel.texts(`${the.todayItem} .strong`)).slice(-2), world.skipped);
  },

  'z and a number put off; u takes it back': async (session, world) => {
    const { panel } = world;
    const who = await focused(panel);
    await panel.press('z');
    await panel.see(the.snoozeChoice);
    await take(world, panel, 'snooze');
    await panel.press('Escape');
    await panel.gone(the.snoozeChoice);
    await press(panel, 'z', '1');
    await toBe(panel, the.todayProgress, '2 of 20');
    await panel.press('u');
    await stands(panel, who);
    await toBe(panel, the.todayProgress, '1 of 20');
    await press(panel, 'z', '1');
    const [id] = (await rows(session, 'prospects')).filter(({ fields }) => fields.name.value === who).map((one) => one.id);
    const moved = await until(async () => (await open(session)).find(({ prospectId, dueAt }) => prospectId === id && dueAt > world.now), `${who} to be put off`);
    assert.ok(Math.abs(moved.dueAt - (await session.ask(() => Date.now())) - HOUR) < 60_000);
    world.putOff = moved.id;
  },

  'l and one key log what came of it, in one thing to undo; who was not reached comes tomorrow': async (session, world) => {
    const { panel } = world;
    await panel.press('l');
    await panel.see(the.touchPad);
    await take(world, panel, 'log');
    await panel.press('Escape');
    await panel.gone(the.touchPad);
    const touches = (await rows(session, 'touches')).length;
    const who = await press(panel, 'l', '1');
    await until(async () => (await rows(session, 'touches')).length === touches + 1, 'a touch');
    assert.deepEqual((({ direction, outcome }) => [direction, outcome])((await rows(session, 'touches')).find(({ createdAt }) => createdAt > world.now)), ['out', 'sent']);
    await toBe(panel, the.todayProgress, '3 of 20');
    await panel.press('u');
    await stands(panel, who);
    await until(async () => (await rows(session, 'touches')).length === touches, 'the touch to be gone again');
    await toBe(panel, the.todayProgress, '2 of 20');
    // the message stands there filled in; one key logs it with its template
    await panel.until((css) => document.querySelector(css)?.innerText.includes('how are things at Northwind Example'), the.todayFocus, 'the message to be filled in');
    await press(panel, 'y');
    await toBe(panel, the.todayProgress, '3 of 20');
    assert.equal((await rows(session, 'touches')).find(({ createdAt }) => createdAt > world.now).templateId, 'hello');
    // on to the calls
    while (!(await panel.text(`${the.todayFocus} .today-chips`)).includes('Call')) await press(panel, 'n');
    const called = await press(panel, 'l', '3');
    const { id } = (await rows(session, 'prospects')).find(({ fields }) => fields.name.value === called);
    const again = await until(async () => (await open(session)).find(({ prospectId, dueAt }) => prospectId === id && dueAt > world.now), `${called} to come again`);
    assert.equal(await session.ask((at) => new Date(at).getHours(), again.dueAt), 9);
    await toBe(panel, the.todayProgress, '4 of 20');
  },

  'who answered makes a follow-up of its own: it is due now and counted as one more': async (session, world) => {
    const { panel } = world;
    await press(panel, 'l', 'e');
    await toBe(panel, the.todayProgress, '5 of 21');
    const answer = (await dueNow(session)).find(({ text }) => text.startsWith('Answer'));
    assert.ok(answer, 'a follow-up that says what to answer');
    await until(async () => await session.badge() === String((await dueNow(session)).length), 'badge and book to agree');
  },

  'who is not to be contacted has no message and nothing to log, only to be dropped': async (session, world) => {
    const { panel } = world;
    for (let steps = 0; await focused(panel) !== name(STOPPED) && steps < 40; steps += 1) await panel.press('k');
    for (let steps = 0; await focused(panel) !== name(STOPPED) && steps < 40; steps += 1) await panel.press('j');
    await stands(panel, name(STOPPED));
    await panel.see(the.todayStop);
    await take(world, panel, 'stopped');
    assert.equal(await panel.count(`${the.todayFocus} textarea`), 0);
    await panel.press('l');
    assert.equal(await panel.count(the.touchPad), 0);
    await press(panel, 'd');
    await toBe(panel, the.todayProgress, '6 of 21');
  },

  'v orders by priority; who stands before the rep stays there': async (session, world) => {
    const { panel } = world;
    const who = await focused(panel);
    await panel.press('v');
    await panel.until(() => /^P[1-4]/.test(document.querySelector('.today-group')?.innerText ?? ''), null, 'groups by priority');
    assert.equal(await focused(panel), who);
    const levels = (await panel.texts(`${the.todayItem} .level`)).slice(0, -2);
    assert.deepEqual(levels, levels.toSorted());
    await panel.press('v');
    await panel.until(() => !/^P[1-4]/.test(document.querySelector('.today-group')?.innerText ?? ''), null, 'groups by channel');
  },

  'the rest of the morning, key by key, to the finish line; the badge is empty': async (session, world) => {
    const { panel } = world;
    const seen = [];
    for (let left = (await dueNow(session)).length; left > 0; left -= 1) {
      seen.push(await press(panel, ...(left % 4 === 0 ? ['z', '2'] : ['d'])));
      await toBe(panel, the.todayProgress, `${21 - left + 1} of 21`);
      if (left === 2) await take(world, panel, 'one-left');
    }
    assert.equal(new Set(seen).size, seen.length, 'nobody twice');
    assert.deepEqual(seen.slice(-2), world.skipped, 'who was skipped came last');
    await panel.see(the.todayFinish);
    await until(async () => await session.badge() === '', 'the badge to be empty');
    assert.equal(await panel.count('nav a[href="#/today"] .count'), 0);
    const all = await rows(session, 'followUps');
    assert.equal(all.length, COUNT + 1, 'nothing lost, nothing more');
    const now = await session.ask(() => Date.now());
    assert.ok(all.every(({ open: state, dueAt }) => state === 0 || dueAt > now));
    const moved = all.filter((one) => one.open === 1).length;
    assert.deepEqual([await panel.text(the.todaySum('done')), await panel.text(the.todaySum('moved'))], [String(all.length - moved), String(moved)]);
    await take(world, panel, 'finish');
  },

  'u at the finish line brings the last one back; an hour later the one put off is there again, as one more': async (session, world) => {
    const { panel } = world;
    await panel.press('u');
    await stands(panel, world.skipped[1]);
    await toBe(panel, the.todayProgress, '20 of 21');
    await panel.press('d');
    await panel.see(the.todayFinish);
    await session.killWorker();
    await passTime(session, HOUR + 60_000);
    await panel.reload();
    await panel.see(the.todayFocus);
    assert.equal((await dueNow(session)).some(({ id }) => id === world.putOff), true);
    await until(async () => await session.badge() === String((await dueNow(session)).length), 'the badge to count it');
    const due = (await dueNow(session)).length;
    await toBe(panel, the.todayProgress, `21 of ${21 + due}`);
  },
};
