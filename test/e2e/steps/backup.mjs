// Backups: made and tried by the worker, restored after the book was wiped, sealed, damaged, cut off; a book that is gone, newer or broken.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rows, wake } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const AT = 1_760_000_000_000;
const id = (at) => `00000000-0000-7000-8000-0000000090${String(at).padStart(2, '0')}`;
const field = (value) => ({ value, source: { kind: 'file', name: 'backup.json' }, at: AT });
const people = ['Ada Example', 'Bob Example', 'Chloé 例え'].map((name, at) => ({ id: id(at), kind: 'prospect', keys: [`email:p${at}@northwind.example`], suggestions: {}, stage: 'working', tags: [], lists: [], fields: { name: field(name), company: field('Northwind Example') }, createdAt: AT, updatedAt: AT }));
const notes = [{ id: id(50), prospectId: id(0), text: 'Met in Oslo', createdAt: AT, updatedAt: AT }];
const PASSPHRASE = 'correct horse battery';
const TABLES = ['prospects', 'accounts', 'notes', 'history', 'icps', 'icpVersions', 'identities'];

const go = (panel, hash) => panel.evaluate((to) => { location.hash = to; document.activeElement?.blur?.(); }, hash);
const content = async (session) => Object.fromEntries(await Promise.all(TABLES.map(async (table) => [table, await rows(session, table)])));
const safeRows = (session, table) => session.ask((name) => new Promise((done, fail) => {
  const request = indexedDB.open('paydirt-safe');
  request.onerror = () => fail(request.error);
  request.onsuccess = () => {
    const all = request.result.transaction(name).objectStore(name).getAll();
    all.onsuccess = () => { request.result.close(); done(all.result.map((one) => ({ ...one, blob: undefined, value: typeof one.value === 'object' ? { ...one.value } : one.value }))); };
  };
}), table);
const drop = (session, name) => session.ask((of) => new Promise((done, fail) => {
  const request = indexedDB.deleteDatabase(of);
  request.onsuccess = () => done();
  request.onerror = () => fail(request.error);
}), name);

/** Opens the file of this name in the place of backups. */
async function choose(panel, world, name, bytes) {
  const path = join(world.folder, name);
  writeFileSync(path, bytes);
  await panel.see(the.restoreFile);
  await panel.upload(the.restoreFile, path);
}

async function backUp(panel) {
  const file = await panel.download(() => panel.click(the.backupNow));
  await panel.until((css) => !document.querySelector(css)?.disabled, the.backupNow, 'the backup to be over');
  return file;
}

