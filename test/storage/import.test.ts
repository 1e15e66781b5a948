import { describe, expect, test } from 'vitest';
import { inputOf } from '../../src/domain/score-input.ts';
import { scoreFit } from '../../src/domain/score.ts';
import { starterIcp } from '../../src/domain/starter-icp.ts';
import { bookHead, readBook, writeBook, type BookDump } from '../../src/files/book-json.ts';
import { existingBook } from '../../src/files/existing-book.ts';
import { planImport, type ImportPlan } from '../../src/files/import-plan.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import type { Book } from '../../src/storage/database.ts';
import { readDump } from '../../src/storage/dump.ts';
import { applyImport, readMatching } from '../../src/storage/import.ts';
import { setStage } from '../../src/storage/aside.ts';
import { addFollowUp, addNote, addToList, setField } from '../../src/storage/person.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

async function filled(): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => { door.put('icp', starterIcp('icp', 1)); });
  await write(book, changeAt(1), async (door) => { door.put('icp', { ...starterIcp('icp', 1), version: 2, name: 'Second' }); });
  for (const [at, name] of ['Ada', 'Bob', 'Cleo'].entries()) await saveDraft(book, draftOf(`github:${name.toLowerCase()}`, name, { title: 'VP Sales', company: `Acme ${at}` }), {}, changeAt(at + 2), means);
  const [ada] = await book.prospects.toArray();
  await addNote(book, ada!.id, 'note', 'Met in Oslo', changeAt(5));
  await addFollowUp(book, { id: 'follow-up', prospectId: ada!.id, dueAt: 99, words: 'soon', zone: 'UTC', text: '' }, changeAt(6));
  await addToList(book, ada!.id, 'Oslo', 'list', changeAt(7));
  await setField(book, ada!.id, 'title', 'CRO', changeAt(8));
  await book.settings.put({ key: 'quiet', value: { from: 18, to: 9 } });
  return book;
}

async function dumpOf(book: Book): Promise<BookDump> {
  const { counts, settings, rows } = await readDump(book);
  let text = '';
  for await (const chunk of writeBook({ ...bookHead(1, counts, settings), ...rows })) text += chunk;
  const reading = readBook(text);
  if (!reading.ok) throw new Error(reading.failure.message);
  expect(reading.value.rejected).toEqual([]);
  return reading.value.dump;
}

async function planFor(book: Book, dump: BookDump): Promise<ImportPlan> {
  const { rows, settings } = await readMatching(book, dump);
  return planImport(dump, existingBook(rows, settings));
}

const ROWS = ['prospects', 'accounts', 'notes', 'touches', 'followUps', 'lists', 'icps'] as const;
const rowsOf = (dump: BookDump): object => Object.fromEntries(ROWS.map((table) => [table, dump[table]]));
const counts = (rows: ImportPlan['add']): number => Object.values(rows).reduce((sum, list) => sum + list.length, 0);

describe('importing a book', () => {
  test('into an empty one gives the same rows, history and settings', async () => {
    const dump = await dumpOf(await filled());
    const book = scratchBook();
    await applyImport(book, await planFor(book, dump), changeAt(100));
    const after = await dumpOf(book);
    expect(rowsOf(after)).toEqual(rowsOf(dump));
    expect(after.history.slice(0, dump.history.length)).toEqual(dump.history);
    expect(after.settings).toEqual(dump.settings);
    expect((await book.identities.get('github:ada'))!.owner).toBe(dump.prospects[0]!.id);
  });

  test('of its own changes nothing, even where the ICP in force was never chosen', async () => {
    const book = await filled();
    const plan = await planFor(book, await dumpOf(book));
    expect([counts(plan.add), counts(plan.update), plan.settings]).toEqual([0, 0, {}]);
  });

  test('a second time changes nothing', async () => {
    const dump = await dumpOf(await filled());
    const book = scratchBook();
    await applyImport(book, await planFor(book, dump), changeAt(100));
    const again = await planFor(book, dump);
    expect([counts(again.add), counts(again.update)]).toEqual([0, 0]);
  });

  test('keeps a book that has a first ICP of its own, and scores everybody by the better of both', async () => {
    const dump = await dumpOf(await filled());
    const book = scratchBook();
    await write(book, changeAt(50), async (door) => { door.put('icp', starterIcp('a-first-run', 50)); });
    await applyImport(book, await planFor(book, dump), changeAt(100));
    expect(await book.icps.count()).toBe(2);
    const icps = await book.icps.toArray();
    const people = await book.prospects.toArray();
    const best = [];
    for (const one of people) {
      const account = await book.accounts.get(one.accountId ?? '');
      best.push(Math.max(...icps.map((icp) => scoreFit(icp, inputOf(one, account)).fit)));
    }
    expect(people.map(({ fit }) => fit?.fit)).toEqual(best);
    expect(people.length).toBeGreaterThan(0);
  });

  test('is taken back as a whole by one undo, and leaves what was there before', async () => {
    const dump = await dumpOf(await filled());
    const book = scratchBook();
    await saveDraft(book, draftOf('github:ada', 'Ada', { title: 'Engineer' }), {}, changeAt(10), means);
    const before = await dumpOf(book);
    const change = changeAt(100);
    const slices: number[] = [];
    await applyImport(book, await planFor(book, dump), change, (rows) => void slices.push(rows));
    expect(slices.length).toBeGreaterThan(1);
    expect((await book.prospects.toArray()).map(({ fields }) => fields.name!.value).toSorted()).toEqual(['Ada', 'Bob', 'Cleo']);
    const [ada] = before.prospects;
    expect((await book.prospects.get(ada!.id))!.fields.title!.value).toBe('CRO');
    expect((await book.notes.get('note'))!.prospectId).toBe(ada!.id);
    const { kept } = await undo(book, change.changeId, changeAt(200));
    expect(kept).toEqual([]);
    const { title } = (await book.prospects.get(ada!.id))!.fields;
    expect([await book.prospects.count(), await book.accounts.count(), await book.notes.count(), title!.value]).toEqual([1, 0, 0, 'Engineer']);
  });

  test('stopped half-way, it can be done again', async () => {
    const dump = await dumpOf(await filled());
    const book = scratchBook();
    const stop = new Error('closed');
    await expect(applyImport(book, await planFor(book, dump), changeAt(100), (rows) => { if (rows > dump.history.length + 1) throw stop; })).rejects.toThrow(stop);
    await applyImport(book, await planFor(book, dump), changeAt(101));
    expect(rowsOf(await dumpOf(book))).toEqual(rowsOf(dump));
    expect(counts((await planFor(book, dump)).add)).toBe(0);
  });

  test('what changed since the file was made stays', async () => {
    const book = await filled();
    const dump = await dumpOf(book);
    await setStage(book, dump.prospects[1]!.id, 'won', changeAt(300));
    await applyImport(book, await planFor(book, dump), changeAt(400));
    expect((await book.prospects.get(dump.prospects[1]!.id))!.stage).toBe('won');
  });

  test('a setting of the wrong shape is not taken', async () => {
    const dump = await dumpOf(await filled());
    const book = scratchBook();
    const settings = { quiet: { from: 'x', to: 99 }, morning: 'late', activeIcp: 'nobody', connections: [{ id: 'evil' }] };
    await applyImport(book, { ...await planFor(book, dump), settings }, changeAt(100));
    expect(await book.settings.toArray()).toEqual([]);
  });
});
