import { LONGEST_PIECE, MOST_PIECES, type Piece } from '../../domain/piece.ts';
import { textOf, WHOLE, type Cut } from './make-recipe.ts';
import { shown } from './recipe.ts';
import { fold } from './text.ts';

/** A piece and where it was found. */
export interface Spot extends Piece {
  element: Element;
  cut: Cut;
}

const NO_TEXT = new Set('script style noscript template svg select option iframe textarea'.split(' '));
const UNSEEN = '[hidden],.visually-hidden,.sr-only,.a11y-text,.screen-reader-text';
const SEPARATORS = [' · ', ' • ', ' | ', ' – ', ' — ', ' - ', ' at ', ' @ '];
const MOST_ELEMENTS = 30_000;
const MOST_PARTS = 8;

/**
 * The page's own texts in its own order, those around `name` first, at most `MOST_PIECES`: each element that has text of its own, and the parts of what is shown as
 * one ("CEO · Acme", "Location: Berlin", lines). Looks only; changes nothing.
 */
export function listPieces(doc: Document, name: string): Spot[] {
  const spots: Omit<Spot, 'far' | 'id'>[] = [];
  const skipped = new Set<Element>();
  for (const element of [...doc.body?.querySelectorAll('*') ?? []].slice(0, MOST_ELEMENTS)) {
    const { parentElement } = element;
    if (NO_TEXT.has(element.localName) || (parentElement && skipped.has(parentElement)) || element.matches(UNSEEN)) { skipped.add(element); continue; }
    if (spots.length >= MOST_PIECES * 4 || !hasOwnText(element) || !isSeen(element)) continue;
    const text = fold(shown(element));
    if (!/[\p{L}\d]/u.test(text)) continue;
    spots.push({ element, cut: WHOLE, text: bounded(text), part: false });
    for (const cut of cuts(element)) {
      const piece = textOf(element, cut);
      if (/[\p{L}\d]/u.test(piece)) spots.push({ element, cut, text: bounded(piece), part: true });
    }
  }
  const far = distance(doc, spots.find(({ element, text }) => text === name && /^h\d$/.test(element.localName))?.element ?? spots.find(({ text }) => text === name)?.element ?? doc.querySelector('main h1') ?? doc.querySelector('h1'));
  return spots.map((spot) => ({ ...spot, far: far(spot.element) })).toSorted((a, b) => a.far - b.far).slice(0, MOST_PIECES).map((spot, id) => ({ ...spot, id }));
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''));
}

/** As far as the browser tells without a look at the screen. */
function isSeen(element: Element): boolean {
  return (element as Element & { checkVisibility?: (options: object) => boolean }).checkVisibility?.({ visibilityProperty: true }) ?? true;
}

function bounded(text: string): string {
  return text.length > LONGEST_PIECE ? `${text.slice(0, LONGEST_PIECE - 1).toWellFormed()}…` : text;
}

/** The ways in which one shown text may be several. */
function cuts(element: Element): Cut[] {
  const text = shown(element);
  const by = text.includes('\n') ? '\n' : SEPARATORS.find((one) => text.includes(one));
  const of = by ? text.split(by).length : 1;
  const parts = by && of > 1 && of <= MOST_PARTS ? Array.from({ length: of }, (_, at): Cut => ({ after: '', part: [by, at, of] })) : [];
  const label = /^[^\n:：]{2,40}[:：]\s?(?=\S)/.exec(text)?.[0];
  return label && !text.includes('\n') && !/^\w+:\/\//.test(text) ? [...parts, { ...WHOLE, after: label }] : parts;
}

/** How far an element is from the name: in what holds the name and a few texts more, in the page's main part, or elsewhere. */
function distance(doc: Document, name: Element | null): (element: Element) => Piece['far'] {
  const main = name?.closest('main,[role=main],article') ?? doc.querySelector('main,[role=main]');
  let card = name;
  const holds = (lines: number): boolean => !!card && shown(card).split('\n').length >= lines;
  while (card && card !== doc.body && card !== main && !holds(6) && !(card.matches('section,article') && holds(3))) card = card.parentElement;
  return (element) => (card && card !== doc.body && card.contains(element) ? 0 : (main ? main.contains(element) : !element.closest('header,nav,footer,aside')) ? 1 : 2);
}
