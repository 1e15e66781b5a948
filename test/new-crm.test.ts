import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASES } from './crm/conformance/cases.ts';
import { CONNECTORS } from './crm/conformance/parts.ts';

const root = join(import.meta.dirname, '..');
const WRITTEN = ['src/crm/new-one.ts', 'test/crm/dialect/new-one.ts', 'test/crm/outsider/new-one.ts', 'test/crm/new-one.test.ts'];
let folder: string;

/** A tool of the project in the copy; where it failed, what it said. */
function run(...command: string[]): string {
  // a test runner inside of one must not take itself for its worker
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|VITE_|TEST$|NODE_ENV$|MODE$|PROD$|DEV$|SSR$|BASE_URL$)/.test(name)));
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, env, encoding: 'utf8', timeout: 240_000 });
  return status === 0 ? '' : `${command.join(' ')} ended with ${status}\n${stdout}${stderr}`;
}

/** What the rooms need of each other, and of the CRMs nothing but what is common to them. */
function isCopied(path: string): boolean {
  const [, place, name] = /^(src\/crm|test\/crm(?:\/dialect|\/outsider)?)\/([^/.]+)/.exec(relative(root, path).replaceAll('\\', '/')) ?? [];
  return place === undefined || !Object.hasOwn(CONNECTORS, name!);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paydirt-new-crm-'));
  for (const part of ['src/domain', 'src/crm', 'src/background/sync', 'test/crm', 'test/background/sync/simulation', 'scripts/new-crm', 'scripts/new-crm.mjs', '.oxlintrc.json', 'vitest.config.ts', 'test/seed.ts', 'test/sequence.ts', 'package.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true, filter: isCopied });
  }
  const types = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as object;
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...types, include: WRITTEN }));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  mkdirSync(join(folder, 'artifacts'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run new:crm', { timeout: 300_000 }, () => {
  test('writes a CRM that passes the compiler, the linter and every case as it is', () => {
    expect(run('scripts/new-crm.mjs', 'new-one', 'New & One')).toBe('');
    for (const file of WRITTEN) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(/__(NAME|LABEL)__/.exec(text), file).toBeNull();
      expect(text.split('\n').length, file).toBeLessThan(300);
    }
    expect(run('node_modules/typescript/bin/tsc')).toBe('');
    expect(run('node_modules/oxlint/bin/oxlint', ...WRITTEN)).toBe('');
    const report = join(folder, 'artifacts/report.json');
    expect(run('node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile=${report}`, 'test/crm/every-connector.test.ts', 'test/crm/new-one.test.ts')).toBe('');
    const { numPassedTests: passed, numPendingTests: skipped } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numPendingTests: number };
    expect(skipped, 'a case of which the skeleton shows nothing').toBe(0);
    expect(passed).toBeGreaterThan(CASES.length);
  });

  test('writes over nothing, and asks for a name', () => {
    const before = readdirSync(join(folder, 'src/crm'));
    for (const names of [['answer'], ['outsider'], ['new-one'], [], ['New One'], ['fine', "It's"]]) expect(run('scripts/new-crm.mjs', ...names), names.join(' ')).toMatch(/is there already|usage: npm run new:crm|is no label/);
    expect(readdirSync(join(folder, 'src/crm'))).toEqual(before);
    expect(existsSync(join(folder, 'test/crm/fine.test.ts'))).toBe(false);
  });
});
