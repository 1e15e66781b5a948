// npm run new:site NAME [HOST]
// Writes what a new site needs: its reader, examples of its addresses and one page with what to read off it. All of it passes the suite as written.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [name = '', host = `${name}.example`] = process.argv.slice(2);
const die = (message) => { console.error(message); process.exit(2); };
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) die('usage: npm run new:site NAME [HOST]   (NAME in lower case, as in `about-me`; HOST as in `about.me`)');
if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) die(`${host} is no host: write it as in \`about.me\`.`);

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const files = {
  [`src/sites/${name}.ts`]: `import type { Draft } from '../domain/draft.ts';
import { segments, slug, type SiteAddress } from '../domain/identity.ts';
import { pick, present } from './reading/pick.ts';
import type { SiteReader } from './reading/site.ts';
import { text } from './reading/text.ts';

const RESERVED = new Set(['about', 'login', 'search', 'settings']);

export const address: SiteAddress = {
  name: '${name}',
  origins: ['https://${host}/*'],
  parse(url) {
    const [first, ...rest] = segments(url);
    const user = slug(first);
    return user && rest.length === 0 && !RESERVED.has(user) ? { kind: 'person', key: \`${name}:\${user}\`, url: \`https://${host}/\${user}\` } : null;
  },
};

export default { address, read } satisfies SiteReader;

function read(doc: Document, url: URL): Draft | null {
  const claim = address.parse(url);
  const main = doc.querySelector('main');
  if (!claim || !main) return null;
  return {
    page: 'person', site: '${name}', url: claim.url, keys: [claim.key], agrees: 'unknown',
    fields: present({
      name: pick(['structure', 0.9, () => text(main.querySelector('h1'))]),
      headline: pick(['structure', 0.7, () => text(main.querySelector('h1 + p'))]),
    }),
  };
}
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
const listed = readFileSync(resolve(root, 'manifest.json'), 'utf8').includes(`://${host}/`);
console.log(`
Next:
 1. test/sites/${name}/examples.ts: the spellings of its addresses, and its addresses that are nobody.
 2. src/sites/${name}.ts: \`parse\` until \`npx vitest run test/sites\` agrees.
 3. test/sites/${name}/: a small made-up page for each layout and language, beside a .json with what to read off it; see it fail, then write the strategies.${listed ? '' : `
 4. manifest.json: \`https://${host}/*\` in content_scripts and host_permissions, if the page should be read without being asked.`}`);
