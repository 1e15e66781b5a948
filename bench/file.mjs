// A big file of rows that is made while it is read: what reading it costs against only decoding its bytes, and how much of it is ever held.
import { asScript } from '../scripts/bundle.mjs';
import { start } from './browser.mjs';
import { summary, times } from './statistic.mjs';

const MEGABYTE = 1_000_000;

/** Opens and reads a CSV file of so many megabytes in an extension page, `repeats` times, and once more with looks at the memory in between. */
export async function fileTimes({ megabytes, repeats }) {
  const browser = await start();
  try {
    const { control } = browser;
    const code = await asScript('bench/file.ts', 'benchFile');
    const bytes = megabytes * MEGABYTE;
    await control.evaluate(`${code}; globalThis.benchFile = benchFile; undefined`);
    const rounds = [];
    for (let round = 0; round < repeats; round += 1) rounds.push(await control.evaluate((size) => globalThis.benchFile.time(size), bytes));

    const cdp = await browser.context.newCDPSession(control);
    const held = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize } = await cdp.send('Runtime.getHeapUsage');
      return usedSize + backingStorageSize;
    };
    const before = await held();
    const more = [];
    for (let at = await control.evaluate(([size, every]) => globalThis.benchFile.walk(size, every), [bytes, bytes / 8]); at !== 'end'; at = await control.evaluate(() => globalThis.benchFile.next())) more.push((await held() - before) / MEGABYTE);
    // to its end once for the encoding, and once for the rows
    if (more.length < 14) throw new Error(`${more.length} looks at the memory, not twice seven or eight`);

    const of = (name) => rounds.map((one) => one[name]);
    const n = `${rounds[0].rows.toLocaleString('en')} rows, ${megabytes} MB of CSV`;
    const how = `UTF-8 with quotes, line ends within cells and broken rows, made piece by piece while it is read, in an extension page, ${repeats} times, in turn. Bare: the same pieces through a TextDecoder`;
    return [
      { name: `${n}: rows read, against bare decoding`, ...times(of('read'), of('bare')), unit: '×', limit: 10, decides: true, how },
      { name: `${n}: opened (encoding told from all of it), against bare decoding`, ...times(of('opened'), of('bare')), unit: '×', limit: 2, decides: true, how },
      { name: `${n}: rows read`, ...summary(of('read')), unit: 'ms', how },
      { name: `${n}: bytes decoded`, ...summary(of('bare')), unit: 'ms', how },
      { name: `${n}: most that is held of it`, value: Math.max(...more, 0), unit: 'MB', limit: 4, decides: true, how: `JavaScript heap and buffers after a collection of garbage, ${more.length} times while it is opened and read, above what they were before` },
    ];
  } finally {
    await browser.close();
  }
}
