// What a nightly backup costs, with the trial restore that proves it.
import { asScript } from '../scripts/bundle.mjs';
import { start } from './browser.mjs';
import { openUsable } from './panel.mjs';
import { summary } from './statistic.mjs';

/** Backs up a book of `count` people `repeats` times. */
export async function backupTimes({ count, repeats }) {
  const browser = await start();
  try {
    await openUsable(browser, 0); // makes the database
    const filling = await asScript('bench/scale.ts', 'benchScale');
    await browser.control.evaluate(`(async () => { ${filling}; return benchScale.fill(${count}); })()`);
    const code = await asScript('bench/backup.ts', 'benchBackup');
    const taken = [];
    for (let round = 0; round < repeats; round += 1) taken.push(await browser.control.evaluate(`(async () => { ${code}; return benchBackup.backUp(); })()`));
    const bad = taken.find(({ trial }) => trial !== 'proven');
    if (bad) throw new Error(`the backup was not proven but ${bad.trial}`);
    const how = `${count.toLocaleString('en')} people with three touches each, ${taken[0].rows.toLocaleString('en')} rows, ${(taken[0].bytes / 1e6).toFixed(1)} MB squeezed; in an extension page, as the worker does it in the background`;
    return [
      { name: `backup of ${count.toLocaleString('en')} people`, ...summary(taken.map(({ made }) => made)), unit: 'ms', how },
      { name: 'its trial restore into a book of its own, compared byte for byte', ...summary(taken.map(({ tried }) => tried)), unit: 'ms', how },
    ];
  } finally {
    await browser.close();
  }
}
