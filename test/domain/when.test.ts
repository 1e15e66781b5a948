import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { instantsOf, isoDay, isoTime, wallAt } from '../../src/domain/wall-time.ts';
import { formatWhen } from '../../src/domain/when-shown.ts';
import { parseWhen, type WhenOptions } from '../../src/domain/when.ts';
import { german } from '../../src/domain/when/de.ts';
import { britishEnglish, english } from '../../src/domain/when/en.ts';
import { spanish } from '../../src/domain/when/es.ts';
import { french } from '../../src/domain/when/fr.ts';
import { whenLanguage } from '../../src/domain/when/load.ts';
import { anyText } from './any-text.ts';

/** What words mean, as local day and time of the due instant, or the error. */
function meaning(words: string, said: string, zone = 'Europe/Berlin', options: WhenOptions = {}): string {
  const [year, month, day, hour, minute] = said.split(/\D/).map(Number) as [number, number, number, number, number];
  const answer = parseWhen(words, instantsOf({ year, month, day, hour, minute }, zone)[0], zone, options);
  if ('error' in answer) return answer.error;
  const wall = wallAt(answer.dueAt, zone);
  expect(answer.day).toBe(isoDay(wall));
  if (answer.time !== undefined) expect(answer.time).toBe(isoTime(wall));
  return `${isoDay(wall)} ${isoTime(wall)}`;
}

const TUESDAY = '2026-11-24 14:00';

