const MAX = 20_000;
const INVISIBLE = /[\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]/g;

/** A page's text made ours: one line, no bidi or zero-width controls (page text must not reorder the panel), no lone surrogates, bounded. What is starred out says nothing. */
export function fold(text: string | null | undefined): string {
  const cut = text?.slice(0, MAX).trim() ?? '';
  // most texts are plain Latin already; one that begins with a star may be nothing but stars
  if (!/^\*| {2}|[^ -~\u00ae-\u02af\u2010-\u2027]/.test(cut)) return cut;
  return cut.toWellFormed().replace(INVISIBLE, '').replace(/\s+/g, ' ').replace(/^[* ]+$/, '').trim();
}

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*\d]\ufe0f?\u20e3)[\p{Emoji}\p{Emoji_Component}]*$/u;

/** An element's text, folded; '' when there is none. Texts in script and style do not count; pictures of emoji do. */
export function text(element: Element | null | undefined): string {
  return fold(element?.querySelector(`${UNSEEN},img[alt]`) ? pieces(element) : element?.textContent);
}

/** Like `text`, keeping paragraphs: line breaks and block ends become one newline each. What `skip` matches does not count. */
export function lines(element: Element | null | undefined, skip?: string): string[] {
  return element ? pieces(element, '\n', skip).split('\n').map(fold).filter(Boolean) : [];
}

const UNSEEN = 'script,style,noscript,template,svg';
const BLOCK = /^(br|p|div|li|[dou]l|d[dt]|h[1-6]|section|article|header|footer|tr|table|blockquote|figure)$/i;

/** The texts below, unfolded, with `end` around blocks; without it they run together. */
function pieces(element: Element, end = '', more = UNSEEN): string {
  const skip = `${UNSEEN},${more}`;
  let out = '';
  const walk = (node: Node): void => {
    if (out.length > MAX) return;
    if (node.nodeType === 3) out += node.nodeValue!.replace(/\s+/g, ' ');
    if (node.nodeType !== 1) return;
    const one = node as Element;
    if (one.matches(skip)) return;
    const alt = one.getAttribute('alt') ?? '';
    const around = BLOCK.test(one.tagName) ? end : '';
    out += around + (EMOJI.test(alt) ? alt : '');
    node.childNodes.forEach(walk);
    out += around;
  };
  walk(element);
  return out;
}

/** Words and letters for thousands, millions, … as counts are shortened in the languages of large sites. */
const SCALES: [number, string][] = [
  [1e3, 'k tsd tys tis tn t rb ribu n nghìn mil mila mii bin тыс тис χιλ ألف هزار हज़ार 천 千 พัน'],
  [1e4, '万 萬 만 หมื่น'],
  [1e5, 'แสน लाख'],
  [1e6, 'm mi mio mln mn mill million millions millionen millones milhões milioni milj jt juta tr triệu млн εκ مليون میلیون ล้าน'],
  [1e7, 'करोड़'],
  [1e8, '亿 億 억'],
  [1e9, 'b bn mrd md mld млрд'],
];
// Indian groups, groups of three, or plain; then a word that is a scale only as a whole (CJK and Thai need no word end)
const COUNT = /(\d{1,2}(?:,\d\d)+,\d{3}|\d{1,3}(?:[.,\s'’]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)\s?(?:([万萬만亿億억천千]|หมื่น|พัน|แสน|ล้าน)|([^\s\d.,·•()]+\.?))?/;

/** A count as pages write it: "1,234", "69.2K", "6.9万", "1,5 Mio."; null when there is no number. */
export function count(shown: string | null | undefined): number | null {
  // digits of other scripts are ten in a row, from a code that ends in 0 or, in the scripts of India, in 6
  const plain = fold(shown).replace(/[^\P{Nd}\d]/gu, (digit) => { const code = digit.codePointAt(0)!; return String((code & 15) - (code > 0x8ff && code < 0xe00 ? 6 : 0)); }).replaceAll('٫', '.').replaceAll('٬', ',');
  const match = COUNT.exec(plain);
  if (!match) return null;
  const digits = match[1]!;
  const word = (match[2] ?? match[3] ?? '').toLowerCase();
  let scale = SCALES.find(([, words]) => words.split(' ').includes(word.replace('.', '')))?.[0] ?? 1;
  if (word === 'mil.') scale = 1e6; // Czech, Slovak; without the point it is the Romance thousand
  if (word === 'b' && digits.includes(',')) scale = 1e3; // Turkish bin
  // three digits after a separator are a group, fewer a fraction
  const value = Number(digits.replace(/[.,\s'’](?=\d{3}(?!\d)|\d\d,)/g, '').replace(',', '.')) * scale;
  return Number.isFinite(value) ? Math.round(value) : null;
}
