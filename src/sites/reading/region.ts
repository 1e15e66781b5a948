import { text } from './text.ts';

/** Short ways to what lies inside one element, and only there. All are empty when it, or what is asked for, is absent. */
export interface Region {
  /** The text of the first match. */
  text(selector: string): string;
  /** An attribute of the first match that has it. */
  attr(selector: string, name: string): string;
  /** An attribute of all matches. */
  attrs(selector: string, name: string): string[];
  all(selector: string): Element[];
}

const isSeen = (element: Element): boolean => !element.closest('[hidden]');

/** All matches below `root` that are not hidden; none without a root. */
export function allSeen(root: ParentNode | null | undefined, selector: string): Element[] {
  return root ? [...root.querySelectorAll(selector)].filter(isSeen) : [];
}

/** The same elements, those that are hidden after all others: what a page only states counts less than what it shows. */
export function seenFirst(elements: Iterable<Element>): Element[] {
  const all = [...elements];
  const seen = all.filter(isSeen);
  return seen.length === all.length ? all : [...seen, ...all.filter((one) => !isSeen(one))];
}

/** The region of this element; of nothing at all when it is null. */
export function region(root: ParentNode | null | undefined): Region {
  const all = (selector: string): Element[] => allSeen(root, selector);
  const attrs = (selector: string, name: string): string[] => all(selector).map((one) => one.getAttribute(name)?.trim() ?? '').filter(Boolean);
  return { all, attrs, attr: (selector, name) => attrs(selector, name)[0] ?? '', text: (selector) => text(all(selector)[0]) };
}
