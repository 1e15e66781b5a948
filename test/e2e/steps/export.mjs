// Files out: a segment for HubSpot, the whole book and back, a playbook out, changed, and in again.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const AT = 1_760_000_000_000;
const id = (at) => `00000000-0000-7000-8000-0000000070${String(at).padStart(2, '0')}`;
const field = (value) => ({ value, source: { kind: 'file', name: 'book.json' }, at: AT });
const person = (at, name, stage, parts = {}, more = {}) => ({ id: id(at), kind: 'prospect', keys: [`email:p${at}@northwind.example`], suggestions: {}, stage, tags: [], lists: [], createdAt: AT, updatedAt: AT, ...parts, fields: { name: field(name), company: field('Northwind Example'), emails: field([`p${at}@northwind.example`]), ...more } });
const people = [
  person(0, 'Ada Example', 'engaged', {}, { title: field('=2+3'), phones: field(['+49 30 123456']) }),
  person(1, 'Bo Barred', 'engaged', { doNotContact: { at: AT, reason: 'asked-not-to' } }),
  person(2, 'Chloé 例え', 'engaged', {}, { emails: field([]) }),
  person(3, 'Dan Elsewhere', 'new'),
];
const segment = { id: id(60), name: 'Engaged', filter: { match: 'all', conditions: [{ field: 'stage', is: 'any-of', values: ['engaged'] }] }, createdAt: AT, updatedAt: AT };
const TABLES = ['prospects', 'accounts', 'segments', 'history', 'icps', 'icpVersions'];

const go = (panel, hash) => panel.evaluate((to) => { location.hash = to; document.activeElement?.blur?.(); }, hash);
const content = async (session) => Object.fromEntries(await Promise.all(TABLES.map(async (table) => [table, (await rows(session, table)).length])));

/** Puts a file where the panel asks for one. */
async function give(panel, world, selector, name, text) {
  const path = join(world.folder, name);
  writeFileSync(path, text);
  await panel.see(selector);
  await panel.upload(selector, path);
}

