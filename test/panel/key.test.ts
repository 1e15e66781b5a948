import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = process.cwd();
/** Keys of what lies over a page for a moment and is meant to take them: lists to choose from, arrows, the way out. */
const LAYERED = /^(?:Escape|Enter|Arrow\w+|\d)$/;
/** Read by another page than the one that draws them: the places themselves and what opens over everything. */
const ABOVE = new Set(['src/panel/app.tsx', 'src/panel/part/enrol-dialog.tsx']);

/** Bound by turns, never together: who is aside comes back by the key with which others are written to. */
const BY_TURNS = new Set(['w: src/panel/part/composer-card.tsx, src/panel/part/flow.tsx']);

/** A view's file and all parts of the panel that it draws, however deep. */
function drawnBy(view: string): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path) || ABOVE.has(path)) return;
    found.add(path);
    for (const [, one] of readFileSync(join(root, path), 'utf8').matchAll(/from '(\.[^']+\.tsx)'/g)) visit(relative(root, join(root, dirname(path), one!)));
  };
  visit(view);
  return [...found];
}

/** The keys that a file binds. */
function keysOf(path: string): string[] {
  const code = readFileSync(join(root, path), 'utf8');
  // some bind a table of keys: { B: 'budget' } or { champion: 'C' }
  const tables = [...code.matchAll(/const (\w*KEYS?)\b[^=]*= \{([^}]*)\}/g)].filter(([, name]) => new RegExp(`useKeys\\(.*\\b${name!}\\b`).test(code)).flatMap(([, , table]) => [...table!.matchAll(/(?<![\w'])([A-Za-z])(?=:)|: '([A-Za-z])'/g)].map((match) => match[1] ?? match[2]!));
  return [...new Set([...code.matchAll(/\bkey: '([^']+)'/g)].map((match) => match[1]!).concat(tables))].filter((key) => !LAYERED.test(key));
}

test.each(['person', 'people', 'today', 'account'])('no two parts of the page “%s” mean something else by the same key', (page) => {
  const view = `src/panel/view/${page}.tsx`;
  expect(existsSync(join(root, view))).toBe(true);
  const owners = new Map<string, string[]>();
  for (const path of drawnBy(view)) for (const key of keysOf(path)) owners.set(key, [...owners.get(key) ?? [], path]);
  expect(owners.size).toBeGreaterThan(2);
  expect([...owners].filter(([, paths]) => paths.length > 1).map(([key, paths]) => `${key}: ${paths.toSorted((a, b) => (a < b ? -1 : 1)).join(', ')}`).filter((one) => !BY_TURNS.has(one))).toEqual([]);
});
