// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRecipe, type Recipe, type TeachableField } from '../../../src/domain/recipe.ts';
import { makeRecipe, type About } from '../../../src/sites/reading/make-recipe.ts';
import { listPieces } from '../../../src/sites/reading/piece.ts';
import { applyRecipe } from '../../../src/sites/reading/recipe.ts';
import { LAYOUTS, LINES, type Line, type Shown } from './profile-layouts.ts';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const FIELD: Record<Line, TeachableField> = { title: 'title', company: 'company', location: 'location', email: 'emails', industry: 'industry' };

const ada: Shown = { name: 'Ada Vorbild', title: 'Head of Sales', company: 'Muster Example', location: 'Berlin, Germany', email: 'ada@muster.example', industry: 'Robotics' };
const bo: Shown = { name: 'Bo Sample', title: 'Chief Baker', company: 'Bread and Sons', location: 'Oslo', email: 'bo@bread.example', industry: 'Food' };

const about = (field: TeachableField, person: Shown, more: Partial<About> = {}): About => ({
  site: 'example', page: 'person', field, known: { name: person.name }, path: `/people/${person.name.toLowerCase().replace(' ', '-')}`, old: null, at: 1, ...more,
});

/** What the rep does: points at the piece that has this text. */
function teach(html: string, person: Shown, line: Line): Recipe | null {
  const doc = parse(html);
  const spot = listPieces(doc, person.name).find(({ text }) => text === person[line]);
  expect(spot, `${person[line]} is among the pieces`).toBeDefined();
  return makeRecipe(doc, spot!.element, about(FIELD[line], person), spot!.cut);
}

const without = (person: Shown, gone: readonly Line[]): Shown => Object.fromEntries(Object.entries(person).filter(([name]) => !gone.includes(name as Line))) as unknown as Shown;

describe.each(LAYOUTS)('a recipe made on $layout', ({ html, named }) => {
  test.each(LINES)('finds the %s on the same page again and on the next person\'s', (line) => {
    const recipe = teach(html(ada), ada, line);
    expect(recipe).not.toBeNull();
    expect(applyRecipe(parse(html(ada)), recipe!)).toBe(ada[line]);
    expect(applyRecipe(parse(html(bo)), recipe!)).toBe(bo[line]);
  });

  test('gives the right text or none when lines are missing, never another one', () => {
    fc.assert(fc.property(fc.constantFrom(...LINES), fc.subarray([...LINES]), (line, gone) => {
      const recipe = teach(html(ada), ada, line)!;
      const next = without(bo, gone);
      expect([null, next[line] ?? null]).toContain(applyRecipe(parse(html(next)), recipe));
    }), { numRuns: 60 });
  });

  if (named) test('needs no other line: each is found whatever is missing or added', () => {
    fc.assert(fc.property(fc.constantFrom(...LINES), fc.subarray([...LINES]), fc.subarray([...LINES]), (line, goneHere, goneThere) => {
      const recipe = teach(html(without(ada, goneHere.filter((one) => one !== line))), without(ada, goneHere.filter((one) => one !== line)), line)!;
      const next = without(bo, goneThere);
      expect(applyRecipe(parse(html(next)), recipe)).toBe(next[line] ?? null);
    }), { numRuns: 60 });
  });

  test('holds nothing of the person it was made with, and passes its own check', () => {
    for (const line of LINES) {
      const recipe = teach(html(ada), ada, line)!;
      expect(checkRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
      for (const text of [ada.name, ...ada.name.split(' '), ...LINES.map((one) => ada[one]!)]) expect(JSON.stringify(recipe).toLowerCase()).not.toContain(text.toLowerCase());
    }
  });

  test('leaves the page as it was', () => {
    const doc = parse(html(ada));
    const before = doc.documentElement.outerHTML;
    for (const spot of listPieces(doc, ada.name)) makeRecipe(doc, spot.element, about('title', ada), spot.cut);
    expect(doc.documentElement.outerHTML).toBe(before);
  });
});

describe('a recipe is none that could take another field', () => {
  const from = (here: string, there: string, text: string, field: TeachableField = 'company'): string | null => {
    const doc = parse(here);
    const spot = listPieces(doc, 'Ada Vorbild').find((one) => one.text === text)!;
    const recipe = makeRecipe(doc, spot.element, about(field, ada), spot.cut);
    return recipe && applyRecipe(parse(there), recipe);
  };

  test('a style is no name, even where only one line has it', () => {
    expect(from('<main><h1>Ada Vorbild</h1><p>Buyer</p><p>Likes tea</p><p class="soft">Acme</p></main>', '<main><h1>Bo</h1><p>Baker</p><p class="soft">Oslo</p></main>', 'Acme')).toBeNull();
    expect(from('<main><h1>Ada Vorbild</h1><p>Buyer</p><p>Likes tea</p><p class="company">Acme</p></main>', '<main><h1>Bo</h1><p class="company">Bread</p></main>', 'Acme')).toBe('Bread');
  });

  test('the next label is no value where a value is missing', () => {
    const spans = (...texts: string[]): string => `<main><h1>X</h1><div>${texts.map((text) => `<span>${text}</span>`).join(' ')}</div></main>`;
    expect(from(spans('Employer:', 'Acme', 'Field:', 'Robots'), spans('Employer:', 'Field:', 'Food'), 'Acme')).toBeNull();
    expect(from('<dl><dt>Employer</dt><dd>Acme</dd><dt>Field</dt><dd>Robots</dd></dl>', '<dl><dt>Employer</dt><dt>Field</dt><dd>Food</dd></dl>', 'Acme')).toBeNull();
  });

  test('the name, and headings under it, are no labels', () => {
    const page = '<main><h1>Ada Vorbild</h1><h2>Chief of Robots</h2><p>Acme</p></main>';
    const doc = parse(page);
    const recipe = makeRecipe(doc, doc.querySelector('p')!, about('company', ada))!;
    expect(recipe.by).toBe('place');
    expect(JSON.stringify(recipe)).not.toMatch(/Chief|Ada/);
  });

  test('of several things of one sort the first stays the first, however many there are', () => {
    const jobs = (...titles: string[]): string => `<main><h1>X</h1><section><h2>Experience</h2><ul>${titles.map((title) => `<li><p>${title}</p><p>Somewhere · 2020</p></li>`).join('')}</ul></section></main>`;
    expect(from(jobs('Buyer', 'Clerk', 'Trainee'), jobs('Baker'), 'Buyer', 'title')).toBe('Baker');
    expect(from(jobs('Buyer'), jobs('Baker', 'Clerk'), 'Buyer', 'title')).toBe('Baker');
    expect(from(jobs('Buyer'), '<main><h1>X</h1><section><h2>Education</h2><ul><li><p>School</p><p>Town · 2010</p></li></ul></section></main>', 'Buyer', 'title')).toBeNull();
  });

  test('a field of addresses is taught by its link, a mail address by text or link', () => {
    const links = (url: string, mail: string): string => `<main><h1>X</h1><ul><li class="website"><a href="${url}">Homepage</a></li><li class="email"><a href="mailto:${mail}">Write to me</a></li></ul></main>`;
    expect(from(links('https://ada.example/', 'ada@a.example'), links('https://bo.example/', 'bo@b.example'), 'Homepage', 'websites')).toBe('https://bo.example/');
    expect(from(links('https://ada.example/', 'ada@a.example'), links('https://bo.example/', 'bo@b.example'), 'Write to me', 'emails')).toBe('bo@b.example');
    expect(from('<main><h1>X</h1><p class="website">see my site</p></main>', '', 'see my site', 'websites')).toBeNull();
  });
});
