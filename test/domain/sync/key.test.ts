import fc from 'fast-check';
import { expect, test } from 'vitest';
import { externalKey, isOurKey, uuidOf } from '../../../src/domain/sync/key.ts';

test('the key comes from the strongest identity, whatever the order and whatever else is known', () => {
  const key = externalKey(['email:ada@example.com', 'linkedin:in/ada', 'web:ada.example'], 'x');
  expect(externalKey(['web:ada.example', 'linkedin:in/ada', 'github:ada', 'linkedin:member/12'], 'y')).toBe(key);
  expect(externalKey(['email:ada@example.com'], 'x')).not.toBe(key);
  expect(externalKey([], 'x')).not.toBe(externalKey([], 'y'));
});

test('a key is a UUID that is known as ours, and different texts give different ones', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
    expect(isOurKey(uuidOf(a))).toBe(true);
    expect(uuidOf(a) === uuidOf(b)).toBe(a === b);
  }));
  expect(isOurKey('a4b6130b-e4b7-48cc-9896-464c169b801f')).toBe(false);
  expect(isOurKey(null)).toBe(false);
});