export const steps = {
  'a segment goes out as HubSpot takes it: who must not be written to is left out, and that is said': async (session, world) => {
    world.folder = mkdtempSync(join(tmpdir(), 'paydirt-export-'));
    const panel = await session.openPanel(undefined, the.place('import'));
    world.panel = panel;
    const tables = ['accounts', 'notes', 'touches', 'followUps', 'lists', 'icps', 'personas', 'rules', 'templates', 'cadences', 'enrolments', 'history'];
    await give(panel, world, the.importJson, 'first.json', JSON.stringify({ format: 'paydirt-book', version: 1, exportedAt: AT, counts: {}, prospects: people, segments: [segment], ...Object.fromEntries(tables.map((table) => [table, []])) }));
    await panel.click(the.importApply);
    await panel.see(the.importDone);
    await panel.clickNamed('Close', the.importDone);
    await go(panel, the.place('people'));
    await panel.see(the.exportPeople);
    await panel.press('e');
    await panel.see(the.exportWho);
    await panel.choose(the.exportWho, `segment ${segment.id}`);
    await panel.choose(the.exportFormat, 'hubspot');
    await panel.shot(join(world.shots, 'dialog.png'));
    const { name, text } = await panel.download(() => panel.click(the.exportStart));
    assert.match(name, /^paydirt-hubspot-.*\.csv$/);
    const lines = text.trimEnd().split('\r\n');
    assert.match(lines[0], /^Email,First Name,Last Name,Job Title,Company Name,Phone Number,/);
    assert.equal(lines.length, 2, text);
    assert.match(lines[1], /^p0@northwind\.example,Ada,Example,'=2\+3,Northwind Example,\+49 30 123456,/);
    assert.match(await panel.see(the.exportResult), /1 row[\s\S]*not to be contacted: 1[\s\S]*no e-mail address that works: 1/);
    await panel.shot(join(world.shots, 'result.png'));
    await panel.press('Escape');
    await panel.gone(the.exportDialog);
  },

  'the whole book goes out as JSON, and coming back it brings nothing twice': async (session, world) => {
    const { panel } = world;
    await go(panel, the.place('settings'));
    await panel.see(the.exportPeople);
    const before = await content(session);
    await panel.click(the.exportPeople);
    await panel.see(the.exportFormat);
    await panel.choose(the.exportFormat, 'json');
    const { name, text } = await panel.download(() => panel.click(the.exportStart));
    assert.match(name, /^paydirt-book-.*\.json$/);
    await panel.press('Escape');
    assert.deepEqual(new Set(JSON.parse(text).prospects.map((one) => one.fields.name.value)), new Set(people.map((one) => one.fields.name.value)));
    await go(panel, the.place('import'));
    await go(panel, the.place('import'));
    await give(panel, world, the.importJson, name, text);
    await panel.see(the.importPlan);
    assert.equal(await panel.count(the.importApply), 0, await panel.text(the.importPlan));
    assert.deepEqual(await content(session), before);
  },

  'a playbook is compared before it is taken, and what it brings is taken back by one undo': async (session, world) => {
    const { panel } = world;
    await go(panel, the.place('playbook'));
    await panel.click(the.playbookStarter('agency'));
    await panel.see(the.playbookCompared);
    await panel.shot(join(world.shots, 'starter.png'));
    await panel.click(the.playbookTake);
    await until(async () => (await rows(session, 'cadences')).length === 3, 'the cadences');
    await panel.click(the.undo);
    await until(async () => (await rows(session, 'cadences')).length === 0 && (await rows(session, 'personas')).length === 0, 'all of it to be gone');
    await panel.click(the.playbookStarter('agency'));
    await panel.click(the.playbookTake);
    await until(async () => (await rows(session, 'templates')).length > 5, 'the templates again');
  },

  'the playbook goes out without anybody in it, and comes in with its differences shown': async (session, world) => {
    const { panel } = world;
    await panel.gone(the.playbookTake);
    await panel.fill(the.playbookHead('name'), 'Team Nord');
    const { name, text } = await panel.download(() => panel.click(the.playbookSave));
    assert.equal(name, 'team-nord.playbook.json');
    assert.ok(!/Northwind|Ada Example/.test(text));
    await give(panel, world, the.playbookFile, name, text);
    await panel.see(the.playbookNothing);
    await panel.click(the.playbookClose);
    const file = JSON.parse(text);
    const template = file.templates.find(({ id: one }) => one === 'starter-call');
    template.name = 'Cold call, rewritten';
    file.icps.find(({ id: one }) => one === 'starter-agency').criteria.pop();
    await give(panel, world, the.playbookFile, 'theirs.playbook.json', JSON.stringify(file));
    assert.match(await panel.see(the.playbookLine('templates', 'starter-call')), /Changed[\s\S]*rewritten/);
    await panel.shot(join(world.shots, 'differences.png'));
    await panel.click(the.playbookTake);
    await until(async () => (await rows(session, 'templates')).some((one) => one.name === 'Cold call, rewritten'), 'their template');
    // it came, was taken back and came again: no number is used twice
    assert.equal((await rows(session, 'icps')).find((one) => one.id === 'starter-agency').version, 3);
    assert.deepEqual((await rows(session, 'icpVersions')).filter((one) => one.id === 'starter-agency').map(({ version }) => version), [1, 2, 3]);
    await give(panel, world, the.playbookFile, 'no.playbook.json', '{"format":"paydirt-book"}');
    assert.match(await panel.see(the.playbookFailed), /whole book/);
    await panel.size(320, 800);
    // only one of the browsers can be told
    if (session.kind === 'chromium') await panel.theme('dark');
    await panel.shot(join(world.shots, 'narrow.png'));
    rmSync(world.folder, { recursive: true, force: true });
  },
};
