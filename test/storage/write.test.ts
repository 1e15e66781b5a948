import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Prospect } from '../../src/domain/prospect.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import { setStage } from '../../src/storage/aside.ts';
import { addFollowUp, addNote, addToList, removeProspect, setField, setTags } from '../../src/storage/person.ts';
import { undo } from '../../src/storage/undo.ts';
import { IdentityTaken, write } from '../../src/storage/write.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';
import type { Book } from '../../src/storage/database.ts';

const prospect = (id: string, keys: Prospect['keys'] = []): Prospect => ({ id, kind: 'prospect', keys, fields: {}, suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 1, updatedAt: 1 });

async function saved(book: Book): Promise<string> {
  const made = await saveDraft(book, draftOf('github:ada', 'Ada Example', { company: 'Acme' }), {}, changeAt(1), means);
  return made.ok ? made.value.id : '';
}

async function rows(book: Book): Promise<unknown> {
  const strip = (list: { updatedAt?: number }[]): unknown[] => list.map(({ updatedAt: _time, ...row }) => row);
  return [strip(await book.prospects.toArray()), strip(await book.accounts.toArray()), strip(await book.notes.toArray()), strip(await book.followUps.toArray()), strip(await book.lists.toArray()), await book.identities.toArray()];
}

describe('the write door', () => {
  test('writes rows, history, journal and outbox marks in one transaction', async () => {
    const book = scratchBook();
    await book.settings.put({ key: 'connections', value: [{ id: 'crm-1' }] });
    const made = changeAt(5, 'made');
    await write(book, made, async (door) => door.put('prospect', prospect('p1', ['github:ada'])));
    expect(await book.history.toArray()).toMatchObject([{ entity: 'prospect', id: 'p1', field: '*', at: 5, label: 'made' }]);
    expect(await book.journal.toArray()).toMatchObject([{ prospectId: 'p1' }]);
    expect(await book.outbox.toArray()).toEqual([{ connection: 'crm-1', entity: 'prospect', id: 'p1', at: 5, stamp: made.changeId }]);
  });

  test('many rows read at once are those that the write leaves', async () => {
    const book = scratchBook();
    await write(book, changeAt(1), async (door) => { for (const id of ['p1', 'p2', 'p3']) door.put('prospect', prospect(id)); });
    await write(book, changeAt(2), async (door) => {
      await door.remove('prospect', 'p1');
      door.put('prospect', { ...prospect('p2'), stage: 'won' });
      const found = await door.getAll('prospect', ['p1', 'p2', 'p3', 'p4']);
      expect([...found].map(([id, { stage }]) => `${id} ${stage}`)).toEqual(['p2 won', 'p3 new']);
    });
  });

  test('work that throws leaves nothing behind', async () => {
    const book = scratchBook();
    await expect(write(book, changeAt(1), async (door) => { door.put('prospect', prospect('p1', ['github:ada'])); throw new Error('no'); })).rejects.toThrow('no');
    expect(await rows(book)).toEqual([[], [], [], [], [], []]);
    expect(await book.history.count() + await book.journal.count()).toBe(0);
  });

  test('one identity cannot get a second owner; the whole write is refused', async () => {
    const book = scratchBook();
    await write(book, changeAt(1), async (door) => door.put('prospect', prospect('p1', ['github:ada'])));
    await expect(write(book, changeAt(2), async (door) => { door.put('prospect', prospect('p2', ['github:ada'])); door.put('note', { id: 'n1', prospectId: 'p2', text: '', createdAt: 2, updatedAt: 2 }); })).rejects.toThrow(IdentityTaken);
    expect(await book.notes.count()).toBe(0);
    expect((await book.identities.get('github:ada'))!.owner).toBe('p1');
  });

  test('an identity can move from one row to another in one write', async () => {
    const book = scratchBook();
    await write(book, changeAt(1), async (door) => door.put('prospect', prospect('p1', ['github:ada'])));
    await write(book, changeAt(2), async (door) => { door.put('prospect', prospect('p2', ['github:ada'])); door.put('prospect', prospect('p1', [])); });
    expect((await book.identities.get('github:ada'))!.owner).toBe('p2');
  });

  test('putting back what is there already is no change', async () => {
    const book = scratchBook();
    await write(book, changeAt(1), async (door) => door.put('prospect', prospect('p1')));
    await write(book, changeAt(2), async (door) => door.put('prospect', { ...prospect('p1'), updatedAt: 2 }));
    expect(await book.history.count()).toBe(1);
    expect(await book.journal.count()).toBe(1);
  });

  test('reads inside a write see what was put before in it', async () => {
    const book = scratchBook();
    await write(book, changeAt(1), async (door) => {
      door.put('prospect', prospect('p1', ['github:ada']));
      expect((await door.get('prospect', 'p1'))!.id).toBe('p1');
      expect(await door.ownerOf('github:ada')).toBe('p1');
      await door.remove('prospect', 'p1');
      expect(await door.get('prospect', 'p1')).toBeUndefined();
      expect(await door.ownerOf('github:ada')).toBeUndefined();
    });
    expect(await book.prospects.count()).toBe(0);
  });
});

