import type { Draft, Reading } from '../../domain/draft.ts';
import type { Recipe } from '../../domain/recipe.ts';
import { fold, lines } from './text.ts';

/** An element's text as recipes see it: one line a block. */
export function shown(element: Element | null | undefined): string {
  return lines(element).join('\n');
}

/** The element some levels above; undefined when there is none. */
export function above(element: Element | null | undefined, levels: number): Element | null | undefined {
  return levels > 0 ? above(element?.parentElement, levels - 1) : element;
}

/** A mail address, an address of the web, words, or a number: a recipe gives no other sort than it was made from. */
export function sortOf(text: string): number {
  return /\S@\S/.test(text) ? 1 : /:\/\/|^www\./.test(text) ? 2 : /\p{L}/u.test(text) ? 3 : 4;
}

/** What a recipe finds on this page; null rather than a text whose surroundings are not those it was made in. Changes nothing in the page. */
export function applyRecipe(doc: Document, { ways, sort, link }: Pick<Recipe, 'ways' | 'sort' | 'link'>): string | null {
  for (const { from, climb, find, says, up, after, part: [by, at, of] } of ways) {
    const [start, ...more] = doc.querySelectorAll(from);
    const found = more.length ? [] : [...above(start, climb)?.querySelectorAll(find) ?? []].filter((one) => !says || shown(above(one, up)?.previousElementSibling) === says)
      .map((one) => (link ? one.closest('a')?.href ?? '' : shown(one))).filter((one) => one.startsWith(after));
    const parts = new Set(found).size === 1 ? found[0]!.slice(after.length).split(by) : [];
    const value = parts.length === of ? fold(parts[at]) : '';
    if (value && sortOf(value) === sort) return value;
  }
  return null;
}

/** The draft with what recipes find in place of what its reader found. A text that is another field's is not taken, unless it was so where the recipe was made. */
export function withRecipes(doc: Document, draft: Draft, recipes: readonly Recipe[]): Draft {
  const fields = { ...draft.fields } as Record<string, Reading<unknown>>;
  for (const recipe of recipes) {
    try {
      const { field, page, like, many } = recipe;
      const value = page === draft.page && applyRecipe(doc, recipe);
      const isOthers = Object.entries(draft.fields).some(([name, one]) => name !== field && one.value === value && !like.includes(name));
      if (value && !isOthers) fields[field] = { value: many ? [value] : value, source: 'recipe', sure: 0.9 };
    } catch {
      // one broken recipe must not cost the page
    }
  }
  return { ...draft, fields };
}
