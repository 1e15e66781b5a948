import type { Experience } from '../../domain/draft.ts';
import { present } from '../reading/pick.ts';
import { text } from '../reading/text.ts';
import { DIALOG, HIDDEN, attribute, claimAt, shown } from './element.ts';

/** A position as shown, whether it still lasts, and the employer's address. */
export interface Position extends Experience {
  current: boolean;
  url?: string;
}

interface Line {
  element: Element;
  value: string;
  /** The range of dates, when this line is one. */
  dates: string;
}

// functions: what knows the signs of all scripts takes a browser long to make, and most pages never need it
const isDated = (text: string): boolean => /(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})/u.test(text);
const hasDigit = (text: string): boolean => /\p{Nd}/u.test(text);
const TO = /\s*[-–—~〜～]\s*/;
const MAX_LINES = 800;
const EMPLOYER = 'a[href*="/company/"],a[href*="/school/"]';
/** What somebody writes about a position is no line of it. */
const LONG = '[data-testid=expandable-text-box],.description,[class*=show-more]';

/**
 * Positions of one person's experience section, in page order. All layouts and languages have this in common: a position has one
 * line with a range of years; title and employer come before it in the same block, the place after it; several roles
 * at one employer are an inner list with the employer above it. `selector` names the elements that are lines.
 */
export function positions(region: Element | null | undefined, selector: string): Position[] {
  if (!region) return [];
  const found: Line[] = [];
  for (const element of region.querySelectorAll(selector)) {
    if (found.length >= MAX_LINES) break;
    if (element.querySelector(`${selector},${LONG}`) || element.closest(`${HIDDEN},${LONG},${DIALOG}`)) continue;
    const value = shown(element);
    if (value) found.push({ element, value, dates: datesOf(element, value) });
  }
  const start = (block: Element, at: number): number => {
    while (at > 0 && block.contains(found[at - 1]!.element)) at--;
    return at;
  };
  /** The smallest block around `element` that holds the line before `at`. */
  const reach = (element: Element, at: number): Element | null => {
    let block = element.parentElement;
    while (block && block !== region && !block.contains(found[at - 1]!.element)) block = block.parentElement;
    return block;
  };

  return found.flatMap((line, at) => {
    const block = line.dates && at > 0 ? reach(line.element, at) : null;
    if (!block) return [];
    const first = start(block, at);
    const before = found.slice(first, at);
    if (before.some((one) => one.dates)) return [];
    let last = at + 1;
    while (last < found.length && !found[last]!.dates && block.contains(found[last]!.element)) last++;

    const group = employerAbove(block, first);
    const employer = group ?? before[1]?.value.split(' · ')[0];
    const place = found.slice(at + 1, last).find((one) => !hasDigit(one.value))?.value;
    const url = claimAt(block.closest(EMPLOYER)?.getAttribute('href') ?? attribute(block, EMPLOYER) ?? attribute(block.closest('li'), EMPLOYER))?.url;
    const ends = line.dates.split(TO);
    const current = ends.length > 1 && !hasDigit(ends.at(-1)!);
    return { ...present<Position>({ title: before[0]!.value, company: employer, dates: line.dates, location: place, url }), current };
  });

  function employerAbove(block: Element, first: number): string | undefined {
    const list = block.closest('ul,ol');
    if (!list || list === region || !region!.contains(list)) return undefined;
    const at = start(list, first);
    const head = at > 0 ? reach(list, at) : null;
    if (!head || head === region) return undefined;
    const header = found.slice(start(head, at), at);
    return header.some((one) => one.dates) ? undefined : header[0]?.value;
  }
}

/** "Oct 2023 - Dec 2024 · 1 yr 3 mos" without its duration; '' when the line is no range of dates. */
function datesOf(element: Element, value: string): string {
  if (value.length > 90 || !isDated(value)) return '';
  const tail = text(element.lastElementChild);
  const whole = tail && tail.length < value.length && value.endsWith(tail) && hasDigit(tail) && !isDated(tail) ? value.slice(0, -tail.length).trim() : value;
  const [range = '', length = ''] = whole.split(/\s*[·•(（]\s*/);
  return isDated(range) && range.length < 50 && (TO.test(range) || hasDigit(length) || whole !== value) ? range : '';
}
