import { casual, GB } from 'chrono-node/en';
import type { WhenLanguage } from './language.ts';

/** English with the month before the day: 12/3 is 3 December. */
export const english: WhenLanguage = {
  locale: 'en',
  dates: (text, reference) => casual.parse(text, reference),
  dayFirst: false,
  halfDays: true,
  hourMark: false,
  units: {
    minute: 'min|mins|minute|minutes', hour: 'h|hr|hrs|hour|hours', day: 'd|day|days', workday: 'bd|business day|business days|working day|working days|work day|work days|workday|workdays',
    week: 'w|wk|wks|week|weeks', month: 'm|mo|mos|month|months', year: 'y|yr|yrs|year|years',
  },
  numbers: ['a|an|one', 'two|a couple of|couple of', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  weekdays: ['monday|mon', 'tuesday|tue|tues', 'wednesday|wed', 'thursday|thu|thur|thurs', 'friday|fri', 'saturday|sat', 'sunday|sun'],
  days: {
    today: 'today|tod', tomorrow: 'tomorrow|tmrw|tmr|tom', 'after-tomorrow': 'day after tomorrow|the day after tomorrow|overmorrow', 'next-week': 'next week|nw', 'next-month': 'next month',
    'next-quarter': 'next quarter', 'next-year': 'next year', weekend: 'weekend|this weekend|the weekend', 'end-of-week': 'eow|end of week|end of the week', 'end-of-month': 'eom|end of month|end of the month',
  },
  times: {
    morning: 'morning|in the morning|early', noon: 'noon|midday|lunch|lunchtime', afternoon: 'afternoon|in the afternoon', evening: 'evening|in the evening',
    night: 'night', 'end-of-day': 'eod|cob|end of day|end of the day|close of business',
  },
  timesToday: { morning: 'this morning', afternoon: 'this afternoon', evening: 'this evening', night: 'tonight' },
  next: 'next', coming: 'coming|this coming', this: 'this', past: 'yesterday|last|ago',
  within: 'in|within|after', later: 'from now|from today|later|time', and: 'and',
  at: 'at|@|by|around|from', clock: "o'clock", filler: 'on|by|the|until|till|for',
  repeat: {
    each: 'every|each', second: 'other|second|2nd', quarter: 'quarter', plural: 's', ordinal: 'st|nd|rd|th', ofMonth: 'of the month|of each month|of every month', start: 'starting|starting from|from|beginning', until: 'until|till|through',
    alone: { day: 'daily', workday: 'every weekday|each weekday|weekdays|on weekdays', week: 'weekly', fortnight: 'fortnightly|biweekly|every fortnight', month: 'monthly', quarter: 'quarterly', year: 'yearly|annually' },
  },
};

/** English with the day before the month: 3/12 is 3 December. */
export const britishEnglish: WhenLanguage = { ...english, locale: 'en-GB', dayFirst: true, dates: (text, reference) => GB.parse(text, reference) };
