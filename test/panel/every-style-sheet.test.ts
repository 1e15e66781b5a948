import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = 'src/panel/style';
/** What all views are made of; a view may add to what stands there. */
const OF_ALL = new Set(['base.css', 'part.css', 'settings.css', 'tokens.css', 'view.css']);

/** The classes of which a style sheet says something by their bare name, wherever they stand. */
function classesOf(css: string): string[] {
  const selectors = [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{/g)].flatMap(([, text]) => text!.split(/,(?![^(]*\))/)).map((one) => one.trim());
  return [...new Set(selectors.flatMap((one) => /^\.([a-z][a-z-]*)(?![\w.-])/.exec(one)?.[1] ?? []))];
}

test('no view dresses what another view has called the same: all style sheets hold for the whole panel', () => {
  const homes = new Map<string, string[]>();
  for (const file of readdirSync(FOLDER)) {
    if (OF_ALL.has(file)) continue;
    for (const name of classesOf(readFileSync(join(FOLDER, file), 'utf8'))) homes.set(name, [...homes.get(name) ?? [], file]);
  }
  const shared = new Set([...OF_ALL].flatMap((file) => classesOf(readFileSync(join(FOLDER, file), 'utf8'))));
  expect([...homes].filter(([name, files]) => files.length > 1 && !shared.has(name)).map(([name, files]) => `${name}: ${files.join(', ')}`)).toEqual([]);
});
