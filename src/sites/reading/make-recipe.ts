import { LIST_FIELDS } from '../../domain/prospect.ts';
import { checkRecipe, MOST_WAYS, STARTS, TEACHABLE, type Part, type Recipe, type TeachableField, type Way } from '../../domain/recipe.ts';
import { isOne, looksOf, marksOf, ownWords, type Own } from './mark.ts';
import { applyRecipe, shown, sortOf } from './recipe.ts';

/** Which piece of an element's text is meant: what stands before it, and how the rest is cut. */
export interface Cut {
  after: string;
  part: Part;
}

/** All of the text. */
export const WHOLE: Cut = { after: '', part: ['\0', 0, 1] };

/** What the recipe is for. `known` are texts of this one person by field: nothing of them may become part of it; `path` is the page's own. */
export interface About {
  site: string;
  page: Recipe['page'];
  field: TeachableField;
  known: Readonly<Record<string, string>>;
  path: string;
  old: Recipe | null;
  at: number;
}

/** The person that the page is about: their texts, and the words that no part of a recipe may hold. */
interface Whose {
  known: About['known'];
  own: Own;
}

const LINKS: ReadonlySet<string> = new Set<TeachableField>(['websites', 'profiles']);
const LABELS = 'dt,th,label,h2,h3,h4,h5,h6,strong,b,[class*="label"],[class*="term"],[class*="caption"]';
/** Lists of things that have several texts each: how many there are says nothing about the first. */
const THINGS = 'ul > li,ol > li,tbody > tr';
const DEEPEST = 12;
/** Words of addresses and names that are names of fields or kinds of pages as well. */
const COMMON: ReadonlySet<string> = new Set([...TEACHABLE, ...'profile profiles person people user users team member members staff company companies email phone website job role work address city about contact bio info html index www com org net'.split(' ')]);

/**
 * A recipe that finds this text of this element again, here and on other pages of the same layout: by names that the site itself gives, by the label before it, and only
 * when there are none by its place, counted from the next name or the heading. Null when nothing of this finds exactly this text.
 */
export function makeRecipe(doc: Document, element: Element, about: About, cut: Cut = WHOLE): Recipe | null {
  const { site, page, field, known, path, old, at } = about;
  const whose: Whose = { known, own: ownWords([known['name'] ?? '', known['handle'] ?? '', path], COMMON) };
  const { link, after, part } = linked(element, field, cut);
  const text = link ? element.closest('a')!.href.slice(after.length) : textOf(element, { after, part });
  if (!text || (LINKS.has(field) && !link)) return null;
  const base = { from: 'html' as const, climb: 0, says: '', up: 0, after, part };
  const rest = { link, sort: sortOf(text) };
  const works = (way: Way): boolean => applyRecipe(doc, { ...rest, ways: [way] }) === text;
  const usable = (ways: (Omit<Way, keyof typeof base> & Partial<Way>)[]): Way[] => ways.map((way) => ({ ...base, ...way })).filter(works);

  const marked = usable(anchors(doc, element, whose).slice(0, 3));
  const exclusive = marked.filter(({ find }) => isExclusive(doc, find, element));
  const labelled = usable([...(after && !link ? [{ find: namedTag(element, whose.own) }] : []), ...labels(element, whose)]);
  const sure = [...exclusive.slice(0, 2), ...labelled.slice(0, 2)];
  const place = sure.length ? [] : usable([...places(doc, element, whose), ...anchors(doc, element, whose)]).toSorted((a, b) => depth(a) - depth(b)).slice(0, 1);
  const fresh = [...sure, ...place];
  if (!fresh.length) return null;
  // several layouts live at once: what leads nowhere here may lead somewhere there; what leads to another text was wrong
  const kept = old?.sort === rest.sort && old.link === link ? old.ways.filter((way) => applyRecipe(doc, { ...rest, ways: [way] }) === null) : [];
  return checkRecipe({
    site, page, field, by: exclusive.length ? 'mark' : labelled.length ? 'label' : 'place', ...rest, many: LIST_FIELDS.has(field),
    like: Object.keys(known).filter((name) => name !== field && known[name] === text), ways: [...fresh, ...kept].slice(0, MOST_WAYS), at,
  });
}

/** The text that a cut leaves of an element; '' when it cannot be cut so. */
export function textOf(element: Element, { after, part: [by, at, of] }: Cut): string {
  const whole = shown(element);
  const parts = whole.startsWith(after) ? whole.slice(after.length).split(by) : [];
  return parts.length === of ? parts[at]!.replace(/\s+/g, ' ').trim() : '';
}

/** For fields that are addresses the link counts, not its words. */
function linked(element: Element, field: TeachableField, cut: Cut): Cut & { link: boolean } {
  const href = element.closest('a')?.href ?? '';
  if (LINKS.has(field)) return { ...WHOLE, link: /^https?:/.test(href) };
  const scheme = field === 'emails' ? 'mailto:' : field === 'phones' ? 'tel:' : '';
  const says = sortOf(textOf(element, cut)) === (field === 'emails' ? 1 : 4);
  return scheme && !says && href.startsWith(scheme) ? { ...WHOLE, after: scheme, link: true } : { ...cut, link: false };
}

