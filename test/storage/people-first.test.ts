import { describe, expect, test } from 'vitest';
import type { PeopleNow } from '../../src/domain/people/field.ts';
import { newestFirst } from '../../src/domain/people/newest.ts';
import type { Prospect } from '../../src/domain/prospect.ts';
import type { Book } from '../../src/storage/database.ts';
import { catchUp, loadPeople, repackPeople, type PeopleIndex } from '../../src/storage/people-index.ts';
import { type FirstPeople, readFirst, writeFirst } from '../../src/storage/people-first.ts';
import { removeProspect, setTags } from '../../src/storage/person.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const person = (at: number): Prospect => ({ id: `p${String(at).padStart(4, '0')}`, kind: 'prospect', keys: [], fields: { name: { value: `Person ${at}`, source: { kind: 'hand', name: 'rep' }, at: 1 } }, suggestions: {}, stage: 'new', tags: [], lists: [], leadSource: '', createdAt: at, updatedAt: at });
const save = (book: Book, from: number, to: number): Promise<void> => write(book, changeAt(to), async (door) => { for (let at = from; at < to; at++) door.put('prospect', person(at)); });
const now = ({ table }: PeopleIndex, at: number): PeopleNow => ({ table, now: at, icps: [], priority: new Uint8Array(table.ids.length), scores: { fit: new Uint8Array(table.ids.length), coverage: new Uint8Array(table.ids.length), icp: new Uint8Array(table.ids.length) } });
const names = ({ people: { table } }: FirstPeople): string[] => Array.from(newestFirst(table), (slot) => table.texts.name.get(slot));

describe('what the list of people shows first', () => {
  test('is what it showed last, with who changed, came and went since', async () => {
    const book = scratchBook();
    await save(book, 0, 60);
    const index = await loadPeople(book);
    await writeFirst(book, now(index, 60), index.seq);
    const first = (await readFirst(book, 61))!;
    expect([first.total, names(first)]).toEqual([60, Array.from({ length: 40 }, (_, at) => `Person ${59 - at}`)]);
    await save(book, 70, 72);
    await removeProspect(book, person(59).id, changeAt(80));
    await setTags(book, person(58).id, ['hot'], changeAt(81));
    // far down: it is not seen
    await setTags(book, person(3).id, ['hot'], changeAt(82));
    const next = (await readFirst(book, 83))!;
    expect([next.total, names(next).slice(0, 3), next.people.table.sets.tags.get(next.people.table.slotOf.get(person(58).id)!)]).toEqual([61, ['Person 71', 'Person 70', 'Person 58'], ['hot']]);
    await catchUp(book, index);
    expect(index.table.slotOf.size).toBe(next.total);
  });

  test('is not known when it cannot be told how many there are, when much has changed, or when it is no such record', async () => {
    const book = scratchBook();
    await save(book, 0, 60);
    const index = await loadPeople(book);
    await writeFirst(book, now(index, 60), index.seq);
    // it was not among those who are shown: it may have come and gone
    await removeProspect(book, person(1).id, changeAt(80));
    expect(await readFirst(book, 81)).toBeNull();
    await catchUp(book, index);
    await writeFirst(book, now(index, 82), index.seq);
    expect((await readFirst(book, 83))?.total).toBe(59);
    await save(book, 100, 150);
    expect(await readFirst(book, 151)).toBeNull();
    const stored = (await book.snapshots.get('people/first'))!;
    for (const packed of [null, {}, { at: 1, total: 1, icps: [], lines: [{}] }]) {
      await book.snapshots.put({ ...stored, packed });
      expect(await readFirst(book, 152)).toBeNull();
    }
  });

  test('is forgotten with what was erased', async () => {
    const book = scratchBook();
    await save(book, 0, 3);
    const index = await loadPeople(book);
    await writeFirst(book, now(index, 60), index.seq);
    await repackPeople(book);
    expect(await readFirst(book, 61)).toBeNull();
  });

  test('of a big book without an index are some of its last people', async () => {
    const book = scratchBook();
    await save(book, 0, 3);
    expect(await readFirst(book, 1)).toBeNull();
    await book.prospects.bulkPut(Array.from({ length: 2_000 }, (_, at) => person(at)));
    const first = (await readFirst(book, 2_000))!;
    expect([first.total, names(first)[0], names(first).length]).toEqual([2_000, 'Person 1999', 40]);
  });
});
