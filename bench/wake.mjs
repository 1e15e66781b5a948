// From waking a killed worker until the badge is right, with many follow-ups in the book.
import { asScript } from '../scripts/bundle.mjs';
import { start } from './browser.mjs';
import { summary } from './statistic.mjs';

const LIMIT = 1_000;

/** Kills the worker and wakes it by a message, `repeats` times, with `count` open follow-ups: all of them due, then half of them. */
export async function wakeTimes({ count, repeats }) {
  const code = await asScript('bench/wake.ts', 'benchWake');
  const rows = [];
  for (const [name, due] of [['all due', count], ['half of them due', count / 2]]) {
    const browser = await start();
    try {
      const { control, context } = browser;
      const cdp = await context.newCDPSession(control);
      await cdp.send('ServiceWorker.enable');
      await control.evaluate(`(async () => { ${code}; await benchWake.fill(${count}, ${due}); })()`);
      const taken = [];
      for (let round = 0; round < repeats; round += 1) {
        await control.evaluate(() => chrome.action.setBadgeText({ text: '?' }));
        await cdp.send('ServiceWorker.stopAllWorkers');
        await control.waitForTimeout(300);
        taken.push(await control.evaluate(wake));
      }
      rows.push({
        name: `killed worker woken to right badge: ${count.toLocaleString('en')} open follow-ups, ${name}`, ...summary(taken), unit: 'ms', limit: LIMIT,
        how: 'the worker is killed and a wrong badge set; wall time from the message that wakes it until the badge shows what is due (looked at each 5 ms); the first time with a digest',
      });
    } finally {
      await browser.close();
    }
  }
  return rows;
}

/** Runs in a page of the extension. */
async function wake() {
  const began = performance.now();
  void chrome.runtime.sendMessage({}).catch(() => undefined);
  while (await chrome.action.getBadgeText({}) !== '999+') {
    if (performance.now() - began > 20_000) throw new Error(`the badge is ${await chrome.action.getBadgeText({})}`);
    await new Promise((next) => setTimeout(next, 5));
  }
  return performance.now() - began;
}
