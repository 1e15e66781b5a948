const LONGEST = 20_000;
const WHOLE = /<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const BREAK = /<br\b[^<>]*>|<\/(?:p|div|li|tr|h[1-6]|blockquote)\s*>/gi;
const NAMED: { [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** The plain text of a CRM's markup, at most 20,000 characters; nothing of it is ever run or shown as markup. */
export function plainText(markup: string): string {
  return markup.slice(0, 5 * LONGEST).replace(WHOLE, '').replace(/[\r\n]+/g, ' ').replace(BREAK, '\n').replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (all, decimal?: string, hex?: string, name?: string) => {
      if (name) return Object.hasOwn(NAMED, name) ? NAMED[name]! : all;
      const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
    })
    .split('\n').map((line) => line.trim()).join('\n').trim().slice(0, LONGEST);
}

/** Plain text as the markup that shows it: nothing in it is taken for a tag. */
export function markupOf(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped.replace(/\r?\n/g, '<br>')}</p>`;
}
