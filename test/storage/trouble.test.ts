import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { freshMark, isLost, markOf, nextMark } from '../../src/storage/birth.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import { openBook } from '../../src/storage/database.ts';
import { salvage } from '../../src/storage/salvage.ts';
import { openingTrouble, troubleOf } from '../../src/storage/trouble.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

const open = (factory: IDBFactory, version?: number, onUpgrade: (database: IDBDatabase) => void = () => undefined): Promise<number> => new Promise((done, fail) => {
  const request = factory.open('paydirt', version);
  request.onupgradeneeded = () => onUpgrade(request.result);
  request.onsuccess = () => { const { version: now } = request.result; request.result.close(); done(now); };
  request.onerror = () => fail(request.error);
});

async function filled(): Promise<IDBFactory> {
  const factory = new IDBFactory();
  const book = openBook({ indexedDB: factory, IDBKeyRange });
  await saveDraft(book, draftOf('github:ada', 'Ada'), {}, changeAt(1), means);
  await saveDraft(book, draftOf('github:bob', 'Bob'), {}, changeAt(2), means);
  book.close();
  return factory;
}

/** A factory whose `open` does something else. */
const opening = (factory: IDBFactory, open_: IDBFactory['open']): IDBFactory => ({ open: open_, cmp: factory.cmp.bind(factory), databases: factory.databases.bind(factory), deleteDatabase: factory.deleteDatabase.bind(factory) });

describe('a book that cannot be opened', () => {
  test('because a newer version made it, is said to be so and is not touched, whatever is asked of it', async () => {
    const factory = await filled();
    await open(factory, 9_990, (database) => { database.createObjectStore('later'); });
    const book = openBook({ indexedDB: factory, IDBKeyRange });
    expect(await openingTrouble(book)).toBe('newer');
    await expect(book.prospects.count()).rejects.toThrow();
    await expect(saveDraft(book, draftOf('github:zoe', 'Zoe'), {}, changeAt(3), means)).rejects.toThrow();
    book.close();
    expect(await open(factory)).toBe(9_990);
  });

  test('because the disk or the file is broken, or full, is said to be so', async () => {
    for (const [name, trouble] of [['UnknownError', 'broken'], ['DataError', 'broken'], ['QuotaExceededError', 'full']] as const) {
      const factory = await filled();
      const failing = opening(factory, () => { throw new DOMException('no', name); });
      expect(await openingTrouble(openBook({ indexedDB: failing, IDBKeyRange }))).toBe(trouble);
    }
  });

  test('opens without trouble otherwise', async () => {
    expect(await openingTrouble(openBook({ indexedDB: await filled(), IDBKeyRange }))).toBeNull();
    expect(troubleOf(new TypeError('a bug of ours'))).toBeNull();
    expect(troubleOf(null)).toBeNull();
  });

  test('for lack of a store gets it back, empty, and keeps all others', async () => {
    const factory = await filled();
    const { verno } = openBook({ indexedDB: factory, IDBKeyRange });
    await open(factory, verno * 10 + 1, (database) => { database.deleteObjectStore('notes'); });
    for (let times = 0; times < 2; times++) {
      const book = openBook({ indexedDB: factory, IDBKeyRange });
      expect(await openingTrouble(book)).toBeNull();
      expect([await book.notes.count(), await book.prospects.count()]).toEqual([0, 2]);
      book.close();
    }
  });
});

describe('what can still be read', () => {
  test('of a database of any version is read, without changing it', async () => {
    const factory = await filled();
    await open(factory, 9_990);
    const found = (await salvage('paydirt', factory))!;
    const names: string[] = [];
    for await (const row of found.rows.prospects) names.push((row as { fields: { name: { value: string } } }).fields.name.value);
    expect(names).toEqual(['Ada', 'Bob']);
    expect(found.lost()).toBe(0);
    found.end();
    expect(await open(factory)).toBe(9_990);
  });

  test('is all but the rows that cannot', async () => {
    const factory = await filled();
    const real = IDBFactory.prototype.open;
    const breaking = opening(factory, (name, version) => {
      const request = real.call(factory, name, version) as IDBOpenDBRequest;
      request.addEventListener('success', () => {
        const { result } = request;
        const transaction = result.transaction.bind(result);
        let count = 0;
        result.transaction = ((...given: Parameters<typeof transaction>) => {
          const made = transaction(...given);
          const objectStore = made.objectStore.bind(made);
          made.objectStore = (store) => {
            const opened = objectStore(store);
            if (store === 'prospects') opened.get = new Proxy(opened.get.bind(opened), { apply: (target, _this, keys: [IDBValidKey]) => { if (count++ === 0) throw new DOMException('bad block', 'UnknownError'); return target(...keys); } });
            return opened;
          };
          return made;
        }) as typeof result.transaction;
      });
      return request;
    });
    const found = (await salvage('paydirt', breaking))!;
    let rows = 0;
    for await (const _row of found.rows.prospects) rows += 1;
    expect([rows, found.lost()]).toEqual([1, 1]);
  });

  test('of nothing is nothing, and leaves nothing behind', async () => {
    const factory = new IDBFactory();
    expect(await salvage('paydirt', factory)).toBeNull();
    expect(await factory.databases()).toEqual([]);
    expect(await salvage('paydirt', opening(factory, () => { throw new DOMException('no', 'UnknownError'); }))).toBeNull();
  });
});

describe('the mark of a book', () => {
  const HOUR = 3_600_000;
  test('tells a book that is gone from one that is empty, and is not written over it', async () => {
    const newId = (() => { let count = 0; return () => `born-${++count}`; })();
    const book = scratchBook();
    const first = (await nextMark(book, undefined, 1, newId))!;
    expect(first).toMatchObject({ people: 0 });
    expect(await isLost(scratchBook(), first)).toBe(false);
    await saveDraft(book, draftOf('github:ada', 'Ada'), {}, changeAt(1), means);
    const second = (await nextMark(book, first, 2, newId))!;
    expect(second).toEqual({ born: first.born, people: 1, at: 2 });
    expect(await nextMark(book, second, 3, newId)).toBeUndefined();
    expect(await nextMark(book, second, 2 + HOUR, newId)).toMatchObject({ people: 1 });
    // the same browser with another database
    const other = scratchBook();
    expect(await isLost(other, second)).toBe(true);
    expect(await nextMark(other, second, 2 + HOUR, newId)).toBeUndefined();
    const fresh = await freshMark(other, 5, newId);
    expect(await isLost(other, fresh)).toBe(false);
    // everybody was removed by hand: nothing is lost
    await book.prospects.clear();
    expect(await isLost(book, second)).toBe(false);
  });

  test('that is none is not taken for one', () => {
    expect([markOf(undefined), markOf('x'), markOf({ born: '', people: 1, at: 1 }), markOf({ born: 'b', people: '1', at: 1 })]).toEqual([undefined, undefined, undefined, undefined]);
  });
});
