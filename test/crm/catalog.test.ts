import { expect, test } from 'vitest';
import { connectorOf, connectors } from '../../src/crm/catalog.ts';

test('the catalog holds connectors alone, each once, by label', () => {
  expect(connectors.length).toBeGreaterThan(0);
  for (const one of connectors) expect(one).toMatchObject({ name: expect.stringMatching(/^[a-z][a-z0-9-]*$/), label: expect.any(String), flags: expect.any(Object), signIn: expect.any(Array) });
  const labels = connectors.map(({ label }) => label.toLowerCase());
  expect(labels).toEqual(labels.toSorted());
  expect(new Set(connectors.map(({ name }) => name)).size).toBe(connectors.length);
});

test('a connector is found by its name', () => {
  const [first] = connectors;
  expect(connectorOf(first!.name)).toBe(first);
  expect(connectorOf('nobody')).toBeUndefined();
});
