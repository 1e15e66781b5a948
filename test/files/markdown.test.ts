import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/files/format.ts';
import markdown, { markdownOf } from '../../src/files/markdown.ts';
import { ada, nameParts } from './entry.ts';

function named(name: string): Entry {
  return { ...ada, prospect: { ...ada.prospect, fields: { name: { value: name, source: { kind: 'hand', name: 'rep' }, at: 0 } } } };
}

describe('a prospect as Markdown', () => {
  it('says what is known, who said so, and what happened in order', () => {
    const touch = { id: 't', prospectId: 'p1', channel: 'linkedin', direction: 'out' as const, outcome: 'no answer', at: 60_000, createdAt: 0, updatedAt: 0 };
    expect(markdownOf({ ...ada, touches: [touch], followUps: [{ ...ada.followUps[1]!, text: 'Call', dueAt: 120_000 }] })).toBe(`# Ada Example

- **Headline:** Builds "engines", all day and night (linkedin, 1970-01-01)
- **Emails:** ada\\@example.com; a\\@example.org (linkedin, 1970-01-01)
- **Phones:** +49 30 123456 (linkedin, 1970-01-01)
- **Account:** Example GmbH, example.com
- **Stage:** working
- **Tags:** hot; \\=tag
- **Lists:** Berlin
- **Lead source:** referral
- **Fit:** 81 of 100, 60% known, Founders

## Timeline

- 1970-01-01 00:00 Added to the book
- 1970-01-01 00:00 Note: first
- 1970-01-01 00:00 Note: second
- 1970-01-01 00:01 To them, linkedin: no answer
- 1970-01-01 00:02 Follow-up due: Call
`);
  });

  it.each([
    ['<img src=x onerror=alert(1)>', '# \\<img src\\=x onerror\\=alert(1)\\>'],
    ['[click](javascript:alert(1))', '# \\[click\\](javascript:alert(1))'],
    ['![x](https://evil.example/p.png)', '# \\!\\[x\\](https\\://evil.example/p.png)'],
    ['see www.evil.example', '# see www\\.evil.example'],
    ['one\n\n# two', '# one \\# two'],
    ['1. item', '# 1\\. item'],
    ['- item', '# \\- item'],
    ['\u2028', '# No name'],
  ])('shows text as text: %j', (name, head) => {
    expect(markdownOf(named(name)).split('\n')[0]).toBe(head);
  });

  it('leaves no bare character that begins markup, whatever the name', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('<', '>', '[', ']', '*', '_', '`', '\\', '!', '#', '|', '&', '\n', 'a', ' ') }), (name) => {
      const head = markdownOf(named(name)).split('\n')[0]!.slice(2);
      expect(head.replace(/\\./g, '')).toMatch(/^[a\sNonme]*$/);
    }));
  });

  it('has a rule between two people', async () => {
    let text = '';
    for await (const chunk of markdown.write([named('A'), named('B')], { nameParts })) text += chunk;
    expect(text).toBe(`${markdownOf(named('A'))}\n---\n\n${markdownOf(named('B'))}`);
  });
});
