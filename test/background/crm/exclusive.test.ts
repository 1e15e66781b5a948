import { expect, test } from 'vitest';
import { exclusive } from '../../../src/background/crm/exclusive.ts';

test('one at a time by name: others are turned away, or wait', async () => {
  const order: string[] = [];
  let free = (): void => undefined;
  const first = exclusive('a', false, async () => { await new Promise<void>((done) => { free = done; }); order.push('first'); return 1; });
  expect(await exclusive('a', false, async () => 2)).toBeUndefined();
  expect(await exclusive('b', false, async () => 3)).toBe(3);
  const later = exclusive('a', true, async () => { order.push('later'); return 4; });
  free();
  expect(await Promise.all([first, later])).toEqual([1, 4]);
  expect(order).toEqual(['first', 'later']);
});

test('a failure lets the next one in', async () => {
  await expect(exclusive('c', false, () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  expect(await exclusive('c', false, async () => 5)).toBe(5);
});
