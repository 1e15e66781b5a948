// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { dig, find, state } from '../../../src/sites/reading/state.ts';

const page = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

test('state is found by the id of its script or by what it is assigned to', () => {
  expect(state(page('<script id="__NEXT_DATA__" type="application/json">{"a":1}</script>'), '#__NEXT_DATA__')).toEqual({ a: 1 });
  expect(state(page('<script>window.x = 1</script><script>window.__STATE__ = {"a":"};{"};window.y = 2;</script>'), 'window.__STATE__')).toEqual({ a: '};{' });
  expect(state(page('<script>if (window.__STATE__) {}</script><script>window.__STATE__={"a":2}</script>'), 'window.__STATE__')).toEqual({ a: 2 });
});

test('what is no state is null', () => {
  expect(state(page('<script>window.__STATE__ = {"a":</script>'), 'window.__STATE__')).toBeNull();
  expect(state(page('<p>none</p>'), '#__NEXT_DATA__')).toBeNull();
});

test('paths and searches see own keys only', () => {
  const tree = JSON.parse('{"__proto__":{"name":"x"},"list":[{"deep":{"user":"ada","name":"Ada"}}]}') as unknown;
  expect(dig(tree, 'list.0.deep.name')).toBe('Ada');
  expect(dig(tree, 'constructor.name')).toBeUndefined();
  expect(find(tree, (node) => node['user'] === 'ada')).toMatchObject({ name: 'Ada' });
  expect(find(tree, (node) => node['user'] === 'bo')).toBeNull();
});
