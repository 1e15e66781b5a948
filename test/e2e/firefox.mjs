// The built extension in a real Firefox. Same words as chromium.mjs.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.mjs';
import { root } from '../../scripts/run.mjs';
import { closedNetwork } from './network.mjs';
import { PANEL } from './selectors.mjs';
import { pause, until, viewOf } from './view.mjs';

const UUID = '5eed0a11-0000-4000-8000-5eed0a110000';

/**
 * Starts a fresh browser with `dist/firefox`. `answer(url)` serves pages at their real addresses; nothing else gets out, unless
 * `strict` is false.
 */
export async function open({ answer, headless = true, strict = true, env = {}, extension = join(root, 'dist/firefox') } = {}) {
  const { browser_specific_settings: { gecko } } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const profile = mkdtempSync(join(tmpdir(), 'paydirt-firefox-'));
  const downloads = mkdtempSync(join(tmpdir(), 'paydirt-downloads-'));
  const network = await closedNetwork(answer);
  const origin = `moz-extension://${UUID}`;
  let browser;
  let controls;
  let chrome; // the browser's own window, where its rights are

  const view = (page) => viewOf(page, {
    // navigation to an extension's page never settles here: whoever opens one waits for what it shows
    goto: (url) => (url.startsWith('moz-extension:') ? (void page.goto(url).catch(() => undefined), pause(0)) : page.goto(url, { waitUntil: 'domcontentloaded' })),
    choose: (selector, option) => page.select(selector, option),
    upload: async (selector, path) => { await (await page.$(selector)).uploadFile(path); },
    size: (width, height) => page.setViewport({ width, height }),
    theme: (scheme) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]),
    download: async (act) => {
      const before = new Set(readdirSync(downloads));
      await act();
      const name = await until(() => {
        const files = readdirSync(downloads);
        return !files.some((file) => file.endsWith('.part')) && files.find((file) => !before.has(file));
      }, 'a download');
      const bytes = readFileSync(join(downloads, name));
      return { name, text: bytes.toString(), bytes };
    },
  });

  /** Runs an expression with the browser's own rights. */
  const inBrowser = async (expression) => {
    const { result } = await browser.connection.send('script.evaluate', { expression, target: { context: chrome }, awaitPromise: true });
    if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
    return result.result.value;
  };
  const inExtension = (expression) => inBrowser(`(async () => { const extension = WebExtensionPolicy.getByID(${JSON.stringify(gecko.id)}).extension; ${expression} })()`);

  const start = async (more = {}) => {
    browser = await puppeteer.launch({
      browser: 'firefox', executablePath: findBrowser('firefox'), headless, handleSIGINT: strict, handleSIGTERM: strict, userDataDir: profile, defaultViewport: headless ? { width: 1280, height: 800 } : null, args: ['--remote-allow-system-access'],
      env: { ...process.env, ...env, ...more.env },
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [gecko.id]: UUID }),
        // a test's add-on is a temporary one: without these a restart would lose its data
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        ...(strict ? { 'network.proxy.type': 1 } : {}), 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': network.port, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': network.port,
        'network.proxy.no_proxies_on': '', 'network.proxy.allow_hijacking_localhost': true,
        'browser.download.folderList': 2, 'browser.download.dir': downloads, 'browser.download.useDownloadDir': true, 'browser.download.always_ask_before_handling_new_types': false,
        'intl.locale.requested': 'en-US', 'alerts.useSystemBackend': false,
      },
    });
    const { connection } = browser;
    /** Where each tab and frame is: a request tells only its context. */
    const places = new Map();
    for (const event of ['browsingContext.navigationStarted', 'browsingContext.domContentLoaded']) connection.on(event, ({ context, url }) => void places.set(context, url));
    await connection.send('network.addIntercept', { phases: ['beforeRequestSent'] });
    connection.on('network.beforeRequestSent', ({ isBlocked, request, context, navigation }) => {
      if (!isBlocked) return;
      const by = { request: request.request };
      // a request of the background page belongs to no tab
      if ((!context && network.isConnection(request.url)) || network.isSignIn(request.url)) return void connection.send('network.continueRequest', by).catch(() => undefined);
      const found = /^https?:/.test(request.url) && (strict || answer(request.url)) ? network.answer(request.url, !context ? 'the worker' : navigation ? '' : places.get(context) ?? '') : undefined;
      const answered = found === undefined ? connection.send('network.continueRequest', by)
        : found === null ? connection.send('network.failRequest', by)
          : connection.send('network.provideResponse', {
            ...by, statusCode: 200, reasonPhrase: 'OK', headers: [{ name: 'content-type', value: { type: 'string', value: found.contentType } }],
            body: { type: 'base64', value: Buffer.from(found.body).toString('base64') },
          });
      answered.catch(() => undefined); // the page may have gone meanwhile
    });
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    chrome = result.contexts[0].context;
    await browser.installExtension(extension);
    await control();
  };

  /** Takes hold of the extension: an image of its is a page with its rights and without any code. It asks and kills without taking part. */
  const control = async () => {
    controls = await browser.newPage();
    void controls.goto(`${origin}/icons/icon-16.png`).catch(() => undefined);
    await until(() => controls.evaluate(() => location.pathname.endsWith('.png') && typeof browser.action === 'object'), 'the extension');
  };
  await start();

  /** Kills the whole browser, as a crash does. */
  const kill = async () => {
    const running = browser.process();
    const gone = new Promise((done) => { running.once('exit', done); });
    running.kill('SIGKILL');
    await gone;
  };

  const ask = (look, arg) => controls.evaluate(look, arg);
  const session = {
    kind: 'firefox', network, extensionOrigin: origin, ask,
    async openPage(url) {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return view(page);
    },
    async openPanel(beside, hash = '#/page') {
      const tab = beside ? `?tab=${await session.tabId(beside)}` : '';
      const page = await browser.newPage();
      await page.setViewport({ width: 400, height: 800 });
      void page.goto(`${origin}/${PANEL}${tab}${hash}`).catch(() => undefined);
      await until(() => page.evaluate((path) => location.pathname.endsWith(path) && document.readyState === 'complete', PANEL), 'the panel to open');
      return view(page);
    },
    async opened(url, act) {
      const before = new Set(await browser.pages());
      await act();
      const page = await until(async () => (await browser.pages()).find((one) => !before.has(one) && one.url() === url), `a page to open at ${url}`);
      return view(page);
    },
    async showing(start) {
      return view(await until(async () => (await browser.pages()).find((page) => page.url().startsWith(start)), `a page at ${start}`));
    },
    async tabId(of) {
      const url = await of.url();
      const found = (await ask(() => browser.tabs.query({}))).filter((tab) => tab.url === url).at(-1);
      if (found) return found.id;
      // where we may not look a tab has no address for us: it is known by being in front
      await of.front();
      return (await ask(() => browser.tabs.query({ active: true })))[0].id;
    },
    /** Makes the background page itself ask for something, waking it. */
    workerAsks: (url) => ask(async (address) => { const page = await browser.runtime.getBackgroundPage(); void page.fetch(address).catch(() => undefined); }, url),
    badge: () => ask(() => browser.action.getBadgeText({})),
    title: (tabId) => ask((tab) => browser.action.getTitle({ tabId: tab }), tabId),
    shortcut: (name) => ask(async (command) => (await browser.commands.getAll()).find((one) => one.name === command)?.shortcut, name),
    alarms: () => ask(() => browser.alarms.getAll()),
    workerRuns: async () => (await inExtension('return extension.backgroundState')) === 'running',
    /** Ends the background page as the browser does after half a minute of idleness, and makes sure that it is gone. */
    async killWorker() {
      await until(async () => await inExtension('await extension.terminateBackground(); return extension.backgroundState;') === 'stopped', 'the background page to stop');
    },
    /** Presses the key of a command, with `beside` as the active tab: a real key, through the browser's own table of shortcuts. */
    async command(name, beside) {
      const keys = (await session.shortcut(name)).split('+');
      const key = keys.pop();
      if (!key) throw new Error(`the browser gave no key to ${name}`);
      await beside.page.bringToFront();
      const held = keys.map((one) => (one === 'Ctrl' ? 'Control' : one));
      await inBrowser(`(() => {
        gURLBar.focus(); // keys that go to a page first do not come back without a screen
        const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
        if (!input.beginInputTransactionForTests(window)) throw new Error('no keyboard');
        const held = ${JSON.stringify(held)}.map((key) => new KeyboardEvent('', { key, code: key + 'Left' }));
        const key = new KeyboardEvent('', { key: ${JSON.stringify(key)}, code: ${JSON.stringify(`Key${key}`)}, keyCode: ${key.charCodeAt(0)} });
        for (const one of [...held, key]) input.keydown(one);
        for (const one of [key, ...held.reverse()]) input.keyup(one);
      })()`);
    },
    /** Runs `act`, in which the extension asks for an origin, and presses the yes of the browser's prompt. */
    async allow(pattern, act) {
      await act();
      await until(async () => {
        // a prompt does not take a click in its first moment
        await inBrowser(`PopupNotifications.panel.querySelector('#addon-webext-permissions-notification')?.button?.click()`);
        return ask((origin) => browser.permissions.contains({ origins: [origin] }), pattern);
      }, `${pattern} to be granted`);
    },
    async closeSidePanels() {
      await inBrowser('SidebarController.hide()');
    },
    /** Takes the extension as it is on the disk now; its pages close. */
    async reload() {
      await browser.installExtension(extension);
      await control();
    },
    /** Ends the browser and starts it again with the same profile; `killed`: as a crash ends it, at once. */
    async restart(more = {}) {
      await (more.killed ? kill() : browser.close());
      await start(more);
    },
    /** Hands the browser over to a person: what only tests need is closed. */
    async handOver() {
      for (const page of await browser.pages()) if (page === controls || page.url() === 'about:blank' || page.url() === 'about:newtab') await page.close();
    },
    closed: () => new Promise((done) => { browser.once('disconnected', done); }),
    async close() {
      await browser.close().catch(() => undefined);
      await network.close();
      for (const folder of [profile, downloads]) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  return session;
}
