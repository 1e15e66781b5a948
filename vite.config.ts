import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { build, defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

type Browser = 'chrome' | 'firefox';

/** The one manifest with the other browser's keys dropped. */
export function manifestFor(browser: Browser): ManifestV3Export {
  const { background, side_panel, sidebar_action, browser_specific_settings, minimum_chrome_version, permissions, ...rest } = manifest;
  const { service_worker, scripts, ...worker } = background;
  return (browser === 'chrome'
    ? { ...rest, permissions, minimum_chrome_version, side_panel, background: { ...worker, service_worker } }
    : { ...rest, permissions: permissions.filter((name) => name !== 'sidePanel' && name !== 'offscreen'), sidebar_action, browser_specific_settings, background: { ...worker, scripts } }
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

/** The scripts that start by the rep's gesture alone. */
const ON_DEMAND = ['src/content/anywhere.iife', 'src/content/teach.iife'];

/**
 * Builds scripts that the manifest does not name. Imported as scripts they would be listed as web-accessible, so that every
 * page could see that the extension is there: each is built on its own and named by its path.
 */
function scriptsOnDemand(outDir: string, paths: readonly string[]): Plugin {
  return {
    name: 'scripts-on-demand',
    apply: 'build',
    async closeBundle() {
      for (const path of paths) {
        // one after the other: they write into one folder
        await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          build: {
            outDir, emptyOutDir: false, target: 'es2023',
            lib: { entry: `${path}.ts`, formats: ['iife'], name: 'paydirt', fileName: () => `${path}.js` },
          },
        });
      }
    },
  };
}

const browser: Browser = process.env['BROWSER'] === 'firefox' ? 'firefox' : 'chrome';

export default defineConfig({
  plugins: [noHtml, preact(), crx({ manifest: manifestFor(browser), browser }), scriptsOnDemand(`dist/${browser}`, ON_DEMAND)],
  build: {
    outDir: `dist/${browser}`,
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: false,
    sourcemap: false,
    rolldownOptions: { input: { panel: 'src/panel/index.html', ...(browser === 'chrome' ? { offscreen: 'src/background/offscreen.html' } : {}) } },
  },
});
