import { expect, test } from 'vitest';
import type { ImportRecord } from '../../src/domain/import-record.ts';
import { unfinishedImport } from '../../src/storage/import-memory.ts';
import { scratchBook } from './scratch-book.ts';

const record = (id: string, more: Partial<ImportRecord>): ImportRecord => ({ id, file: 'people.csv', bytes: 9, preset: 'generic', at: 1, state: 'storing', rows: 9, done: 3, added: 3, updated: 0, same: 0, refused: 0, ...more });
const wanted = { file: 'people.csv', bytes: 9, preset: 'generic' };

test('a file goes on with its own last import that was cut off or stopped, and with no other', async () => {
  const book = scratchBook();
  const { bytes: _unsaid, ...older } = record('older', { at: 99 });
  await book.imports.bulkAdd([record('name', { file: 'others.csv' }), record('size', { bytes: 8 }), record('preset', { preset: 'hubspot' }), record('whole', { state: 'stored', at: 98 }), record('gone', { state: 'undone', at: 97 }), older]);
  expect(await unfinishedImport(book, wanted)).toBeUndefined();
  await book.imports.add(record('first', { at: 2, state: 'stopped' }));
  expect(await unfinishedImport(book, wanted)).toMatchObject({ id: 'first', at: 2 });
  await book.imports.add(record('second', { at: 3 }));
  expect(await unfinishedImport(book, wanted)).toMatchObject({ id: 'second', at: 3 });
});
