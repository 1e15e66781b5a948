import { describe, expect, test } from 'vitest';
import { emptyPersona } from '../../src/domain/persona-edit.ts';
import { saveDraft } from '../../src/storage/capture.ts';
import { addPersona, choosePersona, duplicatePersona, editPersona, readPersonas, removePersona } from '../../src/storage/persona.ts';
import { undo } from '../../src/storage/undo.ts';
import { changeAt, draftOf, means, scratchBook } from './scratch-book.ts';

const buyer = { ...emptyPersona('Buyer'), titles: ['buyer'], questions: [{ id: 'q', part: 'need' as const, text: 'Why?' }] };

describe('personas in the book', () => {
  test('are listed by name, tidied as they are written, and edited part by part', async () => {
    const book = scratchBook();
    await addPersona(book, 'b', buyer, changeAt(1));
    await addPersona(book, 'a', { ...emptyPersona(' An  owner '), help: ['', 'x'] }, changeAt(1));
    expect((await readPersonas(book)).map(({ name, help }) => [name, help])).toEqual([['An owner', ['x']], ['Buyer', []]]);
    await editPersona(book, 'b', { challenges: ['  price '] }, changeAt(2));
    await editPersona(book, 'b', { name: '   ' }, changeAt(3));
    await editPersona(book, 'nobody', { name: 'x' }, changeAt(3));
    expect(await book.personas.get('b')).toMatchObject({ ...buyer, challenges: ['price'], createdAt: 1 });
    expect(await book.personas.count()).toBe(2);
  });

  test('an edit is taken back alone: what was edited since stays', async () => {
    const book = scratchBook();
    await addPersona(book, 'b', buyer, changeAt(1));
    const change = changeAt(2);
    await editPersona(book, 'b', { name: 'Purchaser' }, change);
    await editPersona(book, 'b', { help: ['quick quotes'] }, changeAt(3));
    await undo(book, change.changeId, changeAt(4));
    expect(await book.personas.get('b')).toMatchObject({ name: 'Buyer', help: ['quick quotes'] });
  });

  test('a copy is another persona with questions of its own', async () => {
    const book = scratchBook();
    await addPersona(book, 'b', buyer, changeAt(1));
    await duplicatePersona(book, 'b', { id: 'c', name: 'Buyer, copy', newId: () => 'q2' }, changeAt(2));
    expect(await book.personas.get('c')).toMatchObject({ ...buyer, id: 'c', name: 'Buyer, copy', questions: [{ id: 'q2', text: 'Why?' }], createdAt: 2 });
    expect(await book.personas.get('b')).toMatchObject(buyer);
  });

  test('a removed one comes back by undo, and the people who had it have it again', async () => {
    const book = scratchBook();
    await addPersona(book, 'b', buyer, changeAt(1));
    const saved = await saveDraft(book, draftOf('github:ada', 'Ada', { title: 'Poet' }), {}, changeAt(2), means);
    const id = saved.ok ? saved.value.id : '';
    const chosen = changeAt(3);
    await choosePersona(book, id, 'b', chosen);
    const change = changeAt(4);
    await removePersona(book, 'b', change);
    expect(await readPersonas(book)).toEqual([]);
    await undo(book, change.changeId, changeAt(5));
    expect([(await readPersonas(book)).length, (await book.prospects.get(id))!.personaId]).toEqual([1, 'b']);
    await undo(book, chosen.changeId, changeAt(6));
    expect('personaId' in (await book.prospects.get(id))!).toBe(false);
    await choosePersona(book, id, 'b', changeAt(7));
    await choosePersona(book, id, undefined, changeAt(8));
    expect('personaId' in (await book.prospects.get(id))!).toBe(false);
  });
});
