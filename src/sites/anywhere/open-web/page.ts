import { fold } from '../../reading/text.ts';
import type { Reach } from './reach.ts';

/** One line of a page as a reader sees it, with the links and pictures that stand in it or right before it. */
export interface Line {
  text: string;
  /** The heading it is in (1..6), 0 for other text. */
  level: number;
  /** In a menu, footer, side column or the like. */
  aside: boolean;
  /** What holds its first text; null without any. */
  holder: Element | null;
  block: Element;
  links: readonly HTMLAnchorElement[];
  images: readonly HTMLImageElement[];
  /** It has a link that may lead to somebody, or what a mail address may be written with. */
  leads: boolean;
  /** Kept by `reachOf`. */
  reach?: Reach;
}

/** What an element of this name is; null = not shown as text. */
type Kind = { block: boolean; level?: number; aside?: boolean } | null;

const LIMIT = { nodes: 60_000, depth: 250, lines: 3_000 };
const ASIDE = /(^|[\s_-])(nav|navbar|navigation|menu|footer|sidebar|breadcrumbs?|cookies?|shar(e|ing)|comments?|related|masthead|site-header|popup|modal|newsletter|testimonials?|contentinfo|complementary|banner|search)($|[\s_-])/i;
/** Links that leave the site or start a mail, a call or a download of a card. */
const LEADING = ['^="http"', '^="//"', '^="mailto:"', '^="tel:"', '*=".vcf"', '*="vcard"'].map((one) => `a[href${one} i]`).join();
const INLINE: Kind = { block: false };
const KINDS = new Map<string, Kind>();
const NONE: readonly never[] = [];

