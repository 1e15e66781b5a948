import fc from 'fast-check';
import { expect, test } from 'vitest';
import { customName, LONGEST_NAME, LONGEST_VALUE, MOST_CUSTOM, withCustom, type CustomFields } from '../../src/domain/custom-field.ts';

test('whatever is typed, names and values stay bounded, and there are no more than fifty', () => {
  const step = fc.tuple(fc.oneof(fc.string({ maxLength: 80 }), fc.integer({ min: 0, max: 60 }).map((at) => `Field ${at}`), fc.constantFrom('__proto__', 'toString', ' a  b ', 'constructor')), fc.oneof(fc.string({ maxLength: 30 }), fc.constant('x'.repeat(3_000))));
  fc.assert(fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
    const custom = steps.reduce<CustomFields | undefined>((now, [name, value], at) => withCustom(now, name, value, at), undefined);
    const entries = Object.entries(custom ?? {});
    expect(entries.length).toBeLessThanOrEqual(MOST_CUSTOM);
    expect(new Set(entries.map(([name]) => name.toLowerCase())).size).toBe(entries.length);
    for (const [name, { value, source }] of entries) {
      expect([name.length <= LONGEST_NAME, value.length <= LONGEST_VALUE, value.trim() !== '', customName(name) === name, source.kind]).toEqual([true, true, true, true, 'hand']);
    }
  }));
});

test('a name in another case is the same field; emptying the last one leaves none', () => {
  const first = withCustom(undefined, ' Customer   number ', '1', 5);
  expect(first).toEqual({ 'Customer number': { value: '1', source: { kind: 'hand', name: 'rep' }, at: 5 } });
  expect(Object.keys(withCustom(first, 'CUSTOMER NUMBER', '2', 6)!)).toEqual(['Customer number']);
  expect(withCustom(first, 'customer number', ' ', 6)).toBeUndefined();
  expect(withCustom(first, '__proto__', 'x', 6)).toBe(first);
});
