import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personRow, type PersonRow } from '../../src/domain/person-row.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import type { Book } from '../../src/storage/database.ts';
import { catchUp, loadPeople, packIfGrown, rebuildPeople } from '../../src/storage/people-index.ts';
import { addFollowUp, removeProspect, setTags, settleFollowUp } from '../../src/storage/person.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

async function truth(book: Book): Promise<PersonRow[]> {
  const followUps = await book.followUps.toArray();
  return (await book.prospects.toArray()).map((prospect) => personRow(prospect, followUps.filter(({ prospectId }) => prospectId === prospect.id)));
}

const byId = (rows: Iterable<PersonRow>): PersonRow[] => [...rows].toSorted((a, b) => a.id.localeCompare(b.id));

describe('the people index', () => {
  test('says what the rows say, whatever was done and whenever it was packed', async () => {
    const step = fc.record({ what: fc.constantFrom('save', 'tag', 'plan', 'done', 'remove', 'pack', 'load', 'catch'), who: fc.nat(4) });
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const book = scratchBook();
      const ids: string[] = [];
      let index = await loadPeople(book);
      for (const [at, { what, who }] of steps.entries()) {
        const id = ids[who % Math.max(1, ids.length)];
        if (what === 'save') { const made = await saveDraft(book, draftOf(`github:u${who}`, `Person ${who}`), {}, changeAt(at), means); if (made.ok && made.value.isNew) ids.push(made.value.id); }
        if (what === 'tag' && id) await setTags(book, id, [`t${at}`], changeAt(at));
        if (what === 'plan' && id) await addFollowUp(book, { id: `f${who}`, prospectId: id, dueAt: at + 1, words: '', zone: 'UTC', text: '' }, changeAt(at));
        if (what === 'done') await settleFollowUp(book, `f${who}`, 'done', changeAt(at));
        if (what === 'remove' && id) await removeProspect(book, id, changeAt(at));
        if (what === 'pack') index = await rebuildPeople(book);
        if (what === 'load') index = await loadPeople(book);
        if (what === 'catch') await catchUp(book, index);
      }
      await catchUp(book, index);
      expect(byId(index.rows.values())).toEqual(byId(await truth(book)));
      expect(byId((await loadPeople(book)).rows.values())).toEqual(byId(await truth(book)));
    }), { numRuns: 80 });
  });

  test('notices that it disagrees with the rows, and is rebuilt', async () => {
    const book = scratchBook();
    await saveDraft(book, draftOf('github:ada', 'Ada'), {}, changeAt(1), means);
    await rebuildPeople(book);
    // a row that came past the door, as after a crash of the browser's own storage
    await book.prospects.add({ ...(await book.prospects.toArray())[0]!, id: 'stray', keys: [] });
    expect((await loadPeople(book)).rows.size).toBe(2);
  });

  test.each(['not json', '{"names":["id"],"columns":[["a"],["b"]]}', '{"names":["id","name"],"columns":[["a"],[]]}'])('a broken snapshot is rebuilt: %s', async (packed) => {
    const book = scratchBook();
    await saveDraft(book, draftOf('github:ada', 'Ada'), {}, changeAt(1), means);
    await book.snapshots.put({ name: 'people', format: 1, seq: 1, packed });
    expect(byId((await loadPeople(book)).rows.values())).toEqual(byId(await truth(book)));
  });

  test('a grown journal is swallowed by a new snapshot and then gone', async () => {
    const book = scratchBook();
    const made = await saveDraft(book, draftOf('github:ada', 'Ada'), {}, changeAt(1), means);
    for (let at = 0; at < 305; at++) await book.journal.add({ prospectId: made.ok ? made.value.id : '' });
    const index = await loadPeople(book);
    await catchUp(book, index);
    await packIfGrown(book, index);
    expect(await book.journal.count()).toBe(1);
    expect((await loadPeople(book)).rows.size).toBe(1);
  });
});
