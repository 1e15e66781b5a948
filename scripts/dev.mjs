// npm run dev [-- --browser chromium|firefox]: builds on every change, with the browser open and the extension reloaded.
import { spawn } from 'node:child_process';
import { existsSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureBrowsers, ensureModules } from './install.mjs';
import { bin, option, root } from './run.mjs';

const QUIET = 400; // ms without a change in dist before the extension is reloaded: a build writes many files

await ensureModules();
const kind = option('browser', 'chromium');
const name = kind === 'firefox' ? 'firefox' : 'chrome';
if (!(await ensureBrowsers({ need: [kind] }))[kind]) process.exit(1);
console.log(await build(name));

const { open } = await import(`../test/e2e/${kind}.mjs`);
const { answer, INDEX } = await import('./demo/site.mjs');
const session = await open({ answer, headless: process.argv.includes('--headless'), strict: false });
await session.openPage(INDEX);

const vite = spawn(process.execPath, [bin('vite'), 'build', '--watch', '--logLevel', 'warn'], { cwd: root, env: { ...process.env, BROWSER: name }, stdio: ['ignore', 'inherit', 'inherit'] });
const manifest = join(root, 'dist', name, 'manifest.json');
let timer;
let last = 0;
const reload = async () => {
  if (!existsSync(manifest) || statSync(manifest).mtimeMs === last) return;
  last = statSync(manifest).mtimeMs;
  await session.reload().then(() => console.log(`${new Date().toLocaleTimeString()} reloaded`), (error) => console.error(`not reloaded: ${error.message}`));
};
watch(join(root, 'dist', name), { recursive: process.platform !== 'linux' || Number(process.versions.node.split('.')[0]) >= 20 }, () => {
  clearTimeout(timer);
  timer = setTimeout(() => void reload(), QUIET);
});

console.log('Watching. Close the browser, or press Ctrl+C, to end.');
await Promise.race([session.closed(), new Promise((done) => { process.once('SIGINT', done); process.once('SIGTERM', done); })]);
vite.kill();
await session.close();
process.exit(0);