describe('English words', () => {
  it.each([
    ['in 3 days', '2026-11-27 09:00'], ['3d', '2026-11-27 09:00'], ['2w', '2026-12-08 09:00'], ['1m', '2026-12-24 09:00'], ['1y', '2027-11-24 09:00'], ['in 10 min', '2026-11-24 14:10'],
    ['90min', '2026-11-24 15:30'], ['in 2 hours', '2026-11-24 16:00'], ['1h 30min', '2026-11-24 15:30'], ['in half an hour', '2026-11-24 14:30'], ['a week', '2026-12-01 09:00'],
    ['in 1 week and 2 days', '2026-12-03 09:00'], ['6 weeks from now', '2027-01-05 09:00'], ['in a couple of weeks', '2026-12-08 09:00'], ['in 3 business days', '2026-11-27 09:00'], ['5bd', '2026-12-01 09:00'],
    ['in 3 days at 14:00', '2026-11-27 14:00'], ['2w 9am', '2026-12-08 09:00'],
    ['tomorrow', '2026-11-25 09:00'], ['Tomorrow at 5', '2026-11-25 17:00'], ['tomorrow at 5:30', '2026-11-25 05:30'], ['tomorrow 10', '2026-11-25 10:00'], ['9.30am tomorrow', '2026-11-25 09:30'], ['tomorrow morning at 10', '2026-11-25 10:00'],
    ['day after tomorrow', '2026-11-26 09:00'], ['today', '2026-11-24 17:00'], ['tonight', '2026-11-24 20:00'], ['this afternoon', '2026-11-24 16:00'], ['eod', '2026-11-24 17:00'], ['noon', '2026-11-25 12:00'],
    ['9am', '2026-11-25 09:00'], ['5 p.m.', '2026-11-24 17:00'], ['13:00', '2026-11-25 13:00'], ['14:01', '2026-11-24 14:01'], ['12am', '2026-11-25 00:00'], ['12pm', '2026-11-25 12:00'],
    ['fri', '2026-11-27 09:00'], ['friday afternoon', '2026-11-27 14:00'], ['fri afternoon at 3', '2026-11-27 15:00'], ['fri eod', '2026-11-27 17:00'], ['tue', '2026-12-01 09:00'], ['tue 16:00', '2026-12-01 16:00'],
    ['this tue', '2026-11-24 17:00'], ['mon', '2026-11-30 09:00'], ['next tue 9am', '2026-12-01 09:00'], ['next fri', '2026-12-04 09:00'], ['coming fri', '2026-11-27 09:00'], ['tue next week', '2026-12-01 09:00'],
    ['next week', '2026-11-30 09:00'], ['next month', '2026-12-01 09:00'], ['next quarter', '2027-01-01 09:00'], ['weekend', '2026-11-28 09:00'], ['eow', '2026-11-27 17:00'], ['eom', '2026-11-30 17:00'],
    ['dec 3', '2026-12-03 09:00'], ['Dec. 3rd, 2026', '2026-12-03 09:00'], ['3 december at 2:30pm', '2026-12-03 14:30'], ['3rd of march', '2027-03-03 09:00'], ['on dec 3 at 14:30', '2026-12-03 14:30'],
    ['nov 24', '2026-11-24 17:00'], ['nov 23', '2027-11-23 09:00'], ['feb 29', '2028-02-29 09:00'], ['12/3', '2026-12-03 09:00'], ['31/12', '2026-12-31 09:00'], ['3.12.', '2026-12-03 09:00'], ['12/25/26', '2026-12-25 09:00'],
    ['2026-12-03', '2026-12-03 09:00'], ['2026-12-03 14:30', '2026-12-03 14:30'], ['2026-12-03T14:30', '2026-12-03 14:30'], ['2026-12-03T14:30:00Z', '2026-12-03 15:30'], ['dec 3 9am EST', '2026-12-03 15:00'],
  ])('"%s" is %s', (words, expected) => expect(meaning(words, TUESDAY)).toBe(expected));

  it.each([
    ['', 'empty'], ['   ', 'empty'], ['garbage', 'not-understood'], ['a', 'not-understood'], ['2', 'not-understood'], ['25:00', 'not-understood'], ['9:75', 'not-understood'], ['13pm', 'not-understood'],
    ['feb 30', 'not-understood'], ['2026-02-30', 'not-understood'], ['2026-13-01', 'not-understood'], ['2026-02-30T10:00:00Z', 'not-understood'], ['mon or tue', 'not-understood'], ['dec 3 to dec 5', 'not-understood'],
    ['call him tomorrow', 'not-understood'], ['in 2 hours at 9', 'not-understood'], ['<script>', 'not-understood'], ['d'.repeat(81), 'not-understood'],
    ['yesterday', 'past'], ['3 days ago', 'past'], ['last tue', 'past'], ['today 9am', 'past'], ['this morning', 'past'], ['dec 3 2020', 'past'], ['2026-11-24 13:59', 'past'], ['2020-01-01', 'past'], ['0 min', 'past'], ['now', 'past'],
    ['in 9999 years', 'too-far'], ['999999999d', 'too-far'], ['dec 3 2099', 'too-far'], ['9999-12-31', 'too-far'], ['11y', 'too-far'],
  ])('"%s" is refused: %s', (words, expected) => expect(meaning(words, TUESDAY)).toBe(expected));

  it('an unknown zone is refused', () => expect(parseWhen('tomorrow', 0, 'Mars/Olympus')).toEqual({ error: 'zone' }));
  it('the morning can be moved, and a broken setting is nine', () => {
    expect(meaning('tomorrow', TUESDAY, 'Europe/Berlin', { morning: '07:45' })).toBe('2026-11-25 07:45');
    expect(meaning('tomorrow', TUESDAY, 'Europe/Berlin', { morning: '25:99' })).toBe('2026-11-25 09:00');
  });
  it('British English has the day first', () => expect(meaning('3/12', TUESDAY, 'Europe/London', { language: britishEnglish })).toBe('2026-12-03 09:00'));
  it('a time is only given where one was said', () => {
    expect(parseWhen('tomorrow', 0, 'UTC')).toEqual({ dueAt: 118_800_000, day: '1970-01-02' });
    expect(parseWhen('tomorrow 9:00', 0, 'UTC')).toEqual({ dueAt: 118_800_000, day: '1970-01-02', time: '09:00' });
  });
});

