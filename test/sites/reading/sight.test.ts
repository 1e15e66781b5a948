import { expect, test } from 'vitest';
import type { Address } from '../../../src/domain/identity.ts';
import { draftOf, type Sight } from '../../../src/sites/reading/sight.ts';

const at: Address = { kind: 'person', key: 'x:ada', url: 'https://x.com/ada' };
const head = (who: Sight['who'], values: Sight['values']) => (): Sight => ({ source: 'json-ld', sure: 1, ...(who ? { who } : {}), values });
const body = (who: Sight['who'], values: Sight['values']) => (): Sight => ({ source: 'structure', sure: 0.9, ...(who ? { who } : {}), values });

test('each field comes from the first place that has it, and keeps its source', () => {
  const draft = draftOf('x', at, [head(['x:id/1', 'x:ada'], { name: 'Ada', location: '' }), body(['x:ada'], { name: 'Ada!', location: ' Malmö ' })]);
  expect(draft).toMatchObject({ page: 'person', agrees: 'yes', keys: ['x:ada', 'x:id/1'], fields: { name: { value: 'Ada', source: 'json-ld' }, location: { value: 'Malmö', source: 'structure' } } });
});

test('a head left over from the page before is not heard', () => {
  const draft = draftOf('x', at, [head(['x:id/9', 'x:old'], { name: 'Old', location: 'Oslo' }), body(['x:ada'], { name: 'Ada' })]);
  expect(draft).toMatchObject({ agrees: 'yes', keys: ['x:ada'] });
  expect(draft?.fields.location).toBeUndefined();
});

test('a body that speaks of somebody else is told as it is, and does not agree', () => {
  const draft = draftOf('x', at, [head(['x:id/1', 'x:ada'], { name: 'Ada', location: 'Malmö' }), body(['x:old'], { name: 'Old' })]);
  expect(draft).toMatchObject({ agrees: 'no', keys: ['x:ada'], fields: { name: { value: 'Old' } } });
  expect(draft?.fields.location).toBeUndefined();
});

test('a page that only speaks of others is nobody', () => {
  expect(draftOf('x', at, [head(['x:old'], { name: 'Old' })])).toBeNull();
});

test('one place may know the name and another the number of the same profile', () => {
  const byId: Address = { ...at, key: 'x:id/1' };
  expect(draftOf('x', byId, [head(['x:id/1', 'x:ada'], {}), body(['x:ada'], { name: 'Ada' })])).toMatchObject({ agrees: 'yes', keys: ['x:id/1', 'x:ada'] });
});

test('a place that throws costs itself, and nobody is nobody without a name', () => {
  const broken = (): Sight => { throw new Error('moved'); };
  expect(draftOf('x', at, [broken, body(undefined, { name: 'Ada' })])).toMatchObject({ agrees: 'unknown', fields: { name: { value: 'Ada' } } });
  expect(draftOf('x', at, [broken, body(['x:ada'], { about: 'words' })])).toBeNull();
});

test('values are made ours: counts, links, addresses and handles', () => {
  const draft = draftOf('x', at, [body(['x:ada'], { name: 'A\u202ed\u202ca', handle: '@Ada', followers: '69,2 mil', posts: 0, websites: ['ada.example.com', 'javascript:alert(1)', 'https://l.instagram.com/?u=https%3A%2F%2Fada.example.org%2F%3Ffbclid%3Dx', 7], emails: ['mailto:Ada@example.org?subject=x', 'no'], about: ' one \n  two ' })]);
  expect(draft?.fields).toMatchObject({ name: { value: 'Ada' }, handle: { value: 'Ada' }, followers: { value: 69200 }, posts: { value: 0 }, websites: { value: ['https://ada.example.com/', 'https://ada.example.org/'] }, emails: { value: ['ada@example.org'] }, about: { value: 'one\ntwo' } });
});
