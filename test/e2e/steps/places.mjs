// Places are looked up in the list that the extension carries: by the worker when it saves with no panel open, and by the panel.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as linkedin from '../../../scripts/demo/linkedin.mjs';
import { people } from '../../../scripts/demo/people.mjs';
import { putRows, rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const [ada] = people;

/** The worker that saves is one that has just been started. */
export const options = { killBetween: true };

/** It takes the place of the ICP that a new book begins with: with two of them the better one would count. */
const STARTER = 'starter-b2b-saas';

const criterion = (id, word, within) => ({ id, kind: 'location', any: [word], weight: 5, rule: 'plus', within });

const openAda = async (session) => {
  const page = await session.openPage(linkedin.ADDRESS(ada));
  const tab = await session.tabId(page);
  await until(async () => (await session.title(tab)).includes(ada.name), 'the icon to say who is here');
  return page;
};

export const steps = {
  'an ICP that asks for places near others': async (session) => {
    const page = await openAda(session);
    const panel = await session.openPanel(page);
    await panel.until((css) => document.querySelector(css) !== null, the.fit, 'a score');
    await putRows(session, {
      icps: [{ id: STARTER, version: 1, name: 'Near', criteria: [criterion('in', 'Potsdam', 50), criterion('far', 'Munich', 50)], createdAt: 1, updatedAt: 1 }],
      settings: [{ key: 'activeIcp', value: STARTER }],
    });
    await panel.close();
  },

  'the worker judges them while it saves': async (session) => {
    const page = await openAda(session);
    await session.command('save-prospect', page);
    const [saved] = await until(async () => {
      const all = await rows(session, 'prospects');
      return all.length === 1 && all;
    }, 'somebody in the book');
    assert.deepEqual(saved.fit, { icpId: STARTER, version: 1, fit: 50, coverage: 100 });
  },

  'the panel says why': async (session, world) => {
    const page = await openAda(session);
    const panel = await session.openPanel(page);
    await panel.until((css) => document.querySelector(css)?.textContent.includes('50'), the.fit, 'the same score');
    await panel.until(([css, place]) => [...document.querySelectorAll(css)].some((one) => one.textContent.includes('Potsdam') || one.textContent.includes(place)), [the.fitReason, ada.location], 'the reason');
    await panel.shot(join(world.shots, 'places.png'));
  },
};
