import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

type Browser = 'chrome' | 'firefox';

/** The one manifest with the other browser's keys dropped. */
export function manifestFor(browser: Browser): ManifestV3Export {
  const { background, side_panel, sidebar_action, browser_specific_settings, minimum_chrome_version, permissions, ...rest } = manifest;
  const { service_worker, scripts, ...worker } = background;
  return (browser === 'chrome'
    ? { ...rest, permissions, minimum_chrome_version, side_panel, background: { ...worker, service_worker } }
    : { ...rest, permissions: permissions.filter((name) => name !== 'sidePanel'), sidebar_action, browser_specific_settings, background: { ...worker, scripts } }
  ) as unknown as ManifestV3Export;
}

/** Takes preact's one way of writing HTML out of the bundle: page text cannot become markup, not even by a mistake of ours. */
const noHtml: Plugin = {
  name: 'no-html',
  transform: {
    filter: { id: /\/node_modules\/preact\/dist\// },
    handler: (code) => ({ code: code.replaceAll('.innerHTML', '.textContent'), map: null }),
  },
};

const browser: Browser = process.env['BROWSER'] === 'firefox' ? 'firefox' : 'chrome';

export default defineConfig({
  plugins: [noHtml, preact(), crx({ manifest: manifestFor(browser), browser })],
  build: {
    outDir: `dist/${browser}`,
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: false,
    sourcemap: false,
    rolldownOptions: { input: { panel: 'src/panel/index.html' } },
  },
});
