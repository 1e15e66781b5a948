import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounded } from '../../src/content/bound.ts';
import { checkPageSeen } from '../../src/messages/draft-check.ts';
import type { Draft } from '../../src/domain/draft.ts';

const hostile = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('x'.repeat(200_000)), fc.constant('\ud800'), fc.constant('\u202egnp.exe'), fc.constant('<img src=x onerror=alert(1)>'));

const draft = (value: string): Draft => ({
  page: 'person', site: 'example', url: 'https://example.com/a', keys: ['example:a'], agrees: 'yes',
  fields: { name: { value, source: 'structure', sure: 1 }, about: { value, source: 'text', sure: 0.5 }, emails: { value: Array(500).fill(value), source: 'text', sure: 1 }, experience: { value: [{ title: value }], source: 'text', sure: 1 } },
  rows: Array(500).fill({ name: value }),
});

test('whatever a page says becomes small, whole and passes the worker\'s check', () => {
  fc.assert(fc.property(hostile, (value) => {
    const small = bounded(draft(value));
    expect(JSON.stringify(small).length).toBeLessThan(300_000);
    expect(JSON.stringify(small)).not.toMatch(/\\ud[89a-f][0-9a-f]{2}(?!\\ud)|[\u202a-\u202e\u2066-\u2069]/i);
    expect(checkPageSeen({ url: small.url, state: 'settled', draft: small })).not.toBeNull();
  }), { numRuns: 40 });
});

test('text that fits is not touched', () => {
  expect(bounded(draft('Ada 👩‍💻 Example')).fields.name!.value).toBe('Ada 👩‍💻 Example');
});
