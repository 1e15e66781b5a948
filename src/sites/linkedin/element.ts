import { webUrl, type Address, type ProfileKey } from '../../domain/identity.ts';
import { allSeen } from '../reading/region.ts';
import { count, fold, lines, text } from '../reading/text.ts';
import { address } from './address.ts';

/** What nobody sees, texts for screen readers, which repeat or label what is shown beside them, and the kind of employment behind an employer. */
export const HIDDEN = '[hidden],.visually-hidden,.a11y-text,.sr-only,span.separator';
/** Sign-in forms and menus that open over what they belong to. */
export const DIALOG = '[role=dialog],.modal';
/** The address of a member's own picture. */
export const FACE = /profile-(?:display|framed|original)photo/;

type Root = ParentNode | null | undefined;

export { allSeen as all };

/** An attribute of the first match: where a link leads, unless told otherwise. */
export function attribute(root: Root, selector: string, name = 'href'): string | null | undefined {
  return root?.querySelector(selector)?.getAttribute(name);
}

/** An element's text as it is seen, on one line. */
export function shown(element: Element | null | undefined): string {
  return element?.querySelector(HIDDEN) ? fold(lines(element, HIDDEN).join(' ')) : text(element);
}

/** The text of the first match. */
export function said(root: Root, selector: string): string {
  return shown(allSeen(root, selector)[0]);
}

/** The texts of all matches. */
export function texts(root: Root, selector: string): string[] {
  return allSeen(root, selector).map(shown);
}

/** A long text with its paragraphs, without its "see more". */
export function prose(element: Element | null | undefined): string {
  return lines(element, `button,[class*=ellipsis],${HIDDEN}`).join('\n');
}

/** Whom a link on this page leads to; null when it is nobody. */
export function claimAt(href: string | null | undefined): Address | null {
  const url = webUrl(href, 'https://www.linkedin.com/');
  return url && address.parse(url);
}

/** The key a link on this page stands for. */
export function keyOf(href: string | null | undefined): ProfileKey | undefined {
  return claimAt(href)?.key;
}

/** The first picture of this sort that somebody uploaded (placeholders come from other hosts). Faces of others come after `end`, the name. */
export function picture(root: Element, sort: RegExp, end?: Element | null): string | null {
  for (const image of allSeen(root, 'img,[style*="background-image"]')) {
    if (end && end.compareDocumentPosition(image) & 4) break;
    const sources = ['src', 'data-delayed-url', 'style'].map((name) => image.getAttribute(name)).join(' ');
    const found = /(?:https?:)?\/\/media[\w-]*\.(?:licdn|linkedin)\.com\/[^"')\s]+/.exec(sources)?.[0];
    if (found && sort.test(found)) return found.replace(/^\/\//, 'https://');
  }
  return null;
}

/** Addresses outside LinkedIn that `root` links, out of their safety wrappers. */
export function websites(root: Element): string[] {
  const found = allSeen(root, 'a[href]').map((link) => {
    const url = webUrl(link.getAttribute('href'), 'https://www.linkedin.com/');
    // what is wrapped was written by the member, even if it opens in a dialog
    return /^\/(?:safety\/go|redir\/redirect)\/?$/.test(url?.pathname ?? '') ? webUrl(url!.searchParams.get('url')) : link.closest(DIALOG) ? null : url;
  });
  return [...new Set(found.flatMap((url) => (!url || /(?:^|\.)(?:linkedin|licdn)\.com$/.test(url.hostname) ? [] : url.href)))].slice(0, 10);
}

const FOLLOW = /follow|abonn|segui|f[øö]l[gj]|volg|takip|obser|sled|urmăr|ngikut|theo|отсл|стеж|подп|עוקב|متابع|دنبال|フォロ|粉|关注|關注|팔로|seura|követ/i;

/** Tells followers from connections among lines with one number each. Connections are never shown beyond 500. */
export function counts(shownLines: string[]): { followers?: number; connections?: string } {
  const out: { followers?: number; connections?: string } = {};
  for (const line of shownLines) {
    // Korean calls connections "of the 1st degree"
    const number = line.length < 60 ? count(line.replace('1촌', '')) : null;
    // what is as short as "2nd" is how far away the person is
    if (number === null || (number < 4 && line.length < 5)) continue;
    if (FOLLOW.test(line) || number > 500) out.followers ??= number;
    else out.connections ??= number < 500 ? String(number) : '500+';
  }
  return out;
}
