// A book file comes in as a rep brings it in.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as the from './selectors.mjs';

/** Brings these tables of a book into the panel's book, at the place Import, and waits until they are stored. `name` is what the file is called. */
export async function bringIn(panel, tables, name = 'book.json') {
  const folder = mkdtempSync(join(tmpdir(), 'paydirt-book-'));
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify({ format: 'paydirt-book', version: 1, exportedAt: 1_760_000_000_000, counts: {}, ...tables }));
  try {
    await panel.evaluate((to) => { location.hash = to; }, the.place('import'));
    await panel.see(the.importJson);
    await panel.upload(the.importJson, file);
    await panel.click(the.importApply);
    await panel.see(the.importDone);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
