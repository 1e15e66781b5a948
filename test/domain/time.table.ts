/** What words typed at a moment mean, and what comes after: a row of the table of hard times. */
export interface HardTime {
  why: string;
  zone: string;
  /** What the wall shows when it is typed ("2026-03-28 12:00"). */
  said: string;
  words: string;
  /** The instants at which it is due: one, and those after it when it comes again (each done in time). UTC. */
  due: string[];
}

export const HARD_TIMES: HardTime[] = [
  // clocks that jump ahead
  { why: 'Berlin, 2:30 does not exist on the day: an hour later, and 2:30 again the day after', zone: 'Europe/Berlin', said: '2026-03-27 12:00', words: 'every day 02:30', due: ['2026-03-28T01:30', '2026-03-29T01:30', '2026-03-30T00:30'] },
  { why: 'New York, the gap of spring', zone: 'America/New_York', said: '2026-03-07 12:00', words: 'tomorrow 02:30', due: ['2026-03-08T07:30'] },
  { why: 'Santiago, the southern spring jumps at midnight', zone: 'America/Santiago', said: '2026-09-05 12:00', words: 'tomorrow 00:30', due: ['2026-09-06T04:30'] },
  { why: 'Lord Howe jumps by half an hour', zone: 'Australia/Lord_Howe', said: '2026-10-03 12:00', words: 'tomorrow 02:10', due: ['2026-10-03T15:40'] },
  { why: 'Casablanca goes back for Ramadan, nine stays nine', zone: 'Africa/Casablanca', said: '2026-02-13 12:00', words: 'every week', due: ['2026-02-20T09:00', '2026-02-27T09:00'] },
  // clocks that fall back
  { why: 'Berlin, 2:30 comes twice: its first', zone: 'Europe/Berlin', said: '2026-10-23 12:00', words: 'every day 02:30', due: ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30'] },
  { why: 'New York, nine o\'clock each Sunday over the autumn', zone: 'America/New_York', said: '2026-10-24 12:00', words: 'every sun 9am', due: ['2026-10-25T13:00', '2026-11-01T14:00'] },
  { why: 'Lord Howe falls back by half an hour: 1:45 comes twice', zone: 'Australia/Lord_Howe', said: '2026-04-04 12:00', words: 'every day 01:45', due: ['2026-04-04T14:45', '2026-04-05T15:15'] },
  { why: 'Berlin, "in 24 hours" counts hours, "in 1 day" days', zone: 'Europe/Berlin', said: '2026-10-24 20:00', words: 'in 24 hours', due: ['2026-10-25T18:00'] },
  { why: 'the same night, a day', zone: 'Europe/Berlin', said: '2026-10-24 20:00', words: 'in 1 day', due: ['2026-10-25T08:00'] },
  // zones that changed their rules
  { why: 'Moscow gave up changing clocks in 2014', zone: 'Europe/Moscow', said: '2014-10-24 12:00', words: 'every week', due: ['2014-10-31T06:00', '2014-11-07T06:00'] },
  { why: 'Moscow, the day before and after the change of its offset', zone: 'Europe/Moscow', said: '2014-10-24 12:00', words: 'every day', due: ['2014-10-25T05:00', '2014-10-26T06:00'] },
  { why: 'Samoa left out the 30th of December 2011', zone: 'Pacific/Apia', said: '2011-12-28 12:00', words: 'every day', due: ['2011-12-29T19:00', '2011-12-30T19:00', '2011-12-31T19:00'] },
  { why: 'Brazil has no summer time since 2019', zone: 'America/Sao_Paulo', said: '2026-11-01 12:00', words: 'every day', due: ['2026-11-02T12:00', '2026-11-03T12:00'] },
  // halves and quarters of an hour
  { why: 'Kathmandu is 5:45 ahead', zone: 'Asia/Kathmandu', said: '2026-11-24 12:00', words: 'tomorrow 00:10', due: ['2026-11-24T18:25'] },
  { why: 'the Chatham Islands are 12:45 or 13:45 ahead', zone: 'Pacific/Chatham', said: '2026-09-26 12:00', words: 'every day', due: ['2026-09-26T19:15', '2026-09-27T19:15'] },
  { why: 'Kolkata is half an hour off', zone: 'Asia/Kolkata', said: '2026-11-24 12:00', words: 'every tue 18:30', due: ['2026-11-24T13:00', '2026-12-01T13:00'] },
  { why: 'Kiritimati is a day ahead of Niue', zone: 'Pacific/Kiritimati', said: '2026-12-31 23:30', words: 'tomorrow', due: ['2026-12-31T19:00'] },
  // months, leap days, years, weeks
  { why: 'the 31st of each month, also when it has none', zone: 'UTC', said: '2026-12-31 12:00', words: 'monthly on the 31st', due: ['2027-01-31T09:00', '2027-02-28T09:00', '2027-03-31T09:00', '2027-04-30T09:00'] },
  { why: 'a month from the 30th, February being short, in a leap year', zone: 'UTC', said: '2027-12-30 12:00', words: 'every month', due: ['2028-01-30T09:00', '2028-02-29T09:00', '2028-03-30T09:00'] },
  { why: 'the 29th of February each year', zone: 'UTC', said: '2027-03-01 12:00', words: 'every year from feb 29', due: ['2028-02-29T09:00', '2029-02-28T09:00', '2030-02-28T09:00'] },
  { why: 'over the end of a year', zone: 'Europe/Berlin', said: '2026-12-31 23:50', words: 'in 15 min', due: ['2026-12-31T23:05'] },
  { why: 'each second week on Monday, over a year of 53 weeks', zone: 'UTC', said: '2026-12-20 12:00', words: 'every 2 weeks on mon', due: ['2026-12-21T09:00', '2027-01-04T09:00', '2027-01-18T09:00'] },
  { why: 'a week begins on Monday: Sunday is its last day', zone: 'UTC', said: '2026-11-22 07:00', words: 'every 2 weeks on sun and mon', due: ['2026-11-22T09:00', '2026-11-30T09:00', '2026-12-06T09:00'] },
  { why: 'next week, said on a Sunday', zone: 'UTC', said: '2026-11-22 12:00', words: 'next week', due: ['2026-11-23T09:00'] },
  { why: 'working days over a weekend and a year', zone: 'UTC', said: '2026-12-30 12:00', words: 'in 5 business days', due: ['2027-01-06T09:00'] },
  { why: 'each working day over a weekend', zone: 'UTC', said: '2026-11-26 12:00', words: 'every weekday', due: ['2026-11-27T09:00', '2026-11-30T09:00'] },
];
