// People from a file: recognised, mapped, tried, stored, refused rows saved and mended, taken back; and a panel that goes away in the middle.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { glance } from '../book.mjs';
import * as the from '../selectors.mjs';

const id = (name) => `[data-testid="${name}"]`;
const PEOPLE = 3_000;
const MANY = 7_000;

/** Contacts as HubSpot exports them: one in a thousand has no name and no address, one no good address, two are one, and of one nobody knows when it was made. */
function contacts(count, from = 0) {
  const lines = ['Record ID,First Name,Last Name,Email,Job Title,Company Name,Lifecycle Stage,Create Date,Favourite colour'];
  for (let at = from; at < from + count; at++) {
    const bad = at % 1_000;
    lines.push(bad === 10 ? `${at},,,,,,Lead,2025-07-26 10:15,red` : `${at},Ada${at},"Example, PhD",${bad === 20 ? 'ada at example' : `ada${bad === 30 ? at - 1 : at}@example.com`},Head of Sales,Company ${at % 200},Lead,${bad === 40 ? 'last summer' : '2025-07-26 10:15'},red`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

const number = async (panel, name) => Number((await panel.text(id(name))).replace(/\D/g, ''));
const numbers = async (panel) => Object.fromEntries(await Promise.all(['new', 'update', 'same', 'double', 'suppressed', 'refused'].map(async (name) => [name, await number(panel, `import-${name}`)])));
const go = (panel, to) => panel.evaluate((hash) => { location.hash = hash; }, to);
const people = async (session) => (await glance(session, 'prospects')).count;

export const steps = {
  'a file is recognised, a column becomes a field of the rep, all by keys': async (session, world) => {
    world.folder = mkdtempSync(join(tmpdir(), 'paydirt-import-'));
    writeFileSync(join(world.folder, 'contacts.csv'), contacts(PEOPLE));
    const panel = world.panel = await session.openPanel(undefined, the.place('import'));
    await panel.see(id('import-drop'));
    await panel.upload(id('import-file'), join(world.folder, 'contacts.csv'));
    await panel.see(id('import-column'));
    assert.deepEqual([await panel.value(id('import-preset')), await panel.value(id('import-delimiter')), await panel.value(id('import-encoding'))], ['hubspot', ',', 'utf-8']);
    assert.equal(await panel.value(id('import-target-8')), '– left out –');
    await panel.focus(id('import-target-8'));
    await panel.press('Enter');
    await panel.fill(id('import-target-8'), 'own field');
    await panel.press('Enter');
    assert.equal(await panel.value(id('import-target-8')), 'Own field “Favourite colour”');
    await panel.fill(id('import-campaign'), 'Autumn');
    await panel.press('Escape');
  },

  'nothing is stored before the rep has seen what would happen': async (session, world) => {
    const { panel } = world;
    await panel.press('c');
    await panel.see(id('import-counted'));
    assert.deepEqual(await numbers(panel), { new: PEOPLE - 9, update: 0, same: 0, double: 3, suppressed: 0, refused: 6 });
    assert.equal(await people(session), 0);
    await panel.click(`.result:has(${id('import-refused')}) summary`);
    assert.match((await panel.texts('.examples')).join('\n'), /Line 12[\s\S]*No name[\s\S]*Line 22[\s\S]*Not an e-mail address: Email: ada at example/);
    // what stays out of rows that are kept
    await panel.click(`${id('import-short')} summary`);
    assert.match(await panel.text(id('import-short')), /without some of their values: 3\s+Create Date → [^\n]+\s+3 cannot be read and stay out\s+Line 42 last summer/);
    await panel.shot(join(world.shots, 'counted.png'));
  },

  'it is stored, says so, and the new people can be seen': async (session, { panel }) => {
    await panel.press('s');
    await panel.see(id('import-ended'));
    assert.deepEqual(await numbers(panel), { new: PEOPLE - 9, update: 0, same: 0, double: 3, suppressed: 0, refused: 6 });
    assert.equal(await people(session), PEOPLE - 9);
    const { first: one } = await glance(session, 'prospects');
    assert.deepEqual([one.kind, one.fields.name.source.name, one.custom['Favourite colour'].value, one.campaign, one.lead.state], ['lead', 'contacts.csv', 'red', 'Autumn', 'new']);
    await panel.click(id('import-show'));
    await panel.until(([css, wanted]) => document.querySelector(css)?.innerText.includes(wanted), [id('people-count'), (PEOPLE - 9).toLocaleString('en')], 'the new people');
  },

  'rows that were refused come back as a file, are mended and imported': async (session, world) => {
    const { panel, folder } = world;
    await go(panel, the.place('import'));
    const { name, text } = await panel.download(() => panel.click(id('import-save-refused')));
    assert.equal(name, 'contacts-refused.csv');
    assert.match(text, /^\ufeff?Record ID,First Name[^\r\n]*,Paydirt: left out because\r\n10,,,,,,Lead,2025-07-26 10:15,red,"No name, e-mail or profile"/);
    const kept = await panel.download(() => panel.click(id('import-save-short')));
    assert.match(kept.text, /^40,Ada40,[^\r\n]*"Kept, but without: Create Date \(last summer\)"/m);
    writeFileSync(join(folder, 'mended.csv'), text.replace('ada at example', 'ada20@example.com'));
    await panel.click(id('import-close'));
    await panel.upload(id('import-file'), join(folder, 'mended.csv'));
    await panel.see(id('import-column'));
    // as it was mapped the last time
    assert.equal(await panel.value(id('import-target-8')), 'Own field “Favourite colour”');
    await panel.press('c');
    await panel.see(id('import-counted'));
    assert.deepEqual(await numbers(panel), { new: 1, update: 0, same: 0, double: 0, suppressed: 0, refused: 5 });
    await panel.press('s');
    await panel.see(id('import-ended'));
    assert.equal(await people(session), PEOPLE - 8);
    await panel.click(id('import-close'));
  },

  'one undo takes all of an import back': async (session, { panel }) => {
    await panel.see(`${id('past-import')}:nth-child(2)`);
    await panel.click(`${id('past-import')}:nth-child(2) ${id('past-undo')}`);
    await panel.until((css) => document.querySelectorAll(css)[1]?.innerText.includes('taken back'), id('past-import'), 'the import to be taken back');
    assert.equal(await people(session), 1);
  },

  'a panel that goes away in the middle leaves whole rows; the same file again brings the rest and doubles nobody': async (session, world) => {
    const { folder } = world;
    const file = join(folder, 'many.csv');
    writeFileSync(file, contacts(MANY, 100_000));
    const start = async (panel) => {
      await panel.see(id('import-file'));
      await panel.upload(id('import-file'), file);
      await panel.see(id('import-column'));
      await panel.press('c');
      await panel.until((css) => document.querySelector(css) !== null, id('import-counted'), 'the rows to be counted', 50_000);
    };
    await start(world.panel);
    await world.panel.press('s');
    await world.panel.until((css) => (document.querySelector(css)?.value ?? 0) >= 2_000, `${id('import-progress')} progress`, 'some rows to be stored', 20_000);
    await world.panel.close();
    const there = await people(session);
    assert.ok(there > 0 && there < MANY, `${there} rows were stored`);
    const panel = world.panel = await session.openPanel(undefined, the.place('import'));
    await panel.see(id('import-cut-off'));
    await start(panel);
    const again = await numbers(panel);
    assert.ok(again.same === there - 1 && again.same + again.new === MANY - MANY / 1_000 * 3, JSON.stringify(again));
    await panel.press('s');
    await panel.until((css) => document.querySelector(css) !== null, id('import-ended'), 'the rest to be stored', 50_000);
    assert.equal(await people(session), MANY - MANY / 1_000 * 3 + 1);
    rmSync(folder, { recursive: true, force: true });
  },
};
