// npm run new:schema-dump [-- --from FOLDER]: keeps a small fictional book of the schema that the source has now (or that in FOLDER, an older checkout with its modules) as
// test/fixtures/schema/vN.json. To be run once for each schema version, before it is released; a dump is never made anew.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { load } from './bundle.mjs';
import { flag, option, root } from './run.mjs';

const from = resolve(option('from', root));
const folder = join(from, 'schema-dump-scratch');
try {
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(root, 'scripts/schema-dump/fill.ts.txt'), join(folder, 'fill.ts'));
  const { dump } = await load(relative(root, join(folder, 'fill.ts')));
  const book = await dump(new IDBFactory(), IDBKeyRange);
  const path = join(root, 'test/fixtures/schema', `v${book.version / 10}.json`);
  const empty = Object.entries(book.rows).filter(([, rows]) => rows.length === 0).map(([name]) => name);
  if (empty.length) throw new Error(`Nothing in ${empty.join(', ')}: add rows to scripts/schema-dump/fill.ts.txt, so that every table of a version is tried.`);
  if (existsSync(path) && !flag('again')) throw new Error(`${relative(root, path)} is there already. What was released does not change; a new schema needs a new version.`);
  mkdirSync(join(root, 'test/fixtures/schema'), { recursive: true });
  writeFileSync(path, `${JSON.stringify(book, null, 1)}\n`);
  console.log(`${relative(root, path)}: ${Object.keys(book.rows).length} tables, ${readFileSync(path).length} bytes`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
