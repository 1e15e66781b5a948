// Fills the book of a running browser with the extension's own storage code.
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../scripts/run.mjs';
import { person } from './page.mjs';

let code;

/** Writes `count` fictional people into the book of this browser. */
export async function fillBook({ control }, count) {
  code ??= await bundled('bench/fill.ts', 'benchFill');
  const people = Array.from({ length: count }, (_, at) => person(at));
  // a function of this text: the page's own policy binds what it loads, not what the debugger runs
  const written = await control.evaluate(`(async () => { ${code}; return benchFill.fill(${JSON.stringify(people)}); })()`);
  if (written !== count) throw new Error(`the book holds ${written} people, not ${count}`);
}

/** The extension's own code behind `entry` (a path from the root) as one script that sets the global `name`. */
export async function bundled(entry, name) {
  const built = await build({
    configFile: false, publicDir: false, logLevel: 'warn', root,
    build: { write: false, minify: false, target: 'es2023', lib: { entry: join(root, entry), formats: ['iife'], name, fileName: () => `${name}.js` } },
  });
  return [built].flat()[0].output[0].code;
}
