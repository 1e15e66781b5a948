import type { Span } from './icp.ts';

const NUMBER = /\d[\d.,  ']*/g;

/** How many people work there, as a size text says it ("51-200 employees", "10,000+", "1.001-5.000 Beschäftigte"); null when it does not say. */
export function headcountOf(text: string): Span | null {
  const numbers = (text.match(NUMBER) ?? []).map((one) => Number(one.replace(/\D/g, ''))).filter((one) => Number.isFinite(one));
  const [min, max] = numbers;
  if (min === undefined) return null;
  return { min, max: max ?? (text.includes('+') ? Infinity : min) };
}

/** Revenue a year in whole units of whatever currency the text is in ("$10M to $50M", "2,5 Mio. €"); null when it does not say. */
export function revenueOf(_text: string): Span | null {
  return null;
}

/** Does what is known lie within the bounds? Unknown when it lies partly within. */
export function isWithin({ min, max }: Span, from: number, to: number): boolean | 'unknown' {
  if (min >= from && max <= to) return true;
  return max < from || min > to ? false : 'unknown';
}
