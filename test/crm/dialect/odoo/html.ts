const kept = new Set(['p', 'br', 'b', 'i', 'u', 'em', 'strong', 'a', 'ul', 'ol', 'li', 'span', 'div', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'pre', 'code', 'table', 'tbody', 'tr', 'td', 'th', 'hr']);
const whole = /<(script|style|iframe|object)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const tag = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/gi;

/** What the server keeps of markup: harmless elements; scripts go with their content, unknown elements leave theirs; bare text becomes a paragraph. */
export function sanitized(html: string): string {
  const clean = html.replace(/<!--[\s\S]*?-->/g, '').replace(whole, '').replace(tag, (_all, slash: string, name: string, rest: string) => {
    const low = name.toLowerCase();
    if (!kept.has(low)) return '';
    const attributes = slash ? '' : rest.replace(/\/\s*$/, '').replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|\S+)/gi, '').replace(/\shref\s*=\s*["']?\s*javascript:[^\s>]*/gi, '').trimEnd();
    return `<${slash}${low}${attributes}>`;
  }).replace(/&(?!#?\w+;)/g, '&amp;').replace(/<(?![/a-z])/gi, '&lt;');
  if (clean.trim() === '') return '';
  return /^\s*<(?!b>|i>|u>|em>|strong>|a[\s>]|span|br>|code>)/i.test(clean) ? clean : `<p>${clean}</p>`;
}

/** Plain text put into markup. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
