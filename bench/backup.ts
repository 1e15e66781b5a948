import { makeBackup, tryRestore } from '../src/background/backup/make.ts';
import { openBook } from '../src/storage/database.ts';

/** Backs the whole book up and tries to restore it, as the worker does each night: ms of either, bytes of the file, rows in it, and what the trial came to. */
export async function backUp(): Promise<{ made: number; tried: number; bytes: number; rows: number; trial: string }> {
  const book = openBook();
  const at = Date.now();
  const began = performance.now();
  const { blob, rows } = await makeBackup(book, null, at);
  const made = performance.now();
  const scratch = openBook({ name: 'bench-scratch' });
  const trial = await tryRestore(scratch, blob, null, { changeId: 'bench', at, by: 'backup', label: '' });
  const tried = performance.now();
  await scratch.delete();
  book.close();
  return { made: made - began, tried: tried - made, bytes: blob.size, rows, trial };
}
