import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personRow, type PersonRow } from '../../src/domain/people/row.ts';
import type { PeopleTable } from '../../src/domain/people/table.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import type { Book } from '../../src/storage/database.ts';
import { catchUp, isGrown, isWhole, loadPeople, lookThrough, packPeople, readPeople, rebuildPeople, type PeopleIndex } from '../../src/storage/people-index.ts';
import { setAccountField } from '../../src/storage/account.ts';
import { addFollowUp, removeProspect, setTags, settleFollowUp } from '../../src/storage/person.ts';
import { FORMAT } from '../../src/storage/people-snapshot.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

async function truth(book: Book): Promise<PersonRow[]> {
  const [followUps, touches, accounts, notes] = await Promise.all([book.followUps.toArray(), book.touches.toArray(), book.accounts.toArray(), book.notes.toArray()]);
  return (await book.prospects.toArray()).map((prospect) => personRow(prospect, {
    account: accounts.find(({ id }) => id === prospect.accountId), followUps: followUps.filter(({ prospectId }) => prospectId === prospect.id), touches: touches.filter(({ prospectId }) => prospectId === prospect.id), notes: notes.filter(({ prospectId }) => prospectId === prospect.id),
  }));
}

const byId = (rows: Iterable<PersonRow>): PersonRow[] => [...rows].toSorted((a, b) => a.id.localeCompare(b.id));
const rowsOf = (table: PeopleTable): PersonRow[] => [...table.slotOf.values()].map((slot) => table.rowAt(slot));

/** Everybody who had to be put right in one look through the book. */
async function seenAll(book: Book, index: PeopleIndex): Promise<string[]> {
  const all: string[] = [];
  for (let from: string | undefined; ;) {
    const { next, mended } = await lookThrough(book, index, from);
    all.push(...mended);
    if (next === undefined) return all;
    from = next;
  }
}

