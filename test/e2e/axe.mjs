// Can everybody read it? What axe says of what the panel shows, in both themes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { pause } from './view.mjs';

const AXE = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** A step that looks with axe: in one browser, since the elements and styles are the same in the other. */
export const withAxe = (run) => ({ browsers: ['chromium'], run });

/** Fails when axe finds anything in this part of the page (a selector), light or dark. `what` says what is shown. */
export async function readable(panel, what, part = 'html') {
  if (await panel.evaluate(() => globalThis.axe === undefined)) await panel.evaluate(AXE);
  for (const theme of ['light', 'dark']) {
    await panel.theme(theme);
    // colours fade over
    await pause(50);
    await panel.evaluate(() => Promise.allSettled(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished)).then(() => null));
    const found = await panel.evaluate(async (within) => (await globalThis.axe.run(within, { resultTypes: ['violations'] })).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), part);
    assert.deepEqual(found, [], `${what} ${theme}`);
  }
}
