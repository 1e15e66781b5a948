import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { openBook } from '../../src/storage/database.ts';
import { clearHealth, countDraft, readHealth } from '../../src/storage/health.ts';
import { draftOf, scratchBook } from './scratch-book.ts';

const SITES = new Set(['example']);
const ada = draftOf('github:ada', 'Ada', { title: 'Buyer' });

describe('counting what is read', () => {
  test('adds up by day and site', async () => {
    const book = scratchBook();
    await countDraft(book, ada, '2026-03-01', SITES);
    await countDraft(book, draftOf('github:bo', 'Bo'), '2026-03-01', SITES);
    await countDraft(book, ada, '2026-03-02', SITES);
    await countDraft(book, { ...ada, site: 'somebody.example' }, '2026-03-02', SITES);
    expect((await readHealth(book)).map(({ day, site, pages, fields }) => [day, site, pages, fields['person.title']])).toEqual([
      ['2026-03-01', 'example', 2, { found: { structure: 1 }, missing: 1 }],
      ['2026-03-02', 'example', 1, { found: { structure: 1 }, missing: 0 }],
      ['2026-03-02', 'web', 1, { found: { structure: 1 }, missing: 0 }],
    ]);
    await clearHealth(book);
    expect(await readHealth(book)).toEqual([]);
  });

  test('counts at once lose nothing', async () => {
    const book = scratchBook();
    await Promise.all(Array.from({ length: 20 }, () => countDraft(book, ada, '2026-03-01', SITES)));
    expect((await readHealth(book))[0]!.pages).toBe(20);
  });

  test('lists and pages of nobody are not counted', async () => {
    const book = scratchBook();
    await countDraft(book, { ...ada, page: 'list' }, '2026-03-01', SITES);
    await countDraft(book, { ...ada, page: 'none' }, '2026-03-01', SITES);
    expect(await readHealth(book)).toEqual([]);
  });

  test('rows of 90 days are kept, older ones go', async () => {
    const book = scratchBook();
    for (const day of ['2026-01-01', '2026-01-02', '2026-03-31']) await countDraft(book, ada, day, SITES);
    expect((await readHealth(book)).map(({ day }) => day)).toEqual(['2026-01-01', '2026-01-02', '2026-03-31']);
    await countDraft(book, ada, '2026-04-01', SITES);
    expect((await readHealth(book)).map(({ day }) => day)).toEqual(['2026-01-02', '2026-03-31', '2026-04-01']);
  });

  test('a book of the first version keeps everything when it gains the table', async () => {
    const indexedDB = new IDBFactory();
    const old = new Dexie('paydirt', { indexedDB, IDBKeyRange });
    old.version(1).stores({ settings: 'key', prospects: 'id, accountId' });
    await old.table('settings').put({ key: 'quiet', value: { from: 1, to: 2 } });
    old.close();
    const book = openBook({ indexedDB, IDBKeyRange });
    await countDraft(book, ada, '2026-03-01', SITES);
    expect((await book.settings.get('quiet'))?.value).toEqual({ from: 1, to: 2 });
    expect(await readHealth(book)).toHaveLength(1);
  });
});
