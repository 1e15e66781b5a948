import { expect, it, vi } from 'vitest';
import { remember } from '../../src/domain/remember.ts';

it('what a text said is read once, also when it said nothing, and only its beginning counts', () => {
  const read = vi.fn((text: string) => (text === 'no' ? undefined : text.length));
  const length = remember(5, read);
  expect([length('abc'), length('abc'), length('no'), length('no'), length('abcdefgh'), length('abcdexyz')]).toEqual([3, 3, undefined, undefined, 5, 5]);
  expect(read).toHaveBeenCalledTimes(3);
});

it('forgets before it grows without end, and still answers', () => {
  const read = vi.fn((text: string) => text);
  const same = remember(10, read);
  for (let at = 0; at < 12_000; at += 1) expect(same(`${at}`)).toBe(`${at}`);
  expect(same('0')).toBe('0');
  expect(read).toHaveBeenCalledTimes(12_001);
});
