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

/** The region of this element; of nothing at all when it is null. */
export function region(root: ParentNode | null | undefined): Region {
  // what is hidden is no part of what the page says
  const all = (selector: string): Element[] => (root ? [...root.querySelectorAll(selector)].filter((one) => !one.closest('[hidden]')) : []);
  const attrs = (selector: string, name: string): string[] => all(selector).map((one) => one.getAttribute(name)?.trim() ?? '').filter(Boolean);
  return { all, attrs, attr: (selector, name) => attrs(selector, name)[0] ?? '', text: (selector) => text(all(selector)[0]) };
}
