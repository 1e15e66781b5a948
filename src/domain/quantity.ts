/** A number as a text writes it: its value in whole units, the power of ten that a word or letter beside it stands for, and where it stands in the text. */
export interface Quantity {
  /** Without the scale: 2.5 of "2,5 Mio." */
  value: number;
  scale: number;
  from: number;
  to: number;
  /** Is a sign or code of a currency beside it? */
  money: boolean;
}

const SCALES: readonly (readonly [number, string])[] = [
  [1e3, 'k|thousand|tausend|tsd|teur|mille|milliers|mil|mila|duizend|tys|tysiecy|千|천'], [1e4, '万|萬|만'], [1e5, 'lakhs?|lacs?'], [1e6, 'm|mm|mn|mio|mill|million|millions|millionen|millon|millones|mln|milione|milioni|milhao|milhoes|miljoen|milion|miliony|milionow|mi'],
  [1e7, 'crores?|cr'], [1e8, '億|亿|억'], [1e9, 'b|bn|billion|billions|mrd|mia|mld|mds?|milliards?|milliarden|miliard|miliardi|miliardo|miliardy|miliardow|miljard|bilhao|bilhoes|bi|mil millones|mil milhoes|mille millions|thousand million'],
  [1e12, 'trillion|trillions|bio|billionen|billones|biljoen|bilion|bilionow|trilhao|trilhoes|tn|兆'],
];
// in these words a comma groups digits and a point begins the fraction; in the others it is the other way round
const ENGLISH = new Set(['k', 'thousand', 'm', 'mm', 'mn', 'million', 'millions', 'b', 'bn', 'billion', 'billions', 'trillion', 'trillions', 'tn']);
const BY_WORD = new Map(SCALES.flatMap(([scale, words]) => words.split('|').flatMap((word) => (word.endsWith('s?') ? [word.slice(0, -2), `${word.slice(0, -2)}s`] : [word]).map((one) => [one, scale] as const))));
const WORDS = [...BY_WORD.keys()].toSorted((a, b) => b.length - a.length).map((word) => word.replace(' ', '\\s?')).join('|');
const SOLID = '千천万萬만億亿억兆';
const CURRENCY = '[$€£¥₹₩₽₺円元원]|(?:usd|eur|euros?|gbp|chf|pln|zl|sek|nok|dkk|brl|inr|jpy|cad|aud|dollars?|dolares|fr)(?![\\p{L}])';
const DIGITS = "\\d{1,15}(?:[.,'’ ]\\d{1,3}(?!\\d))*(?:[.,]\\d{1,6})?";
const QUANTITY = new RegExp(`(?<![\\p{L}\\d.,])(${CURRENCY})?\\s?(${DIGITS})\\s?(?:(${CURRENCY})\\s?)?(?:(${WORDS})(?:\\.|(?![\\p{L}\\d])|(?=[円元원])))?(?:\\s?(${CURRENCY}))?`, 'gu');
// thousands of euros as German balance sheets have them
const THOUSANDS_OF_EUROS = /(\d)\s?t\s?(?=€|eur)/g;
const GLUED = /(\d\s?(?:k|m|mn|bn|b|t))(?=(?:usd|eur|gbp|chf|pln|sek|nok|dkk)(?!\p{L}))/gu;
const TRILLION = /(\d)\s?t(?![\p{L}\d])/gu;

/** A text that `plain` has folded (word.ts), with what is glued to a number set apart: "5musd" → "5m usd", "500 t€" → "500k €". */
export function setApart(text: string): string {
  return text.replace(THOUSANDS_OF_EUROS, '$1k ').replace(GLUED, '$1 ').replace(TRILLION, '$1tn').replace(new RegExp(`([${SOLID}])`, 'g'), '$1 ');
}

/** The numbers of a text from `setApart`, in their order, with the scales and currencies of twelve languages; at most 20. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const [all, before, digits = '', between, word, after] = match;
    const unit = word?.replace(/\s+/g, ' ');
    const value = numberOf(digits, unit);
    if (Number.isFinite(value)) found.push({ value, scale: scaleOf(unit), from: match.index, to: match.index + all.trimEnd().length, money: Boolean(before ?? between ?? after) });
    if (found.length === 20) break;
  }
  return found;
}

function scaleOf(unit: string | undefined): number {
  return unit === undefined ? 1 : BY_WORD.get(unit) ?? 1;
}

/** "1.001", "1,001", "1 001", "1'001" are a thousand and one; "2,5", "2.5" and "1,250.75" have a fraction. */
function numberOf(digits: string, unit: string | undefined): number {
  const text = digits.trim().replace(/['’ ]/g, '');
  const marks = [...text.matchAll(/[.,]/g)].map(({ 0: mark, index }) => ({ mark, rest: text.length - index - 1 }));
  const last = marks.at(-1);
  if (!last) return Number(text);
  const mixed = marks.some(({ mark }) => mark !== last.mark);
  const decimal = unit !== undefined && marks.length === 1 && last.rest === 3 ? (ENGLISH.has(unit) ? '.' : ',') : null;
  const fraction = mixed || last.rest !== 3 ? marks.filter(({ mark }) => mark === last.mark).length === 1 : text.startsWith('0') || decimal === last.mark;
  const whole = fraction ? text.slice(0, text.length - last.rest - 1) : text;
  return Number(`${whole.replace(/[.,]/g, '')}${fraction ? `.${text.slice(text.length - last.rest)}` : ''}`);
}
