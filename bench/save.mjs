// From the click on Save to a row that another connection can read.
import { save } from '../test/e2e/selectors.mjs';
import { fillBook } from './book.mjs';
import { start } from './browser.mjs';
import { linkedInProfile, linkedInUrl, person } from './page.mjs';
import { summary } from './statistic.mjs';

const FIRST = 50_000; // people that no filled book holds
const PATIENCE = 20_000; // ms

/** Saves `profiles` people one after the other by a click in the panel beside their page. */
export async function saveTimes({ profiles, book = 0 }) {
  const people = Array.from({ length: profiles }, (_, at) => person(FIRST + at));
  const browser = await start({ pages: new Map(people.map((one) => [linkedInUrl(one), { html: linkedInProfile(one, 1_000) }])) });
  try {
    if (book) await fillBook(browser, book);
    const { context, tabId, panelUrl } = browser;
    const tab = await context.newPage();
    await tab.goto(linkedInUrl(people[0]), { waitUntil: 'load' });
    const panel = await context.newPage();
    await panel.setViewportSize({ width: 400, height: 800 });
    await panel.addInitScript(watchWrites);
    await panel.goto(panelUrl(`?tab=${await tabId(linkedInUrl(people[0]))}`, '#/page'));
    // the word about the person before would lie over the button
    await panel.addStyleTag({ content: '[data-testid=toast] { display: none !important }' });
    const taken = [];
    for (const [at, one] of people.entries()) {
      if (at > 0) await tab.goto(linkedInUrl(one), { waitUntil: 'load' });
      await panel.bringToFront();
      // the draft of this very person, settled: nothing of ours is under way when the click comes
      await panel.waitForFunction(([css, name]) => document.querySelector(css)?.disabled === false && [...document.querySelectorAll('main input, main textarea')].some((input) => input.value === name), [save, one.name], { timeout: PATIENCE });
      await panel.waitForTimeout(400);
      await panel.evaluate((key) => globalThis.expectRow(key), `linkedin:in/${one.slug}`);
      await panel.click(save);
      taken.push(await panel.evaluate(() => globalThis.rowReadable));
    }
    return [{
      name: `click on Save to durable row${book ? `, ${book.toLocaleString('en')} prospects in the book` : ''}`, ...summary(taken), unit: 'ms', limit: 60,
      how: `${profiles} different profiles, real clicks in the panel: from the time stamp of the click event to the moment at which, after the transaction completed, a second connection has read the row (wall time; Chrome's default durability: handed to the operating system)`,
    }];
  } finally {
    await browser.close();
  }
}

/** Runs in the panel before its own code: notes the click, and reads the row by another connection when a write has completed. */
function watchWrites() {
  let clickedAt;
  let expected;
  let settle;
  let other;
  addEventListener('click', (event) => { clickedAt = event.timeStamp; }, true);
  const answer = (request) => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const { transaction } = IDBDatabase.prototype;
  const look = async () => {
    const read = transaction.call(other, ['prospects']);
    const row = await answer(read.objectStore('prospects').index('keys').get(expected));
    if (row) settle(performance.now() - clickedAt);
  };
  IDBDatabase.prototype.transaction = function (names, mode, ...rest) {
    const made = transaction.call(this, names, mode, ...rest);
    if (mode === 'readwrite' && made.objectStoreNames.contains('prospects')) made.addEventListener('complete', () => { if (expected) void look(); });
    return made;
  };
  globalThis.expectRow = async (key) => {
    if (!other) {
      other = await answer(indexedDB.open('paydirt'));
      other.onversionchange = () => other.close();
    }
    expected = key;
    globalThis.rowReadable = new Promise((done) => { settle = done; });
  };
}
