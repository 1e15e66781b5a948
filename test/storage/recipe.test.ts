import { describe, expect, test } from 'vitest';
import { MOST_RECIPES, TEACHABLE, type Recipe } from '../../src/domain/recipe.ts';
import { keepRecipes, readRecipes, removeRecipe } from '../../src/storage/recipe.ts';
import { scratchBook } from './scratch-book.ts';

const recipe = (site: string, more: Partial<Recipe> = {}): Recipe => ({
  site, page: 'person', field: 'title', by: 'mark', sort: 3, like: [], link: false, many: false, at: 1, ways: [{ from: 'html', climb: 0, find: '[itemprop="jobTitle"]', says: '', up: 0, after: '', part: ['\0', 0, 1] }], ...more,
});

describe('recipes in the book', () => {
  test('one takes the place of the one for the same field of the same pages, and is the newest', async () => {
    const book = scratchBook();
    await keepRecipes(book, [recipe('a')]);
    await keepRecipes(book, [recipe('b'), recipe('a', { page: 'company' })]);
    await keepRecipes(book, [recipe('a', { at: 9 })]);
    expect((await readRecipes(book)).map(({ site, page, at }) => [site, page, at])).toEqual([['a', 'person', 9], ['b', 'person', 1], ['a', 'company', 1]]);
  });

  test('is forgotten alone', async () => {
    const book = scratchBook();
    await keepRecipes(book, [recipe('a'), recipe('a', { field: 'company' })]);
    await removeRecipe(book, recipe('a'));
    expect((await readRecipes(book)).map(({ field }) => field)).toEqual(['company']);
  });

  test('what is stored and is no recipe is left out', async () => {
    const book = scratchBook();
    await book.settings.put({ key: 'recipes', value: [recipe('a'), null, { site: 'b' }, recipe('a', { ways: [] })] });
    expect((await readRecipes(book)).map(({ site }) => site)).toEqual(['a']);
    await book.settings.put({ key: 'recipes', value: 'broken' });
    expect(await readRecipes(book)).toEqual([]);
  });

  test('too many are refused, and none of them is kept', async () => {
    const book = scratchBook();
    const many = Array.from({ length: MOST_RECIPES }, (_, at) => recipe(`site${at % 50}`, { field: TEACHABLE[Math.floor(at / 50)]! }));
    expect((await keepRecipes(book, many)).ok).toBe(true);
    expect(await keepRecipes(book, [recipe('one-more')])).toMatchObject({ ok: false, failure: { kind: 'quota' } });
    expect(await readRecipes(book)).toHaveLength(MOST_RECIPES);
    expect((await keepRecipes(book, [recipe('site0', { at: 2 })])).ok).toBe(true);
  });
});
