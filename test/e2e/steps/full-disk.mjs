// The disk is full in the middle of an import, as the browser itself says it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { glance } from '../book.mjs';
import * as the from '../selectors.mjs';
import { pause } from '../view.mjs';

// only Chromium's debugging protocol says how much a page may store
export const browsers = ['chromium'];

const id = (name) => `[data-testid="${name}"]`;
const MANY = 4_500;

/** Chooses the file, has its rows counted and stored, and answers how that ended. */
async function store(panel, file) {
  await panel.see(id('import-file'));
  await panel.upload(id('import-file'), file);
  await panel.see(id('import-column'));
  await panel.press('c');
  await panel.see(id('import-counted'));
  await panel.press('s');
  return panel.see(`${id('import-ended')}, ${id('import-no')}`);
}

export const steps = {
  'whole slices stay and the rep is told; with room the same file brings the rest to the same import': async (session, world) => {
    const folder = mkdtempSync(join(tmpdir(), 'paydirt-full-'));
    const file = join(folder, 'leads.csv');
    writeFileSync(file, `Name,Email,Company,Notes\r\n${Array.from({ length: MANY }, (_, at) => `Ada Quill,a${at}@example.com,Company ${at % 100},${'Met at the fair in Oslo. '.repeat(16)}${at}\r\n`).join('')}`);
    await session.quota(await session.ask(async () => (await navigator.storage.estimate()).usage) + 6_000_000);
    // the browser asks how much room there is, and then does not ask again for half a minute, unless nobody has had the book open for a moment
    await session.killWorker();
    await pause(2_500);
    const panel = world.panel = await session.openPanel(undefined, the.place('import'));
    assert.match(await store(panel, file), /^The disk is full/);
    const { count } = await glance(session, 'prospects');
    assert.ok(count === 2_000 || count === 4_000, `${count} people were stored`);
    assert.equal((await glance(session, 'imports')).first.added, count);
    await panel.shot(join(world.shots, 'full.png'));
    await session.quota(null);
    await panel.click(id('import-close'));
    await store(panel, file);
    assert.deepEqual([(await glance(session, 'prospects')).count, (await glance(session, 'imports')).count], [MANY, 1]);
    rmSync(folder, { recursive: true, force: true });
  },
};
