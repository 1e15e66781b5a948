import { webUrl, type ProfileKey } from '../../domain/identity.ts';
import { count, fold, lines, text } from '../reading/text.ts';
import { address } from './address.ts';

/** Texts for screen readers, which repeat or label what is shown beside them, and the kind of employment behind an employer. */
export const HIDDEN = '.visually-hidden,.a11y-text,.sr-only,span.separator';
/** Sign-in forms and menus that open over what they belong to. */
export const DIALOG = '[role=dialog],.modal';

/** All matches below `root`; none without a root. */
export function all(root: ParentNode | null | undefined, selector: string): Element[] {
  return root ? [...root.querySelectorAll(selector)] : [];
}

/** An element's text as it is seen, on one line. */
export function shown(element: Element | null | undefined): string {
  return element?.querySelector(HIDDEN) ? fold(lines(element, HIDDEN).join(' ')) : text(element);
}

/** A long text with its paragraphs, without its "see more". */
export function prose(element: Element | null | undefined): string {
  return lines(element, `button,.lt-line-clamp__ellipsis,.lt-line-clamp__more,[class*="show-more-less-text__"][class*="button"],.inline-show-more-text__button,${HIDDEN}`).join('\n');
}

/** The key an address on this page stands for; null when it is nobody's. */
export function keyOf(href: string | null | undefined): ProfileKey | null {
  const url = webUrl(href, 'https://www.linkedin.com/');
  return url && (address.parse(url)?.key ?? null);
}

/** The picture's address, when it is a member's or an organization's own upload and not a placeholder. */
export function upload(image: Element | null | undefined): string | null {
  for (const name of ['src', 'data-delayed-url', 'style']) {
    const found = /(?:https?:)?\/\/media[\w-]*\.(?:licdn|linkedin)\.com\/[^"')\s]+/.exec(image?.getAttribute(name) ?? '')?.[0];
    if (found) return found.replace(/^\/\//, 'https://');
  }
  return null;
}

/** The first upload of this sort in `root`, looking no further than `end`: faces of others follow the name. */
export function picture(root: Element, sort: RegExp, end?: Element | null): string | null {
  for (const image of root.querySelectorAll('img,[style*="background-image"]')) {
    if (end && end.compareDocumentPosition(image) & 4) return null;
    const found = upload(image);
    if (found && sort.test(found)) return found;
  }
  return null;
}

export const FACE = /profile-(?:display|framed|original)photo/;

/** Addresses outside LinkedIn that `root` links, out of their safety wrappers. */
export function websites(root: Element): string[] {
  const found = new Set<string>();
  for (const link of root.querySelectorAll('a[href]')) {
    const url = webUrl(link.getAttribute('href'), 'https://www.linkedin.com/');
    const wrapped = url && /(?:^|\.)linkedin\.com$/.test(url.hostname);
    const target = wrapped ? (/^\/(?:safety\/go|redir\/redirect)\/?$/.test(url.pathname) ? webUrl(url.searchParams.get('url')) : null) : url;
    if (target && !link.closest(DIALOG) && !/(?:^|\.)(?:linkedin|licdn)\.com$/.test(target.hostname)) found.add(target.href);
  }
  return [...found].slice(0, 10);
}

const FOLLOW = /follow|abonn|suiv|segui|følg|följ|volg|takip|obserw|отсл|подпис|слід|フォロ|粉|关注|關注|팔로|متاب|seuraaj|ikut|követ|sled|urm[aă]r|ติดตาม/i;

/** Tells followers from connections among lines with one number each. Connections are never shown beyond 500. */
export function counts(shownLines: string[]): { followers?: number; connections?: string } {
  const out: { followers?: number; connections?: string } = {};
  for (const line of shownLines) {
    const number = line.length < 60 ? count(line) : null;
    // what is as short as "2nd" is how far away the person is
    if (number === null || (number < 4 && line.length < 5)) continue;
    if (FOLLOW.test(line) || number > 500) out.followers ??= number;
    else out.connections ??= number >= 500 ? '500+' : String(number);
  }
  return out;
}
