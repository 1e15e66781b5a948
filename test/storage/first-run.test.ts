import { describe, expect, test } from 'vitest';
import { STARTERS } from '../../src/domain/starter.ts';
import { activeIcp } from '../../src/storage/fit.ts';
import type { Book } from '../../src/storage/database.ts';
import { addStarter, ensureStarter, putOffStarter, starterState } from '../../src/storage/first-run.ts';
import { saveIcp } from '../../src/storage/icp.ts';
import { editPersona, readPersonas, removePersona } from '../../src/storage/persona.ts';
import { undo } from '../../src/storage/undo.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const [saas, agency, industrial] = STARTERS as [(typeof STARTERS)[0], (typeof STARTERS)[0], (typeof STARTERS)[0]];
async function newBook(): Promise<Book> {
  const book = scratchBook();
  await ensureStarter(book, changeAt(1));
  return book;
}
const contents = async (book: Book) => ({ icps: (await book.icps.toArray()).map(({ updatedAt: _at, ...icp }) => icp), personas: await book.personas.toArray(), rules: await book.rules.toArray() });

describe('what a new rep sells', () => {
  test('until it is chosen the first ICP scores; then the chosen one takes its place, and one undo takes all of it back', async () => {
    const book = await newBook();
    const before = await contents(book);
    expect(await starterState(book)).toEqual({ added: [], isOpen: true });
    const change = changeAt(2);
    await addStarter(book, industrial, change);
    expect((await activeIcp(book))!.name).toBe(industrial.icp.name);
    expect(await contents(book)).toMatchObject({ icps: [{ id: 'starter-industrial' }], rules: [{ id: 'starter-industrial' }] });
    expect((await readPersonas(book)).length).toBe(industrial.personas.length);
    expect(await starterState(book)).toEqual({ added: ['industrial'], isOpen: false });
    await undo(book, change.changeId, changeAt(3));
    expect(await contents(book)).toEqual(before);
    expect(await starterState(book)).toEqual({ added: [], isOpen: true });
    // a choice after an undone one finds the first ICP untouched still
    await addStarter(book, saas, changeAt(4));
    expect((await book.icps.toArray()).map(({ id }) => id)).toEqual(['starter-saas']);
  });

  test('a starter is added beside an ICP that was worked on, which stays in force', async () => {
    const book = await newBook();
    await saveIcp(book, 'starter-b2b-saas', { name: 'Mine', criteria: [] }, changeAt(2));
    expect((await starterState(book)).isOpen).toBe(false);
    await addStarter(book, agency, changeAt(3));
    expect(await activeIcp(book)).toMatchObject({ name: 'Mine', version: 2 });
    expect((await book.icps.toArray()).length).toBe(2);
  });

  test('adding it again changes nothing that is there and brings back what is missing; a second kind comes beside the first', async () => {
    const book = await newBook();
    await addStarter(book, agency, changeAt(2));
    await editPersona(book, 'starter-agency-owner', { name: 'My owner' }, changeAt(3));
    await removePersona(book, 'starter-agency-brand', changeAt(4));
    expect((await starterState(book)).added).toEqual([]);
    await addStarter(book, agency, changeAt(5));
    expect((await starterState(book)).added).toEqual(['agency']);
    expect((await book.personas.get('starter-agency-owner'))!.name).toBe('My owner');
    await addStarter(book, saas, changeAt(6));
    expect(await contents(book)).toMatchObject({ icps: [{ id: 'starter-agency' }, { id: 'starter-saas' }], rules: [{ id: 'starter-agency' }] });
    expect((await starterState(book)).added).toEqual(['saas', 'agency']);
  });

  test('later is later: it is not offered unasked again until that is taken back', async () => {
    const book = await newBook();
    await putOffStarter(book, true);
    expect((await starterState(book)).isOpen).toBe(false);
    await putOffStarter(book, false);
    expect((await starterState(book)).isOpen).toBe(true);
  });
});
