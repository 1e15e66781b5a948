import { describe, expect, test } from 'vitest';
import { starterIcp } from '../../src/domain/starter-icp.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import { countRows, readDump, readPeopleDump, type Dump } from '../../src/storage/dump.ts';
import { entryReader, spansOf } from '../../src/storage/entry.ts';
import type { Entry, EntryNeeds } from '../../src/domain/entry.ts';
import { addFollowUp, addNote, addToList, removeProspect } from '../../src/storage/person.ts';
import { write } from '../../src/storage/write.ts';
import type { Book } from '../../src/storage/database.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

async function filled(): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(1), async (door) => { door.put('icp', starterIcp('icp', 1)); });
  for (const [at, name] of ['Ada', 'Bob', 'Cleo'].entries()) await saveDraft(book, draftOf(`github:${name.toLowerCase()}`, name, { title: 'VP Sales', company: 'Acme Example' }), {}, changeAt(at + 2), means);
  const [ada] = await book.prospects.toArray();
  await addNote(book, ada!.id, 'note', 'Met in Oslo', changeAt(5));
  await addFollowUp(book, { id: 'follow-up', prospectId: ada!.id, dueAt: 99, words: 'soon', zone: 'UTC', text: '' }, changeAt(6));
  await addToList(book, ada!.id, 'Oslo', 'list', changeAt(7));
  return book;
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

const lengths = async (dump: Dump): Promise<Record<string, number>> => Object.fromEntries(await Promise.all(Object.entries(dump.rows).map(async ([name, rows]) => [name, (await all(rows as AsyncIterable<readonly unknown[]>)).flat().length])));

describe('a dump', () => {
  test('has every row of every table, as many as it counts', async () => {
    const book = await filled();
    const dump = await readDump(book);
    expect(dump.counts).toMatchObject({ prospects: 3, accounts: 1, notes: 1, touches: 0, followUps: 1, lists: 1, icps: 1 });
    expect(await lengths(dump)).toEqual(dump.counts);
    expect(await countRows(book)).toEqual(dump.counts);
    expect((await all((await readDump(book)).rows.prospects)).flat()).toEqual(await book.prospects.toArray());
  });

  test('names the ICP in force, and no setting that belongs to this machine', async () => {
    const book = await filled();
    await book.settings.bulkPut([{ key: 'told', value: { until: 1 } }, { key: 'quiet', value: { from: 20, to: 8 } }]);
    expect((await readDump(book)).settings).toEqual({ activeIcp: 'icp', quiet: { from: 20, to: 8 } });
  });

  test('is of the moment at which it began', async () => {
    const book = await filled();
    const dump = await readDump(book);
    await saveDraft(book, draftOf('github:dan', 'Dan'), {}, changeAt(20), means);
    await removeProspect(book, (await book.prospects.toArray())[1]!.id, changeAt(21));
    const names = (await all(dump.rows.prospects)).flat().map(({ fields }) => fields.name!.value);
    expect(names).toEqual(['Ada', 'Cleo']);
  });
});

describe('a dump of some people', () => {
  test('is a book of theirs alone, with all that hangs on them', async () => {
    const book = await filled();
    const [ada, bob] = await book.prospects.toArray();
    await addNote(book, bob!.id, 'other', 'Met in Rome', changeAt(8));
    const dump = await readPeopleDump(book, [ada!.id, 'gone']);
    expect(dump.counts).toMatchObject({ prospects: 1, accounts: 1, notes: 1, touches: 0, followUps: 1, lists: 1, icps: 1, rules: 0 });
    expect(await lengths(dump)).toEqual(dump.counts);
    const again = await readPeopleDump(book, [ada!.id]);
    expect((await all(again.rows.notes)).flat()).toMatchObject([{ text: 'Met in Oslo' }]);
    expect(new Set((await all(again.rows.history)).flat().map(({ subject }) => subject))).toEqual(new Set([ada!.id]));
  });
});

const readEntries = async (book: Book, who?: readonly string[], needs?: EntryNeeds): Promise<Entry[]> => (await all(entryReader(book, needs).slices(who))).flat();

describe('entries', () => {
  test('hold what hangs on a prospect, with names for ids', async () => {
    const [ada, bob] = await readEntries(await filled());
    expect(ada).toMatchObject({ prospect: { fields: { name: { value: 'Ada' } } }, account: { fields: { name: { value: 'Acme Example' } } }, notes: [{ id: 'note' }], followUps: [{ id: 'follow-up' }], lists: ['Oslo'], icp: 'B2B SaaS' });
    expect(bob).toMatchObject({ notes: [], followUps: [], lists: [] });
  });

  test('come in the order asked for, without who is gone', async () => {
    const book = await filled();
    const ids = (await book.prospects.toArray()).map(({ id }) => id);
    const found = await readEntries(book, [ids[2]!, 'gone', ids[0]!]);
    expect(found.map(({ prospect }) => prospect.id)).toEqual([ids[2], ids[0]]);
  });

  test('have only what is needed', async () => {
    const [ada] = await readEntries(await filled(), undefined, ['account']);
    expect(ada).toMatchObject({ account: { fields: { name: { value: 'Acme Example' } } }, notes: [], followUps: [], lists: ['Oslo'] });
  });

  test('of many people are all there, across slices', async () => {
    const book = scratchBook();
    const [first] = await readEntries(await filled());
    expect(await readEntries(book)).toEqual([]);
    const idOf = (at: number): string => String(at).padStart(5, '0');
    await book.accounts.bulkPut(Array.from({ length: 1_100 }, (_, at) => ({ ...first!.account!, id: `a${idOf(at)}`, keys: [] })));
    await book.prospects.bulkPut(Array.from({ length: 1_203 }, (_, at) => ({ ...first!.prospect, id: idOf(at), keys: [], accountId: `a${idOf((at * 7) % 1_200)}` })));
    const found = await readEntries(book);
    expect(found.map(({ prospect }) => prospect.id)).toEqual(Array.from({ length: 1_203 }, (_, at) => idOf(at)));
    // of a hundred accounts nothing is left
    expect(found.map(({ account }) => account?.id)).toEqual(found.map((_, at) => ((at * 7) % 1_200 < 1_100 ? `a${idOf((at * 7) % 1_200)}` : undefined)));
    const spans = await all(spansOf(book, 500));
    expect(spans.map(({ after, upTo }) => [after, upTo])).toEqual([['', idOf(499)], [idOf(499), idOf(999)], [idOf(999), idOf(1_202)]]);
    const reader = entryReader(book, ['account']);
    // asked for together, as an exporter does
    expect((await Promise.all(spans.map((span) => reader.read(span)))).flat()).toEqual(found);
    const some = await readEntries(book, [idOf(3), idOf(1)]);
    expect(some.map(({ account }) => account?.id)).toEqual([`a${idOf(21)}`, `a${idOf(7)}`]);
  });
});
