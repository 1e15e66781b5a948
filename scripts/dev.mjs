// npm run dev [-- --browser chromium|firefox]: builds on every change, with the browser open and the extension reloaded.
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureBrowsers, ensureModules } from './install.mjs';
import { flag, option, root } from './run.mjs';

const QUIET = 150; // ms without a further change: editors save in several writes

await ensureModules();
const kind = option('browser', 'chromium');
const name = kind === 'firefox' ? 'firefox' : 'chrome';
if (!(await ensureBrowsers({ need: [kind] }))[kind]) process.exit(1);
console.log(await build(name));

const { open } = await import(`../test/e2e/${kind}.mjs`);
const { answer, INDEX } = await import('./demo/site.mjs');
const session = await open({ answer, headless: flag('headless'), strict: false });
await session.openPage(INDEX);

// whole builds, not vite's own watch: what runs here is then what `npm run build` makes (and pages cannot see a dev build either)
let timer;
let running = Promise.resolve();
const rebuild = async () => {
  try {
    const line = await build(name);
    await session.reload();
    console.log(`${new Date().toLocaleTimeString()} ${line}`);
  } catch (error) {
    console.error(error.message);
  }
};
const changed = () => {
  clearTimeout(timer);
  timer = setTimeout(() => { running = running.then(rebuild); }, QUIET);
};
const watchers = ['src', 'public', 'manifest.json', 'vite.config.ts'].map((path) => watch(join(root, path), { recursive: !path.includes('.') }, changed).on('error', (error) => console.error(`not watched any more: ${path} (${error.message})`)));

console.log('Watching. Close the browser, or press Ctrl+C, to end.');
await Promise.race([session.closed(), new Promise((done) => { process.once('SIGINT', done); process.once('SIGTERM', done); })]);
for (const one of watchers) one.close();
await running;
await session.close();
process.exit(0);
