import { fail, ok, type Result } from '../domain/failure.ts';
import { checkRecipe, MOST_RECIPES, type Recipe } from '../domain/recipe.ts';

/** The most characters of a file of recipes that are read. */
const LONGEST = 2_000_000;

/** A file of recipes: they hold nothing of the people they were made with, so it can be given to others. */
export function writeRecipes(recipes: readonly Recipe[]): string {
  return `${JSON.stringify({ format: 'paydirt-recipes', version: 1, recipes }, null, 2)}\n`;
}

/** Reads what `writeRecipes` wrote. Fails with what to do when this is no such file; what is no recipe costs only itself and is counted. */
export function readRecipeFile(text: string): Result<{ recipes: Recipe[]; rejected: number }> {
  const wrong = fail('invalid', 'This is not a file of Paydirt recipes. Pick a file that was made with "Export recipes".');
  if (text.length > LONGEST) return wrong;
  let whole: { format?: unknown; version?: unknown; recipes?: unknown } | null;
  try {
    whole = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return wrong;
  }
  if (whole?.format !== 'paydirt-recipes' || !Array.isArray(whole.recipes)) return wrong;
  if (whole.version !== 1) return fail('invalid', 'These recipes were made by a newer Paydirt. Update Paydirt, then import them again.');
  const recipes = whole.recipes.slice(0, MOST_RECIPES).map(checkRecipe).filter((one) => one !== null);
  return ok({ recipes, rejected: whole.recipes.length - recipes.length });
}
