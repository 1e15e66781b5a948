// TypeScript of the project for programs that take none: as a module for this Node, or as one script for a page.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './run.mjs';

/** The exports of `entry` (a path from the root), with all that it imports, in this process. */
export async function load(entry) {
  const code = await bundle({ ssr: { noExternal: true } }, { target: 'node20', ssr: join(root, entry), rollupOptions: { output: { format: 'es' } } });
  const scratch = mkdtempSync(join(tmpdir(), 'paydirt-bundle-'));
  try {
    const file = join(scratch, 'bundle.mjs');
    writeFileSync(file, code);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The code behind `entry` (a path from the root) as one script that sets the global `name`. */
export function asScript(entry, name) {
  return bundle({}, { target: 'es2023', lib: { entry: join(root, entry), formats: ['iife'], name, fileName: () => `${name}.js` } });
}

async function bundle(more, options) {
  const built = await build({ configFile: false, publicDir: false, logLevel: 'error', root, ...more, build: { write: false, minify: false, ...options } });
  return [built].flat()[0].output[0].code;
}
