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
  return dueOf(createdAt, keepMonths, lawful?.keepUntil ?? 0);
}

/** The same of a line of the people index; `keepUntil` 0 = not reviewed. */
export function dueOf(createdAt: number, keepMonths: number, keepUntil: number): number {
  return keepMonths <= 0 ? Number.POSITIVE_INFINITY : Math.max(monthsAfter(createdAt, keepMonths), keepUntil);
}

/** The same day so many months later (UTC), or the last one of a shorter month; epoch ms. Plain arithmetic: it is asked for 100,000 people at once. */
export function monthsAfter(at: number, months: number): number {
  const day = Math.floor(at / DAY);
  const { year, month, date } = civil(day);
  const total = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(total / 12), total % 12 + 1];
  const first = dayOf(toYear, toMonth, 1);
  const length = dayOf(toMonth === 12 ? toYear + 1 : toYear, toMonth % 12 + 1, 1) - first;
  return (first + Math.min(date, length) - 1) * DAY + (at - day * DAY);
}

const DAY = 86_400_000;
/** Days of 400 years, after which the calendar repeats; and those before 1970 when years begin in March. */
const [ERA, BEFORE] = [146_097, 719_468];

/** The date of a day counted from 1970-01-01; months 1..12. Years are counted from March, so that the leap day is their last. */
function civil(day: number): { year: number; month: number; date: number } {
  const era = Math.floor((day + BEFORE) / ERA);
  const inEra = day + BEFORE - era * ERA;
  const yearInEra = Math.floor((inEra - Math.floor(inEra / 1_460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365);
  const inYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const shifted = Math.floor((5 * inYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearInEra + era * 400 + (month <= 2 ? 1 : 0), month, date: inYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

function dayOf(year: number, month: number, date: number): number {
  const from = month <= 2 ? year - 1 : year;
  const era = Math.floor(from / 400);
  const yearInEra = from - era * 400;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return era * ERA + 365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100) + inYear - BEFORE;
}
