// The disk is full in the middle of an import, as the browser itself says it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { glance } from '../book.mjs';
import * as the from '../selectors.mjs';
import { pause, until } from '../view.mjs';

// only Chromium's debugging protocol says how much a page may store
export const browsers = ['chromium'];

const id = (name) => `[data-testid="${name}"]`;
const MANY = 12_500;
const ROOM = 4_500_000; // bytes: a slice or two of the file's rows, of which all together need some four times as much

/** Leaves `room` bytes. The browser looks how much there is and believes it for half a minute, unless nobody has had a database open for a moment: it is asked until it has looked again. */
async function fill(session, room) {
  await until(async () => {
    await session.quota(await session.ask(async () => (await navigator.storage.estimate()).usage) + room);
    await session.killWorker();
    await pause(2_500);
    return await session.ask(tooMuch, room + 1_000_000);
  }, 'the disk to be full', 40_000);
}

/** Whether `bytes` find no room, in a database of their own. Runs in the extension. */
async function tooMuch(bytes) {
  const wait = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });
  const opening = indexedDB.open('probe', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('probe');
  const database = await wait(opening);
  const isFull = await new Promise((done) => {
    const transaction = database.transaction('probe', 'readwrite');
    // what is larger is kept as a file beside the database, and not counted before
    for (let at = 0; at * 2 ** 15 < bytes; at += 1) transaction.objectStore('probe').put(new Uint8Array(2 ** 15), at);
    transaction.oncomplete = () => done(false);
    transaction.onabort = () => done(transaction.error?.name === 'QuotaExceededError');
  });
  database.close();
  await wait(indexedDB.deleteDatabase('probe'));
  return isFull;
}

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
    await fill(session, ROOM);
    const panel = world.panel = await session.openPanel(undefined, the.place('import'));
    assert.match(await store(panel, file), /^The disk is full/);
    const { count } = await glance(session, 'prospects');
    assert.ok(count > 0 && count < MANY && count % 2_000 === 0, `${count} people were stored`);
    assert.equal((await glance(session, 'imports')).first.added, count);
    await panel.shot(join(world.shots, 'full.png'));
    await session.quota(null);
    await panel.click(id('import-close'));
    await store(panel, file);
    assert.deepEqual([(await glance(session, 'prospects')).count, (await glance(session, 'imports')).count], [MANY, 1]);
    rmSync(folder, { recursive: true, force: true });
  },
};
