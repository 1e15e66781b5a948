// What only a real disk can do to a book: no room, and files that are garbled while the browser is closed.
import assert from 'node:assert/strict';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rows } from '../book.mjs';
import { bringIn } from '../bring-in.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

export const browsers = ['chromium'];

const AT = 1_760_000_000_000;
const id = (at) => `00000000-0000-7000-8000-0000000091${String(at).padStart(2, '0')}`;
const field = (value) => ({ value, source: { kind: 'file', name: 'broken.json' }, at: AT });
const people = ['Ada Example', 'Bob Example'].map((name, at) => ({ id: id(at), kind: 'prospect', keys: [`email:q${at}@northwind.example`], suggestions: {}, stage: 'working', tags: [], lists: [], fields: { name: field(name) }, createdAt: AT, updatedAt: AT }));
const go = (panel, hash) => panel.evaluate((to) => { location.hash = to; document.activeElement?.blur?.(); }, hash);

export const steps = {
  'a write without room changes nothing, says so, and goes through when there is room': async (session, world) => {
    const panel = await session.openPanel();
    world.panel = panel;
    await bringIn(panel, { prospects: people });
    await go(panel, the.place('backups'));
    await panel.download(() => panel.click(the.backupNow));
    // the browser asks how much room there is, and then does not ask again for half a minute: a new one has not asked yet
    await session.restart();
    await session.quota(1);
    const again = await session.openPanel(undefined, the.place('person', id(0)));
    world.panel = again;
    await again.see(the.noteInput);
    const before = await rows(session, 'history');
    await again.fill(the.noteInput, 'There is no room for this');
    await again.press('Control+Enter');
    await again.see(the.troubleFull);
    await again.shot(join(world.shots, 'full.png'));
    assert.deepEqual([await rows(session, 'history'), await rows(session, 'notes')], [before, []]);
    await session.quota(null);
    await again.click(the.fullFree);
    await again.gone(the.troubleFull);
    await again.fill(the.noteInput, 'Now there is');
    await again.press('Control+Enter');
    await until(async () => (await rows(session, 'notes')).length === 1, 'the note');
  },

  'garbled databases: the book is missed, and the copy apart from them brings it back': async (session, world) => {
    await session.restart({ between: garble });
    const panel = await session.openPanel();
    world.panel = panel;
    await until(() => panel.evaluate(([lost, broken]) => document.querySelector(lost) ?? document.querySelector(broken) ? 1 : 0, [the.troubleLost, the.recovery]), 'the book to be missed');
    await panel.shot(join(world.shots, 'garbled.png'));
    const isBroken = await panel.count(the.recovery) > 0;
    await panel.click(isBroken ? the.recoveryNewest : the.lostRestore);
    await panel.see(the.restoreRead);
    await panel.click(the.restoreReplace);
    await panel.see(the.restoreDone);
    assert.deepEqual((await rows(session, 'prospects')).map(({ fields }) => fields.name.value), people.map(({ fields }) => fields.name.value));
    await panel.gone(the.troubleLost);
  },
};

/** Overwrites the middle of every file in which the extension's databases lie. */
function garble(profile) {
  const folder = join(profile, 'Default/IndexedDB');
  const files = readdirSync(folder).flatMap((one) => readdirSync(join(folder, one)).map((file) => join(folder, one, file))).filter((file) => statSync(file).isFile());
  assert.ok(files.length > 0);
  for (const file of files) writeFileSync(file, Buffer.alloc(Math.max(64, statSync(file).size), 0x5a));
}
