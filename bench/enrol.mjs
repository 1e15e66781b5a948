// What it costs to begin a cadence with many people at once.
import { asScript } from '../scripts/bundle.mjs';
import { fillBook } from './book.mjs';
import { start } from './browser.mjs';
import { summary } from './statistic.mjs';

/** Enrols `count` of `people` in the book, `repeats` times. */
export async function enrolTimes({ count, people, repeats }) {
  const browser = await start();
  try {
    await fillBook(browser, people);
    const code = await asScript('bench/enrol.ts', 'benchEnrol');
    const { begun, took } = await browser.control.evaluate(`(async () => { ${code}; return benchEnrol.enrol(${JSON.stringify({ count, repeats })}).catch((error) => { throw new Error(error.name + ': ' + error.message); }); })()`);
    if (begun !== count) throw new Error(`${begun} of ${count} people have begun`);
    return [{ name: `${count} people begin a cadence`, ...summary(took), unit: 'ms', limit: 200, how: `one write in an extension page over a book of ${people.toLocaleString('en')} people, ${repeats} times, each taken back after` }];
  } finally {
    await browser.close();
  }
}
