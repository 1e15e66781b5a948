import type { ParsedResult, ParsingReference } from 'chrono-node';

export type Unit = 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'month' | 'year';
export type NamedDay = 'today' | 'tomorrow' | 'after-tomorrow' | 'next-week' | 'next-month' | 'next-quarter' | 'next-year' | 'weekend' | 'end-of-week' | 'end-of-month';
export type NamedTime = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'end-of-day';

/** How one language speaks of time. All words lower case and without accents; several spellings of one meaning stand in one text, split by "|". */
export interface WhenLanguage {
  locale: string;
  /** Calendar dates with the month in words, and what the tables below do not know. */
  dates(text: string, reference: ParsingReference): ParsedResult[];
  /** Is 3/12 the third of December? */
  dayFirst: boolean;
  /** Is "at 5" said without am or pm the afternoon? Where people count to 24 it is not. */
  halfDays: boolean;
  /** Is a lone "14h" a time of day, not a duration? */
  hourMark: boolean;
  units: Record<Unit, string>;
  /** Words for 1, 2, 3 … */
  numbers: string[];
  /** From Monday on. */
  weekdays: string[];
  days: Record<NamedDay, string>;
  times: Record<NamedTime, string>;
  /** Parts of this very day: "tonight". */
  timesToday: Partial<Record<NamedTime, string>>;
  /** Before or behind a weekday. `next` is the week after this one, `coming` the first such day from tomorrow, `this` may be today. */
  next: string;
  coming: string;
  this: string;
  past: string;
  /** Before a duration, and behind one. */
  within: string;
  later: string;
  and: string;
  /** Before a time of day, and behind its hour when that does not change it. */
  at: string;
  clock: string;
  /** Said before a day without meaning anything. */
  filler: string;
  repeat: RepeatWords;
}

/** How a language says that something comes again. */
export interface RepeatWords {
  /** Before a unit, a weekday or a day of the month: "every". */
  each: string;
  /** Between that and the unit: every second one. */
  second: string;
  /** Alone: "weekly"; a quarter is three months, a fortnight two weeks. */
  alone: Record<'day' | 'workday' | 'week' | 'fortnight' | 'month' | 'quarter' | 'year', string>;
  /** A quarter after "every". */
  quarter: string;
  /** What is put behind a weekday that is meant more than once: "mondays". */
  plural: string;
  /** Behind the number of a day: "31st". */
  ordinal: string;
  /** Behind the day of a month: "of the month". */
  ofMonth: string;
  /** Before the day on which it begins, and before the last one. */
  start: string;
  until: string;
}
