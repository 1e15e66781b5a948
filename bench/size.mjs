// What a page has to load of us.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUILT, contentScripts } from './browser.mjs';

const HOW = 'gzip -9 of the built file';

/** Gzipped sizes of the content scripts, and of the most that any one page loads. */
export function sizes() {
  const { named, anywhere } = contentScripts();
  const kB = (file) => gzipSync(readFileSync(join(BUILT, file)), { level: 9 }).length / 1_000;
  const files = [...new Set([...named.flatMap(({ js }) => js), anywhere])];
  const rows = files.map((file) => {
    const name = basename(file, '.iife.js');
    const strict = name === 'frequent' ? { limit: 15, decides: true } : {};
    return { name: `content script "${name}", gzipped`, value: kB(file), unit: 'kB', ...strict, how: `${HOW} (1 kB = 1,000 bytes)` };
  });
  return [...rows, {
    name: 'content scripts of the page that loads most, gzipped', value: Math.max(...loads(named, anywhere).map((page) => sum(page.map(kB)))), unit: 'kB', limit: 30, decides: true,
    how: `${HOW}, summed over what the manifest starts at one address; a gesture starts one more only where none runs`,
  }];
}

/** The sets of files that meet at one address: for each pattern an address it matches, and all scripts that match that. */
function loads(named, anywhere) {
  const at = (pattern) => pattern.split('/')[2].replace(/^\*\./, 'www.');
  const covers = (pattern, host) => {
    const wanted = pattern.split('/')[2];
    return wanted === '*' || host === wanted || (wanted.startsWith('*.') && host.endsWith(wanted.slice(1))) || host === wanted.replace(/^\*\./, '');
  };
  const hosts = named.flatMap(({ matches }) => matches.map(at));
  return [[anywhere], ...hosts.map((host) => [...new Set(named.filter(({ matches }) => matches.some((pattern) => covers(pattern, host))).flatMap(({ js }) => js))])];
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
