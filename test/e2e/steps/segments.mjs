// Segments and the map of fit and engagement: narrowed by any field, kept, live, and by keys.
import assert from 'node:assert/strict';
import { putRows, rows } from '../book.mjs';
import * as the from '../selectors.mjs';

const DAY = 86_400_000;
const id = (name) => `[data-testid="${name}"]`;
const condition = (at) => `${id('condition')}[data-number="${at}"]`;
const PEOPLE = 24;

/** Every third sells; every fourth has answered lately; the first half is in Berlin. */
function person(at, now) {
  const field = (value) => ({ value, source: { kind: 'hand', name: 'rep' }, at: now });
  return {
    id: `p${String(at).padStart(2, '0')}`, kind: 'prospect', keys: [`email:p${at}@example.com`], suggestions: {}, stage: at % 2 ? 'new' : 'working', tags: at % 6 ? [] : ['hot'], lists: [], createdAt: now - at * DAY, updatedAt: now,
    fields: { name: field(`Person ${at}`), title: field(at % 3 ? 'Baker' : 'VP Sales'), location: field(at < PEOPLE / 2 ? 'Berlin, Germany' : 'Lyon, France'), ...(at % 3 ? { about: field('Bread and cake.') } : { about: field('B2B SaaS pipeline and revenue.') }) },
    ...(at % 5 ? {} : { custom: { Region: field('North') } }),
  };
}
const touch = (at, now) => ({ id: `t${at}`, prospectId: `p${String(at).padStart(2, '0')}`, channel: 'email', direction: 'in', outcome: 'replied', at: now - DAY, createdAt: now, updatedAt: now });
const count = (panel) => panel.text('[data-testid="people-count"]');
const narrowedTo = (panel, text) => panel.until(([css, wanted]) => document.querySelector(css)?.innerText === wanted, ['[data-testid="people-count"]', text], text);

export const steps = {
  'conditions over any field narrow the list, with how many people have each value': async (session, world) => {
    const panel = world.panel = await session.openPanel(undefined, the.place('people'));
    await panel.until(() => document.querySelector('.empty') !== null, undefined, 'the empty list');
    const now = Date.now();
    const all = Array.from({ length: PEOPLE }, (_, at) => person(at, now));
    await putRows(session, { prospects: all, touches: all.flatMap((_, at) => (at % 4 ? [] : [touch(at, now)])), journal: all.map(({ id: prospectId }) => ({ prospectId })) });
    await panel.reload();
    await panel.see(the.personRow);
    await narrowedTo(panel, `${PEOPLE} people`);
    await panel.press('f');
    await panel.click(id('condition-add'));
    // fit of 70 and more is what a rep asks for first
    const sellers = Number((await count(panel)).split(' ')[0]);
    assert.ok(sellers > 0 && sellers < PEOPLE, await count(panel));
    await panel.choose(`${condition(1)} select`, 'country');
    assert.match((await panel.texts(`${condition(1)} .condition-value option`)).join('\n'), /Germany \(12\)[\s\S]*France \(12\)|France \(12\)[\s\S]*Germany \(12\)/);
    await panel.choose(`${condition(1)} .condition-value select`, 'DE');
    await narrowedTo(panel, `12 of ${PEOPLE} people`);
    await panel.click(id('condition-add'));
    await panel.choose(`${condition(2)} select`, 'custom:Region');
    await panel.choose(`${condition(2)} select:nth-of-type(2)`, 'known');
    await narrowedTo(panel, `3 of ${PEOPLE} people`);
    await panel.click(`${id('segment-editor')} .segmented label:nth-of-type(2)`);
    await narrowedTo(panel, `14 of ${PEOPLE} people`);
  },

  'kept under a name it is live: who comes to match is counted at once': async (session, { panel }) => {
    await panel.fill(id('segment-name'), 'Berlin or North');
    await panel.press('Enter');
    await panel.until((css) => /Berlin or North\s*14/.test(document.querySelector(css)?.innerText ?? ''), id('segment'), 'the segment with its count');
    const [segment] = await rows(session, 'segments');
    assert.deepEqual([segment.name, segment.filter.match, segment.filter.conditions.length], ['Berlin or North', 'any', 2]);
    await panel.evaluate((to) => { location.hash = to; }, the.place('person', 'p23'));
    await panel.see(the.field('location'));
    await panel.fill(the.field('location'), 'Hamburg, Germany');
    await panel.press('Tab');
    await panel.see(the.undo);
    await panel.evaluate((to) => { location.hash = to; }, the.place('people'));
    await panel.until((css) => /Berlin or North\s*15/.test(document.querySelector(css)?.innerText ?? ''), id('segment'), 'the count to follow');
    await narrowedTo(panel, `15 of ${PEOPLE} people`);
    await panel.click(id('segment'));
    await narrowedTo(panel, `${PEOPLE} people`);
  },

  'the map says where everybody is, and each quarter is a list': async (session, { panel }) => {
    await panel.press('m');
    await panel.see(id('fit-map'));
    const numbers = await panel.evaluate(() => [...document.querySelectorAll('.quadrant .big')].map((one) => Number(one.textContent)));
    assert.equal(numbers.reduce((sum, one) => sum + one, 0), PEOPLE);
    const now = await panel.evaluate((css) => Number(document.querySelector(css).querySelector('.big').textContent), id('quadrant-prospect-now'));
    assert.ok(now > 0, 'nobody to prospect now');
    await panel.click(id('quadrant-prospect-now'));
    await narrowedTo(panel, `${now} of ${PEOPLE} people`);
    assert.equal(await panel.count(the.personRow), now);
  },

  'a segment is edited and taken away, and both can be taken back': async (session, { panel }) => {
    await panel.click(id('segment'));
    await panel.click(id('segment-edit'));
    await panel.clickNamed('Delete', id('segment-editor'));
    await panel.gone(id('segment'));
    // the newest of what can be taken back
    await panel.click(the.undo);
    await panel.see(id('segment'));
    assert.equal((await rows(session, 'segments')).length, 1);
  },
};
