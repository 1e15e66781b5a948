// Privacy, by keyboard where there is one: erased, refused, taken back in time, gone for good, asked about, reviewed, listed.
import assert from 'node:assert/strict';
import * as linkedin from '../../../scripts/demo/linkedin.mjs';
import { people } from '../../../scripts/demo/people.mjs';
import { putRows, rows, wake } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const [ada, bea] = people;
const YEAR = 365 * 86_400_000;
const person = async (session, name) => (await rows(session, 'prospects')).find(({ fields }) => fields.name.value === name);
const go = (panel, hash) => panel.evaluate((to) => { location.hash = to; document.activeElement?.blur?.(); }, hash);
const gone = (session, name) => until(async () => !await person(session, name), `${name} to be gone`);
/** All that the extension has stored of any kind, as one text. */
const everything = (session) => session.ask(async () => {
  const book = await new Promise((done, fail) => { const request = indexedDB.open('paydirt'); request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });
  const parts = await Promise.all([...book.objectStoreNames].map((name) => new Promise((done) => { const all = book.transaction(name).objectStore(name).getAll(); all.onsuccess = () => done([name, all.result]); })));
  book.close();
  const { storage } = globalThis.browser ?? globalThis.chrome;
  return JSON.stringify([parts, await storage.local.get(null), await storage.session.get(null), { ...localStorage }, { ...sessionStorage }], (_name, value) => (ArrayBuffer.isView(value) ? '' : value));
});

async function saved(session, who) {
  const page = await session.openPage(linkedin.ADDRESS(who));
  const panel = await session.openPanel(page);
  await panel.click(the.save);
  await panel.see(the.known);
  return { page, panel };
}