describe('other languages', () => {
  it.each([
    [german, 'in 3 Tagen', '2026-11-27 09:00'], [german, 'nächsten Dienstag 9 Uhr', '2026-12-01 09:00'], [german, 'Di', '2026-12-01 09:00'], [german, 'morgen', '2026-11-25 09:00'], [german, 'morgen früh', '2026-11-25 09:00'],
    [german, 'Montag morgen', '2026-11-30 09:00'], [german, 'Morgen um 14 Uhr', '2026-11-25 14:00'], [german, 'übermorgen um 9', '2026-11-26 09:00'], [german, 'nächste Woche', '2026-11-30 09:00'], [german, 'heute Abend', '2026-11-24 18:00'],
    [german, '3. März 2027 um 14:30', '2027-03-03 14:30'], [german, '3.12.', '2026-12-03 09:00'], [german, 'vor 3 Tagen', 'past'], [german, 'Feierabend', '2026-11-24 17:00'], [german, 'tomorrow', '2026-11-25 09:00'],
    [german, 'Quatsch', 'not-understood'], [german, '14 Uhr 30', '2026-11-24 14:30'],
    [french, 'dans 3 jours', '2026-11-27 09:00'], [french, 'mardi prochain à 9h', '2026-12-01 09:00'], [french, 'demain 14h30', '2026-11-25 14:30'], [french, 'après-demain', '2026-11-26 09:00'], [french, '15h', '2026-11-24 15:00'],
    [french, 'le 3 février 2027 à 10h', '2027-02-03 10:00'], [french, 'lundi de la semaine prochaine', '2026-11-30 09:00'], [french, 'hier', 'past'], [french, 'dans une heure', '2026-11-24 15:00'], [french, 'ce soir', '2026-11-24 18:00'],
    [spanish, 'en 3 días', '2026-11-27 09:00'], [spanish, 'el próximo martes a las 9', '2026-12-01 09:00'], [spanish, 'mañana', '2026-11-25 09:00'], [spanish, 'mañana por la mañana', '2026-11-25 09:00'],
    [spanish, 'pasado mañana', '2026-11-26 09:00'], [spanish, 'la semana que viene', '2026-11-30 09:00'], [spanish, 'el 3 de diciembre de 2026 a las 14:30', '2026-12-03 14:30'], [spanish, 'ayer', 'past'], [spanish, 'esta noche', '2026-11-24 18:00'],
  ])('%# %s', (language, words, expected) => expect(meaning(words, TUESDAY, 'Europe/Berlin', { language })).toBe(expected));

  it('are loaded by locale', async () => {
    expect(await Promise.all(['de', 'fr-CA', 'es_MX', 'en', 'en-US', 'en-GB', 'pl', ''].map(async (locale) => (await whenLanguage(locale)).locale))).toEqual(['de', 'fr', 'es', 'en', 'en', 'en-GB', 'en', 'en']);
  });
});

describe('clocks that change', () => {
  it.each([
    ['Europe/Berlin', '2026-03-28 12:00', 'tomorrow', '2026-03-29 09:00'], ['Europe/Berlin', '2026-03-28 12:00', 'tomorrow 02:30', '2026-03-29 03:30'], ['Europe/Berlin', '2026-03-28 02:30', '1d', '2026-03-29 09:00'],
    ['Europe/Berlin', '2026-03-29 01:59', 'in 10 min', '2026-03-29 03:09'], ['Europe/Berlin', '2026-03-28 20:00', 'in 24 hours', '2026-03-29 21:00'], ['Europe/Berlin', '2026-10-24 20:00', 'in 24 hours', '2026-10-25 19:00'],
    ['Europe/Berlin', '2026-10-24 12:00', 'tomorrow 02:30', '2026-10-25 02:30'], ['America/New_York', '2026-03-07 12:00', 'tomorrow 02:15', '2026-03-08 03:15'], ['America/New_York', '2026-10-31 12:00', '1d', '2026-11-01 09:00'],
    ['America/New_York', '2026-10-25 12:00', '1w', '2026-11-01 09:00'], ['Australia/Lord_Howe', '2026-10-03 12:00', 'tomorrow 02:15', '2026-10-04 02:45'], ['Australia/Lord_Howe', '2026-10-03 23:00', 'in 4 hours', '2026-10-04 03:30'],
    ['Asia/Kathmandu', '2026-12-31 23:50', 'tomorrow', '2027-01-01 09:00'], ['Asia/Kathmandu', '2026-12-31 23:50', 'in 15 min', '2027-01-01 00:05'],
  ])('in %s at %s "%s" is %s', (zone, said, words, expected) => expect(meaning(words, said, zone)).toBe(expected));

  it('an hour that comes twice is the first one still ahead', () => {
    const first = Date.UTC(2026, 9, 25, 0, 30);
    expect(parseWhen('today 02:30', first - 1, 'Europe/Berlin')).toMatchObject({ dueAt: first });
    expect(parseWhen('today 02:30', first, 'Europe/Berlin')).toMatchObject({ dueAt: first + 3_600_000 });
  });

  it('a month after the 31st, leap days and year ends stay in the calendar', () => {
    expect(meaning('1m', '2026-01-31 10:00')).toBe('2026-02-28 09:00');
    expect(meaning('1m', '2028-01-31 10:00')).toBe('2028-02-29 09:00');
    expect(meaning('1y', '2028-02-29 10:00')).toBe('2029-02-28 09:00');
    expect(meaning('3m', '2026-11-30 10:00')).toBe('2027-02-28 09:00');
    expect(meaning('next month', '2026-12-31 10:00')).toBe('2027-01-01 09:00');
    expect(meaning('eom', '2028-02-29 18:00')).toBe('2028-03-31 17:00');
    expect(meaning('eow', '2026-11-28 10:00')).toBe('2026-12-04 17:00');
    expect(meaning('weekend', '2026-11-28 08:00')).toBe('2026-12-05 09:00');
    expect(meaning('today', '2026-11-24 23:58')).toBe('2026-11-24 23:59');
    expect(meaning('today', '2026-11-24 23:59')).toBe('past');
    expect(meaning('next week', '2026-11-29 10:00')).toBe('2026-11-30 09:00');
    expect(meaning('next month', '2026-07-15 10:00')).toBe('2026-08-03 09:00');
  });
});

