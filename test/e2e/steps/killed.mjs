// The browser, the tab, the importer or the background is killed while an import is storing: whole rows, an index that agrees with them, and a way on.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { glance } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const id = (name) => `[data-testid="${name}"]`;
const MANY = 6_000;

/** Leads as HubSpot exports them, with a name and a mail address each, ten to a company. */
function leads() {
  const surname = (at) => `Example${[...String(at)].map((digit) => 'abcdefghij'[digit]).join('')}`;
  const lines = Array.from({ length: MANY }, (_, at) => `${at},Ada,${surname(at)},${surname(at)}@example.com,Company ${Math.floor(at / 10)},Lead,2025-07-26 10:15\r\n`);
  return `Record ID,First Name,Last Name,Email,Company Name,Lifecycle Stage,Create Date\r\n${lines.join('')}`;
}

const number = async (panel, name) => Number((await panel.text(id(name))).replace(/\D/g, ''));

/** Chooses the file and has its rows counted. */
async function count(panel, file) {
  await panel.see(id('import-file'));
  await panel.upload(id('import-file'), file);
  await panel.see(id('import-column'));
  await panel.press('c');
  await panel.until((css) => document.querySelector(css) !== null, id('import-counted'), 'the rows to be counted', 50_000);
}

/** What is wrong with the book (nothing, it should be), and how many people are in it and should be by its own record; of how many the people index was not told since it was packed. */
const look = (session) => session.ask(() => new Promise((done, fail) => {
  const request = indexedDB.open('paydirt');
  request.onerror = () => fail(request.error);
  request.onsuccess = async () => {
    const database = request.result;
    const names = ['prospects', 'accounts', 'inbox', 'history', 'journal', 'imports'];
    const transaction = database.transaction(names);
    const got = (asked) => new Promise((is, no) => { asked.onsuccess = () => is(asked.result); asked.onerror = () => no(asked.error); });
    const [prospects, accounts, inbox, history, journal, all] = await Promise.all(names.map((name) => got(transaction.objectStore(name).getAll()))).catch((error) => { fail(error); throw error; });
    // what was taken back is history
    const imports = all.filter(({ state }) => state !== 'undone');
    const keys = await got(database.transaction('prospects').objectStore('prospects').index('keys').count());
    database.close();
    const differ = (told, rows) => {
      const there = new Set(rows.map((row) => row.id));
      return told.length !== there.size || told.some((one) => !there.has(one));
    };
    const told = (entity) => history.filter((one) => one.entity === entity && one.field === '**' && imports.some(({ id }) => id === one.changeId)).flatMap((one) => one.new.ids);
    const heard = new Set(journal.flatMap(({ prospectId, more = [] }) => [prospectId, ...more]));
    const companies = new Map(accounts.map((one) => [one.id, one.fields.name.value]));
    done({
      people: prospects.length, untold: prospects.filter((one) => !heard.has(one.id)).length, record: imports.map(({ state, added, done: through }) => ({ state, added, done: through })),
      wrong: [
        ...prospects.filter(({ fields, keys: own, accountId, lead, importId }) => {
          const [, surname = '', letters = ''] = /^Ada (Example([a-j]+))$/.exec(fields.name?.value) ?? [];
          const at = Number([...letters].map((letter) => 'abcdefghij'.indexOf(letter)).join(''));
          return own.join() !== `email:${surname.toLowerCase()}@example.com` || companies.get(accountId) !== `Company ${Math.floor(at / 10)}` || lead?.state !== 'new' || !importId;
        }).map((one) => `half a person: ${JSON.stringify(one)}`),
        ...(keys === prospects.length ? [] : [`${keys} identities of ${prospects.length} people`]),
        ...(differ(inbox.map((one) => one.id), prospects) ? ['the inbox is of others'] : []),
        ...(differ(told('prospect'), prospects) || differ(told('account'), accounts) ? ['history tells of others'] : []),
      ].slice(0, 3),
    });
  };
}));

const stored = (panel, rows) => panel.until(([css, wanted]) => (document.querySelector(css)?.value ?? 0) >= wanted, [`${id('import-progress')} progress`, rows], 'some rows to be stored');

/** Has the file counted, and stored until some of its rows are new in the book. */
async function begin(panel, file) {
  await count(panel, file);
  const there = await number(panel, 'import-same');
  await panel.press('s');
  await stored(panel, there + 2_000);
}