export const steps = {
  'the card says by what right, where from and how long; what is held is one click away': async (session, world) => {
    const { page, panel } = await saved(session, ada);
    Object.assign(world, { page, panel, ada: (await person(session, ada.name)).id });
    await go(panel, the.place('person', world.ada));
    await panel.see(the.erase);
    await panel.choose(the.lawfulBasis, 'contract');
    await until(async () => (await person(session, ada.name)).lawful?.basis === 'contract', 'the basis to be kept');
    const { name, text } = await panel.download(() => panel.click(the.reportMd));
    assert.match(name, /^what-we-hold-/);
    for (const part of [ada.name, 'a contract', 'read on a page: linkedin', 'It was sent to nobody']) assert.ok(text.includes(part), part);
    await world.shot?.(panel, 'card');
  },

  'who was erased is not captured again, says the page before the click; undo in time brings them back': async (session, world) => {
    const { page, panel } = world;
    await panel.click(the.erase);
    await gone(session, ada.name);
    const beside = await session.openPanel(page);
    await beside.see(the.erasedNotice);
    assert.equal(await beside.count(the.save), 0);
    await world.shot?.(beside, 'erased');
    await session.command('save-prospect', page);
    await go(panel, '#/privacy');
    await panel.see(the.erasure);
    await world.shot?.(panel, 'erasure');
    assert.equal(await person(session, ada.name), undefined);
    await panel.click(the.erasureUndo);
    await until(() => person(session, ada.name), `${ada.name} to be back`);
    await beside.see(the.known);
    await beside.close();
  },

  'when the time is over nothing is left of them, in no table and no other storage': async (session, world) => {
    const { panel, page } = world;
    await panel.fill(the.undoMinutes, '0');
    await panel.press('Enter');
    await until(async () => (await rows(session, 'settings')).some(({ key, value }) => key === 'privacy' && value.undoMinutes === 0), 'the time to be set');
    // the net holds
    assert.ok((await everything(session)).includes(ada.name));
    await page.close();
    await go(panel, the.place('person', world.ada));
    await panel.click(the.erase);
    await gone(session, ada.name);
    await wake(session);
    await until(async () => (await rows(session, 'erasures')).length === 0, 'the erasure to end');
    const left = await until(async () => { const text = await everything(session); return text.includes(ada.name) || text.includes(ada.slug) ? null : text; }, 'nothing to be left').catch(() => everything(session));
    for (const trace of [ada.name, ada.slug]) { const at = left.indexOf(trace); assert.equal(at, -1, `${trace}: ${left.slice(Math.max(0, at - 300), at + 60)}`); }
    assert.ok((await rows(session, 'suppressions')).length > 0);
  },

  'who asks what is held gets an answer: erased, nothing, or all of it': async (session, world) => {
    const { panel } = world;
    const asked = async (text) => {
      await panel.fill(the.lookupInput, text);
      await panel.press('Enter');
      return panel.until((css) => { const { innerText = '' } = document.querySelector(css) ?? {}; return innerText && !/Looking/.test(innerText) ? innerText : null; }, the.lookupAnswer, `an answer about ${text}`);
    };
    await go(panel, '#/privacy/lookup');
    await panel.see(the.lookupInput);
    assert.match(await asked(linkedin.ADDRESS(ada)), /Erased on/);
    assert.match(await asked('nobody@example.com'), /Nothing is held/);
    const other = await saved(session, bea);
    world.bea = (await person(session, bea.name)).id;
    assert.match(await asked(linkedin.ADDRESS(bea)), new RegExp(bea.name));
    await world.shot?.(panel, 'lookup');
    await other.page.close();
    await other.panel.close();
  },

  'many who are due are reviewed by keyboard: kept with a reason, erased, and back by one undo': async (session, world) => {
    const { panel } = world;
    const made = Array.from({ length: 12 }, (_, at) => ({ id: `old-${String(at).padStart(2, '0')}`, kind: 'prospect', keys: [], fields: { name: { value: `Old ${at}`, source: { kind: 'hand', name: 'rep' }, at: 1 } }, suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: Date.now() - 3 * YEAR + at, updatedAt: 1 }));
    await putRows(session, { prospects: made, journal: made.map(({ id }) => ({ prospectId: id })), settings: [{ key: 'privacy', value: { basis: 'legitimate-interest', note: '', keepMonths: 24, undoMinutes: 10 } }] });
    await go(panel, '#/privacy');
    await panel.until(([css, wanted]) => document.querySelector(css)?.innerText.startsWith(wanted), [the.reviewCount, '12'], 'twelve to be due');
    await world.shot?.(panel, 'review');
    // the first two are kept
    for (const key of ['j', 'x', 'j', 'x', 'm']) await panel.press(key);
    await panel.see(the.keepReason);
    await panel.fill(the.keepReason, 'A customer');
    await panel.press('Enter');
    await panel.until(([css, wanted]) => document.querySelector(css)?.innerText.startsWith(wanted), [the.reviewCount, '10'], 'two to be kept');
    const kept = (await rows(session, 'prospects')).filter(({ lawful }) => lawful);
    assert.deepEqual(kept.map(({ id, lawful }) => [id, lawful.note]), [['old-00', 'A customer'], ['old-01', 'A customer']]);
    // all others are erased
    await panel.press('a');
    await panel.press('d');
    await until(async () => (await rows(session, 'prospects')).length === 3, 'ten to be erased');
    await panel.evaluate((css) => [...document.querySelectorAll(css)].at(-1).click(), the.undo);
    await until(async () => (await rows(session, 'prospects')).length === 13, 'ten to be back');
  },

  'a do-not-contact list is shown before it is taken in, and one undo takes it back': async (session, world) => {
    const { panel } = world;
    await go(panel, '#/privacy/list');
    await panel.fill(the.listText, `${linkedin.ADDRESS(bea)}\n@competitor.example\nstranger@example.com\nno address`);
    await panel.click(the.listCheck);
    await panel.see(the.listPlan);
    assert.deepEqual([await panel.text(the.listPeople), await panel.text(the.listStrangers), await panel.text(the.listUnread)], ['1', '2', '1']);
    await world.shot?.(panel, 'list');
    const before = (await rows(session, 'suppressions')).length;
    await panel.click(the.listApply);
    await until(async () => (await person(session, bea.name)).doNotContact && (await rows(session, 'suppressions')).length === before + 2, 'the list to be in force');
    await panel.evaluate((css) => [...document.querySelectorAll(css)].at(-1).click(), the.undo);
    await until(async () => !(await person(session, bea.name)).doNotContact && (await rows(session, 'suppressions')).length === before, 'the list to be taken back');
  },

  'what is kept and what leaves is told in plain words': async (session, world) => {
    const { panel } = world;
    await panel.press('Escape');
    await go(panel, '#/privacy/kept');
    await panel.see(the.leavesNothing);
    await world.shot?.(panel, 'kept');
    await go(panel, '#/privacy/requests');
    await panel.until(() => /No request was ever made/.test(document.querySelector('main').innerText), null, 'no request to be told of');
  },
};
