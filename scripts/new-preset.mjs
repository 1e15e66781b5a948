// npm run new:preset NAME [LABEL]
// Writes what a new file preset needs: how its columns are read and a made-up sample with what has to be read of it. All of it passes the suite as written.
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [name = '', label = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')] = process.argv.slice(2);
const die = (message) => { console.error(message); process.exit(2); };
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) die('usage: npm run new:preset NAME [LABEL]   (NAME in lower case, as in `zoominfo`; LABEL as people write it, as in `ZoomInfo contacts`)');
if (!/^[\p{L}\p{N}][\p{L}\p{N} .&()+-]*$/u.test(label)) die(`${label} is no label: letters, digits and spaces, please.`);

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const mark = `${name.replaceAll('-', ' ')} id`;
const row = { line: 2, kind: 'prospect', fields: { name: 'Ada Example', company: 'Acme Example', emails: ['ada@example.com'] }, keys: [], account: { name: 'Acme Example' } };
const files = {
  [`src/files/preset/${name}.ts`]: `import type { Preset } from './preset.ts';

/** People as ${label} exports them. */
export const preset: Preset = {
  name: '${name}',
  label: '${label}',
  marks: ['${mark}', 'full name'],
  columns: {
    '${mark}': '', 'full name': 'name', email: 'email', company: 'company',
  },
};
`,
  [`test/fixtures/presets/${name}.csv`]: `${mark},Full name,Email,Company\n1,Ada Example,ada@example.com,Acme Example\n`,
  [`test/fixtures/presets/${name}.json`]: `${JSON.stringify([row], null, 2)}\n`,
};
for (const file of Object.keys(files)) if (existsSync(resolve(root, file))) die(`${file} is there already.`);
for (const [file, body] of Object.entries(files)) {
  writeFileSync(resolve(root, file), body);
  console.log(`wrote ${file}`);
}
console.log(`
Next:
 1. test/fixtures/presets/${name}.csv: two rows as the tool writes them, with made-up people, every column that is known, and its own encoding and separator.
 2. src/files/preset/${name}.ts: marks (headers that only this file has together) and what each column becomes; \`a|b\` are two spellings of one header.
 3. WRITE_EXPECTED=${name} npx vitest run test/files/preset -t '${name}': writes what is read of the sample; read it against the sample, cell by cell.`);
