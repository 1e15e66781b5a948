// People who are in the book twice: found, compared, made one, told apart, and separated again from the person's page.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readable, withAxe } from '../axe.mjs';
import { putRows, rows } from '../book.mjs';
import * as the from '../selectors.mjs';

const id = (name) => `[data-testid="${name}"]`;

function person(key, name, more = {}, at = 1) {
  const now = Date.now();
  const field = (value) => ({ value, source: { kind: 'page', name: 'example' }, at: now });
  const { site = 'github', stage = 'new', tags = [], ...fields } = more;
  return { id: key, kind: 'prospect', keys: [`${site}:${key}`], suggestions: {}, stage, tags, lists: [], createdAt: now - at * 86_400_000, updatedAt: now, fields: { name: field(name), ...Object.fromEntries(Object.entries(fields).map(([one, value]) => [one, field(value)])) } };
}
const PEOPLE = [
  person('ada', 'Ada Example', { company: 'Analytical', title: 'CTO', location: 'London', phones: ['+44 20 5550 0123'], tags: ['fair'] }, 9),
  person('countess', 'Example, Ada', { site: 'x', company: 'Analytical Ltd', title: 'Chief Technology Officer', location: 'London', phones: ['020 5550 0123'], stage: 'meeting', tags: ['web'] }, 5),
  person('bob', 'Robert Tester', { company: 'Sample Works' }, 4),
  person('bobby', 'Bob Tester', { site: 'x', company: 'Sample Works' }, 3),
  person('carl', 'Carl Other', { company: 'Third' }, 2),
];
const note = { id: 'n1', prospectId: 'countess', text: 'likes engines', createdAt: 1, updatedAt: 1 };
const go = (panel, hash) => panel.evaluate((to) => { location.hash = to; document.activeElement?.blur?.(); }, hash);
const left = (panel, text) => panel.until(([css, wanted]) => document.querySelector(css)?.innerText === wanted, [id('duplicates-left'), text], text);

