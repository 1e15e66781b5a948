// One page in either browser: Playwright's and Puppeteer's pages behind the same few words, so that one set of steps serves both.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const PATIENCE = 20_000; // ms
const GLANCE = 40; // ms between two looks

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Asks `look` until it answers something truthy; fails with `what` and the last error after `patience` ms. */
export async function until(look, what, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last;
  do {
    try {
      const answer = await look();
      if (answer) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await pause(GLANCE);
  } while (Date.now() < end);
  throw new Error(`waited ${patience / 1000} s in vain: ${what}${last ? ` (${last.message.split('\n')[0]})` : ''}`);
}

/** `page` is Playwright's or Puppeteer's; `own` holds the few things that they do differently. */
export function viewOf(page, own) {
  const evaluate = (look, arg) => page.evaluate(look, arg);

  /** Waits until an element that can be seen is there, and returns its text. */
  const see = (selector, what = selector) => until(() => evaluate((css) => {
    const element = [...document.querySelectorAll(css)].find((one) => one.getClientRects().length > 0 || one.type === 'file');
    return element && { text: (element.innerText ?? element.textContent ?? '').trim() };
  }, selector), `${what} to be seen`).then(({ text }) => text);

  const gone = (selector) => until(() => evaluate((css) => !document.querySelector(css), selector), `${selector} to be gone`);
  const texts = (selector) => evaluate((css) => [...document.querySelectorAll(css)].map((one) => (one.innerText ?? one.textContent ?? '').trim()), selector);
  const count = (selector) => evaluate((css) => document.querySelectorAll(css).length, selector);
  const value = (selector) => evaluate((css) => document.querySelector(css)?.value, selector);

  /** Holds the keys down in order, e.g. `Control+Enter`. */
  const press = async (keys) => {
    const held = keys.split('+');
    const last = held.pop();
    // Firefox presses no button and keeps no field in a tab that is in front without having the focus
    if (await evaluate(() => document.visibilityState === 'visible' && !document.hasFocus())) await page.bringToFront();
    for (const key of held) await page.keyboard.down(key);
    await page.keyboard.press(last);
    for (const key of held.toReversed()) await page.keyboard.up(key);
  };

  /** Clicks what `find` answers, once it stands still and nothing lies over it (a toast that is about to go, say). A page that is drawn anew puts another element in its place: it is looked up at each try. */
  const clickFound = async (find, what) => {
    const handle = await until(async () => {
      const found = await find();
      const ready = await found?.evaluate(async (element) => {
        element.scrollIntoView({ block: 'nearest' });
        const at = () => { const { left, top, width, height } = element.getBoundingClientRect(); return [left + width / 2, top + height / 2]; };
        const before = at();
        await new Promise((done) => setTimeout(done, 30)); // no frames are drawn behind another tab
        const [x, y] = at();
        return x === before[0] && y === before[1] && !element.disabled && element.contains(document.elementFromPoint(x, y));
      });
      return ready && found;
    }, `nothing to lie over ${what}`);
    await handle.click();
  };

  const click = async (selector) => {
    await see(selector);
    await clickFound(() => page.$(selector), selector);
  };

  /** Clicks the button or link of this accessible name, within `scope`. */
  const clickNamed = async (name, scope = 'body') => {
    const find = ([css, wanted]) => {
      const named = (one) => (one.getAttribute('aria-label') ?? one.innerText ?? one.textContent ?? '').trim();
      const within = document.querySelector(css);
      return [...within?.querySelectorAll('button, a, summary, [role=button], [role=menuitem], [role=tab]') ?? []].find((one) => named(one) === wanted || one.title === wanted) ?? null;
    };
    await clickFound(async () => (await page.evaluateHandle(find, [scope, name])).asElement(), `a button named “${name}” in ${scope}`);
  };

  /** Puts `text` into a field as a person does: what was there is replaced, by keys. */
  const fill = async (selector, text) => {
    await see(selector);
    await evaluate((css) => { const input = document.querySelector(css); input.focus(); input.select?.(); }, selector);
    if (text) await page.keyboard.type(text);
    else await page.keyboard.press('Delete');
  };

  /** Opens the panel anew and waits until the new one is drawn: what stands in the old one is gone a moment later. (Firefox never says that a page of the extension is loaded.) */
  const reload = async () => {
    await evaluate(() => { globalThis.isOld = true; setTimeout(() => location.reload()); });
    await until(() => evaluate(() => !globalThis.isOld && document.querySelector('main') !== null), 'the panel to be opened again');
  };

  return {
    page, evaluate, reload, see, gone, texts, count, value, press, click, clickNamed, fill,
    text: async (selector) => (await texts(selector))[0],
    until: (look, arg, what, patience) => until(() => evaluate(look, arg), what, patience),
    focus: (selector) => until(() => evaluate((css) => { const element = document.querySelector(css); element?.focus(); return element !== null; }, selector), `${selector} to be focused`),
    url: () => evaluate(() => location.href),
    goto: own.goto,
    choose: (selector, option) => own.choose(selector, option),
    upload: (selector, path) => own.upload(selector, path),
    /** Runs `act`, which starts a download, and returns the file's `{name, text, bytes}`. */
    download: own.download,
    front: () => page.bringToFront(),
    close: () => page.close(),
    size: own.size,
    theme: own.theme,
    async shot(path) {
      mkdirSync(dirname(path), { recursive: true });
      await page.screenshot({ path });
    },
  };
}
