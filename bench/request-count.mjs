// How many requests a sync makes: the real engine and connectors over the dialect servers of the tests, in this process.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../scripts/run.mjs';

const PEOPLE = 1_000;
/** Records a request by the CRM's own limit; without an entry there is no batch, or no limit. */
const BATCH = { twenty: 200, hubspot: 100 };

export async function requestCounts() {
  const { count } = await load();
  return (await count(PEOPLE)).flatMap(({ crm, label, created, changed, pulled }) => [['new', created], ['changed', changed]].map(([what, value]) => ({
    name: `${label}: requests for ${PEOPLE.toLocaleString('en')} ${what} people`, value, unit: '', ...(BATCH[crm] ? { limit: Math.floor(PEOPLE / BATCH[crm] * 1.1), decides: true } : {}),
    how: `the real engine and connector over the dialect server of the tests, people alone; looks, creates, updates and what they read back are counted, pulls are not (${label}: ${pulled} requests to see that nothing else changed); the limit is 1.1 times what the CRM's batches make unavoidable`,
  })));
}

async function load() {
  const scratch = mkdtempSync(join(tmpdir(), 'paydirt-bench-'));
  try {
    const built = await build({
      configFile: false, publicDir: false, logLevel: 'error', root, ssr: { noExternal: true },
      build: { write: false, minify: false, target: 'node20', ssr: join(root, 'bench/request-count.ts'), rollupOptions: { output: { format: 'es' } } },
    });
    const file = join(scratch, 'count.mjs');
    writeFileSync(file, [built].flat()[0].output[0].code);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
