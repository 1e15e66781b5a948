import { fold } from '../../reading/text.ts';

/** One line of a page as a reader sees it. */
export interface Line {
  text: string;
  /** The heading it is in (1..6), 0 for other text. */
  level: number;
  /** In a menu, footer, side column or the like. */
  aside: boolean;
  /** The tags that hold its first text: lines that look alike have the same. */
  mark: string;
  block: Element;
}

/** A link or picture and the number of the line at which it stands. */
export interface Mark<T> {
  element: T;
  text: string;
  at: number;
  aside: boolean;
}

/** What a page (or a part of it) shows, in reading order. */
export interface Page {
  lines: Line[];
  links: Mark<HTMLAnchorElement>[];
  images: Mark<HTMLImageElement>[];
}

const LIMIT = { nodes: 60_000, depth: 250, lines: 4_000, marks: 2_000 };
const SILENT = /^(script|style|noscript|template|select|option|textarea|button|svg|iframe|canvas|math|dialog)$/;
const INLINE = /^(a|abbr|b|bdi|bdo|big|cite|code|data|em|font|i|kbd|label|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr|ins|del|acronym|amp-img|picture)$/;
const ASIDE_ROLE = /^(navigation|contentinfo|complementary|banner|search|dialog|menu|menubar)$/;
const ASIDE_NAME = /(?:^|[\s_-])(nav|navbar|navigation|menu|footer|sidebar|breadcrumbs?|cookies?|share|sharing|comments?|related|skip-link|masthead|topbar|site-header|widget|popup|modal|newsletter)(?:$|[\s_-])/i;

/** Walks once over `root`; nothing is changed, everything is bounded. */
export function readPageText(root: Element): Page {
  const page: Page = { lines: [], links: [], images: [] };
  let buffer = '', mark = '', holder: Element = root, level = 0, nodes = 0;

  const flush = (aside: boolean): void => {
    const text = fold(buffer);
    if (text && page.lines.length < LIMIT.lines) page.lines.push({ text, level, aside, mark, block: holder });
    buffer = mark = '';
  };

  const walk = (element: Element, aside: boolean, depth: number): void => {
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (++nodes > LIMIT.nodes) return;
      if (child.nodeType === 3) {
        const value = child.nodeValue ?? '';
        if (!mark && value.trim()) mark = signature(element);
        if (buffer.length < 20_000) buffer += value;
        continue;
      }
      if (child.nodeType !== 1) continue;
      const inner = child as Element;
      const tag = inner.localName;
      if (SILENT.test(tag)) continue;
      if (tag === 'br' || tag === 'hr') { flush(aside); continue; }
      const place = page.lines.length;
      if (tag === 'img' && page.images.length < LIMIT.marks) page.images.push({ element: inner as HTMLImageElement, text: fold(inner.getAttribute('alt')), at: place, aside });
      const hidden = inner.getAttribute('data-cfemail');
      if (hidden) { buffer += uncover(hidden); continue; }
      if (depth > LIMIT.depth) continue;
      const inline = INLINE.test(tag);
      const off = aside || (!inline && isAside(inner, tag));
      if (!inline) flush(aside);
      // words that touch across two elements are kept apart by the style sheet: they are lines of their own
      else if (/\S$/.test(buffer) && child.previousSibling?.nodeType === 1 && /^[\p{L}\d]/u.test(inner.textContent ?? '') && /[\p{L}\d]$/u.test(buffer)) flush(aside);
      const outer = { holder, level };
      if (!inline) { holder = inner; level = Number(/^h([1-6])$/.exec(tag)?.[1] ?? level); }
      if (tag === 'a' && inner.hasAttribute('href') && page.links.length < LIMIT.marks) page.links.push({ element: inner as HTMLAnchorElement, text: fold(inner.textContent), at: page.lines.length, aside: off });
      walk(inner, off, depth + 1);
      if (!inline) { flush(off); ({ holder, level } = outer); }
    }
  };
  walk(root, false, 0);
  flush(false);
  return page;
}

function isAside(element: Element, tag: string): boolean {
  if (/^(nav|footer|aside)$/.test(tag) || ASIDE_ROLE.test(element.getAttribute('role') ?? '')) return true;
  if (/^(body|main|article|h\d)$/.test(tag)) return false;
  const names = `${element.id} ${element.getAttribute('class') ?? ''}`;
  if (tag !== 'header' && !ASIDE_NAME.test(names)) return false;
  // a header around the heading of the page belongs to it; one around a link to the home page does not
  if (tag !== 'header') return true;
  const heading = element.querySelector('h1');
  return !heading || fold(heading.textContent) === fold(heading.querySelector('a')?.textContent);
}

function signature(element: Element): string {
  let mark = '';
  for (let at: Element | null = element, n = 0; at && n < 3; at = at.parentElement, n++) mark += `<${at.localName}`;
  return mark;
}

/** A mail address that a well-known protection service wrote as hex digits, the first of which is the key to the others. */
function uncover(hex: string): string {
  const bytes = (hex.slice(0, 400).match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  return bytes.slice(1).map((byte) => String.fromCharCode(byte ^ bytes[0]!)).join('');
}
