// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { lesson } from '../../src/content/lesson.ts';
import type { Lesson } from '../../src/messages/contract.ts';

const asked = (id: number, more: Partial<Lesson> = {}): Lesson => ({ id, site: 'example', page: 'person', field: 'title', known: { name: 'Ada Example' }, old: null, ...more });
const page = (body: string): Document => new DOMParser().parseFromString(`<main><h1>Ada Example</h1><dl>${body}</dl></main>`, 'text/html');

describe('a lesson', () => {
  let at = 'https://example.com/ada';
  beforeEach(() => { at = 'https://example.com/ada'; });
  const desk = (doc: Document) => lesson({ doc, href: () => at, now: () => 7 });
  const position = '<dt>Position</dt><dd>Buyer</dd>';

  test('lists texts as plain values and makes a recipe of the one that was pointed at', () => {
    const { pieces, recipe } = desk(page(position));
    const list = pieces('Ada Example');
    expect(JSON.parse(JSON.stringify(list))).toEqual(list);
    expect(recipe(asked(list.find(({ text }) => text === 'Buyer')!.id))).toMatchObject({ field: 'title', by: 'label', at: 7, ways: [{ says: 'Position' }] });
  });

  test('makes none of a piece that there is not, before a list, after a navigation, or of an element that is gone', () => {
    const doc = page(position);
    const { pieces, recipe } = desk(doc);
    expect(recipe(asked(0))).toBeNull();
    const { id } = pieces('Ada Example').find(({ text }) => text === 'Buyer')!;
    expect(recipe(asked(99))).toBeNull();
    at = 'https://example.com/bo';
    expect(recipe(asked(id))).toBeNull();
    at = 'https://example.com/ada';
    doc.querySelector('dd')!.remove();
    expect(recipe(asked(id))).toBeNull();
  });

  test('taught again on another layout, it keeps the old way; taught again because it was wrong, it does not', () => {
    const first = desk(page(position));
    const old = first.recipe(asked(first.pieces('').find(({ text }) => text === 'Buyer')!.id))!;
    const other = desk(page('<dt>Role</dt><dd>Buyer</dd>'));
    const both = other.recipe(asked(other.pieces('').find(({ text }) => text === 'Buyer')!.id, { old }))!;
    expect(both.ways.map(({ says }) => says)).toEqual(['Role', 'Position']);
    const wrong = desk(page('<dt>Position</dt><dd>third row</dd><dt>Role</dt><dd>Buyer</dd>'));
    const right = wrong.recipe(asked(wrong.pieces('').find(({ text }) => text === 'Buyer')!.id, { old }))!;
    expect(right.ways.map(({ says }) => says)).toEqual(['Role']);
  });
});
