// The built extension in a real Chromium. Same words as firefox.mjs.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, findBrowser } from '../../scripts/browsers.mjs';
import { root } from '../../scripts/run.mjs';
import { closedNetwork } from './network.mjs';
import { PANEL } from './selectors.mjs';
import { until, viewOf } from './view.mjs';

const WINDOWS_KEYS = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

/**
 * Starts a fresh browser with `dist/chrome`. `answer(url)` serves pages at their real addresses; nothing else gets out, unless
 * `strict` is false.
 */
export async function open({ answer, headless = true, strict = true, env = {}, extension = join(root, 'dist/chrome') } = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'paydirt-chromium-'));
  // the browser's own guesses at what comes next would look like leaks
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ net: { network_prediction_options: 2 } }));
  const network = await closedNetwork(answer);
  let context;
  let id;
  let controls;
  let worker; // as the browser reports it

  const view = (page) => viewOf(page, {
    goto: (url) => page.goto(url, { waitUntil: 'domcontentloaded' }),
    choose: (selector, option) => page.selectOption(selector, option),
    upload: (selector, path) => page.setInputFiles(selector, path),
    size: (width, height) => page.setViewportSize({ width, height }),
    theme: (scheme) => page.emulateMedia({ colorScheme: scheme }),
    download: async (act) => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      const bytes = readFileSync(await download.path());
      return { name: download.suggestedFilename(), text: bytes.toString(), bytes };
    },
  });

  const start = async (more = {}) => {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: findBrowser('chromium'), headless, handleSIGINT: strict, handleSIGTERM: strict, locale: 'en-US', viewport: headless ? { width: 1280, height: 800 } : null,
      env: { ...process.env, LANGUAGE: 'en', ...env, ...more.env },
      args: [...chromiumFlags(), '--lang=en-US', '--enable-unsafe-extension-debugging', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
      ...(strict ? { proxy: { server: `http://127.0.0.1:${network.port}` } } : {}),
    });
    await context.route('**/*', async (route) => {
      const request = route.request();
      const url = request.url();
      // a page may be gone before its request is answered
      const gone = () => undefined;
      if (!/^https?:/.test(url) || (!strict && !answer(url))) return route.continue().catch(gone);
      if ((asker(request) === 'the worker' && network.isConnection(url)) || (request.isNavigationRequest() && network.isSignIn(url))) return route.continue().catch(gone);
      const found = network.answer(url, asker(request));
      return (found ? route.fulfill({ status: 200, ...found }) : route.abort()).catch(gone);
    });
    await control();
  };

  /** Takes hold of the extension: an image of its is a page with its rights and without any code. It asks and kills without taking part. */
  const control = async () => {
    id = await extensionId(context, extension);
    controls = await context.newPage();
    // right after a reload the extension is not there for a moment
    await until(() => controls.goto(`chrome-extension://${id}/icons/icon-16.png`).then(() => true), 'the extension to answer');
    const cdp = await context.newCDPSession(controls);
    worker = { status: 'unknown', deaths: 0, stop: () => cdp.send('ServiceWorker.stopAllWorkers') };
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const one of versions) {
        if (!one.scriptURL.includes(id)) continue;
        if (one.runningStatus === 'stopped' && worker.status !== 'stopped') worker.deaths += 1;
        worker.status = one.runningStatus;
      }
    });
    await cdp.send('ServiceWorker.enable');
  };
  await start();

  /** Kills the whole browser, as a crash does. */
  const kill = async () => {
    const cdp = await context.browser().newBrowserCDPSession();
    const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
    const gone = new Promise((done) => { context.once('close', done); });
    process.kill(processInfo.find(({ type }) => type === 'browser').id, 'SIGKILL');
    await gone;
  };

  const ask = (look, arg) => controls.evaluate(look, arg);
  const holds = (pattern) => ask((origin) => chrome.permissions.contains({ origins: [origin] }), pattern);
  const session = {
    kind: 'chromium', network, extensionOrigin: `chrome-extension://${id}`,
    /** Lets our pages store so many bytes and no more; null = as many as the disk holds. */
    async quota(bytes) {
      const cdp = await context.newCDPSession(controls);
      await cdp.send('Storage.overrideQuotaForOrigin', { origin: `chrome-extension://${id}`, ...(bytes === null ? {} : { quotaSize: bytes }) });
    },
    /** Asks the browser with the extension's rights, without waking the worker: `look` runs in a page with no code of ours. */
    ask,
    async openPage(url) {
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return view(page);
    },
    async openPanel(beside, hash = '#/page') {
      const tab = beside ? `?tab=${await session.tabId(beside)}` : '';
      const page = await context.newPage();
      await page.setViewportSize({ width: 400, height: 800 });
      await page.goto(`chrome-extension://${id}/${PANEL}${tab}${hash}`);
      return view(page);
    },
    /** The page that opens at `url` while `act` runs. */
    async opened(url, act) {
      const before = network.leaks.length;
      const [page] = await Promise.all([context.waitForEvent('page'), act()]);
      await until(() => page.url() === url, `a page to open at ${url}`);
      await page.waitForLoadState('domcontentloaded');
      // a tab that the extension opens may knock at its address before it can be answered from here
      const { host } = new URL(url);
      network.leaks.push(...network.leaks.splice(before).filter((one) => !one.startsWith(`${host}:443 `)));
      return view(page);
    },
    /** The page of which the address begins like this, once it is there, whoever opened it. */
    async showing(start) {
      return view(await until(() => context.pages().find((page) => page.url().startsWith(start)), `a page at ${start}`));
    },
    async tabId(of) {
      const url = of.page.url();
      const found = (await ask(() => chrome.tabs.query({}))).filter((tab) => tab.url === url).at(-1);
      if (found) return found.id;
      // where we may not look a tab has no address for us: it is known by being in front
      await of.front();
      return (await ask(() => chrome.tabs.query({ active: true })))[0].id;
    },
    /** Makes the worker itself ask for something, waking it. */
    async workerAsks(url) {
      await ask(() => chrome.runtime.sendMessage({ paydirt: 1, kind: 'nothing', payload: null }).catch(() => undefined));
      const running = await until(() => context.serviceWorkers().find((one) => one.url().includes(id)), 'the worker');
      await running.evaluate((address) => void fetch(address).catch(() => undefined), url);
    },
    badge: () => ask(() => chrome.action.getBadgeText({})),
    title: (tabId) => ask((tab) => chrome.action.getTitle({ tabId: tab }), tabId),
    shortcut: (name) => ask(async (command) => (await chrome.commands.getAll()).find((one) => one.name === command)?.shortcut, name),
    alarms: () => ask(() => chrome.alarms.getAll()),
    workerRuns: async () => worker.status === 'running',
    /** Kills the worker and waits until the browser says that it is gone (the next event may have woken it again by then). */
    async killWorker() {
      const { deaths } = worker;
      await until(async () => {
        if (worker.status === 'stopped' || worker.deaths > deaths) return true;
        await worker.stop();
        return false;
      }, 'the worker to stop');
    },
    /**
     * Runs `act`, in which the extension asks for an origin, with the rep's yes. Nobody can press the prompt's button without a
     * screen, but Chromium does not ask for what was said yes to before: that is noted first, on its page of extensions.
     */
    async allow(pattern, act) {
      const page = await context.newPage();
      await page.goto('chrome://extensions/');
      await page.evaluate(([of, origin]) => chrome.developerPrivate.addHostPermission(of, origin), [id, pattern]);
      await page.close();
      if (await holds(pattern)) throw new Error(`${pattern} is granted before anybody has asked for it`);
      await act();
      await until(() => holds(pattern), `${pattern} to be granted`);
    },
    async closeSidePanels() {
      await ask(async () => chrome.sidePanel.close({ windowId: (await chrome.windows.getCurrent()).id }));
    },
    /** Presses the key of a command, with `beside` as the active tab: a real key, through the browser's own table of shortcuts. */
    async command(name, beside) {
      const keys = (await session.shortcut(name)).split('+');
      const key = keys.pop();
      if (!key) throw new Error(`the browser gave no key to ${name}`);
      await beside.page.bringToFront();
      const cdp = await context.newCDPSession(beside.page);
      const code = key.charCodeAt(0);
      const event = { modifiers: keys.reduce((sum, one) => sum + WINDOWS_KEYS[one === 'Ctrl' ? 'Control' : one], 0), key, code: `Key${key}`, windowsVirtualKeyCode: code };
      // only a raw key with a native code reaches the browser's shortcuts
      await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', nativeVirtualKeyCode: code, ...event });
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', nativeVirtualKeyCode: code, ...event });
      await cdp.detach();
    },
    /** Takes the extension as it is on the disk now; its pages close. */
    async reload() {
      const browser = await context.browser().newBrowserCDPSession();
      await browser.send('Extensions.loadUnpacked', { path: extension });
      await browser.detach();
      await until(() => controls.isClosed(), 'the extension to close');
      await control();
    },
    /** Ends the browser and starts it again with the same profile; `killed`: as a crash ends it, at once. `between` may do something to that folder. */
    async restart(more = {}) {
      await (more.killed ? kill() : context.close());
      more.between?.(profile);
      await start(more);
    },
    /** Hands the browser over to a person: what only tests need is closed. */
    async handOver() {
      for (const page of context.pages()) if (page === controls || page.url() === 'about:blank') await page.close();
    },
    /** Resolves when the person at the screen has closed the browser. */
    closed: () => new Promise((done) => { context.once('close', done); }),
    async close() {
      await context.close().catch(() => undefined);
      await network.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  return session;
}

/** Who asks: the address of the frame, `the worker`, or '' for a page that is only about to come. */
function asker(request) {
  if (request.serviceWorker()) return 'the worker';
  try {
    return request.isNavigationRequest() ? '' : request.frame().url();
  } catch {
    return '';
  }
}

/** Waits for the extension; loads it by the debugging protocol in browsers that ignore --load-extension (Chrome since 142). */
async function extensionId(context, extension) {
  const running = () => context.serviceWorkers().find((one) => one.url().startsWith('chrome-extension://'))?.url();
  const url = running() ?? await until(running, 'the extension', 4_000).catch(() => null);
  if (url) return new URL(url).host;
  const browser = await context.browser().newBrowserCDPSession();
  const { id } = await browser.send('Extensions.loadUnpacked', { path: extension });
  return id;
}
