import { describe, expect, test } from 'vitest';
import { starterIcp } from '../../src/domain/starter-icp.ts';
import { readBackupDump } from '../../src/storage/backup-dump.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import type { Book } from '../../src/storage/database.ts';
import { createIcp, removeIcp, saveIcp } from '../../src/storage/icp.ts';
import { loadPeople } from '../../src/storage/people-index.ts';
import { addFollowUp, addNote } from '../../src/storage/person.ts';
import { rowsOf } from '../../src/files/book-json.ts';
import { replaceBook, type RestorePart } from '../../src/storage/restore.ts';
import { suppressionHash } from '../../src/domain/suppression.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

async function filled(): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => { door.put('icp', starterIcp('icp', 1)); });
  const [condition] = (await book.icps.get('icp'))!.criteria;
  await createIcp(book, 'gone', { name: 'Gone', criteria: [condition!] }, changeAt(2));
  await removeIcp(book, 'gone', changeAt(3));
  const later = changeAt(4);
  await saveIcp(book, 'icp', { name: 'Ours', criteria: [condition!] }, later);
  await undo(book, later.changeId, changeAt(5));
  for (const [at, name] of ['Ada', 'Bob', 'Cleo'].entries()) await saveDraft(book, draftOf(`github:${name.toLowerCase()}`, name, { title: 'VP Sales', company: 'Acme Example' }), {}, changeAt(at + 6), means);
  const [ada] = await book.prospects.toArray();
  await addNote(book, ada!.id, 'note', 'Met in Oslo', changeAt(15));
  await addFollowUp(book, { id: 'follow-up', prospectId: ada!.id, dueAt: 99, words: 'soon', zone: 'UTC', text: '' }, changeAt(16));
  await write(book, changeAt(17), async (door) => door.put('touch', { id: 't', prospectId: ada!.id, channel: 'email', direction: 'out', templateId: 'tpl', variantId: 'v', at: 17, createdAt: 17, updatedAt: 17 }));
  await write(book, changeAt(18), async (door) => door.put('prospect', { ...(await door.get('prospect', ada!.id))!, stage: 'nurture' }));
  await book.suppressions.put({ hash: suppressionHash('0'.repeat(32), 'github:gone'), at: 1, reason: 'erased' });
  await book.settings.bulkPut([{ key: 'rep', value: { name: 'Ada' } }, { key: 'morning', value: '08:30' }, { key: 'told', value: { until: 1 } }]);
  return book;
}

/** A book as a file would bring it: plain values, in slices. */
async function* partsOf(book: Book): AsyncGenerator<RestorePart> {
  const dump = await readBackupDump(book);
  yield { name: 'settings', value: dump.settings };
  yield { name: 'present', value: dump.present };
  for (const [table, rows] of [...Object.entries(dump.rows), ...Object.entries(dump.aside)]) {
    for await (const piece of rows as AsyncIterable<object | readonly object[]>) {
      for (const row of rowsOf(piece)) {
        // longer than a transaction waits by itself
        await new Promise((done) => setTimeout(done, 1));
        yield { table, rows: [JSON.parse(JSON.stringify(row)) as object] };
      }
    }
  }
}

const PLACES = new Set(['snapshots', 'journal', 'outbox', 'links', 'seen', 'syncStates', 'secrets', 'ledger', 'health']);
async function content(book: Book): Promise<{ [table: string]: unknown[] }> {
  return Object.fromEntries(await Promise.all(book.tables.filter(({ name }) => !PLACES.has(name)).map(async (table) => [table.name, (await table.toArray()).filter((row: { key?: string }) => table.name !== 'settings' || row.key !== 'told')] as const)));
}

