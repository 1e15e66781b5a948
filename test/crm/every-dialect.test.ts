import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { listen, type OpenDialect } from './dialect/dialect.ts';

const recorded = join(import.meta.dirname, '../../../shared/crm');
const isHere = existsSync(join(recorded, 'replay-check.mjs'));
const RESET = 'import http from \'node:http\'; http.request(process.argv[1] + \'/__reset\', { method: \'POST\' }, (answer) => answer.resume()).end()';

/** Replays what real servers answered against a dialect server; the last line it prints, and how it ended. */
async function replay(open: OpenDialect, crm: string): Promise<{ code: number | null; said: string }> {
  // the recordings pause where a clock of one second has to go on; two writes of a real server never share a moment
  let last = 0;
  const server = await listen(open({ now: () => (last = Math.max(last + 1, Date.now())), random: Math.random }));
  try {
    const reset = `node --input-type=module -e "${RESET}" ${server.origin}`;
    const child = spawn(process.execPath, [join(recorded, 'replay-check.mjs'), join(recorded, 'transcripts', crm), '--base', server.origin, '--reset', reset], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString('utf8'); });
    const code = await new Promise<number | null>((ended) => { child.on('close', ended); });
    return { code, said: said.trim() };
  } finally {
    await server.close();
  }
}

// they wait for clocks most of the time
describe.concurrent('dialect servers answer what real servers answered', () => {
  if (!isHere) console.warn('The recordings are not here (../shared/crm): the dialect servers are not held to them.');
  for (const crm of ['twenty', 'espocrm', 'odoo']) {
    test.skipIf(!isHere)(`${crm}: no difference to the recordings`, { timeout: 300_000 }, async ({ expect }) => {
      const { default: open } = await import(`./dialect/${crm}.ts`) as { default: OpenDialect };
      const { code, said } = await replay(open, crm);
      console.info(said.split('\n').at(-1));
      expect(code, said.slice(0, 4_000)).toBe(0);
    });
  }
});
