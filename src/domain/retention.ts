import { LAWFUL_BASES, type LawfulBasis } from './privacy.ts';
import type { Prospect } from './prospect.ts';

/** What the rep has set. `keepMonths`: how long after capture somebody is due for review; 0 = never. `undoMinutes`: how long an erasure can be taken back. `basis` is meant for who has none of their own. */
export interface PrivacySetting {
  basis: LawfulBasis;
  note: string;
  keepMonths: number;
  undoMinutes: number;
}

export const DEFAULT_PRIVACY: PrivacySetting = { basis: 'legitimate-interest', note: '', keepMonths: 24, undoMinutes: 10 };

/** The longest that can be set: months to keep, minutes to take back. */
export const LONGEST = { keepMonths: 120, undoMinutes: 1_440 };

/** The setting that was stored; what is no sound value is as by default. */
export function privacyOf(stored: unknown): PrivacySetting {
  const { basis, note, keepMonths, undoMinutes } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const whole = (value: unknown, name: keyof typeof LONGEST): number => (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LONGEST[name] ? value as number : DEFAULT_PRIVACY[name]);
  return {
    basis: LAWFUL_BASES.find((one) => one === basis) ?? DEFAULT_PRIVACY.basis, note: typeof note === 'string' ? note.slice(0, 500) : '',
    keepMonths: whole(keepMonths, 'keepMonths'), undoMinutes: whole(undoMinutes, 'undoMinutes'),
  };
}

/**
 * When somebody is due for review, epoch ms; Infinity = never. Counted from the day they were captured, whatever was learned of them since: a changed
 * job starts nothing anew. A review moves it to `keepUntil`, by which the rep has said how long and why.
 */
export function reviewDue({ createdAt, lawful }: Pick<Prospect, 'createdAt' | 'lawful'>, keepMonths: number): number {
  if (keepMonths <= 0) return Number.POSITIVE_INFINITY;
  return Math.max(monthsAfter(createdAt, keepMonths), lawful?.keepUntil ?? Number.NEGATIVE_INFINITY);
}

/** The same day so many months later (UTC), or the last one of a shorter month; epoch ms. */
export function monthsAfter(at: number, months: number): number {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  date.setUTCDate(Math.min(day, new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()));
  return date.getTime();
}
