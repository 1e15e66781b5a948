import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personRow, type PersonRow } from '../../src/domain/people/row.ts';
import type { PackedPeople, PeopleTable } from '../../src/domain/people/table.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import type { Book } from '../../src/storage/database.ts';
import { catchUp, loadPeople, packIfGrown, rebuildPeople } from '../../src/storage/people-index.ts';
import { setAccountField } from '../../src/storage/account.ts';
import { addFollowUp, removeProspect, setTags, settleFollowUp } from '../../src/storage/person.ts';
import { write } from '../../src/storage/write.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

async function truth(book: Book): Promise<PersonRow[]> {
  const [followUps, touches, accounts] = await Promise.all([book.followUps.toArray(), book.touches.toArray(), book.accounts.toArray()]);
  return (await book.prospects.toArray()).map((prospect) => personRow(prospect, {
    account: accounts.find(({ id }) => id === prospect.accountId), followUps: followUps.filter(({ prospectId }) => prospectId === prospect.id), touches: touches.filter(({ prospectId }) => prospectId === prospect.id),
  }));
}

const byId = (rows: Iterable<PersonRow>): PersonRow[] => [...rows].toSorted((a, b) => a.id.localeCompare(b.id));
const rowsOf = (table: PeopleTable): PersonRow[] => [...table.slotOf.values()].map((slot) => table.rowAt(slot));

describe('the people index', () => {
  test('says what the rows say, whatever was done and whenever it was packed', async () => {
    const step = fc.record({ what: fc.constantFrom('save', 'tag', 'plan', 'done', 'remove', 'pack', 'load', 'catch', 'account', 'touch'), who: fc.nat(4) });
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

  test.each([undefined, 'not json', { text: 'no', codes: {}, numbers: {} }, { text: '{"ids":["a"],"texts":{},"sets":{}}', codes: {}, numbers: {} }])('a broken snapshot, or one of an older version, is rebuilt: %j', async (packed) => {
    const book = scratchBook();
    await saveDraft(book, draftOf('github:ada', 'Ada'), {}, changeAt(1), means);
    for (const format of [1, 3]) {
      await book.snapshots.put({ name: 'people', format, seq: 1, packed: packed as PackedPeople });
      expect(byId(rowsOf((await loadPeople(book)).table))).toEqual(byId(await truth(book)));
    }
  });

  test('a grown journal is swallowed by a new snapshot and then gone', async () => {
    const book = scratchBook();
    const made = await saveDraft(book, draftOf('github:ada', 'Ada'), {}, changeAt(1), means);
    for (let at = 0; at < 305; at++) await book.journal.add({ prospectId: made.ok ? made.value.id : '' });
    const index = await loadPeople(book);
    await catchUp(book, index);
    await packIfGrown(book, index);
    expect(await book.journal.count()).toBe(1);
    expect((await loadPeople(book)).table.slotOf.size).toBe(1);
  });
});