/** Whole rows alone are there, and the record of the import says how many and that it did not end. Returns how many. */
async function cutOff(session) {
  const { people, untold, record, wrong } = await look(session);
  assert.deepEqual(wrong, []);
  assert.ok(people >= 2_000 && people < MANY, `${people} people were stored`);
  assert.deepEqual(record, [{ state: 'storing', added: people, done: people }]);
  return { people, untold };
}

export const steps = {
  'a browser that is killed while it stores leaves whole rows': async (session, world) => {
    world.folder = mkdtempSync(join(tmpdir(), 'paydirt-killed-'));
    world.file = join(world.folder, 'leads.csv');
    writeFileSync(world.file, leads());
    const panel = world.panel = await session.openPanel(undefined, the.place('import'));
    await count(panel, world.file);
    await panel.press('s');
    await stored(panel, 2_000);
    await session.restart({ killed: true });
    const { people, untold } = await cutOff(session);
    assert.equal(untold, 0);
    world.there = people;
  },

  'all of them are in the people index, and Import says what was cut off': async (session, world) => {
    const panel = world.panel = await session.openPanel(undefined, the.place('people'));
    await panel.until(([css, wanted]) => document.querySelector(css)?.innerText.includes(wanted), [id('people-count'), world.there.toLocaleString('en')], 'all people to be listed');
    await panel.evaluate((hash) => { location.hash = hash; }, the.place('import'));
    assert.ok((await panel.see(id('import-cut-off'))).includes(`${world.there.toLocaleString('en')} of ${MANY.toLocaleString('en')}`));
  },

  'the same file again brings the rest and doubles nobody; one undo takes all of it back': async (session, world) => {
    const { panel, there } = world;
    await count(panel, world.file);
    assert.deepEqual([await number(panel, 'import-same'), await number(panel, 'import-new')], [there, MANY - there]);
    await panel.press('s');
    await panel.until((css) => document.querySelector(css) !== null, id('import-ended'), 'the rest to be stored', 50_000);
    const { people, record } = await look(session);
    assert.deepEqual([people, record], [MANY, [{ state: 'stored', added: MANY, done: MANY }]]);
    await panel.click(id('import-close'));
    await panel.click(id('past-undo'));
    await panel.until((css) => document.querySelector(css)?.innerText.includes('taken back'), id('past-import'), 'the import to be taken back', 50_000);
    assert.deepEqual([(await glance(session, 'prospects')).count, (await glance(session, 'accounts')).count, (await glance(session, 'inbox')).count], [0, 0, 0]);
  },

  'a tab that is closed while it stores leaves whole rows, and another says so': async (session, world) => {
    await begin(world.panel, world.file);
    await world.panel.close();
    const { people, untold } = await cutOff(session);
    assert.equal(untold, 0);
    world.there = people;
    const panel = world.panel = await session.openPanel(undefined, the.place('import'));
    assert.ok((await panel.see(id('import-cut-off'))).includes(`${people.toLocaleString('en')} of ${MANY.toLocaleString('en')}`));
  },

  // Firefox's protocol can end none: a worker that closes itself goes on there with what it has begun
  'an importer that is ended from outside is said to be gone at once': { browsers: ['chromium'], run: async (session, world) => {
    const { panel } = world;
    await begin(panel, world.file);
    const worker = await until(() => panel.page.workers().find((one) => one.url().includes('importer')), 'the importer to be found');
    await worker.evaluate(() => close());
    await panel.until((css) => document.querySelector(css) !== null, id('import-no'), 'the import to be said to have failed');
    world.there = (await cutOff(session)).people;
  } },

  'the next one brings the rest; a background worker that is killed meanwhile changes nothing': async (session, world) => {
    const { panel, there } = world;
    await count(panel, world.file);
    assert.deepEqual([await number(panel, 'import-same'), await number(panel, 'import-new')], [there, MANY - there]);
    await panel.press('s');
    await stored(panel, 1);
    await session.killWorker();
    await panel.until((css) => document.querySelector(css) !== null, id('import-ended'), 'the rest to be stored', 50_000);
    const { people, record, wrong } = await look(session);
    assert.deepEqual([people, record, wrong], [MANY, [{ state: 'stored', added: MANY, done: MANY }], []]);
    rmSync(world.folder, { recursive: true, force: true });
  },
};
