const MAX = 20_000;
const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]/g;

/** A page's text made ours: one line, no bidi or zero-width controls (page text must not reorder the panel), no lone surrogates, bounded. */
export function fold(text: string | null | undefined): string {
  if (!text) return '';
  const cut = text.length > MAX ? text.slice(0, MAX) : text;
  return cut.toWellFormed().replace(INVISIBLE, (mark) => (mark === '\u200d' || mark === '\u200c' ? mark : '')).replace(/\s+/g, ' ').trim();
}

/** An element's text, folded; '' when there is none. Texts in script and style do not count. */
export function text(element: Element | null | undefined): string {
  if (!element) return '';
  if (!element.querySelector('script,style,noscript,template')) return fold(element.textContent);
  let out = '';
  const walk = (node: Node): void => {
    if (out.length > MAX) return;
    if (node.nodeType === 3) out += node.nodeValue;
    else if (node.nodeType === 1 && !/^(script|style|noscript|template)$/i.test((node as Element).tagName)) node.childNodes.forEach(walk);
  };
  walk(element);
  return fold(out);
}

/** Like `text`, keeping paragraphs: line breaks and block ends become one newline each. What `skip` matches does not count. */
export function lines(element: Element | null | undefined, skip?: string): string[] {
  if (!element) return [];
  let out = '';
  const walk = (node: Node): void => {
    if (out.length > MAX) return;
    if (node.nodeType === 3) { out += (node.nodeValue ?? '').replace(/\s+/g, ' '); return; }
    if (node.nodeType !== 1) return;
    const tag = (node as Element).tagName.toLowerCase();
    if (/^(script|style|noscript|template)$/.test(tag) || (skip && (node as Element).matches(skip))) return;
    if (tag === 'br') { out += '\n'; return; }
    const block = /^(p|div|li|ul|ol|h[1-6]|section|article|header|footer|tr|table|dd|dt|dl|blockquote|figure)$/.test(tag);
    if (block) out += '\n';
    node.childNodes.forEach(walk);
    if (block) out += '\n';
  };
  walk(element);
  return out.split('\n').map(fold).filter(Boolean);
}

/** A count as pages write it: "1,234", "69.2K", "6.9万", "1.5 Mio."; null when there is no number. */
export function count(shown: string | null | undefined): number | null {
  const match = fold(shown).match(/(\d[\d.,\s'’]*)\s*(k|m|b|mio|mrd|tsd|mil|mn|万|萬|亿|億|만|억|천|тыс|млн)?(?![a-z])/i);
  if (!match) return null;
  const unit = (match[2] ?? '').toLowerCase();
  const digits = match[1]!.trim().replace(/[\s'’]/g, '');
  const scale: Record<string, number> = { k: 1e3, tsd: 1e3, mil: 1e3, тыс: 1e3, 천: 1e3, m: 1e6, mio: 1e6, mn: 1e6, млн: 1e6, b: 1e9, mrd: 1e9, 万: 1e4, 萬: 1e4, 만: 1e4, 亿: 1e8, 億: 1e8, 억: 1e8 };
  // with a unit a single separator is a decimal point ("69,2K"); without one it groups thousands ("1.234")
  const plain = unit ? digits.replace(/[.,](?=\d{3}\b)(?=.*[.,])/g, '').replace(',', '.') : digits.replace(/[.,]/g, '');
  const value = Number(plain.replace(/[.,]+$/, ''));
  return Number.isFinite(value) ? Math.round(value * (scale[unit] ?? 1)) : null;
}