/** The lines of an element in reading order. Nothing is changed, everything is bounded. */
export function linesOf(root: Element): Line[] {
  const lines: Line[] = [], names = new Map<string, boolean>();
  const start = (block: Element, level: number, aside: boolean): Line => ({ text: '', level, aside, holder: null, block, links: NONE, images: NONE, leads: false });
  let nodes = 0, line = start(root, 0, false);
  // one look for all: most pages hide nothing, and most links stay on the site
  const hides = root.querySelector('[hidden]') !== null, covers = root.querySelector('[data-cfemail]') !== null, hasRoles = root.querySelector('[role]') !== null, leading = new Set(root.querySelectorAll(LEADING));

  const begin = (block: Element, level: number, aside: boolean): void => {
    if (line.text || line.links[0] || line.images[0]) {
      line.text = fold(line.text);
      if (!line.leads && /[@[({<]| at /i.test(line.text)) line.leads = true;
      if ((line.text || line.links[0] || line.images[0]) && lines.length < LIMIT.lines) lines.push(line);
      line = start(block, level, aside);
    } else {
      line.block = block;
      line.level = level;
      line.aside = aside;
    }
  };
  const say = (value: string, holder: Element): void => {
    if (!line.holder && value.trim()) line.holder = holder;
    if (line.text ? line.text.length < 20_000 : line.holder) line.text += value;
  };
  /** What its names and roles say of an element; each of them is looked at once. */
  const isNamedAside = (name: string | null): boolean => {
    if (!name) return false;
    const known = names.get(name), found = known ?? ASIDE.test(name);
    if (known === undefined) names.set(name, found);
    return found;
  };
  const isAside = (element: Element, tag: string, aside: boolean | undefined): boolean => (tag === 'header' ? isOuter(element)
    : aside ?? (element.hasAttributes() && (isNamedAside(element.getAttribute('class')) || isNamedAside(element.getAttribute('id')) || hasRoles && isNamedAside(element.getAttribute('role')))));

  const walk = (element: Element, block: Element, level: number, aside: boolean, depth: number): void => {
    for (let child = element.firstChild, touches = false; child && ++nodes < LIMIT.nodes && lines.length < LIMIT.lines; child = child.nextSibling) {
      // each question to the page has its price, and there are tens of thousands: what has no name is no element
      const inner = child as Element, tag: string | undefined = inner.localName, beside = touches;
      touches = tag !== undefined;
      if (tag === undefined) {
        if (child.nodeType === 3) say(child.nodeValue!, element);
        continue;
      }
      const kind = kindOf(tag);
      if (!kind || hides && inner.hasAttribute('hidden')) continue;
      if (tag === 'img') line.images = and(line.images, inner as HTMLImageElement);
      if (tag === 'a') {
        line.links = and(line.links, inner as HTMLAnchorElement);
        if (leading.has(inner)) line.leads = true;
      }
      const covered = covers && inner.getAttribute('data-cfemail');
      // what has no elements within is taken whole: that is most of a page
      const whole = inner.firstElementChild ? null : inner.textContent!;
      if (covered) line.text += uncover(covered);
      else if (kind.block) {
        const off = aside || isAside(inner, tag, kind.aside), inside = kind.level ?? level;
        begin(inner, inside, off);
        if (depth < LIMIT.depth) if (whole === null) walk(inner, inner, inside, off, depth + 1); else say(whole, inner);
        begin(block, level, aside);
      } else if (depth < LIMIT.depth) {
        // words that touch across two elements are kept apart by the style sheet: they are lines of their own
        if (beside && endsInWord(line.text) && /^[\p{L}\d]/u.test(whole ?? beginning(inner))) begin(block, level, aside);
        if (whole === null) walk(inner, block, level, aside, depth + 1); else say(whole, inner);
      }
    }
  };
  walk(root, root, 0, false, 0);
  begin(root, 0, false);
  return lines;
}

/** The tags that hold a line's first text: lines that look alike have the same. */
export function markOf({ holder }: Line): string {
  let mark = '';
  for (let at = holder, n = 0; at && n < 3; at = at.parentElement, n++) mark += `<${at.localName}${/^t[dh]$/.test(at.localName) ? (at as HTMLTableCellElement).cellIndex : ''}`;
  return mark;
}

function kindOf(tag: string): Kind {
  const known = KINDS.get(tag);
  if (known !== undefined) return known;
  const level = /^h(\d)/.exec(tag)?.[1];
  const kind: Kind = /^(script|style|noscript|template|select|textarea|button|svg|iframe)$/.test(tag) ? null
    : !/^(address|article|aside|blockquote|body|br|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h\d|header|hr|li|main|nav|ol|p|pre|section|small|t(able|body|[dhr]|head|foot)|ul)$/.test(tag) ? INLINE
      : { block: true, ...(level && { level: Number(level) }), ...(/^(nav|footer|aside)$/.test(tag) ? { aside: true } : /^(body|main|article|h\d)$/.test(tag) && { aside: false }) };
  // pages may make up names without end
  if (KINDS.size < 500) KINDS.set(tag, kind);
  return kind;
}

/** A header around the heading of the page belongs to it; one around a link to the home page does not. */
function isOuter(header: Element): boolean {
  const heading = header.querySelector('h1');
  return !heading || fold(heading.textContent) === fold(heading.querySelector('a')?.textContent);
}

/** Adds to a list that is its line's own, or begins one: most lines have none. */
function and<T>(list: readonly T[], one: T): readonly T[] {
  if (list === NONE) return [one];
  (list as T[]).push(one);
  return list;
}

function endsInWord(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last < 128 ? /[a-z\d]/i.test(text.at(-1)!) : /[\p{L}\d]$/u.test(text.slice(-2));
}

/** The first text within, as it stands there. */
function beginning(element: Element): string {
  const texts = element.ownerDocument.createTreeWalker(element, 4);
  while (texts.nextNode()) if (texts.currentNode.nodeValue) return texts.currentNode.nodeValue;
  return '';
}

/** A mail address that a well-known protection service wrote as hex digits, the first of which is the key to the others. */
function uncover(hex: string): string {
  const [key = 0, ...bytes] = (hex.slice(0, 400).match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  return String.fromCharCode(...bytes.map((byte) => byte ^ key));
}
