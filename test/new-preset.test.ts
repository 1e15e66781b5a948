import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const home = mkdtempSync(join(tmpdir(), 'paydirt-preset-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const run = (...args: string[]): { status: number | null; stderr: string } => spawnSync(process.execPath, [join(home, 'scripts/new-preset.mjs'), ...args], { encoding: 'utf8' });

test('a new preset is written once, with its sample and what is read of it', () => {
  mkdirSync(join(home, 'scripts'));
  cpSync('scripts/new-preset.mjs', join(home, 'scripts/new-preset.mjs'));
  for (const folder of ['src/files/preset', 'test/fixtures/presets']) mkdirSync(join(home, folder), { recursive: true });
  expect(run('Bad Name')).toMatchObject({ status: 2 });
  expect(run('field-tool', 'Field tool')).toMatchObject({ status: 0 });
  expect(readFileSync(join(home, 'src/files/preset/field-tool.ts'), 'utf8')).toContain("marks: ['field tool id', 'full name']");
  expect(readFileSync(join(home, 'test/fixtures/presets/field-tool.csv'), 'utf8').split('\n')[0]).toBe('field tool id,Full name,Email,Company');
  expect(run('field-tool')).toMatchObject({ status: 2, stderr: expect.stringContaining('is there already') as string });
});
