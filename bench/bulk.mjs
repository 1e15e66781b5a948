// Tagging 10,000 of 100,000 people in the panel and taking it back, and finding who may be in the book twice: how long, and the longest task of the panel meanwhile.
import { fillBook } from './book.mjs';
import { start } from './browser.mjs';
import { summary } from './statistic.mjs';

const HOW = 'in the panel at People in a tab, by the keys that a rep presses; a task is what the browser calls a long task (over 50 ms), else 50';

/** Tags `count` of `people`, takes it back, and looks for duplicates. */
export async function bulkTimes({ people, count }) {
  const browser = await start();
  try {
    await fillBook(browser, people);
    const page = await browser.context.newPage();
    await page.addInitScript(() => {
      globalThis.longest = 0;
      globalThis.tasks = [];
      new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) { globalThis.longest = Math.max(globalThis.longest, duration); globalThis.tasks.push(Math.round(duration)); } }).observe({ entryTypes: ['longtask'] });
    });
    await page.goto(browser.panelUrl('', '#/people'), { waitUntil: 'commit' });
    await page.waitForSelector('[data-testid=person-row]', { timeout: 120_000 });
    await page.waitForTimeout(8_000);
    await page.fill('[data-testid=people-search]', 'fictional');
    await page.waitForTimeout(1_000);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+a');
    const selected = await page.waitForFunction(() => Number(/^([\d,]+) selected/.exec(document.querySelector('[data-testid=people-count]')?.innerText ?? '')?.[1]?.replaceAll(',', '')) || null, null, { timeout: 20_000 }).then((handle) => handle.jsonValue());
    await page.keyboard.press('b');
    await page.keyboard.type('add a tag');
    await page.keyboard.press('Enter');
    await page.keyboard.type('benched');
    const tag = await timed(page, () => page.keyboard.press('Enter'), 'people)');
    await page.waitForTimeout(6_000);
    const back = await timed(page, () => page.click('.toast:last-child [data-testid=undo]'), 'Taken back');
    await page.waitForTimeout(6_000);
    await page.evaluate(() => { globalThis.longest = 0; globalThis.tasks = []; location.hash = '#/duplicates'; });
    const began = Date.now();
    await page.waitForSelector('[data-testid=review], .empty', { timeout: 60_000 });
    const found = { took: Date.now() - began, longest: await page.evaluate(() => globalThis.longest || 50) };
    const each = (name, of) => [
      { name, ...summary([of.took]), unit: 'ms', how: `of ${people.toLocaleString('en')} people; ${HOW}` },
      { name: `${name}: the longest task`, ...summary([of.longest]), unit: 'ms', limit: 50, how: HOW },
    ];
    return [
      ...each(`${selected.toLocaleString('en')} people get a tag`, tag), ...each(`the same is taken back`, back),
      { name: 'who may be twice in the book', ...summary([found.took]), unit: 'ms', limit: 2_000, how: `${people.toLocaleString('en')} people, from the key to the first pair or to the word that there is none` },
      { name: 'who may be twice in the book: the longest task', ...summary([found.longest]), unit: 'ms', limit: 50, how: HOW },
    ].filter(() => selected >= count / 2);
  } finally {
    await browser.close();
  }
}

async function timed(page, act, word) {
  await page.evaluate(() => { globalThis.longest = 0; globalThis.tasks = []; });
  const began = Date.now();
  await act();
  await page.waitForFunction((wanted) => document.querySelector('[data-testid=toast]')?.innerText.includes(wanted), word, { timeout: 300_000 });
  const took = Date.now() - began;
  const seen = await page.evaluate(() => ({ longest: globalThis.longest || 50, tasks: globalThis.tasks }));
  if (process.env.SHOW) console.error(word, took, seen.tasks.join(' '));
  return { took, longest: seen.longest };
}
