// npm run new:site NAME [HOST]
// Writes what a new site needs: its reader, examples of its addresses and one page with what to read off it. All of it passes the suite as written.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [name = '', host = `${name}.example`] = process.argv.slice(2);
const die = (message) => { console.error(message); process.exit(2); };
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) die('usage: npm run new:site NAME [HOST]   (NAME in lower case, as in `about-me`; HOST as in `about.me`)');
if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) die(`${host} is no host: write it as in \`about.me\`.`);

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const files = {
  [`src/sites/${name}.ts`]: `import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';

/** \`${host}/<name>\`. */
export const address = routed({
  name: '${name}', home: 'https://${host}/', hosts: ['${host}'],
  reserved: '… ',
  routes: () => [['person', /^\\/([\\w.-]{2,60})$/, '$1']],
});

export default sighted(address, (doc) => [
  () => {
    const main = region(doc.querySelector('main'));
    return { source: 'structure', sure: 0.9, values: { name: main.text('h1'), headline: main.text('h1 + p') } };
  },
]);
`,
  [`test/sites/${name}/examples.ts`]: `import type { SiteExamples } from '../examples-type.ts';

export default {
  spellings: [
    { url: 'https://${host}/ada', kind: 'person', key: '${name}:ada' },
    { url: 'http://${host}/Ada/?ref=menu#top', kind: 'person', key: '${name}:ada' },
  ],
  none: ['https://${host}/', 'https://${host}/login', 'https://${host}/ada/posts/1'],
} satisfies SiteExamples;
`,
  [`test/sites/${name}/person.html`]: `<!doctype html>
<html lang="en">
<head><title>Ada Example</title></head>
<body><nav><a href="/bob">Bob Viewer</a></nav><main><h1>Ada Example</h1><p>Draws maps</p></main></body>
</html>
`,
  [`test/sites/${name}/person.json`]: `${JSON.stringify({ url: `https://${host}/ada`, page: 'person', keys: [`${name}:ada`], fields: { name: 'Ada Example', headline: 'Draws maps' }, absent: ['about', 'avatar'] }, null, 2)}\n`,
};
for (const file of Object.keys(files)) if (existsSync(resolve(root, file))) die(`${file} is there already.`);
for (const [file, body] of Object.entries(files)) {
  mkdirSync(dirname(resolve(root, file)), { recursive: true });
  writeFileSync(resolve(root, file), body);
  console.log(`wrote ${file}`);
}
console.log(`
Next:
 1. test/sites/${name}/examples.ts: the spellings of its addresses, and its addresses that are nobody.
 2. src/sites/${name}.ts: the routes, until \`npx vitest run test/sites\` agrees.
 3. test/sites/${name}/: a small made-up page for each layout and language, beside a .json with what to read off it; see it fail, then write the looks.
 4. node scripts/manifest-hosts.mjs: writes the site's origin into manifest.json.`);
