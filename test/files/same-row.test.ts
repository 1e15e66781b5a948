import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEqual } from '../../src/files/same-row.ts';

describe('two rows', () => {
  it('are equal when they hold the same, in whatever order', () => {
    expect(isEqual({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
    expect(isEqual([1, 2], [2, 1])).toBe(false);
  });

  it('are equal when one says that it has not what the other leaves out', () => {
    expect(isEqual({ a: undefined, b: 1 }, { b: 1 })).toBe(true);
    expect(isEqual({ b: 1 }, { a: undefined, b: 1 })).toBe(true);
    expect(isEqual({ a: undefined, b: 1 }, { c: undefined, b: 1 })).toBe(true);
    expect(isEqual({ toString: undefined }, {})).toBe(true);
    expect(isEqual({ a: null }, {})).toBe(false);
    expect(isEqual(JSON.parse('{"__proto__":{}}'), { x: 1 })).toBe(false);
  });

  it('of few values are equal exactly when nothing differs', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ depthSize: 'small' }, fc.constantFrom(0, 1, '', 'a', null, true), fc.array(tie('any'), { maxLength: 2 }), fc.dictionary(fc.constantFrom('a', 'b', 'toString'), tie('any'), { maxKeys: 2, noNullPrototype: true })),
    })).any;
    fc.assert(fc.property(value, value, (a, b) => {
      expect(isEqual(a, b)).toBe(isDeepStrictEqual(a, b));
      expect(isEqual(a, structuredClone(a))).toBe(true);
    }), { numRuns: 500 });
  });
});
