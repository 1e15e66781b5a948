import { describe, expect, test } from 'vitest';
import type { Prospect } from '../../src/domain/prospect.ts';
import { differencesOf, visited } from '../../src/domain/visit.ts';
import { draftOf } from '../storage/scratch-book.ts';

const field = (value: string) => ({ value, source: { kind: 'page' as const, name: 'example', sure: 0.9 }, at: 1 });
const ada: Prospect = {
  id: 'p1', kind: 'prospect', keys: ['example:ada'], suggestions: {}, stage: 'new', tags: [], lists: [], createdAt: 1, updatedAt: 1,
  fields: { name: field('Ada Example'), title: field('Head of Sales'), company: field('Acme GmbH') },
};
const page = (texts: Record<string, string>) => draftOf('example:ada', 'Ada Example', texts);
const ids = (): string => 's1';

describe('a visit to a known person', () => {
  test('a new company is a dated signal with old and new, and only a suggestion', () => {
    const next = visited(ada, page({ company: 'Fabrikam' }), 9, ids);
    expect(next.signals).toEqual([{ id: 's1', kind: 'changed-job', at: 9, field: 'company', from: 'Acme GmbH', to: 'Fabrikam', url: 'https://example.com/example:ada', state: 'open' }]);
    expect(next.suggestions.company!.value).toBe('Fabrikam');
    expect(next.fields).toEqual(ada.fields);
  });

  test.each([
    ['the same spelled differently', { company: 'ACME  gmbh', title: 'head of sales' }],
    ['a shorter or longer spelling', { company: 'Acme', title: 'Head of Sales, EMEA' }],
    ['another place or headline', { location: 'Oslo', headline: 'Hello' }],
  ])('%s is no signal', (_what, texts) => {
    expect(visited(ada, page(texts), 9, ids)).toBe(ada);
  });

  test('the same news twice is told once', () => {
    const once = visited(ada, page({ company: 'Fabrikam' }), 9, ids);
    expect(visited(once, page({ company: 'FABRIKAM' }), 10, ids)).toBe(once);
  });

  test('what the rep turned down is not offered again, something else is', () => {
    const declined = { ...ada, declined: { company: 'Fabrikam' } };
    expect(visited(declined, page({ company: 'Fabrikam' }), 9, ids)).toBe(declined);
    expect(visited(declined, page({ company: 'Contoso' }), 9, ids).signals).toHaveLength(1);
  });

  test('a guess, and a page that contradicts its address, say nothing', () => {
    const guess = page({ company: 'Fabrikam' });
    guess.fields.company!.sure = 0.5;
    expect(visited(ada, guess, 9, ids)).toBe(ada);
    expect(differencesOf(ada, { ...page({ company: 'Fabrikam' }), agrees: 'no' }, 9)).toEqual([]);
  });

  test('differences name what is new and what is other, and leave out what is known', () => {
    expect(differencesOf(ada, page({ title: 'Head of Sales', location: 'Oslo', company: 'Fabrikam' }), 9).map(({ field: name, now }) => [name, now?.value])).toEqual([['company', 'Acme GmbH'], ['location', undefined]]);
  });
});
