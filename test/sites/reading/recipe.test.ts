// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/domain/draft.ts';
import { checkRecipe, type Recipe } from '../../../src/domain/recipe.ts';
import { applyRecipe, sortOf, withRecipes } from '../../../src/sites/reading/recipe.ts';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const way: Recipe['ways'][number] = { from: 'html', climb: 0, find: '[itemprop="jobTitle"]', says: '', up: 0, after: '', part: ['\0', 0, 1] };
const recipe: Recipe = { site: 'example', page: 'person', field: 'title', by: 'mark', sort: 3, like: [], link: false, many: false, ways: [way], at: 1 };
const draft = (fields: Draft['fields'] = {}): Draft => ({ page: 'person', site: 'example', url: 'https://example.com/ada', keys: ['example:ada'], agrees: 'yes', fields: { name: { value: 'Ada', source: 'structure', sure: 1 }, ...fields } });
const page = parse('<main><h1>Ada</h1><p itemprop="jobTitle">Head of <b>Sales</b></p></main>');

describe('applying a recipe', () => {
  test('gives the text on one line', () => {
    expect(applyRecipe(page, recipe)).toBe('Head of Sales');
  });

  test('two elements with different texts are no answer; a copy of the same text is one', () => {
    expect(applyRecipe(parse('<p itemprop="jobTitle">Baker</p><p itemprop="jobTitle">Smith</p>'), recipe)).toBeNull();
    expect(applyRecipe(parse('<p itemprop="jobTitle">Baker</p><p itemprop="jobTitle" class="mobile">Baker</p>'), recipe)).toBe('Baker');
  });

  test('a text of another sort is none: no mail address, link or number for words', () => {
    for (const text of ['ada@example.com', 'https://example.com/', '+49 30 1234567']) expect(applyRecipe(parse(`<p itemprop="jobTitle">${text}</p>`), recipe)).toBeNull();
    expect(['a@b', 'www.example.com', 'CTO @ Acme', '営業部長', '42'].map(sortOf)).toEqual([1, 2, 3, 3, 4]);
  });

  test('the next way is tried when one leads nowhere', () => {
    expect(applyRecipe(page, { ...recipe, ways: [{ ...way, find: '[itemprop="roleName"]' }, way] })).toBe('Head of Sales');
  });

  test('a start that is there twice is no start', () => {
    expect(applyRecipe(parse('<h1>A</h1><h1>B</h1><p>Baker</p>'), { ...recipe, ways: [{ ...way, from: 'h1', climb: 1, find: ':scope > p' }] })).toBeNull();
  });

  test('a link field gives the address, not the words', () => {
    const doc = parse('<a itemprop="url" href="https://ada.example/"><span itemprop="jobTitle">My site</span></a>');
    expect(applyRecipe(doc, { ...recipe, link: true, sort: 2 })).toBe('https://ada.example/');
  });
});

describe('a draft with recipes', () => {
  test('what was taught replaces what the reader found, with its own source', () => {
    const read = withRecipes(page, draft({ title: { value: 'Ada', source: 'text', sure: 0.5 } }), [recipe]);
    expect(read.fields.title).toEqual({ value: 'Head of Sales', source: 'recipe', sure: 0.9 });
  });

  test('a recipe that finds nothing leaves the reader\'s value', () => {
    const title = { value: 'Buyer', source: 'text', sure: 0.5 };
    expect(withRecipes(parse('<h1>Ada</h1>'), draft({ title }), [recipe]).fields.title).toEqual(title);
  });

  test('a text that is another field\'s is not taken, unless it was so where it was taught', () => {
    const location = { value: 'Head of Sales', source: 'structure', sure: 1 };
    expect(withRecipes(page, draft({ location }), [recipe]).fields.title).toBeUndefined();
    expect(withRecipes(page, draft({ location }), [{ ...recipe, like: ['location'] }]).fields.title?.value).toBe('Head of Sales');
  });

  test('fields that are lists stay lists, and recipes of other kinds of pages are not used', () => {
    const doc = parse('<p itemprop="email">ada@example.com</p>');
    const emails: Recipe = { ...recipe, field: 'emails', many: true, sort: 1, ways: [{ ...way, find: '[itemprop="email"]' }] };
    expect(withRecipes(doc, draft(), [emails]).fields.emails?.value).toEqual(['ada@example.com']);
    expect(withRecipes(doc, { ...draft(), page: 'company' }, [emails]).fields.emails).toBeUndefined();
    expect(withRecipes(doc, { ...draft(), page: 'none', fields: {} }, [emails]).fields).toEqual({});
  });

  test('a recipe that breaks costs only itself', () => {
    const broken = { ...recipe, field: 'company', ways: [{ ...way, find: 'p:no-such(' }] } as Recipe;
    expect(withRecipes(page, draft(), [broken, recipe]).fields.title?.value).toBe('Head of Sales');
  });
});

describe('the check of a recipe', () => {
  test.each([
    ['a selector that searches by contents', { find: 'div:has(p)' }],
    ['a selector that reaches sideways', { find: 'h1 ~ p' }],
    ['two selectors', { find: 'p,div' }],
    ['an empty step', { find: 'div >  > p' }],
    ['an attribute that ends its quotes', { find: '[id="a"][onclick="b\\""]' }],
    ['a line break in an attribute', { find: '[id="a\nb"]' }],
    ['a start of its own', { from: 'body' }],
    ['a selector without end', { find: `${'div > '.repeat(200)}p` }],
    ['a label without end', { says: 'x'.repeat(100) }],
    ['a negative count', { up: -1 }],
  ])('refuses %s', (_what, more) => {
    expect(checkRecipe({ ...recipe, ways: [{ ...way, ...more }] })).toBeNull();
  });

  test('whatever selector passes, the browser understands it', () => {
    const step = fc.stringMatching(/^(?:[a-z]{0,3}(?:\.[a-zA-Z_-]{1,3}|\[[a-z-]{1,3}[\^$]?="[^"]{0,3}"\]|:nth-of-type\(\d{1,2}\))?)$/);
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), (steps) => {
      const find = steps.join(' > ');
      fc.pre(checkRecipe({ ...recipe, ways: [{ ...way, find }] }) !== null);
      page.querySelectorAll(find);
    }));
  });

  test('nothing makes it throw, and what is not named is dropped', () => {
    fc.assert(fc.property(fc.anything(), (value) => { checkRecipe(value); checkRecipe({ ...recipe, ways: value }); }));
    expect(checkRecipe({ ...recipe, example: 'Ada' })).toEqual(recipe);
  });
});
