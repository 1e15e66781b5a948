import { fold } from '../../reading/text.ts';

/** One line of a page as a reader sees it, with the links and pictures that stand in it or right before it. */
export interface Line {
  text: string;
  /** The heading it is in (1..6), 0 for other text. */
  level: number;
  /** In a menu, footer, side column or the like. */
  aside: boolean;
  /** The tags that hold its first text: lines that look alike have the same. */
  mark: string;
  block: Element;
  links: HTMLAnchorElement[];
  images: HTMLImageElement[];
}

const LIMIT = { nodes: 60_000, depth: 250, lines: 3_000 };
const SILENT = /^(script|style|noscript|template|select|textarea|button|svg|iframe)$/;
const BLOCK = /^(address|article|aside|blockquote|body|br|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h\d|header|hr|li|main|nav|ol|p|pre|section|small|t(able|body|[dhr]|head|foot)|ul)$/;
const ASIDE = /(^|[\s_-])(nav|navbar|navigation|menu|footer|sidebar|breadcrumbs?|cookies?|shar(e|ing)|comments?|related|masthead|site-header|popup|modal|newsletter|testimonials?|contentinfo|complementary|banner|search)($|[\s_-])/i;

/** The lines of an element in reading order. Nothing is changed, everything is bounded. */
export function linesOf(root: Element): Line[] {
  const lines: Line[] = [];
  let nodes = 0, line: Line;
  const begin = (block: Element, level: number, aside: boolean): void => {
    if (line) {
      line.text = fold(line.text);
      if ((line.text || line.links[0] || line.images[0]) && lines.length < LIMIT.lines) lines.push(line);
    }
    line = { text: '', level, aside, mark: '', block, links: [], images: [] };
  };

  const walk = (element: Element, block: Element, level: number, aside: boolean, depth: number): void => {
    for (let child = element.firstChild; child && ++nodes < LIMIT.nodes && lines.length < LIMIT.lines; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const value = child.nodeValue!;
        if (!line.mark && value.trim()) line.mark = signature(element);
        if (line.text.length < 20_000) line.text += value;
      } else if (child.nodeType === 1 && !SILENT.test((child as Element).localName)) {
        const inner = child as Element, tag = inner.localName;
        const covered = inner.getAttribute('data-cfemail');
        if (tag === 'img') line.images.push(inner as HTMLImageElement);
        if (tag === 'a') line.links.push(inner as HTMLAnchorElement);
        if (covered) line.text += uncover(covered);
        else if (BLOCK.test(tag)) {
          const off = aside || isAside(inner, tag);
          const inside = Number(/^h(\d)/.exec(tag)?.[1] ?? level);
          begin(inner, inside, off);
          if (depth < LIMIT.depth) walk(inner, inner, inside, off, depth + 1);
          begin(block, level, aside);
        } else if (depth < LIMIT.depth) {
          // words that touch across two elements are kept apart by the style sheet: they are lines of their own
          if (child.previousSibling?.nodeType === 1 && /[\p{L}\d]$/u.test(line.text) && /^[\p{L}\d]/u.test(inner.textContent!)) begin(block, level, aside);
          walk(inner, block, level, aside, depth + 1);
        }
      }
    }
  };
  begin(root, 0, false);
  walk(root, root, 0, false, 0);
  begin(root, 0, false);
  return lines;
}

function signature(element: Element): string {
  let mark = '';
  for (let at: Element | null = element, n = 0; at && n < 3; at = at.parentElement, n++) mark += `<${at.localName}${(at as HTMLTableCellElement).cellIndex ?? ''}`;
  return mark;
}

function isAside(element: Element, tag: string): boolean {
  if (tag === 'header') {
    // a header around the heading of the page belongs to it; one around a link to the home page does not
    const heading = element.querySelector('h1');
    return !heading || fold(heading.textContent) === fold(heading.querySelector('a')?.textContent);
  }
  return /^(nav|footer|aside)$/.test(tag) || element.attributes.length > 0 && !/^(body|main|article|h\d)$/.test(tag) && ASIDE.test(`${element.id} ${element.getAttribute('class')} ${element.getAttribute('role')}`);
}

/** A mail address that a well-known protection service wrote as hex digits, the first of which is the key to the others. */
function uncover(hex: string): string {
  const [key = 0, ...bytes] = (hex.slice(0, 400).match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  return String.fromCharCode(...bytes.map((byte) => byte ^ key));
}