/** From the nearest element that the site names and that is the only one of its name, down to this one. */
function anchors(doc: Document, element: Element, whose: Whose): { find: string }[] {
  const found: { find: string }[] = [];
  for (let at: Element | null = element, below = ''; at && at !== doc.body && found.length < 4; at = at.parentElement) {
    const mine = marksOf(at, whose.own).filter((mark) => isOne(doc, mark));
    found.push(...mine.slice(0, 2).map((mark) => ({ find: mark + below })));
    below = ` > ${step(at, element, whose)}${below}`;
  }
  return found;
}

/** Does the name at the start of this selector stand for this text alone? */
function isExclusive(doc: Document, find: string, element: Element): boolean {
  return shown(doc.querySelector(find.split(' > ')[0]!)) === shown(element);
}

/** The labels right before the element, or before what holds it. */
function labels(element: Element, whose: Whose): (Pick<Way, 'find' | 'says' | 'up'>)[] {
  for (let up = 0, at: Element | null = element, below = ''; at && up < 6 && !at.querySelector('h1') && at.localName !== 'body'; up++) {
    const before = at.previousElementSibling;
    if (before && isLabel(before, whose)) {
      // label and text that look alike could be mistaken for each other when one is missing: then all have to be there
      const alike = namedTag(before, whose.own) === namedTag(at, whose.own);
      return [{ find: (alike ? counted(at, whose) : namedTag(at, whose.own)) + below, says: shown(before), up }];
    }
    below = ` > ${step(at, element, whose)}${below}`;
    at = at.parentElement;
  }
  return [];
}

function isLabel(element: Element, { known, own }: Whose): boolean {
  const says = shown(element);
  const looks = element.matches(LABELS) || [...element.querySelectorAll(LABELS)].some((one) => shown(one) === says);
  if (says.length < 2 || says.length > 40 || says.includes('\n') || !/\p{L}/u.test(says) || (!looks && !/[:：]$/.test(says))) return false;
  // a heading right under the name is what somebody does, not a label
  if (/^h[2-6]$/.test(element.localName) && element.previousElementSibling?.localName === 'h1') return false;
  const plain = says.toLowerCase();
  return !Object.values(known).some((text) => text.length > 1 && plain.includes(text.toLowerCase())) && !plain.split(/[^\p{L}]+/u).some((word) => own.has(word));
}

/** From the heading of the page up to what holds both, and down to the element; else all the way from the top. */
function places(doc: Document, element: Element, whose: Whose): (Pick<Way, 'find'> & Partial<Way>)[] {
  const from = STARTS.find((one) => isOne(doc, one)) ?? 'html';
  const heading = from === 'html' ? null : doc.querySelector(from);
  const found: (Pick<Way, 'find'> & Partial<Way>)[] = [];
  for (let climb = 1, at = heading?.parentElement; at && climb < DEEPEST; climb++, at = at.parentElement) {
    if (at === element || !at.contains(element)) continue;
    found.push({ from, climb, find: `:scope > ${chain(at, element, whose)}` });
    break;
  }
  const top = doc.querySelectorAll('main').length === 1 && doc.querySelector('main')!.contains(element) ? doc.querySelector('main')! : doc.body;
  return top === element ? found : [...found, { find: `${top.localName} > ${chain(top, element, whose)}` }];
}

/** The steps from an element down to one below it. */
function chain(top: Element, element: Element, whose: Whose): string {
  const steps: string[] = [];
  for (let at = element; at !== top; at = at.parentElement!) steps.unshift(step(at, element, whose));
  return steps.join(' > ');
}

/** One step down: by a name that no sibling has, else by its place among the siblings of its tag. */
function step(at: Element, element: Element, whose: Whose): string {
  const alone = marksOf(at, whose.own).find((mark) => at.parentElement && isOne(at.parentElement, `:scope > ${mark}`));
  if (alone) return at.localName + alone;
  const isThing = at !== element && at.matches(THINGS) && shown(at) !== shown(element);
  return isThing ? `${at.localName}:nth-of-type(${place(at)})` : counted(at, whose);
}

/**
 * Tag and names, and its place among the siblings of its tag, from both ends: one more or less is another layout. What holds the name is there on every profile: if it is the
 * first or the last one, the others do not matter.
 */
function counted(at: Element, { known, own }: Whose): string {
  const first = place(at);
  const last = place(at, 'nextElementSibling');
  const holdsName = !!known['name'] && [...at.querySelectorAll('h1,h2,h3,[role="heading"],[itemprop="name"]')].some((one) => shown(one) === known['name']);
  const fromStart = holdsName && last === 1 && first > 1 ? '' : `:nth-of-type(${first})`;
  return `${namedTag(at, own)}${fromStart}${holdsName && first === 1 ? '' : `:nth-last-of-type(${last})`}`;
}

/** Tag and names. */
function namedTag(at: Element, own: Own): string {
  return at.localName + [...new Set([...marksOf(at, own), ...looksOf(at, own)])].slice(0, 2).join('');
}

function place(at: Element, side: 'previousElementSibling' | 'nextElementSibling' = 'previousElementSibling'): number {
  let count = 1;
  for (let one = at[side]; one; one = one[side]) if (one.localName === at.localName) count++;
  return count;
}

/** How far a way goes: the shorter, the less has to stay as it is. */
function depth({ find, climb }: Way): number {
  return find.split(' > ').length + climb;
}
