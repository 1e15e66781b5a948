import { fold } from './text.ts';

/** Names that sites give to parts of a page, the most telling first; other `data-` attributes follow, classes come last. */
const TELLING = ['itemprop', 'property', 'data-testid', 'data-test-id', 'data-test', 'data-qa', 'data-cy', 'data-anonymize', 'id', 'aria-label', 'componentkey', 'data-view-name', 'slot'];
/** What says how something looks or behaves, not what it is. */
const GENERIC = new Set(('text line item row col column cell value content body wrapper wrap container inner outer box block main left right top bottom first last small large big bold semibold medium light muted grey gray '
  + 'hidden visible active flex grid inline clearfix font text center card list group link button btn span div para paragraph lead section view page app root component element data base primary secondary default '
  + 'color style size icon truncate ellipsis break word align display position margin padding border').split(' '));
/** Words by which sites name what a field holds; a class without one of them says how something looks, and another field may look so too. */
const FIELDS = new Set(('name nickname username handle title job role position occupation function company employer organization organisation org work works worksfor workplace location locality place city country region '
  + 'area address home mail email phone tel telephone mobile web website site url homepage bio biography about summary description headline tagline slogan pronoun pronouns school education university alumni industry sector '
  + 'field department category size employees founded domain').split(' '));
/** Words of two letters that names are made of. */
const SHORT = new Set('of in at to by up on id ui js dt dd my no'.split(' '));

/** Is this made of words that somebody chose, rather than a hash or a counter? `Qxvb`, `css-1a2b`, `item-7` are not. */
export function isWordlike(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z _:./-]{1,79}$/.test(name)) return false;
  const parts = wordsOf(name);
  return parts.some((part) => part.length > 2) && parts.every((part) => (part.length > 2 ? /[aeiouy]/i.test(part) && !/[bcdfghjklmnpqrstvwxz]{5}/i.test(part) : part === part.toLowerCase() || part === part.toUpperCase() || SHORT.has(part.toLowerCase())));
}

/** The words of a name in any of the usual spellings: `data-testId` is data, test, Id. */
function wordsOf(name: string): string[] {
  return name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).filter(Boolean);
}

/** Whose page it is must not be part of a mark: words of names and addresses, at least three letters, lower case. */
export type Own = ReadonlySet<string>;

function isOwn(name: string, own: Own): boolean {
  const plain = name.toLowerCase();
  return [...own].some((word) => plain.includes(word));
}

/** Selectors by which the site itself says what this element is, the most telling first. They hold no digits, hashes, or words of `own`. */
export function marksOf(element: Element, own: Own): string[] {
  const marks: string[] = [];
  const others = [...element.attributes].map(({ name }) => name).filter((name) => name.startsWith('data-') && !TELLING.includes(name));
  for (const name of [...TELLING, ...others]) {
    const value = element.getAttribute(name)?.trim();
    if (!value || !/^[a-z][a-z-]*$/.test(name) || value.length > 300) continue;
    if (name === 'aria-label') marks.push(...spoken(element, value, own));
    else if (isWordlike(value) && !isOwn(value, own) && wordsOf(value).some((word) => !GENERIC.has(word.toLowerCase()))) marks.push(`[${name}="${value}"]`);
    else marks.push(...pattern(name, value, own));
  }
  return [...marks, ...looksOf(element, own).filter((one) => wordsOf(one).some((word) => FIELDS.has(word.toLowerCase())))];
}

/** All its classes that are words, as selectors. They tell it from a neighbour that looks different, but do not say what it is. */
export function looksOf(element: Element, own: Own): string[] {
  return [...element.classList].filter((one) => /^[A-Za-z][A-Za-z_-]*$/.test(one) && isWordlike(one) && !isOwn(one, own) && wordsOf(one).some((word) => word.length > 2 && !GENERIC.has(word.toLowerCase()))).map((one) => `.${one}`);
}

/** What is said of an element to those who do not see it: the label in front of its text, or a name that is not its text. */
function spoken(element: Element, value: string, own: Own): string[] {
  const label = /^(\p{L}[\p{L} -]{1,40}[:：])\s?\S/u.exec(value)?.[1];
  const text = fold(element.textContent).toLowerCase();
  const lasting = label ?? (isWordlike(value) && !text.includes(value.toLowerCase()) && !(text && value.toLowerCase().includes(text)) ? value : '');
  return lasting && !isOwn(lasting, own) ? [`[aria-label${label ? '^' : ''}="${lasting}"]`] : [];
}

/** The lasting beginning and end of a value whose middle belongs to the person: `…card.refACoAA12Topcard`. */
function pattern(name: string, value: string, own: Own): string[] {
  let kept = '';
  for (const token of value.match(/[^-_.:/]*[-_.:/]+/g) ?? []) {
    if (!isWordlike(`${token}x`.replace(/[-_.:/]+x$/, '')) || isOwn(token, own)) break;
    kept += token;
  }
  const end = /(?:[-_.:/][A-Za-z]{4,}|(?<![A-Z])[A-Z][a-z]{3,}(?:[A-Z][a-z]{2,})*)$/.exec(value.slice(kept.length))?.[0] ?? '';
  const last = isWordlike(end.replace(/^[-_.:/]/, '')) && !isOwn(end, own) ? end : '';
  if (kept.length < 4 || !/^[\w.:/-]+$/.test(kept)) kept = '';
  return kept && last ? [`[${name}^="${kept}"][${name}$="${last}"]`] : [];
}

/** Does exactly one element of the page fit? */
export function isOne(root: ParentNode, selector: string): boolean {
  return root.querySelectorAll(selector).length === 1;
}

/** The words of a person's name, handle and address that no mark may hold. */
export function ownWords(texts: readonly string[], fields: ReadonlySet<string>): Own {
  const words = texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u)).filter((word) => word.length > 2);
  return new Set(words.filter((word) => !fields.has(word)));
}
