// From opening the panel until it can be used, with more and more people in the book.
import { peopleSearch, personRow } from '../test/e2e/selectors.mjs';
import { fillBook } from './book.mjs';
import { start } from './browser.mjs';
import { summary, times } from './statistic.mjs';

const BOOKS = [0, 1_000, 10_000];
const LIMIT = 1.3;
const HOW = 'interleaved fresh opens of the panel at People, in one browser a book (wall time from the start of navigation)';

/** Opens the panel `repeats` times with each book, in turn. */
export async function panelTimes({ repeats }) {
  const browsers = [];
  try {
    for (const count of BOOKS) {
      const browser = await start();
      browsers.push(browser);
      await openUsable(browser, 0); // makes the database
      if (count) await fillBook(browser, count);
      // the first open with people packs the index, the second is as all others
      for (let warm = 0; warm < 2; warm += 1) await openUsable(browser, count, 3_000);
    }
    const taken = BOOKS.map(() => []);
    for (let round = 0; round < repeats; round += 1) {
      const turn = [...BOOKS.keys()];
      for (const at of round % 2 ? turn : turn.toReversed()) taken[at].push(await openUsable(browsers[at], BOOKS[at]));
    }
    const [none, thousand, tenThousand] = taken;
    const usable = 'usable: rows are on the screen and the search box has taken a key (with none: the invitation is on the screen and its link has the focus)';
    return [
      { name: 'panel, open to usable: 1,000 prospects against none', ...times(thousand, none), unit: '×', limit: LIMIT, decides: true, how: `ratio of the medians of ${HOW}; ${usable}` },
      { name: 'panel, open to usable: 10,000 prospects against none', ...times(tenThousand, none), unit: '×', how: 'the same' },
      ...BOOKS.map((count, at) => ({ name: `panel, open to usable: ${count ? `${count.toLocaleString('en')} prospects` : 'none'}`, ...summary(taken[at]), unit: 'ms', how: HOW })),
    ];
  } finally {
    for (const browser of browsers) await browser.close();
  }
}

/** Opens the panel at People, closes it again after `stay` ms, and says when it was usable (ms since navigation): rows on the screen and a key taken by the search box. */
export async function openUsable({ context, panelUrl }, count, stay = 0) {
  const page = await context.newPage();
  await page.setViewportSize({ width: 400, height: 800 });
  await page.addInitScript(noteUsable, count > 0 ? [personRow, peopleSearch] : ['main .empty a', null]);
  await page.goto(panelUrl('', '#/people'), { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.usableAt, null, { timeout: 240_000 });
  const usable = await page.evaluate(() => globalThis.usableAt);
  await page.waitForTimeout(stay);
  await page.close();
  return usable;
}

/** Runs in the panel before its own code: notes when `wanted` is on the screen and `search` takes a key. */
function noteUsable([wanted, search]) {
  const look = () => {
    const element = document.querySelector(wanted);
    const box = search ? document.querySelector(search) : element;
    if (!element?.getClientRects().length || !box) return requestAnimationFrame(look);
    box.focus();
    // what a pressed key does to a text box, without the way through the debugger
    if (search) document.execCommand('insertText', false, 'a');
    if (document.activeElement !== box || (search && box.value !== 'a')) return requestAnimationFrame(look);
    globalThis.usableAt = performance.now();
  };
  requestAnimationFrame(look);
}
