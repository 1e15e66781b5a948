const UNIT: Record<string, number> = { '': 1, k: 1e3, m: 1e6, mio: 1e6, mn: 1e6, million: 1e6, b: 1e9, bn: 1e9, mrd: 1e9, billion: 1e9 };
const AMOUNT = /^(\d[\d.,'\s]*)([a-z]*)\.?$/i;
/** Beyond this a number that was typed is a slip. */
const MOST = 1e15;

/** A whole number as a person types it: "12,000", "12.000", "12 000", "12k", "1.5M", "2,5 Mio"; null when it is no number, or too large to be meant. */
export function amountOf(text: string): number | null {
  const [, digits = '', unit = ''] = AMOUNT.exec(text.slice(0, 60).replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').trim()) ?? [];
  const times = UNIT[unit.toLowerCase()];
  if (digits === '' || times === undefined) return null;
  const value = Math.round(plainNumber(digits.replace(/[\s']/g, ''), times > 1) * times);
  return Number.isFinite(value) && value <= MOST ? value : null;
}

/** With a unit the last separator is a decimal point ("1.500M" is one and a half); without one, three digits after it make it a thousands separator. */
function plainNumber(digits: string, hasUnit: boolean): number {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return Number(digits);
  const separator = digits[last]!;
  const isDecimal = digits.indexOf(separator) === last && (hasUnit || digits.length - last - 1 !== 3);
  const whole = digits.slice(0, isDecimal ? last : undefined).replace(/[.,]/g, '');
  return Number(isDecimal ? `${whole}.${digits.slice(last + 1)}` : whole);
}