export const steps = {
  'the list says that some may be one, and leads to the surest pair with the reasons': async (session, world) => {
    const panel = world.panel = await session.openPanel(undefined, the.place('people'));
    await panel.until(() => document.querySelector('.empty') !== null, undefined, 'the empty list');
    await putRows(session, { prospects: PEOPLE, notes: [note], journal: PEOPLE.map(({ id: prospectId }) => ({ prospectId })) });
    await panel.reload();
    await panel.see(id('people-duplicates'));
    await panel.click(id('people-duplicates'));
    await left(panel, '2 pairs left');
    const text = await panel.see(id('review'));
    assert.match(text, /Likely[\s\S]*same phone number/);
    assert.match(text, /Ada Example[\s\S]*Example, Ada/);
  },

  'field by field by keys, then one person: all of both is there, and the next pair comes': async (session, { panel }) => {
    const rowsShown = await panel.count(`${id('compare-row')}.differs`);
    assert.ok(rowsShown >= 3, `${rowsShown} rows differ`);
    // the name is the first that differs; then the title is chosen by hand
    await panel.press('1');
    await panel.press('j');
    const current = () => panel.evaluate(() => document.querySelector('.compare-row[data-current]')?.getAttribute('aria-label'));
    for (let more = 0; more < 5 && await current() !== 'Title'; more += 1) await panel.press('j');
    await panel.press('2');
    await panel.press('m');
    await left(panel, '1 pair left');
    const people = await rows(session, 'prospects');
    const ada = people.find(({ fields }) => fields.name.value === 'Ada Example');
    assert.deepEqual([people.length, ada.fields.title.value, ada.stage, ada.tags.toSorted(), ada.keys.toSorted()], [4, 'Chief Technology Officer', 'meeting', ['fair', 'web'], ['github:ada', 'x:countess']]);
    assert.deepEqual((await rows(session, 'notes')).map(({ prospectId }) => prospectId), [ada.id]);
  },

  'two people stay two and are not asked again; an undo asks again': async (session, { panel }) => {
    await panel.press('n');
    await panel.until(() => document.querySelector('.empty') !== null, undefined, 'nobody twice');
    assert.deepEqual((await rows(session, 'prospects')).filter(({ notSame }) => notSame).map((one) => [one.id, one.notSame]), [['bob', ['bobby']], ['bobby', ['bob']]]);
    await panel.click(the.undo);
    await left(panel, '1 pair left');
    await panel.see(id('review'));
    await panel.press('s');
    await panel.see(id('duplicates-again'));
  },

  'the page of the one says whom it may be the same as, and takes apart again what was made one': async (session, { panel }) => {
    await panel.evaluate((to) => { location.hash = to; }, the.place('person', 'bob'));
    assert.match(await panel.see(id('maybe-same')), /Bob Tester/);
    const merged = (await rows(session, 'prospects')).find(({ merged: into }) => into);
    await panel.evaluate((to) => { location.hash = to; }, the.place('person', merged.id));
    await panel.see(id('merged-with'));
    await panel.click(id('separate'));
    await panel.gone(id('merged-with'));
    const people = await rows(session, 'prospects');
    assert.deepEqual(people.map(({ id: one }) => one).toSorted(), ['ada', 'bob', 'bobby', 'carl', 'countess']);
    assert.deepEqual(people.filter(({ tags }) => tags.length).map(({ id: one, tags }) => [one, tags]), [['ada', ['fair']], ['countess', ['web']]]);
    assert.deepEqual((await rows(session, 'notes')).map(({ prospectId }) => prospectId), ['countess']);
  },
  'files, duplicates, privacy, playbook and backups can be read by everybody; a file of who is not to be contacted goes where such lists go': withAxe(async (session, world) => {
    const { panel } = world;
    const old = person('old', 'Old Example', {}, 1_500);
    await putRows(session, { prospects: [old], journal: [{ prospectId: 'old' }], ledger: [{ connection: 'gone', at: Date.now(), method: 'GET', where: 'https://crm.example/people', fields: ['name'], records: 1, status: 500, took: 12, sent: 0, received: 90 }] });
    const folder = mkdtempSync(join(tmpdir(), 'paydirt-axe-'));
    const bring = async (name, text) => {
      writeFileSync(join(folder, name), text);
      await go(panel, the.place('import'));
      await panel.see(id('import-drop'));
      await panel.upload(id('import-file'), join(folder, name));
      await panel.see(id('import-column'));
    };
    for (const [hash, ready] of [[the.place('duplicates'), id('review')], [the.place('playbook'), the.playbookSave], [the.place('backups'), the.backupNow], [the.place('privacy', 'review'), id('review-row')], [the.place('privacy', 'lookup'), the.lookupInput], [the.place('privacy', 'kept'), id('kept')], [the.place('privacy', 'requests'), id('request')]]) {
      await go(panel, hash);
      await panel.see(ready);
      if (ready === the.lookupInput) {
        await panel.fill(ready, 'Ada');
        await panel.press('Enter');
        await panel.see(the.lookupAnswer);
      }
      if (ready === the.backupNow) await panel.download(() => panel.click(ready));
      await panel.evaluate(() => { for (const one of document.querySelectorAll('main details')) one.open = true; });
      await readable(panel, hash);
    }
    await go(panel, the.place('people'));
    await panel.see(the.exportPeople);
    await panel.press('e');
    await panel.see(the.exportWho);
    await readable(panel, 'the export dialog');
    await panel.press('Escape');

    await bring('companies.csv', 'Company,Website,Email,Tags\nAcme,acme.example,ada@acme.example,key\nBolt,bolt.example,,\n');
    await panel.choose(id('import-holds'), 'companies');
    await panel.see(id('import-no-place-2'));
    assert.equal(await panel.count(id('import-no-place-1')), 0);
    await panel.shot(join(world.shots, 'companies.png'));
    await readable(panel, 'columns of companies');
    await panel.click('[aria-label="Leave this file"]');
    await bring('people.csv', 'Name,Email,Phone,Known since\nAda Example,ada@acme.example,4.9E+11,2025-01-02\nBo Example,nobody,,2025-01-02\nCy Example,cy@acme.example,,2025-01-02\n');
    await readable(panel, 'columns of people');
    await panel.press('c');
    await panel.see(id('import-short'));
    await panel.evaluate(() => { for (const one of document.querySelectorAll('main details')) one.open = true; });
    await readable(panel, 'what would happen');
    await panel.shot(join(world.shots, 'counted.png'));
    await panel.click(id('import-as-barred'));
    assert.match(await panel.see(the.listPlan), /e-mail addresses 2, .*telephone numbers 0/);
    await readable(panel, 'the list of who is not to be contacted');
    rmSync(folder, { recursive: true, force: true });
  }),
};
