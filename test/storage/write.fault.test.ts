import fc from 'fast-check';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { starterIcp } from '../../src/domain/starter-icp.ts';
import { setStage } from '../../src/storage/aside.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import { openBook, type Book } from '../../src/storage/database.ts';
import { addFollowUp, addNote, addToList, removeProspect, setField, setTags } from '../../src/storage/person.ts';
import { replaceBook } from '../../src/storage/restore.ts';
import { troubleOf } from '../../src/storage/trouble.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, draftOf, means } from './scratch-book.ts';

/** What a disk does: the write with this number ends its transaction for want of room, or its request fails. */
type Fault = 'transaction' | 'request';
const store = IDBObjectStore.prototype as unknown as { put: (...given: unknown[]) => unknown; add: (...given: unknown[]) => unknown };
const whole = { put: store.put, add: store.add };

function breakAt(number: number, fault: Fault): { happened: () => boolean } {
  let left = number;
  const broken = (name: 'put' | 'add') => function run(this: { transaction: { _abort(name: string): void } }, ...given: unknown[]): unknown {
    if (left-- !== 0) return whole[name].apply(this, given);
    if (fault === 'request') throw new DOMException('no room', 'QuotaExceededError');
    const request = whole[name].apply(this, given);
    this.transaction._abort('QuotaExceededError');
    return request;
  };
  store.put = broken('put');
  store.add = broken('add');
  return { happened: () => left < 0 };
}

function mend(): void {
  Object.assign(store, whole);
}
afterEach(mend);

let heard = 0;

async function filled(): Promise<{ book: Book; ids: string[]; first: string }> {
  const book = openBook({ indexedDB: new IDBFactory(), IDBKeyRange, onFull: () => { heard += 1; } });
  await book.settings.put({ key: 'connections', value: [{ id: 'crm' }] });
  await write(book, changeAt(1), async (door) => { door.put('icp', starterIcp('icp', 1)); });
  const first = changeAt(2);
  await saveDraft(book, draftOf('github:ada', 'Ada', { title: 'VP Sales', company: 'Acme Example' }), {}, first, means);
  await saveDraft(book, draftOf('github:bob', 'Bob', { company: 'Acme Example' }), {}, changeAt(3), means);
  return { book, ids: (await book.prospects.toArray()).map(({ id }) => id), first: first.changeId };
}

const content = async (book: Book): Promise<unknown> => Promise.all(book.tables.map(async (table) => [table.name, await table.toArray()]));

const ACTIONS: { [name: string]: (book: Book, ids: string[], first: string) => Promise<unknown> } = {
  capture: (book) => saveDraft(book, draftOf('github:zoe', 'Zoe', { title: 'CEO', company: 'Other Example' }), {}, changeAt(9), means),
  note: (book, [ada]) => addNote(book, ada!, 'n', 'hello', changeAt(9)),
  'follow-up': (book, [ada]) => addFollowUp(book, { id: 'f', prospectId: ada!, dueAt: 99, words: 'soon', zone: 'UTC', text: '' }, changeAt(9)),
  field: (book, [ada]) => setField(book, ada!, 'title', 'CEO', changeAt(9)),
  tags: (book, [ada]) => setTags(book, ada!, ['fair'], changeAt(9)),
  list: (book, [ada]) => addToList(book, ada!, 'Oslo', 'l', changeAt(9)),
  stage: (book, [ada]) => setStage(book, ada!, 'working', changeAt(9)),
  remove: (book, [, bob]) => removeProspect(book, bob!, changeAt(9)),
  undo: (book, _ids, first) => undo(book, first, changeAt(9)),
  restore: (book) => replaceBook(book, (async function* parts() { yield { table: 'prospects', rows: [{ id: 'p', kind: 'prospect', keys: ['github:p'], fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 1, updatedAt: 1 }] }; })(), changeAt(9)),
};

describe('when the disk is full', () => {
  test('every write is all or nothing, wherever it fails, and says that there is no room', async () => {
    let failed = 0;
    await fc.assert(fc.asyncProperty(fc.constantFrom(...Object.keys(ACTIONS)), fc.nat(12), fc.constantFrom<Fault>('transaction', 'request'), async (name, number, fault) => {
      const { book, ids, first } = await filled();
      const before = await content(book);
      const told = heard;
      const { happened } = breakAt(number, fault);
      const error: unknown = await ACTIONS[name]!(book, ids, first).then(() => null, (caught: unknown) => caught);
      mend();
      expect(error !== null, `${name} fails when its write ${number} does`).toBe(happened());
      if (happened()) {
        failed += 1;
        // an error of a row may say no more than that it was given up
        if (fault === 'request') expect(troubleOf(error)).toBe('full');
        else await vi.waitFor(() => expect(heard).toBe(told + 1));
        expect(await content(book)).toEqual(before);
      } else {
        expect(await content(book)).not.toEqual(before);
      }
      // and once there is room again, it goes through
      if (happened()) await ACTIONS[name]!(book, ids, first);
      book.close();
    }), { numRuns: 40 });
    expect(failed).toBeGreaterThan(10);
  });
});