describe('undo', () => {
  test('takes a capture back, with the account it made', async () => {
    const book = scratchBook();
    await saved(book);
    const { changeId } = (await book.history.toArray())[0]!;
    await undo(book, changeId, changeAt(9));
    expect(await rows(book)).toEqual([[], [], [], [], [], []]);
  });

  test('keeps an account that a colleague has joined since, and a prospect with a note', async () => {
    const book = scratchBook();
    const id = await saved(book);
    const { changeId } = (await book.history.toArray())[0]!;
    await saveDraft(book, draftOf('github:bob', 'Bob', { company: 'Acme' }), {}, changeAt(2), means);
    await addNote(book, id, 'n1', 'hello', changeAt(3));
    const undone = await undo(book, changeId, changeAt(9));
    expect(undone.kept.map(({ entity }) => entity)).toEqual(expect.arrayContaining(['prospect', 'account']));
    expect(await book.prospects.count()).toBe(2);
    expect(await book.accounts.count()).toBe(1);
  });

  test('a field that was changed again keeps the newer value', async () => {
    const book = scratchBook();
    const id = await saved(book);
    const first = changeAt(2);
    await setField(book, id, 'title', 'Buyer', first);
    await setField(book, id, 'title', 'Head buyer', changeAt(3));
    const undone = await undo(book, first.changeId, changeAt(4));
    expect(undone).toMatchObject({ restored: 0, kept: [{ field: 'fields.title' }] });
    expect((await book.prospects.get(id))!.fields.title!.value).toBe('Head buyer');
  });

  test('removing a person and undoing it brings back everything that hung on them', async () => {
    const book = scratchBook();
    const id = await saved(book);
    await addNote(book, id, 'n1', 'hello', changeAt(2));
    await addFollowUp(book, { id: 'f1', prospectId: id, dueAt: 100, words: 'soon', zone: 'UTC', text: '' }, changeAt(3));
    const before = await rows(book);
    const removal = changeAt(4);
    await removeProspect(book, id, removal);
    expect(await book.followUps.count()).toBe(0);
    await undo(book, removal.changeId, changeAt(5));
    expect(await rows(book)).toEqual(before);
  });

  test('undoing any one action restores the rows, and undoing the undo brings the action back', async () => {
    const step = fc.constantFrom('title', 'stage', 'tags', 'list', 'note', 'follow-up', 'remove');
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 4 }), step, async (earlier, last) => {
      const book = scratchBook();
      const id = await saved(book);
      const run = async (name: string, at: number): Promise<string> => {
        const change = changeAt(at);
        if (name === 'title') await setField(book, id, 'title', `Title ${at}`, change);
        if (name === 'stage') await setStage(book, id, at % 2 ? 'working' : 'won', change);
        if (name === 'tags') await setTags(book, id, [`tag ${at}`], change);
        if (name === 'list') await addToList(book, id, `List ${at}`, `l${at}`, change);
        if (name === 'note') await addNote(book, id, `n${at}`, 'note', change);
        if (name === 'follow-up') await addFollowUp(book, { id: `f${at}`, prospectId: id, dueAt: at, words: '', zone: 'UTC', text: '' }, change);
        if (name === 'remove') await removeProspect(book, id, change);
        return change.changeId;
      };
      for (const [at, name] of earlier.entries()) await run(name, at + 10);
      const before = await rows(book);
      const changeId = await run(last, 50);
      const after = await rows(book);
      const back = changeAt(60);
      await undo(book, changeId, back);
      expect(await rows(book)).toEqual(before);
      await undo(book, back.changeId, changeAt(70));
      expect(await rows(book)).toEqual(after);
    }), { numRuns: 60 });
  });
});
