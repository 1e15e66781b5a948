// Teach it: the rep points at a text of the page, and it is read there from then on. The worker is killed before every step.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as linkedin from '../../../scripts/demo/linkedin.mjs';
import { data } from '../../../scripts/demo/open-web.mjs';
import { people } from '../../../scripts/demo/people.mjs';
import { rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

export const options = { killBetween: true };

const ada = people[0];
const hana = people.find((one) => one.slug === 'hana-priklad');

/** People of a site that says its lines in a way no reader knows. */
const CREW = [
  { name: 'Nina Zkouška', position: 'Obchodní ředitelka', place: 'Brno' },
  { name: 'Otto Vzor', position: 'Nákupčí', place: 'Plzeň' },
  { name: 'Petra Bezpráce', place: 'Liberec' },
];
const address = ({ name }) => `https://crew.orbit.example/lide/${name.toLowerCase().normalize('NFKD').replace(/[^a-z]+/g, '-')}`;
const page = (person) => `<!doctype html><html lang="cs"><head><meta charset="utf-8"><title>${person.name} | Orbit</title>${data({ '@context': 'https://schema.org', '@type': 'ProfilePage', url: address(person), mainEntity: { '@type': 'Person', name: person.name, url: address(person) } })}</head>
<body><nav><a href="/">Domů</a></nav><main><section><h1>${person.name}</h1><dl>${person.position ? `<dt>Pozice</dt><dd>${person.position}</dd>` : ''}<dt>Místo</dt><dd>${person.place}</dd></dl></section></main></body></html>`;

const recipes = async (session) => (await rows(session, 'settings')).find(({ key }) => key === 'recipes')?.value ?? [];
const fieldIs = (panel, name, value) => panel.until(([css, wanted]) => document.querySelector(css)?.value === wanted, [the.field(name), value], `${name} to be “${value}”`);
const sourceOf = (panel, name) => panel.evaluate((css) => document.querySelector(css).closest('.field').querySelector('.source').title, the.field(name));

/** Opens a page of no named site as the rep does: by the key that lets us look. */
async function openWith(session, person) {
  session.network.serve(address(person), page(person));
  const view = await session.openPage(address(person));
  await session.command('_execute_action', view);
  const panel = await session.openPanel(view);
  await fieldIs(panel, 'name', person.name);
  // the browser's own side panel would follow us from tab to tab, out of the test's reach
  await session.closeSidePanels();
  return { view, panel };
}

export const steps = {
  'the panel lists the page’s own texts, and nothing is drawn into the page': async (session, world) => {
    const { view, panel } = await openWith(session, CREW[0]);
    Object.assign(world, { page: view, panel });
    assert.equal(await panel.value(the.field('title')), '');
    const before = await view.evaluate(() => document.documentElement.outerHTML);
    await panel.click(the.teach('title'));
    await panel.see(the.piece);
    const texts = await panel.texts(the.piece);
    assert.deepEqual(texts.slice(0, 3), [CREW[0].name, 'Pozice', CREW[0].position]);
    assert.ok(texts.includes('Domů'), 'what is elsewhere on the page is listed too');
    assert.equal(await view.evaluate(() => document.documentElement.outerHTML), before);
    await world.shot?.(panel, 'teach-list');
  },

  'typing filters, keys choose: the field is read there at once': async (session, { panel, page: view }) => {
    const before = await view.evaluate(() => document.documentElement.outerHTML);
    await panel.fill(the.teachFilter, 'obchodni');
    await panel.until((css) => document.querySelectorAll(css).length === 1, the.piece, 'one text to be left');
    await panel.press('Enter');
    await fieldIs(panel, 'title', CREW[0].position);
    assert.match(await sourceOf(panel, 'title'), /taught by you/i);
    await panel.gone(the.teachFilter);
    assert.equal(await view.evaluate(() => document.documentElement.outerHTML), before);
    const [recipe, ...more] = await recipes(session);
    assert.deepEqual([recipe.site, recipe.page, recipe.field, recipe.by, more.length], ['crew.orbit.example', 'person', 'title', 'label', 0]);
  },

  'it survives a reload, works on the next profile, and leaves a field empty where the line is missing': async (session, world) => {
    await world.panel.close();
    await world.page.close();
    for (const person of [CREW[0], CREW[1], CREW[2]]) {
      const { view, panel } = await openWith(session, person);
      await fieldIs(panel, 'title', person.position ?? '');
      await panel.close();
      await view.close();
    }
  },

  'on a named site a part of a text is taught, and the next profile is read so by itself': async (session, world) => {
    world.page = await session.openPage(linkedin.ADDRESS(ada));
    world.panel = await session.openPanel(world.page);
    await fieldIs(world.panel, 'name', ada.name);
    await world.panel.click(the.teach('title'));
    await world.panel.fill(the.teachFilter, ada.title);
    await world.panel.until(([css, text]) => [...document.querySelectorAll(css)].some((one) => one.innerText.trim() === text), [the.piece, ada.title], 'the part of the headline');
    await world.panel.evaluate(([css, text]) => [...document.querySelectorAll(css)].find((one) => one.innerText.trim() === text).click(), [the.piece, ada.title]);
    await until(async () => (await recipes(session)).length === 2, 'a second recipe');
    await world.panel.close();
    await world.page.close();
    world.page = await session.openPage(linkedin.ADDRESS(hana));
    world.panel = await session.openPanel(world.page);
    await fieldIs(world.panel, 'title', hana.title);
    await until(async () => /taught by you/i.test(await sourceOf(world.panel, 'title')), 'the recipe to be used');
  },

  'recipes are shown in Settings, tried on the page, taken out as a file without anybody’s data, and forgotten': async (session, { panel }) => {
    await panel.evaluate(() => { location.hash = '#/settings'; });
    await panel.until(([css, count]) => document.querySelectorAll(css).length === count, [the.recipe, 2], 'both recipes');
    await panel.click(the.recipesTest);
    await panel.until(([css, text]) => [...document.querySelectorAll(css)].some((row) => row.innerText.includes(text)), [the.recipe, hana.title], 'what is found here');
    const { text } = await panel.download(() => panel.click(the.recipesExport));
    for (const said of [ada.name, ada.title, CREW[0].name, CREW[0].position, 'zkou', 'nina']) assert.doesNotMatch(text.toLowerCase(), new RegExp(said.toLowerCase()));
    await panel.clickNamed('Forget Title of linkedin');
    await until(async () => (await recipes(session)).length === 1, 'one to be forgotten');
    const folder = mkdtempSync(join(tmpdir(), 'paydirt-recipes-'));
    try {
      writeFileSync(join(folder, 'recipes.json'), text);
      await panel.upload(the.recipesImport, join(folder, 'recipes.json'));
      await until(async () => (await recipes(session)).length === 2, 'the file to bring it back');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },

  'what strategies hit is counted by day and site, and the report says nothing of anybody': async (session, { panel }) => {
    const counted = async (name) => (await rows(session, 'health')).find(({ site }) => site === name);
    const known = await session.openPage(linkedin.ADDRESS(ada));
    await until(async () => (await counted('linkedin'))?.pages >= 1, 'a page of a named site to be counted');
    await known.close();
    const { view, panel: beside } = await openWith(session, CREW[1]);
    await until(async () => (await counted('web'))?.fields['person.title'].found.recipe >= 1, 'a title by recipe to be counted');
    await beside.close();
    await view.close();
    assert.deepEqual((await rows(session, 'health')).map(({ site }) => site).sort(), ['linkedin', 'web']);
    await panel.front();
    const { text } = await panel.download(() => panel.click(the.healthReport));
    assert.equal(JSON.parse(text).format, 'paydirt-health');
    for (const said of [...people, ...CREW].flatMap(({ name, slug, title, position }) => [name, slug, title, position]).filter(Boolean)) assert.ok(!text.includes(said), said);
    assert.doesNotMatch(text, /orbit|https?:|\.example/);
  },
};
