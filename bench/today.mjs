// From opening Today until the first person of the queue stands there with what is to be done, with more and more that is due.
import { todayFocus, todayTask } from '../test/e2e/selectors.mjs';
import { fillBook } from './book.mjs';
import { start } from './browser.mjs';
import { summary, times } from './statistic.mjs';

const PEOPLE = 10_000;
const DUE = [20, 5_000];
const HOW = `interleaved, in one browser a book of ${PEOPLE.toLocaleString('en')} people`;

/** Opens Today `repeats` times with few and with many due, in turn: by a key in an open panel, and with the panel itself. */
export async function todayTimes({ repeats }) {
  const browsers = [];
  try {
    for (const due of DUE) {
      const browser = await start();
      browsers.push(browser);
      await openPanel(browser, '#/settings', 'main h1', 1_500); // makes the database
      await fillBook(browser, PEOPLE, due);
      await openPanel(browser, '#/people', '[data-testid=person-row]', 6_000); // packs the index
      await openPanel(browser, '#/today', todayTask, 1_500);
    }
    const fresh = DUE.map(() => []);
    const inside = DUE.map(() => []);
    const whole = DUE.map(() => []);
    for (let round = 0; round < repeats; round += 1) {
      for (const at of round % 2 ? [0, 1] : [1, 0]) {
        fresh[at].push(await openPanel(browsers[at], '#/today', todayTask, 500));
        const went = await goToday(browsers[at]);
        inside[at].push(went.drawn);
        whole[at].push(went.read);
      }
    }
    const key = 'from the change of place to the first person drawn with the keys bound, the panel open at Settings for 2.5 s';
    return [
      { name: 'Today, opened in the panel: 5,000 due', ...summary(inside[1]), unit: 'ms', limit: 100, how: `${HOW}; ${key}` },
      { name: 'Today, opened in the panel: 20 due', ...summary(inside[0]), unit: 'ms', limit: 100, how: 'the same' },
      { name: 'Today, opened in the panel: 5,000 due, the rows of the first read', ...summary(whole[1]), unit: 'ms', limit: 100, how: 'the same, to the moment at which what is to be done stands there as well' },
      { name: 'Today, opened in the panel: 20 due, the rows of the first read', ...summary(whole[0]), unit: 'ms', limit: 100, how: 'the same' },
      { name: 'Today, opened in the panel: 5,000 due against 20', ...times(inside[1], inside[0]), unit: '×', how: 'ratio of the medians of the same' },
      { name: 'Today, opened with the panel: 5,000 due', ...summary(fresh[1]), unit: 'ms', how: `${HOW}; from the start of navigation to the first person with what is to be done` },
      { name: 'Today, opened with the panel: 5,000 due against 20', ...times(fresh[1], fresh[0]), unit: '×', how: 'ratio of the medians of the same' },
    ];
  } finally {
    for (const browser of browsers) await browser.close();
  }
}

async function openPanel({ context, panelUrl }, hash, wanted, stay) {
  const page = await context.newPage();
  await page.goto(panelUrl('', hash), { waitUntil: 'commit' });
  const took = await page.evaluate(seen, wanted);
  await page.waitForTimeout(stay);
  await page.close();
  return took;
}

async function goToday({ context, panelUrl }) {
  const page = await context.newPage();
  await page.goto(panelUrl('', '#/settings'), { waitUntil: 'commit' });
  await page.waitForTimeout(2_500);
  const began = await page.evaluate(() => {
    location.hash = '#/today';
    return performance.now();
  });
  const [drawn, read] = await Promise.all([page.evaluate(seen, todayFocus), page.evaluate(seen, todayTask)]);
  await page.close();
  return { drawn: drawn - began, read: read - began };
}

/** Runs in the panel: when the element is on the screen (ms since navigation). */
function seen(css) {
  return new Promise((done) => {
    const look = () => (document.querySelector(css)?.getClientRects().length ? done(performance.now()) : requestAnimationFrame(look));
    look();
  });
}
