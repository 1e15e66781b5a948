import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Recipe } from '../../src/domain/recipe.ts';
import { readRecipeFile, writeRecipes } from '../../src/files/recipes-json.ts';

const recipe: Recipe = {
  site: 'linkedin', page: 'person', field: 'title', by: 'label', sort: 3, like: [], link: false, many: false, at: 1,
  ways: [{ from: 'main h1', climb: 2, find: ':scope > p.role:nth-of-type(1):nth-last-of-type(2)', says: 'Position', up: 1, after: '', part: [' · ', 0, 2] }],
};

describe('a file of recipes', () => {
  test('is read as it was written', () => {
    expect(readRecipeFile(writeRecipes([recipe]))).toEqual({ ok: true, value: { recipes: [recipe], rejected: 0 } });
    expect(readRecipeFile(`\ufeff${writeRecipes([])}`)).toEqual({ ok: true, value: { recipes: [], rejected: 0 } });
  });

  test('a bad recipe costs only itself', () => {
    const text = JSON.stringify({ format: 'paydirt-recipes', version: 1, recipes: [recipe, { ...recipe, ways: [{ ...recipe.ways[0], find: 'script:has(x)' }] }, 7] });
    expect(readRecipeFile(text)).toEqual({ ok: true, value: { recipes: [recipe], rejected: 2 } });
  });

  test.each(['', 'null', '[]', '{"format":"paydirt-book","version":1}', '{"format":"paydirt-recipes","version":1,"recipes":{}}'])('what is none is refused with what to do: %s', (text) => {
    expect(readRecipeFile(text)).toMatchObject({ ok: false, failure: { kind: 'invalid', message: expect.stringContaining('Export recipes') as string } });
  });

  test('one of a newer version says so', () => {
    expect(readRecipeFile('{"format":"paydirt-recipes","version":2,"recipes":[]}')).toMatchObject({ ok: false, failure: { message: expect.stringContaining('newer') as string } });
  });

  test('nothing makes it throw', () => {
    fc.assert(fc.property(fc.json(), (text) => { readRecipeFile(text); readRecipeFile(`{"format":"paydirt-recipes","version":1,"recipes":[${text}]}`); }));
  });
});
