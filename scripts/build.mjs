// npm run build [-- --browser chrome|firefox]: dist/chrome and dist/firefox, checked.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureModules } from './install.mjs';
import { bin, isMain, node, option, root } from './run.mjs';

/** The scripts that a gesture starts: not in the manifest, built beside it. */
const ON_DEMAND = ['src/content/anywhere.iife.js', 'src/content/teach.iife.js'];

export const BROWSERS = ['chrome', 'firefox'];

/** Builds `dist/<browser>` and checks that nothing in it is reachable from a page. Returns one line about it; throws on failure. */
export async function build(browser) {
  const { code, text } = await node(bin('vite'), ['build', '--logLevel', 'warn'], { quiet: true, env: { BROWSER: browser, NODE_ENV: 'production' } });
  if (code !== 0) throw new Error(`The ${browser} build failed:\n${text}`);
  const folder = join(root, 'dist', browser);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  if (manifest.web_accessible_resources) throw new Error(`dist/${browser}/manifest.json has web_accessible_resources: pages could detect the extension.`);
  const sizes = [...manifest.content_scripts.flatMap((one) => one.js), ...ON_DEMAND].map((file) => {
    const bytes = readFileSync(join(folder, file));
    return `${basename(file, '.iife.js')} ${(bytes.length / 1000).toFixed(1)} kB, ${(gzipSync(bytes, { level: 9 }).length / 1000).toFixed(1)} kB gzipped`;
  });
  return `dist/${browser}: content scripts: ${sizes.join('; ')}`;
}

if (isMain(import.meta)) {
  try {
    const only = option('browser');
    if (only && !BROWSERS.includes(only)) throw new Error(`--browser is one of ${BROWSERS.join(', ')}, not ${only}.`);
    await ensureModules();
    for (const browser of only ? [only] : BROWSERS) console.log(await build(browser));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
