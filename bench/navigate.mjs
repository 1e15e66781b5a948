// A hundred profiles by in-page navigation, at random speed: is ever somebody shown under another one's address?
import { start } from './browser.mjs';
import { linkedInCards, linkedInDocument, linkedInUrl, person } from './page.mjs';

const GLANCE = [30, 500]; // ms on three profiles of four
const STAY = [1_300, 1_700]; // ms on the fourth
const LAG = [0, 300]; // ms until title and cards follow the address, each on its own
const ENOUGH = 1_000; // ms with the new content on the page after which a draft is due

/** Goes through `profiles` people; counts drafts told under a wrong address, and people who stayed long enough and were not told. */
export async function navigate({ profiles, seed = 7 }) {
  const people = Array.from({ length: profiles }, (_, at) => person(at));
  const chance = random(seed);
  const between = ([least, most]) => Math.round(least + chance() * (most - least));
  const [first] = people;
  const url = linkedInUrl(first);
  const html = linkedInDocument(`${first.name} | LinkedIn`, linkedInCards(first), swap.toString());
  const { context, control, close } = await start({ pages: new Map([[url, { html, scripted: true }]]) });
  try {
    await control.evaluate(() => {
      globalThis.told = [];
      chrome.storage.session.onChanged.addListener((changes) => {
        for (const [key, { newValue }] of Object.entries(changes)) if (key.startsWith('tab:') && newValue) globalThis.told.push(newValue);
      });
    });
    const tab = await context.newPage();
    await tab.goto(url, { waitUntil: 'load' });
    const due = new Set();
    for (const one of people) {
      const [title, cards, stay] = [between(LAG), between(LAG), between(chance() < 0.75 ? GLANCE : STAY)];
      await tab.evaluate(([next, plan]) => globalThis.swap(next, plan), [{ url: linkedInUrl(one), name: one.name, cards: linkedInCards(one) }, { title, cards }]);
      await tab.waitForTimeout(stay);
      if (stay - Math.max(title, cards) >= ENOUGH) due.add(linkedInUrl(one));
    }
    await tab.waitForTimeout(2 * ENOUGH);
    due.add(linkedInUrl(people.at(-1)));
    const told = await control.evaluate(() => globalThis.told);
    const nameAt = new Map(people.map((one) => [linkedInUrl(one), one.name]));
    const shown = told.filter(({ draft }) => draft?.fields.name);
    const wrong = shown.filter(({ url: at, draft }) => draft.fields.name.value !== nameAt.get(at));
    const right = new Set(shown.filter(({ url: at, state, draft }) => state === 'settled' && draft.fields.name.value === nameAt.get(at)).map(({ url: at }) => at));
    const how = `${profiles} profiles by history.pushState, ${GLANCE.join('–')} or ${STAY.join('–')} ms on each, title and cards following the address by ${LAG.join('–')} ms on their own (seed ${seed})`;
    return [
      { name: `${profiles} profiles by in-page navigation: wrong person shown`, value: wrong.length, unit: '', limit: 0, decides: true, how: `${how}; all ${shown.length} drafts that the worker was told` },
      { name: `${profiles} profiles by in-page navigation: missed`, value: [...due].filter((at) => !right.has(at)).length, unit: `of ${due.size}`, how: `the same; people who stayed ${ENOUGH} ms or longer after all their content had come and were not told as settled` },
    ];
  } finally {
    await close();
  }
}

/** Runs in the page, as the site's own router: the address changes at once, what it shows follows in pieces. */
function swap({ url, name, cards }, plan) {
  const turn = (globalThis.turn ?? 0) + 1;
  globalThis.turn = turn;
  history.pushState(null, '', url);
  const later = (work, ms) => setTimeout(() => { if (globalThis.turn === turn) work(); }, ms);
  later(() => { document.title = `${name} | LinkedIn`; }, plan.title);
  // the site's own rendering
  later(() => { document.querySelector('#cards').innerHTML = cards; }, plan.cards);
}

/** A small generator of chance (mulberry32): the same run can be had again. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
