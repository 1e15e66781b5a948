// How long it takes until everybody is in a file.
import { asScript } from '../scripts/bundle.mjs';
import { fillBook } from './book.mjs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, start } from './browser.mjs';
import { summary, times } from './statistic.mjs';

const LIMIT = 3_000;
const BLOCKED = 50;

/** Exports a book of `count` people `repeats` times as CSV and as JSON. */
export async function exportTimes({ count, repeats }) {
  const browser = await start();
  try {
    await fillBook(browser, count);
    const code = await asScript('bench/export.ts', 'benchExport');
    const worker = readdirSync(join(BUILT, 'assets')).find((file) => /^exporter-.*\.js$/.test(file));
    const rows = [];
    for (const what of ['csv', 'json']) {
      const { took, bare, bytes, blocked } = await browser.control.evaluate(`(async () => { ${code}; return benchExport.exportAll(${JSON.stringify({ what, repeats, worker: `/assets/${worker}` })}).catch((error) => { throw new Error(error.name + ': ' + error.message); }); })()`);
      if (bytes < count * 100) throw new Error(`a file of ${count} people cannot have ${bytes} bytes`);
      const how = `${count.toLocaleString('en')} people, in an extension page, read from the book by the exporter's workers and written to the browser's own disk piece by piece, ${(bytes / 1e6).toFixed(0)} MB`;
      rows.push({ name: `export: ${what === 'csv' ? 'CSV, all columns' : 'the whole book as JSON'}`, ...summary(took), unit: 'ms', limit: LIMIT, how });
      if (what === 'csv') rows.push({ name: 'export: CSV against a bare read of people and companies', ...times(took, bare), unit: '×', how: `${how}; bare: the same rows read one after the other with nothing done to them, by turns` });
      rows.push({ name: `export: longest task, ${what.toUpperCase()}`, value: blocked, unit: 'ms', limit: BLOCKED, how });
    }
    return rows;
  } finally {
    await browser.close();
  }
}
