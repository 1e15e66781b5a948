import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CASES } from './conformance/cases.ts';
import { caseTable } from './conformance/table.ts';

const root = join(import.meta.dirname, '../..');

function command(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'scripts/crm-conformance.mjs'), ...args], (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }));
  });
}

describe('the conformance cases', () => {
  test('have names of their own, and each says why and where it comes from', () => {
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
    for (const { name, why, from } of CASES) expect([name.length > 10, why.length > 10, from.length > 3], name).toEqual([true, true, true]);
  });

  test('stand in docs/crm.md as they are', () => {
    expect(readFileSync(join(root, 'docs/crm.md'), 'utf8').includes(caseTable()), 'run: npm run crm:conformance -- --document').toBe(true);
  });
});

describe('npm run crm:conformance', { timeout: 60_000 }, () => {
  test('runs cases against a server, tells each and sums up', async () => {
    const { code, out } = await command('odoo', '--dialect', '--json', '--only', 'somebody who is there already');
    const lines = out.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ name: 'somebody who is there already, by name and e-mail, is adopted and not overwritten', verdict: 'ok', reason: '' });
    expect(lines[1]).toMatchObject({ crm: 'odoo', ok: 1, failed: 0, notApplicable: 0 });
    expect(code).toBe(0);
  });

  test('says what is missing, and shows no token when the server cannot be reached', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paydirt-'));
    try {
      const file = join(folder, 'key');
      writeFileSync(file, 'very-secret-key\n');
      const [unknown, without, unreached] = await Promise.all([
        command('nonsense', '--origin', 'http://127.0.0.1:9', '--token-file', file), command('odoo', '--origin', 'http://127.0.0.1:9', '--token-file', file),
        command('espocrm', '--origin', 'http://localhost:9', '--token-file', file),
      ]);
      expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('There are: ')]);
      expect([without.code, without.err]).toEqual([2, expect.stringContaining('--login')]);
      expect(unreached.code).toBe(1);
      expect(unreached.out + unreached.err).not.toContain('very-secret-key');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
