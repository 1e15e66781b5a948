import { checkRecipe, checkRecipes, MOST_RECIPES, sameRecipe, type Recipe } from '../domain/recipe.ts';
import { fail, ok, type Result } from '../domain/failure.ts';
import type { Book } from './database.ts';
import { readSetting, writeSetting } from './setting.ts';

const KEY = 'recipes';

type Which = Pick<Recipe, 'site' | 'page' | 'field'>;

/** All recipes, the newest first; what is none is left out. */
export async function readRecipes(book: Book): Promise<Recipe[]> {
  return checkRecipes(await readSetting<unknown>(book, KEY, []));
}

/** Keeps recipes, each in place of the one for the same field of the same pages. Fails with `quota`, and keeps none, when there would be too many. */
export function keepRecipes(book: Book, recipes: readonly Recipe[]): Promise<Result<Recipe[]>> {
  return book.transaction('rw', book.settings, async () => {
    const fresh = recipes.map(checkRecipe).filter((one) => one !== null).filter((one, at, all) => all.findIndex((other) => sameRecipe(other, one)) === at);
    const all = [...fresh, ...(await readRecipes(book)).filter((one) => !fresh.some((other) => sameRecipe(one, other)))];
    if (all.length > MOST_RECIPES) return fail('quota', `There are at most ${MOST_RECIPES} recipes. Remove some in Settings, then try again.`);
    await writeSetting(book, KEY, all);
    return ok(all);
  });
}

/** Forgets the recipe for this field of these pages. */
export function removeRecipe(book: Book, which: Which): Promise<void> {
  return book.transaction('rw', book.settings, async () => {
    await writeSetting(book, KEY, (await readRecipes(book)).filter((one) => !sameRecipe(one, which)));
  });
}
