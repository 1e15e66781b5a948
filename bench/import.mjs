// What an import costs from mapped rows on, against a bare write of the same people, and whether the panel stays free meanwhile.
import { asScript } from '../scripts/bundle.mjs';
import { start } from './browser.mjs';
import { summary, times } from './statistic.mjs';

const WORKER = 'bench-import.js';

/** The database goes on with what was written for a while: each write begins when it has come to rest, ms. */
const REST = 6_000;

/** Stores `count` fictional people `repeats` times, and writes the same bare, by turns first and second, in the same worker in the panel's own page. */
export async function importTimes({ count, repeats }) {
  const code = await asScript('bench/import.ts', 'benchImport');
  const rounds = { bare: [], stored: [], counted: [], again: [], undone: [] };
  let longest = 0;
  for (let round = 0; round < repeats; round += 1) {
    const taken = await once({ code, count, round });
    for (const [name, took] of Object.entries(taken.took)) rounds[name].push(took);
    longest = Math.max(longest, ...taken.tasks, 0);
    if (taken.people !== count || taken.left !== 0) throw new Error(`${taken.people} people were stored and ${taken.left} left, not ${count} and none`);
  }
  const n = count.toLocaleString('en');
  const how = `in the importer's worker, the panel open at People; ten people to a company, each with a profile and a mail address; ${repeats} times, by turns before and after the bare write, each round in a fresh browser and each when the database has come to rest`;
  return [
    { name: `${n} people imported, against a bare write`, ...times(rounds.stored, rounds.bare), unit: '×', limit: 1.6, decides: true, how: `${how}. Bare: the same people into one store with one index, the unique identities, in slices of 2,000, relaxed durability. Import: from mapped rows to the last transaction and the packed index: companies, identities, history, journal, inbox, fit` },
    { name: `${n} people imported`, ...summary(rounds.stored), unit: 'ms', how: 'the same' },
    { name: `${n} people, bare write`, ...summary(rounds.bare), unit: 'ms', how: 'the same' },
    { name: `${n} rows counted before (dry run, empty book)`, ...summary(rounds.counted), unit: 'ms', how },
    { name: `${n} rows counted against a book that has them all`, ...summary(rounds.again), unit: 'ms', how },
    { name: `${n} people taken back`, ...summary(rounds.undone), unit: 'ms', how },
    { name: 'longest task of the panel meanwhile', value: longest, unit: 'ms', limit: 50, how: 'longtask observer in the panel from before the import to its end; 0 = none was over 50' },
  ];
}

/** One import and one bare write in a fresh browser: an old database is slower for both, by what was deleted in it. */
async function once({ code, count, round }) {
  const browser = await start({ files: { [WORKER]: `${code}; benchImport.serve(self); addEventListener('message', ({ data }) => { if (data.bare) benchImport.bare(data.bare, data.slice).then((took) => postMessage({ bare: took })); });` } });
  try {
    const page = await browser.context.newPage();
    await page.goto(browser.panelUrl('', '#/people'));
    await page.waitForSelector('main');
    await page.waitForTimeout(1_500);
    return await page.evaluate(inPanel, { count, worker: WORKER, slice: 2_000, round, rest: REST });
  } finally {
    await browser.close();
  }
}

/** Runs in the panel. */
async function inPanel({ count, worker: path, slice, round, rest }) {
  const worker = new Worker(`/${path}`);
  const tasks = [];
  const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  let job = 0;
  const ask = (what) => new Promise((done, fail) => {
    job += 1;
    const began = performance.now();
    worker.onmessage = ({ data }) => {
      if (data.said === 'failed') fail(new Error(data.message || data.kind));
      else if (data.said !== 'progress') done({ ...data, took: performance.now() - began });
    };
    worker.onerror = (event) => fail(new Error(event.message));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage({ job, ...what });
  });
  const file = new File(['x'], 'people.csv');
  const order = { id: `import-${round}`, at: Date.now(), by: 'import', label: 'Imported people.csv', file: file.name, preset: 'bench' };
  const settle = () => new Promise((next) => setTimeout(next, rest));
  const writeBare = async () => {
    await settle();
    return (await ask({ bare: count, slice })).bare;
  };
  const before = round % 2 === 0 ? await writeBare() : undefined;
  const counted = await ask({ ask: 'count', file, mapping: { count } });
  await settle();
  watch.observe({ type: 'longtask' });
  const stored = await ask({ ask: 'store', file, mapping: { count }, order, rows: count });
  await new Promise((next) => setTimeout(next, 1_500));
  watch.disconnect();
  const again = await ask({ ask: 'count', file, mapping: { count } });
  const undone = await ask({ ask: 'undo', id: order.id, at: Date.now(), label: 'undone' });
  const bare = before ?? await writeBare();
  worker.terminate();
  return { took: { bare, stored: stored.took, counted: counted.took, again: again.took, undone: undone.took }, tasks, people: stored.count.results.new, left: count - undone.undone.removed };
}
