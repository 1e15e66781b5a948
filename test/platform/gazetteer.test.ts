import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packedPlaces } from '../domain/gazetteer.packed.ts';

const LARGEST = 500_000;
const builds = process.env['PAYDIRT_BUILT'] === '1' ? ['dist/chrome', 'dist/firefox'] : [];
// a name that no code has: where it is, the table is
const [, , , , , names = ''] = packedPlaces().split('\n').find((line) => line.includes('lungsod ng muenchen'))!.split('\t');
const MARK = /lungsod ng muenchen/;

test('the table is small enough to travel with the extension', () => {
  expect(MARK.test(names)).toBe(true);
  expect(statSync('public/places.pack').size).toBeLessThan(LARGEST);
});

describe.each(builds)('%s', (build) => {
  const scripts = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));

  test('carries the table as a file of its own: no script that starts has it', () => {
    expect(readFileSync(join(build, 'places.pack')).equals(readFileSync('public/places.pack'))).toBe(true);
    expect(scripts.length).toBeGreaterThan(4);
    expect(scripts.filter((path) => MARK.test(readFileSync(join(build, path), 'utf8')))).toEqual([]);
  });

  test('content scripts cannot even read it', () => {
    const content = scripts.filter((path) => path.includes('src/content'));
    expect(content.length).toBeGreaterThanOrEqual(4);
    expect(content.filter((path) => /places\.pack|paydirt places/.test(readFileSync(join(build, path), 'utf8')))).toEqual([]);
  });
});
