import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPageSeen } from '../../src/messages/draft-check.ts';

const seen = (fields: unknown, more: object = {}): unknown => ({ url: 'https://example.com/a', state: 'settled', draft: { page: 'person', site: 'example', url: 'https://example.com/a', keys: ['example:a'], agrees: 'yes', fields, ...more } });
const name = { value: 'Ada', source: 'structure', sure: 1 };

describe('the check of what a page says', () => {
  test('takes a draft of the right shape', () => {
    expect(checkPageSeen(seen({ name }))?.draft?.fields.name).toEqual(name);
  });

  test('drops a field of the wrong shape and keeps the rest', () => {
    const checked = checkPageSeen(seen({ name, avatar: { value: 'javascript:alert(1)', source: 'meta', sure: 1 }, followers: { value: -1, source: 'meta', sure: 1 }, title: 'plain', about: { value: 'x'.repeat(20_000), source: 'text', sure: 1 }, unheard: name }));
    expect(Object.keys(checked!.draft!.fields)).toEqual(['name']);
  });

  test.each([
    ['an address that is not of the web', { url: 'javascript:alert(1)' }],
    ['a key that is none', { keys: ['no key'] }],
    ['a kind of page that there is not', { page: 'robot' }],
  ])('refuses %s', (_what, more) => {
    expect(checkPageSeen(seen({ name }, more))).toBeNull();
  });

  test('nothing makes it throw or reach a prototype', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (value) => {
      checkPageSeen(value);
      checkPageSeen(seen(value));
    }));
    checkPageSeen(JSON.parse('{"url":"https://example.com/","state":"settled","draft":{"__proto__":{"polluted":1},"fields":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}}'));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