describe('a restored book', () => {
  test('is the old one, table by table, with all that follows from the rows', async () => {
    const old = await filled();
    const book = scratchBook();
    await saveDraft(book, draftOf('github:zoe', 'Zoe'), {}, changeAt(30), means);
    await loadPeople(book);
    let heard = 0;
    await replaceBook(book, partsOf(old), changeAt(40), { onRows: (rows) => { heard = rows; } });
    expect(await content(book)).toEqual(await content(old));
    expect((await content(book))['icps']).toMatchObject([{ id: 'icp', version: 1 }]);
    expect((await content(book))['templateUses']).toHaveLength(1);
    expect((await content(book))['inbox']).toHaveLength(1);
    expect(heard).toBeGreaterThan(20);
    expect((await loadPeople(book)).table.slotOf.size).toBe(3);
    // what is written afterwards takes its own place in the history
    await addNote(book, (await book.prospects.toArray())[1]!.id, 'n2', 'later', changeAt(50));
    expect(await book.history.where('changeId').equals((await book.history.orderBy('seq').last())!.changeId).count()).toBe(1);
  });

  test('keeps its connections, which begin with a preview again and have everything to send', async () => {
    const book = scratchBook();
    await book.settings.put({ key: 'connections', value: [{ id: 'crm' }] });
    await book.secrets.put({ connection: 'crm', open: { token: 'secret' } });
    await book.syncStates.put({ connection: 'crm', pull: {}, started: true });
    await replaceBook(book, partsOf(await filled()), changeAt(40));
    expect(await book.syncStates.toArray()).toEqual([{ connection: 'crm', pull: {}, started: false }]);
    expect(await book.secrets.count()).toBe(1);
    expect(await book.outbox.where('[connection+entity+id]').between(['crm', 'prospect', ''], ['crm', 'prospect', '\uffff']).count()).toBe(3);
  });

  test('is not begun when the file turns out to be bad at its end: the old book is as it was', async () => {
    const book = scratchBook();
    await saveDraft(book, draftOf('github:zoe', 'Zoe'), {}, changeAt(30), means);
    const before = await content(book);
    async function* cut(): AsyncGenerator<RestorePart> {
      yield* partsOf(await filled());
      throw new Error('cut');
    }
    await expect(replaceBook(book, cut(), changeAt(40))).rejects.toThrow('cut');
    expect(await content(book)).toEqual(before);
  });

  test('does not bring back who was erased since, unless it is the book from before', async () => {
    const old = await filled();
    const book = scratchBook();
    await book.suppressions.bulkPut([{ hash: suppressionHash('1'.repeat(32), 'github:ada'), at: 30, reason: 'erased' }, { hash: suppressionHash('1'.repeat(32), 'github:bob'), at: 31, reason: 'do-not-contact', why: 'asked-not-to' }]);
    expect(await replaceBook(book, partsOf(old), changeAt(40))).toBe(1);
    expect((await book.prospects.toArray()).map(({ fields, doNotContact }) => [fields.name!.value, doNotContact?.reason])).toEqual([['Bob', 'asked-not-to'], ['Cleo', undefined]]);
    expect([await book.notes.count(), await book.touches.count(), await book.identities.get('github:ada'), await book.suppressions.count()]).toEqual([0, 0, undefined, 3]);
    expect(await book.history.where('subject').equals((await old.prospects.toArray())[0]!.id).count()).toBe(0);
    expect(await replaceBook(book, partsOf(old), changeAt(41), { exact: true })).toBe(0);
    expect(await content(book)).toEqual(await content(old));
  });

  test('of a faulty file has one owner an identity, and no setting that is none', async () => {
    const book = scratchBook();
    const person = (id: string): object => ({ id, kind: 'prospect', keys: ['github:ada'], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 1, updatedAt: 1 });
    await replaceBook(book, (async function* parts(): AsyncGenerator<RestorePart> {
      yield { name: 'settings', value: { morning: 'noon', connections: [{ id: 'evil' }], quiet: { from: 1, to: 2 } } };
      yield { table: 'prospects', rows: [person('a'), person('b')] };
    })(), changeAt(1));
    expect(await book.identities.toArray()).toEqual([{ key: 'github:ada', owner: 'a', entity: 'prospect' }]);
    expect((await book.prospects.get('b'))!.keys).toEqual([]);
    expect(await book.settings.toArray()).toEqual([{ key: 'quiet', value: { from: 1, to: 2 } }]);
  });
});
