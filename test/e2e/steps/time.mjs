// Follow-ups that come again, the time where somebody lives, hours, load, snooze and the calendar file.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { rows } from '../book.mjs';
import { bringIn } from '../bring-in.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const AT = 1_760_000_000_000;
const DAY = 86_400_000;
const id = (at) => `00000000-0000-7000-8000-0000000010${String(at).padStart(2, '0')}`;
const field = (value) => ({ value, source: { kind: 'file', name: 'time.json' }, at: AT });
const tara = { id: id(0), kind: 'prospect', keys: ['email:tara@northwind.example'], suggestions: {}, stage: 'working', tags: [], lists: [], fields: { name: field('Tara Time'), title: field('Head of Operations'), company: field('Northwind Example') }, createdAt: AT, updatedAt: AT };
const late = Array.from({ length: 6 }, (_, at) => ({ id: id(at + 1), prospectId: tara.id, dueAt: AT + at * 60_000, open: 1, words: 'today', zone: 'UTC', text: `Old thread ${at + 1}`, createdAt: AT, updatedAt: AT }));

const testId = (name) => `[data-testid="${name}"]`;
const open = async (session) => (await rows(session, 'followUps')).filter((one) => one.open === 1);
const go = (panel, hash) => panel.evaluate((to) => { location.hash = to; document.activeElement?.blur?.(); }, hash);

/** The newest toast stands last. */
const undoLast = (panel) => panel.evaluate((css) => [...document.querySelectorAll(css)].at(-1).click(), the.undo);

export const steps = {
  'a follow-up is typed with how it comes again, which is shown back in words and stays in the list': async (session, world) => {
    const panel = await session.openPanel();
    world.panel = panel;
    await bringIn(panel, { prospects: [tara], followUps: late }, 'time.json');
    await go(panel, the.place('person', tara.id));
    await panel.see(the.followupInput);
    await panel.press('f');
    await panel.fill(the.followupInput, 'every 2 weeks on tue and thu 9:30');
    assert.match(await panel.see(testId('followup-repeat')), /every 2 weeks on Tue and Thu/);
    await panel.shot?.(join(world.shots, 'repeat-typed.png'));
    await panel.press('Enter');
    const [planned] = await until(async () => { const all = (await open(session)).filter(({ repeat }) => repeat); return all.length === 1 && all; }, 'a follow-up that comes again');
    assert.deepEqual([planned.repeat.every, planned.repeat.unit, planned.repeat.weekdays], [2, 'week', [2, 4]]);
    assert.match(await panel.see(testId('repeat')), /every 2 weeks on Tue and Thu/);
    world.planned = planned;
  },

  'done, it stands again; undo takes the next one back': async (session, world) => {
    const { panel, planned } = world;
    await panel.evaluate(() => [...document.querySelectorAll('[data-testid=follow-up]')].find((one) => one.querySelector('[data-testid=repeat]')).querySelector('button:last-of-type').click());
    const [next] = await until(async () => { const all = (await open(session)).filter(({ repeat }) => repeat); return all.length === 1 && all[0].id !== planned.id && all; }, 'the next one');
    assert.ok(next.dueAt > planned.dueAt && next.dueAt <= planned.dueAt + 14 * DAY);
    await undoLast(panel);
    await until(async () => { const all = (await open(session)).filter(({ repeat }) => repeat); return all.length === 1 && all[0].id === planned.id; }, 'the first one alone');
  },

  'the time zone is said by hand, and a time outside their hours is said, not moved': async (session, world) => {
    const { panel } = world;
    await panel.fill(testId('time-zone'), 'Asia/Nowhere');
    await panel.see('.bad-text');
    await panel.fill(testId('time-zone'), 'Pacific/Kiritimati');
    await panel.press('Enter');
    await until(async () => (await rows(session, 'prospects'))[0].timeZone === 'Pacific/Kiritimati', 'the zone in the book');
    assert.match(await panel.see(`${testId('their-time')} p`), /there now/);
    // nine in the morning of a Saturday somewhere is no working hour there
    await panel.fill(the.followupInput, 'sat 9am');
    assert.match(await panel.see(testId('followup-there')), /outside their hours/);
    await panel.shot?.(join(world.shots, 'outside-hours.png'));
    await panel.fill(the.followupInput, '');
  },

  'hours and load are set in Settings': async (session, world) => {
    const { panel } = world;
    await go(panel, '#/settings');
    await panel.see(`${testId('load')}:not(:disabled) input`);
    for (const at of [1, 2, 3, 4]) {
      await panel.fill(`${testId('load')} label:nth-of-type(${at}) input`, at === 2 ? '2' : '0');
      await panel.press('Tab');
    }
    await until(async () => JSON.stringify((await rows(session, 'settings')).find(({ key }) => key === 'load')?.value) === '{"P1":0,"P2":2,"P3":0,"P4":0}', 'the load in the book');
    await panel.shot?.(join(world.shots, 'settings-time.png'));
  },

  'a day that is too full is spread by one key, and put back by one undo': async (session, world) => {
    const { panel } = world;
    await go(panel, '#/today');
    assert.match(await panel.see(testId('day-load')), /6 are due today, 2 are meant for a day/);
    await panel.shot?.(join(world.shots, 'too-full.png'));
    await panel.press('B');
    await until(async () => (await open(session)).filter(({ dueAt, repeat }) => !repeat && dueAt > AT + DAY).length >= 4, 'four on later days');
    await panel.gone(testId('day-load'));
    await panel.shot?.(join(world.shots, 'spread.png'));
    await undoLast(panel);
    await until(async () => (await open(session)).filter(({ dueAt, repeat }) => !repeat && dueAt < AT + DAY).length === 6, 'six today again');
  },
};
