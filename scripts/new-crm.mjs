// npm run new:crm NAME [LABEL]
// Writes what a new CRM needs: its connector, a server of its dialect in memory, somebody else who works in it, tests of its own. All of it stands every case as written.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [name = '', label = name.charAt(0).toUpperCase() + name.slice(1)] = process.argv.slice(2);
const die = (message) => { console.error(message); process.exit(2); };
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) die('usage: npm run new:crm NAME [LABEL]   (NAME in lower case, as in `hubspot`; LABEL as people write it, as in `HubSpot`)');
if (!/^[\p{L}\p{N}][\p{L}\p{N} .&()+-]*$/u.test(label)) die(`${label} is no label: letters, digits and spaces, please.`);

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..');
const FILES = {
  [`src/crm/${name}.ts`]: 'connector',
  [`test/crm/dialect/${name}.ts`]: 'dialect',
  [`test/crm/outsider/${name}.ts`]: 'outsider',
  [`test/crm/${name}.test.ts`]: 'test',
};
for (const file of Object.keys(FILES)) if (existsSync(resolve(root, file))) die(`${file} is there already.`);
for (const [file, skeleton] of Object.entries(FILES)) {
  const body = readFileSync(resolve(here, 'new-crm', `${skeleton}.ts.txt`), 'utf8');
  writeFileSync(resolve(root, file), body.replaceAll('__NAME__', () => name).replaceAll('__LABEL__', () => label));
  console.log(`wrote ${file}`);
}
console.log(`
It works already, against an invented CRM. Next (docs/crm.md, "A new CRM", says more):
 1. test/crm/dialect/${name}.ts: answer as the real server does, from its documents or from recorded answers.
 2. test/crm/outsider/${name}.ts: the same for a colleague who edits, deletes and merges there.
 3. src/crm/${name}.ts: the flags first, then the operations, until \`npx vitest run test/crm/every-connector.test.ts -t '^${name} '\` agrees.
 4. test/crm/${name}.test.ts: what is peculiar to it.
 5. npm run crm:conformance -- ${name} --origin URL --token-file FILE: the same cases against a test workspace of the real one.
 6. docs/crm.md: the row that says against what it was checked.`);