describe('for any moment and zone', () => {
  const moment = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2036, 0) });
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Niue', 'Africa/Casablanca', 'America/St_Johns');
  const words = fc.oneof(
    fc.constantFrom('tomorrow', 'tue', 'next fri 9am', 'eod', 'eow', 'eom', 'next week', 'next month', 'next quarter', 'weekend', 'dec 3', 'feb 29', '9am', '23:59', '00:00', 'tonight', 'today', 'noon', 'this afternoon', '31.1.', 'in half an hour', 'mon 02:30', 'this sun'),
    fc.tuple(fc.nat(400), fc.constantFrom('min', 'h', 'd', 'w', 'm', 'bd')).map(([amount, unit]) => `${amount}${unit}`),
  );
  const before = process.env['TZ'];
  afterEach(() => { if (before === undefined) delete process.env['TZ']; else process.env['TZ'] = before; });

  it('what is due is never over, and never later than the end of the tenth year', () => {
    fc.assert(fc.property(words, moment, zone, (said, now, name) => {
      const answer = parseWhen(said, now, name);
      if ('error' in answer) {
        expect(['past', 'too-far']).toContain(answer.error);
      } else {
        expect(answer.dueAt).toBeGreaterThan(now);
        expect(answer.dueAt).toBeLessThan(now + 4_019 * 86_400_000);
      }
    }), { numRuns: 300 });
  });

  it('the zone of the machine makes no difference', () => {
    fc.assert(fc.property(words, moment, zone, fc.constantFrom('America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe', 'Europe/Berlin'), (said, now, name, machine) => {
      process.env['TZ'] = 'UTC';
      const there = parseWhen(said, now, name);
      process.env['TZ'] = machine;
      expect(parseWhen(said, now, name)).toEqual(there);
    }), { numRuns: 300 });
  });

  it('what is shown means the same when it is said', () => {
    const spoken = fc.constantFrom(['en', english], ['en-US', english], ['en-GB', britishEnglish], ['de', german], ['fr', french], ['es', spanish] as const);
    fc.assert(fc.property(moment, fc.integer({ min: 1, max: 3_000_000 }), zone, spoken, (now, minutes, name, [locale, language]) => {
      const dueAt = (Math.floor(now / 60_000) + minutes) * 60_000;
      const answer = parseWhen(formatWhen(dueAt, now, name, locale as string), now, name, { language: language as typeof english });
      if ('error' in answer) throw new Error(`${formatWhen(dueAt, now, name, locale as string)}: ${answer.error}`);
      const due = wallAt(dueAt, name);
      expect(answer.day).toBe(isoDay(due));
      if (answer.time !== undefined) expect(answer.time).toBe(isoTime(due));
      expect(formatWhen(answer.dueAt, now, name, locale as string)).toBe(formatWhen(dueAt, now, name, locale as string));
    }), { numRuns: 300 });
  });

  it('no text whatever makes it throw', () => {
    fc.assert(fc.property(fc.oneof(anyText(60), fc.stringMatching(/^[0-9a-z:/. -]{0,30}$/)), moment, fc.constantFrom(english, german, french, spanish), (said, now, language) => {
      const answer = parseWhen(said, now, 'Europe/Berlin', { language });
      if (!('error' in answer)) expect(answer.dueAt).toBeGreaterThan(now);
    }), { numRuns: 300 });
  });
});