describe('the people index', () => {
  test('says what the rows say, whatever was done and whenever it was packed', async () => {
    const step = fc.record({ what: fc.constantFrom('save', 'tag', 'plan', 'done', 'remove', 'pack', 'load', 'catch', 'account', 'touch', 'note'), who: fc.nat(4) });
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const book = scratchBook();
      const ids: string[] = [];
      let index = await loadPeople(book);
      for (const [at, { what, who }] of steps.entries()) {
        const id = ids[who % Math.max(1, ids.length)];
        if (what === 'save') { const made = await saveDraft(book, draftOf(`github:u${who}`, `Person ${who}`, { company: `Acme ${who % 2}` }), {}, changeAt(at), means); if (made.ok && made.value.isNew) ids.push(made.value.id); }
        if (what === 'tag' && id) await setTags(book, id, [`t${at}`], changeAt(at));
        if (what === 'plan' && id) await addFollowUp(book, { id: `f${who}`, prospectId: id, dueAt: at + 1, words: '', zone: 'UTC', text: '' }, changeAt(at));
        if (what === 'done') await settleFollowUp(book, `f${who}`, 'done', changeAt(at));
        if (what === 'remove' && id) await removeProspect(book, id, changeAt(at));
        if (what === 'account') for (const account of await book.accounts.toArray()) await setAccountField(book, account.id, 'industry', `industry ${at}`, changeAt(at));
        if (what === 'touch' && id) await write(book, changeAt(at), async (door) => door.put('touch', { id: `t${at}`, prospectId: id, channel: 'email', direction: 'in', at, createdAt: at, updatedAt: at }));
        if (what === 'note' && id) await write(book, changeAt(at), async (door) => door.put('note', { id: `n${who}`, prospectId: id, text: `met at fair ${at}`, createdAt: at, updatedAt: at }));
        if (what === 'pack') index = await rebuildPeople(book);
        if (what === 'load') index = await loadPeople(book);
        if (what === 'catch') await catchUp(book, index);
      }
      await catchUp(book, index);
      expect(byId(rowsOf(index.table))).toEqual(byId(await truth(book)));
      expect(byId(rowsOf((await loadPeople(book)).table))).toEqual(byId(await truth(book)));
    }), { numRuns: 80 });
  });

  test('notices that it disagrees with the rows, and is rebuilt', async () => {
    const book = scratchBook();
    await saveDraft(book, draftOf('github:ada', 'Ada'), {}, changeAt(1), means);
    await rebuildPeople(book);
    // a row that came past the door, as after a crash of the browser's own storage
    await book.prospects.add({ ...(await book.prospects.toArray())[0]!, id: 'stray', keys: [] });
    expect((await loadPeople(book)).table.slotOf.size).toBe(2);
  });

  test.each([undefined, 'not json', {}, { length: 8, sums: [1], count: 1, sections: [], sets: {}, basis: '' }, { length: -8, sums: [] }])('a broken snapshot, or one of an older version, is rebuilt: %j', async (packed) => {
    const book = scratchBook();
    await saveDraft(book, draftOf('github:ada', 'Ada'), {}, changeAt(1), means);
    for (const format of [1, FORMAT]) {
      await book.snapshots.put({ name: 'people', format, seq: 1, packed });
      expect(byId(rowsOf((await loadPeople(book)).table))).toEqual(byId(await truth(book)));
    }
  });

  test('a half-written snapshot, or one with a spoilt byte, is noticed and rebuilt', async () => {
    const book = scratchBook();
    await saveDraft(book, draftOf('github:ada', 'Ada'), {}, changeAt(1), means);
    await rebuildPeople(book);
    const piece = (await book.snapshots.get('people/bytes/0'))!;
    const bytes = piece.packed as Uint8Array;
    const spoilt = bytes.slice();
    spoilt[spoilt.length >> 1]! ^= 1;
    for (const packed of [spoilt, bytes.slice(0, -8), null]) {
      await book.snapshots.put({ ...piece, packed });
      expect(await readPeople(book)).toBeNull();
    }
    // built anew it is as it was, and yet not left as it is
    await book.snapshots.put({ ...piece, packed: spoilt });
    await loadPeople(book);
    expect(await readPeople(book)).not.toBeNull();
    await book.snapshots.delete('people/bytes/0');
    expect(await readPeople(book)).toBeNull();
    expect(byId(rowsOf((await loadPeople(book)).table))).toEqual(byId(await truth(book)));
    expect(await readPeople(book)).not.toBeNull();
  });

  test('journal entries that went before they were swallowed are noticed', async () => {
    const book = scratchBook();
    const made = await saveDraft(book, draftOf('github:ada', 'Ada'), {}, changeAt(1), means);
    await rebuildPeople(book);
    for (let at = 2; at < 6; at++) await setTags(book, made.ok ? made.value.id : '', [`t${at}`], changeAt(at));
    await book.journal.where('seq').below((await book.journal.orderBy('seq').last())!.seq!).delete();
    expect(await readPeople(book)).toBeNull();
    expect(byId(rowsOf((await loadPeople(book)).table))).toEqual(byId(await truth(book)));
  });

  test('lines that do not say what their rows say are found and put right, whoever changed them', async () => {
    const book = scratchBook();
    const ids: string[] = [];
    for (let at = 0; at < 5; at++) { const made = await saveDraft(book, draftOf(`github:u${at}`, `Person ${at}`), {}, changeAt(at), means); if (made.ok) ids.push(made.value.id); }
    const index = await loadPeople(book);
    expect(await seenAll(book, index)).toEqual([]);
    // past the door, with the number of rows as it was: a row, what hangs on one, one for another
    await book.prospects.update(ids[1]!, { tags: ['stray'] });
    await book.touches.add({ id: 't', prospectId: ids[2]!, channel: 'email', direction: 'in', at: 5, createdAt: 5, updatedAt: 5 });
    await book.prospects.add({ ...(await book.prospects.get(ids[3]!))!, id: `${ids[3]!}x`, keys: [] });
    await book.prospects.delete(ids[3]!);
    expect([await isWhole(book, index), (await catchUp(book, index)).length]).toEqual([true, 0]);
    expect((await seenAll(book, index)).toSorted()).toEqual([ids[1]!, ids[2]!, ids[3]!, `${ids[3]!}x`].toSorted());
    expect(byId(rowsOf(index.table))).toEqual(byId(await truth(book)));
    expect(await seenAll(book, index)).toEqual([]);
  });

  test('an index that the journal has overtaken is not compared', async () => {
    const book = scratchBook();
    const made = await saveDraft(book, draftOf('github:ada', 'Ada'), {}, changeAt(1), means);
    const index = await loadPeople(book);
    await setTags(book, made.ok ? made.value.id : '', ['new'], changeAt(2));
    expect(await lookThrough(book, index, undefined)).toEqual({ next: undefined, mended: [] });
  });

  test('one journal entry may name many people', async () => {
    const book = scratchBook();
    const index = await loadPeople(book);
    const ids: string[] = [];
    for (let at = 0; at < 3; at++) { const made = await saveDraft(book, draftOf(`github:u${at}`, `Person ${at}`), {}, changeAt(at), means); if (made.ok) ids.push(made.value.id); }
    await book.journal.clear();
    await book.journal.add({ prospectId: ids[0]!, more: ids.slice(1) });
    expect(await catchUp(book, index)).toEqual(ids);
    expect(byId(rowsOf(index.table))).toEqual(byId(await truth(book)));
  });

  test('a grown journal is swallowed by a new snapshot and then gone', async () => {
    const book = scratchBook();
    const made = await saveDraft(book, draftOf('github:ada', 'Ada'), {}, changeAt(1), means);
    const index = await loadPeople(book);
    for (let at = 0; at < 305; at++) await book.journal.add({ prospectId: made.ok ? made.value.id : '' });
    await catchUp(book, index);
    expect(await isGrown(book)).toBe(true);
    await packPeople(book, index, {});
    expect(await isGrown(book)).toBe(false);
    expect(await book.journal.count()).toBe(1);
    expect((await loadPeople(book)).table.slotOf.size).toBe(1);
  });
});
