import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { resolved?: string; integrity?: string; version?: string; link?: boolean; optionalDependencies?: Record<string, string> }> };

test('the lock file names no registry host: any mirror serves it', () => {
  expect(Object.entries(lock.packages).filter(([, one]) => /^\w+:\/\//.test(one.resolved ?? '')).map(([path]) => path)).toEqual([]);
});

test('every locked package has a version and a checksum', () => {
  expect(Object.entries(lock.packages).filter(([path, one]) => path && !one.link && !(one.version && one.integrity)).map(([path]) => path)).toEqual([]);
});

test('the packages of other systems are locked too: without them `npm ci` fails everywhere', () => {
  const locked = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)));
  const wanted = Object.entries(lock.packages).filter(([path]) => path).flatMap(([path, one]) => Object.keys(one.optionalDependencies ?? {}).map((name) => ({ path, name })));
  expect(wanted.filter(({ name }) => !locked.has(name))).toEqual([]);
});

test('no file of the project names a package registry', () => {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 64e6 });
  const files = git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0').filter((path) => path && !/^node_modules(\/|$)/.test(path) && !/\.(png|zip|gz|woff2)$/.test(path));
  const configured = process.env['npm_config_registry'];
  const host = configured && URL.canParse(configured) ? new URL(configured).hostname : null;
  const named = (text: string): boolean => /\bregistry\.(npmjs|npmmirror|yarnpkg)\b|:\/\/registry\./.test(text) || (host !== null && text.includes(host));
  expect(named(['https:', '', 'registry.example.org', 'vite'].join('/'))).toBe(true);
  expect(files.filter((path) => named(readFileSync(path, 'utf8')))).toEqual([]);
});
