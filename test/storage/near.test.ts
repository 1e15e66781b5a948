import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import type { Criterion } from '../../src/domain/icp.ts';
import { nowhere, type Near } from '../../src/domain/near.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import { type Book, openBook } from '../../src/storage/database.ts';
import { rescoreAll } from '../../src/storage/fit.ts';
import { nearFor } from '../../src/storage/near.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, draftOf, means } from './scratch-book.ts';

const LOCATION: readonly Criterion[] = [{ id: 'place', kind: 'location', any: ['Munich'], weight: 5, rule: 'plus', within: 50 }];
const near: Near = (location, wanted, km) => location === 'Freising' && wanted === 'Munich' && km === 50;

/** As slow as reading a file: later than any transaction would wait by itself. */
function slowly<T>(value: T): () => Promise<T> {
  return vi.fn(() => new Promise<T>((done) => { setTimeout(() => { setTimeout(() => done(value), 5); }, 5); }));
}

async function bookWith(readNear?: () => Promise<Near>, criteria: readonly Criterion[] = LOCATION): Promise<Book> {
  const book = openBook({ indexedDB: new IDBFactory(), IDBKeyRange, ...(readNear ? { readNear } : {}) });
  await write(book, changeAt(1), async (door) => { door.put('icp', { id: 'icp', version: 1, name: 'Mine', criteria: [...criteria], createdAt: 1, updatedAt: 1 }); });
  return book;
}
async function fitOf(book: Book, location: string, name = 'Ada Example'): Promise<number | undefined> {
  const key = `web:example.com/${name}` as never;
  const saved = await saveDraft(book, draftOf(key, name, { location }), {}, changeAt(2), means);
  if (!saved.ok) throw new Error(saved.failure.kind);
  return (await book.prospects.get(saved.value.id))?.fit?.fit;
}

describe('a write that scores', () => {
  test('waits for the places, and its transaction waits with it', async () => {
    const readNear = slowly(near);
    const book = await bookWith(readNear);
    expect(await fitOf(book, 'Freising')).toBe(100);
    expect(await fitOf(book, 'Hamburg', 'Bob Example')).toBe(0);
    expect(readNear).toHaveBeenCalledTimes(1);
  });

  test('waits for them within a transaction of the caller too', async () => {
    const book = await bookWith(slowly(near));
    await book.transaction('rw', book.tables, async () => {
      await fitOf(book, 'Freising');
      await fitOf(book, 'Hamburg', 'Bob Example');
    });
    expect((await book.prospects.toArray()).map(({ fit }) => fit?.fit ?? -1).toSorted((a, b) => a - b)).toEqual([0, 100]);
  });

  test('does not read them when no criterion asks for a place', async () => {
    const readNear = slowly(near);
    const book = await bookWith(readNear, [{ id: 'title', kind: 'title', any: ['Sales'], weight: 5, rule: 'plus' }]);
    await fitOf(book, 'Freising');
    expect(readNear).not.toHaveBeenCalled();
  });

  test('saves without them when they cannot be read, and asks again the next time', async () => {
    const readNear = vi.fn<() => Promise<Near>>().mockRejectedValueOnce(new Error('damaged')).mockResolvedValue(near);
    const book = await bookWith(readNear);
    expect(await fitOf(book, 'Freising')).toBe(50);
    expect(await fitOf(book, 'Freising', 'Bob Example')).toBe(100);
  });
});

test('scoring everybody again uses them', async () => {
  const book = await bookWith();
  expect(await fitOf(book, 'Freising')).toBe(50);
  book.readNear = slowly(near);
  await rescoreAll(book, new AbortController().signal, async () => undefined);
  expect((await book.prospects.toArray())[0]?.fit?.fit).toBe(100);
});

test('a book without a source of places knows none', async () => {
  expect(await nearFor(await bookWith(), LOCATION)).toBe(nowhere);
});
