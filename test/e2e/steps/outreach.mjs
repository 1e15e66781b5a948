// What holds a rep's day together: meetings with an end and a place, the cadence of a priority, a step moved, a no that asks why, and what comes next.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { putRows, rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const id = (name) => `[data-testid="${name}"]`;
const field = (value) => ({ value, source: { kind: 'hand', name: 'rep' }, at: 1 });
const someone = (one, name, now, part = {}) => ({ id: one, kind: 'prospect', keys: [`email:${one}@northwind.example`], suggestions: {}, stage: 'working', tags: [], lists: [], createdAt: now, updatedAt: now, fields: { name: field(name), title: field('Head of Operations'), company: field('Northwind Example') }, ...part });
const step = (one, kind, days) => ({ id: one, kind, channel: kind === 'call' ? 'call' : 'linkedin', days, business: true, text: `Do ${one}` });
const due = (one, prospectId, now, part = {}) => ({ id: one, prospectId, dueAt: now - HOUR, open: 1, words: 'today', zone: 'UTC', text: `Task of ${prospectId}`, channel: 'call', createdAt: now, updatedAt: now, ...part });
const open = async (session, who) => (await rows(session, 'followUps')).filter((one) => one.open === 1 && one.prospectId === who);
const go = (panel, hash) => panel.evaluate((to) => { location.hash = to; document.activeElement?.blur?.(); }, hash);
const stands = (panel, who) => panel.until(([css, said]) => document.querySelector(css)?.innerText.trim() === said, [`${the.todayFocus} h2`, who], `${who} before the rep`);
const both = async (world, panel, what) => {
  // the other browser cannot be told its theme
  if (!world.hasThemes) return;
  for (const theme of ['light', 'dark']) for (const [width, height] of [[320, 860], [1180, 860]]) {
    await panel.size(width, height);
    await panel.theme(theme);
    await panel.shot(join(world.shots, `${what}-${width}-${theme}.png`));
  }
  await panel.theme('light');
  await panel.size(420, 1_400);
};

