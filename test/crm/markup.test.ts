import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markupOf, plainText } from '../../src/crm/markup.ts';
import { addressesIn } from '../../src/crm/untrusted.ts';

describe('markup of a CRM', () => {
  it.each([
    ['<p>one</p><p>two</p>', 'one\ntwo'],
    ['<p>Talked about <b>rust</b><br>and more</p>', 'Talked about rust\nand more'],
    ['a<script>alert(1)</script>b<style>p{}', 'ab'],
    ['&lt;b&gt; &amp;amp; &#39;x&#x27; &nbsp;&copy;&constructor;', "<b> &amp; 'x'  &copy;&constructor;"],
    ['&#1114112;&#0;x', 'x'],
    ['line\nbreaks of the source\r\nare spaces', 'line breaks of the source are spaces'],
    ['', ''],
  ])('%j is %j', (markup, text) => {
    expect(plainText(markup)).toBe(text);
  });

  it('takes text there and back, and no tag of it is ever one', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '<', '>', '&', ';', 'b', '/', '"', "'", 'é', '😀') }), (text) => {
      const tidy = text.replace(/ *\n */g, '\n').trim();
      expect(plainText(markupOf(text))).toBe(tidy);
      expect(markupOf(text).replace(/^<p>|<br>|<\/p>$/g, '')).not.toMatch(/[<>]/);
    }));
  });

  it('reads no more than it must of what never ends', () => {
    expect(plainText('<'.repeat(300_000)).length).toBeLessThanOrEqual(20_000);
    expect(plainText('<script>'.repeat(50_000))).toBe('');
    expect(plainText(`a${' '.repeat(100_000)}b`).length).toBeLessThanOrEqual(20_000);
    expect(addressesIn(`${'a'.repeat(10_000)} ada@example.com`)).toEqual(['ada@example.com']);
  });
});
