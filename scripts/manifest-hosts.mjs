// node scripts/manifest-hosts.mjs: writes the origins of the named sites into manifest.json. Run after adding a site; test/manifest.test.ts holds the two equal.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'vite';

/** Sites with a content script of their own: see src/sites/frequent.ts. */
const FREQUENT = ['github', 'linkedin'];

const server = await createServer({ configFile: false, logLevel: 'error', server: { middlewareMode: true } });
const { addresses } = await server.ssrLoadModule('/src/sites/addresses.ts');
await server.close();

const of = (wanted) => addresses.filter(({ name }) => FREQUENT.includes(name) === wanted).flatMap(({ origins }) => origins).sort();
const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));
const script = (name, matches) => ({ matches, js: [`src/content/${name}.iife.ts`], run_at: 'document_idle' });
manifest.content_scripts = [script('frequent', of(true)), script('named', of(false))];
manifest.host_permissions = [...of(true), ...of(false)];
writeFileSync('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`manifest.json: ${manifest.host_permissions.length} origins of ${addresses.filter(({ origins }) => origins.length).length} sites`);