export const steps = {
  'a meeting is planned with its length and place, changed in place, and stands in the calendar file': async (session, world) => {
    const panel = await session.openPanel();
    Object.assign(world, { panel, hasThemes: session.kind === 'chromium' });
    await panel.size(420, 1_400);
    const now = await session.ask(() => Date.now());
    const people = [['nora', 'Nora North'], ['ivo', 'Ivo Inland'], ['lea', 'Lea Last']];
    await putRows(session, {
      prospects: people.map(([one, name]) => someone(one, name, now)), journal: people.map(([one]) => ({ prospectId: one })),
      followUps: [due('f-ivo', 'ivo', now), due('f-lea', 'lea', now - MINUTE)],
      cadences: [{ id: 'every', version: 1, name: 'For everybody', steps: [step('look', 'viewed', 1), step('ask', 'ask', 2), step('ring', 'call', 3)], priorities: ['P1', 'P2', 'P3', 'P4'], createdAt: now, updatedAt: now }],
    });
    await go(panel, the.place('person', 'nora'));
    await panel.see(the.followupInput);
    await panel.fill(the.followupInput, 'tomorrow 14:00');
    await panel.choose(id('followup-channel'), 'meeting');
    await panel.fill(id('meeting-length'), 'soon');
    assert.match(await panel.see(id('meeting-end')), /how long/);
    await panel.fill(id('meeting-length'), '45');
    assert.match(await panel.see(id('meeting-end')), /until 2:45/);
    await panel.fill(id('meeting-place'), 'Café Central');
    await both(world, panel, 'meeting');
    await panel.focus(id('meeting-place'));
    await panel.press('Enter');
    const [planned] = await until(async () => { const all = await open(session, 'nora'); return all.length === 1 && all; }, 'the meeting');
    assert.deepEqual([planned.channel, planned.endsAt - planned.dueAt, planned.place], ['meeting', 45 * MINUTE, 'Café Central']);
    await panel.click(id('meeting-edit'));
    await panel.fill(`${id('meeting-form')} ${id('meeting-length')}`, 'until 15:30');
    await panel.press('Enter');
    await panel.gone(id('meeting-form'));
    await until(async () => (await open(session, 'nora'))[0].endsAt - planned.dueAt === 90 * MINUTE, 'the new end');
    assert.match(await panel.see(id('follow-up')), /until 3:30/);
    await panel.until((css) => document.querySelector(css)?.innerText.includes('Café Central'), id('timeline'), 'the meeting in the timeline');
    const file = await panel.download(() => panel.clickNamed('Save for the calendar: Nora North'));
    const stamp = (at) => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
    assert.match(file.name, /\.ics$/);
    for (const line of [`DTSTART:${stamp(planned.dueAt)}`, `DTEND:${stamp(planned.dueAt + 90 * MINUTE)}`, 'LOCATION:Café Central', 'SUMMARY:Meeting: Nora North']) assert.ok(file.text.includes(`${line}\r\n`), `${line} in ${file.text}`);
  },

  'the cadence of their priority is begun by one key, its step moved with what follows seen before, and taken back': async (session, world) => {
    const { panel } = world;
    await panel.see(id('cadence-offer'));
    await both(world, panel, 'offer');
    assert.equal((await rows(session, 'enrolments')).length, 0);
    await panel.evaluate(() => document.activeElement?.blur?.());
    await panel.press('Y');
    await panel.gone(id('cadence-offer'));
    const first = await until(async () => (await open(session, 'nora')).find(({ stepId }) => stepId === 'look'), 'the first step');
    await panel.see(id('cadence-move-open'));
    await panel.press('Z');
    await panel.see(id('cadence-move'));
    const later = await panel.text(id('cadence-move-after'));
    await panel.press('ArrowRight');
    await panel.until(([css, before]) => document.querySelector(css)?.innerText !== before, [id('cadence-move-after'), later], 'the steps after it to come with it');
    await both(world, panel, 'move');
    await panel.press('Enter');
    await panel.gone(id('cadence-move'));
    await until(async () => (await open(session, 'nora')).some(({ id: one, dueAt }) => one === first.id && dueAt >= first.dueAt + 20 * HOUR), 'the step two days later');
    await panel.evaluate((css) => [...document.querySelectorAll(css)].at(-1).click(), the.undo);
    await until(async () => (await open(session, 'nora')).some(({ id: one, dueAt }) => one === first.id && dueAt === first.dueAt), 'the step where it was');
  },

  'a no from Today asks why, and keeps it': async (session, world) => {
    const { panel } = world;
    // a browser that has just saved a file may show that instead
    await panel.front();
    await go(panel, the.place('today'));
    await stands(panel, 'Lea Last');
    await panel.press('n');
    await stands(panel, 'Ivo Inland');
    await panel.press('l');
    await panel.see(the.touchPad);
    await panel.click(id('touch-out-not-interested'));
    await panel.see(id('rejection-form'));
    assert.equal(await panel.count(id('what-next')), 0);
    await both(world, panel, 'no');
    await panel.press('1');
    await panel.until((css) => document.activeElement?.matches(css), `${id('rejection-form')} [type=submit]`, 'Enter to keep it');
    await panel.click(`${id('rejection-form')} [type=submit]`);
    await panel.gone(id('rejection-form'));
    const ivo = await until(async () => (await rows(session, 'prospects')).find(({ id: one, rejections }) => one === 'ivo' && rejections?.length), 'the reason in the book');
    assert.deepEqual([ivo.rejections[0].reason, ivo.stage], ['no-interest', 'disqualified']);
    await stands(panel, 'Lea Last');
  },

  'the last thing done asks what next: one key plans it, and it is gone': async (session, world) => {
    const { panel } = world;
    await panel.press('d');
    await panel.see(id('what-next'));
    await both(world, panel, 'next');
    assert.equal((await panel.texts(id('next-time'))).length, 3);
    await panel.press('8');
    await panel.gone(id('what-next'));
    const [next] = await until(async () => { const all = await open(session, 'lea'); return all.length === 1 && all; }, 'what comes next');
    assert.deepEqual([next.words, next.channel], ['in 3 days', 'call']);
  },

  'the week is set: it begins where the rep says, and comes back to what is usual': async (session, world) => {
    const { panel } = world;
    await go(panel, the.place('settings'));
    await panel.see(`${id('week')}:not(:disabled) select`);
    await panel.choose(id('week-first'), '6');
    await panel.until((css) => document.querySelector(css)?.innerText.trim() === 'Sat', `${id('week')} .day span`, 'the week to begin on Saturday');
    assert.deepEqual((await rows(session, 'settings')).find(({ key }) => key === 'week')?.value, { firstDay: 6, weekend: [6, 7] });
    await panel.choose(id('week-first'), '');
    await until(async () => (await rows(session, 'settings')).find(({ key }) => key === 'week')?.value === null, 'the usual week');
  },
};
