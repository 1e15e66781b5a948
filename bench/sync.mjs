// A sync's own cost, with a CRM that answers at once: merging what has not changed, and the memory of a long pull.
import { asScript } from '../scripts/bundle.mjs';
import { fillBook } from './book.mjs';
import { start } from './browser.mjs';
import { summary } from './statistic.mjs';

/** Pulls `people` linked and unchanged records `repeats` times, and once streams `strangers` records of the CRM's own. */
export async function syncTimes({ people, strangers, repeats }) {
  const browser = await start();
  try {
    await fillBook(browser, people);
    const code = await asScript('bench/sync.ts', 'benchSync');
    const call = (options) => browser.control.evaluate(`(async () => { globalThis.benchSync ??= (() => { ${code}; return benchSync; })(); return globalThis.benchSync.sync(${JSON.stringify(options)}); })()`);
    const first = await call({ mark: true });
    if (first.created !== people || first.linked !== people) throw new Error(`${first.created} of ${people} people were sent, ${first.linked} linked`);
    const taken = [];
    for (let at = 0; at < repeats; at++) taken.push((await call({})).took);
    const heaps = [];
    const heap = async () => {
      const session = await browser.context.newCDPSession(browser.control);
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      await session.detach();
      return usedSize / 2 ** 20;
    };
    for (const count of [strangers / 10, strangers]) {
      await call({ strangers: count });
      heaps.push(await heap());
    }
    const n = (count) => count.toLocaleString('en');
    return [
      { name: `${n(people)} pulled unchanged records merged`, ...summary(taken), unit: 'ms', limit: 3_000, how: `the engine over the real book in an extension page, pages of 200 from a CRM in memory that answers at once, ${repeats} times` },
      { name: `heap after a pull of ${n(strangers)} records, over that after ${n(strangers / 10)}`, value: heaps[1] / heaps[0], unit: 'x', limit: 1.3, decides: true, how: `the same page, garbage collected: ${heaps.map((one) => `${one.toFixed(1)} MB`).join(' and ')}; the CRM makes its records up page by page` },
    ];
  } finally {
    await browser.close();
  }
}
