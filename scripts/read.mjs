// npm run --silent read -- FOLDER [--only text] [--extension DIR]
// Reads saved pages (FOLDER/site/case.html beside case.json with its url) with the built content script in real Chromium,
// offline, each page at its own address, and prints one JSON line a page.
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, findBrowser } from './browsers.mjs';

const TABS = 2;
const PATIENCE = 20_000; // ms for one page

const args = process.argv.slice(2);
const option = (name, otherwise) => { const at = args.indexOf(name); return at < 0 ? otherwise : args.splice(at, 2)[1]; };
const only = option('--only');
const built = resolve(option('--extension', 'dist/chrome'));
const folder = args[0];
const die = (message) => { console.error(message); process.exit(2); };
if (!folder || !existsSync(folder)) die('usage: npm run --silent read -- FOLDER   (FOLDER holds site/case.html and site/case.json)');
if (!existsSync(join(built, 'manifest.json'))) die('There is no build yet: run `npm run build` first.');
const executablePath = findBrowser('chromium') ?? die('No Chrome, Chromium, Edge or Brave was found: install one, or set CHROME_PATH.');

/** The same build, allowed on every origin: the sites to read are whatever the folder holds. */
const scratch = mkdtempSync(join(tmpdir(), 'paydirt-read-'));
const extension = join(scratch, 'extension');
cpSync(built, extension, { recursive: true });
const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
// saved pages may name an address that the site itself would have redirected: http, with or without www.
const http = (patterns) => [...new Set(patterns.flatMap((pattern) => [pattern, pattern.replace('://www.', '://'), pattern.replace(/:\/\/(?!www\.|\*\.)/, '://www.')]).flatMap((pattern) => [pattern, pattern.replace('https:', 'http:')]))];
const known = manifest.content_scripts.map((script) => ({ ...script, matches: http(script.matches) }));
// what a gesture starts elsewhere starts by itself here
manifest.content_scripts = [...known, { ...known[0], matches: ['*://*/*'], exclude_matches: known.flatMap((script) => script.matches), js: [scriptFor('anywhere')] }];
manifest.host_permissions = ['*://*/*'];
writeFileSync(join(extension, 'manifest.json'), JSON.stringify(manifest));

const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort().flatMap((site) =>
  readdirSync(join(folder, site)).filter((file) => file.endsWith('.html')).sort().map((file) => ({ id: `${site}/${file.slice(0, -5)}`, html: join(folder, site, file), facts: join(folder, site, file.replace(/html$/, 'json')) })))
  .filter((one) => existsSync(one.facts) && (!only || one.id.includes(only)));

const context = await chromium.launchPersistentContext(join(scratch, 'profile'), {
  executablePath, headless: true,
  args: [...chromiumFlags(), `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
});
let code = 0;
try {
  const worker = context.serviceWorkers()[0] ?? await context.waitForEvent('serviceworker');
  const pages = new Map(); // address -> html of the case that is being read
  await context.route('**/*', (route) => {
    const request = route.request();
    const html = request.isNavigationRequest() && request.frame().parentFrame() === null ? pages.get(bare(request.url())) : undefined;
    // the page's own scripts would tear a saved page down; content scripts are not bound by its policy
    return html === undefined ? route.abort() : route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': "script-src 'none'" }, body: html });
  });
  const queue = [...cases];
  const results = new Map();
  await Promise.all(Array.from({ length: TABS }, async () => {
    let page = await context.newPage();
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { url } = JSON.parse(readFileSync(next.facts, 'utf8'));
      const address = bare(url);
      while (pages.has(address)) await new Promise((done) => setTimeout(done, 20));
      pages.set(address, readFileSync(next.html, 'utf8'));
      try {
        await page.goto(url, { waitUntil: 'domcontentloaded', timeout: PATIENCE });
        const started = Date.now();
        let seen;
        // the content script starts when the document is idle: ask until it answers
        while (!seen && Date.now() - started < PATIENCE) {
          seen = await worker.evaluate(async ([at]) => {
            const tabs = await chrome.tabs.query({});
            const tab = tabs.find((one) => one.url === at);
            const answer = tab && await chrome.tabs.sendMessage(tab.id, { paydirt: 1, kind: 'page.read', payload: null }).catch(() => null);
            return answer?.ok ? answer.value : null;
          }, [page.url()]);
          if (!seen) await new Promise((done) => setTimeout(done, 50));
        }
        if (!seen) throw new Error('the content script did not answer');
        const { draft } = seen;
        results.set(next.id, { case: next.id, page: draft?.page ?? 'none', state: seen.state, site: draft?.site, keys: draft?.keys ?? [], agrees: draft?.agrees, fields: shown(draft?.fields ?? {}), items: draft?.rows ?? [] });
      } catch (error) {
        console.error(`${next.id}: ${error.message}`);
        code = 1;
        await page.close().catch(() => undefined);
        page = await context.newPage();
      } finally {
        pages.delete(address);
      }
    }
  }));
  for (const { id } of cases) if (results.has(id)) console.log(JSON.stringify(results.get(id)));
} finally {
  await context.close();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit(code);

/** The fields in the format's words: it has one list of links, where a draft tells websites from profiles elsewhere. */
function shown({ profiles, ...fields }) {
  if (!profiles) return fields;
  const { value = [], source, sure } = fields.websites ?? profiles;
  return { ...fields, websites: { value: [...new Set([...(fields.websites ? value : []), ...profiles.value])], source, sure } };
}

function scriptFor(name) {
  const file = `src/content/${name}.iife.js`;
  if (!existsSync(join(built, file))) die(`${built} holds no ${file}: run \`npm run build\` again.`);
  return file;
}

function bare(url) {
  return new URL(url).href.replace(/^https?:/, '').replace(/#.*$/, '');
}
