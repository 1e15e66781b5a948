import type { Span } from './icp.ts';
import { type Quantity, quantitiesIn, setApart } from './quantity.ts';
import { remember } from './remember.ts';
import { plain } from './word.ts';

const LONGEST = 200;
const MOST = 1e15;

// between two numbers that are one band: "10 - 50", "5 bis 10", "$1M to under $5M"
const TO = /^[\s$€£+]*(?:[-\u2010-\u2015\u2212~〜～]+|to|through|bis|tot|a|al|ate|hasta|do|jusqu'a|et|bis zu)\s*(?:under|unter|<|less than)?[\s$€£~]*$/u;
const AND = /^\s*(?:and|und|et|y|e|en|i)[\s$€£]*$/u;
const BETWEEN = /(?:(?<!\p{L})(?:between|zwischen|entre|tra|fra|tussen|miedzy))\s*[$€£]?\s*$/u;
const BELOW = /(?:<|(?<!\p{L})(?:under|below|less than|fewer than|unter|weniger als|moins de|menos de|meno di|menor que|abaixo de|minder dan|onder|ponizej|mniej niz|inferieur a))\s*[$€£]?\s*$/u;
const UP_TO = /(?:<=|≤|(?<!\p{L})(?:up to|at most|bis zu|bis|hochstens|max\.?|jusqu'a|jusqu’a|hasta|fino a|ate|tot|do))\s*[$€£]?\s*$/u;
const ABOVE = /(?:>|(?<!\p{L})(?:over|above|more than|greater than|uber|mehr als|plus de|mas de|oltre|piu di|mais de|acima de|meer dan|boven|ponad|powyzej|wiecej niz))\s*[$€£]?\s*$/u;
const FROM = /(?:>=|≥|(?<!\p{L})(?:at least|from|mindestens|ab|au moins|a partir de|al menos|desde|almeno|a partire da|pelo menos|minimaal|vanaf|min\.?|od|co najmniej))\s*[$€£]?\s*$/u;
const OPEN_END = /^\s*(?:\+|plus(?!\p{L})|(?:and|or|und|oder|et|ou|y|o|e|en|of|i|lub)\s+(?:more|above|over|up|mehr|daruber|plus|mas|piu|oltre|mais|meer|wiecej)|upwards|以上)/u;

const PEOPLE = /^[\s+]*(?:\(?\w{0,12}\)?\s)?(?:employees?|people|staff|persons?|mitarbeiter\w*|mitarbeitende\w*|beschaftigte\w*|angestellte\w*|ma\b|salaries?|employes?|collaborateurs?|personnes|empleados?|trabajadores|personas|dipendenti|addetti|persone|funcionarios?|colaboradores|empregados|trabalhadores|medewerkers?|werknemers|personen|pracownik\w*|zatrudnionych|osob\w*|members?|fte|人|名|명)/u;
const ALONE = /\b(?:self[ -]?employed|solo(?:preneur)?|myself(?: only)?|just me|only me|one[ -]person|sole (?:proprietor|trader)\w*|freelance\w*|einzelunternehm\w*|selbst(?:st)?andig\w*|freiberufl\w*|einzelperson|independant\w*|auto-?entrepreneur\w*|autonom[oa]s?|libero professionista|ditta individuale|zzp\w*|eenmanszaak|jednoosobow\w*|samozatrudni\w*)/u;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
// a spreadsheet makes "10-Feb" of "2-10" and "Nov-50" of "11-50"
const MANGLED = /^\s*(?:(\d{1,2})-([a-z]{3})|([a-z]{3})-(\d{1,2}))\s*$/;

interface Found extends Span { from: number; to: number; scaled: boolean; money: boolean; single: boolean }

/** How many people work there, as a size text says it ("51-200 employees", "10,000+", "1.001-5.000 Beschäftigte", "1K-5K", "self-employed"); null when it does not say. */
export const headcountOf = remember(LONGEST, (text): Span | null => {
  const low = setApart(plain(text));
  const months = MANGLED.exec(low);
  const month = MONTHS.indexOf(months?.[2] ?? months?.[3] ?? '') + 1;
  const day = Number(months?.[1] ?? months?.[4]);
  if (month > 0) return { min: Math.min(month, day), max: Math.max(month, day) };
  const spans = spansIn(low, 1);
  const said = spans.find(({ to }) => PEOPLE.test(low.slice(to))) ?? spans.find(({ money }) => !money);
  if (!said) return ALONE.test(low) ? { min: 1, max: 1 } : null;
  const min = Math.round(said.min), max = Math.round(said.max);
  // nobody in it is no company: "0-1 employees" is one
  return { min: max >= 1 ? Math.max(1, min) : min, max };
});

/** Revenue a year in whole units of whatever currency the text is in ("$10M to $50M", "2,5 Mio. €", ">1B"); null when it does not say. */
export const revenueOf = remember(LONGEST, (text): Span | null => {
  const low = setApart(plain(text));
  const spans = spansIn(low, 0);
  const said = spans.find(({ money, scaled }) => money || scaled) ?? spans.find((span) => !isYear(span));
  return said ? { min: said.min, max: said.max } : null;
});

/** Does what is known lie within the bounds? Unknown when it lies partly within. */
export function isWithin({ min, max }: Span, from: number, to: number): boolean | 'unknown' {
  if (min >= from && max <= to) return true;
  return max < from || min > to ? false : 'unknown';
}

/** The bands of a folded text; `step` is what "more than" adds and "less than" takes away: 1 of what is counted, 0 of what is measured. */
function spansIn(low: string, step: number): Found[] {
  const quantities = quantitiesIn(low);
  const spans: Found[] = [];
  for (let at = 0; at < quantities.length; at += 1) {
    const one = quantities[at]!;
    const two = quantities[at + 1];
    const before = low.slice(Math.max(0, one.from - 24), one.from);
    const joined = two !== undefined && isJoined(low.slice(one.to, two.from), before);
    const span = joined ? bandOf(one, two) : boundOf(one, before, low.slice(one.to), step);
    if (span.max >= span.min && span.min >= 0 && span.min <= MOST) spans.push({ ...span, from: one.from, to: joined ? two.to : one.to, scaled: one.scale > 1 || (joined && two.scale > 1), money: one.money || (joined && two.money), single: !joined });
    if (joined) at += 1;
  }
  return spans;
}

function isJoined(between: string, before: string): boolean {
  return TO.test(between) || (AND.test(between) && BETWEEN.test(before));
}

function bandOf(one: Quantity, two: Quantity): Span {
  // "10-50 million": the scale is said once, for both
  const scale = one.scale === 1 && one.value <= two.value ? two.scale : one.scale;
  const ends = [one.value * scale, two.value * two.scale] as const;
  return { min: Math.min(...ends), max: Math.max(...ends) };
}

function boundOf({ value, scale }: Quantity, before: string, after: string, step: number): Span {
  const number = value * scale;
  if (UP_TO.test(before)) return { min: 0, max: number };
  if (BELOW.test(before)) return { min: 0, max: Math.max(0, number - step) };
  if (OPEN_END.test(after) || OPEN_END.test(after.replace(PEOPLE, '')) || FROM.test(before)) return { min: number, max: Infinity };
  return ABOVE.test(before) ? { min: number + step, max: Infinity } : { min: number, max: number };
}

function isYear({ min, single, money, scaled }: Found): boolean {
  return single && !money && !scaled && Number.isInteger(min) && min >= 1900 && min <= 2100;
}
