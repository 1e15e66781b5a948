// A real Chromium with a copy of the built extension; nothing leaves the machine.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, findBrowser } from '../scripts/browsers.mjs';
import { root } from '../scripts/run.mjs';
import { PANEL } from '../test/e2e/selectors.mjs';

export const BUILT = join(root, 'dist/chrome');
export const ANYWHERE = 'src/content/anywhere.iife.js';
const COUNTER = 'count-running.js';

/** The content scripts of a build, as its manifest names them, and the one that a gesture starts. */
export function contentScripts() {
  const { content_scripts: named } = JSON.parse(readFileSync(join(BUILT, 'manifest.json'), 'utf8'));
  return { named, anywhere: ANYWHERE };
}

/**
 * Starts a browser with a copy of the build, changed only as `content` says: `built` (as it is), `empty` (every content script
 * is an empty file) or `counted` (as built, with a script before it that counts what runs). What a gesture starts elsewhere
 * starts by itself. `pages` maps addresses to `{html, scripted}`; `files` are added to the copy, by path.
 */
export async function start({ content = 'built', pages = new Map(), files = {} } = {}) {
  const scratch = mkdtempSync(join(tmpdir(), 'paydirt-bench-'));
  const extension = join(scratch, 'extension');
  cpSync(BUILT, extension, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const { named } = contentScripts();
  manifest.content_scripts = [...named, { matches: ['https://*/*'], exclude_matches: named.flatMap(({ matches }) => matches), js: [ANYWHERE], run_at: 'document_idle' }];
  manifest.host_permissions = ['https://*/*'];
  if (content === 'empty') for (const file of manifest.content_scripts.flatMap(({ js }) => js)) writeFileSync(join(extension, file), '');
  if (content === 'counted') {
    cpSync(join(root, 'bench', COUNTER), join(extension, COUNTER));
    manifest.content_scripts = manifest.content_scripts.map((script) => ({ ...script, js: [COUNTER, ...script.js] }));
  }
  for (const [path, text] of Object.entries(files)) writeFileSync(join(extension, path), text);
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(manifest));

  const context = await chromium.launchPersistentContext(join(scratch, 'profile'), {
    executablePath: findBrowser('chromium'), headless: true, locale: 'en-US', viewport: { width: 1280, height: 800 },
    args: [...chromiumFlags(), '--lang=en-US', '--enable-unsafe-extension-debugging', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  const close = async () => {
    await context.close().catch(() => undefined);
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await context.route(/^https?:/, (route) => {
      const page = route.request().isNavigationRequest() ? pages.get(route.request().url()) : undefined;
      if (!page) return route.abort();
      return route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', headers: page.scripted ? {} : { 'content-security-policy': "script-src 'none'" }, body: page.html });
    });
    const id = await extensionId(context, extension);
    // an image of the extension is a page with its rights and none of its code
    const control = await context.newPage();
    await control.goto(`chrome-extension://${id}/icons/icon-16.png`);
    return {
      context, control, pages, close, version: context.browser().version(),
      panelUrl: (query, hash) => `chrome-extension://${id}/${PANEL}${query}${hash}`,
      tabId: (url) => control.evaluate(async (at) => (await chrome.tabs.query({})).find((tab) => tab.url === at)?.id, url),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Why the benchmarks cannot run here, or null. */
export function obstacle() {
  if (!existsSync(join(BUILT, 'manifest.json'))) return 'There is no build yet: run `npm run build` first.';
  if (!existsSync(join(BUILT, dirname(ANYWHERE)))) return 'The build holds no content scripts: run `npm run build` again.';
  return findBrowser('chromium') ? null : 'No Chrome, Chromium, Edge or Brave was found: install one, or set CHROME_PATH.';
}

/** Chrome since 142 ignores --load-extension: it is loaded by the debugging protocol there. */
async function extensionId(context, extension) {
  const own = (worker) => worker.url().startsWith('chrome-extension://');
  const worker = context.serviceWorkers().find(own) ?? await context.waitForEvent('serviceworker', { predicate: own, timeout: 5_000 }).catch(() => null);
  if (worker) return new URL(worker.url()).host;
  const session = await context.browser().newBrowserCDPSession();
  return (await session.send('Extensions.loadUnpacked', { path: extension })).id;
}
