import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_MAILTO, mailto } from '../../src/domain/mailto.ts';
import { anyText } from './any-text.ts';

describe('a letter as an address', () => {
  test('holds address, subject and text, lines ended as mail has them', () => {
    expect(mailto(' ada+x@example.com ', 'A & B', 'Hi\n100% #1?')).toEqual({ href: 'mailto:ada%2Bx@example.com?subject=A%20%26%20B&body=Hi%0D%0A100%25%20%231%3F', isShort: false });
    expect(mailto('ada@example.com', '', 'Hi')!.href).toBe('mailto:ada@example.com?body=Hi');
    expect(mailto('ada@example.com', '', '')!.href).toBe('mailto:ada@example.com');
  });

  test('goes to one mail address or nowhere', () => {
    for (const to of ['', 'ada', '@example.com', 'ada@', 'a@example.com,b@example.com', 'a@example.com?cc=b@example.com&x', 'a b@example.com', 'javascript:alert(1)', '"a"@example.com', 'a@exa\u202emple.com']) {
      const made = mailto(to, 's', 'b');
      if (made) expect(new URL(made.href).searchParams.has('cc')).toBe(false);
      else expect(made).toBeNull();
    }
    expect(mailto('a@example.com,b@example.com', '', '')).toBeNull();
  });

  test('leaves the text out when it would be too long, and says so', () => {
    const made = mailto('ada@example.com', 'Hello', 'ä'.repeat(1_000))!;
    expect(made).toEqual({ href: 'mailto:ada@example.com?subject=Hello', isShort: true });
  });

  test('whatever the texts are, nothing but To, Subject and Body comes of them, and they come back as they were', () => {
    fc.assert(fc.property(anyText(80), anyText(80), (subject, body) => {
      const made = mailto('ada@example.com', subject, body)!;
      const url = new URL(made.href);
      expect(url.pathname).toBe('ada@example.com');
      expect(made.href.length).toBeLessThanOrEqual(LONGEST_MAILTO);
      for (const name of url.searchParams.keys()) expect(['subject', 'body']).toContain(name);
      expect(url.searchParams.get('subject') ?? '').not.toMatch(/[\r\n]/);
      if (!made.isShort) expect((url.searchParams.get('body') ?? '').replaceAll('\r\n', '\n')).toBe(body.toWellFormed().replace(/\r\n?/g, '\n'));
    }));
  });
});
