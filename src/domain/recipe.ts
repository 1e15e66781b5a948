import * as v from 'valibot';
import type { DraftField } from './draft.ts';

/** The fields that a rep can teach: those that are texts, addresses, or lists of them. */
export const TEACHABLE = [
  'name', 'pronouns', 'headline', 'title', 'company', 'location', 'about', 'school', 'emails', 'phones', 'websites', 'profiles', 'industry', 'handle', 'size', 'tagline', 'category', 'domain',
] as const satisfies readonly DraftField[];
export type TeachableField = (typeof TEACHABLE)[number];

/** What finds the text again: a name in the page's code, a label before it, or nothing but its place. */
export const BASES = ['mark', 'label', 'place'] as const;

/** Cuts a text at `by` and takes piece `at` when there are exactly `of`. */
export type Part = readonly [by: string, at: number, of: number];

/** One way to a text; it leads nowhere when the page is not laid out as it was when this was made. */
export interface Way {
  /** Selector of the element to start at; there must be one. */
  from: (typeof STARTS)[number];
  /** How many levels above it the search begins. */
  climb: number;
  /** Selector of the text's element below there; counts of siblings are part of it, so that a missing line is noticed. */
  find: string;
  /** What stands right before the element (`up` levels above it); '' = does not matter. */
  says: string;
  up: number;
  /** What the text begins with, and which is no part of it. */
  after: string;
  part: Part;
}

/** How to find one field on all profiles of one site: made from a text that the rep pointed out; holds nothing of the person it was made with. */
export interface Recipe {
  /** The reader's site, or the host (without www.) for the open web. */
  site: string;
  page: 'person' | 'company';
  field: TeachableField;
  by: (typeof BASES)[number];
  /** Which sort of text this is, as `sortOf` tells. */
  sort: number;
  /** Other fields that had the same text when this was made; on other pages only they may. */
  like: string[];
  /** Where the text is: in the page, or in the link around it. */
  link: boolean;
  /** The field holds a list. */
  many: boolean;
  /** Tried in this order. */
  ways: Way[];
  /** When it was taught; epoch ms. */
  at: number;
}

/** The most that is kept. */
export const MOST_RECIPES = 200;
export const MOST_WAYS = 6;

/** Where a way can start: the heading that has the name, or the page itself. */
export const STARTS = ['main h1', 'h1', '[role="heading"][aria-level="1"]', 'html'] as const;

/** Tags, names and counts, one step down after the other: no selector that costs more than a walk through the page. */
const STEP = String.raw`(?=[a-z.[])(?:[a-z][a-z0-9-]*)?(?:\.[A-Za-z_][\w-]*|\[[a-z][a-z-]*[\^$]?="[^"\\[\]\p{C}]+"\]|:nth-(?:last-)?of-type\([1-9]\d{0,2}\))*`;
const SELECTOR = new RegExp(`^(?::scope > )?(?:${STEP} > ){0,16}${STEP}$`, 'u');
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50));

const way = v.object({
  from: v.picklist(STARTS), climb: count, find: v.pipe(v.string(), v.maxLength(800), v.regex(SELECTOR)), says: text(80), up: count, after: text(80), part: v.tuple([v.pipe(v.string(), v.nonEmpty(), v.maxLength(5)), count, count]),
});

const recipe = v.object({
  site: v.pipe(v.string(), v.maxLength(253), v.regex(/^[a-z0-9][a-z0-9.:-]*$/)),
  page: v.picklist(['person', 'company']),
  field: v.picklist(TEACHABLE),
  by: v.picklist(BASES),
  sort: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
  like: v.pipe(v.array(text(40)), v.maxLength(20)),
  link: v.boolean(),
  many: v.boolean(),
  ways: v.pipe(v.array(way), v.minLength(1), v.maxLength(MOST_WAYS)),
  at: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8.64e15)),
});

/** A recipe as stored, sent or imported; null when it is none. What is not named here is dropped. */
export function checkRecipe(value: unknown): Recipe | null {
  const checked = v.safeParse(recipe, value);
  return checked.success ? checked.output : null;
}

/** The good ones among what should be recipes, at most `MOST_RECIPES`. */
export function checkRecipes(value: unknown): Recipe[] {
  return Array.isArray(value) ? value.slice(0, MOST_RECIPES).map(checkRecipe).filter((one) => one !== null) : [];
}

/** Are these two for the same field of the same pages? Then one takes the other's place. */
export function sameRecipe(a: Recipe, b: Pick<Recipe, 'site' | 'page' | 'field'>): boolean {
  return a.site === b.site && a.page === b.page && a.field === b.field;
}
