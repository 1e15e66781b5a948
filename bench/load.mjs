// A module of TypeScript built for this process.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../scripts/run.mjs';

/** What the module at this path of the project exports. */
export async function load(path) {
  const scratch = mkdtempSync(join(tmpdir(), 'paydirt-bench-'));
  try {
    const built = await build({
      configFile: false, publicDir: false, logLevel: 'error', root, ssr: { noExternal: true },
      build: { write: false, minify: false, target: 'node20', ssr: join(root, path), rollupOptions: { output: { format: 'es' } } },
    });
    const file = join(scratch, 'built.mjs');
    writeFileSync(file, [built].flat()[0].output[0].code);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
