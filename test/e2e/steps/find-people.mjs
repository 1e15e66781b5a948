// The list of people: found as it is typed, in the columns that the rep chose, and right again after the index was spoilt.
import assert from 'node:assert/strict';
import { putRows, rows } from '../book.mjs';
import * as the from '../selectors.mjs';

const id = (name) => `[data-testid="${name}"]`;
const NAMES = ['Greta Müller', 'Gerta Miller', 'Ada Greta', '山田太郎', 'Иван Образцов', 'Bo Baker'];

function person(at, now) {
  const field = (value) => ({ value, source: { kind: 'hand', name: 'rep' }, at: now });
  return {
    id: `p${String(at).padStart(2, '0')}`, kind: 'prospect', keys: [`email:p${at}@example.com`], suggestions: {}, stage: at % 2 ? 'new' : 'working', tags: at === 5 ? ['gretel'] : [], lists: [], createdAt: now - at * 1_000, updatedAt: now,
    fields: { name: field(NAMES[at]), title: field(at % 2 ? 'Baker' : 'VP Sales'), company: field(at === 3 ? 'Greta GmbH' : 'Acme'), location: field('Berlin, Germany') },
  };
}

const narrowedTo = (panel, wanted) => panel.until(([css, list]) => [...document.querySelectorAll(css)].map((one) => one.innerText).join() === list, [`${the.personRow} .name`, wanted.join()], wanted.join());

export const steps = {
  'what is typed is found in names first, then companies, tags and notes, and marked where it stands': async (session, world) => {
    const panel = world.panel = await session.openPanel(undefined, the.place('people'));
    await panel.until(() => document.querySelector('.empty') !== null, undefined, 'the empty list');
    const now = Date.now();
    const all = NAMES.map((_, at) => person(at, now));
    await putRows(session, { prospects: all, notes: [{ id: 'n', prospectId: 'p04', text: 'We met at the fair.\nAsk Greta for the price list.', createdAt: now, updatedAt: now }], journal: all.map(({ id: prospectId }) => ({ prospectId })) });
    await panel.reload();
    await panel.see(the.personRow);
    await panel.fill(the.peopleSearch, 'greta');
    await narrowedTo(panel, ['Greta Müller', 'Ada Greta', '山田太郎', 'Иван Образцов']);
    await panel.until((css) => /Note\s+.*Ask Greta for the price/.test(document.querySelector(css)?.innerText ?? ''), id('matched'), 'the piece of the note');
    assert.deepEqual((await panel.texts(`${the.personRow} mark`)).map((one) => one.toLowerCase()), ['greta', 'greta', 'greta', 'greta']);
    await panel.fill(the.peopleSearch, 'gret');
    await narrowedTo(panel, ['Greta Müller', 'Ada Greta', '山田太郎', 'Bo Baker', 'Иван Образцов']);
  },

  'accents, other scripts and a wrong letter are found': async (_session, { panel, shots }) => {
    for (const [typed, wanted] of [['muller', ['Greta Müller', 'Gerta Miller']], ['太郎', ['山田太郎']], ['образ', ['Иван Образцов']], ['mulelr', ['Greta Müller']], ['qqqq', []]]) {
      await panel.fill(the.peopleSearch, typed);
      await narrowedTo(panel, wanted);
    }
    await panel.fill(the.peopleSearch, 'greta');
    await panel.see(id('matched'));
    await panel.shot(`${shots}/found-narrow.png`);
    await panel.fill(the.peopleSearch, '');
    await narrowedTo(panel, NAMES);
  },

  'the rep chooses the columns of the wide list, and each of them orders it': async (session, { panel, shots }) => {
    await panel.size(1180, 900);
    await panel.see('.heads');
    await panel.press('Escape');
    await panel.press('c');
    await panel.click(`${id('column-choice')} input[name="title"]`);
    await panel.until(() => [...document.querySelectorAll('.heads .head')].some((one) => one.innerText.trim() === 'Title'), undefined, 'the head of the new column');
    await panel.shot(`${shots}/columns-wide.png`);
    await panel.press('c');
    await panel.click('.heads .head[title="Title"]');
    await narrowedTo(panel, ['Gerta Miller', '山田太郎', 'Bo Baker', 'Greta Müller', 'Ada Greta', 'Иван Образцов']);
    await panel.reload();
    await panel.see('.heads .head[title="Title"]');
    await panel.fill(the.peopleSearch, 'greta');
    await panel.theme('dark').catch(() => undefined);
    await panel.shot(`${shots}/found-wide-dark.png`);
    await panel.fill(the.peopleSearch, '');
    assert.deepEqual((await rows(session, 'settings')).find(({ key }) => key === 'peopleColumns').value, ['stage', 'nextDue', 'createdAt', 'fit', 'title']);
  },

  'a spoilt index, and a row that was changed past the book, are put right without a word': async (session, { panel }) => {
    const piece = await stored(session);
    await putRows(session, { snapshots: [{ ...piece, packed: null }] });
    await panel.reload();
    await narrowedTo(panel, NAMES);
    const changed = (await rows(session, 'prospects')).find(({ id: one }) => one === 'p05');
    changed.fields.name.value = 'Bo Changed';
    await putRows(session, { prospects: [changed] });
    await narrowedTo(panel, NAMES.map((name) => (name === 'Bo Baker' ? 'Bo Changed' : name)));
    assert.equal(await panel.count('[role="alert"]'), 0);
  },
};

/** The first piece of the index, once it is stored. */
async function stored(session) {
  for (let tries = 0; tries < 100; tries += 1) {
    const all = await rows(session, 'snapshots');
    const found = all.find(({ name }) => name === 'people/bytes/0');
    if (found) return found;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error('the index was never stored');
}