export const steps = {
  'a backup is made, tried at once, and handed over as a file': async (session, world) => {
    world.folder = mkdtempSync(join(tmpdir(), 'paydirt-backup-'));
    const panel = await session.openPanel(undefined, the.place('import'));
    world.panel = panel;
    await panel.see(the.importJson);
    await panel.upload(the.importJson, await made(world));
    await panel.click(the.importApply);
    await panel.see(the.importDone);
    await go(panel, the.place('backups'));
    await panel.see(the.backupNow);
    await panel.shot(join(world.shots, 'empty.png'));
    world.plain = await backUp(panel);
    assert.match(world.plain.name, /^paydirt-\d{4}-\d\d-\d\d-\d{4}\.json\.gz$/);
    assert.match(await panel.see(the.backupState), /Last proven restore: today .*, 3 people/);
    const [record] = await safeRows(session, 'backups');
    assert.deepEqual([record.state, record.people, record.proven > 0], ['made', 3, true]);
    world.before = await content(session);
    assert.deepEqual((await session.ask(() => indexedDB.databases())).map(({ name }) => name).filter((name) => name === 'paydirt-scratch'), []);
    await panel.shot(join(world.shots, 'proven.png'));
  },

  'what changed since is taken back by a restore, and the restore by another': async (session, world) => {
    const { panel } = world;
    await go(panel, the.place('person', id(1)));
    await panel.see(the.noteInput);
    await panel.fill(the.noteInput, 'Only in the newer book');
    await panel.press('Control+Enter');
    await until(async () => (await rows(session, 'notes')).length === 2, 'the newer note');
    await go(panel, the.place('backups'));
    await choose(panel, world, world.plain.name, world.plain.bytes);
    assert.match(await panel.see(the.restoreRead), /Its checksum is right/);
    await panel.shot(join(world.shots, 'read.png'));
    await panel.click(the.restoreReplace);
    await panel.see(the.restoreDone);
    assert.deepEqual(await content(session), world.before);
    await panel.shot(join(world.shots, 'restored.png'));
    await panel.clickNamed('Close', '[data-testid=restore]');
    await panel.click(the.restoreUndo);
    await panel.click(the.restoreReplace);
    await panel.see(the.restoreDone);
    assert.equal((await rows(session, 'notes')).length, 2);
    await panel.clickNamed('Close', '[data-testid=restore]');
  },

  'sealed with a passphrase: opened by it alone, and nothing damaged is taken': async (session, world) => {
    const { panel } = world;
    await panel.evaluate(() => { document.querySelector('details:has([data-testid=backup-passphrase])').open = true; });
    await panel.fill(the.backupPassphrase, PASSPHRASE);
    await panel.fill(the.backupPassphraseAgain, PASSPHRASE);
    await panel.click(the.backupSeal);
    await until(async () => (await safeRows(session, 'things')).some(({ key }) => key === 'seal'), 'the key in the safe');
    world.before = await content(session);
    world.sealed = await backUp(panel);
    assert.match(world.sealed.name, /\.paydirt-backup$/);
    assert.ok(!world.sealed.bytes.includes('Northwind'));
    // this browser opens its own; another one asks
    await choose(panel, world, world.sealed.name, world.sealed.bytes);
    await panel.see(the.restoreRead);
    await panel.clickNamed('Cancel', the.restoreRead);
    const flipped = Buffer.from(world.sealed.bytes);
    flipped[flipped.length - 40] ^= 1;
    for (const [name, bytes] of [['flipped', flipped], ['cut', world.sealed.bytes.subarray(0, -30)], ['plain-cut', world.plain.bytes.subarray(0, -30)], ['foreign', Buffer.from('name,company\nAda,Acme\n')]]) {
      await choose(panel, world, `${name}.paydirt-backup`, bytes);
      assert.match(await panel.see(the.restoreFailed), name === 'foreign' ? /no backup of Paydirt/ : /damaged|cut off/);
      await panel.clickNamed('Close', the.restoreFailed);
    }
    assert.deepEqual(await content(session), world.before);
  },

  'automatic copies go to the chosen folder by themselves, and are read back from there': async (session, world) => {
    // a picker cannot be pressed here: the browser's own folder has the same handle
    await session.ask(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('chosen', { create: true });
      await new Promise((done, fail) => {
        const request = indexedDB.open('paydirt-safe');
        request.onerror = () => fail(request.error);
        request.onsuccess = () => {
          const change = request.result.transaction(['things'], 'readwrite');
          const hour = 3_600_000;
          for (const [key, value] of Object.entries({ folder, since: Date.now() - 2 * hour, plan: { every: 'day', at: '13:00', changes: 0, place: 'folder' } })) change.objectStore('things').put({ key, value });
          change.oncomplete = () => { request.result.close(); done(); };
        };
      });
    });
    // a worker that was away looks at what is due when it wakes
    await session.killWorker();
    await wake(session);
    const made = await until(async () => (await safeRows(session, 'backups')).find(({ why, state }) => why === 'plan' && state !== 'running'), 'the automatic backup');
    assert.deepEqual([made.state, made.place, made.proven > 0, made.people], ['made', 'folder', true, 3]);
    const names = await session.ask(async () => {
      const all = [];
      for await (const name of (await (await navigator.storage.getDirectory()).getDirectoryHandle('chosen')).keys()) all.push(name);
      return all;
    });
    assert.deepEqual(names, [made.name]);
    assert.ok((await session.alarms()).some(({ name, scheduledTime }) => name === 'backup' && scheduledTime > Date.now()));
    await world.panel.until((css) => /by plan/.test(document.querySelector(css)?.innerText), the.backupLine, 'the copy in the list');
  },

  'a book that the browser took away is missed, and comes back': async (session, world) => {
    await world.panel.close();
    await session.killWorker();
    await drop(session, 'paydirt');
    const panel = await session.openPanel();
    world.panel = panel;
    assert.match(await panel.see(the.troubleLost), /3 people on .*/);
    await panel.shot(join(world.shots, 'lost.png'));
    await panel.click(the.lostRestore);
    await panel.see(the.restoreRead);
    await panel.clickNamed('Cancel', the.restoreRead);
  },

  'on another computer the passphrase is asked for': async (session, world) => {
    const { panel } = world;
    await session.ask(() => new Promise((done, fail) => {
      const request = indexedDB.open('paydirt-safe');
      request.onerror = () => fail(request.error);
      request.onsuccess = () => {
        const change = request.result.transaction(['things', 'held'], 'readwrite');
        for (const name of ['things', 'held']) change.objectStore(name).clear();
        change.oncomplete = () => { request.result.close(); done(); };
      };
    }));
    await panel.reload();
    await panel.see(the.troubleLost);
    await go(panel, the.place('backups'));
    await choose(panel, world, world.sealed.name, world.sealed.bytes);
    await panel.fill(the.restorePassphrase, 'wrong horse battery');
    await panel.click(the.restoreUnlock);
    await panel.see(the.restoreWrong);
    await panel.fill(the.restorePassphrase, PASSPHRASE);
    await panel.click(the.restoreUnlock);
    await panel.see(the.restoreRead);
    await panel.click(the.restoreReplace);
    await panel.see(the.restoreDone);
    assert.deepEqual(await content(session), world.before);
    await panel.gone(the.troubleLost);
    await go(panel, the.place('people'));
    await panel.see(the.personRow);
    assert.equal(await panel.count(the.personRow), 3);
  },

  'a book of a newer version is not touched, and can be saved': async (session, world) => {
    await world.panel.close();
    await session.killWorker();
    await session.ask(() => new Promise((done, fail) => {
      const request = indexedDB.open('paydirt', 9990);
      request.onupgradeneeded = () => { request.result.createObjectStore('later'); };
      request.onsuccess = () => { request.result.close(); done(); };
      request.onerror = () => fail(request.error);
      request.onblocked = () => fail(new Error('blocked'));
    }));
    const panel = await session.openPanel();
    world.panel = panel;
    assert.match(await panel.see(the.recovery), /newer Paydirt/);
    await panel.shot(join(world.shots, 'newer.png'));
    const { name, bytes } = await panel.download(() => panel.click(the.recoverySave));
    assert.equal(name, 'paydirt-rescued.json');
    assert.equal(JSON.parse(bytes.toString()).prospects.length, 3);
    assert.equal((await session.ask(() => indexedDB.databases())).find((one) => one.name === 'paydirt').version, 9990);
    rmSync(world.folder, { recursive: true, force: true });
  },
};

async function made(world) {
  const path = join(world.folder, 'book.json');
  writeFileSync(path, JSON.stringify({ format: 'paydirt-book', version: 1, exportedAt: AT, counts: { prospects: people.length, notes: 1 }, prospects: people, notes }));
  return path;
}
