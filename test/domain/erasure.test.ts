import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ERASED, tracesOf, without } from '../../src/domain/erasure.ts';
import { prospectOf } from './prospect-of.ts';

const said = <T>(value: T) => ({ value, source: { kind: 'page' as const, name: 'x', url: 'https://x.example/in/ada-quill' }, at: 1 });

test('what names somebody is all that any of their rows said of it, the longest first; short words are nobody\'s own', () => {
  const rows = [prospectOf({ keys: ['linkedin:in/ada'], fields: { name: said('Ada Quill'), emails: said(['ada@quill.example']) } }), prospectOf({ fields: { name: said('Ada') }, suggestions: { name: said('Ada Quill-Stone') } })];
  expect(tracesOf(rows)).toEqual({ identities: ['linkedin:in/ada', 'email:ada@quill.example'], addresses: ['https://x.example/in/ada-quill'], words: ['ada@quill.example', 'Ada Quill-Stone', 'Ada Quill'] });
});

test('only whole words go, in any case of letters, wherever they stand', () => {
  const row = { a: 'For ADA QUILL-Stone (ada quill).', b: [{ c: 'Nevada Quillson' }], d: 3 };
  expect(without(row, ['Ada Quill-Stone', 'Ada Quill'])).toEqual({ a: `For ${ERASED} (${ERASED}).`, b: [{ c: 'Nevada Quillson' }], d: 3 });
  expect(without(row, ['Bea Reed'])).toBe(row);
});

test('whatever the texts are they go, and nothing else is touched', () => {
  const text = fc.string({ minLength: 5, maxLength: 12 }).filter((one) => one.trim() === one && !one.includes(ERASED));
  fc.assert(fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 3 }), fc.jsonValue(), (texts, other) => {
    const { words } = tracesOf([prospectOf({ fields: { emails: said(texts) } })]);
    const clean = without({ other: 'untouched', spoken: words.map((one) => ` ${one} `) }, words) as { other: string; spoken: string[] };
    expect(clean.spoken.every((one, at) => !one.includes(` ${words[at]!} `))).toBe(true);
    expect(without(other, ['no such text'])).toBe(other);
  }));
});
