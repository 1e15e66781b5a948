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

  test.runIf(named)('needs no other line: each is found whatever is missing or added', () => {
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
