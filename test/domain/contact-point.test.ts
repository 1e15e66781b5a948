import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactPoints, marked, offered } from '../../src/domain/contact-point.ts';
import { prospectOf } from './prospect-of.ts';

const list = (value: string[]) => ({ value, source: { kind: 'hand' as const, name: 'rep' }, at: 1 });
const ada = prospectOf({ fields: { emails: list(['old@a.example', 'ada@a.example', 'Sales@a.example']), phones: list(['+49 30 1']) } });

describe('contact points', () => {
  test('are unverified until somebody says otherwise', () => {
    expect(contactPoints(ada).map(({ value, state }) => [value, state])).toEqual([['old@a.example', 'unverified'], ['ada@a.example', 'unverified'], ['Sales@a.example', 'unverified'], ['+49 30 1', 'unverified']]);
  });

  test('verified ones come first, bounced ones last and are never offered', () => {
    const known = marked(marked(ada, 'old@a.example', 'bounced', 5), 'sales@A.example', 'verified', 6);
    expect(contactPoints(known).map(({ value, state, at }) => [value, state, at])).toEqual([['Sales@a.example', 'verified', 6], ['ada@a.example', 'unverified', undefined], ['old@a.example', 'bounced', 5], ['+49 30 1', 'unverified', undefined]]);
    expect(offered(known, 'emails')).toBe('Sales@a.example');
    expect(offered(marked(ada, '+49 30 1', 'bounced', 5), 'phones')).toBeUndefined();
  });

  test('what is said last of a value counts, whatever its case, and it can be taken back', () => {
    const twice = marked(marked(ada, 'ADA@a.example', 'bounced', 5), 'ada@a.example', 'verified', 6);
    expect(Object.keys(twice.contactPoints!)).toHaveLength(1);
    expect(marked(twice, 'ada@a.example', undefined, 7).contactPoints).toBeUndefined();
  });

  test('whatever a value is called, a bounced one is not offered', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')), { selector: (one) => one.trim().toLowerCase(), minLength: 1 }), (values) => {
      const prospect = values.reduce((one, value) => marked(one, value, 'bounced', 1), prospectOf({ fields: { emails: list(values) } }));
      expect(offered(prospect, 'emails')).toBeUndefined();
      expect(contactPoints(prospectOf({ fields: { emails: list(values) } })).every(({ state }) => state === 'unverified')).toBe(true);
    }));
  });
});
