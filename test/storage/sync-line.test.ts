import { expect, test } from 'vitest';
import { readSyncLines } from '../../src/storage/sync-line.ts';
import { addPerson, connectedBook, link } from './scratch-connection.ts';

test('a person stands as the link and the mark say, the most urgent first', async () => {
  const book = await connectedBook();
  await book.syncStates.put({ connection: 'c1', pull: {}, started: true, doneAt: 77 });
  const standing = async () => (await readSyncLines(book, 'prospect', 'p1'))[0];
  expect(await standing()).toEqual({ connection: 'c1', label: 'Demo CRM', standing: 'none', doneAt: 77 });
  await addPerson(book, 'p1', 'Ada Example');
  expect(await standing()).toMatchObject({ standing: 'waiting' });
  const mark = (await book.outbox.get(['c1', 'prospect', 'p1']))!;
  await book.outbox.put({ ...mark, refused: '' });
  expect(await standing()).toMatchObject({ standing: 'refused' });
  await link(book, 'prospect', 'p1');
  expect(await standing()).toMatchObject({ standing: 'linked' });
  await book.outbox.put(mark);
  expect(await standing()).toMatchObject({ standing: 'waiting' });
  for (const [more, shown] of [
    [{ state: 'left' }, 'left'],
    [{ state: 'asking', question: { kind: 'possible-match', at: 1 } }, 'asking'],
    [{ conflicts: { title: { ours: 'a', theirs: 'b', oursAt: 1, theirsAt: 1 } } }, 'conflict'],
    [{ state: 'deleted', question: { kind: 'deleted', at: 1 } }, 'deleted'],
  ] as const) {
    await link(book, 'prospect', 'p1', more);
    expect(await standing()).toMatchObject({ standing: shown });
  }
});
